import { readExactly, type RandomAccess, type Watch } from "../source.ts";
import { TabularRefusal } from "../tabular-refusal.ts";

/** One packed part. The name is only compared, never used as a path. */
export interface ZipEntry {
  readonly name: string;
  readonly method: number;
  readonly crc: number;
  readonly packed: number;
  readonly unpacked: number;
  readonly headerOffset: number;
  /** First byte that is no longer the packed data's to use: the next entry or the directory. */
  readonly limit: number;
}

/** Parts by lower-case name without a leading slash. */
export type ZipDirectory = ReadonlyMap<string, ZipEntry>;

/** A workbook has tens of parts; more than these are an attack on memory. */
const ENTRIES_MAX = 10_000;
const DIRECTORY_MAX = 16 * 1024 * 1024;
const LOCAL_HEADER = 30;
const NONE32 = 0xffff_ffff;
const NONE16 = 0xffff;

interface DirectoryPlace {
  readonly offset: number;
  readonly length: number;
  readonly entries: number;
}

function damaged(): TabularRefusal {
  return new TabularRefusal("tabular.damaged");
}

function safe(value: bigint): number {
  if (value > BigInt(Number.MAX_SAFE_INTEGER)) throw damaged();
  return Number(value);
}

/** The end record: its comment must reach exactly to the end of the file, or two readers could see two archives. */
function findEnd(tail: Buffer): number {
  for (let at = tail.length - 22; at >= 0; at -= 1) {
    if (tail.readUInt32LE(at) === 0x0605_4b50 && at + 22 + tail.readUInt16LE(at + 20) === tail.length) return at;
  }
  throw damaged();
}

async function zip64Place(access: RandomAccess, watch: Watch, end: number): Promise<DirectoryPlace> {
  const locator = await readExactly(access, watch, { offset: end - 20, length: 20 });
  if (locator.readUInt32LE(0) !== 0x0706_4b50) throw damaged();
  const at = safe(locator.readBigUInt64LE(8));
  const record = await readExactly(access, watch, { offset: at, length: 56 });
  if (record.readUInt32LE(0) !== 0x0606_4b50) throw damaged();
  const place = {
    offset: safe(record.readBigUInt64LE(48)),
    length: safe(record.readBigUInt64LE(40)),
    entries: safe(record.readBigUInt64LE(32)),
  };
  if (place.offset + place.length !== at) throw damaged();
  return place;
}

async function findDirectory(access: RandomAccess, watch: Watch): Promise<DirectoryPlace> {
  const length = Math.min(access.size, 22 + NONE16);
  const offset = access.size - length;
  const tail = await readExactly(access, watch, { offset, length });
  const at = findEnd(tail);
  const place = {
    offset: tail.readUInt32LE(at + 16),
    length: tail.readUInt32LE(at + 12),
    entries: tail.readUInt16LE(at + 10),
  };
  const isZip64 = place.offset === NONE32 || place.length === NONE32 || place.entries === NONE16;
  if (isZip64) return zip64Place(access, watch, offset + at);
  if (place.offset + place.length !== offset + at) throw damaged();
  return place;
}

/** Sizes that do not fit 32 bits stand in extra field 1, each only when its own field says so, in this order. */
function wideSizes(extra: Buffer, sizes: readonly number[]): number[] {
  for (let at = 0; at + 4 <= extra.length; at += 4 + extra.readUInt16LE(at + 2)) {
    if (extra.readUInt16LE(at) !== 1) continue;
    let next = at + 4;
    return sizes.map((size) => {
      if (size !== NONE32) return size;
      if (next + 8 > extra.length) throw damaged();
      next += 8;
      return safe(extra.readBigUInt64LE(next - 8));
    });
  }
  return [...sizes];
}

function parseEntry(bytes: Buffer, at: number): { readonly entry: ZipEntry; readonly next: number } {
  if (at + 46 > bytes.length || bytes.readUInt32LE(at) !== 0x0201_4b50) throw damaged();
  const nameEnd = at + 46 + bytes.readUInt16LE(at + 28);
  const extraEnd = nameEnd + bytes.readUInt16LE(at + 30);
  const next = extraEnd + bytes.readUInt16LE(at + 32);
  if (next > bytes.length) throw damaged();
  if ((bytes.readUInt16LE(at + 8) & 1) !== 0) throw new TabularRefusal("tabular.encrypted");
  const narrow = [bytes.readUInt32LE(at + 24), bytes.readUInt32LE(at + 20), bytes.readUInt32LE(at + 42)];
  const [unpacked = 0, packed = 0, headerOffset = 0] = wideSizes(bytes.subarray(nameEnd, extraEnd), narrow);
  const name = partName(bytes.subarray(at + 46, nameEnd).toString("utf8"));
  const method = bytes.readUInt16LE(at + 10);
  const crc = bytes.readUInt32LE(at + 16);
  return { entry: { name, method, crc, packed, unpacked, headerOffset, limit: 0 }, next };
}

/** Part names compare without regard to case; some writers use backslashes. */
export function partName(name: string): string {
  return name.replaceAll("\\", "/").replace(/^\/+/, "").toLowerCase();
}

/** Entries that share bytes are how a small file unpacks to a huge one many times over. */
function withLimits(entries: readonly ZipEntry[], directory: number): ZipEntry[] {
  const sorted = entries.toSorted((a, b) => a.headerOffset - b.headerOffset);
  return sorted.map((entry, index) => {
    const limit = sorted[index + 1]?.headerOffset ?? directory;
    if (entry.headerOffset + LOCAL_HEADER + entry.packed > limit) throw damaged();
    return { ...entry, limit };
  });
}

/**
 * The archive's directory. Refuses what is cut off, split, encrypted or contradicts itself: entries that overlap,
 * names that occur twice, a directory that is not where the end record says.
 */
export async function readZipDirectory(access: RandomAccess, watch: Watch): Promise<ZipDirectory> {
  if (access.size < 22) throw damaged();
  const place = await findDirectory(access, watch);
  if (place.entries > ENTRIES_MAX || place.length > DIRECTORY_MAX) throw damaged();
  const bytes = await readExactly(access, watch, place);
  const entries: ZipEntry[] = [];
  let at = 0;
  for (let count = 0; count < place.entries; count += 1) {
    const { entry, next } = parseEntry(bytes, at);
    entries.push(entry);
    at = next;
  }
  if (at !== bytes.length) throw damaged();
  const directory = new Map(withLimits(entries, place.offset).map((entry) => [entry.name, entry]));
  if (directory.size !== entries.length) throw damaged();
  return directory;
}

/** Where the entry's packed bytes lie: behind its local header, whose name must be the directory's. */
export async function packedRange(
  access: RandomAccess,
  watch: Watch,
  entry: ZipEntry,
): Promise<{ readonly offset: number; readonly length: number }> {
  const header = await readExactly(access, watch, { offset: entry.headerOffset, length: LOCAL_HEADER });
  if (header.readUInt32LE(0) !== 0x0403_4b50) throw damaged();
  const nameLength = header.readUInt16LE(26);
  const nameAt = entry.headerOffset + LOCAL_HEADER;
  const name = await readExactly(access, watch, { offset: nameAt, length: nameLength });
  const offset = nameAt + nameLength + header.readUInt16LE(28);
  if (partName(name.toString("utf8")) !== entry.name || offset + entry.packed > entry.limit) throw damaged();
  return { offset, length: entry.packed };
}
