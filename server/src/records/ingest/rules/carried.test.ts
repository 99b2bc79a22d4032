import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Day } from "../../../kernel/day.ts";
import { carriedEnd, carriedReader, parseDeclared, reconcile } from "./carried.ts";
import type { CarriedWords } from "./carried.ts";

const words: CarriedWords = {
  carriedShown: ["正常"],
  carriedRepaired: ["已修复"],
  carriedTakenDown: ["已撤下"],
  carriedQuashed: ["已撤销"],
  carriedDisputed: ["异议中"],
};
const heads = ["状态", "状态日期", "状态文书", "入库时间", "异议", "异议日期"];
const layout = { heads: new Map(heads.map((head, at) => [head, at])), notStated: new Set(["不详"]) };
const from = {
  until: "2026-12-31" as Day,
  state: "状态",
  stateOn: "状态日期",
  stateDocument: "状态文书",
  receivedOn: "入库时间",
  objection: "异议",
  objectionOn: "异议日期",
};
const read = carriedReader(from, layout, { words, day: "2026-09-09" as Day });
const row = (...cells: string[]): ReturnType<typeof read> => read(cells);
const codesOf = (reading: ReturnType<typeof read>): string[] => reading.questions.map(({ code }) => code);

describe("what an old platform says of a record", () => {
  test.each([
    ["正常", "shown", null, []],
    [" 正常　", "shown", null, []],
    ["已修复", "repaired", "repaired", []],
    ["已撤下", "taken-down", "removed", []],
    ["已撤销", "quashed", "quashed", []],
    ["异议中", "disputed", null, ["ingest.carried-disputed"]],
    ["归档", "unknown", null, ["ingest.carried-state-unknown"]],
    ["", "unknown", null, ["ingest.carried-state-unknown"]],
    ["不详", "unknown", null, ["ingest.carried-state-unknown"]],
  ])("“%s” → %s, which ends as %s and asks %j", (word, state, end, codes) => {
    const reading = row(word, "2025-03-01", "", "2024-01-02", "", "");
    expect(reading.carried.state).toBe(state);
    expect(carriedEnd(reading.carried)).toBe(end);
    expect(codesOf(reading)).toEqual(codes);
  });

  test("keeps days without their times, the document, and what became of an objection", () => {
    const { carried, questions } = row(
      "已修复",
      "2025/3/1 10:22:33",
      "示信修〔2025〕7号",
      "2024-01-02T08:00",
      "不成立",
      "2024年5月6日",
    );
    expect(questions).toEqual([]);
    expect(carried).toEqual({
      word: "已修复",
      state: "repaired",
      on: "2025-03-01",
      documentNo: "示信修〔2025〕7号",
      receivedOn: "2024-01-02",
      objection: "不成立",
      objectionOn: "2024-05-06",
    });
  });

  test.each([
    ["a day to come", "2026-09-10"],
    ["no day", "去年"],
    ["a day that never was", "2025-02-30"],
  ])("asks about %s, and takes none", (_, day) => {
    const reading = row("已修复", day, "", "", "", "");
    expect(codesOf(reading)).toEqual(["ingest.carried-day"]);
    expect(reading.carried.on).toBeNull();
  });

  test("keeps no personal number, wherever somebody wrote one", () => {
    const id = "11010519491231002X";
    const { carried, questions } = row(id, id, `${id}号`, "", `经办人${id}`, "");
    expect(JSON.stringify([carried, questions])).not.toContain(id);
  });

  test("is read whatever the cells are", () => {
    fc.assert(
      fc.property(
        fc.array(fc.oneof(fc.string({ unit: "binary" }), fc.constantFrom("正常", "2025-01-01")), { maxLength: 8 }),
        (cells) => {
          const { carried } = read(cells);
          expect(carried.word.length).toBeLessThanOrEqual(60);
          expect(carried.on === null || carried.on <= "2026-09-09").toBe(true);
        },
      ),
    );
  });
});

describe("counts", () => {
  test.each([
    ["正常=120,已修复=30", { 正常: 120, 已修复: 30 }],
    ["正常＝120，=5", { 正常: 120, "": 5 }],
    [" 正常 = 0", null],
    ["正常=1,正常=2", null],
    ["正常", null],
    ["", null],
    ["正常=-1", null],
    ["正常=1.5", null],
    ["正常=1;已修复=2", null],
  ])("%j are read as %j", (text, counts) => {
    const read = parseDeclared(text);
    expect(read.ok ? read.value : null).toEqual(counts);
  });

  test("agree when each state has as many rows as was declared, and none that was not", () => {
    const counts = fc.dictionary(fc.constantFrom("正常", "已修复", "", "归档"), fc.nat(5));
    fc.assert(
      fc.property(counts, counts, (declared, counted) => {
        const all = ["正常", "已修复", "", "归档"];
        const same = all.every((word) => (declared[word] ?? 0) === (counted[word] ?? 0));
        expect(reconcile(declared, counted).ok).toBe(same);
      }),
    );
  });

  test("that differ are named, what was declared before what is there", () => {
    expect(reconcile({ 正常: 2, 已修复: 1 }, { 正常: 2, 归档: 3 })).toMatchObject({
      refusal: { code: "ingest.counts-differ", values: { differences: "已修复 1/0、归档 0/3" } },
    });
  });
});
