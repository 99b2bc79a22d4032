import { expect, test } from "vitest";
import { readHex, readNumber } from "./rules.ts";

test.each([
  ["0123456789abcdef0123", "0123456789abcdef0123"],
  [" 0123 4567 89AB CDEF 0123 ", "0123456789abcdef0123"],
  ["０１２３４５６７８９ａｂｃｄｅｆ０１２３", "0123456789abcdef0123"],
  ["0123456789abcdef012", null],
  ["0123456789abcdef01234", null],
  ["0123456789abcdefg123", null],
  ["", null],
])("a code typed as %s", (typed, read) => {
  expect(readHex(typed, 20)).toBe(read);
});

test.each([
  ["示市监信修字〔2026〕1号", "示市监信修字〔2026〕1号"],
  [" 示市监信修字 〔2026〕 1 号\n", "示市监信修字〔2026〕1号"],
  ["", null],
  ["　", null],
  ["号".repeat(101), null],
  ["号\u0000", null],
])("a number typed as %j", (typed, read) => {
  expect(readNumber(typed)).toBe(read);
});
