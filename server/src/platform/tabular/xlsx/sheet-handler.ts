import type { Cell, CellNote, CellNoteKind, Limits, Row } from "../table.ts";
import { TabularRefusal } from "../tabular-refusal.ts";
import { decodeEscapes, ESCAPED, noteControls, numberText, serialText, type CellText } from "./cell-text.ts";
import type { Workbook } from "./workbook.ts";
import { Attributes, type XmlHandler } from "./xml-scanner.ts";

export interface SheetSetup {
  readonly book: Workbook;
  readonly limits: Limits;
  /** The name to put on rows; null when only one sheet has rows. */
  readonly sheet: string | null;
  readonly give: (row: Row) => void;
}

/** Rows of the format itself; a larger row number is damage. */
const ROW_MAX = 2 ** 24;
const DAYS_KEPT = 4096;

/** Column index from 0 of a reference such as `AB12`; -1 when it has no letters. */
export function columnOf(reference: string): number {
  let column = 0;
  for (let at = 0; at < reference.length && at < 4; at += 1) {
    const letter = reference.charCodeAt(at) & ~0x20;
    if (letter < 0x41 || letter > 0x5a) break;
    column = column * 26 + (letter - 0x40);
  }
  return column - 1;
}

/**
 * Rows out of a worksheet's elements. Cells and rows may leave out their reference (then the next one is meant); they
 * must come in order, because other readers would otherwise see another table. Cells without value cost nothing, so a
 * formatted but empty row of 16,384 columns is no row of 16,384 columns.
 */
export class SheetHandler implements XmlHandler {
  readonly #setup: SheetSetup;
  readonly #given = new Attributes();
  readonly #days = new Map<string, CellText>();
  #row = 0;
  #column = -1;
  #cells: Cell[] = [];
  #notes: CellNote[] = [];
  #type = "";
  #style = 0;
  #value = "";
  #hasValue = false;
  #hasFormula = false;
  #inCell = false;
  #inRow = false;
  #inData = false;
  #isPhonetic = false;
  listens = false;
  /** True behind the last row. */
  isDone = false;

  constructor(setup: SheetSetup) {
    this.#setup = setup;
  }

  open(name: string, attributes: string): void {
    if (name === "v") this.#hear();
    else if (name === "c") this.#startCell(attributes);
    else if (name === "t") this.#hear();
    else if (name === "f") this.#hasFormula = this.#inCell;
    else if (name === "row") this.#startRow(attributes);
    else this.#openRare(name);
  }

  close(name: string): void {
    if (name === "v" || name === "t") this.listens = false;
    else if (name === "c") this.#endCell();
    else if (name === "row") this.#endRow();
    else if (name === "rPh") this.#isPhonetic = false;
    else if (name === "sheetData") this.isDone = true;
  }

  text(text: string): void {
    this.#value += text;
    if (this.#value.length > this.#setup.limits.cellMax * ESCAPED) throw this.#cellTooLong();
  }

  #openRare(name: string): void {
    if (name === "sheetData") this.#inData = true;
    if (name === "rPh") this.#isPhonetic = true;
  }

  #hear(): void {
    if (!this.#inCell || this.#isPhonetic) return;
    this.listens = true;
    this.#hasValue = true;
  }

  #startRow(attributes: string): void {
    if (!this.#inData || this.isDone) return;
    if (this.#inRow) throw this.#damaged();
    let number = this.#row + 1;
    const given = this.#given;
    given.start(attributes);
    while (given.next()) if (given.name === "r") number = Number(given.value);
    if (!Number.isInteger(number) || number <= this.#row || number > ROW_MAX) throw this.#damaged();
    this.#row = number;
    this.#column = -1;
    this.#inRow = true;
  }

  #startCell(attributes: string): void {
    if (!this.#inRow) return;
    if (this.#inCell) throw this.#damaged();
    let column = this.#column + 1;
    this.#type = "";
    this.#style = 0;
    const given = this.#given;
    given.start(attributes);
    while (given.next()) {
      if (given.name === "r") column = columnOf(given.value);
      else if (given.name === "s") this.#style = Number(given.value);
      else if (given.name === "t") this.#type = given.value;
    }
    if (column <= this.#column) throw this.#damaged();
    this.#column = column;
    this.#value = "";
    this.#hasValue = false;
    this.#hasFormula = false;
    this.#inCell = true;
  }

  #endCell(): void {
    if (!this.#inCell) return;
    this.#inCell = false;
    if (!this.#hasValue && !this.#hasFormula) return;
    const { columnsMax, cellMax } = this.#setup.limits;
    if (this.#column >= columnsMax) {
      throw new TabularRefusal("tabular.too-many-columns", { line: this.#row, values: { columnsMax } });
    }
    const cell = this.#hasValue ? this.#read() : null;
    if (cell !== null && cell.text.length > cellMax) throw this.#cellTooLong();
    this.#keep(cell);
  }

  #keep(cell: CellText | null): void {
    while (this.#cells.length < this.#column) this.#cells.push(null);
    this.#cells.push(cell?.text ?? null);
    this.#noteCell(cell);
  }

  #noteCell(cell: CellText | null): void {
    if (this.#hasFormula) this.#note("formula");
    if (cell?.note !== undefined) this.#note(cell.note);
  }

  #note(note: CellNoteKind): void {
    this.#notes.push({ column: this.#column, note });
  }

  #read(): CellText {
    switch (this.#type) {
      case "s":
        return this.#shared();
      case "str":
      case "inlineStr":
        return noteControls(decodeEscapes(this.#value));
      case "b":
        return { text: this.#value.trim() === "1" || this.#value.trim() === "true" ? "TRUE" : "FALSE" };
      case "e":
        return { text: this.#value, note: "error" };
      case "d":
        return { text: this.#value.replace(/T00:00:00(?:\.0+)?Z?$/, "") };
      default:
        return this.#number();
    }
  }

  #shared(): CellText {
    const cell = this.#setup.book.strings.get(this.#value === "" ? -1 : Number(this.#value));
    if (cell === null) throw this.#damaged();
    return cell;
  }

  #number(): CellText {
    const { dateStyles, is1904 } = this.#setup.book;
    if (this.#value === "") return { text: "" };
    return dateStyles[this.#style] === 1 ? this.#day(is1904) : numberText(this.#value);
  }

  /** A column of days has few different ones. */
  #day(is1904: boolean): CellText {
    const known = this.#days.get(this.#value);
    if (known !== undefined) return known;
    const day = serialText(this.#value, is1904);
    if (this.#days.size >= DAYS_KEPT) this.#days.clear();
    this.#days.set(this.#value, day);
    return day;
  }

  #endRow(): void {
    if (!this.#inRow) return;
    if (this.#inCell) throw this.#damaged();
    this.#inRow = false;
    const cells = this.#cells;
    if (cells.length === 0) return;
    const bare = { line: this.#row, sheet: this.#setup.sheet, cells };
    const row = this.#notes.length === 0 ? bare : { ...bare, notes: this.#notes };
    this.#cells = [];
    this.#notes = [];
    this.#setup.give(row);
  }

  #cellTooLong(): TabularRefusal {
    const { cellMax } = this.#setup.limits;
    return new TabularRefusal("tabular.cell-too-long", { line: this.#row, values: { cellMax } });
  }

  #damaged(): TabularRefusal {
    return new TabularRefusal("tabular.damaged", this.#row > 0 ? { line: this.#row } : {});
  }
}
