// The shipped cases of policy/repair.
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import type { Day } from "../../../kernel/day.ts";
import { loadCalendar } from "../../../policy/calendar.ts";
import { policyAt } from "../../../policy/load.ts";
import { readRepairCases } from "../../../policy/repair.ts";
import type { PolicySnapshot } from "../../../policy/snapshot.ts";
import { judgeApplying } from "./eligible.ts";
import { repairCaseFaults } from "./play.ts";

const SHIPPED = fileURLToPath(new URL("../../../../../policy", import.meta.url));
const load = loadCalendar([SHIPPED], "990100");
if (!load.ok) throw new Error(JSON.stringify(load.faults));
const { calendar } = load;
const cases = readRepairCases([SHIPPED], "990100");

function policyOn(day: Day): PolicySnapshot {
  const made = policyAt({ folders: [SHIPPED], region: "990100", day });
  if (!made.ok) throw new Error(JSON.stringify(made.faults));
  return made.snapshot;
}

test("there are cases of both kinds", () => {
  expect(cases.filter(({ decision }) => decision !== undefined).length).toBeGreaterThan(10);
  expect(cases.filter(({ given }) => given !== undefined).length).toBeGreaterThan(25);
});

test.each(cases.map((one) => [one.case, one] as const))("%s", (_, one) => {
  expect(repairCaseFaults(one, { policyOn, calendar })).toEqual([]);
});

const decisions = cases.flatMap(({ case: name, decision }) =>
  decision === undefined ? [] : ([[name, decision]] as const),
);

test.each(decisions)("a refusal names its article: %s", (_, decision) => {
  const verdict = judgeApplying({ ...decision, kind: "repair" }, policyOn(decision.day), decision.day);
  if (!verdict.ok) expect(verdict.refusal.article).toMatch(/^[a-z]/);
});

test("a case that expects another thing is told what came", () => {
  const [one] = cases.filter(({ then, decision }) => decision !== undefined && then.from !== undefined);
  if (one === undefined) return expect.fail();
  const other = structuredClone(one);
  Object.assign(other.then, { from: "2001-01-01", refused: "repair.over" });
  const told = repairCaseFaults(other, { policyOn, calendar });
  expect(told).toContain(`from: ${one.then.from ?? ""} (2001-01-01)`);
  expect(told).toContain(`refused: ${one.then.refused ?? "-"} (repair.over)`);
});
