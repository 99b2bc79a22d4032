import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Day } from "../../../kernel/day.ts";
import type { AccessPolicy, Duty } from "../../../policy/access-policy.ts";
import type { AbsenceScope } from "../../coverage/index.ts";
import { grantByAuthorisation, grantByDuty, isMatterNumber, officeOf, outcomeOf, stateOf } from "./right.ts";
import type { DutyAsked, EntryState } from "./right.ts";

const day = (text: string): Day => text as Day;
const duty: Duty = {
  id: "review",
  zh: "审查",
  offices: ["A", "B"],
  entries: ["penalty", "inspection"],
  purposes: ["approval"],
  basis: { source: "opinions-2025", article: "7" },
  from: day("2026-01-01"),
  until: day("2026-07-01"),
};
const access: AccessPolicy = {
  purposes: new Map(["approval", "financing"].map((id) => [id, { id, zh: id }])),
  duties: new Map([["review", duty]]),
  offices: new Map([["A", { uscc: "A", matterFormat: "SL-####-@", subjectsPerDay: 10 }]]),
  authorisation: { monthsMax: 12, usesMax: 10, basis: { source: "x", article: "1" } },
  draw: { perTenThousand: 100, workingDays: 5 },
  exports: { rowsMax: 5000, keepDays: 30 },
  watch: [],
  delays: [],
  hours: { from: 7, until: 21 },
};

describe("a matter number", () => {
  test.each([
    ["SL-####-@", "SL-2026-A", true],
    ["SL-####-@", "SL-2026-a", false],
    ["SL-####-@", "SL-202-A", false],
    ["SL-####-@", "SL-20２6-A", false],
    ["SL-####-@", "SL-2026-A ", false],
    ["SL-####-@", "", false],
  ])("%s takes %j: %s", (format, text, wanted) => expect(isMatterNumber(format, text)).toBe(wanted));

  test("is taken exactly when every sign of the format takes its character", () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[#@A-Z0-9-]{1,12}$/), fc.string({ maxLength: 13 }), (format, text) => {
        const pattern = [...format]
          .map((sign) => (sign === "#" ? "[0-9]" : sign === "@" ? "[A-Z]" : sign.replace("-", "\\-")))
          .join("");
        expect(isMatterNumber(format, text)).toBe(new RegExp(`^${pattern}$(?![\\s\\S])`).test(text));
      }),
    );
  });
});

describe("an office", () => {
  const state = { office: "A", purpose: "approval", matters: ["SL-2026-A"] };
  test.each([
    [{ ...state }, null],
    [{ ...state, office: "B", purpose: "nonsense", matters: ["?"] }, "sharing.no-office"],
    [{ ...state, purpose: "nonsense", matters: ["?"] }, "sharing.unknown-purpose"],
    [{ ...state, matters: ["SL-2026-A", "?"] }, "sharing.matter-format"],
  ])("%o: %s", (stated, code) => {
    const outcome = officeOf(access, stated);
    expect(outcome.ok ? null : outcome.refusal.code).toBe(code);
  });
});

describe("a duty", () => {
  const asked: DutyAsked = { office: "A", duty: "review", purpose: "approval", entries: null, day: day("2026-03-01") };
  test.each<[Partial<DutyAsked>, string | readonly string[]]>([
    [{}, ["penalty", "inspection"]],
    [{ entries: ["penalty"] }, ["penalty"]],
    [{ day: day("2026-01-01") }, ["penalty", "inspection"]],
    [{ day: day("2025-12-31") }, "sharing.no-duty"],
    [{ day: day("2026-06-30") }, ["penalty", "inspection"]],
    [{ day: day("2026-07-01") }, "sharing.no-duty"],
    [{ office: "C" }, "sharing.no-duty"],
    [{ duty: "another", purpose: "nonsense" }, "sharing.no-duty"],
    [{ purpose: "financing", entries: ["voluntary"] }, "sharing.purpose-outside-duty"],
    [{ entries: ["penalty", "voluntary"] }, "sharing.entry-outside-duty"],
  ])("asked %o gives %o", (over, wanted) => {
    const outcome = grantByDuty(access, { ...asked, ...over });
    expect(outcome.ok ? [...outcome.value.grant.entries] : outcome.refusal.code).toEqual(wanted);
    if (!outcome.ok && outcome.refusal.code !== "sharing.no-duty")
      expect(outcome.refusal.article).toBe("opinions-2025#7");
  });
});

describe("an authorisation", () => {
  const part = {
    purpose: "financing",
    entries: new Map<string, readonly string[] | null>([
      ["penalty", ["fine"]],
      ["rating", null],
    ]),
  };
  test("opens what was given and asked for, and no field beside", () => {
    const grant = grantByAuthorisation(part, { purpose: "financing", entries: null });
    expect(grant).toEqual({
      entries: new Set(["penalty", "rating"]),
      fields: new Map<string, Set<string> | null>([
        ["penalty", new Set(["fine"])],
        ["rating", null],
      ]),
    });
  });
  test("asked for one entry opens that one", () => {
    expect(grantByAuthorisation(part, { purpose: "financing", entries: ["rating"] })?.entries).toEqual(
      new Set(["rating"]),
    );
  });
  test("opens nothing for another purpose, or when more is asked than was given", () => {
    expect(grantByAuthorisation(part, { purpose: "contract", entries: null })).toBeNull();
    expect(grantByAuthorisation(part, { purpose: "financing", entries: ["rating", "permit"] })).toBeNull();
    expect(grantByAuthorisation({ ...part, entries: new Map() }, { purpose: "financing", entries: null })).toBeNull();
  });
});

describe("absence", () => {
  const scope = (providers: number, unchecked: number): AbsenceScope => ({
    providers,
    completeThrough: null,
    unchecked: Array.from({ length: unchecked }, () => ({ title: "某局", through: null })),
  });
  test.each<[number, AbsenceScope, EntryState]>([
    [1, scope(0, 3), "found"],
    [0, scope(3, 0), "not-found"],
    [0, scope(3, 1), "unchecked"],
    [0, scope(0, 0), "unchecked"],
  ])("%d records under %o: %s", (records, over, wanted) => expect(stateOf(records, over)).toBe(wanted));

  test.each<[readonly EntryState[], string]>([
    [["not-found", "found", "unchecked"], "data"],
    [["not-found", "not-found"], "nothing-found"],
    [["not-found", "unchecked"], "not-checked"],
    [[], "not-checked"],
  ])("%o: %s", (states, wanted) => expect(outcomeOf(states)).toBe(wanted));
});
