import { ExchangeFault } from "./exchange-fault.ts";
import type { TableLayout } from "./exchange-table.ts";
import { quotePath } from "./session.ts";
import type { Bind, Cells, Session } from "./session.ts";

/** Where a row stands: its cursor value and its key, as the server writes them. */
export interface Place {
  readonly cursor: string;
  readonly key: string;
}

export interface ExchangeRow {
  readonly place: Place;
  /** In the order of the layout's cells. What no cell can hold is U+FFFD. */
  readonly cells: readonly (string | null)[];
}

export interface RowsWanted {
  /** Rows behind this place; null = from the beginning. */
  readonly after: Place | null;
  /** Only rows that no verdict has been written for, up to and including this place: what was laid in late. */
  readonly unjudgedUpTo: Place | null;
  readonly limit: number;
}

/** Stands for what no cell can hold: bytes, or a text beyond all measure. Nobody takes it for a value. */
const unreadableMark = "\ufffd";
/** Characters of one cell. A column beyond it is no field of a record. */
const cellMax = 32_768;
/** Rows fetched at once: with the bound on cells, what one answer can weigh. */
const rowsPerFetch = 100;
/** Characters of a page; then it is handed on as it is. */
const pageMax = 16 * 1024 * 1024;

function behind(session: Session, layout: TableLayout, bind: Bind, place: Place): string {
  const [cursor, key] = [session.quote(layout.cursor.name), session.quote(layout.key.name)];
  const value = (): string => bind(place.cursor, layout.cursor.kind);
  // Written so that both engines walk an index on (cursor, key); a row comparison defeats MySQL's.
  return `${cursor} >= ${value()} and (${cursor} > ${value()} or ${key} > ${bind(place.key, layout.key.kind)})`;
}

function upTo(session: Session, layout: TableLayout, bind: Bind, place: Place): string {
  const [cursor, key] = [session.quote(layout.cursor.name), session.quote(layout.key.name)];
  const value = (): string => bind(place.cursor, layout.cursor.kind);
  return `${cursor} <= ${value()} and (${cursor} < ${value()} or ${key} <= ${bind(place.key, layout.key.kind)})`;
}

function unjudged(session: Session, layout: TableLayout): string {
  const { verdict } = layout.table;
  if (verdict.kind === "columns") return `${session.quote(verdict.columns.outcome)} is null`;
  const own = quotePath(session, layout.table.table.split(".").at(-1) ?? "");
  const key = `${own}.${session.quote(layout.key.name)}`;
  const isOtherKind = layout.verdicts.get(verdict.row)?.kind === "text" && layout.key.kind !== "text";
  const compared = isOtherKind ? session.asText(key) : key;
  return `not exists (select 1 from ${quotePath(session, verdict.table)} answered where answered.${session.quote(verdict.row)} = ${compared})`;
}

async function fetch(session: Session, layout: TableLayout, wanted: RowsWanted): Promise<Cells[]> {
  const places = [layout.cursor, layout.key].map((column) => session.placeOf(column));
  const cells = layout.cells.map((column) => session.cellOf(column, cellMax));
  const order = [layout.cursor, layout.key].map((column) => session.quote(column.name)).join(", ");
  return session.ask((bind) => {
    const bounds = [
      ...(wanted.after === null ? [] : [behind(session, layout, bind, wanted.after)]),
      ...(wanted.unjudgedUpTo === null
        ? []
        : [upTo(session, layout, bind, wanted.unjudgedUpTo), unjudged(session, layout)]),
      // A row without cursor or key cannot be ordered; it is counted apart.
      `${session.quote(layout.cursor.name)} is not null and ${session.quote(layout.key.name)} is not null`,
    ];
    return `select ${[...places, ...cells].join(", ")} from ${quotePath(session, layout.table.table)} where ${bounds.join(" and ")} order by ${order} limit ${wanted.limit}`;
  });
}

function cell(text: string | null, isBinary: boolean): string | null {
  if (text === null) return null;
  return isBinary || (text.length > cellMax && [...text].length > cellMax) ? unreadableMark : text;
}

function rowOf(layout: TableLayout, fetched: Cells): ExchangeRow {
  const [cursor = null, key = null, ...cells] = fetched;
  if (cursor === null || key === null) throw new ExchangeFault("exchange.broken");
  return { place: { cursor, key }, cells: cells.map((text, at) => cell(text, layout.cells[at]?.kind === "binary")) };
}

const weigh = (row: ExchangeRow): number => row.cells.reduce((sum, cell) => sum + (cell?.length ?? 0), 0);
const samePlace = (a: Place | undefined, b: Place): boolean =>
  a !== undefined && a.cursor === b.cursor && a.key === b.key;

/**
 * The next rows in the order of cursor and key: at most `limit`, fewer where they are heavy, none at the end.
 * Throws `exchange.key-not-unique` where two rows stand at one place: behind a page's edge one of them would be lost.
 */
export async function readRows(session: Session, layout: TableLayout, wanted: RowsWanted): Promise<ExchangeRow[]> {
  const rows: ExchangeRow[] = [];
  let weight = 0;
  while (rows.length < wanted.limit && weight < pageMax) {
    const limit = Math.min(rowsPerFetch, wanted.limit - rows.length);
    // One row more than is taken shows whether the edge falls between two rows of one place.
    const fetched = (
      await fetch(session, layout, { ...wanted, after: rows.at(-1)?.place ?? wanted.after, limit: limit + 1 })
    ).map((row) => rowOf(layout, row));
    for (const [at, row] of fetched.entries()) {
      if (samePlace((at === 0 ? rows.at(-1) : fetched[at - 1])?.place, row.place))
        throw new ExchangeFault("exchange.key-not-unique", layout.key.name);
    }
    const taken = fetched.slice(0, limit);
    rows.push(...taken);
    weight += taken.reduce((sum, row) => sum + weigh(row), 0);
    if (fetched.length <= limit) break;
  }
  return rows;
}

/** Whether some row has no cursor or no key: such a row is never read, and somebody must be told. */
export async function hasUnordered(session: Session, layout: TableLayout): Promise<boolean> {
  const found = await session.ask(
    () =>
      `select 1 from ${quotePath(session, layout.table.table)} where ${session.quote(layout.cursor.name)} is null or ${session.quote(layout.key.name)} is null limit 1`,
  );
  return found.length > 0;
}
