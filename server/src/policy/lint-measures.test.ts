import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import type { Day } from "../kernel/day.ts";
import { loadPolicy } from "./load.ts";
import type { Measure } from "./measure.ts";
import { writePolicy } from "./test-policy-folder.ts";

const shipped = fileURLToPath(new URL("../../../policy", import.meta.url));

/** Source lines that tests lay over the shipped ones. */
const source = (
  id: string,
  rank: string,
  over: { from?: string; until?: string; territory?: string; mark?: string } = {},
) =>
  `  - { id: ${id}, title: 示例${id}, number: null, rank: ${rank}, territory: "${over.territory ?? "000000"}", issued: null, inForce: ${over.from ?? "2020-01-01"}, until: ${over.until ?? "null"}, succeeds: [], textSha256: null, mark: ${over.mark ?? "verified"}, note: 示例 }`;

const measure = (over: Readonly<Record<string, string>> = {}): string => {
  const parts: Readonly<Record<string, string>> = {
    id: "test-measure",
    version: "1",
    zh: "示例措施",
    kind: "restriction",
    class: "1",
    content: "示例",
    state: "live",
    triggers: "[{ list: wage-arrears }]",
    subjectKinds: "[enterprise]",
    matters: "[bidding]",
    bodies: "[{ zh: 示例机关, levels: [city] }]",
    basis: "[wage-payment-regulation#四十八]",
    term: "{ kind: while-triggered }",
    remedy: "{ zh: 示例 }",
    mark: "verified",
    ...over,
  };
  return `  - { ${Object.entries(parts)
    .map(([key, value]) => `${key}: ${value}`)
    .join(", ")} }`;
};

function loadWith(asked: {
  measures?: readonly string[];
  sources?: readonly string[];
  confirms?: readonly string[];
  day?: string;
}): {
  faults: readonly string[];
  measures: ReadonlyMap<string, Measure>;
} {
  const files: Record<string, string> = {};
  if (asked.measures !== undefined) files["measures/measures.yaml"] = `measures:\n${asked.measures.join("\n")}\n`;
  if (asked.sources !== undefined) files["sources.yaml"] = `sources:\n${asked.sources.join("\n")}\n`;
  if (asked.confirms !== undefined)
    files["confirms.yaml"] =
      `confirms:\n${asked.confirms.map((what) => `  - { what: "${what}", note: 示例 }`).join("\n")}\n`;
  const { folder, remove } = writePolicy(files);
  try {
    const load = loadPolicy({ folders: [shipped, folder], region: "990100", day: (asked.day ?? "2026-09-09") as Day });
    return load.ok
      ? { faults: [], measures: load.snapshot.measures }
      : { faults: load.faults.map(({ code }) => code), measures: new Map() };
  } finally {
    remove();
  }
}

describe("no law, no measure", () => {
  test("a sound measure loads and is live", () => {
    const { faults, measures } = loadWith({ measures: [measure()] });
    expect(faults).toEqual([]);
    expect(measures.get("test-measure")?.state).toBe("live");
  });
  test.each([
    ["class 1 on a central policy document", measure({ basis: "[opinions-2025#12]" }), "policy.measure-rank"],
    ["class 1 on a departmental rule", measure({ basis: "[hr-order-45#*]" }), "policy.measure-rank"],
    ["class 2 on a departmental rule", measure({ class: "2", basis: "[hr-order-45#*]" }), "policy.measure-rank"],
    [
      "a bar by statute on a central policy document",
      measure({
        kind: "statutory-bar",
        class: "null",
        triggers: "[{ entry: penalty }]",
        term: "{ kind: stated }",
        basis: "[opinions-2025#12]",
      }),
      "policy.measure-rank",
    ],
    [
      "even a template without a carrier",
      measure({ state: "template", basis: "[hr-order-45#*]" }),
      "policy.measure-rank",
    ],
    ["a basis without its article", measure({ basis: "[wage-payment-regulation]" }), "policy.missing-article"],
    ["a basis that nobody registered", measure({ basis: "[hearsay#1]" }), "policy.unknown-source"],
    ["a basis of another territory", measure({ basis: "[shandong-credit#二十]" }), "policy.foreign-territory"],
    ["an unknown matter", measure({ matters: "[parking]" }), "policy.unknown-matter"],
    ["no matter at all", measure({ matters: "[]" }), "policy.measure-part"],
    ["an unknown list", measure({ triggers: "[{ list: hearsay }]" }), "policy.unknown-list"],
    ["a publication that is no list", measure({ triggers: "[{ list: tax-arrears-notice }]" }), "policy.measure-fact"],
    [
      "an unknown field",
      measure({ triggers: "[{ entry: penalty, where: [{ field: hearsay, contains: [x] }] }]" }),
      "policy.unknown-field",
    ],
    ["a rating as trigger", measure({ triggers: "[{ entry: rating }]" }), "policy.measure-fact"],
    [
      "a person's qualification as trigger",
      measure({ triggers: "[{ entry: title-qualification }]" }),
      "policy.measure-fact",
    ],
    ["an honour as trigger of a restriction", measure({ triggers: "[{ entry: honour }]" }), "policy.measure-fact"],
    ["a promise as trigger of a restriction", measure({ triggers: "[{ entry: commitment }]" }), "policy.measure-fact"],
    [
      "a person's data as trigger",
      measure({ triggers: "[{ entry: penalty, where: [{ field: legalRepresentative, contains: [王] }] }]" }),
      "policy.measure-fact",
    ],
    ["a count as trigger", measure({ triggers: "[{ entry: penalty, count: 3 }]" }), "policy.unknown-key"],
    ["a score as trigger", measure({ triggers: "[{ scoreBelow: 600 }]" }), "policy.wrong-shape"],
    [
      "somebody else's record as trigger",
      measure({ triggers: "[{ shareholder: wage-arrears }]" }),
      "policy.wrong-shape",
    ],
    ["a natural person as its object", measure({ subjectKinds: "[natural-person]" }), "policy.wrong-shape"],
    ["a restriction without class", measure({ class: "null" }), "policy.measure-part"],
    ["an incentive with a class", measure({ kind: "incentive" }), "policy.measure-part"],
    [
      "a bar that follows a list",
      measure({ kind: "statutory-bar", class: "null", term: "{ kind: stated }" }),
      "policy.measure-part",
    ],
    ["a live measure that nobody verified", measure({ mark: "unverified" }), "policy.measure-unverified"],
    [
      "a live measure on an unverified law",
      measure({ basis: "[company-law#一百七十八]" }),
      "policy.measure-unverified",
    ],
    ["twice in one layer", [measure(), measure()].join("\n"), "policy.duplicate-id"],
  ])("refuses %s", (_what, written, code) => {
    expect(loadWith({ measures: [written] }).faults).toContain(code);
  });
});

describe("when the basis ends", () => {
  const sources = [source("ending-law", "law", { until: "2026-09-10" })];
  const on = (day: string, basis = "[ending-law#1]"): string | undefined =>
    loadWith({ measures: [measure({ basis })], sources, day }).measures.get("test-measure")?.state;
  test("nothing new is offered from that midnight on, and the policy still loads", () => {
    expect(on("2026-09-09")).toBe("live");
    expect(on("2026-09-10")).toBe("lapsed");
  });
  test("another instrument of the rank carries it on", () => {
    expect(on("2026-09-10", "[ending-law#1, wage-payment-regulation#四十八]")).toBe("live");
  });
  test("an instrument of a lower rank does not", () => {
    expect(on("2026-09-10", "[ending-law#1, opinions-2025#12]")).toBe("lapsed");
  });
  test("what is not in force yet waits for its day", () => {
    const later = [source("coming-law", "law", { from: "2026-10-01" })];
    const state = (day: string): string | undefined =>
      loadWith({ measures: [measure({ basis: "[coming-law#1]" })], sources: later, day }).measures.get("test-measure")
        ?.state;
    expect(state("2026-09-30")).toBe("pending");
    expect(state("2026-10-01")).toBe("live");
  });
});

describe("templates", () => {
  test("an unverified one rests until an operator confirms it, with what it lacks", () => {
    const written = measure({ state: "template", mark: "unverified" });
    expect(loadWith({ measures: [written] }).measures.get("test-measure")?.state).toBe("template");
    const confirmed = loadWith({ measures: [written], confirms: ["measure:test-measure"] });
    expect(confirmed.measures.get("test-measure")?.state).toBe("live");
  });
  test("an empty one cannot be confirmed", () => {
    expect(loadWith({ confirms: ["measure:list-item-1"] }).faults).toContain("policy.measure-part");
  });
  test("one that is live needs no confirmation, and takes none", () => {
    expect(loadWith({ confirms: ["measure:wage-arrears-funds"] }).faults).toContain("policy.unknown-confirmation");
  });
  test("three rows of the national list are unknown, and none was invented", () => {
    const items = [...loadWith({}).measures.values()].flatMap(({ item }) => (item === null ? [] : [Number(item)]));
    expect(Math.max(...items)).toBeLessThanOrEqual(11);
  });
});
