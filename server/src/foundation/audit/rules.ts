import type { CommitmentHeader } from "@xinheng/log/commitment";
import type { CanonicalObject } from "@xinheng/log/canonical";

/** Who acted. An account has both; the program itself (start, migration, a day's turn) has none. */
export interface Actor {
  readonly account: string;
  readonly organisation: string;
}

/** One deed: a command, or one chunk of an ingest with its row count and Merkle root. */
export interface Deed {
  readonly at: Date;
  readonly account: Actor | null;
  /** `slice.verb`, e.g. `batch.withdraw`. */
  readonly action: string;
  readonly purpose: string | null;
  /** What it was done to: a batch, an account, a statement. Never a person's name or number. */
  readonly target: string | null;
  /** What the deed left behind, in values that have canonical bytes. */
  readonly state: CanonicalObject;
  /** Rows that the deed covers; 1 where it is not said. */
  readonly count?: number;
  /** RFC 6962 root over the rows of a chunk. */
  readonly root?: Uint8Array;
}

/** An entry as it lies in the trail. */
export interface AuditEntry {
  readonly entry: string;
  readonly at: Date;
  readonly account: string | null;
  readonly organisation: string | null;
  readonly action: string;
  readonly purpose: string | null;
  readonly target: string | null;
  readonly state: CanonicalObject;
  readonly count: number;
  readonly root: Buffer | null;
  readonly seed: Buffer;
  readonly commitment: Buffer;
}

/**
 * What an entry's commitment says openly. An audit entry is no statement: the members that name a subject and a
 * policy are empty, and its own columns stand beside them, so that a change of any of them is found.
 */
export function auditHeader(entry: Omit<AuditEntry, "seed" | "commitment" | "state">): CommitmentHeader {
  return {
    id: entry.entry.replaceAll("-", ""),
    subject: "",
    entry: "audit",
    entryVersion: 1,
    version: 1,
    replaces: null,
    receivedAt: `${entry.at.toISOString().slice(0, 19)}Z`,
    policyHash: "",
    milliseconds: entry.at.getUTCMilliseconds(),
    account: entry.account,
    organisation: entry.organisation,
    action: entry.action,
    purpose: entry.purpose,
    target: entry.target,
    count: entry.count,
    root: entry.root === null ? null : entry.root.toString("hex"),
  };
}
