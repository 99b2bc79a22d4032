import type { Cell } from "./table.ts";

/** A spreadsheet runs a cell that begins so as a formula; the full-width signs too, in East Asian versions. */
const formulaStart = /^[=+\-@\t\r\n\uff1d\uff0b\uff0d\uff20]/;
const needsQuotes = /[",\r\n]|^\s|\s$/;

/** One cell of an export: an apostrophe before what would run as a formula, quotes where CSV needs them. */
export function csvCell(value: Cell): string {
  if (value === null) return "";
  const safe = formulaStart.test(value) ? `'${value}` : value;
  return needsQuotes.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

const BATCH = 64 * 1024;

/**
 * Rows as CSV text in pieces of about 64 KiB: comma, CRLF (RFC 4180), byte order mark first so that spreadsheets
 * read it as UTF-8. A row of a single empty cell is written as `""`: a bare empty line would be no row.
 */
export async function* writeCsv(
  rows: Iterable<readonly Cell[]> | AsyncIterable<readonly Cell[]>,
): AsyncGenerator<string> {
  let text = "\ufeff";
  for await (const cells of rows) {
    const line = cells.map(csvCell).join(",");
    text += `${line === "" ? '""' : line}\r\n`;
    if (text.length >= BATCH) {
      yield text;
      text = "";
    }
  }
  if (text !== "") yield text;
}
