// Carries what changed into the feeds, in its order: nothing is lost where the process dies between the two.
import type { Database } from "../../../platform/database/pool.ts";
import { carryThrough, holdFeed, loadBehind, nextChange } from "../store/carry.ts";

const CHANGES_AT_ONCE = 2000;

/** Brings every feed up to the last change that has its place. Idempotent; one process at a time does it. */
export async function carryWithdrawals(db: Database): Promise<void> {
  const behind = await db.read(loadBehind);
  if (behind.length === 0) return;
  await db.tryLock("withdrawals.carry", async () => {
    for (const subscriber of behind) while (await carrySome(db, subscriber));
  });
}

/** @returns whether more may be left. */
function carrySome(db: Database, subscriber: string): Promise<boolean> {
  return db.write(async (tx) => {
    const held = await holdFeed(tx, subscriber);
    const next = await nextChange(tx);
    const until = Math.min(next, held.carried + CHANGES_AT_ONCE);
    if (until <= held.carried) return false;
    await carryThrough(tx, subscriber, held, until);
    return until < next;
  });
}
