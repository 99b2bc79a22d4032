import { ExchangeFault } from "./exchange-fault.ts";
import type { Column, Session } from "./session.ts";

/** Where verdicts go, by column name; null where the table has no such column. */
export interface VerdictColumns {
  readonly outcome: string;
  readonly batch: string | null;
  readonly code: string | null;
  readonly message: string | null;
  readonly at: string | null;
}

/** Into columns of the row itself, or as rows of a table of their own, found by batch and row key. */
export type VerdictPlace =
  | { readonly kind: "columns"; readonly columns: VerdictColumns }
  | {
      readonly kind: "table";
      readonly table: string;
      readonly row: string;
      readonly columns: VerdictColumns & { readonly batch: string };
    };

/** A table that a provider lays its rows into. Names are exact, as the server spells them. */
export interface ExchangeTable {
  /** `table` or `schema.table`. */
  readonly table: string;
  /** Never falls from a row to one that was laid in or changed later. */
  readonly cursor: string;
  /** Unique; orders rows of one cursor value, and names the row in verdicts. */
  readonly key: string;
  /** Columns to read; null = all but those that verdicts are written to. */
  readonly columns: readonly string[] | null;
  readonly verdict: VerdictPlace;
}

/** The table as the server describes it, checked against what the operator says of it. */
export interface TableLayout {
  readonly table: ExchangeTable;
  readonly cursor: Column;
  readonly key: Column;
  readonly cells: readonly Column[];
  /** Verdict columns by name. */
  readonly verdicts: ReadonlyMap<string, Column>;
}

const columnsMax = 512;
/** Room that a verdict needs: below it a value would be cut and mean something else. */
const widths = { batch: 36, outcome: 12, code: 48 } as const;
const places = new Set<Column["kind"]>(["number", "text", "time", "instant"]);

function found(columns: readonly Column[], name: string): Column {
  const column = columns.find((one) => one.name === name);
  if (column === undefined) throw new ExchangeFault("exchange.no-column", name);
  return column;
}

function placeColumn(columns: readonly Column[], name: string): Column {
  const column = found(columns, name);
  if (!places.has(column.kind)) throw new ExchangeFault("exchange.column-kind", name);
  return column;
}

function namesOf(columns: VerdictColumns): string[] {
  const { outcome, batch, code, message, at } = columns;
  return [outcome, batch, code, message, at].filter((name) => name !== null);
}

function checkWidths(columns: VerdictColumns, described: readonly Column[]): void {
  for (const [part, width] of Object.entries(widths)) {
    const name = columns[part as keyof typeof widths];
    if (name === null) continue;
    const { lengthMax } = found(described, name);
    if (lengthMax !== null && lengthMax < width) throw new ExchangeFault("exchange.verdict-narrow", name);
  }
}

async function verdictColumns(
  session: Session,
  place: VerdictPlace,
  own: readonly Column[],
): Promise<Map<string, Column>> {
  const described = place.kind === "columns" ? own : await session.describe(place.table);
  const names = [...namesOf(place.columns), ...(place.kind === "table" ? [place.row] : [])];
  checkWidths(place.columns, described);
  return new Map(names.map((name) => [name, found(described, name)]));
}

/** Asks the server what the table looks like. Throws `ExchangeFault` where it is not as the operator says. */
export async function readLayout(session: Session, table: ExchangeTable): Promise<TableLayout> {
  const described = await session.describe(table.table);
  const verdicts = await verdictColumns(session, table.verdict, described);
  const isVerdict = (name: string): boolean => table.verdict.kind === "columns" && verdicts.has(name);
  const cells =
    table.columns === null
      ? described.filter(({ name }) => !isVerdict(name))
      : table.columns.map((name) => found(described, name));
  if (cells.length > columnsMax) throw new ExchangeFault("exchange.too-many-columns", String(columnsMax));
  return {
    table,
    cursor: placeColumn(described, table.cursor),
    key: placeColumn(described, table.key),
    cells,
    verdicts,
  };
}
