import type { Day } from "../../../kernel/day.ts";
import { statement } from "../../../platform/database/pool.ts";
import type { Tx } from "../../../platform/database/pool.ts";
import type { DocumentBody, DocumentKind } from "../rules/document.ts";
import type { KeptObjection } from "./objection.ts";

const nextNumber = statement(
  "objection.next-number",
  `insert into objection.series as s (organisation, year, kind, last) values ($1, $2, $3, 1)
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
  "objection.insert-document",
  `insert into objection.document (subject, document, objection, kind, number, organisation, issued_on, template, body, digest)
   values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
);

export async function saveDocument(tx: Tx, { subject, objection }: KeptObjection, one: KeptDocument): Promise<void> {
  const { document, kind, number, issuedOn, body, digest } = one;
  const said = [kind, number, body.authority.uscc, issuedOn, body.template, JSON.stringify(body), digest];
  await tx.run(insertDocument, [subject, document, objection, ...said]);
}

const ofObjection = statement(
  "objection.documents",
  `select document, kind, number, issued_on as "issuedOn", body, digest from objection.document
   where subject = $1 and objection = $2 order by issued_on, number`,
);

export function loadDocuments(tx: Tx, one: Pick<KeptObjection, "subject" | "objection">): Promise<KeptDocument[]> {
  return tx.rows<KeptDocument>(ofObjection, [one.subject, one.objection]);
}
