// Figures of a month, from its rows alone: whoever has the rows can reckon them again.
import { workingDaysBetween } from "../../../kernel/day.ts";
import type { Day, WorkingCalendar } from "../../../kernel/day.ts";

/** One objection that came to an end. */
export interface ClosedRow {
  readonly respondent: string;
  readonly filedOn: Day;
  readonly closedOn: Day;
  readonly phase: "closed" | "not-accepted" | "withdrawn";
  readonly outcome: "upheld" | "rejected" | null;
}

export interface Figure {
  /** Answered with reasons. */
  readonly closed: number;
  readonly upheld: number;
  readonly notAccepted: number;
  readonly withdrawn: number;
  /** Upheld of those answered, in ten-thousandths; null where none was. */
  readonly upheldShare: number | null;
  /** Working days from filing to answer, in hundredths; null where none was, or a year is not covered. */
  readonly meanWorkingDays: number | null;
}

const TEN_THOUSAND = 10_000;
const HUNDRED = 100;

function meanOf(rows: readonly ClosedRow[], calendar: WorkingCalendar | null): number | null {
  if (calendar === null || rows.length === 0) return null;
  const days = rows.map(({ filedOn, closedOn }) => workingDaysBetween(filedOn, closedOn, calendar));
  const known = days.filter((one) => one !== undefined);
  if (known.length < days.length) return null;
  return Math.round((known.reduce((sum, one) => sum + one, 0) * HUNDRED) / known.length);
}

export function figureOf(rows: readonly ClosedRow[], calendar: WorkingCalendar | null): Figure {
  const answered = rows.filter(({ phase }) => phase === "closed");
  const upheld = answered.filter(({ outcome }) => outcome === "upheld").length;
  return {
    closed: answered.length,
    upheld,
    notAccepted: rows.filter(({ phase }) => phase === "not-accepted").length,
    withdrawn: rows.filter(({ phase }) => phase === "withdrawn").length,
    upheldShare: answered.length === 0 ? null : Math.round((upheld * TEN_THOUSAND) / answered.length),
    meanWorkingDays: meanOf(answered, calendar),
  };
}
