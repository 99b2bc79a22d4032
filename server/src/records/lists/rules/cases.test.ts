import { expect, test } from "vitest";
import { readListCases } from "../../../policy/lists-part.ts";
import { REGION, shippedCalendar, shippedOn, SHIPPED } from "../test-cases.ts";
import { playListCase } from "./play.ts";

const calendar = shippedCalendar();
const cases = readListCases([SHIPPED], REGION);

test("there are cases of every live list and of every kind of refusal that a jurist would look for", () => {
  expect(cases.length).toBeGreaterThanOrEqual(35);
});

test.for(cases.map((one) => [one.case, one] as const))("%s", ([, one]) => {
  const outcome = playListCase(one, { policyOn: shippedOn, calendar });
  if ("refused" in one.then) {
    expect(outcome.ok ? "granted" : outcome.refusal.code).toBe(one.then.refused);
    if (!outcome.ok) {
      expect(outcome.refusal.availableFrom).toBe(one.then.from);
      expect(outcome.refusal.article).toMatch(/^[a-z]/);
    }
    return;
  }
  expect(outcome.ok ? "granted" : outcome.refusal.code).toBe("granted");
  if (outcome.ok && one.then.until !== undefined) expect(outcome.value?.validUntil ?? null).toBe(one.then.until);
});
