import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import type { Day } from "../kernel/day.ts";
import { policyAt } from "./load.ts";
import { readObjectionCases } from "./objection.ts";
import { lintFiles, SOUND_POLICY } from "./test-policy-folder.ts";

const SHIPPED = fileURLToPath(new URL("../../../policy", import.meta.url));
const day = "2026-09-09" as Day;

test("the demo city has confirmed the template, and says so by its mark", () => {
  const load = policyAt({ folders: [SHIPPED], region: "990100", day });
  expect(load.ok && load.snapshot.objection.rule).toMatchObject({ id: "national", mark: "unverified", provider: 7 });
});

test("every case names a rule that is shipped", () => {
  const cases = readObjectionCases([SHIPPED], "990100");
  expect(cases.length).toBeGreaterThan(20);
  expect(cases.filter(({ asked, rule }) => asked.rule !== (rule?.id ?? null))).toEqual([]);
});

const lintWith = (files: Readonly<Record<string, string>>): ReturnType<typeof lintFiles> =>
  lintFiles({ files: { ...SOUND_POLICY, ...files } });
const RULES = (rules: readonly string[]): string =>
  `rules:\n${rules.map((rule) => `  - ${rule}\n`).join("")}grounds:\n  - { id: other, zh: 其他, targets: [record] }\n`;
const rule = (id: string, territory: string, mark: string, basis = "opinions-2025#1"): string =>
  `{ id: ${id}, zh: 规则, territory: "${territory}", accept: 1, own: 1, transfer: 1, provider: 1, extension: null, total: null, pausesDisplay: false, basis: "${basis}", mark: ${mark} }`;

test.each([
  ["an instrument that nobody knows", [rule("a", "000000", "verified", "nothing#1")], "policy.unknown-source"],
  [
    "a rule that stands twice",
    [rule("a", "000000", "verified"), rule("a", "000000", "verified")],
    "policy.duplicate-id",
  ],
])("%s is told", (_, rules, code) => {
  expect(lintWith({ "objection/rules.yaml": RULES(rules) }).map((fault) => fault.code)).toContain(code);
});

test("another territory's instrument is nobody's concern here", () => {
  const files = { "objection/rules.yaml": RULES([rule("a", "370000", "verified", "elsewhere#1")]) };
  expect(lintWith(files).map((fault) => fault.code)).toEqual([]);
});
