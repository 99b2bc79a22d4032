import { expect, test } from "vitest";
import type { Day } from "../kernel/day.ts";
import { lintPolicy } from "./lint.ts";
import { SMALL_POLICY, SOUND_POLICY, lintFiles, plantFault } from "./test-policy-folder.ts";
import type { Plant } from "./test-policy-folder.ts";
import { faultText } from "./text.ts";

const rules = "visibility/rules.yaml";
const sources = "sources.yaml";
const map = "ingest/mappings/old-table.yaml";

const planted: readonly Plant[] = [
  ["a day that is none", sources, "inForce: 2027-01-01", "inForce: 2027-02-30", "policy.wrong-shape", "2027-02-30"],
  [
    "a successor that leaves a gap",
    sources,
    "until: 2026-04-01",
    "until: 2026-03-01",
    "policy.succession-gap",
    "id: new-rule",
  ],
  [
    "a successor of nobody",
    sources,
    "succeeds: [old-rule]",
    "succeeds: [older-rule]",
    "policy.unknown-source",
    "id: new-rule",
  ],
  [
    "an end before the beginning",
    sources,
    "inForce: 2027-01-01, until: null",
    "inForce: 2027-01-01, until: 2026-01-01",
    "policy.succession-gap",
    "id: later-law",
  ],
  ["a source twice", sources, "id: later-law", "id: undated", "policy.duplicate-id", "title: 不知何时"],
  [
    "a category on an unknown source",
    "catalogue/categories.yaml",
    "basis: undated",
    "basis: hearsay",
    "policy.unknown-source",
    "hearsay",
  ],
  [
    "a rule on a basis that has ended",
    rules,
    "longTerm: [2099-12-31], basis: opinions-2025#6",
    "longTerm: [2099-12-31], basis: old-rule#6",
    "policy.expired-basis",
    "id: valid-until",
  ],
  [
    "a convention on an unknown basis",
    rules,
    "conventionBasis: opinions-2025#13",
    "conventionBasis: hearsay#1",
    "policy.unknown-source",
    "hearsay",
  ],
  [
    "an edition older than its instrument",
    rules,
    "inForce: 2023-05-01",
    "inForce: 2023-01-01",
    "policy.not-yet-in-force",
    "basis: old-rule#5",
  ],
  [
    "an edition that outlives its instrument",
    rules,
    "basis: new-rule#5",
    "basis: old-rule#4",
    "policy.expired-basis",
    "old-rule#4",
  ],
  ["an edition of unknown day", rules, "basis: new-rule#5", "basis: undated#4", "policy.undated-basis", "undated#4"],
  [
    "an edition on an unknown source",
    rules,
    "basis: new-rule#5",
    "basis: hearsay#4",
    "policy.unknown-source",
    "hearsay#4",
  ],
  [
    "an edition without article",
    rules,
    "basis: new-rule#5",
    "basis: new-rule",
    "policy.missing-article",
    "basis: new-rule",
  ],
  [
    "editions that do not join",
    rules,
    "until: 2026-04-01",
    "until: 2026-03-01",
    "policy.edition-gap",
    "until: 2026-03-01",
  ],
  [
    "a least term above the greatest",
    rules,
    "monthsMin: 3, monthsMax: 12 }\n          serious",
    "monthsMin: 13, monthsMax: 12 }\n          serious",
    "policy.term-order",
    "general: { shown: true, monthsMin: 13",
  ],
  [
    "a forbidden kind on an unknown source",
    "ingest/forbidden.yaml",
    "opinions-2025#4",
    "hearsay#4",
    "policy.unknown-source",
    "hearsay",
  ],
  [
    "a layout for an entry that is not there",
    map,
    "entry: penalty",
    "entry: penalties",
    "policy.unknown-entry",
    "entry: penalties",
  ],
  [
    "a layout with an unknown field",
    map,
    "单位: subjectName",
    "单位: company",
    "policy.unknown-field",
    "单位: company",
  ],
  ["a constant for an unknown field", map, "{ content: 罚款 }", "{ text: 罚款 }", "policy.unknown-field", "text: 罚款"],
  ["a derivation of an unknown field", map, "field: fine", "field: sum", "policy.unknown-field", "field: sum"],
  [
    "one head twice in a layout, folded",
    map,
    "序号: null",
    "代码(统一): null",
    "policy.duplicate-head",
    "代码(统一): null",
  ],
  [
    "a provider with an unsound code",
    "packs/home/providers.yaml",
    "11990100990001378K",
    "119901009900013780",
    "policy.unsound-code",
    "119901009900013780",
  ],
  [
    "a confirmation of nothing",
    "packs/home/confirms.yaml",
    "entry:draft",
    "entry:penalty",
    "policy.unknown-confirmation",
    "entry:penalty",
  ],
  [
    "a confirmation of an unknown edition",
    "packs/home/confirms.yaml",
    "entry:draft",
    "edition:severity-term.older",
    "policy.unknown-confirmation",
    "older",
  ],
  [
    "a case of an unknown entry",
    "visibility/cases.yaml",
    "given: { severity",
    "given: { entry: gossip, severity",
    "policy.unknown-entry",
    "gossip",
  ],
  ["a case without day", "visibility/cases.yaml", ", day: 2027-05-10 }", " }", "policy.wrong-shape", "given:"],
  [
    "a holiday of another year",
    "calendar/working-days.yaml",
    "[2026-01-01]",
    "[2025-01-01]",
    "policy.unknown-year",
    "2025-01-01",
  ],
  [
    "a day both off and worked",
    "calendar/working-days.yaml",
    "[2026-01-04]",
    "[2026-01-01]",
    "policy.duplicate-id",
    "year: 2026",
  ],
];

test.each(planted)("%s is told with file, line, a Chinese text and a cure", (...plant) => {
  const { faults, expected } = plantFault(plant);
  expect(faults.map((fault) => `${fault.file}:${fault.line} ${fault.code}`)).toContain(expected);
  for (const { message, cure } of faults.map(faultText)) {
    expect(message).toMatch(/[\u4e00-\u9fff]/);
    expect(message).not.toMatch(/undefined/);
    expect(cure).toMatch(/。$/);
  }
});

test("a sound policy has no fault", () => {
  expect(lintFiles({ files: SOUND_POLICY })).toEqual([]);
});

test("a template may stand on a source of unknown day as long as nobody confirms it", () => {
  expect(lintFiles({ files: { ...SMALL_POLICY, "packs/home/confirms.yaml": "confirms: []\n" } })).toEqual([]);
});

test("a file that no reader knows is named, and so are folders, regions and parts that are not there", () => {
  const codes = (files: Record<string, string>, region = "990100"): string[] =>
    lintFiles({ files, region }).map((fault) => fault.code);
  expect(codes({ ...SOUND_POLICY, "catalogue/extra.yaml": "a: 1\n" })).toEqual(["policy.unknown-file"]);
  expect(codes(SOUND_POLICY, "990200")).toEqual(["policy.region-missing"]);
  const { "ingest/document-words.yaml": _words, ...withoutWords } = SOUND_POLICY;
  expect(codes(withoutWords)).toEqual(["policy.missing-part"]);
  const nowhere = lintPolicy(["/nowhere/policy"], "990100", "2026-09-09" as Day);
  expect(nowhere.map((fault) => fault.code)).toContain("policy.folder-missing");
});

test("a fault of shape hides its echoes elsewhere", () => {
  const broken = (SOUND_POLICY["catalogue/field-sets.yaml"] ?? "").replace("type: string", "type: strong");
  const faults = lintFiles({ files: { ...SOUND_POLICY, "catalogue/field-sets.yaml": broken } });
  expect(new Set(faults.map((fault) => fault.code))).toEqual(new Set(["policy.wrong-shape", "policy.unknown-set"]));
});

test("an ended basis names its successor", () => {
  const file = "catalogue/entries/penalty.yaml";
  const text = (SOUND_POLICY[file] ?? "").replace("basis: [opinions-2025#6]", "basis: [old-rule#6]");
  const [fault] = lintFiles({ files: { ...SOUND_POLICY, [file]: text } });
  expect(fault?.values).toMatchObject({ until: "2026-04-01", successor: "新办法" });
  expect(fault === undefined ? "" : faultText(fault).message).toBe(
    "《旧办法》自 2026-04-01 起失效，已由《新办法》接替",
  );
});
