import type { FileHandle } from "node:fs/promises";
import { seal, sealOverhead, unseal } from "../keys/seal.ts";

/*
 * A spool file is a header and frames, all sealed with the file's own key:
 *   header  "XHSPOOL1" ‖ sealed nothing            proves the key before anything is believed or cut off
 *   frame   length of the plain text, 4 bytes big-endian ‖ sealed plain text
 * A frame's context is the file's id, the frame's index, its plain offset and length: none can be moved or swapped.
 */

/** Most plain text in one frame. */
export const frameMax = 64 * 1024;

const magic = Buffer.from("XHSPOOL1");
const lengthBytes = 4;

/** Bytes before the first frame. */
export const headerLength = magic.length + sealOverhead;

/** Where a file stands: everything before it is whole. */
export interface SpoolPosition {
  /** Frames so far. */
  readonly frames: number;
  /** Plain bytes so far. */
  readonly plain: number;
  /** Bytes of the file so far. */
  readonly file: number;
}

/** The position of a file that has its header and nothing else. */
export const spoolStart: SpoolPosition = { frames: 0, plain: 0, file: headerLength };

/** Whose file it is and what opens it. */
export interface SpoolKey {
  readonly id: string;
  /** 32 bytes, this file's alone. */
  readonly key: Uint8Array;
}

export function sealHeader({ id, key }: SpoolKey): Buffer {
  return Buffer.concat([magic, seal(key, headerContext(id), Buffer.alloc(0))]);
}

/** False for another key, another file's header, or a damaged one. */
export function opensHeader({ id, key }: SpoolKey, header: Buffer): boolean {
  return (
    header.length === headerLength &&
    header.subarray(0, magic.length).equals(magic) &&
    unseal(key, headerContext(id), header.subarray(magic.length)) !== undefined
  );
}

/** The frame that follows `at`, with at most `frameMax` bytes, ready to be written there. */
export function sealFrame({ id, key }: SpoolKey, at: SpoolPosition, plain: Uint8Array): Buffer {
  const length = Buffer.alloc(lengthBytes);
  length.writeUInt32BE(plain.length);
  return Buffer.concat([length, seal(key, frameContext(id, at, plain.length), plain)]);
}

/** The position after a frame of `length` plain bytes. */
export function afterFrame(at: SpoolPosition, length: number): SpoolPosition {
  return { frames: at.frames + 1, plain: at.plain + length, file: at.file + lengthBytes + length + sealOverhead };
}

/** Reads the frame at a position; undefined when there is none or it is not whole. Uses `scratch` for its bytes. */
export async function readFrame(
  handle: FileHandle,
  { id, key }: SpoolKey,
  at: SpoolPosition,
  scratch: Buffer,
): Promise<Buffer | undefined> {
  const { bytesRead } = await handle.read(scratch, 0, scratch.length, at.file);
  if (bytesRead < lengthBytes) return undefined;
  const length = scratch.readUInt32BE(0);
  const end = lengthBytes + length + sealOverhead;
  if (length === 0 || length > frameMax || bytesRead < end) return undefined;
  return unseal(key, frameContext(id, at, length), scratch.subarray(lengthBytes, end));
}

/** Room for the largest frame. */
export function frameScratch(): Buffer {
  return Buffer.allocUnsafe(lengthBytes + frameMax + sealOverhead);
}

function headerContext(id: string): Buffer {
  return Buffer.from(`xinheng/spool/1/header/${id}`);
}

function frameContext(id: string, at: SpoolPosition, length: number): Buffer {
  return Buffer.from(`xinheng/spool/1/${id}/${at.frames}/${at.plain}/${length}`);
}
