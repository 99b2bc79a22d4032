import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { addDays } from "../../../kernel/day.ts";
import type { Day } from "../../../kernel/day.ts";
import { checkTexts, hashOfTexts, mayDraft, mayReadDrafts } from "./draft.ts";
import { earliestDay, mayTakeEffect, mayWithdraw } from "./release.ts";

const today = "2026-09-09" as Day;
const notice = { days: 30, basis: { source: "opinions-2025", article: "12" }, mark: "unverified" } as const;
const codeOf = (outcome: ReturnType<typeof mayTakeEffect>): string => (outcome.ok ? "yes" : outcome.refusal.code);

describe("from which day", () => {
  test.each([
    ["relief on the same day", "2026-09-09", false, "yes"],
    ["relief of a day gone by", "2026-09-08", false, "releases.past-day"],
    ["a worsening of a day gone by", "2026-09-08", true, "releases.past-day"],
    ["a worsening on the same day", "2026-09-09", true, "releases.notice-too-short"],
    ["a worsening a day too early", "2026-10-08", true, "releases.notice-too-short"],
    ["a worsening after its notice", "2026-10-09", true, "yes"],
  ] as const)("%s", (_, effective, worsens, code) => {
    expect(codeOf(mayTakeEffect(today, { effective: effective as Day, worsens, notice }))).toBe(code);
  });

  test("who is too early is told the day and the rule", () => {
    const refused = mayTakeEffect(today, { effective: today, worsens: true, notice });
    expect(refused).toMatchObject({ refusal: { availableFrom: "2026-10-09", article: "opinions-2025#12" } });
  });

  test("without a rule of notice nothing worsens, and relief goes on", () => {
    expect(codeOf(mayTakeEffect(today, { effective: "2027-01-01" as Day, worsens: true, notice: null }))).toBe(
      "releases.no-notice-rule",
    );
    expect(codeOf(mayTakeEffect(today, { effective: today, worsens: false, notice: null }))).toBe("yes");
  });

  test("the earliest day is the first that is granted", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 365 }), fc.boolean(), (days, worsens) => {
        const asked = { worsens, notice: { ...notice, days } };
        const earliest = earliestDay(today, asked);
        if (earliest === undefined) throw new Error("no day");
        expect(codeOf(mayTakeEffect(today, { ...asked, effective: earliest }))).toBe("yes");
        expect(codeOf(mayTakeEffect(today, { ...asked, effective: addDays(earliest, -1) }))).not.toBe("yes");
      }),
    );
  });
});

describe("taking back", () => {
  const of = (number: number, effective: string): { number: number; effective: Day; withdrawnAt: null } => ({
    number,
    effective: effective as Day,
    withdrawnAt: null,
  });
  const asked = (effective: string, standing: readonly ReturnType<typeof of>[]): string =>
    codeOf(mayWithdraw(today, of(3, effective), standing));

  test.each([
    ["on the day before its own", "2026-09-10", [], "yes"],
    ["on its own day", "2026-09-09", [], "releases.in-effect"],
    ["while a later one waits", "2026-09-10", [of(4, "2026-10-01")], "releases.later-stands"],
    ["while an earlier one waits", "2026-09-10", [of(2, "2026-10-01")], "yes"],
    ["while a later one is in effect", "2026-09-10", [of(4, "2026-09-09")], "yes"],
  ] as const)("%s", (_, effective, standing, code) => {
    expect(asked(effective, standing)).toBe(code);
  });

  test("twice", () => {
    const gone = { ...of(3, "2026-09-10"), withdrawnAt: new Date(0) };
    expect(codeOf(mayWithdraw(today, gone, []))).toBe("releases.already-withdrawn");
  });
});

describe("what a draft may be", () => {
  const code = (files: Readonly<Record<string, string>>): string => codeOf(checkTexts(files));

  test.each([
    [{ "sources.yaml": "sources: []" }, "yes"],
    [{}, "releases.no-files"],
    [{ "../sources.yaml": "" }, "releases.not-a-policy-file"],
    [{ "packs/x/region.yaml": "" }, "releases.not-a-policy-file"],
    [{ "catalogue/entries/../../x.yaml": "" }, "releases.not-a-policy-file"],
    [{ "region.yaml": "" }, "releases.fixed-file"],
    [{ "calendar/working-days.yaml": "" }, "releases.fixed-file"],
    [{ "sources.yaml": "x".repeat(1_000_001) }, "releases.too-large"],
    [{ "sources.yaml": "类".repeat(333_334) }, "releases.too-large"],
    [{ "sources.yaml": "类".repeat(333_333) }, "yes"],
  ])("%#", (files, expected) => {
    expect(code(files)).toBe(expected);
  });

  test("of too many files nothing is read", () => {
    const files = Object.fromEntries(Array.from({ length: 201 }, (_, at) => [`catalogue/entries/e${at}.yaml`, ""]));
    expect(code(files)).toBe("releases.too-many-files");
  });

  test("the hash does not know the order of files", () => {
    const [one, other] = [
      { "a.yaml": "1", "b.yaml": "2" },
      { "b.yaml": "2", "a.yaml": "1" },
    ];
    expect(hashOfTexts(one).equals(hashOfTexts(other))).toBe(true);
    expect(hashOfTexts(one).equals(hashOfTexts({ "a.yaml": "2", "b.yaml": "1" }))).toBe(false);
  });

  test("an operator writes, a security administrator reads, a machine does neither", () => {
    expect(codeOf(mayDraft({ role: "operator", via: "session" }))).toBe("yes");
    expect(codeOf(mayDraft({ role: "operator", via: "signature" }))).toBe("approvals.person-needed");
    for (const role of ["clerk", "leader", "system-admin", "security-admin", "auditor", "enterprise"] as const)
      expect(codeOf(mayDraft({ role, via: "session" }))).toBe("accounts.role");
    expect(codeOf(mayReadDrafts({ role: "security-admin" }))).toBe("yes");
    expect(codeOf(mayReadDrafts({ role: "auditor" }))).toBe("accounts.role");
  });
});
