import { isAscii, isUtf8 } from "node:buffer";

/** Bytes at the end that begin a UTF-8 sequence without finishing it: 0 to 3. */
function unfinished(bytes: Buffer): number {
  for (let back = 1; back <= 3 && back <= bytes.length; back += 1) {
    const byte = bytes[bytes.length - back] ?? 0;
    if (byte < 0x80) return 0;
    if (byte >= 0xc0) {
      const needed = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2;
      return needed > back ? back : 0;
    }
  }
  return 0;
}

/** The bytes without a sequence cut off at the end; a chunk boundary may fall anywhere. */
export function wholeUtf8(bytes: Buffer): Buffer {
  return bytes.subarray(0, bytes.length - unfinished(bytes));
}

/**
 * Strict UTF-8 in pieces. `push` gives null when the bytes are not UTF-8; after that the object is of no use.
 * Pure ASCII, most of a workbook's sheets, decodes to one-byte strings, which scan faster.
 */
export class Utf8Pieces {
  #held: Buffer = Buffer.alloc(0);

  push(bytes: Buffer): string | null {
    const all = this.#held.length === 0 ? bytes : Buffer.concat([this.#held, bytes]);
    if (isAscii(all)) {
      this.#held = Buffer.alloc(0);
      return all.toString("latin1");
    }
    const whole = wholeUtf8(all);
    if (!isUtf8(whole)) return null;
    this.#held = Buffer.from(all.subarray(whole.length));
    return whole.toString("utf8");
  }

  /** False when the bytes end inside a character. */
  end(): boolean {
    return this.#held.length === 0;
  }
}
