import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { given, hrefOf, matchPath, pathBelow, readQuery } from "./path.ts";

describe("paths", () => {
  test.each([
    ["/batches", "/batches", {}],
    ["/batches", "/batches/", {}],
    ["/batches", "/batches/1", null],
    ["/batches/:batch", "/batches/1", { batch: "1" }],
    ["/batches/:batch", "/batches/a%2Fb", { batch: "a/b" }],
    ["/batches/:batch", "/batches/%zz", null],
    ["/questions/:batch/:row", "/questions/1/2", { batch: "1", row: "2" }],
    ["/figures/rows", "/figures/other", null],
  ])("%s and %s: %j", (pattern, path, slots) => {
    expect(matchPath(pattern, path)).toEqual(slots);
  });

  test.each([
    ["/workbench", "/"],
    ["/workbench/", "/"],
    ["/workbench/batches", "/batches"],
  ])("%s is %s of the workbench", (path, below) => {
    expect(pathBelow(path)).toBe(below);
  });
});

describe("queries", () => {
  test("one state has one address", () => {
    expect(hrefOf("/batches", { state: "done", entry: "penalty", to: "", from: null })).toBe(
      "/workbench/batches?entry=penalty&state=done",
    );
    expect(hrefOf("/")).toBe("/workbench");
  });

  test("what is written is read back", () => {
    const word = fc.string({ minLength: 1, unit: fc.constantFrom("a", "&", "=", " ", "信", "%", "+", "/") });
    fc.assert(
      fc.property(fc.dictionary(word, word), (query) => {
        expect(readQuery(new URL(hrefOf("/x", query), "http://localhost").search)).toEqual(query);
      }),
    );
  });

  test("an empty value is none, and what is not there is not asked", () => {
    expect(readQuery("?a=&b=1&b=2")).toEqual({ b: "2" });
    expect(given({ a: undefined, b: 1, c: null })).toEqual({ b: 1, c: null });
  });
});
