import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { addDays } from "../../kernel/day.ts";
import type { Day } from "../../kernel/day.ts";
import { choose, covers, lastDay, stateOn, whyNot } from "./rules/authorisation.ts";
import type { Authorisation, AuthorisationState } from "./rules/authorisation.ts";
import { BANK, day, DEPARTMENT, ENTERPRISE } from "./test-bed.ts";
import { authorisationTexts } from "./text.ts";

const revoked = { side: "grantor", at: new Date("2027-01-05T00:00:00Z") } as const;

function authorisation(over: Partial<Authorisation> = {}): Authorisation {
  const scope = [{ entry: "penalty", version: 1, fields: ["content"] }];
  return {
    authorisation: "ab".repeat(16),
    subject: ENTERPRISE,
    grantee: BANK,
    granteeName: "示例银行",
    scope,
    purpose: "financing",
    uses: 3,
    usesLeft: 3,
    from: day("2027-01-02"),
    until: day("2027-02-01"),
    how: "portal",
    givenAt: new Date("2027-01-01T00:00:00Z"),
    revocation: null,
    entries: new Map(scope.map((one) => [one.entry, one.fields])),
    commitment: Buffer.alloc(32),
    ...over,
  };
}

test.each<[string, Partial<Authorisation>, AuthorisationState]>([
  ["2027-01-01", {}, "not-yet"],
  ["2027-01-02", {}, "live"],
  ["2027-01-31", {}, "live"],
  ["2027-02-01", {}, "expired"],
  ["2027-01-10", { usesLeft: 0 }, "spent"],
  ["2027-01-10", { revocation: revoked }, "revoked"],
  // A revocation holds even where this machine's clock is behind the one that wrote it.
  ["2027-01-02", { revocation: { side: "grantee", at: new Date("2027-01-09T00:00:00Z") } }, "revoked"],
  ["2027-02-01", { revocation: revoked, usesLeft: 0 }, "revoked"],
  ["2027-02-01", { usesLeft: 0 }, "expired"],
  ["2027-01-01", { usesLeft: 0 }, "spent"],
])("on %s with %o it is %s", (on, over, state) => {
  const one = authorisation(over);
  expect(stateOn(one, day(on))).toBe(state);
  const why = whyNot(one, day(on));
  expect(why?.code ?? "authorisation.live").toBe(`authorisation.${state}`);
  if (why !== null) expect(Object.keys(authorisationTexts)).toContain(why.code);
});

test("the first possible day and the last are named", () => {
  expect(whyNot(authorisation(), day("2027-01-01"))).toMatchObject({ kind: "too-early", availableFrom: "2027-01-02" });
  expect(whyNot(authorisation(), day("2027-02-01"))).toMatchObject({ values: { last: "2027-01-31" } });
  expect(lastDay(authorisation())).toBe("2027-01-31");
});

/** What happened to an authorisation, one deed after the other. */
type Deed = { readonly kind: "use" | "revoke"; readonly on: Day };

interface Life {
  readonly from: Day;
  readonly days: number;
  readonly uses: number;
  readonly grantee: string;
  readonly purpose: string;
  readonly scope: Readonly<Record<string, readonly string[]>>;
  readonly deeds: readonly Deed[];
}

interface Question {
  readonly on: Day;
  readonly office: string;
  readonly entry: string;
  readonly field: string;
  readonly purpose: string;
}

/** Slow and obvious: writes down every day, every use and every open field, and looks whether the question is among them. */
function modelIsLive(life: Life, asked: Question): boolean {
  const days: Day[] = [];
  for (let one = life.from; days.length < life.days; one = addDays(one, 1)) days.push(one);
  const coupons = Array.from({ length: life.uses }, (_, at) => at);
  let isRevoked = false;
  for (const deed of life.deeds) {
    if (deed.kind === "revoke") isRevoked = true;
    else if (!isRevoked && days.includes(deed.on)) coupons.pop();
  }
  const rights: string[] = [];
  for (const [entry, fields] of Object.entries(life.scope))
    for (const field of fields)
      for (const one of days) rights.push([life.grantee, life.purpose, entry, field, one].join("|"));
  const right = [asked.office, asked.purpose, asked.entry, asked.field, asked.on].join("|");
  return !isRevoked && coupons.length > 0 && rights.includes(right);
}

/** The same life by the rules: a deed is done where `whyNot` says nothing. */
function live(life: Life): Authorisation {
  const scope = Object.entries(life.scope).map(([entry, fields]) => ({ entry, version: 1, fields }));
  let one = authorisation({
    ...life,
    scope,
    entries: new Map(Object.entries(life.scope)),
    usesLeft: life.uses,
    until: addDays(life.from, life.days),
  });
  for (const deed of life.deeds) {
    if (deed.kind === "revoke") one = { ...one, revocation: revoked };
    else if (whyNot(one, deed.on) === null) one = { ...one, usesLeft: one.usesLeft - 1 };
  }
  return one;
}

const someDay = fc.integer({ min: 0, max: 12 }).map((count) => addDays(day("2028-02-25"), count));
const someEntry = fc.constantFrom("penalty", "permit");
const someField = fc.constantFrom("content", "documentNo");
const someOffice = fc.constantFrom(BANK, DEPARTMENT);
const somePurpose = fc.constantFrom("financing", "contract");
const someLife: fc.Arbitrary<Life> = fc.record({
  from: someDay,
  days: fc.integer({ min: 1, max: 8 }),
  uses: fc.integer({ min: 1, max: 3 }),
  grantee: someOffice,
  purpose: somePurpose,
  scope: fc.dictionary(someEntry, fc.uniqueArray(someField, { minLength: 1 }), { minKeys: 1 }),
  deeds: fc.array(
    fc.record({ kind: fc.constantFrom("use", "use", "use", "use", "use", "use", "revoke"), on: someDay }),
    { maxLength: 4 },
  ) as fc.Arbitrary<readonly Deed[]>,
});
const someQuestion: fc.Arbitrary<Question> = fc.record({
  on: someDay,
  office: someOffice,
  entry: someEntry,
  field: someField,
  purpose: somePurpose,
});

describe("against the slow model", () => {
  test("it is live for this office, entry, field and purpose at this moment, or it is not", () => {
    let answers = 0;
    fc.assert(
      fc.property(someLife, fc.array(someQuestion, { minLength: 40, maxLength: 40 }), (life, questions) => {
        const one = live(life);
        for (const { on, office, entry, field, purpose } of questions) {
          const wanted = { grantee: office, purpose, entries: [entry], field: { entry, field } };
          const isLive = stateOn(one, on) === "live" && covers(one, wanted);
          expect(isLive).toBe(modelIsLive(life, { on, office, entry, field, purpose }));
          if (isLive) answers += 1;
        }
      }),
      { numRuns: 400 },
    );
    expect(answers).toBeGreaterThan(100);
  });

  test("once revoked, nothing brings it back", () => {
    fc.assert(
      fc.property(someLife, someDay, (life, on) => {
        const one = live({ ...life, deeds: [{ kind: "revoke", on }, ...life.deeds] });
        expect(stateOn(one, on)).toBe("revoked");
        expect(one.usesLeft).toBe(life.uses);
      }),
    );
  });
});

test("of several the one that ends first serves, then the older, and only if it covers what is wanted", () => {
  const soon = authorisation({ authorisation: "01".repeat(16), until: day("2027-01-20") });
  const old = authorisation({ authorisation: "02".repeat(16), givenAt: new Date("2026-12-30T00:00:00Z") });
  const late = authorisation({ authorisation: "03".repeat(16) });
  const wide = authorisation({
    authorisation: "04".repeat(16),
    entries: new Map([
      ["penalty", ["content"]],
      ["permit", ["content"]],
    ]),
  });
  const all = [late, wide, old, soon];
  const asked = { grantee: BANK, purpose: "financing" };
  expect(choose(all, asked)).toBe(soon);
  expect(choose([late, old, wide], asked)).toBe(old);
  expect(choose(all, { ...asked, entries: ["permit"] })).toBe(wide);
  expect(choose(all, { ...asked, entries: null })).toBe(soon);
  expect(choose(all, { ...asked, purpose: "contract" })).toBeUndefined();
  expect(choose(all, { grantee: DEPARTMENT })).toBeUndefined();
});
