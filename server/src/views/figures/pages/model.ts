import type { Day } from "../../../kernel/day.ts";
import type { FigureLine, Numbers } from "../rules/figures.ts";
import type { Month } from "../rules/month.ts";
import type { RowKind } from "../rules/row-kind.ts";

/** One entry of 双公示 in one month: a line a department, and their sum. */
export interface EntryFigures {
  readonly entry: string;
  readonly title: string;
  readonly termDays: number;
  /** The instrument of the term, in words. */
  readonly article: string;
  readonly lines: readonly FigureLine[];
  readonly sum: Numbers;
}

export interface RegionFigures {
  readonly region: string;
  readonly name: string;
  readonly sum: Numbers;
  /** Departments that sent nothing and declared nothing. */
  readonly silent: number;
}

export interface FiguresModel {
  readonly month: Month;
  /** Not over yet. */
  readonly running: boolean;
  /** YYYY-MM-DD HH:mm. */
  readonly asOf: string;
  /** Newest first. */
  readonly months: readonly Month[];
  readonly previous: Month;
  readonly next: Month | null;
  readonly region: string | null;
  readonly places: readonly { readonly region: string; readonly name: string }[];
  readonly entries: readonly EntryFigures[];
  readonly regions: readonly RegionFigures[];
  /** Oldest first. */
  readonly history: readonly { readonly month: Month; readonly sum: Numbers }[];
  /** Years whose working days come from a secondary source. */
  readonly secondaryYears: readonly number[];
}

export interface RowsModel {
  readonly month: Month;
  readonly kind: RowKind;
  /** What narrows the list: entry, department, region, in words. */
  readonly narrowed: readonly string[];
  readonly backHref: string;
  readonly rows: readonly ListedRow[];
  readonly nextHref: string | null;
}

export interface ListedRow {
  readonly unit: string;
  readonly entry: string;
  readonly batch: string;
  readonly row: number;
  readonly decidedOn: Day | null;
  readonly receivedAt: string;
  readonly workingDays: number | null;
  readonly verdict: string;
  readonly marks: readonly string[];
  readonly href: string | null;
}

/** Where a number opens to its rows. */
export function rowsHref(asked: {
  readonly month: Month;
  readonly kind: RowKind;
  readonly entry: string | null;
  readonly provider?: string | null;
  readonly region: string | null;
}): string {
  const query = new URLSearchParams({ month: asked.month, kind: asked.kind });
  if (asked.entry !== null) query.set("entry", asked.entry);
  if (asked.provider !== undefined && asked.provider !== null) query.set("provider", asked.provider);
  if (asked.region !== null) query.set("region", asked.region);
  return `/figures/rows?${query.toString()}`;
}

export function figuresHref(month: Month, region: string | null): string {
  const query = new URLSearchParams({ month });
  if (region !== null) query.set("region", region);
  return `/figures?${query.toString()}`;
}
