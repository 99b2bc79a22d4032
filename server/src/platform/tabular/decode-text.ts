import { isAscii, isUtf8 } from "node:buffer";
import { TabularRefusal } from "./tabular-refusal.ts";
import { Utf8Pieces, wholeUtf8 } from "./utf8.ts";

/** Line feed and carriage return are never part of a longer character in UTF-8 or GB18030. */
const LF = 0x0a;
const CR = 0x0d;

/** Evidence to decide an encoding on: this many bytes outside ASCII, or this many bytes in all. */
const EVIDENCE = 256;
const WINDOW = 1024 * 1024;
const BLOCK = 256 * 1024;

interface Decoding {
  /** Text of the bytes, or null when they are not in this encoding. */
  push(bytes: Buffer): string | null;
  end(): string | null;
}

class Utf8 implements Decoding {
  readonly #pieces = new Utf8Pieces();

  push(bytes: Buffer): string | null {
    return this.#pieces.push(bytes);
  }

  end(): string | null {
    return this.#pieces.end() ? "" : null;
  }
}

class Gb18030 implements Decoding {
  readonly #decoder = new TextDecoder("gb18030", { fatal: true });

  push(bytes: Buffer): string | null {
    return this.#decode(bytes, true);
  }

  end(): string | null {
    return this.#decode(Buffer.alloc(0), false);
  }

  #decode(bytes: Buffer, stream: boolean): string | null {
    try {
      return this.#decoder.decode(bytes, { stream });
    } catch (error) {
      if (error instanceof TypeError) return null;
      throw error;
    }
  }
}

/** Half surrogate pairs are kept as they are: the cell is noted, the file is not refused. */
class Utf16 implements Decoding {
  readonly #bigEndian: boolean;
  #held: Buffer = Buffer.alloc(0);

  constructor(bigEndian: boolean) {
    this.#bigEndian = bigEndian;
  }

  push(bytes: Buffer): string | null {
    const all = Buffer.concat([this.#held, bytes]);
    let whole = all.length & ~1;
    if (whole >= 2 && this.#isHigh(all, whole - 2)) whole -= 2;
    this.#held = all.subarray(whole);
    return this.#text(all.subarray(0, whole));
  }

  end(): string | null {
    return this.#held.length % 2 === 0 ? this.#text(this.#held) : null;
  }

  /** A pair is not cut in two, or each half would look like damage. */
  #isHigh(bytes: Buffer, at: number): boolean {
    const unit = this.#bigEndian ? bytes.readUInt16BE(at) : bytes.readUInt16LE(at);
    return unit >= 0xd800 && unit < 0xdc00;
  }

  #text(bytes: Buffer): string {
    return this.#bigEndian ? Buffer.from(bytes).swap16().toString("utf16le") : bytes.toString("utf16le");
  }
}

/** 0-based number of the first line of `bytes` that is not in the encoding; Infinity when each line is. */
function firstBadLine(bytes: Buffer, isGood: (line: Buffer) => boolean): number {
  let line = 0;
  let start = 0;
  for (let at = 0; at <= bytes.length; at += 1) {
    const byte = bytes[at];
    if (at < bytes.length && byte !== LF && byte !== CR) continue;
    if (byte === CR && bytes[at + 1] === LF) continue;
    if (!isGood(bytes.subarray(start, at))) return line;
    line += 1;
    start = at + 1;
  }
  return Infinity;
}

function isGb18030(line: Buffer): boolean {
  const decoding = new Gb18030();
  return decoding.push(line) !== null && decoding.end() !== null;
}

function badLine(bytes: Buffer, encodings: readonly ("utf8" | "gb18030")[]): number {
  const lines = encodings.map((name) => firstBadLine(bytes, name === "utf8" ? isUtf8 : isGb18030));
  const finite = lines.filter((line) => line !== Infinity);
  return finite.length === 0 ? 0 : Math.max(...finite);
}

/**
 * Bytes to text. Order: byte order mark (UTF-8, UTF-16), strict UTF-8, GB18030. Without a mark nothing is decided
 * while the file is ASCII, however long that lasts; then a window of bytes from the first others decides. Later bytes
 * that do not fit refuse the file with their line, because rows are already out and a guess would mix encodings.
 */
export class TextReader {
  readonly #lineNow: () => number;
  #decoding: Decoding | null = null;
  #name: "utf8" | "gb18030" | "utf16" | null = null;
  #started = false;
  #carry: Buffer = Buffer.alloc(0);
  #window: Buffer = Buffer.alloc(0);

  /** `lineNow`: the physical line at which the text given out so far ends, to name the line of a bad byte. */
  constructor(lineNow: () => number) {
    this.#lineNow = lineNow;
  }

  push(bytes: Buffer): string {
    let chunk = this.#carry.length === 0 ? bytes : Buffer.concat([this.#carry, bytes]);
    this.#carry = Buffer.alloc(0);
    if (!this.#started) {
      if (chunk.length < 4) {
        this.#carry = chunk;
        return "";
      }
      chunk = this.#start(chunk);
    }
    return this.#name === "utf16" ? this.#decode(chunk) : this.#lines(chunk);
  }

  end(): string {
    let rest = this.#carry;
    if (!this.#started) rest = this.#start(rest);
    const text = this.#decide(rest, true);
    if (this.#decoding === null) return text;
    const tail = this.#decoding.end();
    if (tail === null) throw this.#bad(rest);
    return text + tail;
  }

  #start(bytes: Buffer): Buffer {
    this.#started = true;
    const mark = bytes.subarray(0, 3).toString("hex");
    if (mark.startsWith("fffe") || mark.startsWith("feff")) {
      this.#use("utf16", new Utf16(mark.startsWith("feff")));
      return bytes.subarray(2);
    }
    if (mark !== "efbbbf") return bytes;
    this.#use("utf8", new Utf8());
    return bytes.subarray(3);
  }

  #use(name: "utf8" | "gb18030" | "utf16", decoding: Decoding): void {
    this.#name = name;
    this.#decoding = decoding;
  }

  /** Whole lines are decoded and the rest waits, so that a bad byte's line can be found inside the block. */
  #lines(chunk: Buffer): string {
    const end = chunk.lastIndexOf(LF) + 1;
    const cut = end === 0 && chunk.length > BLOCK ? chunk.length : end;
    this.#carry = chunk.subarray(cut);
    return cut === 0 ? "" : this.#decide(chunk.subarray(0, cut), false);
  }

  #decide(block: Buffer, isLast: boolean): string {
    if (this.#decoding !== null) return this.#decode(block);
    if (this.#window.length === 0 && isAscii(block)) return block.toString("latin1");
    this.#window = this.#window.length === 0 ? block : Buffer.concat([this.#window, block]);
    const isEnough = isLast || this.#window.length >= WINDOW || hasEvidence(this.#window);
    if (!isEnough) return "";
    const window = this.#window;
    this.#window = Buffer.alloc(0);
    this.#choose(window, isLast);
    return this.#decode(window);
  }

  #choose(window: Buffer, isLast: boolean): void {
    if (isUtf8(isLast ? window : wholeUtf8(window))) {
      this.#use("utf8", new Utf8());
      return;
    }
    const probe = new Gb18030();
    if (probe.push(window) === null || (isLast && probe.end() === null)) {
      throw this.#badAt(badLine(window, ["utf8", "gb18030"]));
    }
    this.#use("gb18030", new Gb18030());
  }

  #decode(bytes: Buffer): string {
    const text = this.#decoding?.push(bytes) ?? null;
    if (text === null) throw this.#bad(bytes);
    return text;
  }

  #bad(bytes: Buffer): TabularRefusal {
    const name = this.#name;
    return this.#badAt(name === "utf8" || name === "gb18030" ? badLine(bytes, [name]) : 0);
  }

  #badAt(line: number): TabularRefusal {
    return new TabularRefusal("tabular.encoding", { line: this.#lineNow() + line });
  }
}

function hasEvidence(window: Buffer): boolean {
  let count = 0;
  for (const byte of window) {
    if (byte >= 0x80) count += 1;
    if (count >= EVIDENCE) return true;
  }
  return false;
}

/** A stream of bytes as a stream of text, see `TextReader`. */
export async function* decodeText(bytes: AsyncIterable<Buffer>, lineNow: () => number): AsyncGenerator<string> {
  const reader = new TextReader(lineNow);
  for await (const chunk of bytes) {
    const text = reader.push(chunk);
    if (text !== "") yield text;
  }
  const text = reader.end();
  if (text !== "") yield text;
}
