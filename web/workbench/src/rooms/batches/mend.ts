// Mending rows of a file in the browser. Pure.
import type { BatchIssue } from "./batch.ts";

type Rows = readonly (readonly string[])[];

export interface MendRow {
  /** Number in the file, from 1. */
  readonly row: number;
  readonly issues: readonly BatchIssue[];
  /** By the order of the heads. */
  readonly cells: readonly string[];
  /** Columns that have an issue; none where it is about the whole row. */
  readonly faulty: readonly number[];
  /** What may not be sent at all: no mending helps. */
  readonly barred: boolean;
}

export type Opened =
  | { readonly kind: "rows"; readonly heads: readonly string[]; readonly rows: readonly MendRow[] }
  | { readonly kind: "no-head" }
  | { readonly kind: "other-file"; readonly row: number };

const barring = /natural-person|forbidden/;

const mendable = ({ outcome }: BatchIssue): boolean => outcome === "rejected" || outcome === "quarantined";

/** The row of heads: the first that names a field of an issue, else the first with more than one cell. */
function headRow(rows: Rows, issues: readonly BatchIssue[]): readonly string[] | undefined {
  const fields = new Set(issues.flatMap(({ field }) => (field === null ? [] : [field])));
  const named = rows.find((cells) => cells.some((cell) => fields.has(cell.trim())));
  return named ?? rows.find((cells) => cells.filter((cell) => cell.trim() !== "").length > 1);
}

/**
 * The rows of a file that have issues to mend. A value that the server recorded must stand there still: otherwise it is
 * another file, and mending it would mix up rows.
 */
export function openRows(rows: Rows, issues: readonly BatchIssue[]): Opened {
  const heads = headRow(rows, issues)?.map((head) => head.trim());
  if (heads === undefined) return { kind: "no-head" };
  const byRow = Map.groupBy(issues.filter(mendable), ({ row }) => row);
  const opened: MendRow[] = [];
  for (const [row, own] of [...byRow].toSorted(([one], [other]) => one - other)) {
    const cells = rows[row - 1];
    if (cells === undefined || !own.every((issue) => stands(issue, heads, cells))) return { kind: "other-file", row };
    const faulty = [...new Set(own.map(({ field }) => heads.indexOf(field ?? "")))].filter((at) => at >= 0);
    opened.push({
      row,
      issues: own,
      cells: heads.map((_, at) => cells[at] ?? ""),
      faulty,
      barred: own.some(({ code }) => barring.test(code)),
    });
  }
  return { kind: "rows", heads, rows: opened };
}

function stands({ field, value }: BatchIssue, heads: readonly string[], cells: readonly string[]): boolean {
  const at = heads.indexOf(field ?? "");
  if (at < 0 || value === null || value.includes("*") || value.includes("…")) return true;
  return (cells[at] ?? "").trim() === value.trim();
}

/** Changed cells by row and column. */
export type Changes = ReadonlyMap<number, ReadonlyMap<number, string>>;

/** With one cell changed; a cell that is as it was is no change. */
export function change(changes: Changes, at: { row: MendRow; column: number }, value: string): Changes {
  const own = new Map(changes.get(at.row.row));
  if (value === at.row.cells[at.column]) own.delete(at.column);
  else own.set(at.column, value);
  const next = new Map(changes);
  if (own.size === 0) next.delete(at.row.row);
  else next.set(at.row.row, own);
  return next;
}

/** Heads and the rows that were changed, as they are to be sent. */
export function mendedRows(heads: readonly string[], rows: readonly MendRow[], changes: Changes): Rows {
  const mended = rows.flatMap(({ row, cells, barred }) => {
    const own = changes.get(row);
    return own === undefined || barred ? [] : [cells.map((cell, at) => own.get(at) ?? cell)];
  });
  return [heads, ...mended];
}
