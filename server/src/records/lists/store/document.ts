import type { Day } from "../../../kernel/day.ts";
import { statement } from "../../../platform/database/pool.ts";
import type { Tx } from "../../../platform/database/pool.ts";
import type { DocumentBody, DocumentKind } from "../rules/document.ts";
import type { CaseOwner } from "./case.ts";

const nextNumber = statement(
  "lists.next-number",
  `insert into lists.series as s (organisation, year, kind, last) values ($1, $2, $3, 1)
   on conflict (organisation, year, kind) do update set last = s.last + 1 returning last`,
);

/** The next number of an authority's own series of a year; a transaction that does not commit gives it back. */
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
  readonly case: string;
  readonly kind: DocumentKind;
  readonly number: string;
  readonly issuedOn: Day;
  readonly template: number;
  readonly body: DocumentBody;
  readonly digest: Buffer;
}

const insertDocument = statement(
  "lists.insert-document",
  `insert into lists.document (subject, document, "case", kind, number, organisation, issued_on, template, body, digest)
   values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
);

export async function saveDocument(tx: Tx, one: KeptDocument): Promise<void> {
  const { subject, authority } = one.body;
  await tx.run(insertDocument, [
    subject.uscc,
    one.document,
    one.case,
    one.kind,
    one.number,
    authority.uscc,
    one.issuedOn,
    one.template,
    JSON.stringify(one.body),
    one.digest,
  ]);
}

const columns = `d.document, d."case", d.kind, d.number, d.issued_on as "issuedOn", d.template, d.body, d.digest`;
const ofCase = statement(
  "lists.documents",
  `select ${columns} from lists.document d where d.subject = $1 and d."case" = $2 order by d.issued_on, d.number`,
);
const forAuthority = statement(
  "lists.document-of-authority",
  `select ${columns} from lists.locator l join lists.document d on d.subject = l.subject and d."case" = l."case"
   where l."case" = $1 and d.document = $2 and l.organisation = $3`,
);
const forSubject = statement(
  "lists.document-of-subject",
  `select ${columns} from lists.document d where d."case" = $1 and d.document = $2 and d.subject = $3`,
);

export function loadDocuments(
  tx: Tx,
  one: { readonly subject: string; readonly case: string },
): Promise<KeptDocument[]> {
  return tx.rows<KeptDocument>(ofCase, [one.subject, one.case]);
}

/** A document of a case, for one of the two sides; another's is not found by the same reading that finds none. */
export async function loadDocument(
  tx: Tx,
  owner: CaseOwner,
  named: { readonly case: string; readonly document: string },
): Promise<KeptDocument | undefined> {
  const asked = owner.side === "authority" ? forAuthority : forSubject;
  return (await tx.rows<KeptDocument>(asked, [named.case, named.document, owner.organisation]))[0];
}
