import { NoteError } from "@xinheng/log/note";
import type { NoteVerifier } from "@xinheng/log/note";
import { openReceipt } from "@xinheng/log/receipt";
import type { Receipt } from "@xinheng/log/receipt";
import type { receiptFaults } from "./text.ts";

export type ReceiptFault = keyof typeof receiptFaults;

/** A receipt whose signature holds, with the note it was read from. */
export interface OpenedReceipt {
  readonly receipt: Receipt;
  readonly note: string;
  /** What was signed. */
  readonly text: string;
}

/** What a note is, before anybody is asked about it. Without `opened` nothing in it may be believed. */
export interface Examined {
  readonly faults: readonly ReceiptFault[];
  readonly opened?: OpenedReceipt;
}

const FATES = ["skipped", "accepted", "duplicates", "quarantined", "rejected"];

/** Opens a receipt by the keys that are believed and checks that its counts agree. Pure. */
export function examineReceipt(note: string, verifiers: readonly NoteVerifier[]): Examined {
  try {
    const { receipt, signedBy } = openReceipt(note, verifiers);
    const faults: ReceiptFault[] = [];
    // A key speaks for the platform that it is named after and for no other.
    if (!signedBy.includes(receipt.origin)) faults.push("origin");
    if (!countsAgree(receipt)) faults.push("counts");
    return { faults, opened: { receipt, note, text: note.slice(0, note.lastIndexOf("\n\n") + 1) } };
  } catch (error) {
    return { faults: [noteFault(error)] };
  }
}

function noteFault(error: unknown): ReceiptFault {
  if (!(error instanceof NoteError)) return "shape";
  return error.fault === "signature" || error.fault === "unsigned" ? error.fault : "shape";
}

/** Every row received has one fate and one leaf under the root. */
function countsAgree({ counts, size }: Receipt): boolean {
  const received = counts["received"] ?? -1;
  const fates = FATES.reduce((sum, name) => sum + (counts[name] ?? Number.NaN), 0);
  return received === fates && received === size;
}
