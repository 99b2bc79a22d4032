import { dayOfInstant } from "../../../kernel/day.ts";
import type { Day } from "../../../kernel/day.ts";
import type { CatalogueEntry, Field } from "../../../policy/catalogue-entry.ts";
import type { PolicySnapshot } from "../../../policy/snapshot.ts";
import type { FieldValue } from "../../../records/statements/index.ts";
import { isPublicField, publicity, readValidUntil } from "../../visibility/index.ts";
import type { Publicity, VisibleRow } from "../../visibility/index.ts";
import { words } from "../text.ts";

/** A statement that passed the public page, with its kept field values; null where an eraser emptied them. */
export interface PublicRow extends VisibleRow {
  readonly fields: Readonly<Record<string, FieldValue>> | null;
  /** Whether a listing was decided in this platform's case room; absent where nobody asked. */
  readonly decidedHere?: boolean;
}

/** What of a shown record can change: whether it is shown is in the list itself, erasing empties its fields. */
export interface ShownVersion extends Pick<VisibleRow, "entry" | "id" | "shownUntil" | "marks"> {
  readonly erased: boolean;
}

/** A field that may leave, as text. */
export interface PublicField {
  readonly field: Field;
  readonly value: string | null;
}

/** A row with what the policy says of it. */
export interface ShownRecord {
  readonly row: PublicRow;
  readonly id: string;
  readonly entry: CatalogueEntry;
  readonly judged: Publicity;
  readonly providerName: string;
  readonly receivedOn: Day;
  readonly fields: readonly PublicField[];
}

/** Reads rows by the policy; a row whose entry the policy does not know cannot have passed. */
export function readRows(rows: readonly PublicRow[], policy: PolicySnapshot): readonly ShownRecord[] {
  return rows.flatMap((row) => {
    const entry = policy.entries.get(row.entry);
    if (entry === undefined) return [];
    const receivedOn = dayOfInstant(row.receivedAt.getTime());
    const { severity, decidedOn, validFrom, validUntil, providerShownUntil } = row;
    const facts = { severity, decidedOn, validFrom, validUntil, providerShownUntil, receivedOn };
    return [
      {
        row,
        id: row.id.toString("base64url"),
        entry,
        judged: publicity({ entry, facts, policy: policy.publicity, on: policy.day }),
        providerName: policy.providers.get(row.provider)?.zh ?? row.provider,
        receivedOn,
        fields: entry.fields
          .filter(isPublicField)
          .map((field) => ({ field, value: valueText(row.fields?.[field.id]) })),
      },
    ];
  });
}

function valueText(value: FieldValue | undefined): string | null {
  if (value === undefined || value === null || value === "") return null;
  return typeof value === "string" ? value : value.join(words.listJoin);
}

/** What the record says in one line; the name of its entry where that may not be said or was not provided. */
export function titleOf(record: ShownRecord): string {
  return record.fields.find((one) => one.field.id === record.entry.roles.title)?.value ?? record.entry.zh;
}

/** The valid-to day as people read it: the day that stands for "long-term" is none. */
export function validUntilOf(record: ShownRecord, policy: PolicySnapshot): Day | null {
  return readValidUntil(record.entry, record.row.validUntil, policy.publicity);
}
