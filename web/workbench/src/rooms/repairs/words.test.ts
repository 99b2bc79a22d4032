import { expect, test } from "vitest";
import { repairsText } from "./text.ts";
import { byUrgency, lackOfDraft, leftWord, outcomesFor, phaseMark } from "./words.ts";
import type { RepairItem } from "./words.ts";

const item = (repair: string, until: string | null): RepairItem =>
  ({ repair, due: until === null ? null : { kind: "accept", until, left: 1, overdue: false } }) as RepairItem;

test("what is due first stands first, and what has no term last", () => {
  const sorted = byUrgency([item("a", null), item("b", "2026-09-20"), item("c", "2026-09-10")]);
  expect(sorted.map(({ repair }) => repair)).toEqual(["c", "b", "a"]);
});

test.each([
  [null, repairsText.noTerm],
  [{ kind: "accept", until: "2026-09-14", left: 3, overdue: false }, "2026-09-14 前，还有 3 个工作日"],
  [{ kind: "accept", until: "2026-09-14", left: 0, overdue: false }, "2026-09-14 前，今日为最后一日"],
  [{ kind: "accept", until: "2026-09-14", left: -2, overdue: true }, "应于 2026-09-14 前，已逾期 2 个工作日"],
  [{ kind: "accept", until: "2027-09-14", left: null, overdue: false }, "2027-09-14 前"],
])("a term is told with its last day: %o", (due, words) => expect(leftWord(due)).toBe(words));

test.each([
  ["repair", "accepted", ["repair", "refuse"]],
  ["bankruptcy", "accepted", ["shield", "refuse"]],
  ["bankruptcy", "shielded", ["repair", "refuse", "revoke"]],
  ["repair", "repaired", ["revoke"]],
] as const)("of %s in %s may be drafted %j", (kind, phase, outcomes) =>
  expect(outcomesFor({ kind, phase })).toEqual(outcomes),
);

test("a draft says what it lacks", () => {
  const draft = { outcome: "refuse", reason: "未缴清", mend: "缴清罚款", through: "" };
  const { lacks } = repairsText;
  expect(lackOfDraft(draft)).toBeNull();
  expect(lackOfDraft({ ...draft, outcome: "" })).toBe(lacks.outcome);
  expect(lackOfDraft({ ...draft, reason: " " })).toBe(lacks.reason);
  expect(lackOfDraft({ ...draft, mend: "" })).toBe(lacks.mend);
  expect(lackOfDraft({ ...draft, outcome: "shield" })).toBe(lacks.through);
});

test("every phase has a word, and one that nobody knows stands as it came", () => {
  expect(phaseMark("repaired")).toEqual({ shape: "tick", tone: "lv", word: "已修复" });
  expect(phaseMark("unheard-of").word).toBe("unheard-of");
});
