import { expect, test } from "vitest";
import type { Day, WorkingCalendar } from "../../../kernel/day.ts";
import { correctionsOf } from "./correction.ts";
import { figureOf } from "./figures.ts";
import type { ClosedRow } from "./figures.ts";

const calendar: WorkingCalendar = { years: new Set([2026]), holidays: new Set(), workdays: new Set() };
const row = (over: Partial<ClosedRow>): ClosedRow => ({
  respondent: "11990100990001378K",
  filedOn: "2026-09-07" as Day,
  closedOn: "2026-09-09" as Day,
  phase: "closed",
  outcome: "upheld",
  ...over,
});

test("shares and means are of what was answered; the rest is counted beside it", () => {
  const rows = [
    row({}),
    row({ outcome: "rejected", closedOn: "2026-09-14" as Day }),
    row({ closedOn: "2026-09-07" as Day }),
    row({ phase: "withdrawn", outcome: null }),
    row({ phase: "not-accepted", outcome: null }),
  ];
  expect(figureOf(rows, calendar)).toEqual({
    closed: 3,
    upheld: 2,
    notAccepted: 1,
    withdrawn: 1,
    upheldShare: 6667,
    meanWorkingDays: Math.round((2 + 5 + 0) / 0.03),
  });
});

test("nothing answered has no share, and a year that nobody knows no mean", () => {
  expect(figureOf([], calendar)).toMatchObject({ closed: 0, upheldShare: null, meanWorkingDays: null });
  const far = [row({ filedOn: "2027-01-04" as Day, closedOn: "2027-01-06" as Day })];
  expect(figureOf(far, calendar)).toMatchObject({ closed: 1, meanWorkingDays: null });
  expect(figureOf([row({})], null).meanWorkingDays).toBeNull();
});

test("a correction names each field that differs, in the order of the entry, and nothing of a person", () => {
  const fields = [
    { id: "fine", zh: "罚款金额", personal: false },
    { id: "representative", zh: "法定代表人", personal: true },
    { id: "kinds", zh: "处罚类别", personal: false },
    { id: "remark", zh: "备注", personal: false },
  ];
  const before = { kinds: ["罚款"], fine: "2", representative: "甲", remark: "" };
  const after = { kinds: ["罚款", "警告"], fine: "1", representative: "乙" };
  expect(correctionsOf(fields, before, after)).toEqual([
    { field: "fine", name: "罚款金额", old: "2", new: "1" },
    { field: "kinds", name: "处罚类别", old: "罚款", new: "罚款 警告" },
  ]);
  expect(correctionsOf(fields, before, before)).toEqual([]);
});
