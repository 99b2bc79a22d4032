import { DATE_MARKS } from "./characters.ts";

/**
 * A legal day in Asia/Shanghai, written "YYYY-MM-DD", real in the Gregorian calendar, years 0001–9999.
 * Days compare as strings. China has had no daylight saving since 1992, so a day begins at UTC+8 midnight.
 */
export type Day = string & { readonly __day: true };

/** Half-open: in force on `from`, no longer on `until`; null means without end. */
export interface Interval {
  readonly from: Day;
  readonly until: Day | null;
}

/** Why a written day could not be read. */
export type DayFault = "empty" | "shape" | "impossible" | "two-digit-year";

/** What `readDay` made of a text. */
export type DayReading = { readonly ok: true; readonly day: Day } | { readonly ok: false; readonly reason: DayFault };

/**
 * How a period in months is counted (民法典 201–202): (a) the start day is not counted, the default of
 * the law; (b) it is, where a rule says "from the day of".
 */
export type CountingConvention = "start-not-counted" | "start-counted";

/** Milliseconds of one day. */
const DAY_MS = 86_400_000;
const SHANGHAI_OFFSET_MS = 8 * 3_600_000;
const MONTH_LENGTHS: readonly number[] = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** True of a leap year of the Gregorian calendar. */
export function isLeapYear(year: number): boolean {
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
}

/** Days in a month, 1 to 12; 0 for a month that does not exist. */
export function daysInMonth(year: number, month: number): number {
  if (month === 2 && isLeapYear(year)) return 29;
  return MONTH_LENGTHS[month - 1] ?? 0;
}

/** The day of three numbers, undefined when there is no such day or its year is outside 1–9999. */
export function dayOf(year: number, month: number, dayOfMonth: number): Day | undefined {
  if (!Number.isInteger(year) || year < 1 || year > 9999) return undefined;
  if (!Number.isInteger(dayOfMonth) || dayOfMonth < 1) return undefined;
  if (dayOfMonth > daysInMonth(year, month)) return undefined;
  return write(year, month, dayOfMonth);
}

/** Strict reader of "YYYY-MM-DD": exact shape and a real day, else undefined. */
export function parseDay(text: string): Day | undefined {
  if (text.length !== 10 || text[4] !== "-" || text[7] !== "-") return undefined;
  const year = digits(text, 0, 4);
  const month = digits(text, 5, 7);
  const dayOfMonth = digits(text, 8, 10);
  if (!(year >= 1 && month >= 1 && dayOfMonth >= 1)) return undefined;
  return dayOfMonth <= daysInMonth(year, month) ? (text as Day) : undefined;
}

const { year: Y, month: M, day: D } = DATE_MARKS;
const TIME = String.raw`(?:[T ]\s*([01]?\d|2[0-4]):([0-5]\d)(?::([0-5]\d)(?:\.\d{1,9})?)?(?:\+08:?00)?)?`;
const WRITTEN_DAYS: readonly RegExp[] = [
  new RegExp(String.raw`^(\d{1,4})([-/.])(\d{1,2})\2(\d{1,2})${TIME}$`),
  new RegExp(String.raw`^(\d{1,4})()\s?${Y}\s?(\d{1,2})\s?${M}\s?(\d{1,2})\s?${D}${TIME}$`),
  new RegExp(String.raw`^(\d{4})()(\d{2})(\d{2})${TIME}$`),
];

/**
 * Tolerant reader of the ways people write a day: 2024-9-1, 2024/09/01, 2024.9.1, 20240901, 2024年9月1日,
 * full-width digits, with or without a time of day (which is dropped; zones other than +08:00 are refused,
 * since they could move the day). Month-first orders and bare serial numbers are refused as "shape".
 */
export function readDay(text: string): DayReading {
  const folded = text.length > 64 ? text : foldWritten(text);
  if (folded === "") return { ok: false, reason: "empty" };
  if (folded.length > 40) return { ok: false, reason: "shape" };
  for (const pattern of WRITTEN_DAYS) {
    const found = pattern.exec(folded);
    if (found !== null) return fromParts(found[1] ?? "", Number(found[3]), Number(found[4]));
  }
  return { ok: false, reason: "shape" };
}

function fromParts(year: string, month: number, dayOfMonth: number): DayReading {
  if (year.length <= 2) return { ok: false, reason: "two-digit-year" };
  if (year.length !== 4) return { ok: false, reason: "shape" };
  const day = dayOf(Number(year), month, dayOfMonth);
  return day === undefined ? { ok: false, reason: "impossible" } : { ok: true, day };
}

function foldWritten(text: string): string {
  let folded = "";
  for (let i = 0; i < text.length; i += 1) {
    const code = text.charCodeAt(i);
    if (code >= 0xff01 && code <= 0xff5e) folded += String.fromCharCode(code - 0xfee0);
    else if (code >= 0x2010 && code <= 0x2015) folded += "-";
    else if (code === 0x3000 || code === 0xa0) folded += " ";
    else folded += text[i];
  }
  return folded.trim();
}

/** The legal day on which an instant (Unix milliseconds) falls in Shanghai. Throws RangeError outside years 1–9999. */
export function dayOfInstant(epochMs: number): Day {
  return fromEpochDay(Math.floor((epochMs + SHANGHAI_OFFSET_MS) / DAY_MS));
}

/** The instant (Unix milliseconds) at which a day begins in Shanghai. */
export function startOfDay(day: Day): number {
  return toEpochDay(day) * DAY_MS - SHANGHAI_OFFSET_MS;
}

/** The day so many days later, or earlier when negative. Throws RangeError when it leaves years 1–9999. */
export function addDays(day: Day, count: number): Day {
  return fromEpochDay(toEpochDay(day) + count);
}

/** The corresponding day so many months later; where the month has none, its last day (民法典 202). */
export function addMonths(day: Day, months: number): Day {
  const total = digits(day, 0, 4) * 12 + digits(day, 5, 7) - 1 + months;
  const year = Math.floor(total / 12);
  const month = total - year * 12 + 1;
  if (!Number.isInteger(total) || year < 1 || year > 9999) throw new RangeError("day: no such month");
  return write(year, month, Math.min(digits(day, 8, 10), daysInMonth(year, month)));
}

/** Days from one day to another; negative when the second is earlier. */
export function daysBetween(from: Day, to: Day): number {
  return toEpochDay(to) - toEpochDay(from);
}

/** Order of two days: −1, 0 or 1. */
export function compareDay(a: Day, b: Day): -1 | 0 | 1 {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

/** True when a day lies in a half-open interval. */
export function isWithin(day: Day, interval: Interval): boolean {
  return day >= interval.from && (interval.until === null || day < interval.until);
}

/**
 * The last day of a period of months; the period ends with that day (24:00), so its interval ends before the
 * next. By 民法典 201–202 the start day is not counted and the period ends on the corresponding day, or on the
 * month's last where there is none; "start-counted" ends one day earlier.
 */
export function lastDayOf(period: { from: Day; months: number; convention: CountingConvention }): Day {
  const corresponding = addMonths(period.from, period.months);
  return period.convention === "start-counted" ? addDays(corresponding, -1) : corresponding;
}

/** The year of a day as a number. */
export function yearOf(day: Day): number {
  return digits(day, 0, 4);
}

/**
 * The day of a spreadsheet serial; a time of day in the fraction is dropped. In the 1900 system serial 60 is
 * a 29 February 1900 that never was: it is undefined, and the days before it count from one day later.
 */
export function excelSerialDay(serial: number, options: { dateSystem: 1900 | 1904 }): Day | undefined {
  const whole = Math.floor(serial);
  const last = options.dateSystem === 1900 ? 2_958_465 : 2_957_003;
  if (!(whole >= 0 && whole <= last)) return undefined;
  if (options.dateSystem === 1904) return fromEpochDay(EPOCH_1904 + whole);
  if (whole === 0 || whole === 60) return undefined;
  return fromEpochDay(EPOCH_1900 + whole + (whole < 60 ? 1 : 0));
}

/**
 * The working days of some whole years, as the State Council's yearly notice arranges them. Outside
 * `years` nothing is known and nothing is guessed.
 */
export interface WorkingCalendar {
  /** Years whose arrangement is known. */
  readonly years: ReadonlySet<number>;
  /** Days off that fall on Monday to Friday (or any day off named by the notice). */
  readonly holidays: ReadonlySet<Day>;
  /** Saturdays and Sundays worked to make up for a holiday. */
  readonly workdays: ReadonlySet<Day>;
}

const MONDAY = "2024-01-01" as Day;

/** Whether a day is worked; undefined in a year the calendar does not cover. */
export function isWorkingDay(day: Day, calendar: WorkingCalendar): boolean | undefined {
  if (!calendar.years.has(yearOf(day))) return undefined;
  if (calendar.workdays.has(day)) return true;
  if (calendar.holidays.has(day)) return false;
  return ((daysBetween(MONDAY, day) % 7) + 7) % 7 < 5;
}

/**
 * The last day of a period of working days that begins after `day` (the start day is not counted, 民法典 201);
 * 0 gives the day itself. Undefined when the count leaves the covered years. Throws RangeError for a count
 * that is negative or not whole.
 */
export function addWorkingDays(day: Day, count: number, calendar: WorkingCalendar): Day | undefined {
  if (!Number.isInteger(count) || count < 0) throw new RangeError("working days: a whole count from 0");
  let reached = day;
  let left = count;
  while (left > 0) {
    reached = addDays(reached, 1);
    const worked = isWorkingDay(reached, calendar);
    if (worked === undefined) return undefined;
    if (worked) left -= 1;
  }
  return reached;
}

/**
 * Working days after `from` up to and including `to`: the inverse of `addWorkingDays`. Negative when `to` is
 * earlier; undefined when a day between them is not covered.
 */
export function workingDaysBetween(from: Day, to: Day, calendar: WorkingCalendar): number | undefined {
  if (to < from) {
    const back = workingDaysBetween(to, from, calendar);
    return back === undefined ? undefined : -back;
  }
  let count = 0;
  for (let day = from; day < to;) {
    day = addDays(day, 1);
    const worked = isWorkingDay(day, calendar);
    if (worked === undefined) return undefined;
    if (worked) count += 1;
  }
  return count;
}

function write(year: number, month: number, dayOfMonth: number): Day {
  const padded = String(year).padStart(4, "0");
  return `${padded}-${month < 10 ? "0" : ""}${month}-${dayOfMonth < 10 ? "0" : ""}${dayOfMonth}` as Day;
}

/** The number in a stretch of ASCII digits, NaN when another character stands in it. */
function digits(text: string, start: number, end: number): number {
  let value = 0;
  for (let i = start; i < end; i += 1) {
    const digit = text.charCodeAt(i) - 48;
    if (!(digit >= 0 && digit <= 9)) return Number.NaN;
    value = value * 10 + digit;
  }
  return value;
}

/** Days since 1970-01-01, by counting years from March so that the leap day comes last. */
function toEpochDay(day: Day): number {
  const month = digits(day, 5, 7);
  const year = digits(day, 0, 4) - (month <= 2 ? 1 : 0);
  const era = Math.floor(year / 400);
  const yearOfEra = year - era * 400;
  const dayOfYear = Math.floor((153 * ((month + 9) % 12) + 2) / 5) + digits(day, 8, 10) - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * 146_097 + dayOfEra - 719_468;
}

function fromEpochDay(epochDay: number): Day {
  const shifted = epochDay + 719_468;
  const era = Math.floor(shifted / 146_097);
  const dayOfEra = shifted - era * 146_097;
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36_524) - Math.floor(dayOfEra / 146_096)) / 365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const shiftedMonth = Math.floor((5 * dayOfYear + 2) / 153);
  const dayOfMonth = dayOfYear - Math.floor((153 * shiftedMonth + 2) / 5) + 1;
  const month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9;
  const year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0);
  if (!(year >= 1 && year <= 9999)) throw new RangeError("day: outside the years 1 to 9999");
  return write(year, month, dayOfMonth);
}

const EPOCH_1900 = toEpochDay("1899-12-30" as Day);
const EPOCH_1904 = toEpochDay("1904-01-01" as Day);
