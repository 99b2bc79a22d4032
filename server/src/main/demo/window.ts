// When things reach the platform: one delivery when it was set up, and then a file a week.
import { addDays, addMonths, dayOfInstant, daysBetween, startOfDay } from "../../kernel/day.ts";
import type { Day } from "../../kernel/day.ts";
import type { Random } from "./random.ts";

/** Decisions of a working week, Saturday to Friday. */
export interface Week {
  readonly from: Day;
  /** The Saturday after it. */
  readonly until: Day;
}

/** The months that are seen file by file, and what lies before them. */
export interface ArrivalWindow {
  /** The Saturday from which on decisions come week by week. */
  readonly since: Day;
  /** The morning of the last office day before the first of these months: everything older came then. Unix milliseconds. */
  readonly baseAt: number;
  /** Weeks of which at least one file may have come before today. */
  readonly weeks: readonly Week[];
  /** The last whole month, "YYYY-MM". */
  readonly lastMonth: string;
}

const WHOLE_MONTHS = 4;
/** A file that comes on the first Monday of the window is about a week that ended nine days or less before. */
const REACH_DAYS = 9;
const MONDAY_AFTER = 2;
const DAYS_TO_SEND = 3;
const MINUTE_MS = 60_000;
const OPENS = 9 * 60;
const NOON = 12 * 60;
const BREAK = 2 * 60;
const OFFICE_MINUTES = 6 * 60;
const A_SATURDAY = "2000-01-01" as Day;

/** 0 Saturday, 1 Sunday, … 6 Friday. */
function weekday(day: Day): number {
  return ((daysBetween(A_SATURDAY, day) % 7) + 7) % 7;
}

/** The day itself, or the Friday before a weekend: departments decide on office days. */
export function officeDay(day: Day): Day {
  const past = weekday(day);
  return past <= 1 ? addDays(day, -1 - past) : day;
}

/** An instant at office hours. `minute` counts from 0 to 359: three hours before noon, three from two o'clock on. */
export function officeInstant(day: Day, minute: number): number {
  const ofDay = OPENS + (minute % OFFICE_MINUTES);
  return startOfDay(day) + (ofDay < NOON ? ofDay : ofDay + BREAK) * MINUTE_MS;
}

/** The month of an instant, "YYYY-MM". */
export function monthAt(at: number): string {
  return dayOfInstant(at).slice(0, 7);
}

/** When a department sends the file of a week: from Monday to Wednesday after it. Unix milliseconds. */
export function arrivalOf(week: Week, random: Random): number {
  return officeInstant(addDays(week.until, MONDAY_AFTER + random.below(DAYS_TO_SEND)), random.below(OFFICE_MINUTES));
}

/** The window of a city that stands on a day: its month and four whole ones before. */
export function windowOf(today: Day): ArrivalWindow {
  const thisMonth = `${today.slice(0, 7)}-01` as Day;
  const start = addMonths(thisMonth, -WHOLE_MONTHS);
  const reach = addDays(start, -REACH_DAYS);
  const since = addDays(reach, (7 - weekday(reach)) % 7);
  const weeks: Week[] = [];
  for (let from = since; addDays(from, 7 + MONDAY_AFTER) < today; from = addDays(from, 7))
    weeks.push({ from, until: addDays(from, 7) });
  return {
    since,
    baseAt: officeInstant(officeDay(addDays(start, -1)), 0),
    weeks,
    lastMonth: addMonths(thisMonth, -1).slice(0, 7),
  };
}
