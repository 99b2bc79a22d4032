import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { addDays, lastDayOf } from "../../kernel/day.ts";
import { channelRules, fieldsOn } from "../../views/visibility/index.ts";
import { openable, termsOf } from "./rules/terms.ts";
import type { TermsWish } from "./rules/terms.ts";
import { consentText } from "./service/consent.ts";
import { authorisationTexts } from "./text.ts";
import { authorisationPolicy, BANK, codeOf, day, DEPARTMENT, ENTERPRISE, WISH } from "./test-bed.ts";

const policy = authorisationPolicy();
const today = day("2027-01-01");

function judge(wish: Partial<TermsWish>, over: { subject?: string; granteeName?: string | null } = {}) {
  return termsOf({ ...WISH, ...wish }, { subject: ENTERPRISE, granteeName: "示例银行", policy, today, ...over });
}

describe("what may be authorised", () => {
  test("entries in the catalogue's order, all fields spelt out, the end half-open", () => {
    const outcome = judge({ scope: [WISH.scope[1], WISH.scope[0]].flatMap((one) => one ?? []) });
    expect(outcome).toEqual({
      ok: true,
      value: {
        subject: ENTERPRISE,
        grantee: BANK,
        granteeName: "示例银行",
        scope: [
          { entry: "penalty", version: 1, fields: ["documentNo", "content", "internal", "creditLine"] },
          { entry: "permit", version: 1, fields: ["documentNo", "creditLine"] },
        ],
        purpose: "financing",
        uses: 3,
        from: "2027-01-01",
        until: "2027-04-01",
      },
    });
  });

  test("what a subject may open is what the channel carries", () => {
    expect(channelRules.authorisation.open).toBe(true);
    for (const entry of policy.entries.values()) {
      const grant = { entries: new Set([entry.id]), fields: null };
      const carried = fieldsOn("authorisation", entry, grant).map((field) => field.id);
      expect(openable(entry)).toEqual(entry.state === "live" ? carried : []);
    }
  });

  test.each<[string, Partial<TermsWish>, Parameters<typeof judge>[1]]>([
    ["authorisation.unsound-code", { grantee: "91990100MA0XH0034X" }, {}],
    ["authorisation.unsound-code", {}, { subject: "91990100MA0XH0026X" }],
    ["authorisation.own-grantee", {}, { subject: BANK }],
    ["authorisation.unknown-grantee", { grantee: "91990100MA0XH00426" }, {}],
    ["authorisation.unknown-grantee", {}, { granteeName: null }],
    ["authorisation.unknown-purpose", { purpose: "curiosity" }, {}],
    ["authorisation.unknown-entry", { scope: [{ entry: "unheard-of", fields: null }] }, {}],
    ["authorisation.unknown-entry", { scope: [{ entry: "template", fields: null }] }, {}],
    ["authorisation.entry-twice", { scope: ["a", "b"].map(() => ({ entry: "penalty", fields: null })) }, {}],
    ["authorisation.unknown-field", { scope: [{ entry: "penalty", fields: ["unheard-of"] }] }, {}],
    ["authorisation.unknown-field", { scope: [{ entry: "penalty", fields: ["legalRepresentative"] }] }, {}],
    ["authorisation.unknown-field", { scope: [{ entry: "penalty", fields: ["idNumber"] }] }, {}],
    ["authorisation.unknown-field", { scope: [{ entry: "penalty", fields: [] }] }, {}],
    ["authorisation.begins-past", { from: day("2026-12-31") }, {}],
    ["authorisation.ends-before", { from: day("2027-02-02"), through: day("2027-02-01") }, {}],
    ["authorisation.too-long", { through: day("2028-01-01") }, {}],
    ["authorisation.too-long", { from: day("2027-12-31"), through: day("2028-01-01") }, {}],
    ["authorisation.too-many-uses", { uses: 101 }, {}],
    ["granted", { through: day("2027-12-31"), uses: 100 }, {}],
    ["granted", { from: day("2027-12-31"), through: day("2027-12-31"), uses: 1 }, {}],
    ["granted", { grantee: DEPARTMENT }, {}],
  ])("%s: %o %o", (code, wish, over) => {
    const outcome = judge(wish, over);
    expect(codeOf(outcome)).toBe(code);
    if (!outcome.ok) expect(Object.keys(authorisationTexts)).toContain(code);
  });

  test("whatever is granted keeps to the limits", () => {
    const offset = fc.integer({ min: -3, max: 800 }).map((count) => addDays(today, count));
    fc.assert(
      fc.property(offset, offset, fc.integer({ min: 1, max: 300 }), (from, through, uses) => {
        const outcome = judge({ from, through, uses });
        const last = lastDayOf({ from: today, months: 12, convention: "start-counted" });
        expect(outcome.ok).toBe(from >= today && from <= through && through <= last && uses <= 100);
        if (outcome.ok) expect(outcome.value.until).toBe(addDays(through, 1));
      }),
    );
  });
});

test("the wording says everything that is signed, in names that people know", () => {
  const terms = judge({});
  if (!terms.ok) throw new Error(terms.refusal.code);
  const authorisation = "ab".repeat(16);
  const text = consentText({ authorisation, terms: terms.value, how: "hall", registrar: "示例大厅" }, policy);
  for (const said of [
    authorisation,
    ENTERPRISE,
    BANK,
    "示例银行",
    "行政处罚：文书号、内容",
    "行政许可：文书号、授信额度",
  ]) {
    expect(text).toContain(said);
  }
  for (const said of ["融资授信", "3 次", "2027-01-01", "2027-03-31 二十四时", "可以随时撤回", "示例大厅"]) {
    expect(text).toContain(said);
  }
  expect(text).not.toContain("{");
  expect(consentText({ authorisation, terms: terms.value, how: "portal", registrar: "" }, policy)).not.toBe(text);
});
