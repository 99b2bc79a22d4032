import type { PolicySnapshot } from "../../policy/snapshot.ts";
import type { Tx } from "../../platform/database/pool.ts";
import { releaseBody } from "./rules.ts";
import { hasSnapshot, loadBody, saveSnapshot } from "./store.ts";

/**
 * Keeps the policy that a decision was made under, once for each hash, so that the decision can be replayed.
 * To be called in the transaction of the first decision under it.
 * @returns whether this hash was new.
 */
export async function keepSnapshot(tx: Tx, snapshot: PolicySnapshot): Promise<boolean> {
  const hash = Buffer.from(snapshot.hash, "hex");
  // Asked first: the body is some hundred kilobytes, and all but the first decision under a policy would send it in vain.
  if (await hasSnapshot(tx, hash)) return false;
  return saveSnapshot(tx, {
    hash,
    region: snapshot.region,
    firstUsedOn: snapshot.day,
    body: releaseBody(snapshot),
  });
}

/** The kept policy of a hash (hex), or null where no decision was made under it. */
export function keptSnapshot(tx: Tx, hash: string): Promise<object | null> {
  return loadBody(tx, Buffer.from(hash, "hex"));
}
