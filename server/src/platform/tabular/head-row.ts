import { EventList } from "./event-list.ts";
import { isBlank, type Cell, type Header, type IsHeader, type Row, type TabularEvent } from "./table.ts";
import { TabularRefusal } from "./tabular-refusal.ts";

/** A merged range, columns from 0, rows from 1, both ends included. */
export interface Merge {
  readonly top: number;
  readonly bottom: number;
  readonly left: number;
  readonly right: number;
}

export interface HeadSearch {
  readonly sheet: string | null;
  readonly isHeader?: IsHeader | undefined;
  readonly merges?: readonly Merge[];
  readonly hiddenSheets?: readonly string[] | undefined;
  readonly columnsMax: number;
}

const SEARCHED = 20;
const JOINED = 4;

function looksNumeric(cell: string): boolean {
  return /^[\s\d.,:/+-]+$/.test(cell);
}

/** Two cells or more, most of them words. */
function looksLikeHeads(row: Row): boolean {
  const filled = row.cells.filter((cell) => cell !== null && cell.trim() !== "");
  const words = filled.filter((cell) => cell !== null && !looksNumeric(cell));
  return filled.length >= 2 && words.length * 2 > filled.length;
}

/**
 * Finds the heads among the first 20 rows and turns rows into events. Waits one row past the heads, because a second
 * row of heads may follow; after that a row passes straight through.
 */
export class HeadFinder {
  readonly #search: HeadSearch;
  readonly #above: Row[] = [];
  readonly #origins = new Map<Merge, Cell>();
  #joined: Cell[][] = [];
  #headLine = 0;
  #width = -1;
  readonly #events = new EventList();

  constructor(search: HeadSearch) {
    this.#search = search;
  }

  push(row: Row): void {
    if (this.#width >= 0) this.#give(row);
    else this.#seek(row);
  }

  end(): void {
    if (this.#width < 0 && this.#joined.length > 0) this.#announce(this.#above.splice(0));
    else if (this.#width < 0 && this.#above.length > 0) this.#settle();
  }

  /** Batches of at most 1,000 events; with `rest` also what remains. */
  take(rest = false): TabularEvent[][] {
    return this.#events.take(rest);
  }

  #seek(row: Row): void {
    const filled = this.#fill(row);
    const isHeader = this.#search.isHeader;
    const isHead = isHeader?.(filled) === true;
    if (this.#joined.length > 0) {
      this.#afterHead(row, filled, isHead);
    } else if (isHead) {
      this.#start(row.line, filled);
    } else {
      this.#above.push(row);
      if (this.#above.length === SEARCHED) this.#settle();
    }
  }

  #start(line: number, filled: Cell[]): void {
    this.#headLine = line;
    this.#joined = [filled];
  }

  #afterHead(row: Row, filled: Cell[], isHead: boolean): void {
    if (isHead && this.#joined.length < JOINED) {
      this.#joined.push(filled);
      return;
    }
    this.#announce(this.#above.splice(0));
    this.#give(row);
  }

  /** No row was named as heads by the caller: take the first that looks like heads, else the first. */
  #settle(): void {
    const rows = this.#above.splice(0);
    const at = Math.max(0, rows.findIndex(looksLikeHeads));
    const head = rows[at];
    if (head === undefined) return;
    this.#start(head.line, this.#fill(head));
    let body = at + 1;
    const second = rows[body];
    if (second !== undefined && this.#isSecondHead(head, second)) {
      this.#joined.push(this.#fill(second));
      body += 1;
    }
    this.#announce(rows.slice(0, at));
    for (const row of rows.slice(body)) this.#give(row);
  }

  /** Groups over their columns: the second row names the columns of groups and leaves the others blank. */
  #isSecondHead(head: Row, second: Row): boolean {
    const merges = this.#search.merges ?? [];
    const groups = merges.filter(({ top, bottom, left, right }) => top === head.line && bottom === top && right > left);
    if (groups.length === 0 || !looksLikeHeads(second)) return false;
    return second.cells.every((cell, column) => {
      const isGrouped = groups.some(({ left, right }) => column >= left && column <= right);
      return isGrouped || cell === null || cell.trim() === "";
    });
  }

  #fill(row: Row): Cell[] {
    const cells = [...row.cells];
    for (const merge of this.#search.merges ?? []) {
      if (row.line < merge.top || row.line > merge.bottom) continue;
      if (merge.top === row.line) this.#origins.set(merge, row.cells[merge.left] ?? null);
      const value = this.#origins.get(merge) ?? null;
      if (value !== null) this.#spread(cells, merge, value);
    }
    return cells;
  }

  #spread(cells: Cell[], merge: Merge, value: string): void {
    const end = Math.min(merge.right + 1, this.#search.columnsMax);
    while (cells.length < end) cells.push(null);
    for (let column = merge.left; column < end; column += 1) cells[column] ??= value;
  }

  #heads(): string[] {
    const width = Math.max(...this.#joined.map((cells) => cells.length));
    const heads = Array.from({ length: width }, (_, column) => {
      const parts = this.#joined.map((cells) => cells[column] ?? "").filter((part) => part !== "");
      return [...new Set(parts)].join("\n");
    });
    while (heads.at(-1) === "") heads.pop();
    return heads;
  }

  #announce(above: Row[]): void {
    const heads = this.#heads();
    const { sheet, hiddenSheets } = this.#search;
    const header: Header = {
      sheet,
      line: this.#headLine,
      heads,
      ...(above.length > 0 && { above }),
      ...(hiddenSheets !== undefined && hiddenSheets.length > 0 && { hiddenSheets }),
    };
    this.#width = heads.length;
    this.#joined = [];
    this.#events.push({ kind: "header", header });
  }

  #give(row: Row): void {
    const width = this.#width;
    if (row.cells.length >= width) {
      this.#events.push({ kind: "row", row });
      return;
    }
    const cells = [...row.cells];
    while (cells.length < width) cells.push(null);
    this.#events.push({ kind: "row", row: { ...row, cells } });
  }
}

/** Drops blank rows and counts the others against `rowsMax`. */
export class RowCounter {
  readonly #rowsMax: number;
  #rows = 0;

  constructor(rowsMax: number) {
    this.#rowsMax = rowsMax;
  }

  accepts(row: Row): boolean {
    if (row.notes === undefined && isBlank(row.cells)) return false;
    this.#rows += 1;
    if (this.#rows <= this.#rowsMax) return true;
    throw new TabularRefusal("tabular.too-many-rows", { line: row.line, values: { rowsMax: this.#rowsMax } });
  }

  get any(): boolean {
    return this.#rows > 0;
  }
}
