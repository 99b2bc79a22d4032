// Which column of a file is which field of an entry. Pure.
import type { CatalogueField } from "../../client/catalogue.ts";

type Named = Pick<CatalogueField, "id" | "name" | "names" | "required">;

/** The head that stands for a field: its official name, another name or its id. */
export function headOf(field: Named, heads: readonly string[]): string | undefined {
  const names = new Set([field.name, field.id, ...field.names]);
  return heads.find((head) => names.has(head.trim()));
}

/** What can be told without asking: fields whose head is there. */
export function foundColumns(fields: readonly Named[], heads: readonly string[]): Readonly<Record<string, string>> {
  const pairs = fields.flatMap((field) => {
    const head = headOf(field, heads);
    return head === undefined ? [] : [[field.id, head] as const];
  });
  return Object.fromEntries(pairs);
}

/** Fields that every row must have and no column has. */
export function missingFields<F extends Named>(fields: readonly F[], heads: readonly string[]): readonly F[] {
  return fields.filter((field) => field.required === "always" && headOf(field, heads) === undefined);
}

/** The first line that looks like heads: most of its cells are filled and short. */
export function headsOf(rows: readonly (readonly string[])[]): readonly string[] {
  const found = rows.find((cells) => cells.filter((cell) => cell.trim() !== "").length > 1);
  return (found ?? []).map((head) => head.trim()).filter((head) => head !== "");
}

export type MappingFault = "missing" | "same";

/** What a layout lacks. @param chosen column by field id. */
export function mappingFault(
  fields: readonly Named[],
  chosen: Readonly<Record<string, string>>,
  name: string,
): MappingFault | null {
  const columns = Object.values(chosen).filter((column) => column !== "");
  if (new Set(columns).size !== columns.length) return "same";
  const isMissing = fields.some((field) => field.required === "always" && (chosen[field.id] ?? "") === "");
  return isMissing || name.trim() === "" ? "missing" : null;
}

/** As the server keeps it: field id by the head of its column. */
export function columnsOf(chosen: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(chosen).flatMap(([field, column]) => (column === "" ? [] : [[column, field]])),
  );
}
