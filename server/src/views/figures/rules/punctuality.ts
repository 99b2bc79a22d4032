import { addDays, dayOf, isWorkingDay, workingDaysBetween } from "../../../kernel/day.ts";
import type { Day, WorkingCalendar } from "../../../kernel/day.ts";

/**
 * Whether a decision was received in time.
 * timely 及时 · late 迟报 · undated 无决定日期 · uncountable 不能计算: the official calendar of a year is not known ·
 * correction 更正: the decision was reported before, and its first report is what counts.
 */
export type Verdict = "timely" | "late" | "undated" | "uncountable" | "correction";

export const verdicts: readonly Verdict[] = ["timely", "late", "undated", "uncountable", "correction"];

/** What of a row its verdict follows from. */
export interface Receipt {
  readonly decidedOn: Day | null;
  readonly receivedOn: Day;
  readonly correction: boolean;
}

/** The term of an entry, and the days that count. */
export interface Term {
  readonly workingDays: number;
  /** Null: no calendar at all. */
  readonly calendar: WorkingCalendar | null;
}

/**
 * Late is what came after more working days than the term has; the day of the decision is not counted (民法典 201). As
 * many calendar days as the term has working days are never too many, so that such a row needs no calendar; and where the
 * known years alone hold too many working days, the unknown ones cannot mend it.
 */
export function punctualityOf(receipt: Receipt, term: Term): Verdict {
  const { decidedOn, receivedOn, correction } = receipt;
  if (correction) return "correction";
  if (decidedOn === null) return "undated";
  if (receivedOn <= addDays(decidedOn, term.workingDays)) return "timely";
  if (term.calendar === null) return "uncountable";
  if (exceeds(decidedOn, receivedOn, { ...term, calendar: term.calendar })) return "late";
  return workingDaysBetween(decidedOn, receivedOn, term.calendar) === undefined ? "uncountable" : "timely";
}

/** Whether the known years hold more working days between two days than the term has. Unknown years are passed over whole. */
function exceeds(
  from: Day,
  to: Day,
  term: { readonly workingDays: number; readonly calendar: WorkingCalendar },
): boolean {
  let left = term.workingDays;
  for (const year of term.calendar.years) {
    const last = earlier(to, dayOf(year, 12, 31));
    for (let day = later(addDays(from, 1), dayOf(year, 1, 1)); day <= last; day = addDays(day, 1)) {
      if (isWorkingDay(day, term.calendar) === true) left -= 1;
      if (left < 0) return true;
    }
  }
  return false;
}

const earlier = (one: Day, other: Day | undefined): Day => (other !== undefined && other < one ? other : one);
const later = (one: Day, other: Day | undefined): Day => (other !== undefined && other > one ? other : one);

/** Working days between decision and receipt; null where there is no day or a year is not covered. */
export function workingDaysOf({ decidedOn, receivedOn }: Receipt, { calendar }: Term): number | null {
  if (decidedOn === null || calendar === null) return null;
  return workingDaysBetween(decidedOn, receivedOn, calendar) ?? null;
}

/** Whether the term of a decision is over on a day: what is not there then has not been reported. */
export function isOverdue(decidedOn: Day | null, today: Day, term: Term): boolean {
  return punctualityOf({ decidedOn, receivedOn: today, correction: false }, term) === "late";
}
