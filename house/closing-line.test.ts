import { expect, test } from "vitest";
import { closingOf } from "./closing-line.ts";

const none = { numPassedTests: 0, numFailedTests: 0, numPendingTests: 0, numTodoTests: 0, testResults: [] };

test.each([
  ["all green", { ...none, numPassedTests: 3 }, 0, "3 passed, 0 failed", 0],
  ["one red", { ...none, numPassedTests: 2, numFailedTests: 1 }, 1, "2 passed, 1 failed", 1],
  ["skipped are told", { ...none, numPassedTests: 2, numPendingTests: 4 }, 0, "2 passed, 0 failed, 4 skipped", 0],
  [
    "a file that broke before its first test",
    { ...none, numPassedTests: 2, testResults: [{ status: "failed", assertionResults: [] }] },
    1,
    "2 passed, 1 failed",
    1,
  ],
  ["a runner that fails and names nothing", { ...none, numPassedTests: 2 }, 1, "2 passed, 1 failed", 1],
  ["no test at all", none, 0, "0 passed, 1 failed", 1],
] as const)("%s → the closing line says so", (_, report, runnerExitCode, line, exitCode) => {
  expect(closingOf(report, runnerExitCode)).toEqual({ line, exitCode });
});
