import type { CatalogueEntry, Field } from "../../../policy/catalogue-entry.ts";
import type { OpenRow } from "./row.ts";

/** What a column holds; `decimal` has a fixed number of places. */
export type ColumnType = "string" | "date" | "decimal" | "integer";

/** One column of the flat formats. NDJSON holds the columns of fields in an object `fields`, under the field's id. */
export interface Column {
  /** Unique in a data set: fixed ones have no underscore, those of fields begin with `fields_`. */
  readonly name: string;
  readonly type: ColumnType;
  /** Digits after the point; null but for decimals. */
  readonly scale: number | null;
  /** Null for what every row carries whatever the entry is. */
  readonly field: Field | null;
  readonly cell: (row: OpenRow) => string | null;
}

/** What every row carries, in the order of the files. */
export const fixedNames = [
  "id",
  "uscc",
  "name",
  "provider",
  "providerName",
  "authority",
  "documentNo",
  "decidedOn",
  "validUntil",
  "shownUntil",
  "receivedOn",
  "marks",
] as const;

export type FixedName = (typeof fixedNames)[number];

const days: ReadonlySet<FixedName> = new Set(["decidedOn", "validUntil", "shownUntil", "receivedOn"]);
const fieldPrefix = "fields_";

const fixedColumns: readonly Column[] = fixedNames.map((name) => ({
  name,
  type: days.has(name) ? "date" : "string",
  scale: null,
  field: null,
  cell: (row) => row[name],
}));

/** The columns of an entry's data set, in the order of its files. @param fields those that may leave. */
export function columnsOf(fields: readonly Field[]): readonly Column[] {
  return [...fixedColumns, ...fields.map(columnOf)];
}

function columnOf(field: Field): Column {
  const type = typeOf(field);
  return {
    name: `${fieldPrefix}${field.id}`,
    type,
    scale: type === "decimal" ? field.scale : null,
    field,
    cell: (row) => row.fields[field.id] ?? null,
  };
}

function typeOf(field: Field): ColumnType {
  if (field.type === "date" || field.type === "integer") return field.type;
  return field.type === "decimal" && field.scale !== null ? "decimal" : "string";
}

const unitAtEnd = /[(\uff08]([^()\uff08\uff09]+)[)\uff09]$/;

/** The unit of a number, as its official name states it in brackets (as in 注册资本(万元)); null where it states none. */
export function unitOf(field: Field): string | null {
  if (field.type !== "decimal" && field.type !== "integer") return null;
  return unitAtEnd.exec(field.zh)?.[1] ?? null;
}

/** The forms in which a data set is handed out. */
export const formats = ["csv", "ndjson", "parquet"] as const;

export type Format = (typeof formats)[number];

/** `permit.csv` taken apart; null for a name that ends in no known format. */
export function readFileName(name: string): { readonly entry: string; readonly format: Format } | null {
  const dot = name.lastIndexOf(".");
  const format = formats.find((one) => one === name.slice(dot + 1));
  return dot <= 0 || format === undefined ? null : { entry: name.slice(0, dot), format };
}

/** Whether the public may read what the statement keeps for a part of the entry, such as the document number. */
export function isOpenPart(entry: CatalogueEntry, open: readonly Field[], part: string | null): boolean {
  return part === null || !entry.fields.some(({ id }) => id === part) || open.some(({ id }) => id === part);
}
