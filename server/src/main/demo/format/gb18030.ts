// Text as GB18030. Node reads this encoding and does not write it, so the table is turned round once.

const BMP = 0x10000;
const FOUR_BYTE_BMP_MAX = 39_420;
const SUPPLEMENTARY_START = 189_000;

/** Bytes of every UTF-16 unit outside ASCII, packed into a number; 0 where there are none. */
let packed: Uint32Array | undefined;

function fourBytes(index: number): number {
  const last = 0x30 + (index % 10);
  const third = 0x81 + (Math.floor(index / 10) % 126);
  const second = 0x30 + (Math.floor(index / 1260) % 10);
  const first = 0x81 + Math.floor(index / 12_600);
  return ((first << 24) | (second << 16) | (third << 8) | last) >>> 0;
}

function reverse(): Uint32Array {
  const table = new Uint32Array(BMP);
  const decoder = new TextDecoder("gb18030");
  const four = Buffer.alloc(4);
  for (let index = 0; index < FOUR_BYTE_BMP_MAX; index += 1) {
    four.writeUInt32BE(fourBytes(index));
    const text = decoder.decode(four);
    if (text.length === 1) table[text.charCodeAt(0)] = fourBytes(index);
  }
  const two = Buffer.alloc(2);
  for (let lead = 0x81; lead <= 0xfe; lead += 1) {
    for (let trail = 0x40; trail <= 0xfe; trail += 1) {
      two[0] = lead;
      two[1] = trail;
      const text = decoder.decode(two);
      if (text.length === 1 && text !== "\ufffd") table[text.charCodeAt(0)] = (lead << 8) | trail;
    }
  }
  return table;
}

function bytesOf(character: string): number {
  const point = character.codePointAt(0) ?? 0;
  return point >= BMP ? fourBytes(point - BMP + SUPPLEMENTARY_START) : ((packed ??= reverse())[point] ?? 0);
}

/** The bytes of a text. Throws RangeError for half a surrogate pair, which has none. */
export function gb18030(text: string): Buffer {
  const bytes = Buffer.alloc(text.length * 4);
  let at = 0;
  for (const character of text) {
    const ascii = character.charCodeAt(0);
    if (ascii < 0x80) {
      bytes[at++] = ascii;
      continue;
    }
    const four = bytesOf(character);
    if (four === 0) throw new RangeError(`no GB18030 for U+${ascii.toString(16)}`);
    at = four > 0xffff ? bytes.writeUInt32BE(four, at) : bytes.writeUInt16BE(four, at);
  }
  return bytes.subarray(0, at);
}
