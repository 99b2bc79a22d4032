import { addMonths, addDays, parseDay, startOfDay } from "../../../kernel/day.ts";
import type { Day } from "../../../kernel/day.ts";

/** A calendar month in Shanghai, written "YYYY-MM". Months compare as strings. */
export type Month = string & { readonly __month: true };

/** Undefined for anything that is not the month of a real day. */
export function parseMonth(text: string): Month | undefined {
  return parseDay(`${text}-01`) === undefined ? undefined : (text as Month);
}

export function monthOf(day: Day): Month {
  return day.slice(0, 7) as Month;
}

export function firstDay(month: Month): Day {
  return `${month}-01` as Day;
}

export function lastDay(month: Month): Day {
  return addDays(addMonths(firstDay(month), 1), -1);
}

/** The month so many months later, or earlier when negative. */
export function monthsFrom(month: Month, count: number): Month {
  return monthOf(addMonths(firstDay(month), count));
}

/** The instants of a month: `from` belongs to it, `until` does not. */
export function instantsOf(month: Month): { readonly from: Date; readonly until: Date } {
  return {
    from: new Date(startOfDay(firstDay(month))),
    until: new Date(startOfDay(firstDay(monthsFrom(month, 1)))),
  };
}

/** So many months up to and including one, oldest first. */
export function monthsUpTo(last: Month, count: number): readonly Month[] {
  return Array.from({ length: count }, (_, at) => monthsFrom(last, at + 1 - count));
}
