import fc from "fast-check";
import { expect, test } from "vitest";
import { readBytes } from "./test-files.ts";
import { csvCell, writeCsv } from "./write-csv.ts";

test.each([
  ["甲", "甲"],
  [null, ""],
  ["=1+1", "'=1+1"],
  ["+86", "'+86"],
  ["-5", "'-5"],
  ["@SUM(A1)", "'@SUM(A1)"],
  ["\tx", "'\tx"],
  ["\rx", '"\'\rx"'],
  ["＝1", "'＝1"],
  ['a"b', '"a""b"'],
  ["a,b", '"a,b"'],
  ["a\nb", '"a\nb"'],
  [" a", '" a"'],
  ["a=b", "a=b"],
])("%j is written as %j", (value, text) => {
  expect(csvCell(value)).toBe(text);
});

test("no written cell begins as a formula, and the reader gives the same table back", async () => {
  const cell = fc.string({
    unit: fc.constantFrom("=", "+", "-", "@", "\t", "\r", "\n", '"', ",", "甲", "1", " "),
    maxLength: 5,
  });
  await fc.assert(
    fc.asyncProperty(fc.array(fc.tuple(fc.constant("某"), cell), { minLength: 1, maxLength: 5 }), async (table) => {
      let text = "";
      for await (const piece of writeCsv([["名称", "值"], ...table])) text += piece;
      const isHeader = (cells: readonly unknown[]): boolean => cells[0] === "名称";
      const { rows } = await readBytes(Buffer.from(text), { isHeader });
      const guarded = table.map(([name, value]) => [name, /^[=+\-@\t\r\n]/.test(value) ? `'${value}` : value]);
      expect(rows.map(({ cells }) => cells)).toEqual(guarded);
    }),
    { numRuns: 200 },
  );
});

test("a row of one empty cell is still a row", async () => {
  const pieces: string[] = [];
  for await (const piece of writeCsv([[""], ["a"]])) pieces.push(piece);
  expect(pieces.join("")).toBe('\ufeff""\r\na\r\n');
});
