import type { Day } from "../../../kernel/day.ts";
import { statement } from "../../../platform/database/pool.ts";
import type { Tx } from "../../../platform/database/pool.ts";
import type { DocumentBody, DocumentKind } from "../rules/document.ts";
import type { KeptApplication } from "./application.ts";

const nextNumber = statement(
  "repair.next-number",
  `insert into repair.series as s (organisation, year, kind, last) values ($1, $2, $3, 1)
   on conflict (organisation, year, kind) do update set last = s.last + 1 returning last`,
);

/** The next number of an organisation's own series of a year; a transaction that does not commit gives it back. */
export async function takeNumber(
  tx: Tx,
  series: { readonly organisation: string; readonly year: number; readonly kind: DocumentKind },
): Promise<number> {
  const [row] = await tx.rows<{ last: number }>(nextNumber, [series.organisation, series.year, series.kind]);
  if (row === undefined) throw new Error("a series gave no number");
  return row.last;
}

export interface KeptDocument {
  readonly document: string;
  readonly kind: DocumentKind;
  readonly number: string;
  readonly issuedOn: Day;
  readonly body: DocumentBody;
  readonly digest: Buffer;
}

const insertDocument = statement(
  "repair.insert-document",
  `insert into repair.document (subject, document, application, kind, number, organisation, issued_on, template, body, digest)
   values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
);
const insertSeal = statement("repair.insert-seal", "insert into repair.seal (number, digest) values ($1, $2)");

export async function saveDocument(
  tx: Tx,
  { subject, application }: Pick<KeptApplication, "subject" | "application">,
  one: KeptDocument,
): Promise<void> {
  const { document, kind, number, issuedOn, body, digest } = one;
  const said = [kind, number, body.authority.uscc, issuedOn, body.template, JSON.stringify(body), digest];
  await tx.run(insertDocument, [subject, document, application, ...said]);
  await tx.run(insertSeal, [number, digest]);
}

const documentsOf = statement(
  "repair.documents",
  `select document, kind, number, issued_on as "issuedOn", body, digest from repair.document
   where subject = $1 and application = $2 order by issued_on, number`,
);

export function loadDocuments(tx: Tx, one: Pick<KeptApplication, "subject" | "application">): Promise<KeptDocument[]> {
  return tx.rows<KeptDocument>(documentsOf, [one.subject, one.application]);
}

const sealOf = statement("repair.seal", "select 1 as found from repair.seal where number = $1 and digest = $2");

/** Whether a document of this number and digest was issued here; that is all that anybody learns. */
export async function isGenuine(tx: Tx, one: { readonly number: string; readonly digest: Buffer }): Promise<boolean> {
  return (await tx.rows(sealOf, [one.number, one.digest])).length > 0;
}
