import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { parse, stringify } from "yaml";
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
  triggers: "[{ entry: penalty, where: [{ field: legalBasis, contains: [食品安全法] }] }]",
  matters: "[bidding]",
  basis: "[food-safety-law#一百三十五]",
  term: "{ kind: months, months: 36 }",
  remedy: "{ zh: 可以依法申请行政复议或者提起行政诉讼。, basis: administrative-penalty-law#七 }",
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
    ["speaks of a matter that nobody knows", { matters: "[anything]" }, "policy.unknown-matter"],
    ["follows from a count", { triggers: "[{ entry: penalty, times: 3 }]" }, "policy.wrong-shape"],
    ["follows from a promise", { triggers: "[{ entry: commitment, where: [] }]" }, "policy.measure-fact"],
    ["is no file", { id: "[" }, "policy.unreadable"],
    ["borrows a value from elsewhere", { matters: "*matters" }, "policy.unreadable"],
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

  const withLaw = (law: string): Assessment => {
    const sources = `sources:\n  - { id: some-law, title: 示例法, number: null, issued: null, succeeds: [], textSha256: null, mark: secondary, note: 示例 非官方, ${law} }\n`;
    return assess(question, before, new Map([...draftOf({ basis: "[some-law#3]" }), ["sources.yaml", sources]]));
  };

  test.each([
    ["ended", 'rank: law, territory: "000000", inForce: 2001-03-01, until: 2026-09-09', "assess.lapsed"],
    ["is not in force yet", 'rank: law, territory: "000000", inForce: 2026-09-10, until: null', "assess.not-in-force"],
    [
      "is another city's",
      'rank: local-regulation, territory: "440300", inForce: 2001-03-01, until: null',
      "policy.foreign-territory",
    ],
  ])("whose law %s falls with it", (_, law, code) => {
    const told = withLaw(law);
    expect([told.standing, codesOf(told).includes(code)]).toEqual([false, true]);
  });

  test("whose law is in force until tomorrow still stands today", () => {
    expect(withLaw('rank: law, territory: "000000", inForce: 2026-09-09, until: 2026-09-10').standing).toBe(true);
  });

  test("without a remedy has no standing, and one whose remedy names no article is asked for it", () => {
    const text = (draftOf().get(FILE) ?? "").replace(/ {4}remedy:.*\n/, "");
    expect(assess(question, before, new Map([[FILE, text]]))).toMatchObject({
      standing: false,
      reasons: [{ code: "policy.wrong-shape" }],
    });
    expect(codesOf(assessed({ remedy: "{ zh: 可以依法申请行政复议。, basis: null }" }))).toEqual([
      "assess.remedy-unnamed",
    ]);
  });

  test("that would last on when its list has let go has no standing", () => {
    const told = assessed({ triggers: "[{ list: wage-arrears }]", basis: "[wage-payment-regulation#四十八]" });
    expect(told.standing).toBe(false);
    expect(told.measures[0]?.findings.filter(({ weight }) => weight === "fault")).toMatchObject([
      { code: "assess.outlasts-list", file: `draft/${FILE}`, line: 14 },
    ]);
  });

  test("of two measures tells which of them falls", () => {
    const [sound, other] = [draftOf(), draftOf({ id: "other", basis: "[opinions-2025#12]" })].map(
      (files) => files.get(FILE) ?? "",
    );
    const text = `${sound ?? ""}${(other ?? "").replace("measures:\n", "")}`;
    const told = assess(question, before, new Map([[FILE, text]]));
    expect([told.standing, ...told.measures.map((one) => one.standing)]).toEqual([false, true, false]);
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
    expect(
      codesOf(assessed({ term, kind: "statutory-bar", class: "null", matters: "[subsidy-review]" })),
    ).not.toContain("assess.too-long");
    expect(codesOf(assessed({ term: "{ kind: months, months: 36 }" }))).toEqual([]);
  });

  test.each([
    ["[轻微]", 4, true],
    ["[轻微]", 3, false],
    ["[轻微, 一般]", 13, true],
    ["[轻微, 一般]", 12, false],
    ["[严重]", 37, true],
    ["[严重]", 36, false],
  ])("a term is measured by the gravest that it is for: %s, %i months", (words, months, long) => {
    const where = `{ field: severity, contains: ${words} }, { field: legalBasis, contains: [食品安全法] }`;
    const told = assessed({
      triggers: `[{ entry: penalty, where: [${where}] }]`,
      term: `{ kind: months, months: ${months} }`,
    });
    expect(codesOf(told)).toEqual(long ? ["assess.too-long"] : []);
  });

  test("a cause that has nothing to do with the law of the measure", () => {
    const other = "[{ entry: penalty, where: [{ field: legalBasis, contains: [广告法] }] }]";
    expect(codesOf(assessed({ triggers: other }))).toEqual(["assess.unrelated"]);
    expect(codesOf(assessed({ triggers: "[{ list: wage-arrears }]" }))).toContain("assess.unrelated");
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
  const shipped = parse(readFileSync(new URL(`../../../policy/${FILE}`, import.meta.url), "utf8")) as {
    readonly measures: readonly (Readonly<Record<string, unknown>> & { readonly id: string })[];
  };
  const live = shipped.measures.filter(({ id }) => before.measures.get(id)?.state === "live");
  const alone = (measure: object): Assessment =>
    assess(question, before, new Map([[FILE, stringify({ measures: [measure] })]]));

  test("what is shipped live stands, all of it", () => {
    const told = assess(question, before, new Map([[FILE, stringify({ measures: live })]]));
    expect(told.measures.filter(({ standing }) => !standing).map(({ measure }) => measure.id)).toEqual([]);
    expect([told.standing, told.measures.length]).toEqual([true, live.length]);
  });

  test("a measure of class 1 that loses what carries it falls", () => {
    const first = live.filter((measure) => measure["class"] === 1);
    expect(first.length).toBeGreaterThan(0);
    for (const measure of first) {
      expect(alone({ ...measure, basis: [] }).standing).toBe(false);
      expect(alone({ ...measure, basis: ["opinions-2025#12"] }).standing).toBe(false);
    }
  });

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
      { numRuns: 10 },
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
      { numRuns: 25 },
    );
  });
});
