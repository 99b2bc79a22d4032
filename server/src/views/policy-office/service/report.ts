// A report in words: what a draft restricts, on what it stands, what must be answered, and how many it would touch.
import type { z } from "@hono/zod-openapi";
import type { Fault } from "../../../policy/fault.ts";
import { DRAFT } from "../../../policy/assess.ts";
import type { AssessedBasis, AssessedList, AssessedMeasure, Assessment } from "../../../policy/assess.ts";
import type { Finding } from "../../../policy/assess-findings.ts";
import type { Trigger } from "../../../policy/measure.ts";
import type { PolicySnapshot } from "../../../policy/snapshot.ts";
import { referenceText } from "../../../policy/article-text.ts";
import { articleOf } from "../../../policy/source.ts";
import { faultText, findingText } from "../../../policy/text.ts";
import { entriesOf } from "../rules/touched.ts";
import type { ToldEntry } from "../rules/touched.ts";
import type { reportSchema } from "../schema.ts";
import { pageText } from "../text.ts";

type Report = z.infer<typeof reportSchema>;

/** What a report is made of, beside the assessment itself. */
export interface ReportParts {
  /** The policy that stands. */
  readonly policy: PolicySnapshot;
  /** Folders of the platform: their place on the machine is nobody's business. */
  readonly folders: readonly string[];
  readonly counts: readonly ToldEntry[];
}

/** Entries that stand today and would be touched, by id. */
export function entriesAssessed({ measures, lists }: Assessment, policy: PolicySnapshot): readonly string[] {
  const found = [
    ...measures.flatMap(({ measure }) => entriesOf(measure.triggers, policy)),
    ...lists.map(({ list }) => list.entry ?? ""),
  ];
  return [...new Set(found)].filter((id) => policy.entries.has(id)).toSorted();
}

/** The report as it is kept and told. */
export function reportOf(assessment: Assessment, parts: ReportParts): Report {
  const place = placesOf(parts.folders);
  const { day, standing, measures, lists } = assessment;
  const findings = measures.flatMap((one) => one.findings).filter(({ weight }) => weight === "fault");
  return {
    day,
    standing,
    reasons: [
      ...assessment.reasons.map((fault) => ({
        code: fault.code,
        message: sentences(fault),
        ...citing(fault.article ?? null, parts.policy),
        ...place(fault),
      })),
      ...findings.map((one) => ({
        code: one.code,
        message: findingText(one),
        ...citing(one.article, parts.policy),
        ...place(one),
      })),
    ],
    measures: measures.map((one) => measureOf(one, parts, place)),
    lists: lists.map((one) => listOf(one, parts)),
  };
}

function sentences(fault: Fault): string {
  const { message, cure } = faultText(fault);
  return pageText.sentences(message, cure);
}

type Place = (at: Pick<Fault, "file" | "line" | "column">) => { path: string; line: number; column: number };

function placesOf(folders: readonly string[]): Place {
  const heads = [DRAFT, ...folders].map((folder) => (folder.endsWith("/") ? folder : `${folder}/`));
  return ({ file, line, column }) => {
    const head = heads.find((one) => file.startsWith(one));
    return { path: head === undefined ? "" : file.slice(head.length), line, column };
  };
}

function measureOf(assessed: AssessedMeasure, parts: ReportParts, place: Place): Report["measures"][number] {
  const { measure, standing, basis, findings } = assessed;
  const { id, zh, kind, measureClass, state, content, subjectKinds, term, remedy } = measure;
  const { policy } = parts;
  return {
    id,
    name: zh,
    kind,
    class: measureClass,
    state,
    content,
    standing,
    triggers: measure.triggers.map((trigger) => triggerOf(trigger, policy)),
    matters: measure.matters.map((matter) => ({ id: matter, name: policy.matters.get(matter)?.zh ?? matter })),
    subjectKinds: [...subjectKinds],
    bodies: measure.bodies.map((body) => ({ name: body.zh, levels: [...body.levels] })),
    term: { kind: term.kind, months: term.kind === "months" ? term.months : null },
    remedy: { text: remedy.zh, article: remedy.basis === null ? null : articleOf(remedy.basis) },
    basis: basis.map(presentBasis),
    findings: findings.map((one) => ({ ...findingOf(one, place), ...citing(one.article, policy) })),
    counts: countsOf(entriesOf(measure.triggers, policy), parts),
  };
}

const presentBasis = (basis: AssessedBasis): AssessedBasis => ({ ...basis });

type ReportFinding = Report["measures"][number]["findings"][number];

function findingOf(finding: Finding, place: Place): Omit<ReportFinding, "article" | "articleText"> {
  const { code, weight, mark } = finding;
  return { code, weight, message: findingText(finding), mark, ...place(finding) };
}

/** An article as it is named and as people read it. */
function citing(article: string | null, policy: PolicySnapshot): Pick<ReportFinding, "article" | "articleText"> {
  return { article, articleText: article === null ? null : referenceText(policy, article) };
}

function triggerOf(trigger: Trigger, policy: PolicySnapshot): Report["measures"][number]["triggers"][number] {
  if ("list" in trigger) {
    const { list: id } = trigger;
    return { kind: "list", id, name: policy.lists.get(id)?.zh ?? id, conditions: [] };
  }
  const conditions = trigger.where.map(({ field, contains }) => ({ field, contains: [...contains] }));
  return { kind: "entry", id: trigger.entry, name: policy.entries.get(trigger.entry)?.zh ?? trigger.entry, conditions };
}

function listOf({ list, standing, basis }: AssessedList, parts: ReportParts): Report["lists"][number] {
  const { id, zh, subjectKinds, exits, entry } = list;
  const told = { id, name: zh, standing, subjectKinds: [...subjectKinds], exits: [...exits] };
  return { ...told, basis: basis.map(presentBasis), counts: countsOf([entry ?? ""], parts) };
}

function countsOf(entries: readonly string[], { counts, policy }: ReportParts): Report["measures"][number]["counts"] {
  return counts
    .filter(({ entry }) => entries.includes(entry))
    .map(({ entry, subjects, records, cells }) => ({
      entry,
      name: policy.entries.get(entry)?.zh ?? entry,
      subjects,
      records,
      // No record of a subject says how large it is.
      cells: cells.map((cell) => ({ ...cell, size: pageText.sizeUnknown })),
    }));
}
