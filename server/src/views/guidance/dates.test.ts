import { describe, expect, test } from "vitest";
import { addDays } from "../../kernel/day.ts";
import type { Day } from "../../kernel/day.ts";
import { readCases } from "../../policy/cases.ts";
import { publicity } from "../visibility/index.ts";
import { datesModel, severities } from "./rules/dates.ts";
import type { DatesModel } from "./rules/dates.ts";
import { folders, region, shipped } from "./test-site.ts";

const TODAY = "2026-09-09";
const ask = (decided: string | null, severity: string | null = "general", today = TODAY): DatesModel =>
  datesModel({ decided, severity }, { policy: shipped(today), clock: publicity });

/** Those of the shipped cases that ask what the calculator is asked: the term alone, today's counting. */
const cases = readCases(folders, region).filter(
  (one) =>
    one.entry === "penalty" &&
    one.convention === null &&
    one.ended === null &&
    one.providerShownUntil === null &&
    one.received === one.decidedOn,
);

describe("the calculator agrees with the cases that the policy comes with", () => {
  test("which are many", () => expect(cases.length).toBeGreaterThan(20));

  test.each(cases.map((one) => [one.title, one] as const))("%s", (_, one) => {
    const policy = { ...shipped(TODAY), day: one.day };
    const asked = { decided: one.decidedOn, severity: one.severity ?? "unclassified" };
    const { answer, faults } = datesModel(asked, { policy, clock: publicity });
    expect(faults).toEqual([]);
    const shown = answer !== null && answer.shown && !answer.over;
    expect(shown).toBe(one.expected.shown);
    if (one.expected.shownUntil !== undefined) {
      expect(answer?.shown === true ? answer.until : null).toBe(one.expected.shownUntil);
    }
    if (one.expected.repairableFrom !== undefined) {
      expect(answer?.repairableFrom).toBe(one.expected.repairableFrom);
    }
  });
});

describe("what is asked", () => {
  test("nothing yet is no fault", () => {
    expect(ask(null)).toMatchObject({ faults: [], answer: null, asked: { decided: "" } });
  });

  test.each(["2026-06-18", "2026年6月18日", "20260618", "２０２６-６-１８", "2026/6/18"])("%s is read", (written) => {
    expect(ask(written).answer?.decidedOn).toBe("2026-06-18");
  });

  test.each([
    ["", { reason: "empty" }],
    ["去年", { reason: "shape" }],
    ["26-6-18", { reason: "two-digit-year" }],
    ["2026年9月31日", { reason: "impossible", month: 9, dayOfMonth: 31 }],
    ["20260931", { reason: "impossible", month: 9, dayOfMonth: 31 }],
    ["2025-2-29", { reason: "impossible", month: 2, dayOfMonth: 29 }],
    ["2026-13-01", { reason: "impossible", month: 13, dayOfMonth: 1 }],
    ["2026-09-10", { reason: "future", today: TODAY }],
  ])("%s is refused with its reason, and stays as it was typed", (written, fault) => {
    expect(ask(written)).toMatchObject({
      faults: [{ field: "decided", ...fault }],
      answer: null,
      asked: { decided: written },
    });
  });

  test("today itself is no future, and an unknown severity is refused beside the day", () => {
    expect(ask(TODAY).answer?.decidedOn).toBe(TODAY);
    expect(ask("2026-9-31", "grave").faults.map(({ field }) => field)).toEqual(["decided", "severity"]);
  });
});

describe("what is answered", () => {
  test("an older decision shows both rules, and which of them governs", () => {
    const { answer } = ask("2025-06-15", "unclassified");
    expect(answer?.candidates.map(({ chosen, shownUntil }) => [chosen, shownUntil])).toEqual([
      [false, "2028-06-15"],
      [true, "2026-06-15"],
    ]);
    expect(answer?.over).toBe(true);
  });

  test("one decided before any rule of classes goes by the present one alone", () => {
    const { answer } = ask("2019-01-01", "serious");
    expect(answer?.candidates).toMatchObject([{ chosen: true, covers: false }]);
  });

  test("a minor one has the last day of its exception, and may be repaired at once", () => {
    const { answer } = ask("2026-08-01", "minor");
    expect(answer).toMatchObject({ shown: false, until: "2026-11-01", repairableFrom: "2026-08-01", over: false });
  });

  test("each severity names its article and how far it was checked", () => {
    for (const severity of severities) {
      expect(ask("2026-06-18", severity).answer?.citation).toMatchObject({ mark: "verified" });
      expect(ask("2026-06-18", severity).answer?.conventionCitation.mark).toBe("unverified");
    }
  });

  test("on its last day it is not over, on the next it is", () => {
    const last = "2027-06-18" as Day;
    const on = (day: Day): boolean | undefined =>
      datesModel(
        { decided: "2026-06-18", severity: "general" },
        { policy: { ...shipped(TODAY), day }, clock: publicity },
      ).answer?.over;
    expect(on(last)).toBe(false);
    expect(on(addDays(last, 1))).toBe(true);
  });
});
