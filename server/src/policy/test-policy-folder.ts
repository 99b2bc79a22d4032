import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, relative } from "node:path";
import type { Day } from "../kernel/day.ts";
import type { Fault, FaultCode } from "./fault.ts";
import { lintPolicy } from "./lint.ts";

/** A small sound policy, for tests that plant one fault at a time. Everything in it is invented. */
export const SMALL_POLICY: Readonly<Record<string, string>> = {
  "sources.yaml": `sources:
  - { id: opinions-2025, title: 意见, number: 示例1号, rank: central-policy, territory: "000000", issued: 2025-01-01, inForce: 2025-01-01, until: null, succeeds: [], textSha256: null, mark: verified, note: null }
  - { id: old-rule, title: 旧办法, number: null, rank: departmental-rule, territory: "000000", issued: null, inForce: 2023-05-01, until: 2026-04-01, succeeds: [], textSha256: null, mark: verified, note: null }
  - { id: new-rule, title: 新办法, number: null, rank: departmental-rule, territory: "000000", issued: null, inForce: 2026-04-01, until: null, succeeds: [old-rule], textSha256: null, mark: verified, note: null }
  - { id: later-law, title: 将来的法, number: null, rank: law, territory: "000000", issued: null, inForce: 2027-01-01, until: null, succeeds: [], textSha256: null, mark: verified, note: null }
  - { id: undated, title: 不知何时, number: null, rank: normative-document, territory: "000000", issued: null, inForce: null, until: null, succeeds: [], textSha256: null, mark: secondary, note: null }
  - { id: doubtful, title: 未核对的, number: null, rank: law, territory: "000000", issued: null, inForce: 2020-01-01, until: null, succeeds: [], textSha256: null, mark: unverified, note: null }
  - { id: elsewhere, title: 别处条例, number: null, rank: local-regulation, territory: "370000", issued: null, inForce: 2020-10-01, until: null, succeeds: [], textSha256: null, mark: verified, note: null }
`,
  "catalogue/categories.yaml": `categories:
  - { id: administrative-acts, no: 3, zh: 行政行为, since: 2021, mark: verified, basis: undated }
`,
  "catalogue/field-sets.yaml": `sets:
  source:
    - { id: sourceUnit, zh: 数据来源单位, type: string, mark: verified }
    - { id: remark, zh: 备注, type: text, mark: verified }
`,
  "catalogue/entries/penalty.yaml": `id: penalty
version: 2
zh: 行政处罚
category: administrative-acts
state: live
adverse: true
subjectKinds: [enterprise]
mark: verified
basis: [opinions-2025#6]
severityRule: provider
publicityRule: severity-term
channels: [public-page, own]
updateTerm: { workingDays: 7, basis: "opinions-2025#*", mark: verified }
retention: { years: null, basis: null, mark: unverified }
sourceKey: [documentNo]
decisionIdentity: [documentNo]
roles:
  subjectCode: subjectCode
  subjectName: subjectName
  documentNo: documentNo
  severity: severity
  title: content
  summary: [content]
fields:
  - { id: subjectName, zh: 名称, names: [企业名称], type: string, length: { max: 200, mark: verified }, required: always, mark: verified }
  - { id: subjectCode, zh: 统一社会信用代码, type: uscc, length: { max: 18, mark: verified }, required: always, mark: verified }
  - { id: documentNo, zh: 文书号, type: string, length: { max: 64, mark: unverified }, required: always, mark: verified }
  - { id: kinds, zh: 处罚类别, type: enum-list, values: { list: [罚款, 其他-], pending: [警告], synonyms: { 通报批评: 其他-通报批评 }, mark: verified }, mark: verified }
  - { id: fine, zh: 罚款金额, type: decimal, scale: 6, required: conditional, when: { field: kinds, contains: [罚款] }, mark: verified }
  - { id: content, zh: 处罚内容, type: text, mark: verified }
  - { id: representative, zh: 法定代表人, type: string, group: authorisation, personal: true, mark: verified }
  - { id: severity, zh: 失信严重程度, type: enum, values: { list: [轻微, 一般, 严重], mark: unverified }, mark: unverified }
  - { use: source, except: [remark] }
`,
  "catalogue/entries/draft.yaml": `id: draft
version: 1
zh: 模板事项
category: administrative-acts
state: template
adverse: false
subjectKinds: [enterprise]
mark: unverified
basis: [undated]
severityRule: none
publicityRule: null
channels: [own]
updateTerm: null
retention: { years: null, basis: null, mark: unverified }
sourceKey: []
decisionIdentity: []
roles: { subjectCode: code, subjectName: name, summary: [] }
fields:
  - { id: name, zh: 名称, type: string, required: always, mark: unverified }
  - { id: code, zh: 代码, type: uscc, required: always, mark: unverified }
`,
  "visibility/rules.yaml": `convention: start-not-counted
conventionBasis: opinions-2025#13
conventionMark: unverified
severityWords: { 轻微: minor, 一般: general, 严重: serious }
minorProcedures: [简易程序]
minorProceduresBasis: opinions-2025#6
minorProceduresMark: secondary
rules:
  - id: severity-term
    kind: severity-term
    transition: more-favourable
    transitionMark: unverified
    editions:
      - id: new
        inForce: 2026-04-01
        until: null
        basis: new-rule#5
        mark: verified
        terms:
          minor: { shown: false, monthsMin: 0, monthsMax: 3 }
          general: { shown: true, monthsMin: 3, monthsMax: 12 }
          serious: { shown: true, monthsMin: 12, monthsMax: 36 }
          unclassified: { shown: true, monthsMin: 3, monthsMax: 12 }
      - id: old
        inForce: 2023-05-01
        until: 2026-04-01
        basis: old-rule#5
        mark: unverified
        terms:
          minor: { shown: true, monthsMin: 3, monthsMax: 36 }
          general: { shown: true, monthsMin: 3, monthsMax: 36 }
          serious: { shown: true, monthsMin: 3, monthsMax: 36 }
          unclassified: { shown: true, monthsMin: 3, monthsMax: 36 }
  - { id: valid-until, kind: valid-until, longTerm: [2099-12-31], basis: opinions-2025#6, mark: verified }
`,
  "visibility/cases.yaml": `cases:
  - case: 一般失信，对应日仍公示
    given: { severity: general, decidedOn: 2026-05-10, day: 2027-05-10 }
    then: { shown: true, shownUntil: 2027-05-10 }
    basis: new-rule#5
`,
  "ingest/forbidden.yaml": `forbidden:
  - { id: blood-type, zh: 血型, asKind: [血型], mention: [血型鉴定], basis: opinions-2025#4, mark: verified }
`,
  "ingest/document-words.yaml": `templateRow: [填表说明]
proposedDecision: [拟对]
simpleProcedure: [简易程序]
notStated: [不详]
naturalPerson: [自然人]
`,
  "ingest/mappings/old-table.yaml": `id: old-table
zh: 旧表
entry: penalty
profile: legacy
columns:
  单位: subjectName
  代码（统一）: subjectCode
  序号: null
constants: { content: 罚款 }
derivations:
  - { field: fine, from: 罚款元, unit: yuan-to-wan }
`,
  "calendar/working-days.yaml": `years:
  - { year: 2026, holidays: [2026-01-01], workdays: [2026-01-04], mark: secondary }
`,
  "access/rules.yaml": `purposes:
  - { id: approval, zh: 审批 }
authorisation: { monthsMax: 12, usesMax: 10, basis: "opinions-2025#10", mark: unverified }
draw: { perTenThousand: 100, workingDays: 5, basis: "opinions-2025#10", mark: unverified }
exports: { rowsMax: 100, keepDays: 30 }
hours: { from: 8, until: 18 }
watch: []
`,
  "packs/home/region.yaml": `region: "990100"
zh: 示例市
official: false
`,
  "packs/home/providers.yaml": `providers:
  - { uscc: "11990100990001378K", zh: 示例局, entries: [penalty] }
`,
  "packs/home/confirms.yaml": `confirms:
  - { what: "entry:draft", note: 示例 }
`,
};

/** Writes policy files into a new folder under the machine's temporary folder. The caller removes it. */
export function writePolicy(files: Readonly<Record<string, string>>): {
  readonly folder: string;
  readonly remove: () => void;
} {
  const folder = mkdtempSync(join(tmpdir(), "xinheng-policy-"));
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) };
}

/** What is planted, in which file, in place of what; the fault it must give, and words on the line it must name. */
export type Plant = readonly [what: string, file: string, from: string, to: string, code: FaultCode, line: string];

/** The small policy with its confirmed template on a source in force, so that it has no fault at all. */
export const SOUND_POLICY: Readonly<Record<string, string>> = {
  ...SMALL_POLICY,
  "catalogue/entries/draft.yaml": (SMALL_POLICY["catalogue/entries/draft.yaml"] ?? "").replace(
    "basis: [undated]",
    "basis: [opinions-2025#6]",
  ),
};

/** The faults of a policy written out for the purpose; files are named relative to its folder. */
export function lintFiles(asked: {
  readonly files: Readonly<Record<string, string>>;
  readonly region?: string;
}): readonly Fault[] {
  const { folder, remove } = writePolicy(asked.files);
  try {
    const faults = lintPolicy([folder], asked.region ?? "990100", "2026-09-09" as Day);
    return faults.map((fault) => ({ ...fault, file: relative(folder, fault.file) }));
  } finally {
    remove();
  }
}

/** Plants one fault in the sound policy: what is told, and what must be. */
export function plantFault([, file, from, to, code, line]: Plant): {
  readonly faults: readonly Fault[];
  readonly expected: string;
} {
  const before = SOUND_POLICY[file] ?? "";
  if (!before.includes(from)) throw new Error(`nothing to plant in: ${from}`);
  const after = before.replace(from, () => to);
  const row = after.split("\n").findIndex((text) => text.includes(line)) + 1;
  return { faults: lintFiles({ files: { ...SOUND_POLICY, [file]: after } }), expected: `${file}:${row} ${code}` };
}
