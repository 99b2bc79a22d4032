import { describe, expect, test } from "vitest";
import { fileURLToPath } from "node:url";
import type { Day } from "../../kernel/day.ts";
import { policyAt } from "../../policy/load.ts";
import { readMeasureCases } from "../../policy/measures-part.ts";
import type { PolicySnapshot } from "../../policy/snapshot.ts";
import { measureCaseFaults, playMeasureCase } from "./service/cases.ts";

const folders = [fileURLToPath(new URL("../../../../policy", import.meta.url))];
const region = "990100";
const cases = readMeasureCases(folders, region);

function policyOn(day: Day): PolicySnapshot {
  const load = policyAt({ folders, region, day });
  if (!load.ok) throw new Error(JSON.stringify(load.faults[0]));
  return load.snapshot;
}

describe("the cases of policy/measures/cases.yaml", () => {
  test("there are enough to read", () => expect(cases.length).toBeGreaterThanOrEqual(20));
  test.each(cases.map((one) => [one.case, one] as const))("%s", (_title, one) => {
    expect(measureCaseFaults(playMeasureCase(policyOn(one.given.day), one), one)).toEqual([]);
  });
});

describe("a case that does not hold says what differs", () => {
  const one = cases.find(({ then: { measures } }) => measures.some((wanted) => typeof wanted !== "string"));
  if (one === undefined) throw new Error("no case with a last day");
  const told = playMeasureCase(policyOn(one.given.day), one);
  const [first] = told;
  test.each([
    ["one is missing", told.slice(1), [`- ${first?.measure}`]],
    ["one is told that nobody expects", [...told, { measure: "other", until: null }], ["+ other"]],
    [
      "another last day",
      told.map((each) => ({ ...each, until: "2000-01-01" as Day })),
      [`${first?.measure}: 2000-01-01 (${first?.until})`],
    ],
  ])("%s", (_, given, said) => {
    expect(measureCaseFaults(given, one)).toEqual(said);
  });
});
