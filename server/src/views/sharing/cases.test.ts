// The jurist's cases of policy/access/cases.yaml, by the same rules as the running platform.
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import type { AccessCase } from "../../policy/access-file.ts";
import { readAccessCases } from "../../policy/cases.ts";
import { policyAt } from "../../policy/load.ts";
import { playAccessCase } from "./rules/play.ts";

const folders = [fileURLToPath(new URL("../../../../policy", import.meta.url))];
const region = "990100";

function played(one: AccessCase): AccessCase["then"] {
  const loaded = policyAt({ folders, region, day: one.given.day });
  if (!loaded.ok) throw new Error(`the policy of ${one.given.day} has faults`);
  return playAccessCase(loaded.snapshot.access, one);
}

describe("policy/access/cases.yaml", () => {
  const cases = readAccessCases(folders, region);
  test("has cases", () => expect(cases.length).toBeGreaterThan(8));
  test.each(cases.map((one) => [one.case, one] as const))("%s", (_, one) => expect(played(one)).toEqual(one.then));
});
