// The two formats that are text.
import { csvCell } from "../../../platform/tabular/write-csv.ts";
import type { OpenRow } from "../rules/row.ts";
import type { Pieces } from "./body.ts";
import type { Dataset } from "./row.ts";

/** Rows in portions, as the database hands them over. */
export type Portions = AsyncIterable<readonly OpenRow[]>;

const byteOrderMark = "\ufeff";

/** CSV (RFC 4180): UTF-8 with byte order mark, CRLF, a line of heads; no cell runs as a formula. */
export async function* writeCsvFile({ columns }: Pick<Dataset, "columns">, portions: Portions): Pieces {
  yield Buffer.from(`${byteOrderMark}${columns.map(({ name }) => name).join(",")}\r\n`);
  for await (const rows of portions) {
    let text = "";
    for (const row of rows) text += `${columns.map(({ cell }) => csvCell(cell(row))).join(",")}\r\n`;
    yield Buffer.from(text);
  }
}

/** One JSON object a line, UTF-8 without byte order mark; the fields as in the public API. */
export async function* writeNdjsonFile(portions: Portions): Pieces {
  for await (const rows of portions) {
    let text = "";
    for (const row of rows) text += `${JSON.stringify(row)}\n`;
    yield Buffer.from(text);
  }
}
