import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { compareDecimal } from "../../kernel/money.ts";
import type { Day } from "../../kernel/day.ts";
import type { Severity } from "../../policy/publicity-rule.ts";
import type { CatalogueEntry } from "../../policy/catalogue-entry.ts";
import { loadPolicy } from "../../policy/load.ts";
import type { Standing } from "../statements/index.ts";
import { reliefIssues, reliefOf } from "./rules/favour.ts";

const folder = new URL("../../../../policy", import.meta.url).pathname;
const policy = loadPolicy({ folders: [folder], region: "990100", day: "2026-09-09" as Day });

function entryOf(id: string): CatalogueEntry {
  const entry = policy.ok ? policy.snapshot.entries.get(id) : undefined;
  if (entry === undefined) throw new Error(`no entry ${id}`);
  return entry;
}
const penalty = entryOf("penalty");
const permit = entryOf("permit");

interface Said {
  readonly severity?: Severity;
  readonly decidedOn?: string | null;
  readonly validFrom?: string | null;
  readonly validUntil?: string | null;
  readonly shownUntil?: string | null;
  readonly fine?: string | null;
  readonly confiscated?: string | null;
  readonly remark?: string;
}

function said(parts: Said): Standing {
  const day = (text: string | null | undefined, usual: string | null): Day | null =>
    (text === undefined ? usual : text) as Day | null;
  return {
    facts: {
      severity: parts.severity ?? "general",
      decidedOn: day(parts.decidedOn, "2026-06-18"),
      validFrom: day(parts.validFrom, "2026-06-18"),
      validUntil: day(parts.validUntil, "2027-06-18"),
      providerShownUntil: day(parts.shownUntil, null),
    },
    fields: {
      fine: parts.fine === undefined ? "2.000000" : parts.fine,
      confiscated: parts.confiscated ?? null,
      remark: parts.remark ?? null,
    },
  };
}

describe("a correction", () => {
  test.each<[what: string, before: Said, after: Said, lowered: readonly (string | null)[]]>([
    ["of nothing", {}, {}, []],
    ["of a remark only", {}, { remark: "补充说明" }, []],
    ["from serious to general", { severity: "serious" }, { severity: "general" }, ["severity"]],
    ["from serious to minor", { severity: "serious" }, { severity: "minor" }, ["severity"]],
    ["from serious to no class", { severity: "serious" }, { severity: "unclassified" }, ["severity"]],
    ["from general to minor", {}, { severity: "minor" }, ["severity"]],
    ["from no class to minor", { severity: "unclassified" }, { severity: "minor" }, ["severity"]],
    ["from general to no class", {}, { severity: "unclassified" }, []],
    ["from no class to general", { severity: "unclassified" }, {}, []],
    ["from minor to no class", { severity: "minor" }, { severity: "unclassified" }, []],
    ["from general to serious", {}, { severity: "serious" }, []],
    ["to a lower sum", {}, { fine: "1.999999" }, ["fine"]],
    ["to a sum of fewer digits that is higher", { fine: "9.000000" }, { fine: "10.000000" }, []],
    ["to the same sum in other places", {}, { fine: "2.00" }, []],
    ["to a sum that floats cannot tell apart", { fine: "9007199254740993.1" }, { fine: "9007199254740993" }, ["fine"]],
    ["to no sum", {}, { fine: null }, ["fine"]],
    ["to a sum where none was", { fine: null }, {}, []],
    ["to less that was confiscated", { confiscated: "3.000000" }, { confiscated: "1.000000" }, ["confiscated"]],
    ["to an earlier last day", {}, { validUntil: "2027-06-17" }, ["validUntil"]],
    ["to a later last day", {}, { validUntil: "2027-06-19" }, []],
    ["to a last day where none was", { validUntil: null }, {}, ["validUntil"]],
    ["to no last day", {}, { validUntil: null }, []],
    ["to a last day of publicity where none was", {}, { shownUntil: "2026-12-31" }, ["publicUntil"]],
    ["to a later last day of publicity", { shownUntil: "2026-11-30" }, { shownUntil: "2026-12-31" }, []],
    ["to an earlier day of decision", {}, { decidedOn: "2026-06-17" }, ["decidedOn"]],
    ["to a later day of decision", {}, { decidedOn: "2026-06-19" }, []],
    ["to no day of decision", {}, { decidedOn: null }, ["decidedOn"]],
    ["to a day of decision where none was", { decidedOn: null }, {}, []],
    ["to a later first day", {}, { validFrom: "2026-07-01" }, [penalty.roles.validFrom]],
    ["to no first day", {}, { validFrom: null }, [penalty.roles.validFrom]],
    ["to a first day where none was", { validFrom: null }, {}, []],
    ["that lowers one thing and raises another", {}, { severity: "serious", fine: "1.000000" }, ["fine"]],
    ["of all at once", { severity: "serious" }, { fine: null, decidedOn: null }, ["severity", "decidedOn", "fine"]],
  ])("%s", (_, before, after, lowered) => {
    expect(reliefOf(penalty, said(before), said(after)).map(({ field }) => field)).toEqual(lowered);
  });

  test("of what holds nothing against anybody lowers nothing", () => {
    expect(reliefOf(permit, said({}), said({ fine: null, validUntil: "2026-07-01", severity: "minor" }))).toEqual([]);
  });

  test("is asked about by the field's name, with what it said and would say", () => {
    const lowered = reliefOf(penalty, said({ severity: "serious" }), said({ fine: null }));
    expect(reliefIssues(penalty, lowered)).toEqual([
      {
        code: "ingest.favourable-correction",
        field: "失信严重程度",
        value: null,
        values: { before: "serious", after: "general" },
      },
      {
        code: "ingest.favourable-correction",
        field: "罚款金额(万元)",
        value: null,
        values: { before: "2.000000", after: "" },
      },
    ]);
  });
});

const someSum = fc.option(fc.tuple(fc.nat(40), fc.nat(99)).map(([whole, places]) => `${whole}.${places}`));
const someDay = fc.option(fc.integer({ min: 10, max: 28 }).map((day) => `2026-06-${day}`));
const someSaid = fc.record({
  severity: fc.constantFrom<Severity>("minor", "general", "serious", "unclassified"),
  decidedOn: someDay,
  validFrom: someDay,
  validUntil: someDay,
  shownUntil: someDay,
  fine: someSum,
  confiscated: someSum,
});

describe("whatever two statements say", () => {
  const fieldsOf = (before: Said, after: Said): readonly (string | null)[] =>
    reliefOf(penalty, said(before), said(after)).map(({ field }) => field);

  test("the same is never lower than itself", () => {
    fc.assert(fc.property(someSaid, (one) => fieldsOf(one, one).length === 0));
  });

  test("no field is lower in both directions", () => {
    fc.assert(
      fc.property(someSaid, someSaid, (one, other) => {
        const back = new Set(fieldsOf(other, one));
        return fieldsOf(one, other).every((field) => !back.has(field));
      }),
    );
  });

  test("what is lowered in two steps is lowered in one of them: no path around the question", () => {
    fc.assert(
      fc.property(someSaid, someSaid, someSaid, (first, second, third) => {
        const asked = new Set([...fieldsOf(first, second), ...fieldsOf(second, third)]);
        return fieldsOf(first, third).every((field) => asked.has(field));
      }),
    );
  });

  test("a sum is lower exactly when it compares so as a decimal", () => {
    fc.assert(
      fc.property(someSum, someSum, (before, after) => {
        const isLower = before !== null && (after === null || compareDecimal(after, before) < 0);
        return fieldsOf({ fine: before }, { fine: after }).includes("fine") === isLower;
      }),
    );
  });
});
