import { dayOfInstant } from "../../../kernel/day.ts";
import type { CatalogueEntry, Field } from "../../../policy/catalogue-entry.ts";
import type { PolicySnapshot } from "../../../policy/snapshot.ts";
import type { FieldValue } from "../../../records/statements/index.ts";
import { isPublicField, marksText, readValidUntil } from "../../visibility/index.ts";
import type { VisibleRow } from "../../visibility/index.ts";
import { columnsOf, isOpenPart } from "../rules/columns.ts";
import type { Column } from "../rules/columns.ts";
import type { OpenRow } from "../rules/row.ts";
import { words } from "../text.ts";

/** A statement that passed the channel, with its name at present and its kept values; null where they were erased. */
export interface PassedRow extends VisibleRow {
  readonly name: string | null;
  readonly fields: Readonly<Record<string, FieldValue>> | null;
}

/** An entry as a data set: what of it may leave, and how a row is read. */
export interface Dataset {
  readonly entry: CatalogueEntry;
  readonly fields: readonly Field[];
  readonly columns: readonly Column[];
  readonly read: (row: PassedRow) => OpenRow;
}

export function datasetOf(entry: CatalogueEntry, policy: PolicySnapshot): Dataset {
  const fields = entry.fields.filter(isPublicField);
  const opens = (part: string | null): boolean => isOpenPart(entry, fields, part);
  const withAuthority = opens(entry.roles.authority);
  const withDocumentNo = opens(entry.roles.documentNo);
  const read = (row: PassedRow): OpenRow => ({
    id: row.id.toString("base64url"),
    uscc: row.subject,
    name: row.name,
    provider: row.provider,
    providerName: policy.providers.get(row.provider)?.zh ?? row.provider,
    authority: withAuthority ? row.authority : null,
    documentNo: withDocumentNo ? row.documentNo : null,
    decidedOn: row.decidedOn,
    validUntil: readValidUntil(entry, row.validUntil, policy.publicity),
    shownUntil: row.shownUntil,
    receivedOn: dayOfInstant(row.receivedAt.getTime()),
    marks: marksText(row.marks),
    fields: Object.fromEntries(fields.map(({ id }) => [id, textOf(row.fields?.[id])])),
  });
  return { entry, fields, columns: columnsOf(fields), read };
}

function textOf(value: FieldValue | undefined): string | null {
  if (value === undefined || value === null || value === "") return null;
  return typeof value === "string" ? value : value.join(words.listJoin);
}
