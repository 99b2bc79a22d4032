import { statement } from "../../platform/database/pool.ts";
import type { Tx } from "../../platform/database/pool.ts";
import type { Commitment, Judgement, CommitmentPlace } from "./rules.ts";

const receiverName = statement(
  "commitment.receiver",
  "select organisation_name as name from accounts.pub_account where organisation = $1 and role <> 'enterprise' limit 1",
);
const lockSubject = statement("commitment.lock", "select pg_advisory_xact_lock(hashtextextended($1, 28))");
const insertOne = statement(
  "commitment.insert",
  `insert into commitment.commitment (subject, commitment, receiver, receiver_name, kind, matter, promise, document_no,
     through, wording, digest, mandate, account, person, given_on, given_at, policy_hash, registrar, paper_title, paper_digest)
   values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, decode($17, 'hex'), $18, $19, $20)
   on conflict do nothing`,
);
const insertLocator = statement(
  "commitment.insert-locator",
  "insert into commitment.locator (commitment, subject, receiver, given_at) values ($1, $2, $3, $4)",
);
const columns = `c.subject, c.commitment, c.receiver, c.receiver_name as "receiverName", c.kind, c.matter, c.promise,
  c.document_no as "documentNo", c.through, c.wording, c.digest, c.mandate, c.account, c.person, c.given_on as "givenOn",
  c.given_at as "givenAt", case when c.registrar is not null then json_build_object('registrar', c.registrar,
  'title', c.paper_title, 'digest', c.paper_digest) end as "onPaper"`;
const bySubject = statement(
  "commitment.of-subject",
  `select ${columns} from commitment.commitment c where c.subject = $1
   and ($2::timestamptz is null or (c.given_at, c.commitment) < ($2, $3)) order by c.given_at desc, c.commitment desc limit $4`,
);
const byReceiver = statement(
  "commitment.of-receiver",
  `select ${columns} from commitment.locator l
   join commitment.commitment c on c.subject = l.subject and c.commitment = l.commitment
   where l.receiver = $1 and ($2::timestamptz is null or (l.given_at, l.commitment) < ($2, $3))
   order by l.given_at desc, l.commitment desc limit $4`,
);
const byNumber = statement(
  "commitment.one",
  `select ${columns} from commitment.locator l
   join commitment.commitment c on c.subject = l.subject and c.commitment = l.commitment where l.commitment = $1 and l.receiver = $2`,
);
const byDocument = statement(
  "commitment.of-document",
  `select ${columns} from commitment.commitment c where c.subject = $1 and c.document_no = $2 order by c.given_at`,
);
const judgementsOf = statement(
  "commitment.judgements",
  `select no, outcome, reason, document, day, at from commitment.judgement where subject = $1 and commitment = $2 order by no`,
);
const insertJudgement = statement(
  "commitment.judge",
  `insert into commitment.judgement (subject, commitment, no, outcome, reason, document, organisation, account, person, day, at)
   values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11) on conflict do nothing`,
);

export interface CommitmentPage {
  readonly after: CommitmentPlace | null;
  readonly limit: number;
}

/** Name of an organisation that may receive commitments; undefined where nobody works there. */
export async function findReceiver(tx: Tx, receiver: string): Promise<string | undefined> {
  return (await tx.rows<{ name: string }>(receiverName, [receiver]))[0]?.name;
}

/** One commitment of a subject is given or judged at a time. */
export async function lockCommitments(tx: Tx, subject: string): Promise<void> {
  await tx.rows(lockSubject, [subject]);
}

/** @returns whether it was not there yet. */
export async function saveCommitment(tx: Tx, made: Commitment, policyHash: string): Promise<boolean> {
  const { subject, commitment, receiver, receiverName: name, kind, matter, promise, documentNo, through } = made;
  const said = [
    subject,
    commitment,
    receiver,
    name,
    kind,
    matter,
    promise,
    documentNo,
    through,
    made.wording,
    made.digest,
  ];
  const signed = [made.mandate, made.account, made.person, made.givenOn, made.givenAt, policyHash];
  const paper = [made.onPaper?.registrar ?? null, made.onPaper?.title ?? null, made.onPaper?.digest ?? null];
  if ((await tx.run(insertOne, [...said, ...signed, ...paper])) === 0) return false;
  await tx.run(insertLocator, [commitment, subject, receiver, made.givenAt]);
  return true;
}

/** What a subject promised, the newest first. */
export function commitmentsOf(tx: Tx, subject: string, { after, limit }: CommitmentPage): Promise<Commitment[]> {
  return tx.rows<Commitment>(bySubject, [subject, after?.givenAt ?? null, after?.commitment ?? null, limit]);
}

/** What an organisation received, the newest first. */
export function commitmentsTo(tx: Tx, receiver: string, { after, limit }: CommitmentPage): Promise<Commitment[]> {
  return tx.rows<Commitment>(byReceiver, [receiver, after?.givenAt ?? null, after?.commitment ?? null, limit]);
}

/** One that an organisation received; undefined for another's as for none. */
export async function findCommitment(tx: Tx, commitment: string, receiver: string): Promise<Commitment | undefined> {
  return (await tx.rows<Commitment>(byNumber, [commitment, receiver]))[0];
}

/** The commitments for repair of one decision, in order. */
export function commitmentsOn(tx: Tx, subject: string, documentNo: string): Promise<Commitment[]> {
  return tx.rows<Commitment>(byDocument, [subject, documentNo]);
}

export function loadJudgements(
  tx: Tx,
  { subject, commitment }: Pick<Commitment, "subject" | "commitment">,
): Promise<Judgement[]> {
  return tx.rows<Judgement>(judgementsOf, [subject, commitment]);
}

const judgementsOfMany = statement(
  "commitment.judgements-of-many",
  `select j.commitment, j.no, j.outcome, j.reason, j.document, j.day, j.at
   from unnest($1::text[], $2::text[]) k (subject, commitment)
   join commitment.judgement j on j.subject = k.subject and j.commitment = k.commitment order by j.no`,
);

/** What was said of each of some commitments, in order; of those of which nothing was said there is nothing. */
export async function judgementsByCommitment(
  tx: Tx,
  all: readonly Pick<Commitment, "subject" | "commitment">[],
): Promise<ReadonlyMap<string, readonly Judgement[]>> {
  const keys = [all.map(({ subject }) => subject), all.map(({ commitment }) => commitment)];
  const rows = await tx.rows<Judgement & { readonly commitment: string }>(judgementsOfMany, keys);
  return Map.groupBy(rows, ({ commitment }) => commitment);
}

export interface NewJudgement extends Judgement {
  readonly subject: string;
  readonly commitment: string;
  readonly organisation: string;
  readonly account: string;
  readonly person: string;
}

/** @returns whether nobody had said something under this number meanwhile. */
export async function saveJudgement(tx: Tx, one: NewJudgement): Promise<boolean> {
  const { subject, commitment, no, outcome, reason, document, organisation, account, person, day, at } = one;
  const said = [subject, commitment, no, outcome, reason, document];
  return (await tx.run(insertJudgement, [...said, organisation, account, person, day, at])) === 1;
}
