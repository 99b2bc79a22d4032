import { expect, test } from "vitest";
import type { Day, WorkingCalendar } from "../../kernel/day.ts";
import { figuresOf, rowsOf } from "./rules.ts";
import type { StepRow } from "./rules.ts";

const september = { from: "2026-09-01" as Day, through: "2026-09-30" as Day };
const calendar: WorkingCalendar = { years: new Set([2026]), holidays: new Set(), workdays: new Set() };

function steps(application: string, ...given: readonly (readonly [string, string, string?])[]): StepRow[] {
  return given.map(([kind, day, outcome = null]) => ({
    application,
    authority: "a",
    authorityName: "示例机关",
    documentNo: "1号",
    kind,
    outcome,
    day: day as Day,
    late: false,
  }));
}

test("an application counts in the month of each of its steps, and its days in that of its first decision", () => {
  const rows = rowsOf(
    [
      ...steps("one", ["apply", "2026-08-31"], ["accept", "2026-09-01"], ["approve", "2026-09-03", "repair"]),
      ...steps("two", ["apply", "2026-09-30"], ["approve", "2026-10-08", "refuse"]),
      ...steps(
        "three",
        ["apply", "2026-08-03"],
        ["approve", "2026-08-10", "repair"],
        ["approve", "2026-09-30", "revoke"],
      ),
    ],
    september,
    calendar,
  );
  expect(rows.map(({ application, counted }) => [application, counted])).toEqual([
    ["one", ["accepted", "granted"]],
    ["two", ["received"]],
    ["three", ["revoked"]],
  ]);
  expect(figuresOf(rows)).toMatchObject([
    {
      name: "示例机关",
      received: 1,
      accepted: 1,
      granted: 1,
      refused: 0,
      revoked: 1,
      meanWorkingDays: 300,
      longestWorkingDays: 3,
    },
  ]);
});

test("what is late today is counted whatever the month, and nothing else of it", () => {
  const late = steps("one", ["apply", "2026-05-06"]).map((step) => ({ ...step, late: true }));
  const rows = rowsOf(late, september, null);
  expect(rows.map(({ counted }) => counted)).toEqual([["overdue"]]);
  expect(figuresOf(rows)[0]).toMatchObject({ overdue: 1, received: 0, longestWorkingDays: null });
});
