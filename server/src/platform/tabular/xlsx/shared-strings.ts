import { TabularRefusal } from "../tabular-refusal.ts";
import type { Limits } from "../table.ts";
import { decodeEscapes, ESCAPED, noteControls, type CellText } from "./cell-text.ts";
import type { XmlHandler } from "./xml-scanner.ts";

const SLAB = 4 * 1024 * 1024;
const STRIDE = SLAB * 2;
const SHARED_MAX = 256 * 1024 * 1024;
const COUNT_MAX = 16 * 1024 * 1024;
const CACHE = 4096;

/**
 * A workbook's shared texts as UTF-8 bytes in slabs, with the place of each: a million JavaScript strings would take
 * several times the memory. The last texts asked for stay decoded, because columns repeat them.
 */
export class SharedStrings {
  readonly #bytesMax: number;
  readonly #cellMax: number;
  readonly #slabs: Buffer[] = [];
  readonly #cacheKeys = new Int32Array(CACHE).fill(-1);
  readonly #cache: CellText[] = [];
  #starts = new Float64Array(1024);
  #lengths = new Uint32Array(1024);
  #count = 0;
  #bytes = 0;
  #used = SLAB;

  constructor(limits: Limits) {
    this.#bytesMax = limits.sharedMax ?? SHARED_MAX;
    this.#cellMax = limits.cellMax;
  }

  add(text: string): void {
    const length = Buffer.byteLength(text);
    this.#bytes += length;
    if (this.#bytes > this.#bytesMax || this.#count >= COUNT_MAX) {
      throw new TabularRefusal("tabular.too-large", { values: { sharedMax: this.#bytesMax } });
    }
    const slab = this.#room(length);
    if (this.#count === this.#lengths.length) this.#grow();
    this.#starts[this.#count] = (this.#slabs.length - 1) * STRIDE + this.#used;
    this.#lengths[this.#count] = length;
    slab.write(text, this.#used);
    this.#used += length;
    this.#count += 1;
  }

  /** The text at a cell's index, noted when it holds controls; null when the index points nowhere. */
  get(index: number): CellText | null {
    if (!Number.isInteger(index) || index < 0 || index >= this.#count) return null;
    const slot = index % CACHE;
    if (this.#cacheKeys[slot] === index) return this.#cache[slot] ?? null;
    const cell = noteControls(decodeEscapes(this.#stored(index)));
    if (cell.text.length > this.#cellMax) throw cellTooLong(this.#cellMax);
    this.#cacheKeys[slot] = index;
    this.#cache[slot] = cell;
    return cell;
  }

  /** A start is the slab's number times `STRIDE`, plus the place inside the slab. */
  #stored(index: number): string {
    const start = this.#starts[index] ?? 0;
    const from = start % STRIDE;
    const slab = this.#slabs[Math.floor(start / STRIDE)];
    return slab?.toString("utf8", from, from + (this.#lengths[index] ?? 0)) ?? "";
  }

  /** The slab to write to: a text never crosses slabs, one longer than a slab gets its own. */
  #room(length: number): Buffer {
    const last = this.#slabs.at(-1);
    if (last !== undefined && this.#used + length <= last.length) return last;
    const slab = Buffer.allocUnsafe(Math.max(SLAB, length));
    this.#slabs.push(slab);
    this.#used = 0;
    return slab;
  }

  #grow(): void {
    const starts = new Float64Array(this.#count * 2);
    const lengths = new Uint32Array(this.#count * 2);
    starts.set(this.#starts);
    lengths.set(this.#lengths);
    this.#starts = starts;
    this.#lengths = lengths;
  }
}

function cellTooLong(cellMax: number): TabularRefusal {
  return new TabularRefusal("tabular.cell-too-long", { values: { cellMax } });
}

/** Reads `sharedStrings.xml`: rich text runs are joined, phonetic guides left out. */
export class SharedStringsHandler implements XmlHandler {
  readonly #strings: SharedStrings;
  readonly #cellMax: number;
  #text = "";
  #isInside = false;
  #isPhonetic = false;
  listens = false;

  constructor(strings: SharedStrings, cellMax: number) {
    this.#strings = strings;
    this.#cellMax = cellMax;
  }

  open(name: string): void {
    if (name === "t") this.listens = this.#isInside && !this.#isPhonetic;
    else if (name === "si") this.#start();
    else if (name === "rPh") this.#isPhonetic = true;
  }

  close(name: string): void {
    if (name === "t") this.listens = false;
    else if (name === "rPh") this.#isPhonetic = false;
    else if (name === "si" && this.#isInside) {
      this.#isInside = false;
      this.#strings.add(this.#text);
    }
  }

  text(text: string): void {
    this.#text += text;
    if (this.#text.length > this.#cellMax * ESCAPED) throw cellTooLong(this.#cellMax);
  }

  #start(): void {
    this.#text = "";
    this.#isInside = true;
  }
}
