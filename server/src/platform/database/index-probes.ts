import { statement } from "./pool.ts";
import type { Tx } from "./pool.ts";

const preferIndexes = statement("database.prefer-indexes", "select set_config('enable_seqscan', 'off', true)");

/** For look-ups of thousands of keys in tables whose statistics lag behind: never a scan a key. Until the transaction ends. */
export async function preferIndexProbes(tx: Tx): Promise<void> {
  await tx.rows(preferIndexes);
}
