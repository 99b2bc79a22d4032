import fc from "fast-check";
import { setTimeout as later } from "node:timers/promises";
import { expect, test } from "vitest";
import { addDays, dayOfInstant, startOfDay } from "../../kernel/day.ts";
import type { Day } from "../../kernel/day.ts";
import { openArrivalClock } from "./arrival-clock.ts";
import { randomFrom } from "./random.ts";
import { arrivalOf, monthAt, officeDay, officeInstant, windowOf } from "./window.ts";

test("the window of 9 September is May to August and the days since, behind one delivery at the end of April", () => {
  const { since, baseAt, weeks, lastMonth } = windowOf("2026-09-09" as Day);
  expect([since, lastMonth]).toEqual(["2026-04-25", "2026-08"]);
  expect(new Date(baseAt).toISOString()).toBe("2026-04-30T01:00:00.000Z");
  expect(weeks[0]).toEqual({ from: "2026-04-25", until: "2026-05-02" });
  expect(weeks.at(-1)).toEqual({ from: "2026-08-29", until: "2026-09-05" });
});

test("on every day the delivery lies before the window, all of it reaches into its months, and nothing into the future", () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 4000 }), (days) => {
      const today = addDays("2025-06-01" as Day, days);
      const { since, baseAt, weeks } = windowOf(today);
      const base = dayOfInstant(baseAt);
      // All that is older than the weeks was decided by the day of the delivery.
      expect(since <= addDays(base, 1)).toBe(true);
      const random = randomFrom(today);
      for (const [place, week] of weeks.entries()) {
        expect(week.from).toBe(addDays(since, 7 * place));
        expect(addDays(week.until, 2) < today).toBe(true);
        const at = arrivalOf(week, random);
        expect(at > baseAt && monthAt(at) > base.slice(0, 7)).toBe(true);
        expect(officeDay(dayOfInstant(at))).toBe(dayOfInstant(at));
      }
    }),
  );
});

test("office days are Monday to Friday, office hours three before noon and three from two o'clock on", () => {
  expect(["2026-09-04", "2026-09-05", "2026-09-06", "2026-09-07"].map((day) => officeDay(day as Day))).toEqual([
    "2026-09-04",
    "2026-09-04",
    "2026-09-04",
    "2026-09-07",
  ]);
  const hours = [0, 179, 180, 359].map(
    (minute) => (officeInstant("2026-09-09" as Day, minute) - startOfDay("2026-09-09" as Day)) / 60_000,
  );
  expect(hours).toEqual([540, 719, 840, 1019]);
});

test("what arrives carries its own moment, two at a time, and none after now", async () => {
  const { clock, during } = openArrivalClock({ now: () => 1000 });
  const seen = await Promise.all(
    [200, 100, 5000, null].map((at) =>
      during(at, async () => {
        await later(2);
        return clock.now();
      }),
    ),
  );
  expect(seen).toEqual([200, 100, 1000, 1000]);
  expect(clock.now()).toBe(1000);
});
