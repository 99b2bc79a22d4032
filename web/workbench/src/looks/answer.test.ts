import { expect, test } from "vitest";
import { outcomesOf, partsOf, withMore } from "./answer.ts";
import type { AnsweredEntry, SharedRecord, SubjectAnswer } from "./answer.ts";

const scope = { providers: 1, completeThrough: null, unchecked: [] };
const entryOf = (entry: string, state: AnsweredEntry["state"], records = 0): AnsweredEntry => ({
  entry,
  entryName: entry,
  state,
  records,
  scope,
});
const recordOf = (id: string): SharedRecord => ({
  id,
  entry: "penalty",
  entryName: "行政处罚",
  documentNo: null,
  authority: null,
  provider: "P",
  providerName: "P",
  decidedOn: null,
  validUntil: null,
  shownUntil: null,
  severity: null,
  receivedOn: "2026-09-09",
  marks: [],
  fields: {},
});
const answerOf = (uscc: string, over: Partial<SubjectAnswer> = {}): SubjectAnswer => ({
  uscc,
  matter: "M",
  look: uscc,
  outcome: "data",
  known: true,
  name: null,
  entries: [],
  records: [],
  next: null,
  ...over,
});

test("found, not found and not checked are told apart", () => {
  const parts = partsOf({ entries: [entryOf("a", "found", 3), entryOf("b", "not-found"), entryOf("c", "unchecked")] });
  expect(parts.found.map(({ entry }) => entry)).toEqual(["a"]);
  expect(parts.absent.map(({ entry }) => entry)).toEqual(["b"]);
  expect(parts.unchecked.map(({ entry }) => entry)).toEqual(["c"]);
  expect(parts.records).toBe(3);
});

test("what was found does not hide a source that could not be checked", () => {
  const late = { providers: 2, completeThrough: null, unchecked: [{ title: "某局", through: null }] };
  const parts = partsOf({ entries: [{ ...entryOf("a", "found", 1), scope: late }] });
  expect([parts.found.length, parts.unchecked.length]).toEqual([1, 1]);
});

test("a further page goes to its subject, once", () => {
  const first = [answerOf("A", { records: [recordOf("1")], next: "x" }), answerOf("B")];
  const page = [answerOf("A", { records: [recordOf("1"), recordOf("2")], next: null })];
  const [one, other] = withMore(first, page);
  expect(one?.records.map(({ id }) => id)).toEqual(["1", "2"]);
  expect(one?.next).toBeNull();
  expect(other).toBe(first[1]);
});

test("outcomes are counted, those of nobody too", () => {
  const counted = outcomesOf([answerOf("A"), answerOf("B", { outcome: "not-checked" }), answerOf("C")]);
  expect(counted.map(({ count }) => count)).toEqual([2, 0, 1, 0]);
});
