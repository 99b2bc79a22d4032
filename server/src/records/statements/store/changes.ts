// What changed about decisions, in one order: left behind by each act, given its place after commit.
import { randomUUID } from "node:crypto";
import { statement } from "../../../platform/database/pool.ts";
import type { Tx } from "../../../platform/database/pool.ts";

const insertChange = statement(
  "statements.leave-change",
  `insert into statements.pending_change (change, at, kind, subject, decision, batch, what)
   values ($1, $2, $3, $4, $5, $6, $7)`,
);

/** What an act leaves behind, in its own transaction. `what` is the kind of the end or of the mark. */
export type Leaving = { readonly at: Date; readonly what: string } & (
  | {
      readonly kind: "ended" | "restored" | "marked" | "unmarked";
      readonly subject: string;
      readonly decision: Buffer;
    }
  | { readonly kind: "batch-ended"; readonly batch: string }
);

export async function leaveChange(tx: Tx, left: Leaving): Promise<void> {
  const { kind, at, what } = left;
  const about = left.kind === "batch-ended" ? [null, null, left.batch] : [left.subject, left.decision, null];
  await tx.run(insertChange, [randomUUID(), at, kind, ...about, what]);
}

const insertReplaced = statement(
  "statements.leave-replaced",
  `insert into statements.pending_change (change, at, kind, subject, decision, batch, what)
   select gen_random_uuid(), $1, 'replaced', k.subject, k.decision, null, 'version'
   from unnest($2::text[], $3::bytea[]) k(subject, decision)`,
);

/** Newer versions of what was sent before: whoever holds the older one is told. */
export async function leaveReplaced(
  tx: Tx,
  at: Date,
  replaced: readonly { readonly subject: string; readonly decision: string }[],
): Promise<void> {
  if (replaced.length === 0) return;
  const decisions = replaced.map(({ decision }) => Buffer.from(decision, "hex"));
  await tx.run(insertReplaced, [at, replaced.map(({ subject }) => subject), decisions]);
}

const placeChanges = statement(
  "statements.place-changes",
  `with taken as (
     select change from statements.pending_change order by at, change limit $1
   ), gone as (
     delete from statements.pending_change p using taken t where p.change = t.change returning p.*
   )
   insert into statements.change (position, change, at, kind, subject, decision, batch, what)
   select (select coalesce(max(position) + 1, 0) from statements.change)
     + row_number() over (order by g.at, g.change) - 1, g.change, g.at, g.kind, g.subject, g.decision, g.batch, g.what
   from gone g`,
);

/** Gives committed changes their places, oldest first and without a gap. @returns how many. */
export function placeSome(tx: Tx, limit: number): Promise<number> {
  return tx.run(placeChanges, [limit]);
}
