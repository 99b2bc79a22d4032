import { controlNotes, hasControls, type Cell, type Limits, type Row } from "../table.ts";
import { TabularRefusal } from "../tabular-refusal.ts";

const QUOTE = 0x22;
const CR = 0x0d;
const LF = 0x0a;

/** Where the scanner stands inside a record. `ready`: between records, the fast way may be tried. */
type Mode = "ready" | "start" | "plain" | "quoted" | "quote-seen";

export interface ScannerSetup {
  readonly delimiter: string;
  readonly limits: Limits;
  /** Number of the line at which the text begins. */
  readonly firstLine: number;
  readonly give: (row: Row) => void;
}

/**
 * CSV records out of text that comes in pieces. A line without quotes is cut with `indexOf` and `split`; only a line
 * with quotes, a lone carriage return or a piece's end in it walks through the modes. As spreadsheets do: a quote opens
 * only at a cell's start, elsewhere it is text; what follows a closing quote belongs to the cell.
 */
export class CsvScanner {
  readonly #delimiter: string;
  readonly #delimiterCode: number;
  readonly #limits: Limits;
  readonly #lineMax: number;
  readonly #give: (row: Row) => void;
  #mode: Mode = "ready";
  #line: number;
  #startLine = 1;
  #quoteLine = 1;
  #cells: string[] = [];
  #cell = "";
  #length = 0;
  #afterCr = false;
  #quotedCr = false;
  #quoteAt = -1;
  #crAt = -1;
  #isSuspect = false;

  constructor(setup: ScannerSetup) {
    this.#line = setup.firstLine;
    this.#delimiter = setup.delimiter;
    this.#delimiterCode = setup.delimiter.charCodeAt(0);
    this.#limits = setup.limits;
    this.#lineMax = setup.limits.lineMax ?? setup.limits.cellMax * 16;
    this.#give = setup.give;
  }

  /** The physical line reached, from 1. */
  get line(): number {
    return this.#line;
  }

  /** `text` is not empty. One look at the whole piece spares a look at each cell of an honest file. */
  feed(text: string): void {
    const isSuspect = hasControls(text);
    this.#isSuspect = isSuspect || (this.#isSuspect && this.#mode !== "ready");
    this.#quoteAt = -1;
    this.#crAt = -1;
    if (this.#quotedCr && text.charCodeAt(0) !== LF) this.#line += 1;
    this.#quotedCr = false;
    let at = 0;
    while (at < text.length) {
      if (this.#afterCr) {
        this.#afterCr = false;
        if (text.charCodeAt(at) === LF) at += 1;
      } else {
        at = this.#mode === "ready" ? this.#wholeLine(text, at) : this.#step(text, at);
      }
    }
  }

  end(): void {
    if (this.#mode === "quoted") throw this.#unclosed();
    if (this.#mode !== "ready") this.#endRecord();
  }

  #wholeLine(text: string, at: number): number {
    const end = text.indexOf("\n", at);
    if (end < 0 || this.#needsSteps(text, at, end)) {
      this.#mode = "start";
      this.#startLine = this.#line;
      return at;
    }
    const isCrLf = this.#crAt === end - 1 && this.#crAt >= at;
    const line = text.slice(at, isCrLf ? end - 1 : end);
    const number = this.#line;
    this.#line += 1;
    if (line !== "") this.#wholeRecord(line, number);
    return end + 1;
  }

  /** True when the line holds a quote, or a carriage return that is not its end. Both are looked for once a piece. */
  #needsSteps(text: string, at: number, end: number): boolean {
    if (this.#quoteAt < at) this.#quoteAt = indexOrInfinity(text.indexOf('"', at));
    if (this.#crAt < at) this.#crAt = indexOrInfinity(text.indexOf("\r", at));
    return this.#quoteAt < end || this.#crAt < end - 1;
  }

  #wholeRecord(line: string, number: number): void {
    if (line.length > this.#lineMax) throw this.#lineTooLong(number);
    const cells = line.split(this.#delimiter, this.#limits.columnsMax + 1);
    if (cells.length > this.#limits.columnsMax) throw this.#tooMany(number);
    if (line.length > this.#limits.cellMax) {
      for (const cell of cells) if (cell.length > this.#limits.cellMax) throw this.#cellTooLong(number);
    }
    this.#emit(number, cells);
  }

  #step(text: string, at: number): number {
    const code = text.charCodeAt(at);
    if (this.#mode === "quoted") return this.#insideQuotes(text, at);
    if (this.#mode === "quote-seen") {
      this.#mode = code === QUOTE ? "quoted" : "plain";
      if (code !== QUOTE) return at;
      this.#append('"');
      return at + 1;
    }
    if (this.#mode === "start" && code === QUOTE) {
      this.#mode = "quoted";
      this.#quoteLine = this.#line;
      return at + 1;
    }
    this.#mode = "plain";
    return this.#outsideQuotes(text, at);
  }

  #insideQuotes(text: string, at: number): number {
    if (this.#quoteAt < at) this.#quoteAt = indexOrInfinity(text.indexOf('"', at));
    const end = Math.min(this.#quoteAt, text.length);
    const room = this.#limits.cellMax - this.#cell.length;
    if (end - at > room) throw this.#unclosed();
    this.#countLines(text, at, end);
    this.#append(text.slice(at, end));
    if (end === text.length) return end;
    this.#mode = "quote-seen";
    return end + 1;
  }

  /** CRLF counts once, also when a piece ends between the two. Walked, because a search would look past `end`. */
  #countLines(text: string, from: number, end: number): void {
    for (let at = from; at < end; at += 1) {
      const code = text.charCodeAt(at);
      if (code === LF) this.#line += 1;
      if (code !== CR) continue;
      if (at + 1 === text.length) this.#quotedCr = true;
      else if (text.charCodeAt(at + 1) !== LF) this.#line += 1;
    }
  }

  #outsideQuotes(text: string, at: number): number {
    let end = at;
    while (end < text.length) {
      const code = text.charCodeAt(end);
      if (code === this.#delimiterCode || code === LF || code === CR) return this.#cut(text, at, end);
      end += 1;
    }
    this.#append(text.slice(at, end));
    return end;
  }

  #cut(text: string, at: number, end: number): number {
    this.#append(text.slice(at, end));
    const code = text.charCodeAt(end);
    if (code === this.#delimiterCode) {
      this.#endCell();
      this.#mode = "start";
      return end + 1;
    }
    this.#endRecord();
    this.#line += 1;
    this.#afterCr = code === CR;
    return end + 1;
  }

  #append(part: string): void {
    this.#cell += part;
    this.#length += part.length;
    if (this.#cell.length > this.#limits.cellMax) {
      throw this.#mode === "quoted" ? this.#unclosed() : this.#cellTooLong(this.#startLine);
    }
    if (this.#length > this.#lineMax) throw this.#lineTooLong(this.#startLine);
  }

  #endCell(): void {
    this.#cells.push(this.#cell);
    this.#cell = "";
    if (this.#cells.length > this.#limits.columnsMax) throw this.#tooMany(this.#startLine);
  }

  #endRecord(): void {
    this.#endCell();
    const cells = this.#cells;
    this.#cells = [];
    this.#length = 0;
    this.#mode = "ready";
    this.#emit(this.#startLine, cells);
  }

  #emit(line: number, cells: Cell[]): void {
    const notes = this.#isSuspect ? controlNotes(cells) : undefined;
    this.#give(notes === undefined ? { line, sheet: null, cells } : { line, sheet: null, cells, notes });
  }

  #unclosed(): TabularRefusal {
    return new TabularRefusal("tabular.quote-unclosed", { line: this.#quoteLine });
  }

  #cellTooLong(line: number): TabularRefusal {
    return new TabularRefusal("tabular.cell-too-long", { line, values: { cellMax: this.#limits.cellMax } });
  }

  #lineTooLong(line: number): TabularRefusal {
    return new TabularRefusal("tabular.line-too-long", { line, values: { lineMax: this.#lineMax } });
  }

  #tooMany(line: number): TabularRefusal {
    return new TabularRefusal("tabular.too-many-columns", { line, values: { columnsMax: this.#limits.columnsMax } });
  }
}

function indexOrInfinity(index: number): number {
  return index < 0 ? Infinity : index;
}
