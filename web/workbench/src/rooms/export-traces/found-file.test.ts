import { expect, test } from "vitest";
import { headOf, kilobytesOf } from "./found-file.ts";

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);
const textOf = (bytes: Uint8Array): string => new TextDecoder().decode(bytes);

test.each([
  ["a\nb\nc\n", 100, "a\nb\nc\n"],
  ["aa\nbb\ncc\n", 7, "aa\nbb\n"],
  ["aa\nbb\n", 6, "aa\nbb\n"],
  ["aaaaaa", 3, "aaa"],
])("of %o at most %i bytes are %o", (text, most, head) => {
  expect(textOf(headOf(bytesOf(text), most))).toBe(head);
});

test("a small file is a kilobyte", () => {
  expect([kilobytesOf(3), kilobytesOf(1600)]).toEqual([1, 2]);
});
