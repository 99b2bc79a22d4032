import { expect, test } from "vitest";
import type { PolicyChange } from "../../../policy/policy-diff.ts";
import { placeOf, valuesOf } from "./changes.ts";

const change = (more: Partial<PolicyChange>): PolicyChange => ({
  kind: "entries",
  id: "penalty",
  name: "行政处罚",
  path: [],
  what: "changed",
  before: null,
  after: null,
  effect: "neutral",
  ...more,
});

test("a place is told from the part down to the value", () => {
  expect(placeOf(change({ path: ["fields", "fine", "group"] }))).toBe(
    "目录事项 行政处罚(penalty) › 字段 › fine › 披露范围",
  );
  expect(placeOf(change({ kind: "publicity.convention", id: null, name: null }))).toBe("期间计算");
  expect(placeOf(change({ kind: "later.part", id: "x", name: null }))).toBe("later.part x");
});

test.each([
  [
    { what: "added", after: { id: "x" } },
    { before: null, after: "整项" },
  ],
  [
    { what: "removed", before: { id: "x" } },
    { before: "整项", after: null },
  ],
  [
    { path: ["adverse"], before: false, after: true },
    { before: "否", after: "是" },
  ],
  [
    { path: ["basis"], before: { source: "a", article: "5" }, after: { source: "a", article: null } },
    { before: "a#5", after: "a" },
  ],
  [
    { path: ["channels"], before: [], after: ["own", "duty"] },
    { before: "无", after: "own、duty" },
  ],
  [
    { path: ["term"], before: null, after: { kind: "months", months: 12 } },
    { before: "无", after: "kind: months、月数: 12" },
  ],
] as const)("%#", (more, values) => {
  expect(valuesOf(change(more))).toEqual(values);
});

test("a long value is cut, and says so", () => {
  expect(valuesOf(change({ path: ["content"], before: "", after: "长".repeat(300) })).after).toHaveLength(201);
});
