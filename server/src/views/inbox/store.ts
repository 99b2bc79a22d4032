import type { Day } from "../../kernel/day.ts";
import { statement } from "../../platform/database/pool.ts";
import type { Tx } from "../../platform/database/pool.ts";
import { compileChannel, nameByText } from "../visibility/index.ts";
import type { CompileQuestion, VisibleRow } from "../visibility/index.ts";
import type { ListingDigest } from "./rules/listings.ts";
import type { CaseStep, LookDigest, ObjectionStep, RecalledLook, RepairStep } from "./rules/notices.ts";

// By the day from which a look is told: one that was delayed is news on the day on which its delay ends.
const digests = statement(
  "inbox.look-digests",
  `select l.shown_from as day, l.organisation, max(l.organisation_name) as "organisationName",
     case when l.basis_kind = 'authorisation' then nullif(l.basis_ref, '') end as authorisation,
     max(greatest(l.at, l.shown_from::timestamp at time zone 'Asia/Shanghai')) as at,
     count(*)::int as looks, count(distinct l.matter)::int as matters
   from access.pub_look l
   where l.subject = $1 and l.at >= $5::timestamptz and l.basis_kind <> 'own'
     and l.shown_from <= $2::date and l.shown_from >= $3::date
   group by 1, 2, 4 order by 1 desc, 2, 4 limit $4`,
);

/**
 * Looks at a subject that are told by today, by day, office and authorisation; newest day first.
 * @param asked `since` is the first day of telling, `from` a moment before which no look can be that is told since then.
 */
export function lookDigests(
  tx: Tx,
  asked: {
    readonly subject: string;
    readonly today: Day;
    readonly since: Day;
    readonly from: Date;
    readonly limit: number;
  },
): Promise<LookDigest[]> {
  return tx.rows<LookDigest>(digests, [asked.subject, asked.today, asked.since, asked.limit, asked.from]);
}

const enterprises = statement(
  "inbox.enterprises",
  `select distinct organisation as code from accounts.pub_account
   where role = 'enterprise' and organisation > $1 order by organisation limit $2`,
);

/** Codes of organisations that look after their record here, in order behind a given one. */
export async function enterprisesAfter(tx: Tx, after: string, limit: number): Promise<string[]> {
  return (await tx.rows<{ code: string }>(enterprises, [after, limit])).map(({ code }) => code);
}

const named = nameByText("inbox");

/** A record with the moment from which it could be seen. */
export interface ToldRecord extends VisibleRow {
  readonly visibleAt: Date;
}

/**
 * The newest adverse records that stand about a subject: of nothing else it is told. A batch that waited for a second person
 * could be seen long after it was received, and is dated by its end; as long as it is under way it is not told of.
 */
export function adverseRecords(
  tx: Tx,
  asked: Pick<CompileQuestion, "policy" | "day" | "today"> & { readonly subject: string; readonly limit: number },
): Promise<ToldRecord[]> {
  const { subject, limit, ...day } = asked;
  const { where, select, values } = compileChannel({ ...day, channel: "own", grant: null, offset: 3 });
  const adverse = [...day.policy.entries.values()].filter((entry) => entry.adverse).map(({ id }) => id);
  const text = `select ${select}, greatest(s.received_at, b.finished_at) as "visibleAt"
    from statements.pub_statement s left join ingest.pub_batch b on b.batch = s.batch
    where s.subject = $1 and s.entry = any($3::text[]) and (b.batch is null or b.finished_at is not null) and ${where}
    order by greatest(s.received_at, b.finished_at) desc, s.id limit $2::int`;
  return tx.rows<ToldRecord>(named("records", text), [subject, limit, adverse, ...values]);
}

// A case that was closed before anybody told its subject is none of which it is told now.
const caseSteps = statement(
  "inbox.case-steps",
  `select n."case", n.no, n.kind, n.at, n.day, n.list, n.organisation_name as office,
     (n.terms ->> 'hearingOn')::date as "hearingOn"
   from lists.pub_notice n
   where n.subject = $1 and n.at >= $2 and exists (
     select from lists.pub_notice f where f.subject = n.subject and f."case" = n."case" and f.kind = 'notice')
   order by n.at desc, n."case", n.no desc limit $3`,
);

/** The newest steps of cases about a subject that it is told of. */
export function toldSteps(
  tx: Tx,
  asked: { readonly subject: string; readonly since: Date; readonly limit: number },
): Promise<CaseStep[]> {
  return tx.rows<CaseStep>(caseSteps, [asked.subject, asked.since, asked.limit]);
}

const stepColumns = `n.objection, n.no, n.kind, n.at, n.respondent_name as office, n.document_no as "documentNo"`;
const stepsOfSubject = statement(
  "inbox.objections-of-subject",
  `select ${stepColumns} from objection.pub_notice n
   where n.subject = $1 and n.at >= $2 order by n.at desc, n.objection, n.no desc limit $3`,
);
const stepsForOffice = statement(
  "inbox.objections-for-office",
  `select ${stepColumns} from objection.pub_docket d
   join objection.pub_notice n on n.subject = d.subject and n.objection = d.objection
   where d.respondent = $1 and d.forwarded and n.kind in ('forward', 'remind') and n.at >= $2
   order by n.at desc, n.objection, n.no desc limit $3`,
);

export interface SinceAsked {
  readonly organisation: string;
  readonly since: Date;
  readonly limit: number;
}

/** The newest steps of a subject's objections. */
export function objectionSteps(tx: Tx, { organisation, since, limit }: SinceAsked): Promise<ObjectionStep[]> {
  return tx.rows<ObjectionStep>(stepsOfSubject, [organisation, since, limit]);
}

/** What an office has to answer, and is reminded of. */
export function objectionsToAnswer(tx: Tx, { organisation, since, limit }: SinceAsked): Promise<ObjectionStep[]> {
  return tx.rows<ObjectionStep>(stepsForOffice, [organisation, since, limit]);
}

const repairColumns = `n.application, n.no, n.kind, n.at, n.authority_name as office, n.document_no as "documentNo"`;
const repairsOfSubject = statement(
  "inbox.repairs-of-subject",
  `select ${repairColumns} from repair.pub_notice n
   where n.subject = $1 and n.at >= $2 and n.kind in ('need-more', 'accept', 'not-accept', 'extend', 'approve')
   order by n.at desc, n.application, n.no desc limit $3`,
);
const repairsForOffice = statement(
  "inbox.repairs-for-office",
  `select ${repairColumns} from repair.pub_docket d
   join repair.pub_notice n on n.subject = d.subject and n.application = d.application
   where d.authority = $1 and n.kind in ('apply', 'supplement', 'remind') and n.at >= $2
   order by n.at desc, n.application, n.no desc limit $3`,
);

/** The newest steps that others took in a subject's applications for repair. */
export function repairSteps(tx: Tx, { organisation, since, limit }: SinceAsked): Promise<RepairStep[]> {
  return tx.rows<RepairStep>(repairsOfSubject, [organisation, since, limit]);
}

/** What an authority has to decide on repairs, and is reminded of. */
export function repairsForAuthority(tx: Tx, { organisation, since, limit }: SinceAsked): Promise<RepairStep[]> {
  return tx.rows<RepairStep>(repairsForOffice, [organisation, since, limit]);
}

const recalledOf = statement(
  "inbox.recalled",
  `select t.position::float8 as position, encode(t.look, 'hex') as look, t.at, t.matter, t.document_no as "documentNo"
   from recall.pub_told t where t.organisation = $1 and t.at >= $2 order by t.at desc, t.position, t.look limit $3`,
);

/** The newest answers of an office that used what was wrong from the beginning. */
export function recalledLooks(tx: Tx, { organisation, since, limit }: SinceAsked): Promise<RecalledLook[]> {
  return tx.rows<RecalledLook>(recalledOf, [organisation, since, limit]);
}

const listingsOf = statement(
  "inbox.listings",
  `select n.list, n.day, max(n.at) as at, count(*) filter (where n.kind in ('decision-served', 'repair-revoked'))::int as listed,
     count(*) filter (where n.kind in ('exit-approved', 'repaired'))::int as removed
   from lists.pub_notice n
   where n.list = any($1::text[]) and n.at >= $2 and n.kind in ('decision-served', 'exit-approved', 'repaired', 'repair-revoked')
   group by n.list, n.day order by max(n.at) desc, n.list limit $3`,
);

/** Days on which somebody came onto one of these lists or off it, the newest first. */
export function listingDigests(
  tx: Tx,
  asked: { readonly lists: readonly string[]; readonly since: Date; readonly limit: number },
): Promise<ListingDigest[]> {
  return tx.rows<ListingDigest>(listingsOf, [[...asked.lists], asked.since, asked.limit]);
}
