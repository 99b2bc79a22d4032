// What is wrong with a typed record before it is sent; the server judges once more. Pure.
import type { CatalogueField } from "../../client/catalogue.ts";
import { entryText as text } from "./text.ts";

export type Typed = Readonly<Record<string, string>>;

type Rule = Pick<CatalogueField, "id" | "name" | "type" | "required" | "lengthMax" | "personal">;

function faultOf(field: Rule, value: string): string | null {
  if (value === "") return field.required === "always" ? text.required(field.name) : null;
  if (field.lengthMax !== null && value.length > field.lengthMax) return text.tooLong(field.name, field.lengthMax);
  if (field.type === "date" && !/^\d{4}-\d{2}-\d{2}$/.test(value)) return text.notDay(field.name);
  const isNumber = field.type === "decimal" || field.type === "integer";
  return isNumber && !/^-?\d+(\.\d+)?$/.test(value) ? text.notNumber(field.name) : null;
}

/** Faults by field id, in the order of the form. */
export function faultsOf(fields: readonly Rule[], typed: Typed): ReadonlyMap<string, string> {
  return new Map(
    fields.flatMap((field) => {
      const fault = faultOf(field, (typed[field.id] ?? "").trim());
      return fault === null ? [] : [[field.id, fault] as const];
    }),
  );
}

/** By official names, empty ones left out. */
export function recordOf(fields: readonly Rule[], typed: Typed): Record<string, string> {
  return Object.fromEntries(
    fields.flatMap(({ id, name }) => {
      const value = (typed[id] ?? "").trim();
      return value === "" ? [] : [[name, value]];
    }),
  );
}
