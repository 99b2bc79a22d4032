/** A value of a copied row. Days and instants travel as text; `readonly string[]` is a one-dimensional `text[]`. */
export type CopyValue = string | number | boolean | Buffer | null | readonly string[];

// oxlint-disable-next-line no-control-regex
const special = /[\\\t\n\r\0]/;
// oxlint-disable-next-line no-control-regex
const specials = /[\\\t\n\r\0]/g;
const arraySpecials = /["\\]/g;
const chunkLength = 64 * 1024;

/**
 * One row of `copy … from stdin` in text format, newline included. Throws a RangeError on what the server cannot keep:
 * NUL, half a surrogate pair (it would silently become another character), NaN and the infinities.
 */
export function copyRow(values: readonly CopyValue[]): string {
  let row = "";
  for (let index = 0; index < values.length; index += 1) {
    const value = values[index];
    if (index > 0) row += "\t";
    row += typeof value === "string" ? text(value) : other(value ?? null);
  }
  return `${row}\n`;
}

/** Encoded rows gathered into chunks of about 64 KiB, ready for `Tx.copyIn`; holds one chunk at a time. */
export function* copyChunks(rows: Iterable<readonly CopyValue[]>): Generator<Buffer> {
  let pending = "";
  for (const row of rows) {
    pending += copyRow(row);
    if (pending.length >= chunkLength) {
      yield Buffer.from(pending);
      pending = "";
    }
  }
  if (pending !== "") yield Buffer.from(pending);
}

/** Pieces of encoded rows gathered into chunks of about 64 KiB: for writers that know which columns never change. */
export function* copyPieces(pieces: Iterable<string | Buffer>): Generator<Buffer> {
  let chunk = Buffer.allocUnsafeSlow(chunkLength);
  let end = 0;
  for (const piece of pieces) {
    const room = typeof piece === "string" ? piece.length * 3 : piece.length;
    if (end + room > chunk.length) {
      if (end > 0) yield chunk.subarray(0, end);
      chunk = Buffer.allocUnsafeSlow(Math.max(chunkLength, room));
      end = 0;
    }
    end += typeof piece === "string" ? chunk.write(piece, end) : piece.copy(chunk, end);
  }
  if (end > 0) yield chunk.subarray(0, end);
}

/** One value of a row as `copyRow` writes it. */
export function copyText(value: string | null | readonly string[]): string {
  return typeof value === "string" ? text(value) : other(value);
}

/** A bytea given in hex. */
export function copyHex(value: string | null): string {
  return value === null ? "\\N" : `\\\\x${value}`;
}

function text(value: string): string {
  if (!value.isWellFormed()) throw new RangeError("copy: half a surrogate pair");
  return special.test(value) ? value.replace(specials, escaped) : value;
}

function escaped(character: string): string {
  switch (character) {
    case "\\":
      return "\\\\";
    case "\t":
      return "\\t";
    case "\n":
      return "\\n";
    case "\r":
      return "\\r";
    default:
      throw new RangeError("copy: NUL in a text");
  }
}

function other(value: Exclude<CopyValue, string>): string {
  if (value === null) return "\\N";
  if (typeof value === "number") return number(value);
  if (typeof value === "boolean") return value ? "t" : "f";
  if (Buffer.isBuffer(value)) return `\\\\x${value.toString("hex")}`;
  return text(`{${value.map((item) => `"${item.replace(arraySpecials, "\\$&")}"`).join(",")}}`);
}

function number(value: number): string {
  if (!Number.isFinite(value)) throw new RangeError(`copy: ${value} is not a number that can be kept`);
  return String(value);
}
