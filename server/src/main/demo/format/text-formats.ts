// Tables as CSV in UTF-8 or GB18030 and as NDJSON, in pieces: a file is never whole in memory.
import { gb18030 } from "./gb18030.ts";
import type { Table } from "../table.ts";

const PIECE = 128 * 1024;
const NEEDS_QUOTES = /[",\r\n]/;

function csvCell(text: string): string {
  return NEEDS_QUOTES.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

function csvLine(cells: readonly string[]): string {
  return `${cells.map(csvCell).join(",")}\r\n`;
}

function* csvLines(table: Table): Generator<string> {
  if (table.title !== null) yield csvLine([table.title, ...table.heads.slice(1).map(() => "")]);
  yield csvLine(table.heads);
  for (const cells of table.rows()) yield csvLine(cells);
  if (table.explanation !== null) yield csvLine([table.explanation]);
}

function* jsonLines(table: Table): Generator<string> {
  const { heads, kinds } = table;
  for (const cells of table.rows()) {
    const filled = heads.flatMap((head, at): [string, string | number][] => {
      const text = cells[at] ?? "";
      if (text === "") return [];
      return [[head, kinds[at] === "number" && Number.isFinite(Number(text)) ? Number(text) : text]];
    });
    yield `${JSON.stringify(Object.fromEntries(filled))}\n`;
  }
}

/** Lines joined into pieces of about 128 KiB, each turned into bytes. */
async function* inPieces(lines: Iterable<string>, encode: (text: string) => Buffer): AsyncGenerator<Buffer> {
  let text = "";
  for (const line of lines) {
    text += line;
    if (text.length < PIECE) continue;
    yield await Promise.resolve(encode(text));
    text = "";
  }
  if (text !== "") yield encode(text);
}

const utf8 = (text: string): Buffer => Buffer.from(text, "utf8");

/** CSV in UTF-8 behind a byte order mark, as spreadsheets write it. */
export async function* csvBytes(table: Table): AsyncGenerator<Buffer> {
  yield utf8("\ufeff");
  yield* inPieces(csvLines(table), utf8);
}

/** CSV in GB18030, as older systems export it. */
export function gb18030Bytes(table: Table): AsyncGenerator<Buffer> {
  return inPieces(csvLines(table), gb18030);
}

/** One JSON object a line; sums are numbers. */
export function ndjsonBytes(table: Table): AsyncGenerator<Buffer> {
  return inPieces(jsonLines(table), utf8);
}
