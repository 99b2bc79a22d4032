import { expect, test } from "vitest";
import { objectionsText } from "./text.ts";
import { aboutWord, byUrgency, lackOfAnswer, leftWord, phaseMark, stepsFor } from "./words.ts";
import type { Objection } from "./words.ts";

const due = (until: string, workingDaysLeft: number | null) => ({
  kind: "provider",
  until,
  workingDaysLeft,
  overdue: (workingDaysLeft ?? 0) < 0,
});

test.each([
  [null, objectionsText.noTerm],
  [due("2026-09-18", 7), "2026-09-18 前，还有 7 个工作日"],
  [due("2026-09-18", 0), "2026-09-18 前，今日为最后一日"],
  [due("2026-09-18", -1), "应于 2026-09-18 前，已逾期 1 个工作日"],
  [due("2027-09-18", null), "2027-09-18 前"],
])("a term is told with its last day: %o", (of, words) => expect(leftWord(of)).toBe(words));

test("what is due first stands first", () => {
  const items = [null, "2026-09-20", "2026-09-10"].map(
    (until, at) => ({ objection: String(at), due: until === null ? null : due(until, 1) }) as Objection,
  );
  expect(byUrgency(items).map(({ objection }) => objection)).toEqual(["2", "1", "0"]);
});

test("a closed objection says how it ended", () => {
  expect(phaseMark({ phase: "closed", phaseName: "已办结", outcome: "upheld" }).word).toBe("异议成立");
  expect(phaseMark({ phase: "filed", phaseName: "已提出", outcome: null }).word).toBe("已提出");
});

test("each side sees its own steps alone", () => {
  const next = [
    { kind: "forward", by: "centre" },
    { kind: "answer", by: "respondent" },
    { kind: "confirm", by: "second-person" },
    { kind: "withdraw", by: "subject" },
  ];
  expect(stepsFor(next, "clerk")).toEqual(["answer"]);
  expect(stepsFor(next, "reviewer")).toEqual(["answer", "confirm"]);
  expect(stepsFor(next, "operator")).toEqual(["forward", "answer", "confirm"]);
  expect(stepsFor(next, "leader")).toEqual([]);
});

test("an answer says what it lacks", () => {
  const { one } = objectionsText;
  const whole = { words: "与决定书一致。", outcome: "rejected", change: "", evidence: 1 };
  expect(lackOfAnswer(whole)).toBeNull();
  expect(lackOfAnswer({ ...whole, outcome: "" })).toBe(one.lackOutcome);
  expect(lackOfAnswer({ ...whole, words: " " })).toBe(one.lackWords);
  expect(lackOfAnswer({ ...whole, evidence: 0 })).toBe(one.lackEvidence);
  expect(lackOfAnswer({ ...whole, outcome: "upheld" })).toBe(one.lackChange);
  expect(lackOfAnswer({ ...whole, outcome: "upheld", change: "ended" })).toBeNull();
});

test("what it is about is named by its document, else by what it is", () => {
  const about = { record: "x", entry: "penalty", entryName: "行政处罚", documentNo: "示市监罚〔2026〕1号" };
  const none = { look: null, measure: null, measureName: null };
  expect(aboutWord({ kind: "statement", about: { ...about, ...none } })).toBe("信用记录 示市监罚〔2026〕1号");
});
