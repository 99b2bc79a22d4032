import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readCsv, textOf, writeCsv } from "./table-text.ts";

describe("comma-separated text", () => {
  test("is read as it is meant", () => {
    expect(readCsv('\ufeffa,b\r\n"1,2","say ""no"""\r\n\r\n"two\nlines",')).toEqual([
      ["a", "b"],
      ["1,2", 'say "no"'],
      [""],
      ["two\nlines", ""],
    ]);
    expect(readCsv("")).toEqual([]);
  });

  test("what is written is read back", () => {
    const cell = fc.string({ unit: fc.constantFrom("a", ",", '"', "\n", "信", " ") });
    fc.assert(
      fc.property(fc.array(fc.array(cell, { minLength: 1 }), { minLength: 1 }), (rows) => {
        expect(readCsv(writeCsv(rows))).toEqual(rows);
      }),
    );
  });

  test("a cell that a spreadsheet would run is guarded", () => {
    expect(writeCsv([["=1+1", "-2", "信用"]], true)).toBe("\ufeff'=1+1,'-2,信用\r\n");
  });

  test("GB 18030 is read where it is not UTF-8", async () => {
    expect(await textOf(new Blob([new Uint8Array([0xd0, 0xc5, 0xba, 0xe2])]))).toBe("信衡");
    expect(await textOf(new Blob(["信衡"]))).toBe("信衡");
  });
});
