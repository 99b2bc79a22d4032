// An invented policy for tests of what is shown: two editions of terms, entries of every kind of rule.
import fc from "fast-check";
import { addDays } from "../../kernel/day.ts";
import type { Day } from "../../kernel/day.ts";
import type { CatalogueEntry, Field, Provider } from "../../policy/catalogue-entry.ts";
import type { PublicityPolicy, Severity, SeverityTerm } from "../../policy/publicity-rule.ts";
import type { PolicySnapshot } from "../../policy/snapshot.ts";
import type { Basis } from "../../policy/source.ts";
import type { PublicityFacts } from "./rules/clock.ts";

const day = (text: string): Day => text as Day;
const basis = (source: string, article: string): Basis => ({ source, article });
const months = (shown: boolean, monthsMin: number, monthsMax: number): SeverityTerm => ({
  shown,
  monthsMin,
  monthsMax,
});

export const testPolicy: PublicityPolicy = {
  convention: "start-not-counted",
  conventionBasis: basis("civil-code", "201"),
  conventionMark: "unverified",
  severityWords: {},
  minorProcedures: [],
  minorProceduresBasis: basis("penalty-law", "51"),
  minorProceduresMark: "secondary",
  rules: [
    {
      id: "severity-term",
      kind: "severity-term",
      transition: "more-favourable",
      transitionMark: "unverified",
      editions: [
        {
          id: "new",
          inForce: day("2026-04-01"),
          until: null,
          basis: basis("order-36", "12"),
          mark: "verified",
          terms: {
            minor: months(false, 0, 3),
            general: months(true, 3, 12),
            serious: months(true, 12, 36),
            unclassified: months(true, 3, 12),
          },
        },
        {
          id: "old",
          inForce: day("2023-05-01"),
          until: day("2026-04-01"),
          basis: basis("trial-2023", "5"),
          mark: "secondary",
          terms: {
            minor: months(true, 3, 6),
            general: months(true, 3, 24),
            serious: months(true, 6, 24),
            unclassified: months(true, 3, 24),
          },
        },
      ],
    },
    {
      id: "valid-until",
      kind: "valid-until",
      longTerm: [day("2099-12-31")],
      basis: basis("licence-law", "40"),
      mark: "secondary",
    },
    { id: "until-ended", kind: "until-ended", basis: basis("disclosure", "17"), mark: "verified" },
  ],
};

/** A text field of the public group. */
export function testField(id: string, zh: string, over: Partial<Field> = {}): Field {
  return {
    id,
    zh,
    names: [],
    type: "string",
    lengthMax: null,
    scale: null,
    values: null,
    synonyms: {},
    required: "optional",
    when: null,
    requiredLegacy: false,
    group: "public",
    personal: false,
    identityNumber: false,
    sealed: null,
    mark: "verified",
    ...over,
  };
}

/** An entry whose page shows `content`. */
export function testEntry(id: string, over: Partial<CatalogueEntry>): CatalogueEntry {
  return {
    id,
    version: 1,
    zh: id,
    category: "administrative-acts",
    state: "live",
    adverse: false,
    subjectKinds: ["enterprise", "individual-business"],
    providers: {},
    fields: [
      testField("documentNo", "文书号", { required: "always" }),
      testField("content", "内容", { required: "always" }),
      testField("internal", "内部意见", { group: "duty" }),
      testField("legalRepresentative", "法定代表人", { personal: true }),
      testField("creditLine", "授信额度", { group: "authorisation" }),
      testField("idNumber", "证件号码", { group: "authorisation", personal: true, identityNumber: true }),
    ],
    roles: {
      subjectCode: "subjectCode",
      subjectName: "subjectName",
      counterpart: null,
      registrationNo: null,
      organisationCode: null,
      taxNo: null,
      documentNo: "documentNo",
      authority: "authority",
      authorityCode: null,
      decidedOn: "decidedOn",
      validFrom: null,
      validUntil: null,
      shownUntil: null,
      severity: null,
      procedure: null,
      title: "content",
      summary: ["content"],
    },
    sourceKey: ["documentNo"],
    decisionIdentity: ["documentNo"],
    publicityRule: "valid-until",
    severityRule: "none",
    channels: ["public-page", "open-data", "duty", "authorisation", "statutory-bar", "own", "archive"],
    updateTerm: { workingDays: 7, basis: basis("dual", "1") },
    retention: { years: null, basis: null, mark: "unverified" },
    basis: [basis("opinions-2025", "6")],
    mark: "verified",
    ...over,
  };
}

const adverse: Partial<CatalogueEntry> = {
  adverse: true,
  channels: ["public-page", "duty", "authorisation", "statutory-bar", "own", "archive"],
};

export const testEntries: readonly CatalogueEntry[] = [
  testEntry("penalty", { ...adverse, zh: "行政处罚", publicityRule: "severity-term", severityRule: "provider" }),
  testEntry("permit", { zh: "行政许可" }),
  testEntry("abnormal-operation", { ...adverse, zh: "经营异常名录", publicityRule: "until-ended" }),
  testEntry("honour", { zh: "表彰奖励", publicityRule: "until-ended" }),
  testEntry("inspection", {
    zh: "抽查检查",
    publicityRule: null,
    channels: ["duty", "authorisation", "statutory-bar", "own", "archive"],
  }),
  testEntry("template", { state: "template", publicityRule: "until-ended" }),
];

/** The policy of an invented city, in force on a day. */
export function testSnapshot(over: Partial<PolicySnapshot> = {}): PolicySnapshot {
  const providers: readonly Provider[] = [
    {
      uscc: "11990100000000001A",
      zh: "示例市市场监督管理局",
      region: "990100",
      entries: testEntries.map((one) => one.id),
      official: false,
    },
  ];
  return {
    day: day("2027-01-01"),
    region: "990100",
    regionName: "示例市",
    districts: new Map([["990101", "东山区"]]),
    hash: "ab".repeat(32),
    official: false,
    sources: new Map(),
    categories: [],
    words: {
      templateRow: [],
      proposedDecision: [],
      simpleProcedure: [],
      notStated: [],
      naturalPerson: [],
      heldColumns: [],
      heldQuiet: [],
      carriedShown: [],
      carriedRepaired: [],
      carriedTakenDown: [],
      carriedQuashed: [],
      carriedDisputed: [],
      scoreHeads: [],
    },
    entries: new Map(testEntries.map((one) => [one.id, one])),
    providers: new Map(providers.map((one) => [one.uscc, one])),
    mappings: new Map(),
    forbidden: [],
    publicity: testPolicy,
    objection: { rule: null, grounds: new Map() },
    repair: null,
    lists: new Map(),
    matters: new Map(),
    measures: new Map(),
    office: { notice: null, flags: [], proportion: null },
    access: {
      purposes: new Map(),
      duties: new Map(),
      offices: new Map(),
      authorisation: { monthsMax: 12, usesMax: 100, basis: basis("reporting", "18") },
      draw: { perTenThousand: 100, workingDays: 5 },
      exports: { rowsMax: 5000, keepDays: 30 },
      watch: [],
      delays: [],
      hours: { from: 7, until: 21 },
    },
    ...over,
  };
}

/** Days around which months are short, leap days fall and editions change. */
export function arbitraryDay(): fc.Arbitrary<Day> {
  const edges = [
    "2023-04-30",
    "2023-05-01",
    "2024-02-29",
    "2025-01-31",
    "2026-03-31",
    "2026-04-01",
    "2026-08-31",
    "2028-02-29",
  ];
  return fc.oneof(
    fc.constantFrom(...edges.map(day)),
    fc.integer({ min: 0, max: 2600 }).map((count) => addDays(day("2022-11-01"), count)),
  );
}

export function arbitraryFacts(): fc.Arbitrary<PublicityFacts> {
  const maybe = (days: fc.Arbitrary<Day>): fc.Arbitrary<Day | null> => fc.option(days, { freq: 3 });
  return fc.record({
    severity: fc.option(fc.constantFrom<Severity>("minor", "general", "serious", "unclassified")),
    decidedOn: fc.option(arbitraryDay(), { freq: 10 }),
    validFrom: maybe(arbitraryDay()),
    validUntil: maybe(fc.oneof(arbitraryDay(), fc.constant(day("2099-12-31")))),
    providerShownUntil: fc.option(arbitraryDay(), { freq: 2 }),
    receivedOn: arbitraryDay(),
  });
}
