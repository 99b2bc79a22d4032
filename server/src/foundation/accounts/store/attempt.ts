import { statement } from "../../../platform/database/pool.ts";
import type { Tx } from "../../../platform/database/pool.ts";
import type { Counted } from "../rules/attempt.ts";

const add = statement(
  "accounts.add-attempt",
  `insert into accounts.attempt (bucket, failures, since) values ($1, 1, $2)
   on conflict (bucket) do update set
     failures = case when attempt.since <= $3 then 1 else attempt.failures + 1 end,
     since = case when attempt.since <= $3 then $2 else attempt.since end
   returning failures, since`,
);
const take = statement(
  "accounts.take-back-attempt",
  "update accounts.attempt set failures = failures - 1 where bucket = $1 and failures > 0",
);
const forget = statement("accounts.forget-attempts", "delete from accounts.attempt where bucket = $1");
const clear = statement(
  "accounts.clear-attempts",
  `delete from accounts.attempt where bucket in
     (select bucket from accounts.attempt where since <= $1 limit 100 for update skip locked)`,
);

/** Adds one to a counter, which begins anew where it began before `cutoff`. One statement, so that none is lost. */
export async function addAttempt(tx: Tx, bucket: Buffer, when: { now: Date; cutoff: Date }): Promise<Counted> {
  const [row] = await tx.rows<Counted>(add, [bucket, when.now, when.cutoff]);
  if (row === undefined) throw new Error("an attempt was not counted");
  return row;
}

export async function takeBackAttempt(tx: Tx, bucket: Buffer): Promise<void> {
  await tx.run(take, [bucket]);
}

export async function forgetAttempts(tx: Tx, bucket: Buffer): Promise<void> {
  await tx.run(forget, [bucket]);
}

/** Clears away some of the counters that began before `cutoff`. */
export async function clearAttempts(tx: Tx, cutoff: Date): Promise<void> {
  await tx.run(clear, [cutoff]);
}
