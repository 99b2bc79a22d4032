import type { Day } from "../../../kernel/day.ts";
import { statement } from "../../../platform/database/pool.ts";
import type { Tx } from "../../../platform/database/pool.ts";
import type { StepKind, StepTerms } from "../rules/case.ts";
import type { Evidence } from "../rules/document.ts";

export interface KeptCase {
  readonly case: string;
  readonly subject: string;
  readonly list: string;
  readonly organisation: string;
  readonly organisationName: string;
  readonly ground: string;
  readonly facts: string;
  readonly evidence: readonly Evidence[];
  readonly naturalPersons: number;
  readonly openedAt: Date;
}

/** How a document was served, and by which receipt (送达回证). No name of a person stands here. */
export interface Receipt {
  readonly how: "direct" | "left" | "post" | "electronic" | "announcement";
  readonly proof: Evidence;
}

export interface KeptTerms extends StepTerms {
  readonly receipt: Receipt | null;
}

export interface KeptStep {
  readonly no: number;
  readonly kind: StepKind;
  readonly day: Day;
  readonly on: Day;
  readonly at: Date;
  readonly account: string;
  /** The human being as known today: two accounts of one person are one. */
  readonly person: string;
  readonly terms: KeptTerms;
  readonly words: string | null;
  readonly document: string | null;
}

const insertCase = statement(
  "lists.insert-case",
  `insert into lists.case (subject, "case", list, organisation, organisation_name, ground, facts, evidence,
     natural_persons, opened_at, policy_hash) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
);
const insertLocator = statement(
  "lists.insert-locator",
  `insert into lists.locator ("case", subject, list, organisation, opened_at) values ($1, $2, $3, $4, $5)`,
);

export async function saveCase(tx: Tx, one: KeptCase, policyHash: string): Promise<void> {
  await tx.run(insertCase, [
    one.subject,
    one.case,
    one.list,
    one.organisation,
    one.organisationName,
    one.ground,
    one.facts,
    JSON.stringify(one.evidence),
    one.naturalPersons,
    one.openedAt,
    Buffer.from(policyHash, "hex"),
  ]);
  await tx.run(insertLocator, [one.case, one.subject, one.list, one.organisation, one.openedAt]);
}

const insertStep = statement(
  "lists.insert-step",
  `insert into lists.step (subject, "case", no, kind, day, fact_day, at, account, person, terms, words, document, policy_hash)
   values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13) on conflict do nothing`,
);

/** @returns whether nobody else had taken this number. */
export async function saveStep(
  tx: Tx,
  one: KeptStep & Pick<KeptCase, "subject" | "case">,
  policyHash: string,
): Promise<boolean> {
  const saved = await tx.run(insertStep, [
    one.subject,
    one.case,
    one.no,
    one.kind,
    one.day,
    one.on,
    one.at,
    one.account,
    one.person,
    JSON.stringify(one.terms),
    one.words,
    one.document,
    Buffer.from(policyHash, "hex"),
  ]);
  return saved === 1;
}

const columns = `c.subject, c."case", c.list, c.organisation, c.organisation_name as "organisationName", c.ground, c.facts,
  c.evidence, c.natural_persons as "naturalPersons", c.opened_at as "openedAt"`;
const ofAuthority = statement(
  "lists.case-of-authority",
  `select ${columns} from lists.locator l join lists.case c on c.subject = l.subject and c."case" = l."case"
   where l."case" = $1 and l.organisation = $2`,
);
const ofSubject = statement(
  "lists.case-of-subject",
  `select ${columns} from lists.case c where c."case" = $1 and c.subject = $2 and exists (
     select from lists.step s where s.subject = c.subject and s."case" = c."case" and s.kind = 'notice')`,
);

/** Whose side looks a case up. Another's is not found by the same reading that finds none. */
export interface CaseOwner {
  readonly side: "authority" | "subject";
  /** Code of the organisation. */
  readonly organisation: string;
}

/** A subject finds its case once a prior notice was issued: before that nobody has said anything to it. */
export async function loadCase(tx: Tx, owner: CaseOwner, id: string): Promise<KeptCase | undefined> {
  const asked = owner.side === "authority" ? ofAuthority : ofSubject;
  return (await tx.rows<KeptCase>(asked, [id, owner.organisation]))[0];
}

const stepsOf = statement(
  "lists.steps",
  `select s.no, s.kind, s.day, s.fact_day as "on", s.at, s.account,
          coalesce((select a.person from accounts.pub_account a where a.account = s.account), s.person) as person,
          s.terms, s.words, s.document
   from lists.step s where s.subject = $1 and s."case" = $2 order by s.no`,
);

export function loadSteps(tx: Tx, one: Pick<KeptCase, "subject" | "case">): Promise<KeptStep[]> {
  return tx.rows<KeptStep>(stepsOf, [one.subject, one.case]);
}

/** Where a list goes on: after this one. */
export interface CasePlace {
  readonly openedAt: Date;
  readonly case: string;
}

const page = `($2::timestamptz is null or (c.opened_at, c."case") < ($2, $3::uuid)) order by c.opened_at desc, c."case" desc limit $4`;
const listOfAuthority = statement(
  "lists.of-authority",
  `select ${columns} from lists.locator l join lists.case c on c.subject = l.subject and c."case" = l."case"
   where l.organisation = $1 and l.list = $5 and ${page}`,
);
const everywhereOfAuthority = statement(
  "lists.everywhere-of-authority",
  `select ${columns} from lists.locator l join lists.case c on c.subject = l.subject and c."case" = l."case"
   where l.organisation = $1 and ${page}`,
);
const listOfSubject = statement(
  "lists.of-subject",
  `select ${columns} from lists.case c where c.subject = $1 and exists (
     select from lists.step s where s.subject = c.subject and s."case" = c."case" and s.kind = 'notice') and ${page}`,
);

/** Cases, the newest first: an authority's on one list or (null) on all, or what the subject has been told of. */
export function listCases(
  tx: Tx,
  owner: CaseOwner,
  asked: { readonly list: string | null; readonly after: CasePlace | null; readonly limit: number },
): Promise<KeptCase[]> {
  const { after, limit, list } = asked;
  const values = [owner.organisation, after?.openedAt ?? null, after?.case ?? null, limit];
  if (owner.side === "authority" && list !== null) return tx.rows<KeptCase>(listOfAuthority, [...values, list]);
  if (owner.side === "authority") return tx.rows<KeptCase>(everywhereOfAuthority, values);
  return tx.rows<KeptCase>(listOfSubject, values);
}

const lockOne = statement("lists.lock", "select pg_advisory_xact_lock(hashtext('lists.subject'), hashtext($1))");

/** One writer at a time for a subject on a list: neither two cases nor two listings come of two officers at once. */
export async function lockListing(tx: Tx, one: { readonly subject: string; readonly list: string }): Promise<void> {
  await tx.rows(lockOne, [`${one.list}/${one.subject}`]);
}

const openElsewhere = statement(
  "lists.open-case",
  `select 1 as found from lists.case c
   where c.subject = $1 and c.list = $2 and not exists (
     select from lists.step s where s.subject = c.subject and s."case" = c."case"
       and s.kind in ('close', 'decision-served'))
   limit 1`,
);

/** Whether a case that has not led to a decision is under way, by whichever authority. */
export async function hasOpenCase(tx: Tx, one: { readonly subject: string; readonly list: string }): Promise<boolean> {
  return (await tx.rows(openElsewhere, [one.subject, one.list])).length > 0;
}

const standingListing = statement(
  "lists.standing-listing",
  `select 1 as found
   from (
     select distinct on (s.provider, s.source_key) s.subject, s.id, s.decision, s.valid_until, s.batch
     from statements.pub_statement s where s.subject = $1 and s.entry = $2
     order by s.provider, s.source_key, s.version desc
   ) s
   left join statements.pub_body b on b.subject = s.subject and b.id = s.id
   where ($3::text is null or b.fields ->> 'listName' = $3) and (s.valid_until is null or s.valid_until >= $4)
     and not exists (select from statements.pub_ended e
       where e.subject = s.subject and e.decision = s.decision and e.effective <= $4)
     and not exists (select from statements.pub_ended_batch w where w.batch = s.batch and w.effective <= $4)
   limit 1`,
);

/** Whether the subject stands on a list on a day, decided here or elsewhere. */
export async function isListed(
  tx: Tx,
  asked: { readonly subject: string; readonly entry: string; readonly listName: string | null; readonly day: Day },
): Promise<boolean> {
  return (await tx.rows(standingListing, [asked.subject, asked.entry, asked.listName, asked.day])).length > 0;
}
