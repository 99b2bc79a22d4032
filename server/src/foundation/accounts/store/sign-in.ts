import { statement } from "../../../platform/database/pool.ts";
import type { Tx } from "../../../platform/database/pool.ts";

const use = statement(
  "accounts.use-state",
  "insert into accounts.sign_in_used (state, until) values ($1, $2) on conflict (state) do nothing",
);
const clear = statement("accounts.clear-states", "delete from accounts.sign_in_used where until < $1");

/** @returns whether it was not used before. */
export async function useState(tx: Tx, state: Buffer, when: { now: Date; until: Date }): Promise<boolean> {
  await tx.run(clear, [when.now]);
  return (await tx.run(use, [state, when.until])) === 1;
}
