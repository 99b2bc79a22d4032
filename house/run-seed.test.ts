import fc from "fast-check";
import { expect, inject, test } from "vitest";
import { runSeed } from "./run-seed.ts";

test.each([
  ["the one asked for", "12", "ffffffffff", 12],
  ["the commit's", undefined, "00000ff123", 255],
  ["the same for every archive", undefined, "0", 0],
] as const)("a run draws from %s", (_, asked, commit, seed) => {
  expect(runSeed(asked, commit)).toBe(seed);
});

test("a seed that is no number is refused", () => {
  expect(() => runSeed("abc", "0")).toThrow("XINHENG_SEED");
});

test("the properties of this run draw from its seed", () => {
  expect(fc.readConfigureGlobal().seed).toBe(inject("seed"));
});
