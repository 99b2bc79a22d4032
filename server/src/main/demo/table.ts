// What a department's file holds before it is written in a format.

/** A row by the keys of its columns; a key that is missing is an empty cell. */
export type RowOf = Readonly<Record<string, string>>;

/** A table: its heads, which of its columns are days and numbers, and its rows, made when they are asked for. */
export interface Table {
  readonly heads: readonly string[];
  readonly kinds: readonly ("text" | "day" | "number")[];
  /** Lines above the heads and, last, below them, as forms have them; each is one cell. */
  readonly title: string | null;
  readonly explanation: string | null;
  readonly rows: () => Iterable<readonly string[]>;
}

const DAY_KEY = /(?:On|From|Until)$/;
const NUMBER_KEYS = new Set(["fine", "confiscated", "capital", "score", "fineYuan", "sequence"]);

/** How the column of a key is written where a format tells days and numbers from text. */
export function columnKind(key: string): "text" | "day" | "number" {
  if (DAY_KEY.test(key)) return "day";
  return NUMBER_KEYS.has(key) ? "number" : "text";
}

/** Rows as cells in the order of the keys. */
export function* cellsOf(keys: readonly string[], rows: Iterable<RowOf>): Generator<readonly string[]> {
  for (const row of rows) yield keys.map((key) => row[key] ?? "");
}
