// Whoever used a record that was wrong from the beginning is told, once, in the order of the changes.
import type { Clock } from "../../platform/clock.ts";
import type { Database } from "../../platform/database/pool.ts";
import { lastPlace, loadCursor, saveCursor, tell } from "./store.ts";

const CHANGES_AT_ONCE = 1000;
/**
 * Seconds that an answer may be on its way from being read to being written down. Changes rest as long before they are read:
 * whoever was answered meanwhile stands in the log by then.
 */
const ON_ITS_WAY_SECONDS = 60;

/**
 * Reads on from where it stopped, and notes the recipients with the place in one transaction: killed in between, it tells
 * nobody twice and leaves nobody out. One process at a time does it. @returns how many answers were recalled.
 */
export async function recallUsed({ db, clock }: { readonly db: Database; readonly clock: Clock }): Promise<number> {
  let told = 0;
  await db.tryLock("recall.tell", async () => {
    for (let isMore = true; isMore;) {
      isMore = await db.write(async (tx) => {
        const from = await loadCursor(tx);
        const now = clock.now();
        const settled = new Date(now - ON_ITS_WAY_SECONDS * 1000);
        const through = await lastPlace(tx, { from, settled, limit: CHANGES_AT_ONCE });
        if (through === null) return false;
        told += await tell(tx, { from, through, at: new Date(now), onItsWay: ON_ITS_WAY_SECONDS });
        await saveCursor(tx, through + 1);
        return true;
      });
    }
  });
  return told;
}
