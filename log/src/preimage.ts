/** Bytes about to be hashed: a domain tag, fixed-width numbers, and parts behind their length (u32be ‖ bytes). */
export class Preimage {
  readonly #bytes: Buffer;
  #end: number;

  /** `room` is an upper bound of what follows the tag; see `roomFor`. */
  constructor(tag: Uint8Array, room: number) {
    this.#bytes = Buffer.allocUnsafe(tag.length + room);
    this.#bytes.set(tag);
    this.#end = tag.length;
  }

  /** A number of two bytes. */
  u16(value: number): this {
    this.#end = this.#bytes.writeUInt16BE(value, this.#end);
    return this;
  }

  /** Bytes as they are. */
  raw(bytes: Uint8Array): this {
    this.#bytes.set(bytes, this.#end);
    this.#end += bytes.length;
    return this;
  }

  /** Bytes behind their length. */
  bytes(bytes: Uint8Array): this {
    this.#end = this.#bytes.writeUInt32BE(bytes.length, this.#end);
    return this.raw(bytes);
  }

  /** A text in UTF-8 behind its length in bytes. */
  text(text: string): this {
    const length = this.#bytes.write(text, this.#end + 4, "utf8");
    this.#end = this.#bytes.writeUInt32BE(length, this.#end) + length;
    return this;
  }

  /** What was written. */
  whole(): Buffer {
    return this.#bytes.subarray(0, this.#end);
  }
}

/** Room that a part behind its length can take at most: a UTF-16 unit is three bytes of UTF-8 or fewer. */
export function roomFor(part: Uint8Array | string): number {
  return 4 + (typeof part === "string" ? 3 * part.length : part.length);
}
