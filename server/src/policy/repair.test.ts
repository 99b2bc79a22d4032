import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import type { Day } from "../kernel/day.ts";
import { policyAt } from "./load.ts";
import { repairTerms } from "./repair.ts";
import { lintFiles, SOUND_POLICY } from "./test-policy-folder.ts";

const SHIPPED = fileURLToPath(new URL("../../../policy", import.meta.url));
const RULES = readFileSync(`${SHIPPED}/repair/rules.yaml`, "utf8").replaceAll(
  /basis: [^,} ]+/g,
  "basis: opinions-2025#1",
);
const day = "2026-09-09" as Day;
const codes = (rules: string): string[] =>
  lintFiles({ files: { ...SOUND_POLICY, "repair/rules.yaml": rules } })
    .map(({ code }) => code)
    .filter((code) => code.startsWith("policy.repair"));

test("the demo city has confirmed what nobody checked, and the marks stay", () => {
  const load = policyAt({ folders: [SHIPPED], region: "990100", day });
  const repair = load.ok ? load.snapshot.repair : null;
  expect(repair?.waiting).toEqual([]);
  expect(repair?.deadlines.find(({ id }) => id === "national")?.mark).toBe("unverified");
  expect(repair === null || repair === undefined ? null : repairTerms(repair, null)).toEqual({
    accept: 3,
    decide: 7,
    extension: 10,
    feedback: 10,
  });
});

test("rules as they are shipped have nothing against them", () => {
  expect(codes(RULES)).toEqual([]);
});

const added = (material: string): string => RULES.replace("\ndeadlines:", `\n  - ${material}\n# \ndeadlines:`);
const material = (over: Readonly<Record<string, string>>): string => {
  const one = {
    id: "more",
    kind: "other",
    zh: "缴款凭证",
    list: "wage-arrears",
    basis: '"opinions-2025#7"',
    mark: "verified",
    ...over,
  };
  return `{ ${Object.entries(one)
    .map(([key, value]) => `${key}: ${value}`)
    .join(", ")} }`;
};

test.each([
  ["a certificate of training", { kind: "training" }, ["policy.repair-material"]],
  ["a fee", { kind: "fee" }, ["policy.repair-material"]],
  ["training under another name", { zh: "参加培训的证明" }, ["policy.repair-material"]],
  ["money under another name", { zh: "服务费发票" }, ["policy.repair-material"]],
  ["anything more without a list", { list: "null" }, ["policy.repair-material"]],
  ["anything more without an article", { basis: '"opinions-2025#*"' }, ["policy.repair-material"]],
  ["a second commitment", { kind: "commitment", list: "null" }, ["policy.repair-material"]],
  ["what a named article of one list asks for", {}, []],
])("%s is judged when the rules are loaded", (_, over, expected) => {
  expect(codes(added(material(over)))).toEqual(expected);
});

test("nobody is shut out without a law", () => {
  const rule = '[{ id: shut, zh: 不可修复, entry: penalty, list: null, basis: "nothing#1", mark: verified }]';
  expect(codes(RULES.replace("notRepairable: []", `notRepairable: ${rule}`))).toEqual(["policy.repair-rank"]);
});
