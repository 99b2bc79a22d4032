import { randomBytes, randomUUID } from "node:crypto";
import { commit } from "@xinheng/log/commitment";
import type { Tx } from "../../platform/database/pool.ts";
import { auditHeader } from "./rules.ts";
import type { AuditEntry, Deed } from "./rules.ts";
import { entriesByTarget, saveEntry } from "./store.ts";

const SEED_BYTES = 32;

function seal(entry: Omit<AuditEntry, "commitment">): Buffer {
  const { seed, state, ...open } = entry;
  return commit({ suite: "sha256", kind: "audit", seed, header: auditHeader(open), groups: [state] }).commitment;
}

/**
 * Writes a deed down in the transaction of the deed itself, so that neither stands without the other.
 * Throws CanonicalError when the state holds a value without canonical bytes.
 * @returns the entry's id.
 */
export async function record(tx: Tx, deed: Deed): Promise<string> {
  const entry = {
    entry: randomUUID(),
    at: deed.at,
    account: deed.account?.account ?? null,
    organisation: deed.account?.organisation ?? null,
    action: deed.action,
    purpose: deed.purpose,
    target: deed.target,
    state: deed.state,
    count: deed.count ?? 1,
    root: deed.root === undefined ? null : Buffer.from(deed.root),
    seed: randomBytes(SEED_BYTES),
  };
  await saveEntry(tx, { ...entry, commitment: seal(entry) });
  return entry.entry;
}

/** What was done to a target, oldest first. */
export function auditTrail(tx: Tx, target: string): Promise<AuditEntry[]> {
  return entriesByTarget(tx, target);
}

/** Whether an entry still is what was committed to. False as well where it no longer has canonical bytes. */
export function isUnaltered(entry: AuditEntry): boolean {
  const { commitment, ...rest } = entry;
  try {
    return seal(rest).equals(commitment);
  } catch {
    return false;
  }
}
