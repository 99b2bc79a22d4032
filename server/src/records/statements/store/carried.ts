// What an old platform told of a statement that was taken over from it (旧平台数据迁移).
import type { Day } from "../../../kernel/day.ts";
import { copyChunks } from "../../../platform/database/copy.ts";
import { statement } from "../../../platform/database/pool.ts";
import type { Tx } from "../../../platform/database/pool.ts";
import type { Hex, RestorableKind } from "../rules.ts";
import { restoreEnd } from "./ends.ts";

const copyCarried = statement(
  "statements.copy-carried-over",
  `copy statements.carried_over (subject, statement, decision, batch, word, state, state_on, document_no, received_on,
     objection, objection_on, brought, recorded_at) from stdin`,
);

/** `brought` is the kind of the end that the row itself brought, null where it brought none or found it there. */
export interface CarriedOverRow {
  readonly subject: string;
  readonly statement: Hex;
  readonly decision: Hex;
  readonly word: string;
  readonly state: string;
  readonly stateOn: Day | null;
  readonly documentNo: string | null;
  readonly receivedOn: Day | null;
  readonly objection: string | null;
  readonly objectionOn: Day | null;
  readonly brought: string | null;
}

/** Keeps beside each statement of a batch how the old platform had kept it. */
export async function saveCarriedOver(
  tx: Tx,
  from: { readonly batch: string; readonly at: Date },
  rows: readonly CarriedOverRow[],
): Promise<void> {
  if (rows.length === 0) return;
  const bytes = (hex: Hex): Buffer => Buffer.from(hex, "hex");
  await tx.copyIn(
    copyCarried,
    copyChunks(
      rows.map((one) => [
        one.subject,
        bytes(one.statement),
        bytes(one.decision),
        from.batch,
        one.word,
        one.state,
        one.stateOn,
        one.documentNo,
        one.receivedOn,
        one.objection,
        one.objectionOn,
        one.brought,
        from.at.toISOString(),
      ]),
    ),
  );
}

const broughtBy = statement(
  "statements.ends-of-carried-batch",
  `select distinct subject, encode(decision, 'hex') as decision, brought as kind from statements.carried_over
   where batch = $1 and brought in ('repaired', 'removed')`,
);

/**
 * Takes back the ends that a batch brought from an old platform, with the batch itself. What it said to be quashed stays:
 * that never held. @returns how many ends were taken back.
 */
export async function restoreCarried(
  tx: Tx,
  back: { readonly batch: string; readonly recordedAt: Date; readonly documentNo: string; readonly account: string },
): Promise<number> {
  const { batch, ...taken } = back;
  const ends = await tx.rows<{ subject: string; decision: Hex; kind: RestorableKind }>(broughtBy, [batch]);
  let count = 0;
  for (const { subject, decision, kind } of ends)
    count += await restoreEnd(tx, { subject, decision: Buffer.from(decision, "hex"), kind, ...taken });
  return count;
}

const standingElsewhere = statement(
  "statements.standing-elsewhere",
  `select k.decision from unnest(string_to_array($2, ','), string_to_array($3, ',')) as k(subject, decision)
   cross join lateral (
     select 1 from statements.statement s
     where s.subject = k.subject and s.decision = decode(k.decision, 'hex') and s.provider <> $1
       and not exists (select 1 from statements.ended_batch e where e.batch = s.batch)
     limit 1
   ) s`,
);

/** Of which of the given decisions, in hex, another provider than the one named has sent a statement that was not taken back. */
export async function standsElsewhere(
  tx: Tx,
  provider: string,
  decisions: readonly { readonly subject: string; readonly decision: Hex }[],
): Promise<Set<Hex>> {
  if (decisions.length === 0) return new Set();
  const found = await tx.rows<{ decision: Hex }>(standingElsewhere, [
    provider,
    decisions.map((one) => one.subject).join(","),
    decisions.map((one) => one.decision).join(","),
  ]);
  return new Set(found.map((row) => row.decision));
}
