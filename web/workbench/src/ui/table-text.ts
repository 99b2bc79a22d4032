// Comma-separated text, read and written in the browser (RFC 4180).

/** One cell: a quoted one may hold commas, doubled quotes and line ends; then a comma, a line end or the end. */
const piece = /(?:"((?:[^"]|"")*)"|([^,\r\n]*(?:\r(?!\n)[^,\r\n]*)*))(,|\r?\n|$)/y;

interface Piece {
  readonly cell: string;
  readonly ends: "cell" | "row";
  readonly next: number;
}

function pieceAt(text: string, at: number): Piece {
  piece.lastIndex = at;
  const found = piece.exec(text);
  // A quote in the middle of a cell is no cell of the format: what is left is one cell.
  if (found === null) return { cell: text.slice(at), ends: "row", next: text.length };
  const [whole, quoted, plain = "", end] = found;
  const cell = quoted === undefined ? plain : quoted.replaceAll('""', '"');
  return { cell, ends: end === "," ? "cell" : "row", next: at + whole.length };
}

/** Records of cells; empty lines count, because rows are known by their number. */
export function readCsv(text: string): readonly (readonly string[])[] {
  const body = text.startsWith("\ufeff") ? text.slice(1) : text;
  const rows: string[][] = [];
  let cells: string[] = [];
  for (let at = 0; at < body.length || cells.length > 0;) {
    const { cell, ends, next } = pieceAt(body, at);
    cells.push(cell);
    at = next;
    if (ends === "cell") continue;
    rows.push(cells);
    cells = [];
  }
  return rows;
}

/** With a mark of byte order, so that spreadsheets read it as UTF-8. @param safe guards cells that spreadsheets would run. */
export function writeCsv(rows: readonly (readonly string[])[], safe = false): string {
  const guarded = (cell: string): string => (safe && /^[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell);
  const quoted = (cell: string): string => (/[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);
  return `\ufeff${rows.map((row) => row.map((cell) => quoted(guarded(cell))).join(",")).join("\r\n")}\r\n`;
}

/** Text of a file in UTF-8, or in GB 18030 where it is not. */
export async function textOf(file: Blob): Promise<string> {
  const bytes = await file.arrayBuffer();
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder("gb18030").decode(bytes);
  }
}
