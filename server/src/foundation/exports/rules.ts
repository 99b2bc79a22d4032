// The mark of an export: which rows left, in which order, so that a file that turns up names the export it came from.
import { digest } from "@xinheng/log/suite";

/** HMAC-SHA-256 under the key of export marks. */
export type MarkMac = (bytes: Uint8Array) => Buffer;

/** What a row is about. Rows of one record are alike in every export; nothing else of the row counts. */
export interface RowIdentity {
  /** 统一社会信用代码. */
  readonly subject: string;
  /** 文书号; null for a row that states an absence, or a record without one. */
  readonly documentNo: string | null;
}

/** Bytes of a row key: an export holds some thousands of them, and two that collide only blur one trace. */
export const ROW_KEY_BYTES = 16;
export const EXPORT_ID_BYTES = 16;

function framed(parts: readonly (string | Uint8Array)[]): Buffer {
  return Buffer.concat(
    parts.flatMap((part) => {
      const bytes = Buffer.from(part as string);
      const length = Buffer.alloc(4);
      length.writeUInt32BE(bytes.length);
      return [length, bytes];
    }),
  );
}

/** The keyed digest by which a row is known again. Without the key it tells of no subject. */
export function rowKey(mac: MarkMac, { subject, documentNo }: RowIdentity): Buffer {
  return mac(framed(["row", subject, documentNo ?? ""])).subarray(0, ROW_KEY_BYTES);
}

/** Where rows stand in an export: places of `keys`, in the order that this export alone has. */
export function markedOrder(mac: MarkMac, exportId: Uint8Array, keys: readonly Uint8Array[]): number[] {
  const turns = keys.map((key, at) => ({ at, turn: mac(framed(["order", exportId, key])) }));
  return turns.toSorted((a, b) => Buffer.compare(a.turn, b.turn) || a.at - b.at).map(({ at }) => at);
}

/** H(id, recipient, row-set digest, as-of, nonce), each part framed by its length. */
export function exportCommitment(told: {
  readonly id: Uint8Array;
  readonly recipient: string;
  readonly keys: readonly Uint8Array[];
  readonly asOf: string;
  readonly nonce: Uint8Array;
}): Buffer {
  const set = digest("sha256", Buffer.concat(told.keys.toSorted((a, b) => Buffer.compare(a, b))));
  return digest("sha256", framed(["xinheng/v1/export", told.id, told.recipient, set, told.asOf, told.nonce]));
}

/** How much of a found file is in an export, and whether it still stands in that export's order. */
export interface Likeness {
  /** Different rows of the file that the export holds too. */
  readonly common: number;
  /** Of neighbours among them, how many follow each other as in the export: 1 in a copy, about ½ by chance. Null below two. */
  readonly inOrder: number | null;
}

/** Compares the row keys of a found file, in its order, with an export. */
export function likeness(
  mac: MarkMac,
  found: readonly Uint8Array[],
  made: { readonly id: Uint8Array; readonly keys: ReadonlySet<string> },
): Likeness {
  const seen = new Set<string>();
  const common = found.filter((key) => {
    const text = Buffer.from(key).toString("hex");
    if (!made.keys.has(text) || seen.has(text)) return false;
    seen.add(text);
    return true;
  });
  if (common.length < 2) return { common: common.length, inOrder: null };
  const turns = common.map((key) => mac(framed(["order", made.id, key])));
  const ascending = turns.filter((turn, at) => at > 0 && Buffer.compare(turns[at - 1] ?? turn, turn) < 0).length;
  return { common: common.length, inOrder: ascending / (common.length - 1) };
}

/** Common rows from which an order says something, and how well it must be kept: by chance once in three millions. */
const ORDERED_MIN = 10;
const IN_ORDER_MIN = 0.9;
/** The part of an export, and the different subjects in it, that nobody puts together without having had it. */
const PART_MIN = 0.8;
const SUBJECTS_MIN = 5;

/** Whether a file without the number still shows that it comes from an export of `of` different rows. */
export function isShown(found: Likeness & { readonly of: number; readonly subjects: number }): boolean {
  const { common, inOrder, of, subjects } = found;
  if (common >= ORDERED_MIN && (inOrder ?? 0) >= IN_ORDER_MIN) return true;
  return subjects >= SUBJECTS_MIN && common >= of * PART_MIN;
}
