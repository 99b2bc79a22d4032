/** Text exactly as the file holds it, trimmed of nothing; null where the file holds no cell. */
export type Cell = string | null;

/**
 * What the reader saw in a cell and the text alone does not tell:
 * - `number-precision-lost`: a number cell with more digits than a spreadsheet keeps (15), text as stored
 * - `date-serial`: a day or time kept as a serial number, given as `YYYY-MM-DD`, `YYYY-MM-DDTHH:MM:SS` or `HH:MM:SS`
 * - `date-impossible`: formatted as a day, but the serial is no day; text as stored
 * - `formula`: the value is a formula's last result (null when the file holds none)
 * - `error`: a spreadsheet error such as `#N/A`
 * - `control-characters`: NUL or other control, bidirectional control or half a surrogate pair; kept in the text
 */
export type CellNoteKind =
  | "number-precision-lost"
  | "date-serial"
  | "date-impossible"
  | "formula"
  | "error"
  | "control-characters";

/** `column` is the index into `cells`, from 0. */
export interface CellNote {
  readonly column: number;
  readonly note: CellNoteKind;
}

/**
 * One row that is not blank. `cells` is at least as long as the heads (filled up with null) and longer when the row
 * is. A cell may be a slice of a larger decoded block: whoever keeps single cells for long should copy them.
 */
export interface Row {
  /** Line or row in the file, from 1, header included: the physical line where the row starts, or the row number. */
  readonly line: number;
  /** The sheet's name; null unless several sheets of the workbook have rows. */
  readonly sheet: string | null;
  readonly cells: readonly Cell[];
  readonly notes?: readonly CellNote[];
}

export interface Header {
  readonly sheet: string | null;
  readonly line: number;
  /** Merged heads repeat over their span; heads of several rows are joined by a line break; line breaks stay. */
  readonly heads: readonly string[];
  /** Rows above the heads (titles, instructions), at most 20; they are given here and nowhere else. */
  readonly above?: readonly Row[];
  /** Names of hidden sheets that were not read; on the file's first header only. */
  readonly hiddenSheets?: readonly string[];
}

export type TabularEvent =
  | { readonly kind: "header"; readonly header: Header }
  | { readonly kind: "row"; readonly row: Row };

/** Bounds of one file. Reaching one ends in a `TabularRefusal` that names it. */
export interface Limits {
  /** Bytes of the file as sent. */
  readonly bytesMax: number;
  readonly rowsMax: number;
  readonly columnsMax: number;
  /** Characters (UTF-16 units) of one cell. */
  readonly cellMax: number;
  /** Unpacked bytes to packed bytes of a workbook's part; parts under 1 MiB unpacked are exempt. */
  readonly ratioMax: number;
  readonly sheetsMax: number;
  /** Milliseconds for the whole reading, the caller's own time between batches included. */
  readonly msMax?: number;
  /** Characters of one row; default 16 × `cellMax`. */
  readonly lineMax?: number;
  /** Bytes of all unpacked parts of a workbook together; default 4 GiB. */
  readonly unpackedMax?: number;
  /** Bytes of a workbook's shared texts held in memory; default 256 MiB. */
  readonly sharedMax?: number;
}

/** Says whether a row of cells is a row of heads; called on the first rows only, with merged heads filled in. */
export type IsHeader = (cells: readonly Cell[]) => boolean;

const bidiOrControl = /[[\p{Cc}\p{Bidi_Control}]--[\t\n\r]]/v;

/** True for text with a control character (tab and line breaks excepted), a bidi control or half a surrogate pair. */
export function hasControls(text: string): boolean {
  return bidiOrControl.test(text) || !text.isWellFormed();
}

/** A row is blank when no cell holds more than white space, full-width space included. */
export function isBlank(cells: readonly Cell[]): boolean {
  for (const cell of cells) {
    if (cell !== null && cell !== "" && cell.trim() !== "") return false;
  }
  return true;
}

/** Notes for the cells that hold a control character; undefined when none does. */
export function controlNotes(cells: readonly Cell[]): CellNote[] | undefined {
  const notes: CellNote[] = [];
  cells.forEach((cell, column) => {
    if (cell !== null && hasControls(cell)) notes.push({ column, note: "control-characters" });
  });
  return notes.length === 0 ? undefined : notes;
}
