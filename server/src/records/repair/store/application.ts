import type { Day } from "../../../kernel/day.ts";
import { statement } from "../../../platform/database/pool.ts";
import type { Tx } from "../../../platform/database/pool.ts";
import type { ApplicationKind, Phase, Proposal, StepKind } from "../rules/application.ts";
import type { Eligibility } from "../rules/eligible.ts";

export interface Evidence {
  readonly title: string;
  /** SHA-256 of the file in hex. */
  readonly digest: string;
}

/** A court's ruling that approves a plan of reorganisation or a settlement. */
export interface CourtPaper {
  readonly documentNo: string;
  readonly from: Day;
  /** Last day of the plan, to 24:00. */
  readonly through: Day;
}

export interface KeptApplication {
  readonly subject: string;
  readonly application: string;
  readonly kind: ApplicationKind;
  readonly decision: Buffer;
  readonly statement: Buffer;
  readonly entry: string;
  readonly list: string | null;
  readonly listCase: string | null;
  readonly documentNo: string | null;
  readonly authority: string;
  readonly authorityName: string;
  readonly commitment: string | null;
  readonly court: CourtPaper | null;
  readonly proofs: readonly Evidence[];
  readonly via: "portal" | "hall" | "national";
  readonly paper: Evidence | null;
  /** The number that the national entrance gave. */
  readonly nationalNo: string | null;
  readonly mandate: string | null;
  readonly account: string;
  readonly person: string;
  readonly appliedOn: Day;
  readonly appliedAt: Date;
  readonly eligible: Eligibility;
}

export interface KeptTerms {
  readonly proposal: Proposal | null;
  /** approve: what was approved. */
  readonly outcome: Proposal["outcome"] | null;
  /** supplement: what was handed in later. */
  readonly proofs: readonly Evidence[];
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

const insertApplication = statement(
  "repair.insert",
  `insert into repair.application (subject, application, kind, decision, statement, entry, list, list_case, document_no,
     authority, authority_name, "commitment", court, proofs, via, paper, mandate, account, person, applied_on, applied_at,
     eligible, policy_hash, national_no)
   values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, $22, $23, $24)`,
);
const json = (value: unknown): string | null => (value === null ? null : JSON.stringify(value));

export async function saveApplication(tx: Tx, one: KeptApplication, policyHash: string): Promise<void> {
  const { subject, application, kind, decision, entry, list, listCase, documentNo, authority, authorityName } = one;
  const about = [subject, application, kind, decision, one.statement, entry, list, listCase, documentNo];
  const handed = [one.commitment, json(one.court), json(one.proofs), one.via, json(one.paper), one.mandate];
  const by = [one.account, one.person, one.appliedOn, one.appliedAt, json(one.eligible)];
  const hash = Buffer.from(policyHash, "hex");
  await tx.run(insertApplication, [...about, authority, authorityName, ...handed, ...by, hash, one.nationalNo]);
}

const insertStep = statement(
  "repair.insert-step",
  `insert into repair.step (subject, application, no, kind, day, at, account, person, organisation, terms, words, document, policy_hash)
   values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13) on conflict do nothing`,
);

/** @returns whether nobody else had taken this number. */
export async function saveStep(
  tx: Tx,
  one: KeptStep & Pick<KeptApplication, "subject" | "application">,
  policyHash: string,
): Promise<boolean> {
  const { subject, application, no, kind, day, at, account, person, organisation, terms, words, document } = one;
  const who = [subject, application, no, kind, day, at, account, person, organisation];
  const said = [JSON.stringify(terms), words, document, Buffer.from(policyHash, "hex")];
  return (await tx.run(insertStep, [...who, ...said])) === 1;
}

const stepsOf = statement(
  "repair.steps",
  `select s.no, s.kind, s.day, s.at, s.account, s.organisation, s.terms, s.words, s.document,
     coalesce((select a.person from accounts.pub_account a where a.account = s.account), s.person) as person
   from repair.step s where s.subject = $1 and s.application = $2 order by s.no`,
);

export function loadSteps(tx: Tx, one: Pick<KeptApplication, "subject" | "application">): Promise<KeptStep[]> {
  return tx.rows<KeptStep>(stepsOf, [one.subject, one.application]);
}

const columns = `a.subject, a.application, a.kind, a.decision, a.statement, a.entry, a.list, a.list_case as "listCase",
  a.document_no as "documentNo", a.authority, a.authority_name as "authorityName", a."commitment", a.court, a.proofs, a.via,
  a.paper, a.national_no as "nationalNo", a.mandate, a.account, a.person, a.applied_on as "appliedOn", a.applied_at as "appliedAt", a.eligible`;

/** Whose side looks an application up. Another's is not found by the same reading that finds none. */
export type Owner =
  | { readonly side: "subject" | "authority"; readonly organisation: string }
  | { readonly side: "centre" }
  | { readonly side: "hall" };

const seen = `($2 = 'centre' or $2 = 'hall' and a.via = 'hall' or $2 = 'subject' and a.subject = $1
  or $2 = 'authority' and a.authority = $1)`;
const ownerOf = (owner: Owner): [string | null, string] => [
  "organisation" in owner ? owner.organisation : null,
  owner.side,
];

const oneOf = statement(
  "repair.one",
  `select ${columns} from repair.docket d
   join repair.application a on a.subject = d.subject and a.application = d.application
   where d.application = $3 and ${seen}`,
);

export async function loadApplication(tx: Tx, owner: Owner, id: string): Promise<KeptApplication | undefined> {
  return (await tx.rows<KeptApplication>(oneOf, [...ownerOf(owner), id]))[0];
}

const openOnes = statement(
  "repair.open",
  `select ${columns} from repair.docket d
   join repair.application a on a.subject = d.subject and a.application = d.application
   where d.closed_on is null and ${seen} and ($3::date is null or d.due < $3)
   order by coalesce(d.due, date '9999-12-31'), d.applied_at, d.application limit $4`,
);

/** What is open, by its last day; `lateOn` keeps what is late on that day. */
export function listOpen(
  tx: Tx,
  owner: Owner,
  asked: { readonly lateOn: Day | null; readonly limit: number },
): Promise<KeptApplication[]> {
  return tx.rows<KeptApplication>(openOnes, [...ownerOf(owner), asked.lateOn, asked.limit]);
}

const lockOne = statement("repair.lock", "select pg_advisory_xact_lock(hashtext('repair.subject'), hashtext($1))");

/** One writer at a time for a subject: two applications about one decision never come of two at once. */
export async function lockSubject(tx: Tx, subject: string): Promise<void> {
  await tx.rows(lockOne, [subject]);
}

const insertDocket = statement(
  "repair.insert-docket",
  `insert into repair.docket (application, subject, authority, phase, applied_on, applied_at, accepted_on, due, closed_on,
     in_time, working_days, code)
   values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)
   on conflict (application) do update set phase = $4, accepted_on = $7, due = $8, closed_on = $9, in_time = $10,
     working_days = $11`,
);

export interface Docket {
  readonly phase: Phase;
  readonly acceptedOn: Day | null;
  readonly due: Day | null;
  readonly closedOn: Day | null;
  readonly inTime: boolean | null;
  readonly workingDays: number | null;
  /** SHA-256 of the query code. */
  readonly code: Buffer;
}

/** Notes how an application stands, in the transaction of the step that made it so. */
export async function saveDocket(tx: Tx, kept: KeptApplication, docket: Docket): Promise<void> {
  const { application, subject, authority, appliedOn, appliedAt } = kept;
  const { phase, acceptedOn, due, closedOn, inTime, workingDays, code } = docket;
  const stands = [phase, appliedOn, appliedAt, acceptedOn, due, closedOn, inTime, workingDays, code];
  await tx.run(insertDocket, [application, subject, authority, ...stands]);
}

const byCode = statement(
  "repair.by-code",
  'select phase, applied_on as "appliedOn", due, closed_on as "closedOn" from repair.docket where code = $1',
);

export interface Progress {
  readonly phase: Phase;
  readonly appliedOn: Day;
  readonly due: Day | null;
  readonly closedOn: Day | null;
}

/** How far an application has come, for whoever holds its code: no name and no number stands in it. */
export async function findProgress(tx: Tx, code: Buffer): Promise<Progress | undefined> {
  return (await tx.rows<Progress>(byCode, [code]))[0];
}
