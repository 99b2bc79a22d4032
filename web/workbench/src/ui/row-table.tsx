import { useRef, useState } from "react";
import type { KeyboardEvent, ReactNode } from "react";
import { partsText } from "./text.ts";
import { KeyHints } from "./key-hints.tsx";
import { nextRow } from "./row-keys.ts";

export interface Column<T> {
  readonly name: string;
  readonly head: ReactNode;
  /** Its words where the head is no text; they label the cell on a narrow screen. */
  readonly label?: string;
  readonly cell: (row: T) => ReactNode;
  /** Numbers stand right. */
  readonly number?: boolean;
  /** The cell that names the row. */
  readonly names?: boolean;
}

interface RowTableProps<T> {
  readonly caption: string;
  readonly columns: readonly Column<T>[];
  readonly rows: readonly T[];
  readonly keyOf: (row: T) => string;
  /** What Enter does on a row. Without it rows are read, not worked. */
  readonly open?: (row: T) => void;
  /** Whether a row is the one that is being worked on. */
  readonly isCurrent?: (row: T) => boolean;
  /** What stands there instead when there is no row. */
  readonly empty?: ReactNode;
}

const labelOf = <T,>({ label, head }: Column<T>): string => label ?? (typeof head === "string" ? head : "");

function Cell<T>({ column, row }: { readonly column: Column<T>; readonly row: T }): ReactNode {
  const shared = { "data-l": labelOf(column), className: column.number === true ? "n" : undefined };
  // One box, so that a stacked cell is a label and its matter and nothing in between.
  const matter = <div>{column.cell(row)}</div>;
  if (column.names !== true) return <td {...shared}>{matter}</td>;
  return (
    <th {...shared} scope="row">
      {matter}
    </th>
  );
}

function RowHints(): ReactNode {
  const { up, upSays, enter, enterSays } = partsText.table;
  return (
    <KeyHints
      hints={[
        { keys: up, does: upSays },
        { keys: enter, does: enterSays },
      ]}
    />
  );
}

/** Rows that are worked by keyboard: arrows go from row to row, Enter opens one; one Tab passes the table's rows. */
export function RowTable<T>({ empty, ...table }: RowTableProps<T>): ReactNode {
  return table.rows.length === 0 && empty !== undefined ? empty : <FilledTable {...table} />;
}

function FilledTable<T>({
  caption,
  columns,
  rows,
  keyOf,
  open,
  isCurrent,
}: Omit<RowTableProps<T>, "empty">): ReactNode {
  const [at, setAt] = useState(0);
  const body = useRef<HTMLTableSectionElement>(null);
  const place = Math.min(at, Math.max(0, rows.length - 1));
  const press = (event: KeyboardEvent<HTMLTableRowElement>, row: T, index: number): void => {
    if (event.target !== event.currentTarget) return;
    const next = nextRow(event.key, index, rows.length);
    if (next === null && event.key !== "Enter") return;
    event.preventDefault();
    if (next === null) open?.(row);
    else body.current?.querySelectorAll<HTMLTableRowElement>(":scope > tr")[next]?.focus();
  };
  const worked = (row: T, index: number): object =>
    open === undefined
      ? {}
      : {
          tabIndex: index === place ? 0 : -1,
          onFocus: () => setAt(index),
          onKeyDown: (event: KeyboardEvent<HTMLTableRowElement>) => press(event, row, index),
        };
  return (
    <div className="rows">
      {open === undefined || rows.length === 0 ? null : <RowHints />}
      <table>
        <caption className="unseen">{caption}</caption>
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column.name} scope="col" className={column.number === true ? "n" : undefined}>
                {column.head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody ref={body}>
          {rows.map((row, index) => (
            <tr key={keyOf(row)} aria-current={isCurrent?.(row) === true ? "true" : undefined} {...worked(row, index)}>
              {columns.map((column) => (
                <Cell key={column.name} column={column} row={row} />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
