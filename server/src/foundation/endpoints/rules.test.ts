import { expect, test } from "vitest";
import { hasArrived, waitAfter } from "./rules.ts";

test.each([
  [0, 0],
  [1, 1000],
  [2, 2000],
  [3, 4000],
  [12, 2_048_000],
  [13, 3_600_000],
  [10_000, 3_600_000],
])("after %i tries in vain the next one waits %i ms", (failures, wait) => expect(waitAfter(failures)).toBe(wait));

test.each([
  [199, false],
  [200, true],
  [204, true],
  [299, true],
  [301, false],
  [410, false],
  [500, false],
])("an answer of %i says that it arrived: %s", (status, arrived) => expect(hasArrived(status)).toBe(arrived));
