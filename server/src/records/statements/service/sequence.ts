// Places in the order of changes, given after commit: a reader that has seen a place has seen all before it.
import type { Database } from "../../../platform/database/pool.ts";
import { placeSome } from "../store/changes.ts";

const CHANGES_AT_ONCE = 5000;

/** Gives every committed change its place. Idempotent; one process at a time does it, the others return at once. */
export async function sequenceChanges(db: Database): Promise<void> {
  await db.tryLock("statements.sequence", async () => {
    while ((await db.write((tx) => placeSome(tx, CHANGES_AT_ONCE))) === CHANGES_AT_ONCE);
  });
}
