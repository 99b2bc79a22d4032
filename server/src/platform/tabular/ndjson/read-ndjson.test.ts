import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readBytes, readText, refusalOf, wide } from "../test-files.ts";
import { parseFlatObject } from "./flat-object.ts";

describe("objects become rows", () => {
  test("numbers keep their source text, null and missing keys are absent, words are words", async () => {
    const { headers, rows } = await readText(
      '{"代码":911234567890123456,"额":1.50,"撤":true,"址":null}\n\n{"额":-2E+5,"代码":""}\n',
    );
    expect(headers).toEqual([{ sheet: null, line: 1, heads: ["代码", "额", "撤", "址"] }]);
    expect(rows).toEqual([
      { line: 1, sheet: null, cells: ["911234567890123456", "1.50", "true", null] },
      { line: 3, sheet: null, cells: ["", "-2E+5", null, null] },
    ]);
  });

  test("a new key announces the heads anew", async () => {
    const { headers, rows } = await readText('{"a":"1"}\n{"b":"2"}\n{"a":"3"}');
    expect(headers.map(({ line, heads }) => [line, heads])).toEqual([
      [1, ["a"]],
      [2, ["a", "b"]],
    ]);
    expect(rows.map(({ cells }) => cells)).toEqual([["1"], [null, "2"], ["3", null]]);
  });

  test("names of built-in properties are keys like others", async () => {
    const { headers } = await readText('{"__proto__":"1","constructor":"2"}\n');
    expect(headers[0]?.heads).toEqual(["__proto__", "constructor"]);
  });

  test("escapes are read, controls and half pairs are kept and noted", async () => {
    const { rows } = await readText(String.raw`{"a":"\u4e2d\n\"\\","b":"\u0000","c":"\ud800"}`);
    expect(rows[0]?.cells).toEqual(['中\n"\\', "\0", "\ud800"]);
    expect(rows[0]?.notes?.map(({ column }) => column)).toEqual([1, 2]);
  });

  test("CRLF and a byte order mark do no harm", async () => {
    expect((await readText('\ufeff{"a":"1"}\r\n{"a":"2"}\r\n')).rows).toHaveLength(2);
  });
});

describe("refusals", () => {
  const limits = { ...wide, cellMax: 50, columnsMax: 3, lineMax: 200 };
  test.each([
    ["an object inside", '{"a":"1"}\n{"a":{"b":1}}', "tabular.nested@2"],
    ["a list inside", '{"a":[1]}', "tabular.nested@1"],
    ["a key twice", '{"a":1,"a":1}', "tabular.duplicate-key@1"],
    ["a key twice, once escaped", String.raw`{"a":1,"\u0061":1}`, "tabular.duplicate-key@1"],
    ["no object", '{"a":1}\nabc', "tabular.bad-json@2"],
    ["cut off", '{"a":1}\n{"a":"x', "tabular.bad-json@2"],
    ["two objects on a line", '{"a":1}{"a":2}', "tabular.bad-json@1"],
    ["a number with leading zero", '{"a":01}', "tabular.bad-json@1"],
    ["a comma too many", '{"a":1,}', "tabular.bad-json@1"],
    ["many keys", '{"a":1,"b":2,"c":3,"d":4}', "tabular.too-many-columns@1"],
    ["a long cell", `{"a":"${"x".repeat(51)}"}`, "tabular.cell-too-long@1"],
    ["a long line", `{"a":1}\n{"a":${" ".repeat(300)}1}`, "tabular.line-too-long@2"],
    ["only empty objects", "{}\n{}\n", "tabular.empty"],
  ])("%s", async (_, text, refusal) => {
    expect(await refusalOf(readText(text, { limits }))).toBe(refusal);
  });
});

describe("properties", () => {
  const value = fc.oneof(
    fc.string(),
    fc.string({ unit: "binary" }),
    fc.double({ noNaN: true, noDefaultInfinity: true }),
    fc.boolean(),
    fc.constant(null),
  );

  test("flat objects are read as JSON.parse reads them", () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), value), (object) => {
        const source = JSON.stringify(object);
        const { keys, values } = parseFlatObject(source, 1);
        const expected = Object.entries(object).map(([key, given]) => [
          key,
          given === null ? null : typeof given === "string" ? given : JSON.stringify(given),
        ]);
        expect(keys.map((key, index) => [key, values[index]])).toEqual(expected);
      }),
    );
  });

  test("whatever JSON.parse refuses is refused", async () => {
    const unit = fc.constantFrom(
      "{",
      "}",
      '"',
      ":",
      ",",
      "a",
      "1",
      "-",
      ".",
      "e",
      " ",
      "\\",
      "u",
      "0",
      "null",
      "true",
      "[",
      "]",
      "\t",
    );
    await fc.assert(
      fc.asyncProperty(fc.string({ unit, maxLength: 20 }), fc.integer({ min: 1, max: 9 }), async (middle, size) => {
        const text = `{"k":1${middle}}`;
        const refusal = await refusalOf(readBytes(Buffer.from(text), { format: "ndjson" }, size));
        let isObject = true;
        try {
          JSON.parse(text);
        } catch {
          isObject = false;
        }
        if (!isObject) expect(refusal).toMatch(/bad-json|nested|duplicate/);
        else expect(refusal).toMatch(/none|nested|duplicate/);
      }),
      { numRuns: 1000 },
    );
  });
});
