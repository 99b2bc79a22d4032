// The jurist's cases of policy/access/cases.yaml, by the same rules as the running platform.
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { granted } from "../../kernel/refusal.ts";
import type { Outcome } from "../../kernel/refusal.ts";
import type { AccessCase } from "../../policy/access-file.ts";
import { readAccessCases } from "../../policy/cases.ts";
import { policyAt } from "../../policy/load.ts";
import { grantByDuty, officeOf } from "./rules/right.ts";

const folders = [fileURLToPath(new URL("../../../../policy", import.meta.url))];
const region = "990100";

function decide({ given }: AccessCase): Outcome<readonly string[]> {
  const loaded = policyAt({ folders, region, day: given.day });
  if (!loaded.ok) throw new Error(`the policy of ${given.day} has faults`);
  const { access } = loaded.snapshot;
  const office = officeOf(access, { office: given.office, purpose: given.purpose, matters: [given.matter] });
  if (!office.ok) return office;
  const right = grantByDuty(access, given);
  return right.ok ? granted([...right.value.grant.entries]) : right;
}

describe("policy/access/cases.yaml", () => {
  const cases = readAccessCases(folders, region);
  test("has cases", () => expect(cases.length).toBeGreaterThan(8));
  test.each(cases.map((one) => [one.case, one] as const))("%s", (_, one) => {
    const outcome = decide(one);
    expect(outcome.ok ? { entries: outcome.value } : { refused: outcome.refusal.code }).toEqual(one.then);
  });
});
