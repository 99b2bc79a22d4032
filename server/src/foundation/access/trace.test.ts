import fc from "fast-check";
import { expect, test } from "vitest";
import { isUscc } from "../../kernel/uscc.ts";
import type { Trace } from "../audit/index.ts";
import { isMadeHere, traceOutcome, withoutSubjects } from "./rules/trace.ts";

const trace: Trace = {
  entry: "0c0e8d3c-0000-4000-8000-000000000001",
  at: new Date(0),
  ordinal: 1,
  account: "7b0c2f3e-0000-4000-8000-000000000001",
  role: "clerk",
  organisation: "11990100990001378K",
  organisationName: "示例市市场监督管理局",
  action: "ingest.finish",
  target: "01a08376-dc00-7b04-8255-44629bcffbe5",
  count: 3,
  reasoned: false,
};

test.each([
  ["01a08376-dc00-7b04-8255-44629bcffbe5", true],
  ["000102030405060708090a0b0c0d0e0f", true],
  ["mS9_kQ2b-4yTzR7dVxW1aA", true],
  ["91990100MA0XH00501", false],
  ["11990100990001378K/penalty", false],
  ["instance", false],
  ["示例市试行2号商贸有限公司", false],
  ["", false],
])("%s was made here: %s", (target, made) => {
  expect(isMadeHere(target)).toBe(made);
  expect(withoutSubjects({ ...trace, target }).target).toBe(made ? target : null);
});

test("no code of a subject is ever taken for an id of ours", () => {
  fc.assert(
    fc.property(fc.stringMatching(/^[0-9A-Z]{18}$/u), (code) => {
      expect(isMadeHere(code)).toBe(false);
    }),
  );
  expect(isUscc("91990100MA0XH00501") && isMadeHere("91990100MA0XH00501")).toBe(false);
});

test("an enterprise that acts for itself is not named; an office is", () => {
  expect(withoutSubjects({ ...trace, role: "enterprise" })).toMatchObject({
    organisation: null,
    organisationName: null,
  });
  expect(withoutSubjects(trace)).toEqual(trace);
  expect(withoutSubjects({ ...trace, account: null, role: null, organisation: null, target: null }).target).toBeNull();
});

test.each([
  ["ingest.finish", "done"],
  ["ingest.fail", "failed"],
  ["approval.approved", "done"],
  ["approval.refused", "refused"],
  ["approval.withdrawn", "withdrawn"],
])("%s is %s", (action, outcome) => {
  expect(traceOutcome(action)).toBe(outcome);
});
