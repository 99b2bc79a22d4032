// From rows to tables: which columns, under which heads.
import { COLUMNS } from "./heads/text.ts";
import type { Column } from "./heads/text.ts";
import { cellsOf, columnKind } from "./table.ts";
import type { RowOf, Table } from "./table.ts";

/** How a department heads its columns: in official words, or by the codes of 双公示 where they exist. */
export type HeadStyle = "official" | "codes";

export interface TableWish {
  /** A catalogue entry, or the layout of a mapping. */
  readonly layout: string;
  readonly style?: HeadStyle;
  readonly title?: string;
  readonly explanation?: string;
  readonly rows: () => Iterable<RowOf>;
}

function columnsOf(layout: string): readonly Column[] {
  const columns: Readonly<Record<string, readonly Column[]>> = COLUMNS;
  const found = columns[layout];
  if (found === undefined) throw new RangeError(`no columns for ${layout}`);
  return found;
}

/** The heads of a layout. */
export function headsOf(layout: string, style: HeadStyle = "official"): readonly string[] {
  return columnsOf(layout).map(([, official, code]) => (style === "codes" ? (code ?? official) : official));
}

/** A table under the heads of a layout; its rows are made anew each time they are asked for. */
export function tableOf(wish: TableWish): Table {
  const keys = columnsOf(wish.layout).map(([key]) => key);
  return {
    heads: headsOf(wish.layout, wish.style),
    kinds: keys.map((key) => columnKind(key)),
    title: wish.title ?? null,
    explanation: wish.explanation ?? null,
    rows: () => cellsOf(keys, wish.rows()),
  };
}
