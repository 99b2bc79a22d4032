import type { ReceiptRow } from "@xinheng/log/receipt";
import type { Outcome } from "./fate.ts";

/** A leaf under a receipt's root, with its bytes in hex. */
export interface Leaf extends ReceiptRow {
  readonly outcome: Outcome;
  readonly commitment: string | null;
}

/** Places are written to disk: new ones only at the end. */
const outcomes: readonly Outcome[] = ["skipped", "accepted", "duplicate", "quarantined", "rejected"];

const headBytes = 5;
const idBytes = 16;
const commitmentBytes = 32;
const wholeBytes = headBytes + idBytes + commitmentBytes;

/** Leaves as they are kept: u32be row ‖ u8 outcome, then id (16) and commitment (32) where a statement was stored. */
export function packLeaves(leaves: readonly Leaf[]): Buffer {
  const packed = Buffer.allocUnsafe(leaves.length * wholeBytes);
  let end = 0;
  for (const { row, outcome, statementId, commitment } of leaves) {
    end = packed.writeUInt32BE(row, end);
    end = packed.writeUInt8(outcomes.indexOf(outcome), end);
    if (statementId === null || commitment === null) continue;
    end += packed.write(statementId, end, "hex");
    end += packed.write(commitment, end, "hex");
  }
  return packed.subarray(0, end);
}

/** The leaves again, in order. Throws RangeError for bytes that were not packed. */
export function unpackLeaves(packed: Buffer): Leaf[] {
  const leaves: Leaf[] = [];
  for (let at = 0; at < packed.length;) {
    const row = packed.readUInt32BE(at);
    const outcome = outcomes[packed.readUInt8(at + 4)];
    if (outcome === undefined) throw new RangeError("receipt rows: no such outcome");
    at += headBytes;
    const size = outcome === "accepted" ? idBytes + commitmentBytes : 0;
    if (at + size > packed.length) throw new RangeError("receipt rows: cut short");
    const statementId = size === 0 ? null : packed.toString("hex", at, at + idBytes);
    const commitment = size === 0 ? null : packed.toString("hex", at + idBytes, at + size);
    leaves.push({ row, outcome, statementId, commitment });
    at += size;
  }
  return leaves;
}
