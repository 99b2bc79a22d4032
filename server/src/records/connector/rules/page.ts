import type { RefusalCode } from "../../../kernel/refusal.ts";

/** Where a row stands in its table. */
export interface Place {
  readonly cursor: string;
  readonly key: string;
}

export interface PulledRow {
  readonly place: Place;
  readonly cells: readonly (string | null)[];
}

/** What the gate decided about one line, or we about a row that was never sent. */
export interface LineOutcome {
  readonly outcome: "accepted" | "duplicate" | "quarantined" | "rejected" | "skipped";
  readonly code: string | null;
  readonly message: string | null;
}

/** A page on its way: the place of each line, and how far the table will be read when it has been answered. */
export interface Page {
  /** Place of line n at index n − 1. */
  readonly lines: readonly Place[];
  readonly blank: readonly Place[];
  readonly upTo: Place | null;
}

/** What a row's verdict says, before it has a batch and a time. */
export interface Answer extends LineOutcome {
  readonly place: Place;
}

/** Characters of a line that the reader of the gate takes; below its own bound. */
const lineMax = 1_500_000;
const tooLong = "\ufffd";

const isBlank = (row: PulledRow): boolean => row.cells.every((cell) => cell === null || cell.trim() === "");

/** One row as a flat JSON object. A line beyond all measure loses its longest cells to U+FFFD, which the gate rejects by field. */
function lineOf(heads: readonly string[], row: PulledRow): string {
  const parts = heads.map((head, at) => ({ head: JSON.stringify(head), cell: JSON.stringify(row.cells[at] ?? null) }));
  let size = parts.reduce((sum, part) => sum + part.head.length + part.cell.length + 2, 2);
  for (const part of size <= lineMax ? [] : parts.toSorted((a, b) => b.cell.length - a.cell.length)) {
    if (size <= lineMax) break;
    size -= part.cell.length;
    part.cell = JSON.stringify(tooLong);
    size += part.cell.length;
  }
  return `{${parts.map((part) => `${part.head}:${part.cell}`).join(",")}}`;
}

/**
 * A page of rows as NDJSON, every value a string or null, so that no number is read as one. Blank rows are no lines: the
 * gate does not see them, and they are answered apart.
 */
export function pageOf(
  heads: readonly string[],
  rows: readonly PulledRow[],
  upTo: Place | null,
): { page: Page; lines: readonly string[] } {
  const filled = rows.filter((row) => !isBlank(row));
  return {
    page: { lines: filled.map((row) => row.place), blank: rows.filter(isBlank).map((row) => row.place), upTo },
    lines: filled.map((row) => `${lineOf(heads, row)}\n`),
  };
}

/** One issue of a batch, as the gate tells it. */
export interface LineIssue {
  readonly row: number;
  readonly outcome: LineOutcome["outcome"];
  readonly code: string;
  readonly message: string;
}

/** Joins the issues of each line: the first gives the code, all give the message. */
export function outcomesOf(issues: readonly LineIssue[]): Map<number, LineOutcome> {
  const outcomes = new Map<number, LineOutcome>();
  for (const issue of issues) {
    const known = outcomes.get(issue.row);
    const message = known === undefined ? issue.message : `${known.message ?? ""} ${issue.message}`;
    outcomes.set(issue.row, { outcome: issue.outcome, code: known?.code ?? issue.code, message });
  }
  return outcomes;
}

/** What a batch came to, by line. */
export interface BatchOutcome {
  readonly state: "done" | "withdrawn";
  readonly issues: readonly LineIssue[];
  /** Lines that became records; null where every line without an issue did. */
  readonly accepted: ReadonlySet<number> | null;
}

export type Say = (code: RefusalCode) => string;

function outcomeOf(
  line: number,
  batch: BatchOutcome,
  given: { outcomes: ReadonlyMap<number, LineOutcome>; say: Say },
): LineOutcome {
  const known = given.outcomes.get(line);
  if (known !== undefined) return known;
  const skipped = (code: RefusalCode): LineOutcome => ({ outcome: "skipped", code, message: given.say(code) });
  if (batch.state === "withdrawn") return skipped("connector.withdrawn");
  if (batch.accepted !== null && !batch.accepted.has(line)) return skipped("connector.template-row");
  return { outcome: "accepted", code: null, message: null };
}

/** One answer for each row of a page. */
export function answersOf(page: Page, batch: BatchOutcome | null, say: Say): Answer[] {
  const outcomes = outcomesOf(batch?.issues ?? []);
  const answered =
    batch === null ? [] : page.lines.map((place, at) => ({ place, ...outcomeOf(at + 1, batch, { outcomes, say }) }));
  const code = "connector.blank-row";
  return [...answered, ...page.blank.map((place): Answer => ({ place, outcome: "skipped", code, message: say(code) }))];
}

const shanghaiMs = 8 * 3_600_000;

/** `YYYY-MM-DD HH:MM:SS` in Shanghai, as both engines read it into a column of time or text. */
export function writtenTime(epochMs: number): string {
  return new Date(epochMs + shanghaiMs).toISOString().slice(0, 19).replace("T", " ");
}

const longestPause = 6 * 3600;

/** Seconds until the next run: after each failure twice as long, so that what nobody has mended is not asked for ever. */
export function pauseAfter(every: number, failures: number): number {
  return Math.max(every, Math.min(every * 2 ** Math.min(failures, 20), longestPause));
}
