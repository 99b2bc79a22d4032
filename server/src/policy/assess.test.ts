import { fileURLToPath } from "node:url";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Day } from "../kernel/day.ts";
import { assess } from "./assess.ts";
import type { Assessment } from "./assess.ts";
import { policyAt } from "./load.ts";

const day = "2026-09-09" as Day;
const question = { folders: [fileURLToPath(new URL("../../../policy", import.meta.url))], region: "990100", day };
const load = policyAt(question);
if (!load.ok) throw new Error("the shipped policy has faults");
const before = load.snapshot;

const FILE = "measures/measures.yaml";
const PARTS = {
  id: "sample-restriction",
  zh: "示例限制",
  kind: "restriction",
  class: "1",
  content: "示例：三年内限制参加招标投标。",
  triggers: "[{ entry: penalty, where: [{ field: penaltyKinds, contains: [吊销] }] }]",
  matters: "[tax-incentive]",
  basis: "[food-safety-law#一百三十五]",
  term: "{ kind: months, months: 36 }",
  remedy: "{ zh: 可以依法申请行政复议或者提起行政诉讼。, basis: null }",
  note: "示例 非官方",
};

/** A draft of one measure, with some of its parts written otherwise. */
function draftOf(over: Partial<typeof PARTS> = {}): Map<string, string> {
  const { id, zh, kind, content, triggers, matters, basis, term, remedy, note, ...rest } = { ...PARTS, ...over };
  const text = `measures:
  - id: ${id}
    version: 1
    zh: ${zh}
    kind: ${kind}
    class: ${rest.class}
    content: ${content}
    state: live
    triggers: ${triggers}
    subjectKinds: [enterprise]
    matters: ${matters}
    bodies: [{ zh: 示例部门, levels: [city] }]
    basis: ${basis}
    term: ${term}
    remedy: ${remedy}
    mark: secondary
    note: ${note}
`;
  return new Map([[FILE, text]]);
}

const assessed = (over: Partial<typeof PARTS> = {}): Assessment => assess(question, before, draftOf(over));
const codesOf = ({ reasons, measures }: Assessment): string[] => [
  ...reasons.map(({ code }) => code),
  ...measures.flatMap(({ findings }) => findings.map(({ code }) => code)),
];

describe("a draft", () => {
  test("with a law of its rank, in force, in its words, stands and is asked nothing", () => {
    const told = assessed();
    expect(codesOf(told)).toEqual([]);
    expect(told).toMatchObject({
      standing: true,
      measures: [{ standing: true, basis: [{ source: "food-safety-law", rank: "law", carries: true, holds: true }] }],
    });
  });

  test.each<[string, Partial<typeof PARTS>, string]>([
    ["rests on a document below the rank", { basis: "[opinions-2025#12]" }, "policy.measure-rank"],
    ["rests on nothing that anybody knows", { basis: "[some-notice#3]" }, "policy.unknown-source"],
    ["names no article", { basis: "[food-safety-law]" }, "policy.missing-article"],
    ["rests on another city's regulation", { basis: "[shenzhen-credit#79]" }, "policy.foreign-territory"],
    ["speaks of a matter that nobody knows", { matters: "[anything]" }, "policy.unknown-matter"],
    ["follows from a count", { triggers: "[{ entry: penalty, times: 3 }]" }, "policy.wrong-shape"],
    ["follows from a promise", { triggers: "[{ entry: commitment, where: [] }]" }, "policy.measure-fact"],
    ["is no file", { id: "[" }, "policy.unreadable"],
  ])("that %s has no standing, and is told why", (_, over, code) => {
    const told = assessed(over);
    expect(told.standing).toBe(false);
    const all = codesOf(told);
    expect(all.some((one) => one === code || (code === "policy.wrong-shape" && one === "policy.unknown-key"))).toBe(
      true,
    );
    for (const { file, line } of told.reasons) expect([file, line > 0]).toEqual([`draft/${FILE}`, true]);
  });

  test("of nothing has no standing", () => {
    expect(assess(question, before, new Map([[FILE, "measures: []\n"]])).standing).toBe(false);
  });

  test("may be of class 2 by a central document, and of class 1 not", () => {
    const basis = "[opinions-2025#12]";
    expect(assessed({ basis, class: "2" }).standing).toBe(true);
    expect(assessed({ basis, class: "1" }).standing).toBe(false);
  });

  test("whose law ended lapses, and falls with it", () => {
    const sources = `sources:
  - { id: old-law, title: 示例旧法, number: null, rank: law, territory: "000000", issued: null, inForce: 2001-03-01, until: 2020-01-01, succeeds: [], textSha256: null, mark: verified, note: 示例 }
`;
    const files = new Map([...draftOf({ basis: "[old-law#3]" }), ["sources.yaml", sources]]);
    const told = assess(question, before, files);
    expect([told.standing, codesOf(told).includes("assess.lapsed")]).toEqual([false, true]);
  });
});

describe("questions that a person must answer", () => {
  const flagged = (over: Partial<typeof PARTS>): string[] =>
    assessed(over).measures.flatMap(({ findings }) =>
      findings.flatMap(({ code, values }) => (code === "assess.flag" ? [String(values["flag"])] : [])),
    );

  test.each<[string, Partial<typeof PARTS>, string[]]>([
    ["goods of the place", { content: "示例：优先采购本地产品。" }, ["local-protection"]],
    ["where somebody is registered", { content: "示例：须在本市登记。" }, ["registration-place"]],
    ["an address is no threshold", { content: "示例：须填写注册地址。" }, []],
    ["a grade as a barrier", { content: "示例：信用评分低者不得参加。" }, ["evaluation-as-barrier"]],
    ["counting", { content: "示例：累计三次的。" }, ["counting"]],
    ["others than the subject", { content: "示例：关联企业一并限制。" }, ["related-persons"]],
    ["words in the name", { zh: "示例外地企业限制" }, ["local-protection"]],
    [
      "words in a condition",
      { triggers: "[{ entry: penalty, where: [{ field: content, contains: [扣分] }] }]" },
      ["counting"],
    ],
    [
      "an order to others",
      { class: "3", basis: "[opinions-2025#12]", content: "示例：金融机构应当拒绝。" },
      ["order-to-others"],
    ],
    ["an order of an authority", { content: "示例：应当拒绝。" }, []],
  ])("%s", (_, over, flags) => {
    expect([...new Set(flagged(over))]).toEqual(flags);
    expect(assessed(over).standing).toBe(true);
  });

  test("a restriction longer than publicity, and not a bar that a statute sets", () => {
    const term = "{ kind: months, months: 60 }";
    expect(codesOf(assessed({ term }))).toEqual(["assess.too-long"]);
    expect(codesOf(assessed({ term, kind: "statutory-bar", class: "null", matters: "[fiscal-funds]" }))).not.toContain(
      "assess.too-long",
    );
    expect(codesOf(assessed({ term: "{ kind: months, months: 36 }" }))).toEqual([]);
  });

  test("any record of an entry, however light", () => {
    expect(codesOf(assessed({ triggers: "[{ entry: penalty, where: [] }]" }))).toContain("assess.any-record");
  });

  test("what the registry holds already", () => {
    const told = assessed({ matters: "[government-procurement]" }).measures[0]?.findings ?? [];
    const named = told.filter(({ code }) => code === "assess.governed").map(({ values }) => values["measure"]);
    const meant = [...before.measures.values()].filter(
      ({ kind, matters, triggers, subjectKinds }) =>
        kind !== "incentive" &&
        matters.includes("government-procurement") &&
        subjectKinds.includes("enterprise") &&
        triggers.some((trigger) => "entry" in trigger && trigger.entry === "penalty"),
    );
    expect(named).toEqual(meant.map(({ id }) => id));
    expect(named.length).toBeGreaterThan(0);
    expect(codesOf(assessed({ id: "procurement-ban" }))).toContain("assess.replaces");
  });
});

describe("properties", () => {
  test("a draft of class 1 whose instruments are all below the rank never stands", () => {
    const below = [...before.sources.values()].filter(
      ({ rank }) => !["law", "administrative-regulation", "local-regulation"].includes(rank),
    );
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.constantFrom(...below.map(({ id }) => id)), { minLength: 1, maxLength: 3 }),
        (ids) => {
          expect(assessed({ basis: `[${ids.map((id) => `${id}#1`).join(", ")}]` }).standing).toBe(false);
        },
      ),
      { numRuns: 20 },
    );
  });

  test("whatever the text is, it is assessed and nothing thrown", () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.json(),
          fc.string().map((text) => `measures: ${text}`),
        ),
        (text) => {
          expect(assess(question, before, new Map([[FILE, text]])).standing).toBe(false);
        },
      ),
      { numRuns: 40 },
    );
  });
});
