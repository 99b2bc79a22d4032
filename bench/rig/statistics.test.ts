import { expect, test } from "vitest";
import { median, percentile, rounded } from "./statistics.ts";

test("the median of an even number of values lies between the two in the middle", () => {
  expect(median([3])).toBe(3);
  expect(median([9, 1, 5])).toBe(5);
  expect(median([4, 1, 3, 2])).toBe(2.5);
  expect(median([])).toBeNaN();
});

test("a percentile is one of the values", () => {
  const values = Array.from({ length: 100 }, (_, at) => 100 - at);
  expect(percentile(values, 0.5)).toBe(50);
  expect(percentile(values, 0.95)).toBe(95);
  expect(percentile([7], 0.95)).toBe(7);
});

test("figures are told with three digits", () => {
  expect(rounded(12_345)).toBe(12_300);
  expect(rounded(0.123_456)).toBe(0.123);
});
