// What ends a decision, what takes an end back, and what is said beside a decision meanwhile. Each act leaves a change.
import { randomUUID } from "node:crypto";
import type { Day } from "../../../kernel/day.ts";
import { statement } from "../../../platform/database/pool.ts";
import type { Tx } from "../../../platform/database/pool.ts";
import type { EndKind, Hex, MarkKind, RestorableKind } from "../rules.ts";
import { leaveChange } from "./changes.ts";

// An end that still stands keeps the number, so that the same end twice is one.
const insertEnd = statement(
  "statements.insert-end",
  `insert into statements.ended (subject, decision, kind, no, effective, through, recorded_at, document_no, account)
   select $1, $2::bytea, $3, 1 + count(r.no), $4::date, $5::date, $6::timestamptz, $7, $8::uuid
   from (values (1)) one left join statements.restored r on r.subject = $1 and r.decision = $2::bytea and r.kind = $3
   on conflict do nothing`,
);

export interface End {
  readonly subject: string;
  readonly decision: Buffer;
  readonly kind: EndKind;
  readonly effective: string;
  /** Last day of an end that holds for a time only; null for one for good. Only `shielded` has one. */
  readonly through: Day | null;
  readonly recordedAt: Date;
  readonly documentNo: string | null;
  readonly account: string;
}

/** Records that a decision has ended; the same end twice is one end. Returns how many were new. */
export async function saveEnd(tx: Tx, end: End): Promise<number> {
  const { subject, decision, kind, effective, through, recordedAt, documentNo, account } = end;
  const values = [subject, decision, kind, effective, through, recordedAt, documentNo, account];
  const made = await tx.run(insertEnd, values);
  if (made > 0) await leaveChange(tx, { kind: "ended", at: recordedAt, subject, decision, what: kind });
  return made;
}

const insertRestored = statement(
  "statements.insert-restored",
  `insert into statements.restored (subject, decision, kind, no, recorded_at, document_no, account)
   select e.subject, e.decision, e.kind, e.no, $4, $5, $6 from statements.ended e
   where e.subject = $1 and e.decision = $2 and e.kind = $3
     and not exists (select 1 from statements.restored r
       where r.subject = e.subject and r.decision = e.decision and r.kind = e.kind and r.no = e.no)
   on conflict do nothing`,
);

export interface Restoration {
  readonly subject: string;
  readonly decision: Buffer;
  readonly kind: RestorableKind;
  readonly recordedAt: Date;
  /** The document that takes the end back. */
  readonly documentNo: string;
  readonly account: string;
}

/**
 * Takes the standing end of a kind back (撤销信用修复): the decision is shown and used again as if it had not been there, for
 * as long as its term runs. Returns 0 where none stands. What ended from the beginning cannot be taken back.
 */
export async function restoreEnd(tx: Tx, back: Restoration): Promise<number> {
  const { subject, decision, kind, recordedAt, documentNo, account } = back;
  const made = await tx.run(insertRestored, [subject, decision, kind, recordedAt, documentNo, account]);
  if (made > 0) await leaveChange(tx, { kind: "restored", at: recordedAt, subject, decision, what: kind });
  return made;
}

const endedAmong = statement(
  "statements.ended-among",
  `select k.decision
   from unnest(string_to_array($1, ','), string_to_array($2, ',')) as k(subject, decision)
   cross join lateral (
     select 1 from statements.pub_ended e
     where e.subject = k.subject and e.decision = decode(k.decision, 'hex') and e.through is null limit 1
   ) e`,
);

/** Which of the given decisions have ended for good by an act (never by expiry), in hex. */
export async function endedDecisions(
  tx: Tx,
  decisions: readonly { readonly subject: string; readonly decision: Hex }[],
): Promise<Set<Hex>> {
  if (decisions.length === 0) return new Set();
  const found = await tx.rows<{ decision: string }>(endedAmong, [
    decisions.map((one) => one.subject).join(","),
    decisions.map((one) => one.decision).join(","),
  ]);
  return new Set(found.map((row) => row.decision));
}

const insertEndedBatch = statement(
  "statements.insert-ended-batch",
  "insert into statements.ended_batch (batch, effective, recorded_at, account) values ($1, $2, $3, $4) on conflict do nothing",
);

/** Takes a whole batch back. */
export async function saveEndedBatch(
  tx: Tx,
  end: { readonly batch: string; readonly effective: string; readonly recordedAt: Date; readonly account: string },
): Promise<number> {
  const { batch, effective, recordedAt, account } = end;
  const made = await tx.run(insertEndedBatch, [batch, effective, recordedAt, account]);
  if (made > 0) await leaveChange(tx, { kind: "batch-ended", at: recordedAt, batch, what: "withdrawn" });
  return made;
}

const insertMark = statement(
  "statements.insert-mark",
  `insert into statements.mark (subject, mark, decision, kind, pauses, ref, set_on, set_at, account, policy_hash)
   values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
);

export interface Mark {
  readonly subject: string;
  readonly decision: Buffer;
  readonly kind: MarkKind;
  /** Whether the policy of the day pauses its publicity until the mark is lifted. */
  readonly pauses: boolean;
  /** Id of the case that it belongs to. */
  readonly ref: string;
  readonly setOn: Day;
  readonly setAt: Date;
  readonly account: string;
  readonly policyHash: Buffer;
}

/** Sets a mark beside a decision, for every provider and channel. @returns its id, 32 hex digits. */
export async function saveMark(tx: Tx, mark: Mark): Promise<string> {
  const id = randomUUID().replaceAll("-", "");
  const { subject, decision, kind, pauses, ref, setOn, setAt, account, policyHash } = mark;
  await tx.run(insertMark, [subject, id, decision, kind, pauses, ref, setOn, setAt, account, policyHash]);
  await leaveChange(tx, { kind: "marked", at: setAt, subject, decision, what: kind });
  return id;
}

const insertLifted = statement(
  "statements.insert-lifted",
  `insert into statements.mark_lifted (subject, mark, lifted_at, account) values ($1, $2, $3, $4) on conflict do nothing`,
);
const selectMark = statement(
  "statements.mark",
  "select decision, kind from statements.pub_mark where subject = $1 and mark = $2",
);

/** Lifts a mark. Returns 0 where it does not stand. */
export async function liftMark(
  tx: Tx,
  lifted: { readonly subject: string; readonly mark: string; readonly at: Date; readonly account: string },
): Promise<number> {
  const { subject, mark, at, account } = lifted;
  const [standing] = await tx.rows<{ decision: Buffer; kind: MarkKind }>(selectMark, [subject, mark]);
  if (standing === undefined) return 0;
  const made = await tx.run(insertLifted, [subject, mark, at, account]);
  const { decision, kind } = standing;
  if (made > 0) await leaveChange(tx, { kind: "unmarked", at, subject, decision, what: kind });
  return made;
}
