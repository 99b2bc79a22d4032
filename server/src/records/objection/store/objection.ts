import type { Day } from "../../../kernel/day.ts";
import { statement } from "../../../platform/database/pool.ts";
import type { Tx } from "../../../platform/database/pool.ts";
import type { Earlier } from "../rules/filing.ts";
import type { Answer, Evidence, Kind, Phase, StepKind } from "../rules/objection.ts";
import type { Place } from "../rules/place.ts";

export interface DisputedField {
  readonly field: string;
  /** What the record says; null where it says nothing. */
  readonly says: string | null;
  readonly should: string;
}

export interface KeptObjection {
  readonly subject: string;
  readonly objection: string;
  readonly kind: Kind;
  /** What is disputed: two on the same are known by it. */
  readonly about: string;
  readonly statement: Buffer | null;
  readonly decision: Buffer | null;
  readonly look: Buffer | null;
  readonly measure: string | null;
  readonly entry: string | null;
  readonly documentNo: string | null;
  readonly respondent: string;
  readonly respondentName: string;
  /** Whether the respondent attached the record to this subject, and is not its provider. */
  readonly attached: boolean;
  readonly ground: string;
  readonly claim: string;
  readonly fields: readonly DisputedField[];
  readonly evidence: readonly Evidence[];
  readonly via: "portal" | "hall";
  readonly paper: Evidence | null;
  readonly mandate: string | null;
  readonly account: string;
  readonly person: string;
  readonly filedOn: Day;
  readonly filedAt: Date;
}

export interface KeptTerms {
  readonly answer: Answer | null;
  /** accept: the mark that it set, and whether the platform's own organisation answers. */
  readonly mark: string | null;
  readonly own: boolean;
  /** confirm: what came of it. */
  readonly outcome: string | null;
}

export interface KeptStep {
  readonly no: number;
  readonly kind: StepKind;
  readonly day: Day;
  readonly at: Date;
  readonly account: string;
  /** The human being as known today: two accounts of one person are one. */
  readonly person: string;
  readonly organisation: string;
  readonly terms: KeptTerms;
  readonly words: string | null;
  readonly document: string | null;
}

const insertObjection = statement(
  "objection.insert",
  `insert into objection.objection (subject, objection, kind, thing, statement, decision, look, measure, entry, document_no,
     respondent, respondent_name, attached, ground, claim, fields, evidence, via, paper, mandate, account, person, filed_on,
     filed_at, policy_hash)
   values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, $22, $23, $24, $25)`,
);

export async function saveObjection(tx: Tx, one: KeptObjection, policyHash: string): Promise<void> {
  const { subject, objection, kind, decision, look, measure, entry, documentNo, respondent, respondentName } = one;
  const disputed = [subject, objection, kind, one.about, one.statement, decision, look, measure, entry, documentNo];
  const said = [respondent, respondentName, one.attached, one.ground, one.claim, JSON.stringify(one.fields)];
  const paper = one.paper === null ? null : JSON.stringify(one.paper);
  const by = [JSON.stringify(one.evidence), one.via, paper, one.mandate, one.account, one.person];
  await tx.run(insertObjection, [
    ...disputed,
    ...said,
    ...by,
    one.filedOn,
    one.filedAt,
    Buffer.from(policyHash, "hex"),
  ]);
}

const insertStep = statement(
  "objection.insert-step",
  `insert into objection.step (subject, objection, no, kind, day, at, account, person, organisation, terms, words, document, policy_hash)
   values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13) on conflict do nothing`,
);

/** @returns whether nobody else had taken this number. */
export async function saveStep(
  tx: Tx,
  one: KeptStep & Pick<KeptObjection, "subject" | "objection">,
  policyHash: string,
): Promise<boolean> {
  const { subject, objection, no, kind, day, at, account, person, organisation, terms, words, document } = one;
  const who = [subject, objection, no, kind, day, at, account, person, organisation];
  const said = [JSON.stringify(terms), words, document, Buffer.from(policyHash, "hex")];
  return (await tx.run(insertStep, [...who, ...said])) === 1;
}

const stepsOf = statement(
  "objection.steps",
  `select s.no, s.kind, s.day, s.at, s.account, s.organisation, s.terms, s.words, s.document,
     coalesce((select a.person from accounts.pub_account a where a.account = s.account), s.person) as person
   from objection.step s where s.subject = $1 and s.objection = $2 order by s.no`,
);

export function loadSteps(tx: Tx, one: Pick<KeptObjection, "subject" | "objection">): Promise<KeptStep[]> {
  return tx.rows<KeptStep>(stepsOf, [one.subject, one.objection]);
}

const columns = `o.subject, o.objection, o.kind, o.thing as about, o.statement, o.decision, o.look, o.measure, o.entry,
  o.document_no as "documentNo", o.respondent, o.respondent_name as "respondentName", o.attached, o.ground, o.claim, o.fields,
  o.evidence, o.via, o.paper, o.mandate, o.account, o.person, o.filed_on as "filedOn", o.filed_at as "filedAt"`;

/** Whose side looks an objection up. Another's is not found by the same reading that finds none. */
export type Owner =
  | { readonly side: "subject"; readonly organisation: string }
  | { readonly side: "respondent"; readonly organisation: string }
  | { readonly side: "centre" }
  | { readonly side: "hall" };

/** Which rows of the docket a side sees: bound as $1 (its organisation) and $2 (its name). */
const seen = `($2 = 'centre' or $2 = 'hall' and o.via = 'hall' or $2 = 'subject' and o.subject = $1
  or $2 = 'respondent' and d.forwarded and d.respondent = $1)`;
const ownerOf = (owner: Owner): [string | null, string] => [
  "organisation" in owner ? owner.organisation : null,
  owner.side,
];

const oneOf = statement(
  "objection.one",
  `select ${columns} from objection.docket d
   join objection.objection o on o.subject = d.subject and o.objection = d.objection
   where d.objection = $3 and ${seen}`,
);

export async function loadObjection(tx: Tx, owner: Owner, id: string): Promise<KeptObjection | undefined> {
  return (await tx.rows<KeptObjection>(oneOf, [...ownerOf(owner), id]))[0];
}

export type Listed = KeptObjection & { readonly placeDay: string };

const OPEN_DAY = "coalesce(d.due, date '9999-12-31')";
const openOnes = statement(
  "objection.open",
  `select ${columns}, ${OPEN_DAY} as "placeDay" from objection.docket d
   join objection.objection o on o.subject = d.subject and o.objection = d.objection
   where d.closed_on is null and ${seen} and ($3::date is null or d.due < $3)
     and ($4::date is null or (${OPEN_DAY}, d.filed_at, d.objection) > ($4, $5::timestamptz, $6::uuid))
   order by ${OPEN_DAY}, d.filed_at, d.objection limit $7`,
);
const closedOnes = statement(
  "objection.closed",
  `select ${columns}, d.closed_on as "placeDay" from objection.docket d
   join objection.objection o on o.subject = d.subject and o.objection = d.objection
   where d.closed_on is not null and ${seen} and ($3::date is null or d.closed_on between $3 and $8::date)
     and ($4::date is null or (d.closed_on, d.filed_at, d.objection) < ($4, $5::timestamptz, $6::uuid))
   order by d.closed_on desc, d.filed_at desc, d.objection desc limit $7`,
);
const ownOnes = statement(
  "objection.own",
  `select ${columns}, o.filed_on as "placeDay" from objection.objection o
   where o.subject = $1 and ($2::timestamptz is null or (o.filed_at, o.objection) < ($2, $3::uuid))
   order by o.filed_at desc, o.objection desc limit $4`,
);

export interface PageAsked {
  readonly after: Place | null;
  readonly limit: number;
}

/** What is open, by its last day; `lateOn` keeps what is late on that day. */
export function listOpen(tx: Tx, owner: Owner, asked: PageAsked & { readonly lateOn: Day | null }): Promise<Listed[]> {
  const { after, limit, lateOn } = asked;
  const place = [after?.day ?? null, after?.filedAt ?? null, after?.objection ?? null];
  return tx.rows<Listed>(openOnes, [...ownerOf(owner), lateOn, ...place, limit]);
}

/** What has ended, the newest first; within some days where they are given. */
export function listClosed(
  tx: Tx,
  owner: Owner,
  asked: PageAsked & { readonly from: Day | null; readonly through: Day | null },
): Promise<Listed[]> {
  const { after, limit, from, through } = asked;
  const place = [after?.day ?? null, after?.filedAt ?? null, after?.objection ?? null];
  return tx.rows<Listed>(closedOnes, [...ownerOf(owner), from, ...place, limit, through]);
}

/** A subject's own, the newest first. */
export function listOwn(tx: Tx, subject: string, { after, limit }: PageAsked): Promise<Listed[]> {
  return tx.rows<Listed>(ownOnes, [subject, after?.filedAt ?? null, after?.objection ?? null, limit]);
}

const lockOne = statement(
  "objection.lock",
  "select pg_advisory_xact_lock(hashtext('objection.subject'), hashtext($1))",
);

/** One writer at a time for a subject: two on the same thing never come of two officers at once. */
export async function lockSubject(tx: Tx, subject: string): Promise<void> {
  await tx.rows(lockOne, [subject]);
}

const earlierOnes = statement(
  "objection.earlier",
  `select d.phase, o.filed_on as "filedOn", array(select e ->> 'digest' from jsonb_array_elements(o.evidence) e) as evidence
   from objection.objection o join objection.docket d on d.objection = o.objection
   where o.subject = $1 and o.thing = $2`,
);

/** What was filed on the same thing before. */
export function loadEarlier(tx: Tx, subject: string, about: string): Promise<Earlier[]> {
  return tx.rows<Earlier>(earlierOnes, [subject, about]);
}

const insertDocket = statement(
  "objection.insert-docket",
  `insert into objection.docket (objection, subject, respondent, forwarded, phase, filed_on, filed_at, due, closed_on)
   values ($1, $2, $3, $4, $5, $6, $7, $8, $9)
   on conflict (objection) do update set forwarded = $4, phase = $5, due = $8, closed_on = $9`,
);

export interface Docket {
  readonly forwarded: boolean;
  readonly phase: Phase;
  readonly due: Day | null;
  readonly closedOn: Day | null;
}

/** Notes how an objection stands, in the transaction of the step that made it so. */
export async function saveDocket(tx: Tx, kept: KeptObjection, docket: Docket): Promise<void> {
  const { objection, subject, respondent, filedOn, filedAt } = kept;
  const { forwarded, phase, due, closedOn } = docket;
  await tx.run(insertDocket, [objection, subject, respondent, forwarded, phase, filedOn, filedAt, due, closedOn]);
}
