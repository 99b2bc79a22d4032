import { describe, expect, test } from "vitest";
import { instantsOf, lastDay, monthsUpTo, parseMonth } from "./month.ts";
import type { Month } from "./month.ts";

const month = (text: string): Month => text as Month;
const SEPTEMBER = month("2026-09");

describe("a month", () => {
  test("begins and ends at midnight in Shanghai", () => {
    expect(instantsOf(SEPTEMBER).from.toISOString()).toBe("2026-08-31T16:00:00.000Z");
    expect(instantsOf(month("2026-12")).until.toISOString()).toBe("2026-12-31T16:00:00.000Z");
    expect(lastDay(month("2028-02"))).toBe("2028-02-29");
    expect(monthsUpTo(month("2026-02"), 3)).toEqual(["2025-12", "2026-01", "2026-02"]);
  });
  test.each(["2026-13", "2026-9", "26-09", "2026-09-01", ""])("is not %j", (text) =>
    expect(parseMonth(text)).toBeUndefined(),
  );
});
