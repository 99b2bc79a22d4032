import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  addDays,
  addMonths,
  addWorkingDays,
  compareDay,
  dayOf,
  dayOfInstant,
  daysBetween,
  daysInMonth,
  excelSerialDay,
  isLeapYear,
  isWithin,
  isWorkingDay,
  lastDayOf,
  parseDay,
  readDay,
  startOfDay,
  workingDaysBetween,
} from "./day.ts";
import type { Day, WorkingCalendar } from "./day.ts";

const day = (text: string): Day => parseDay(text) ?? expect.fail(`not a day: ${text}`);
const days = fc.integer({ min: -690_000, max: 2_900_000 }).map((offset) => addDays(day("1970-01-01"), offset));

describe("a strict day", () => {
  test.each(["2024-02-29", "0001-01-01", "9999-12-31", "2000-02-29", "2024-12-31"])("%s is one", (text) => {
    expect(parseDay(text)).toBe(text);
  });

  test.each([
    "2023-02-29",
    "1900-02-29",
    "2024-13-01",
    "2024-00-01",
    "2024-01-00",
    "0000-01-01",
    "2024-1-1",
    "2024-01-01 ",
    "2024/01/01",
    "２０２４-01-01",
    "",
    "2024-01-0a",
    "-024-01-01",
  ])("%s is none", (text) => expect(parseDay(text)).toBeUndefined());

  test("agrees with the platform's own calendar on every day", () => {
    fc.assert(
      fc.property(fc.integer({ min: -62_135_596_800_000, max: 253_402_300_799_999 }), (instant) => {
        const iso = new Date(instant).toISOString().slice(0, 10);
        expect(parseDay(iso)).toBe(iso);
        expect(startOfDay(day(iso))).toBe(Date.parse(`${iso}T00:00:00Z`) - 8 * 3_600_000);
      }),
    );
  });
});

describe("a day as people write it", () => {
  test.each([
    ["2024-9-1", "2024-09-01"],
    ["2024/09/01", "2024-09-01"],
    ["2024.9.1", "2024-09-01"],
    ["20240901", "2024-09-01"],
    ["2024年9月1日", "2024-09-01"],
    ["2024 年 09 月 01 日", "2024-09-01"],
    ["２０２４年９月１日", "2024-09-01"],
    ["２０２４．９．１", "2024-09-01"],
    ["2024—9—1", "2024-09-01"],
    ["2024-09-01 00:00:00", "2024-09-01"],
    ["2024/9/1 0:00", "2024-09-01"],
    ["2024-09-01T00:00:00.000+08:00", "2024-09-01"],
    ["\u30002024-02-29 ", "2024-02-29"],
  ])("%s is %s", (text, wanted) => expect(readDay(text)).toEqual({ ok: true, day: wanted }));

  test.each([
    ["", "empty"],
    [" \u3000 ", "empty"],
    ["2024-02-30", "impossible"],
    ["20241301", "impossible"],
    ["2023年2月29日", "impossible"],
    ["24-9-1", "two-digit-year"],
    ["18年9月1日", "two-digit-year"],
    ["9/1/2024", "shape"],
    ["1-9-2024", "shape"],
    ["2024-9/1", "shape"],
    ["2024年9月", "shape"],
    ["45536", "shape"],
    ["2023??????", "shape"],
    ["202-9-1", "shape"],
    ["2024-09-01T00:00:00Z", "shape"],
    ["2024-09-01 25:00", "shape"],
    ["长期", "shape"],
    ["2024-09-01".repeat(20), "shape"],
  ])("%s is refused as %s", (text, reason) => expect(readDay(text)).toEqual({ ok: false, reason }));

  test("every strict day reads as itself", () => {
    fc.assert(
      fc.property(days, (each) => {
        expect(readDay(each)).toEqual({ ok: true, day: each });
      }),
    );
  });

  test("no text makes it throw", () => {
    fc.assert(fc.property(fc.string({ unit: "grapheme" }), (text) => typeof readDay(text).ok === "boolean"));
  });
});

describe("the arithmetic of days", () => {
  test("a day in Shanghai begins at 16:00 UTC the day before", () => {
    expect(dayOfInstant(Date.parse("2024-08-31T15:59:59.999Z"))).toBe("2024-08-31");
    expect(dayOfInstant(Date.parse("2024-08-31T16:00:00Z"))).toBe("2024-09-01");
  });

  test("a day's first and last instants fall on it", () => {
    fc.assert(
      fc.property(days, (each) => {
        expect(dayOfInstant(startOfDay(each))).toBe(each);
        expect(dayOfInstant(startOfDay(each) + 86_399_999)).toBe(each);
      }),
    );
  });

  test("adding and counting are inverse, and the order of texts is the order of days", () => {
    fc.assert(
      fc.property(days, fc.integer({ min: -20_000, max: 20_000 }), (from, count) => {
        const to = addDays(from, count);
        expect(daysBetween(from, to)).toBe(count);
        expect(compareDay(to, from) === Math.sign(count)).toBe(true);
      }),
    );
  });

  test.each([
    ["2024-01-31", 1, "2024-02-29"],
    ["2023-01-31", 1, "2023-02-28"],
    ["2024-02-29", 12, "2025-02-28"],
    ["2024-02-29", 48, "2028-02-29"],
    ["2024-08-31", 6, "2025-02-28"],
    ["2024-03-31", -1, "2024-02-29"],
    ["2024-12-15", 1, "2025-01-15"],
    ["2024-01-15", -1, "2023-12-15"],
  ])("%s and %i months is %s", (from, months, wanted) => expect(addMonths(day(from), months)).toBe(wanted));

  test("years and months have their lengths", () => {
    expect([1900, 2000, 2023, 2024].map(isLeapYear)).toEqual([false, true, false, true]);
    expect([daysInMonth(2024, 2), daysInMonth(2024, 0), daysInMonth(2024, 13)]).toEqual([29, 0, 0]);
    expect(dayOf(2024, 2, 30)).toBeUndefined();
    expect(dayOf(2024.5, 1, 1)).toBeUndefined();
    expect(dayOf(2024, 1, 1.5)).toBeUndefined();
  });

  test("leaving the calendar is a bug and throws", () => {
    expect(() => addDays(day("9999-12-31"), 1)).toThrow(RangeError);
    expect(() => addMonths(day("0001-01-01"), -1)).toThrow(RangeError);
    expect(() => dayOfInstant(Number.NaN)).toThrow(RangeError);
  });
});

describe("a period of months, 民法典 201–202", () => {
  test.each([
    ["2024-03-15", 3, "start-not-counted", "2024-06-15"],
    ["2024-03-15", 3, "start-counted", "2024-06-14"],
    ["2024-01-31", 1, "start-not-counted", "2024-02-29"],
    ["2024-01-31", 1, "start-counted", "2024-02-28"],
    ["2021-03-01", 36, "start-not-counted", "2024-03-01"],
    ["2021-03-01", 36, "start-counted", "2024-02-29"],
  ] as const)("from %s, %i months, %s, ends with %s", (from, months, convention, wanted) => {
    expect(lastDayOf({ from: day(from), months, convention })).toBe(wanted);
  });

  test("counting the start ends exactly one day earlier, and a longer term never ends sooner", () => {
    fc.assert(
      fc.property(days, fc.integer({ min: 1, max: 600 }), (from, months) => {
        const later = lastDayOf({ from, months, convention: "start-not-counted" });
        expect(daysBetween(lastDayOf({ from, months, convention: "start-counted" }), later)).toBe(1);
        expect(later < lastDayOf({ from, months: months + 1, convention: "start-not-counted" })).toBe(true);
      }),
    );
  });

  test("an interval holds its first day and not its last bound", () => {
    const interval = { from: day("2024-01-01"), until: day("2024-01-03") };
    expect(
      ["2023-12-31", "2024-01-01", "2024-01-02", "2024-01-03"].map((each) => isWithin(day(each), interval)),
    ).toEqual([false, true, true, false]);
    expect(isWithin(day("9999-12-31"), { from: interval.from, until: null })).toBe(true);
  });
});

describe("a spreadsheet's serial", () => {
  test.each([
    [1, 1900, "1900-01-01"],
    [59, 1900, "1900-02-28"],
    [60, 1900, undefined],
    [61, 1900, "1900-03-01"],
    [42_559, 1900, "2016-07-08"],
    [43_372.75, 1900, "2018-09-29"],
    [2_958_465, 1900, "9999-12-31"],
    [2_958_466, 1900, undefined],
    [0, 1900, undefined],
    [-1, 1900, undefined],
    [Number.NaN, 1900, undefined],
    [0, 1904, "1904-01-01"],
    [41_097, 1904, "2016-07-08"],
    [2_957_003, 1904, "9999-12-31"],
  ] as const)("%d of %d is %s", (serial, dateSystem, wanted) => {
    expect(excelSerialDay(serial, { dateSystem })).toBe(wanted);
  });
});

describe("working days", () => {
  const calendar: WorkingCalendar = {
    years: new Set([2024, 2025]),
    holidays: new Set(["2024-10-01", "2024-10-02", "2024-10-03", "2024-10-04", "2024-10-07"].map(day)),
    workdays: new Set(["2024-09-29", "2024-10-12"].map(day)),
  };

  test.each([
    ["2024-09-27", true],
    ["2024-09-28", false],
    ["2024-09-29", true],
    ["2024-10-01", false],
    ["2024-10-05", false],
    ["2024-10-12", true],
    ["2026-01-05", undefined],
  ])("%s: %s", (each, wanted) => expect(isWorkingDay(day(each), calendar)).toBe(wanted));

  test("a count begins after its start day and skips what is not worked", () => {
    expect(addWorkingDays(day("2024-09-27"), 3, calendar)).toBe("2024-10-08");
    expect(addWorkingDays(day("2024-09-28"), 0, calendar)).toBe("2024-09-28");
    expect(workingDaysBetween(day("2024-09-27"), day("2024-10-08"), calendar)).toBe(3);
  });

  test("outside the covered years nothing is guessed", () => {
    expect(addWorkingDays(day("2025-12-31"), 1, calendar)).toBeUndefined();
    expect(workingDaysBetween(day("2025-12-31"), day("2026-01-01"), calendar)).toBeUndefined();
    expect(workingDaysBetween(day("2026-01-01"), day("2025-12-31"), calendar)).toBeUndefined();
    expect(() => addWorkingDays(day("2024-01-02"), -1, calendar)).toThrow(RangeError);
  });

  test("counting inverts adding", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 365 }), fc.integer({ min: 0, max: 200 }), (offset, count) => {
        const from = addDays(day("2024-01-01"), offset);
        const to = addWorkingDays(from, count, calendar) ?? expect.fail("covered");
        expect(workingDaysBetween(from, to, calendar)).toBe(count);
        expect(workingDaysBetween(to, from, calendar)).toBe(count === 0 ? 0 : -count);
      }),
    );
  });
});
