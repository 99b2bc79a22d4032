import { canonicalBytes } from "./canonical.ts";
import { RootBuilder } from "./merkle.ts";
import { openNote, signNote } from "./note.ts";
import type { NoteSigner, NoteVerifier } from "./note.ts";

/** One row of a batch as its receipt commits to it; statement and commitment are null where nothing was stored. */
export interface ReceiptRow {
  /** Line in the file, from 1, header included. */
  readonly row: number;
  /** The row's fate, such as `accepted` or `rejected`. */
  readonly outcome: string;
  readonly statementId: string | null;
  /** Commitment of the statement's version: 32 bytes, or the same in hex. */
  readonly commitment: Uint8Array | string | null;
}

/** What the platform answers for in a batch (commitments §3). */
export interface Receipt {
  /** Name of the platform's log, such as `credit.example.gov.cn`. */
  readonly origin: string;
  readonly batch: string;
  readonly provider: string;
  /** SHA-256 of each file as it was received, lower-case hex, in order of receipt. */
  readonly files: readonly string[];
  /** UTC seconds: `2024-09-01T08:00:00Z`. */
  readonly receivedAt: string;
  /** Rows by outcome. */
  readonly counts: Readonly<Record<string, number>>;
  /** Leaves under the root. */
  readonly size: number;
  /** RFC 6962 root (SHA-256) over the rows' leaves in order, 32 bytes. */
  readonly root: Uint8Array;
}

/** Thrown when a receipt's parts cannot stand in its text, or a text is no receipt. */
export class ReceiptError extends Error {
  constructor(part: string) {
    super(`receipt: ${part}`);
    this.name = "ReceiptError";
  }
}

const TITLE = "xinheng/v1/receipt";

/** The leaf data of a row: canonical bytes of `{row, outcome, statementId, commitment}`, the commitment in hex. */
export function receiptLeaf(row: ReceiptRow): Buffer {
  const { commitment } = row;
  const hex =
    commitment === null || typeof commitment === "string" ? commitment : Buffer.from(commitment).toString("hex");
  return canonicalBytes({ commitment: hex, outcome: row.outcome, row: row.row, statementId: row.statementId });
}

/** Root, size and counts over the rows of a batch, taken one by one in order. */
export class ReceiptBuilder {
  readonly #root = new RootBuilder("sha256");
  readonly #counts = new Map<string, number>();

  /** Adds a row. */
  append(row: ReceiptRow): void {
    this.#root.append(receiptLeaf(row));
    this.#counts.set(row.outcome, (this.#counts.get(row.outcome) ?? 0) + 1);
  }

  /** What the rows so far put into a receipt. */
  summary(): Pick<Receipt, "counts" | "size" | "root"> {
    return { counts: Object.fromEntries(this.#counts), size: this.#root.size, root: this.#root.root() };
  }
}

/**
 * The text of a receipt, one fact a line, the same for the same receipt: origin, title, batch, provider, files, time,
 * counts in order of their names, size and root. Throws ReceiptError where a part would break a line.
 */
export function writeReceipt(receipt: Receipt): string {
  const counts = Object.keys(receipt.counts)
    .sort()
    .map((outcome) => `count ${word(outcome, "count")} ${whole(receipt.counts[outcome] ?? 0)}`);
  const lines = [
    word(receipt.origin, "origin"),
    TITLE,
    `batch ${word(receipt.batch, "batch")}`,
    `provider ${word(receipt.provider, "provider")}`,
    ...receipt.files.map((file) => `file sha256 ${matching(file, /^[0-9a-f]{64}$/, "file")}`),
    `received ${matching(receipt.receivedAt, INSTANT, "received")}`,
    ...counts,
    `size ${whole(receipt.size)}`,
    `root ${rootText(receipt.root)}`,
  ];
  return `${lines.join("\n")}\n`;
}

const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}Z$/;

/** Reads a receipt's text; only what `writeReceipt` writes is accepted. Throws ReceiptError. */
export function readReceipt(text: string): Receipt {
  const [origin = "", title, ...facts] = text.split("\n");
  if (title !== TITLE) throw new ReceiptError("title");
  const receipt = receiptOf(origin, facts);
  if (writeReceipt(receipt) !== text) throw new ReceiptError("shape");
  return receipt;
}

function receiptOf(origin: string, facts: readonly string[]): Receipt {
  const single = new Map<string, string>();
  const files: string[] = [];
  const counts: [string, number][] = [];
  for (const fact of facts) {
    const [name = "", first = "", second = ""] = fact.split(" ");
    if (name === "file") files.push(second);
    else if (name === "count") counts.push([first, Number(second)]);
    else single.set(name, first);
  }
  const of = (name: string): string => single.get(name) ?? "";
  return {
    origin,
    batch: of("batch"),
    provider: of("provider"),
    files,
    receivedAt: of("received"),
    counts: Object.fromEntries(counts),
    size: Number(of("size")),
    root: Buffer.from(of("root"), "base64"),
  };
}

/** A receipt as a signed note. Throws ReceiptError and NoteError. */
export function signReceipt(receipt: Receipt, signers: readonly NoteSigner[]): string {
  return signNote(writeReceipt(receipt), signers);
}

/** Opens a receipt's note and reads it. Throws NoteError where no known key holds, ReceiptError where it is none. */
export function openReceipt(
  note: string,
  verifiers: readonly NoteVerifier[],
): { readonly receipt: Receipt; readonly signedBy: readonly string[] } {
  const opened = openNote(note, verifiers);
  return { receipt: readReceipt(opened.text), signedBy: opened.signedBy };
}

function word(text: string, part: string): string {
  return matching(text, /^[!-~\u00a1-\uffff]+$/, part);
}

function matching(text: string, pattern: RegExp, part: string): string {
  if (!pattern.test(text) || !text.isWellFormed()) throw new ReceiptError(part);
  return text;
}

function whole(value: number): string {
  if (!Number.isSafeInteger(value) || value < 0) throw new ReceiptError("number");
  return String(value);
}

function rootText(root: Uint8Array): string {
  if (root.length !== 32) throw new ReceiptError("root");
  return Buffer.from(root).toString("base64");
}
