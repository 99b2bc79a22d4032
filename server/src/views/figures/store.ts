import { statement } from "../../platform/database/pool.ts";
import type { Tx } from "../../platform/database/pool.ts";
import type { Day } from "../../kernel/day.ts";
import { compileChannel, nameByText } from "../visibility/index.ts";
import type { CompileQuestion } from "../visibility/index.ts";
import type { BatchSums, DayGroup, DecidedQuestions, NilReturn, SecondGroup } from "./rules/figures.ts";
import type { Month } from "./rules/month.ts";
import type { LoadedRow, RowPlace } from "./rules/row.ts";
import type { RowFilter } from "./rules/row-kind.ts";

/** The entries and the instants that are asked about; `from` belongs to it, `until` does not. */
export interface Span {
  readonly entries: readonly string[];
  readonly from: Date;
  readonly until: Date;
}

const spanOf = ({ entries, from, until }: Span): unknown[] => [entries, from, until];

/**
 * Withdrawn batches stay; failed ones left nothing, and those under way have no sums yet. What was taken over from an old
 * platform was sent to that one, and counted there.
 */
const counted =
  "not b.carried_over and b.entry = any($1::text[]) and b.state in ('done', 'withdrawn') and b.received_at >= $2::timestamptz and b.received_at < $3::timestamptz";
const receivedOn = "(b.received_at at time zone 'Asia/Shanghai')::date";
/** A statement that came in with its batch carries the batch's second; one that a person took in carries that moment. */
const asItCame = "s.received_at = date_trunc('second', b.received_at)";
const came = `from ingest.pub_batch b join statements.pub_statement s on s.batch = b.batch and ${asItCame}
    and s.received_at >= $2::timestamptz and s.received_at < $3::timestamptz where ${counted}`;
const decided = `from (select distinct b.batch, q.row, date_trunc('second', q.decided_at) as at from ingest.pub_batch b
    join ingest.pub_question q on q.batch = b.batch and q.state = 'accepted' where ${counted}) d
    join statements.pub_statement s on s.received_at = d.at and s.received_at >= $2::timestamptz and s.batch = d.batch and s.row = d.row
    join ingest.pub_batch b on b.batch = d.batch where not (${asItCame})`;

const batches = statement(
  "figures.batches",
  `select to_char(b.received_at at time zone 'Asia/Shanghai', 'YYYY-MM') as month, b.provider, b.entry,
     sum(b.accepted)::int as accepted, sum(b.duplicates)::int as duplicates, sum(b.quarantined)::int as quarantined,
     sum(b.rejected - b.natural_persons)::int as rejected,
     coalesce(sum(b.accepted) filter (where b.state = 'withdrawn'), 0)::int as withdrawn
   from ingest.pub_batch b where ${counted} group by 1, 2, 3 order by 1, 2, 3`,
);

/** The sums of all batches of the span, by month, provider and entry. */
export async function loadBatchSums(tx: Tx, span: Span): Promise<(BatchSums & { readonly month: Month })[]> {
  return tx.rows(batches, spanOf(span));
}

const questions = statement(
  "figures.questions",
  `select to_char(b.received_at at time zone 'Asia/Shanghai', 'YYYY-MM') as month, b.provider, b.entry,
     count(*) filter (where q.state = 'accepted')::int as "takenIn", count(*) filter (where q.state = 'rejected')::int as "sentBack"
   from ingest.pub_batch b join ingest.pub_question q on q.batch = b.batch and q.state <> 'open'
   where ${counted} group by 1, 2, 3 order by 1, 2, 3`,
);

/** What became of the questions of the span's batches. */
export async function loadDecidedQuestions(
  tx: Tx,
  span: Span,
): Promise<(DecidedQuestions & { readonly month: Month })[]> {
  return tx.rows(questions, spanOf(span));
}

/** Added up by batch before anything is joined: a month may hold half a million statements and a few thousand batches. */
const groups = statement(
  "figures.groups",
  `select provider, entry, decided_on as "decidedOn", received_on as "receivedOn", correction, sum(count)::int as count from (
   select b.provider, b.entry, g.decided_on, ${receivedOn} as received_on, g.correction, g.count
   from (select s.batch, s.received_at, s.decided_on, s.replaces is not null as correction, count(*) as count from statements.pub_statement s
     where s.received_at >= $2::timestamptz and s.received_at < $3::timestamptz and s.entry = any($1::text[]) group by 1, 2, 3, 4) g
   join ingest.pub_batch b on b.batch = g.batch and g.received_at = date_trunc('second', b.received_at) where ${counted}
   union all
   select b.provider, b.entry, s.decided_on, ${receivedOn}, s.replaces is not null, count(*) ${decided} group by 1, 2, 3, 4, 5) each
   group by 1, 2, 3, 4, 5`,
);

/** The statements of the span by batch and decision day. This reads every one of them. */
export async function loadDayGroups(tx: Tx, span: Span): Promise<DayGroup[]> {
  return tx.rows(groups, spanOf(span));
}

/** A department as a second source may name it: by its code, else by its name. */
export interface Named {
  readonly uscc: string;
  readonly zh: string;
}

/**
 * Statements of the span about decisions of departments that somebody else has sent and that still stand, and whether the
 * department has reported the same one itself: taken in, or waiting as a question. `$4` codes, `$5` names of the
 * departments, `$6` today. What has ended, by whatever kind, is no reason to ask for a report any more; a revocation and
 * a quashing undo a decision from its beginning.
 */
const secondRows = `select d.code as department, s.subject, s.decision, s.decided_on, s.entry, s.id, s.row,
     s.replaces is not null as correction, b.batch, b.provider, b.received_at,
     exists (select 1 from statements.pub_statement o where o.subject = s.subject and o.entry = s.entry and o.provider = d.code
       and (o.decision = s.decision or o.document_no = s.document_no))
     or exists (select 1 from ingest.pub_question q join ingest.pub_batch o on o.batch = q.batch
       where q.state = 'open' and q.document_no = s.document_no and o.provider = d.code and o.entry = s.entry
         and o.state <> 'withdrawn') as reported
   from ingest.pub_batch b join statements.pub_statement s on s.batch = b.batch and s.received_at >= $2::timestamptz and s.received_at < $3::timestamptz
   left join unnest($4::text[], $5::text[]) as n (code, name) on s.authority_code is null and n.name = s.authority
   join unnest($4::text[]) as d (code) on d.code = coalesce(s.authority_code, n.code)
   where not b.carried_over and b.entry = any($1::text[]) and s.entry = any($1) and b.state = 'done' and s.provider <> d.code
     and (s.authority_code is null or s.authority_code <> s.provider)
     and not exists (select 1 from statements.pub_ended e where e.subject = s.subject and e.decision = s.decision
       and (e.effective <= $6::date or e.kind in ('revoked', 'quashed')))
     and not exists (select 1 from statements.pub_ended_batch w where w.batch = s.batch and w.effective <= $6::date)
     and not exists (select 1 from statements.pub_statement n where n.subject = s.subject and n.entry = s.entry
       and n.provider = s.provider and n.source_key = s.source_key and n.version > s.version
       and not exists (select 1 from statements.pub_ended_batch w where w.batch = n.batch))`;

/** Each decision once, whoever sent it and however often: what is counted is what is listed. */
const secondOnce = `select distinct on (department, subject, decision, entry) r.* from (${secondRows}) r
     order by department, subject, decision, entry, batch, row, id`;

const second = statement(
  "figures.second",
  `select department as provider, entry, decided_on as "decidedOn", reported, count(*)::int as count
   from (${secondOnce}) u group by 1, 2, 3, 4`,
);

/** What second sources are asked about. */
export interface SecondQuestion {
  readonly span: Span;
  readonly departments: readonly Named[];
  /** What has ended is judged by it. */
  readonly today: Day;
}

const secondValues = ({ span, departments, today }: SecondQuestion): unknown[] => [
  ...spanOf(span),
  departments.map((one) => one.uscc),
  departments.map((one) => one.zh),
  today,
];

/** Decisions of the departments that others have sent in the span, each counted once. */
export async function loadSecondGroups(tx: Tx, question: SecondQuestion): Promise<SecondGroup[]> {
  return tx.rows(second, secondValues(question));
}

const nil = statement(
  "figures.nil",
  `select provider, entry, nil_from as "nilFrom", through from ingest.pub_completeness
   where nil_from is not null and entry = any($1::text[]) and through >= $2::date order by declared_at, through`,
);

/** 零报告 that reach a day. */
export async function loadNilReturns(tx: Tx, reaching: { entries: readonly string[]; day: Day }): Promise<NilReturn[]> {
  return tx.rows(nil, [reaching.entries, reaching.day]);
}

const head = "b.entry, b.provider, b.batch, b.state, b.received_at";
const own = "($4::text[] is null or b.provider = any($4)) and (not $5::boolean or b.state = 'withdrawn')";
const byDays = `($9::text = 'any' or ($9 = 'correction' and s.replaces is not null)
    or ($9 = 'none' and s.decided_on is null and s.replaces is null)
    or ($9 = 'pairs' and s.replaces is null and (s.decided_on, ${receivedOn}) in (select * from unnest($10::date[], $11::date[]))))`;
/**
 * What tells rows of one number apart, in an order that says nothing: a keyed digest, since a cursor can be read by whoever
 * holds it. Ids of records and the words on a sheet's tab stay inside.
 */
const keyOf = (secret: string, inner: string): string => `encode(sha256(${secret}::bytea || ${inner}), 'hex')`;
const sheetBytes = (sheet: string): string => `convert_to(${sheet}, 'UTF8')`;
const after = (row: string, inner: string): string =>
  `($12::uuid is null or (b.batch, ${row}, ${keyOf("$15", inner)}) > ($12, $13::int, $14::text))`;
const ofStatement = `s.row, s.id as inside, s.decided_on, s.replaces is not null as correction, s.subject, s.id`;
const noStatement = "null::date, false, null::text, null::bytea";
// Rows of one number come whole: only then is the digest, which orders them, made for those that are listed alone.
const first = "fetch first ($16::int) rows with ties";
const statementsOf = (part: string, outcome: string, source: string): string =>
  `(select ${head}, '${outcome}' as outcome, ${ofStatement} ${source}
    and '${part}' = any($6::text[]) and ${own} and ${byDays} and ${after("s.row", "s.id")}
    order by b.batch, s.row ${first})`;

const rows = statement(
  "figures.rows",
  `with found as (${statementsOf("direct", "accepted", came)}
   union all ${statementsOf("taken", "taken", decided)}
   union all (select distinct ${head}, i.outcome, i.row, ${sheetBytes("coalesce(i.sheet, '')")}, ${noStatement}
    from ingest.pub_batch b join ingest.pub_issue i on i.batch = b.batch and i.outcome = any($7::text[]) and i.code <> 'ingest.natural-person'
    where ${counted} and 'issue' = any($6::text[]) and ${own} and ${after("i.row", sheetBytes("coalesce(i.sheet, '')"))}
    order by 3, 7 ${first})
   union all (select ${head}, case q.state when 'open' then 'open' else 'question-' || q.state end, q.row, ${sheetBytes("q.sheet")}, ${noStatement}
    from ingest.pub_batch b join ingest.pub_question q on q.batch = b.batch and q.state = any($8::text[])
    where ${counted} and 'question' = any($6::text[]) and ${own} and ${after("q.row", sheetBytes("q.sheet"))}
    order by 3, 7 ${first}))
   select f.entry, f.provider, f.batch, f.state, f.received_at as "receivedAt", f.outcome, f.row, ${keyOf("$15", "f.inside")} as key,
     f.decided_on as "decidedOn", f.correction, f.subject, f.id,
     f.id is not null and exists (select 1 from statements.pub_statement n where n.subject = f.subject and n.replaces = f.id) as corrected
   from found f order by f.batch, f.row, key limit $16`,
);

/** One page of a list. */
interface Paged {
  /** Departments; null for all. */
  readonly providers: readonly string[] | null;
  readonly after: RowPlace | null;
  readonly limit: number;
  /** What the keys of rows are made with. */
  readonly secret: Buffer;
}

const placeValues = ({ after: place, secret, limit }: Paged): unknown[] => [
  ...(place === null ? [null, null, null] : [place.batch, place.row, place.key]),
  secret,
  limit,
];

/** The rows of a span behind a number, in the order of batches and files. */
export async function loadRows(
  tx: Tx,
  asked: Paged & { readonly span: Span; readonly filter: RowFilter },
): Promise<LoadedRow[]> {
  const { filter } = asked;
  return tx.rows(rows, [
    ...spanOf(asked.span),
    asked.providers,
    filter.withdrawnOnly,
    filter.parts,
    filter.outcomes,
    filter.questions,
    filter.days,
    filter.pairs.map((one) => one.decidedOn),
    filter.pairs.map((one) => one.receivedOn),
    ...placeValues(asked),
  ]);
}

const secondList = statement(
  "figures.second-rows",
  `select entry, provider, batch, 'done' as state, received_at as "receivedAt", 'accepted' as outcome, row,
     ${keyOf("$12", "id")} as key, decided_on as "decidedOn", correction, false as corrected, subject, id
   from (${secondOnce}) u
   where ($7::text[] is null or department = any($7)) and ($8::date[] is null or (not reported and decided_on = any($8)))
     and ($9::uuid is null or (batch, row, ${keyOf("$12", "id")}) > ($9, $10::int, $11::text))
   order by batch, row, key limit $13`,
);

/** Decisions of departments that others have sent; with `missing`, those of these days that they have not sent themselves. */
export async function loadSecondRows(
  tx: Tx,
  asked: Paged & SecondQuestion & { readonly missing: readonly Day[] | null },
): Promise<LoadedRow[]> {
  return tx.rows(secondList, [...secondValues(asked), asked.providers, asked.missing, ...placeValues(asked)]);
}

const named = nameByText("figures");

/** Which of these statements everybody may read today, individual businesses left out: their data are personal. */
export async function loadShown(
  tx: Tx,
  asked: { readonly subjects: readonly string[]; readonly ids: readonly Buffer[] } & Pick<
    CompileQuestion,
    "policy" | "day" | "today"
  >,
): Promise<{ readonly id: Buffer }[]> {
  const { where, whereValues } = compileChannel({ ...asked, channel: "public-page", offset: 2 });
  const text = `select s.id from statements.pub_statement s where s.subject = any($1::text[]) and s.id = any($2::bytea[])
      and exists (select 1 from subject.pub_subject k where k.subject = s.subject and k.kind not in ('individual-business', 'natural-person'))
      and ${where}`;
  return tx.rows(named("shown", text), [asked.subjects, asked.ids, ...whereValues]);
}
