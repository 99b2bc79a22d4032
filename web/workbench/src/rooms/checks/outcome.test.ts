import { describe, expect, test } from "vitest";
import { missingOf, outcomeStatus, scopeOf, untilOf } from "./outcome.ts";

describe("what a check said", () => {
  test("absence is quiet, what could not be checked is loud", () => {
    expect(outcomeStatus("no-measure")).toMatchObject({ shape: "hollow", tone: "ink" });
    expect(outcomeStatus("not-checked")).toMatchObject({ shape: "broken", tone: "mo" });
    expect(outcomeStatus("measures")).toMatchObject({ shape: "sheet", word: "有依据的措施" });
  });

  test("a term is a day, the decision's own, or open", () => {
    expect(untilOf({ until: "2029-01-10", readDecision: false })).toBe("至 2029-01-10（含当日）");
    expect(untilOf({ until: null, readDecision: true })).toBe("以决定书为准");
    expect(untilOf({ until: null, readDecision: false })).toContain("没有固定期限");
  });

  test("coverage names how many and through which day", () => {
    const entry = { entry: "e", entryName: "示例", state: "checked" as const, unchecked: [], providers: 3 };
    expect(scopeOf({ ...entry, completeThrough: "2026-09-08" })).toBe("3 家数据源单位，声明完整至 2026-09-08");
    expect(scopeOf({ ...entry, completeThrough: null })).toBe("3 家数据源单位");
  });

  test("what was applied was decided by a document", () => {
    expect(missingOf({ choice: null, decisionNo: "", reason: "" })).toEqual(["choice", "reason"]);
    expect(missingOf({ choice: "applied", decisionNo: " ", reason: "取消资格" })).toEqual(["decisionNo"]);
    expect(missingOf({ choice: "notApplied", decisionNo: "", reason: "情节轻微" })).toEqual([]);
  });
});
