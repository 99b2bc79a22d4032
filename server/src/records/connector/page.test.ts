import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { answersOf, pageOf, pauseAfter, writtenTime } from "./rules/page.ts";
import type { BatchOutcome } from "./rules/page.ts";

const place = (key: string) => ({ cursor: "1", key });
const row = (key: string, ...cells: (string | null)[]) => ({ place: place(key), cells });
const say = (code: string): string => `〔${code}〕`;

describe("a page of rows", () => {
  test("is one flat object a line, every value a string or null, in the order of the rows", () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.option(fc.string({ unit: "binary" })), fc.string()), { minLength: 1 }),
        (cells) => {
          const rows = cells.map(([a, b], at) => row(String(at), `k${at}`, a, b));
          const { page, lines } = pageOf(["编号", "a", "__proto__"], rows, place("9"));
          expect(page.lines).toEqual(rows.map((one) => one.place));
          for (const [at, line] of lines.entries()) {
            expect(line.indexOf("\n")).toBe(line.length - 1);
            expect(Object.values(JSON.parse(line) as object)).toEqual(rows[at]?.cells);
          }
        },
      ),
    );
  });

  test("leaves blank rows out and answers them apart", () => {
    const { page, lines } = pageOf(
      ["a", "b"],
      [row("1", null, " "), row("2", "x", null), row("3", "", "\u3000")],
      null,
    );
    expect(lines).toEqual(['{"a":"x","b":null}\n']);
    const batch: BatchOutcome = { state: "done", issues: [], accepted: null };
    expect(answersOf(page, batch, say).map((one) => [one.place.key, one.outcome, one.code])).toEqual([
      ["2", "accepted", null],
      ["1", "skipped", "connector.blank-row"],
      ["3", "skipped", "connector.blank-row"],
    ]);
  });

  test("a line beyond all measure loses its longest cells, no others", () => {
    const cells = Array.from({ length: 60 }, (_, at) => (at % 2 === 0 ? "字".repeat(32_768) : "\u0001".repeat(30_000)));
    const { lines } = pageOf(["id", ...cells.map((_, at) => `c${at}`)], [row("1", "1", ...cells)], null);
    expect(lines[0]?.length).toBeLessThan(1_500_000);
    expect(JSON.parse(lines[0] ?? "")).toMatchObject({ id: "1", c0: "字".repeat(32_768), c1: "\ufffd" });
  });
});

describe("answers", () => {
  const { page } = pageOf(
    ["a"],
    ["1", "2", "3", "4"].map((key) => row(key, "x")),
    null,
  );
  const issues = [
    { row: 2, outcome: "rejected" as const, code: "ingest.date-future", message: "甲。" },
    { row: 2, outcome: "rejected" as const, code: "ingest.required-missing", message: "乙。" },
    { row: 3, outcome: "duplicate" as const, code: "ingest.duplicate", message: "丙。" },
  ];

  test("give each row one fate: the first issue's code, every issue's words", () => {
    const answers = answersOf(page, { state: "done", issues, accepted: new Set([1]) }, say);
    expect(answers.map((one) => [one.outcome, one.code, one.message])).toEqual([
      ["accepted", null, null],
      ["rejected", "ingest.date-future", "甲。 乙。"],
      ["duplicate", "ingest.duplicate", "丙。"],
      ["skipped", "connector.template-row", "〔connector.template-row〕"],
    ]);
  });

  test("of a withdrawn batch say so", () => {
    const answers = answersOf(page, { state: "withdrawn", issues, accepted: null }, say);
    expect(answers.map((one) => one.code)).toEqual([
      "connector.withdrawn",
      "ingest.date-future",
      "ingest.duplicate",
      "connector.withdrawn",
    ]);
  });
});

test("times are written as in Shanghai", () => {
  expect(writtenTime(Date.parse("2026-09-08T16:00:00Z"))).toBe("2026-09-09 00:00:00");
});

test("pauses double after each failure, up to six hours, and never fall below the schedule", () => {
  expect([0, 1, 2, 3, 30].map((failures) => pauseAfter(300, failures))).toEqual([300, 600, 1200, 2400, 21_600]);
  expect(pauseAfter(86_400, 5)).toBe(86_400);
});
