import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { addDays, addMonths, lastDayOf } from "../../../kernel/day.ts";
import type { CountingConvention, Day } from "../../../kernel/day.ts";
import type { PublicityPolicy, Severity } from "../../../policy/publicity-rule.ts";
import { publicity } from "./clock.ts";
import type { PublicityFacts } from "./clock.ts";
import { arbitraryFacts, testPolicy } from "../test-policy.ts";

const day = (text: string): Day => text as Day;
const penalty = { publicityRule: "severity-term" };
const bare: PublicityFacts = {
  severity: "general",
  decidedOn: day("2026-05-10"),
  validFrom: null,
  validUntil: null,
  providerShownUntil: null,
  receivedOn: day("2026-05-12"),
};
const judge = (facts: Partial<PublicityFacts>, convention?: CountingConvention, entry = penalty) =>
  publicity({
    entry,
    facts: { ...bare, ...facts },
    policy: testPolicy,
    ...(convention === undefined ? {} : { convention }),
  });

describe("terms by severity", () => {
  test.each<[Severity | null, boolean, string | null, string | null]>([
    ["minor", false, null, "2026-05-10"],
    ["general", true, "2027-05-10", "2026-08-11"],
    ["serious", true, "2029-05-10", "2027-05-11"],
    ["unclassified", true, "2027-05-10", "2026-08-11"],
    [null, true, "2027-05-10", "2026-08-11"],
  ])("%s: shown %s until %s, repairable from %s", (severity, shown, until, repairable) => {
    expect(judge({ severity })).toMatchObject({ shown, shownUntil: until, repairableFrom: repairable });
  });

  test("the last day is one earlier where the start day counts", () => {
    expect(judge({}, "start-counted")).toMatchObject({ shownUntil: "2027-05-09", repairableFrom: "2026-08-10" });
  });

  test.each([
    ["2028-02-29", "2029-02-28"],
    ["2027-02-28", "2028-02-28"],
    ["2026-08-31", "2027-08-31"],
  ])("a decision of %s is shown through %s", (decidedOn, until) => {
    expect(judge({ decidedOn: day(decidedOn), receivedOn: day(decidedOn) }).shownUntil).toBe(until);
  });

  test("repair of a decision of 30 November can be asked for on 1 March", () => {
    expect(judge({ decidedOn: day("2026-11-30") }).repairableFrom).toBe("2027-03-01");
  });

  test("an unclassified record is never worse off than a general one, whatever a pack says", () => {
    const harsh = withTerm({ shown: true, monthsMin: 12, monthsMax: 36 });
    const judged = publicity({ entry: penalty, facts: { ...bare, severity: null }, policy: harsh });
    expect(judged).toMatchObject({ shownUntil: "2027-05-10", repairableFrom: "2026-08-11", reason: "term-as-general" });
  });

  test("without a decision day no term can be computed, so nothing is shown", () => {
    expect(judge({ decidedOn: null })).toMatchObject({
      shown: false,
      from: null,
      shownUntil: null,
      reason: "no-decision-day",
    });
  });

  test("a term that ran out before the record came in is never shown", () => {
    expect(judge({ decidedOn: day("2017-03-01") })).toMatchObject({
      shown: false,
      from: null,
      reason: "over-before-received",
    });
  });
});

describe("which edition governs", () => {
  test("a decision on the first day of the present edition falls under it", () => {
    expect(judge({ decidedOn: day("2026-04-01"), severity: "serious" })).toMatchObject({
      edition: "new",
      shownUntil: "2029-04-01",
    });
  });

  test("a decision of the day before takes the earlier end", () => {
    expect(judge({ decidedOn: day("2026-03-31") })).toMatchObject({ edition: "new", shownUntil: "2027-03-31" });
    expect(judge({ decidedOn: day("2026-03-31"), severity: "serious" })).toMatchObject({
      edition: "old",
      shownUntil: "2028-03-31",
    });
  });

  test("a decision before every edition takes the present one", () => {
    expect(judge({ decidedOn: day("2018-01-01") }).edition).toBe("new");
  });

  test("an edition that is not yet in force shortens nothing", () => {
    const facts = { ...bare, decidedOn: day("2026-03-01"), receivedOn: day("2026-03-02") };
    const judged = publicity({ entry: penalty, facts, policy: testPolicy, on: day("2026-03-31") });
    expect(judged).toMatchObject({ edition: "old", shownUntil: "2028-03-01" });
  });
});

describe("the provider's own end", () => {
  test("shortens", () => {
    expect(judge({ providerShownUntil: day("2026-12-31") })).toMatchObject({
      shownUntil: "2026-12-31",
      reason: "provider-end",
    });
  });
  test("never lengthens", () => {
    expect(judge({ providerShownUntil: day("2030-01-01") })).toMatchObject({
      shownUntil: "2027-05-10",
      reason: "term",
    });
  });
  test("does not bring a minor record onto the page", () => {
    expect(judge({ severity: "minor", providerShownUntil: day("2026-12-31") })).toMatchObject({
      shown: false,
      shownUntil: null,
    });
  });
});

describe("records with an end of their own, or none", () => {
  const permit = { publicityRule: "valid-until" };
  test.each([
    ["2028-06-30", "2028-06-30", "valid-until"],
    [null, null, "no-fixed-end"],
    ["2099-12-31", null, "no-fixed-end"],
  ])("valid until %s: shown until %s", (validUntil, until, reason) => {
    const judged = judge({ validUntil: validUntil as Day | null, decidedOn: null }, undefined, permit);
    expect(judged).toMatchObject({ shown: true, shownUntil: until, repairableFrom: null, reason });
  });
  test("a register entry is shown until an end is recorded", () => {
    expect(judge({}, undefined, { publicityRule: "until-ended" })).toMatchObject({
      shown: true,
      shownUntil: null,
      reason: "until-ended",
    });
  });
  test("an entry without a rule is never on the page", () => {
    expect(publicity({ entry: { publicityRule: null }, facts: bare, policy: testPolicy })).toMatchObject({
      shown: false,
      reason: "no-rule",
    });
  });
});

/** The slow, obvious reading: count the months one calendar day at a time. */
function walk(from: Day, months: number, convention: CountingConvention): Day {
  const [year = 0, month = 0, dayOfMonth = 0] = from.split("-").map(Number);
  const wanted = (month - 1 + months) % 12;
  const wantedYear = year + Math.floor((month - 1 + months) / 12);
  let last = from;
  for (let at = from; ; at = addDays(at, 1)) {
    const [y = 0, m = 0, d = 0] = at.split("-").map(Number);
    if (y > wantedYear || (y === wantedYear && m - 1 > wanted)) break;
    if (y === wantedYear && m - 1 === wanted && d > dayOfMonth) break;
    last = at;
  }
  return convention === "start-counted" ? addDays(last, -1) : last;
}

test("the clock agrees with a walk through the calendar", () => {
  fc.assert(
    fc.property(
      arbitraryFacts(),
      fc.constantFrom<CountingConvention>("start-counted", "start-not-counted"),
      (facts, convention) => {
        const { shownUntil, edition, severity } = publicity({ entry: penalty, facts, policy: testPolicy, convention });
        if (facts.decidedOn === null || severity === null || edition === null || shownUntil === null) return;
        const rule = testPolicy.rules[0];
        const terms =
          rule?.kind === "severity-term" ? rule.editions.find((one) => one.id === edition)?.terms : undefined;
        const end = walk(facts.decidedOn, terms?.[severity].monthsMax ?? 0, convention);
        const stated = facts.providerShownUntil;
        expect(shownUntil).toBe(stated !== null && stated < end ? stated : end);
      },
    ),
    { numRuns: 150 },
  );
});

test("no one ever asks for repair later than the record leaves the page by itself", () => {
  fc.assert(
    fc.property(arbitraryFacts(), (facts) => {
      const judged = publicity({ entry: penalty, facts: { ...facts, providerShownUntil: null }, policy: testPolicy });
      if (judged.repairableFrom === null || judged.shownUntil === null) return;
      expect(judged.repairableFrom <= addDays(judged.shownUntil, 1)).toBe(true);
    }),
  );
});

test("the end never moves back when the decision is later", () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 9000 }), fc.integer({ min: 1, max: 36 }), (start, months) => {
      const from = addDays(day("2010-01-01"), start);
      const ends = [from, addDays(from, 1)].map((one) =>
        lastDayOf({ from: one, months, convention: "start-not-counted" }),
      );
      expect((ends[0] ?? "") <= (ends[1] ?? "")).toBe(true);
      expect(addMonths(from, 0)).toBe(from);
    }),
  );
});

function withTerm(unclassified: { shown: boolean; monthsMin: number; monthsMax: number }): PublicityPolicy {
  return {
    ...testPolicy,
    rules: testPolicy.rules.map((rule) =>
      rule.kind !== "severity-term"
        ? rule
        : { ...rule, editions: rule.editions.map((one) => ({ ...one, terms: { ...one.terms, unclassified } })) },
    ),
  };
}
