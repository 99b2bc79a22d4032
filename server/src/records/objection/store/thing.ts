// What somebody disputes, as other slices show it.
import type { Day } from "../../../kernel/day.ts";
import { statement } from "../../../platform/database/pool.ts";
import type { Tx } from "../../../platform/database/pool.ts";
import type { Fields } from "../../statements/index.ts";

export interface DisputedRecord {
  readonly id: Buffer;
  readonly entry: string;
  readonly provider: string;
  readonly sourceKey: Buffer;
  readonly version: number;
  readonly decision: Buffer;
  readonly documentNo: string | null;
  readonly batch: string;
  readonly fields: Fields;
  /** It stands no more: ended for good, taken back with its batch, or followed by a newer version. */
  readonly over: boolean;
  /** Who attached it to its subject, where that was decided about a question. */
  readonly attacher: string | null;
  readonly attacherName: string | null;
}

const recordOf = statement(
  "objection.record",
  `select s.id, s.entry, s.provider, s.source_key as "sourceKey", s.version, s.decision, s.document_no as "documentNo", s.batch,
     coalesce(b.fields, '{}') as fields, a.organisation as attacher, a.organisation_name as "attacherName",
     exists (select from statements.pub_ended e where e.subject = s.subject and e.decision = s.decision and e.through is null)
     or exists (select from statements.pub_ended_batch w where w.batch = s.batch)
     or exists (select from statements.pub_statement n where n.subject = s.subject and n.entry = s.entry
       and n.provider = s.provider and n.source_key = s.source_key and n.version > s.version
       and not exists (select from statements.pub_ended_batch w where w.batch = n.batch)) as over
   from statements.pub_statement s
   left join statements.pub_body b on b.subject = s.subject and b.id = s.id
   left join lateral (
     select p.organisation, p.organisation_name from ingest.pub_question_decider q join accounts.pub_account p on p.account = q.account
     where q.batch = s.batch and q.row = s.row limit 1) a on true
   where s.subject = $1 and s.id = $2`,
);

/** A record about a subject; another's is not found by the same reading that finds none. */
export async function findRecord(tx: Tx, subject: string, id: Buffer): Promise<DisputedRecord | undefined> {
  return (await tx.rows<DisputedRecord>(recordOf, [subject, id]))[0];
}

export interface DisputedLook {
  readonly organisation: string;
  readonly organisationName: string;
}

const lookOf = statement(
  "objection.look",
  `select organisation, organisation_name as "organisationName" from access.pub_look
   where subject = $1 and look = $2 and shown_from <= $3::date`,
);

/** A look that the subject may know of today. */
export async function findLook(
  tx: Tx,
  one: { readonly subject: string; readonly look: Buffer; readonly today: Day },
): Promise<DisputedLook | undefined> {
  return (await tx.rows<DisputedLook>(lookOf, [one.subject, one.look, one.today]))[0];
}

const measureOf = statement(
  "objection.measure",
  `select 1 as found from feedback.pub_feedback where subject = $1 and look = $2 and measure = $3 and applied`,
);

/** Whether an office said that it applied a measure after a look. */
export async function wasApplied(
  tx: Tx,
  one: { readonly subject: string; readonly look: Buffer; readonly measure: string },
): Promise<boolean> {
  return (await tx.rows(measureOf, [one.subject, one.look, one.measure])).length > 0;
}

const isEnded = statement(
  "objection.ended-since",
  `select 1 as found from statements.pub_statement s where s.subject = $1 and s.id = $2 and (
     exists (select from statements.pub_ended e where e.subject = s.subject and e.decision = s.decision
       and e.through is null and e.recorded_at >= $3)
     or exists (select from statements.pub_ended_batch w where w.batch = s.batch and w.recorded_at >= $3))`,
);

/** Whether the decision of a record, or its batch, was ended for good since a moment. */
export async function endedSince(
  tx: Tx,
  one: { readonly subject: string; readonly record: Buffer; readonly since: Date },
): Promise<boolean> {
  return (await tx.rows(isEnded, [one.subject, one.record, one.since])).length > 0;
}
