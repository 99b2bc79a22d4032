import type { Day } from "../../kernel/day.ts";
import { statement } from "../../platform/database/pool.ts";
import type { Tx } from "../../platform/database/pool.ts";
import { compileChannel, nameByText } from "../visibility/index.ts";
import type { CompileQuestion } from "../visibility/index.ts";
import type { KnownSubject, LookPlace, Provenance, RecordPlace, SharedRow, ToldLook } from "./rules/told.ts";

const knownSubjects = statement(
  "sharing.subjects",
  `select s.subject, s.kind, n.name from subject.pub_subject s
   left join lateral (
     select c.name from subject.pub_name c where c.subject = s.subject and c.known_until is null
     order by c.registered desc, c.known_from desc, c.folded limit 1) n on true
   where s.subject = any($1::text[])`,
);

export async function loadSubjects(tx: Tx, codes: readonly string[]): Promise<ReadonlyMap<string, KnownSubject>> {
  const rows = await tx.rows<KnownSubject>(knownSubjects, [codes]);
  return new Map(rows.map((row) => [row.subject, row]));
}

export interface RowsQuestion extends Pick<CompileQuestion, "channel" | "policy" | "day" | "today" | "grant"> {
  readonly subjects: readonly string[];
  /** Of each subject at most so many, newest first. */
  readonly limit: number;
  readonly after: RecordPlace | null;
}

const named = nameByText("sharing");
/** A record without a day comes last; the id settles the order of one day. */
const dayKey = "coalesce(s.decided_on, date '0001-01-01')";

/** Records of some subjects through a channel under one grant: by subject, newest first. */
export async function loadRows(tx: Tx, question: RowsQuestion): Promise<SharedRow[]> {
  const { where, select, values, fields, fieldValues, sealed } = compileChannel({ ...question, offset: 4 });
  const text = `select s.*, case when b.id is null then null else ${fields} end as fields, ${sealed} as sealed from (
      select ${select}, row_number() over (partition by s.subject order by ${dayKey} desc, s.id desc) as place
      from statements.pub_statement s
      where s.subject = any($1::text[]) and ($3::date is null or (${dayKey}, s.id) < ($3, $4::bytea)) and ${where}) s
    left join statements.pub_body b on b.subject = s.subject and b.id = s.id
    where s.place <= $2::int order by s.subject, s.place`;
  const { subjects, limit, after } = question;
  const place = after === null ? [null, null] : [after.day ?? "0001-01-01", after.id];
  return tx.rows(named("rows", text), [subjects, limit, ...place, ...values, ...fieldValues]);
}

/** The newest record of one entry about a subject through a channel, or none. */
export async function loadNewest(
  tx: Tx,
  question: Omit<RowsQuestion, "subjects" | "limit" | "after"> & { readonly subject: string; readonly entry: string },
): Promise<SharedRow[]> {
  const { where, select, values, fields, fieldValues, sealed } = compileChannel({ ...question, offset: 2 });
  const text = `select s.*, case when b.id is null then null else ${fields} end as fields, ${sealed} as sealed from (
      select ${select} from statements.pub_statement s where s.subject = $1 and s.entry = $2 and ${where}
      order by s.received_at desc, s.version desc, s.id desc limit 1) s
    left join statements.pub_body b on b.subject = s.subject and b.id = s.id`;
  return tx.rows(named("newest", text), [question.subject, question.entry, ...values, ...fieldValues]);
}

/** How many records of each entry of some subjects pass a channel under one grant. */
export async function countRows(
  tx: Tx,
  question: Omit<RowsQuestion, "limit" | "after">,
): Promise<{ readonly subject: string; readonly entry: string; readonly count: number }[]> {
  const { where, whereValues } = compileChannel({ ...question, offset: 1 });
  const text = `select s.subject, s.entry, count(*)::int as count from statements.pub_statement s
    where s.subject = any($1::text[]) and ${where} group by s.subject, s.entry`;
  return tx.rows(named("count", text), [question.subjects, ...whereValues]);
}

const looksAt = statement(
  "sharing.looks-at",
  `select look, at, organisation, organisation_name as "organisationName", post, matter, purpose,
     basis_kind as "basisKind", basis_ref as "basisRef", basis_article as "basisArticle", channel, entries, fields, outcome,
     (select coalesce(json_agg(json_build_object('measure', f.measure, 'applied', f.applied, 'decisionNo', f.decision_no,
         'reason', f.reason, 'at', (extract(epoch from f.at) * 1000)::bigint) order by f.at, f.measure), '[]')
       from feedback.pub_feedback f where f.subject = l.subject and f.look = l.look) as measures
   from access.pub_look l
   where subject = $1 and shown_from <= $2::date and ($3::timestamptz is null or (at, look) < ($3, $4::bytea))
   order by at desc, look desc limit $5::int`,
);

/** Looks at a subject that it may know of today, newest first, after a place. */
export function loadLooks(
  tx: Tx,
  question: {
    readonly subject: string;
    readonly today: Day;
    readonly after: LookPlace | null;
    readonly limit: number;
  },
): Promise<ToldLook[]> {
  const { subject, today, after, limit } = question;
  return tx.rows(looksAt, [subject, today, after?.at ?? null, after?.look ?? null, limit]);
}

const toldLook = statement(
  "sharing.told-look",
  "select look from access.pub_look where subject = $1 and look = $2 and shown_from <= $3::date",
);

/** Whether a look at a subject is one that it may know of today. */
export async function isTold(
  tx: Tx,
  { subject, look, today }: { readonly subject: string; readonly look: Buffer; readonly today: Day },
): Promise<boolean> {
  return (await tx.rows(toldLook, [subject, look, today])).length > 0;
}

const provenance = statement(
  "sharing.provenance",
  `select s.id, s.batch, s.row, s.version, s.replaces, s.received_at as "receivedAt", s.policy_hash as "policyHash", s.commitment,
     case when c.subject is null then null else jsonb_build_object('state', c.word, 'stateOn', c.state_on,
       'documentNo', c.document_no, 'receivedOn', c.received_on, 'objection', c.objection, 'objectionOn', c.objection_on)
     end as "carriedOver"
   from statements.pub_statement s
   left join statements.pub_carried_over c on c.subject = s.subject and c.statement = s.id
   where s.subject = $1 and s.id = any($2::bytea[])`,
);

/** Where some statements about a subject came from, by id in hex. */
export async function loadProvenance(
  tx: Tx,
  subject: string,
  ids: readonly Buffer[],
): Promise<ReadonlyMap<string, Provenance>> {
  const rows = await tx.rows<Provenance>(provenance, [subject, ids]);
  return new Map(rows.map((row) => [row.id.toString("hex"), row]));
}
