// Assessment before issue (防泛化): what a draft of measures restricts, on what it stands, and what a person must ask about it.
import { findingsOf } from "./assess-findings.ts";
import type { Finding } from "./assess-findings.ts";
import type { PolicyDraft, PolicyQuestion, PolicyRelease } from "./draft.ts";
import type { Fault, Position } from "./fault.ts";
import { readBasis } from "./file-schema.ts";
import { covers } from "./lint-basis.ts";
import { DOMAIN_RANKS, PROCEDURE_RANKS } from "./lint-lists.ts";
import { judgePolicy } from "./lint.ts";
import type { ListFile } from "./list-file.ts";
import type { ListProcedure } from "./list-procedure.ts";
import { listsOf } from "./lists-part.ts";
import type { Measure } from "./measure.ts";
import type { MeasureFile } from "./measure-file.ts";
import { measuresOf, ranksFor } from "./measures-part.ts";
import type { PolicyOverlay } from "./policy-files.ts";
import type { Located } from "./policy-file-set.ts";
import type { PolicySnapshot } from "./snapshot.ts";
import type { Day } from "../kernel/day.ts";
import type { Mark, Rank } from "./source.ts";

/** One instrument that a draft names, as it stands on the day and in the region. */
export interface AssessedBasis {
  readonly source: string;
  readonly article: string | null;
  /** Null where no folder knows the instrument. */
  readonly title: string | null;
  readonly rank: Rank | null;
  readonly territory: string | null;
  readonly inForce: Day | null;
  readonly until: Day | null;
  readonly mark: Mark | null;
  /** Of a rank that may carry a measure of this class. */
  readonly carries: boolean;
  /** Of the region's territory, and in force on the day. */
  readonly holds: boolean;
}

/** One measure or incentive of the draft. */
export interface AssessedMeasure {
  readonly measure: Measure;
  readonly standing: boolean;
  readonly basis: readonly AssessedBasis[];
  readonly findings: readonly Finding[];
}

/** The procedure of one list of the draft. */
export interface AssessedList {
  readonly list: ListProcedure;
  readonly standing: boolean;
  readonly basis: readonly AssessedBasis[];
}

export interface Assessment {
  readonly day: Day;
  /** Every part of it stands, and there is something in it to stand. */
  readonly standing: boolean;
  /** What makes it impossible to load, with file and line; any of them takes its standing. */
  readonly reasons: readonly Fault[];
  readonly measures: readonly AssessedMeasure[];
  readonly lists: readonly AssessedList[];
}

/** What files of a draft begin with in the places that are told. */
export const DRAFT = "draft";

/**
 * Assesses a draft as if it were issued on the day of the question, over the policy that stands (`before`). Never throws,
 * whatever the texts are. It tells; whether the draft is issued is a decision of those who are competent (意见十二).
 */
export function assess(question: PolicyQuestion, before: PolicySnapshot, files: PolicyOverlay["files"]): Assessment {
  const layer: PolicyRelease = { name: DRAFT, hash: "", effective: question.day, files };
  // What stood before had no fault: whatever is wrong now is the draft's, in whichever file it shows.
  const { draft, faults: reasons } = judgePolicy({ ...question, releases: [...(question.releases ?? []), layer] });
  const made = measuresOf(draft);
  const own = [...draft.measures.values()].filter(isOfDraft);
  const measures = own.flatMap((located) => {
    const measure = made.get(located.value.id);
    if (measure === undefined) return [];
    const findings = findingsOf({ draft, before, measure, made, at: (path) => located.at(path) });
    const sound = findings.every(({ weight }) => weight === "question");
    const standing = sound && !reasons.some((fault) => isWithin(fault, located, own));
    const basis = located.value.basis.map((written) => basisAs(draft, written, ranksFor(located.value)));
    return [{ measure, standing, basis, findings }];
  });
  const lists = listsIn(draft, reasons);
  const parts = [...measures, ...lists];
  const standing = parts.length > 0 && reasons.length === 0 && parts.every((one) => one.standing);
  return { day: question.day, standing, reasons, measures, lists };
}

const isOfDraft = <T>(one: Located<T>): boolean => one.at().file.startsWith(`${DRAFT}/`);

/** Whether a place lies in a measure: in its file, from its line to that of the next. */
function isWithin(place: Position, one: Located<MeasureFile>, all: readonly Located<MeasureFile>[]): boolean {
  const { file, line } = one.at();
  if (place.file !== file || place.line < line) return false;
  return !all.some((other) => other.at().file === file && other.at().line > line && other.at().line <= place.line);
}

function listsIn(draft: PolicyDraft, reasons: readonly Fault[]): AssessedList[] {
  const made = listsOf(draft);
  return [...draft.lists.values()].filter(isOfDraft).flatMap((located) => {
    const list = made.get(located.value.id);
    if (list === undefined) return [];
    const standing = list.state !== "lapsed" && !reasons.some(({ file }) => file === located.at().file);
    return [{ list, standing, basis: listBasis(draft, located.value) }];
  });
}

function listBasis(draft: PolicyDraft, { domain, procedure }: ListFile): AssessedBasis[] {
  return [
    ...domain.map((written) => basisAs(draft, written, DOMAIN_RANKS)),
    ...procedure.map((written) => basisAs(draft, written, PROCEDURE_RANKS)),
  ];
}

function basisAs(draft: PolicyDraft, written: string, ranks: ReadonlySet<Rank>): AssessedBasis {
  const { source: id, article } = readBasis(written);
  const named = { source: id, article: article ?? null };
  const source = draft.sources.get(id)?.value;
  if (source === undefined) {
    const unknown = { title: null, rank: null, territory: null, inForce: null, until: null, mark: null };
    return { ...named, ...unknown, carries: false, holds: false };
  }
  const { title, rank, territory, inForce, until, mark } = source;
  const stands = inForce !== null && inForce <= draft.day && (until === null || draft.day < until);
  const told = { title, rank, territory, inForce, until, mark };
  return { ...named, ...told, carries: ranks.has(rank), holds: stands && covers(territory, draft.region) };
}
