import { expect, test } from "vitest";
import { nameRuns, runs } from "./difference.ts";

const marked = (found: readonly { text: string; differs: boolean }[]): string =>
  found.map(({ text, differs }) => (differs ? `[${text}]` : text)).join("");

test.each([
  ["91990100MA0XH00501", "91990100MA0XH00501", "91990100MA0XH00501"],
  ["91990100MA0XH00510", "91990100MA0XH00501", "91990100MA0XH005[10]"],
  ["9199", "91990100", "9199"],
  ["91990100", "9199", "9199[0100]"],
])("%s beside %s: %s", (mine, theirs, wanted) => {
  expect(marked(runs(mine, theirs))).toBe(wanted);
});

test.each([
  ["示例市甲公司", "示例市甲公司", "示例市甲公司"],
  ["示例市别家商贸有限公司", "示例市云岭商贸有限公司", "示例市[别家]商贸有限公司"],
  ["示例市甲公司", "示例市甲乙公司", "示例市甲公司"],
  ["示例市甲乙公司", "示例市甲公司", "示例市甲[乙]公司"],
  ["甲", "乙", "[甲]"],
])("%s beside %s: %s", (mine, theirs, wanted) => {
  expect(marked(nameRuns(mine, theirs))).toBe(wanted);
});
