import type { Day } from "../../kernel/day.ts";
import { statement } from "../../platform/database/pool.ts";
import type { Tx } from "../../platform/database/pool.ts";
import { compileChannel, nameByText } from "../visibility/index.ts";
import type { CompileQuestion } from "../visibility/index.ts";
import type { SubjectKind } from "../../policy/catalogue-entry.ts";
import type { BrowseFilter } from "./rules/browse.ts";
import type { EntryCount, LoadedSubject, RecordPlace } from "./rules/subject.ts";
import type { PublicRow, ShownVersion } from "./service/record.ts";

/** The public page on a day; what ended is judged on the same day, which is the present. */
export type PublicDay = Pick<CompileQuestion, "policy" | "day" | "today">;

const subjectByCode = statement(
  "publicity.subject",
  `select s.subject as uscc, s.kind, s.standing, n.name, n.known_until as until
   from subject.pub_subject s left join subject.pub_name n on n.subject = s.subject
   where s.subject = $1
   order by n.known_until is not null, n.registered desc, n.known_until desc, n.known_from desc, n.folded`,
);

export async function loadSubject(tx: Tx, code: string): Promise<LoadedSubject | null> {
  const rows = await tx.rows<LoadedSubject & { name: string | null; until: Day | null }>(subjectByCode, [code]);
  const [first] = rows;
  if (first === undefined) return null;
  const names = rows.flatMap(({ name, until }) => (name === null ? [] : [{ name, until }]));
  return { uscc: first.uscc, kind: first.kind, standing: first.standing, names };
}

const named = nameByText("publicity");

function pageChannel(day: PublicDay, offset: number): ReturnType<typeof compileChannel> {
  return compileChannel({ ...day, channel: "public-page", offset });
}

/** Newest first; a record without a day comes last. The id settles the order of one day. */
const dayKey = "coalesce(s.decided_on, date '0001-01-01')";

type ShownQuestion = { readonly subject: string; readonly limit: number } & PublicDay;

/** `columns` of a subject's shown records `v` with their bodies `b`, newest first, at most `limit` of each entry. */
async function rowsShown<R extends object>(tx: Tx, question: ShownQuestion, columns: string): Promise<R[]> {
  const { where, select, values } = pageChannel(question, 2);
  const text = `select ${columns} from (
      select ${select}, row_number() over (partition by s.entry order by ${dayKey} desc, s.id desc) as place
      from statements.pub_statement s where s.subject = $1 and ${where}) v
    left join statements.pub_body b on b.subject = v.subject and b.id = v.id
    where v.place <= $2::int order by v.place`;
  return tx.rows(named("shown", text), [question.subject, question.limit, ...values]);
}

export async function loadShown(tx: Tx, question: ShownQuestion): Promise<PublicRow[]> {
  return rowsShown(tx, question, "v.*, b.fields");
}

/** The same records in the same order, as little of each as tells that it has not changed. */
export async function loadShownVersions(tx: Tx, question: ShownQuestion): Promise<ShownVersion[]> {
  return rowsShown(tx, question, 'v.entry, v.id, v."shownUntil", v.marks, b.fields is null as erased');
}

/** How many records of each entry a subject shows. */
export async function countOfSubject(
  tx: Tx,
  question: { readonly subject: string } & PublicDay,
): Promise<EntryCount[]> {
  const { where, whereValues } = pageChannel(question, 1);
  const text = `select s.entry, count(*)::int as count from statements.pub_statement s
    where s.subject = $1 and ${where} group by s.entry order by s.entry`;
  return tx.rows(named("counts", text), [question.subject, ...whereValues]);
}

/** A page of a subject's shown records, newest first, after a place. */
export async function loadPage(
  tx: Tx,
  question: {
    readonly subject: string;
    readonly entry: string | null;
    readonly after: RecordPlace | null;
    readonly limit: number;
  } & PublicDay,
): Promise<PublicRow[]> {
  const { where, select, values } = pageChannel(question, 5);
  const text = `select v.*, b.fields from (
      select ${select}, ${dayKey} as "dayKey" from statements.pub_statement s
      where s.subject = $1 and ($2::text is null or s.entry = $2)
        and ($3::date is null or (${dayKey}, s.id) < ($3, $4::bytea)) and ${where}
      order by ${dayKey} desc, s.id desc limit $5::int) v
    left join statements.pub_body b on b.subject = v.subject and b.id = v.id
    order by v."dayKey" desc, v.id desc`;
  const { subject, entry, after, limit } = question;
  return tx.rows(named("page", text), [subject, entry, after?.day ?? null, after?.id ?? null, limit, ...values]);
}

/** One shown record; null for what never was and for what is no longer shown alike. */
export async function loadRecord(
  tx: Tx,
  question: { readonly subject: string; readonly id: Buffer } & PublicDay,
): Promise<PublicRow | null> {
  const { where, select, values } = pageChannel(question, 2);
  const text = `select ${select}, b.fields,
      exists (select 1 from lists.pub_listing l where l.subject = s.subject and l.statement = s.id) as "decidedHere"
    from statements.pub_statement s
    left join statements.pub_body b on b.subject = s.subject and b.id = s.id
    where s.subject = $1 and s.id = $2::bytea and ${where}`;
  const [row] = await tx.rows<PublicRow>(named("record", text), [question.subject, question.id, ...values]);
  return row ?? null;
}

/** A shown record of a list, with whom it is about. */
export interface ListedRow extends PublicRow {
  readonly subjectName: string | null;
}

/** Shown records of one entry across subjects, newest first, after a place. */
export async function loadListed(
  tx: Tx,
  question: {
    readonly entry: string;
    readonly filter: Omit<BrowseFilter, "kind"> & { readonly kinds: readonly SubjectKind[] };
    readonly after: RecordPlace | null;
    readonly limit: number;
  } & PublicDay,
): Promise<ListedRow[]> {
  const { where, select, values } = pageChannel(question, 9);
  const text = `select v.*, b.fields, n.name as "subjectName" from (
      select ${select}, ${dayKey} as "dayKey" from statements.pub_statement s
      where s.entry = $1 and ${dayKey} between coalesce($2::date, date '0001-01-01') and coalesce($3::date, date '9999-12-31')
        and ($4::text[] is null or s.provider = any($4)) and ($5::text is null or strpos(s.authority, $5) > 0)
        and exists (select 1 from subject.pub_subject k where k.subject = s.subject and k.kind = any($6::text[]))
        and ($7::date is null or (${dayKey}, s.id) < ($7, $8::bytea)) and ${where}
      order by ${dayKey} desc, s.id desc limit $9::int) v
    left join statements.pub_body b on b.subject = v.subject and b.id = v.id
    left join lateral (
      select c.name from subject.pub_name c where c.subject = v.subject and c.known_until is null
      order by c.registered desc, c.known_from desc, c.folded limit 1) n on true
    order by v."dayKey" desc, v.id desc`;
  const { entry, filter, after, limit } = question;
  const { from, until, providers, authority, kinds } = filter;
  const place = [after?.day ?? null, after?.id ?? null];
  return tx.rows(named("list", text), [entry, from, until, providers, authority, kinds, ...place, limit, ...values]);
}

/** Shown records by entry. Those of individual businesses are personal data and are not added up. */
export async function countShown(tx: Tx, day: PublicDay): Promise<EntryCount[]> {
  const { where, whereValues } = pageChannel(day, 0);
  const text = `select s.entry, count(*)::int as count from statements.pub_statement s
    where ${where} and not exists (select 1 from subject.pub_subject p where p.subject = s.subject and p.kind = 'individual-business')
    group by s.entry`;
  return tx.rows(named("count", text), whereValues);
}

const subjectCount = statement(
  "publicity.subjects",
  `select count(*)::int as count from subject.pub_subject where kind not in ('individual-business', 'natural-person')`,
);

export async function countSubjects(tx: Tx): Promise<number> {
  const [row] = await tx.rows<{ count: number }>(subjectCount);
  return row?.count ?? 0;
}
