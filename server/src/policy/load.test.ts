import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, expect, test } from "vitest";
import { articleText, referenceText } from "./article-text.ts";
import { loadCalendar } from "./calendar.ts";
import { readCases } from "./cases.ts";
import { addWorkingDays, isWorkingDay } from "../kernel/day.ts";
import type { Day } from "../kernel/day.ts";
import { inspectCode } from "../kernel/uscc.ts";
import { lintPolicy } from "./lint.ts";
import { loadPolicy, policyAt } from "./load.ts";
import type { PolicySnapshot } from "./snapshot.ts";
import { SOUND_POLICY as sound, writePolicy } from "./test-policy-folder.ts";

const SHIPPED = fileURLToPath(new URL("../../../policy", import.meta.url));
const DAY = "2026-09-09" as Day;
const removals: (() => void)[] = [];
afterAll(() => {
  for (const remove of removals) remove();
});

function folderOf(files: Readonly<Record<string, string>>): string {
  const { folder, remove } = writePolicy(files);
  removals.push(remove);
  return folder;
}

function snapshotOf(folders: readonly string[], day = DAY): PolicySnapshot {
  const load = loadPolicy({ folders, region: "990100", day });
  if (!load.ok) throw new Error(JSON.stringify(load.faults));
  return load.snapshot;
}

/** A later folder with its own files over the small policy. */
const over = (files: Readonly<Record<string, string>>): readonly string[] => [folderOf(sound), folderOf(files)];
const codesOver = (files: Readonly<Record<string, string>>): string[] =>
  lintPolicy(over(files), "990100", DAY).map((fault) => fault.code);

test("the shipped policy with the demo pack has no fault, on the days it has to serve", () => {
  for (const day of ["2025-04-01", "2026-03-31", "2026-04-01", "2026-09-09", "2026-12-31"]) {
    expect(lintPolicy([SHIPPED], "990100", day as Day)).toEqual([]);
  }
});

const demo = snapshotOf([SHIPPED]);

test("the shipped catalogue holds the fixed entries, live, and 13 categories", () => {
  expect(demo.categories).toHaveLength(13);
  for (const id of [
    "registration",
    "permit",
    "penalty",
    "abnormal-operation",
    "serious-list",
    "honour",
    "rating",
    "judgment-debtor",
  ]) {
    expect(demo.entries.get(id)?.state).toBe("live");
  }
  expect(demo.entries.get("permit")?.fields).toHaveLength(28);
  expect(demo.entries.get("penalty")?.fields).toHaveLength(33);
  const covered = new Set([...demo.entries.values()].map((entry) => entry.category));
  expect(covered.size).toBe(13);
});

test("every adverse entry carries a severity, and none of them is open data", () => {
  for (const entry of demo.entries.values()) {
    if (!entry.adverse) continue;
    expect(entry.roles.severity).not.toBeNull();
    expect(entry.channels).not.toContain("open-data");
  }
});

test("natural persons stand behind no live entry, and identity numbers are personal everywhere", () => {
  for (const entry of demo.entries.values()) {
    if (entry.state === "live") expect(entry.subjectKinds).not.toContain("natural-person");
    for (const field of entry.fields)
      if (field.identityNumber) expect(field).toMatchObject({ personal: true, group: "authorisation" });
  }
});

test("an unverified length is not enforced, a verified one is", () => {
  const permit = demo.entries.get("permit");
  expect(permit?.fields.find((field) => field.id === "documentNo")?.lengthMax).toBeNull();
  expect(permit?.fields.find((field) => field.id === "subjectCode")?.lengthMax).toBe(18);
});

test("the demo city says that it is an example and its providers have sound codes of its own territory", () => {
  expect(demo.official).toBe(false);
  expect(demo.providers.size).toBeGreaterThanOrEqual(30);
  for (const provider of demo.providers.values()) {
    expect(inspectCode(provider.uscc)).toBe("ok");
    expect(provider.uscc.slice(2, 6)).toBe("9901");
    expect(provider.zh).toMatch(/^示例市/);
    expect(provider.official).toBe(false);
  }
  expect([...demo.providers.values()][0]?.zh).toBe("示例市市场监督管理局");
});

test("the demo pack stays out of production, which then has no region file", () => {
  const load = loadPolicy({ folders: [SHIPPED], region: "990100", day: DAY, production: true });
  expect(load.ok ? [] : load.faults.map((fault) => fault.code)).toEqual(["policy.region-missing"]);
});

test("every value that an instrument gives carries a mark or a basis", () => {
  for (const entry of demo.entries.values()) {
    expect(entry.basis.length).toBeGreaterThan(0);
    for (const field of entry.fields) expect(field.mark).toMatch(/^(verified|secondary|unverified)$/);
  }
  for (const rule of demo.publicity.rules) {
    for (const part of rule.kind === "severity-term" ? rule.editions : [rule]) {
      expect(demo.sources.has(part.basis.source)).toBe(true);
      expect(part.mark).toBeDefined();
    }
  }
});

test("the cases are readable, many, and of entries that exist", () => {
  const cases = readCases([SHIPPED], "990100");
  expect(cases.length).toBeGreaterThanOrEqual(40);
  for (const one of cases) {
    expect(one.title).toMatch(/[\u4e00-\u9fff]/);
    expect(demo.entries.has(one.entry)).toBe(true);
    expect(demo.sources.has(one.basis.source)).toBe(true);
  }
});

test("an article is written as pages show it", () => {
  expect(articleText(demo, { source: "administrative-penalty-law", article: "48" })).toBe(
    "《中华人民共和国行政处罚法》第48条",
  );
  expect(articleText(demo, { source: "opinions-2025", article: "6" })).toBe(
    "《中共中央办公厅 国务院办公厅关于健全社会信用体系的意见》第6项",
  );
  expect(referenceText(demo, "order-36#*")).toBe("《信用修复管理办法》");
  expect(referenceText(demo, "order-36")).toBe("《信用修复管理办法》");
  expect(referenceText(demo, "hearsay#3")).toBe("《hearsay》第3条");
});

test("the working calendar covers 2020 to 2026 and knows the days moved for holidays", () => {
  const load = loadCalendar([SHIPPED], "990100");
  if (!load.ok) throw new Error(JSON.stringify(load.faults));
  const { calendar } = load;
  expect([...calendar.years].toSorted((a, b) => a - b)).toEqual([2020, 2021, 2022, 2023, 2024, 2025, 2026]);
  expect(isWorkingDay("2026-10-01" as Day, calendar)).toBe(false);
  expect(isWorkingDay("2026-02-14" as Day, calendar)).toBe(true);
  expect(addWorkingDays("2026-09-29" as Day, 7, calendar)).toBe("2026-10-14");
  expect(isWorkingDay("2027-01-04" as Day, calendar)).toBeUndefined();
  expect(calendar.disputed.has("2023-01-03" as Day)).toBe(true);
});

test("an operator's folder adds years to the calendar, and a faulty one is told", () => {
  const later = folderOf({
    "calendar/working-days.yaml": "years:\n  - { year: 2027, holidays: [2027-01-01], workdays: [], mark: verified }\n",
  });
  const load = loadCalendar([SHIPPED, later], "990100");
  expect(load.ok && load.calendar.years.has(2027) && load.calendar.years.has(2020)).toBe(true);
  const broken = folderOf({
    "calendar/working-days.yaml": "years:\n  - { year: 2027, holidays: [2026-01-01], workdays: [], mark: verified }\n",
  });
  expect(loadCalendar([SHIPPED, broken], "990100").ok).toBe(false);
});

test("the hash is the same for the same text and for another order of the folder's files", () => {
  const one = snapshotOf([folderOf(sound)]);
  expect(snapshotOf([folderOf(Object.fromEntries(Object.entries(sound).toReversed()))]).hash).toBe(one.hash);
  expect(one.hash).toMatch(/^[0-9a-f]{64}$/);
});

const edits: readonly (readonly [what: string, file: string, from: string, to: string])[] = [
  ["a term", "visibility/rules.yaml", "monthsMax: 12", "monthsMax: 11"],
  ["a mark", "visibility/rules.yaml", "mark: verified", "mark: secondary"],
  ["a severity word", "visibility/rules.yaml", "严重: serious", "严重: general"],
  ["a title", "sources.yaml", "title: 意见", "title: 意见书"],
  ["a head", "catalogue/entries/penalty.yaml", "names: [企业名称]", "names: [企业全称]"],
  ["a length", "catalogue/entries/penalty.yaml", "max: 200", "max: 199"],
  ["a synonym", "catalogue/entries/penalty.yaml", "通报批评: 其他-通报批评", "通报: 其他-通报批评"],
  ["a role", "catalogue/entries/penalty.yaml", "title: content", "title: kinds"],
  ["a column of a layout", "ingest/mappings/old-table.yaml", "序号: null", "编号: null"],
  ["a forbidden word", "ingest/forbidden.yaml", "血型鉴定", "血型检验"],
  ["a word of forms", "ingest/document-words.yaml", "不详", "未详"],
  ["a provider's name", "packs/home/providers.yaml", "示例局", "示例二局"],
  ["the region's name", "packs/home/region.yaml", "示例市", "示例二市"],
  ["a confirmation", "packs/home/confirms.yaml", 'what: "entry:draft"', 'what: "values:penalty.severity"'],
];

const before = snapshotOf([folderOf(sound)]).hash;

test.each(edits)("the hash changes with %s", (_what, file, from, to) => {
  const text = sound[file] ?? "";
  expect(text).toContain(from);
  expect(snapshotOf([folderOf({ ...sound, [file]: text.replace(from, to) })]).hash).not.toBe(before);
});

test("a comment or a note does not change the hash", () => {
  const text = sound["visibility/rules.yaml"] ?? "";
  expect(snapshotOf([folderOf({ ...sound, "visibility/rules.yaml": `# 说明\n${text}` })]).hash).toBe(before);
});

test("a snapshot cannot be changed, its maps included", () => {
  const snapshot = snapshotOf([folderOf(sound)]);
  const entry = snapshot.entries.get("penalty");
  expect(() => Object.assign(snapshot, { region: "1" })).toThrow(TypeError);
  expect(() => Object.assign(entry?.fields[0] ?? {}, { zh: "x" })).toThrow(TypeError);
  expect(() => Object.assign(entry?.fields ?? [], { 0: null })).toThrow(TypeError);
  const entries = snapshot.entries as Map<string, unknown>;
  expect(() => entries.set("gossip", {})).toThrow(TypeError);
  expect(() => entries.clear()).toThrow(TypeError);
  expect(() => entries.delete("penalty")).toThrow(TypeError);
});

test("a policy with a fault does not load at all", () => {
  const text = (sound["catalogue/entries/draft.yaml"] ?? "").replace("basis: [opinions-2025#6]", "basis: [old-rule#1]");
  const load = loadPolicy({
    folders: [folderOf({ ...sound, "catalogue/entries/draft.yaml": text })],
    region: "990100",
    day: DAY,
  });
  expect(load.ok).toBe(false);
});

test("an unconfirmed template is reported as disabled and keeps its state", () => {
  const folder = folderOf({ ...sound, "packs/home/confirms.yaml": "confirms: []\n" });
  const load = loadPolicy({ folders: [folder], region: "990100", day: DAY });
  expect(load.ok && load.disabled).toEqual(["draft"]);
  expect(load.ok && load.snapshot.entries.get("draft")?.state).toBe("template");
  expect(snapshotOf([folderOf(sound)]).entries.get("draft")?.state).toBe("live");
});

test("unverified values, lengths, editions and pending words join by confirmation only", () => {
  const confirms = [
    "values:penalty.severity",
    "values:penalty.kinds",
    "length:penalty.documentNo",
    "edition:severity-term.old",
  ];
  const lines = confirms.map((what) => `  - { what: "${what}", note: 示例 }\n`).join("");
  const plain = snapshotOf([folderOf(sound)]);
  const confirmed = snapshotOf([folderOf({ ...sound, "packs/home/confirms.yaml": `confirms:\n${lines}` })]);
  const look = (snapshot: PolicySnapshot): unknown[] => {
    const fields = new Map(snapshot.entries.get("penalty")?.fields.map((field) => [field.id, field]));
    const rule = snapshot.publicity.rules[0];
    return [
      fields.get("severity")?.values,
      fields.get("kinds")?.values,
      fields.get("documentNo")?.lengthMax,
      rule?.kind === "severity-term" ? rule.editions.map((edition) => edition.id) : [],
    ];
  };
  expect(look(plain)).toEqual([null, ["罚款", "其他-"], null, ["new"]]);
  expect(look(confirmed)).toEqual([["轻微", "一般", "严重"], ["罚款", "其他-", "警告"], 64, ["new", "old"]]);
});

test("a later folder stands over an earlier one, but never with a lower version", () => {
  const entry = (sound["catalogue/entries/penalty.yaml"] ?? "").replace("zh: 处罚内容", "zh: 处罚决定内容");
  const renamed = snapshotOf(over({ "catalogue/entries/penalty.yaml": entry }));
  expect(renamed.entries.get("penalty")?.fields.some((field) => field.zh === "处罚决定内容")).toBe(true);
  expect(codesOver({ "catalogue/entries/penalty.yaml": entry.replace("version: 2", "version: 1") })).toEqual([
    "policy.version-lower",
  ]);
});

test("a later folder adds forbidden words and form words, and takes none away", () => {
  const kind = (asKind: string, mention: string): Record<string, string> => ({
    "ingest/forbidden.yaml": `forbidden:\n  - { id: blood-type, zh: 血型, asKind: [${asKind}], mention: [${mention}], basis: opinions-2025#4, mark: verified }\n`,
  });
  expect(codesOver(kind("血型, 血液", "血型鉴定"))).toEqual([]);
  expect(codesOver(kind("血液", "血型鉴定"))).toEqual(["policy.forbidden-weakened"]);
  expect(codesOver(kind("血型", ""))).toEqual(["policy.forbidden-weakened"]);
  const words =
    "templateRow: [填写示范]\nproposedDecision: []\nsimpleProcedure: []\nnotStated: []\nnaturalPerson: []\n";
  expect(snapshotOf(over({ "ingest/document-words.yaml": words })).words.templateRow).toEqual(["填表说明", "填写示范"]);
});

test("a later folder may shorten publicity; to lengthen it takes law, administrative or local regulation", () => {
  const shipped = sound["visibility/rules.yaml"] ?? "";
  const general = "general: { shown: true, monthsMin: 3, monthsMax: 12 }";
  const shorter = shipped
    .replace(general, "general: { shown: true, monthsMin: 3, monthsMax: 6 }")
    .replace("mark: unverified\n        terms", "mark: unverified\n        terms");
  const onlyNew = (text: string): string => text.replace(/ {6}- id: old[\s\S]*?(?= {2}- \{ id: valid-until)/, "");
  expect(codesOver({ "visibility/rules.yaml": onlyNew(shorter) })).toEqual([]);
  const longer = onlyNew(shipped.replace(general, "general: { shown: true, monthsMin: 3, monthsMax: 24 }"));
  expect(codesOver({ "visibility/rules.yaml": longer })).toEqual(["policy.term-rank"]);
  const local = `sources:\n  - { id: city-rule, title: 示例条例, number: null, rank: local-regulation, territory: "990100", issued: null, inForce: 2026-01-01, until: null, succeeds: [], textSha256: null, mark: verified, note: null }\n`;
  expect(
    codesOver({ "visibility/rules.yaml": longer.replace("new-rule#5", "city-rule#5"), "sources.yaml": local }),
  ).toEqual([]);
});

test("policyAt reads once for the same question and again for another day", () => {
  const folders = [folderOf(sound)];
  const first = policyAt({ folders, region: "990100", day: DAY });
  expect(policyAt({ folders: [...folders], region: "990100", day: DAY })).toBe(first);
  const next = policyAt({ folders, region: "990100", day: "2026-09-10" as Day });
  expect(next).not.toBe(first);
  expect(first.ok && next.ok && first.snapshot.hash === next.snapshot.hash).toBe(true);
});

test("packs are found by region, wherever they lie", () => {
  const other = { ...sound, "packs/away/region.yaml": 'region: "990200"\nzh: 别市\nofficial: true\n' };
  expect(snapshotOf([folderOf(other)]).regionName).toBe("示例市");
  const pack = folderOf(sound);
  expect(snapshotOf([pack, join(pack, "packs/home")]).regionName).toBe("示例市");
});
