import { expect, test } from "vitest";
import { commitmentsText } from "./text.ts";
import { lackOfJudgement, stateMark } from "./words.ts";

test("a term that is over is no broken promise", () => {
  expect(stateMark("due").word).toBe("期满待认定");
  expect(stateMark("broken")).toEqual({ shape: "cross", tone: "zhe", word: "未履行" });
});

test("a judgement says what it lacks; a broken promise needs a document", () => {
  const whole = { outcome: "broken", reason: "逾期未补交。", paper: "示市监函〔2026〕3号" };
  expect(lackOfJudgement(whole)).toBeNull();
  expect(lackOfJudgement({ ...whole, outcome: "" })).toBe(commitmentsText.lackOutcome);
  expect(lackOfJudgement({ ...whole, reason: " " })).toBe(commitmentsText.lackReason);
  expect(lackOfJudgement({ ...whole, paper: "" })).toBe(commitmentsText.lackPaper);
  expect(lackOfJudgement({ ...whole, outcome: "fulfilled", paper: "" })).toBeNull();
});
