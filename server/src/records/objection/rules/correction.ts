import type { Field } from "../../../policy/catalogue-entry.ts";
import type { Fields, FieldValue } from "../../statements/index.ts";
import type { Correction } from "./objection.ts";

const JOIN = " ";

export function textOf(value: FieldValue | undefined): string | null {
  if (value === undefined || value === null || value === "") return null;
  return typeof value === "string" ? value : value.join(JOIN);
}

/** Field by field what a newer version says otherwise, in the order of the entry. Personal fields are told nowhere. */
export function correctionsOf(
  fields: readonly Pick<Field, "id" | "zh" | "personal">[],
  before: Fields,
  after: Fields,
): readonly Correction[] {
  return fields.flatMap(({ id, zh, personal }) => {
    const [old, now] = [textOf(before[id]), textOf(after[id])];
    return personal || old === now ? [] : [{ field: id, name: zh, old, new: now }];
  });
}
