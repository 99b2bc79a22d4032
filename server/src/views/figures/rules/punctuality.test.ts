import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { addDays } from "../../../kernel/day.ts";
import type { Day } from "../../../kernel/day.ts";
import { calendar2026, crossedOff } from "../test-figures.ts";
import { punctualityOf, workingDaysOf } from "./punctuality.ts";
import type { Verdict } from "./punctuality.ts";

const day = (text: string): Day => text as Day;
const term = { workingDays: 7, calendar: calendar2026 };

describe("a receipt is", () => {
  test.each([
    ["in time on the seventh working day", "2026-08-31", "2026-09-09", "timely", 7],
    ["late on the eighth", "2026-08-31", "2026-09-10", "late", 8],
    ["in time on the day of the decision", "2026-09-09", "2026-09-09", "timely", 0],
    ["not late by a weekend alone", "2026-08-31", "2026-09-06", "timely", 4],
    // 25 September and 1 to 7 October are off, 20 September and 10 October are worked.
    ["in time after the October holidays", "2026-09-24", "2026-10-12", "timely", 7],
    ["late after a Saturday that is worked", "2026-09-24", "2026-10-13", "late", 8],
    ["in time over the end of a month", "2026-08-28", "2026-09-08", "timely", 7],
    ["late over the end of a month", "2026-08-28", "2026-09-09", "late", 8],
    ["in time on the Saturday after the seventh", "2026-05-27", "2026-06-06", "timely", 7],
    ["in time at the end of the known years", "2026-12-22", "2026-12-31", "timely", 7],
    ["uncountable where the year's calendar is not known", "2026-12-28", "2027-01-20", "uncountable", null],
    ["in time within seven days of whatever kind", "2026-12-28", "2027-01-04", "timely", null],
    ["late in a known year, whatever year it came in", "2026-12-01", "2027-01-20", "late", null],
  ] as const)("%s", (_, decided, received, verdict, worked) => {
    const receipt = { decidedOn: day(decided), receivedOn: day(received), correction: false };
    expect(punctualityOf(receipt, term)).toBe(verdict);
    expect(workingDaysOf(receipt, term)).toBe(worked);
  });
  test("late as soon as the known years alone hold too many working days", () => {
    const known = { workingDays: 7, calendar: { ...calendar2026, years: new Set([2021, 2020, 2026]) } };
    const judged = (decidedOn: string, receivedOn: string): Verdict =>
      punctualityOf({ decidedOn: day(decidedOn), receivedOn: day(receivedOn), correction: false }, known);
    expect(judged("2019-12-20", "2026-09-01")).toBe("late");
    expect(judged("2019-12-20", "2020-01-10")).toBe("late");
    expect(judged("2019-12-20", "2020-01-09")).toBe("uncountable");
    expect(judged("2021-12-28", "2025-12-31")).toBe("uncountable");
    expect(judged("0001-01-01", "2019-12-31")).toBe("uncountable");
    expect(judged("2021-12-28", "2026-01-05")).toBe("uncountable");
    expect(judged("2021-12-28", "2026-01-08")).toBe("late");
  });
  test("counted apart without a day, without a calendar, and where it corrects what came before", () => {
    const receipt = { decidedOn: day("2026-08-01"), receivedOn: day("2026-09-09"), correction: false };
    expect(punctualityOf({ ...receipt, decidedOn: null }, term)).toBe("undated");
    expect(punctualityOf(receipt, { ...term, calendar: null })).toBe("uncountable");
    expect(punctualityOf({ ...receipt, correction: true }, term)).toBe("correction");
  });
  test("judged as by crossing off the days one by one", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 180 }), fc.integer({ min: 0, max: 40 }), (start, wait) => {
        const decidedOn = addDays(day("2026-05-01"), start);
        const receivedOn = addDays(decidedOn, wait);
        expect(punctualityOf({ decidedOn, receivedOn, correction: false }, term)).toBe(
          crossedOff(decidedOn, receivedOn),
        );
      }),
    );
  });
});
