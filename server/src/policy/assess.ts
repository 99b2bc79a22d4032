// Assessment before issue (防泛化): what a draft of measures restricts, on what it stands, and what a person must ask about it.
import { measuresOf, ranksFor } from "./measures-part.ts";
import type { PolicyDraft, PolicyQuestion, PolicyRelease } from "./draft.ts";
import type { Fault } from "./fault.ts";
import { readBasis } from "./file-schema.ts";
import { covers } from "./lint-basis.ts";
import { judgePolicy } from "./lint.ts";
import type { Measure } from "./measure.ts";
import type { MeasureFile } from "./measure-file.ts";
import type { FlagRule, OfficePolicy } from "./office-policy.ts";
import type { PolicyOverlay } from "./policy-files.ts";
import type { PolicySnapshot } from "./snapshot.ts";
import type { Day } from "../kernel/day.ts";
import { articleOf } from "./source.ts";
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

export const FINDING_CODES = [
  "assess.lapsed",
  "assess.not-in-force",
  "assess.flag",
  "assess.too-long",
  "assess.any-record",
  "assess.governed",
  "assess.replaces",
] as const;
export type FindingCode = (typeof FINDING_CODES)[number];

/** What a person must answer before it is issued; a fault takes its standing. */
export interface Finding {
  readonly code: FindingCode;
  readonly weight: "fault" | "question";
  readonly values: Readonly<Record<string, string | number>>;
  readonly article: string | null;
  readonly mark: Mark | null;
}

/** One measure or incentive of the draft. */
export interface AssessedMeasure {
  readonly measure: Measure;
  readonly standing: boolean;
  readonly basis: readonly AssessedBasis[];
  readonly findings: readonly Finding[];
}

export interface Assessment {
  readonly day: Day;
  /** Every part of it stands, and there is something in it to stand. */
  readonly standing: boolean;
  /** What makes it impossible to load, with file and line; any of them takes its standing. */
  readonly reasons: readonly Fault[];
  readonly measures: readonly AssessedMeasure[];
}

const DRAFT = "draft";

/**
 * Assesses a draft as if it were issued on the day of the question, over the policy that stands (`before`). Never throws,
 * whatever the texts are. It tells; whether the draft is issued is a decision of those who are competent (意见十二).
 */
export function assess(question: PolicyQuestion, before: PolicySnapshot, files: PolicyOverlay["files"]): Assessment {
  const layer: PolicyRelease = { name: DRAFT, hash: "", effective: question.day, files };
  const { draft, faults } = judgePolicy({ ...question, releases: [...(question.releases ?? []), layer] });
  const reasons = faults.filter(({ file }) => file === DRAFT || file.startsWith(`${DRAFT}/`));
  const made = measuresOf(draft);
  const measures = [...draft.measures.values()]
    .filter((one) => one.at().file.startsWith(`${DRAFT}/`))
    .flatMap(({ value }) => {
      const measure = made.get(value.id);
      return measure === undefined ? [] : [assessMeasure({ draft, before, value, measure }, reasons)];
    });
  const standing = measures.length > 0 && reasons.length === 0 && measures.every((one) => one.standing);
  return { day: question.day, standing, reasons, measures };
}

interface Asked {
  readonly draft: PolicyDraft;
  readonly before: PolicySnapshot;
  readonly value: MeasureFile;
  readonly measure: Measure;
}

function assessMeasure(asked: Asked, reasons: readonly Fault[]): AssessedMeasure {
  const { draft, before, value, measure } = asked;
  const basis = value.basis.map((written) => basisAs(draft, value, written));
  const findings = [
    // Without an instrument of the rank it has no standing at all, and no day on which it would begin.
    ...(basis.some(({ carries }) => carries) ? stateFindings(measure) : []),
    ...before.office.flags.flatMap((flag) => flagFindings(measure, flag)),
    ...lengthFindings(measure, before.office.proportion),
    ...widthFindings(measure),
    ...registryFindings(measure, before),
  ];
  const faulty = reasons.some(({ values }) => values["measure"] === measure.id);
  const standing = !faulty && findings.every(({ weight }) => weight === "question");
  return { measure, standing, basis, findings };
}

function basisAs(draft: PolicyDraft, file: MeasureFile, written: string): AssessedBasis {
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
  return { ...named, ...told, carries: ranksFor(file).has(rank), holds: stands && covers(territory, draft.region) };
}

function stateFindings({ state, basis }: Measure): Finding[] {
  const article = basis.map(articleOf).join(" ");
  const told = { weight: "fault", values: {}, article, mark: null } as const;
  if (state === "lapsed") return [{ code: "assess.lapsed", ...told }];
  return state === "pending" ? [{ code: "assess.not-in-force", ...told }] : [];
}

/** Everything of a measure that is words. */
function wordsOf({ zh, content, bodies, remedy, commitment, note, triggers }: Measure): readonly string[] {
  const conditions = triggers.flatMap((trigger) => ("where" in trigger ? trigger.where : []));
  const written = [zh, content, remedy.zh, commitment ?? "", note ?? "", ...bodies.map((body) => body.zh)];
  return [...written, ...conditions.flatMap(({ contains }) => contains)];
}

/** Words that say local protection, counting, related persons: told with their place, and judged by a person. */
function flagFindings(measure: Measure, flag: FlagRule): Finding[] {
  const { id, zh, basis, mark } = flag;
  if (flag.classes.length > 0 && !flag.classes.some((one) => one === measure.measureClass)) return [];
  const found = new Set(
    wordsOf(measure).flatMap((text) => {
      const rest = flag.except.reduce((left, phrase) => left.replaceAll(phrase, " "), text);
      return flag.words.filter((word) => rest.includes(word));
    }),
  );
  return [...found].map((word) => ({
    code: "assess.flag",
    weight: "question",
    values: { flag: id, name: zh, word },
    article: articleOf(basis),
    mark,
  }));
}

/** A restriction longer than publicity itself may last; what a statute bars for its own term is the statute's. */
function lengthFindings({ kind, term }: Measure, proportion: OfficePolicy["proportion"]): Finding[] {
  if (proportion === null || kind !== "restriction" || term.kind !== "months") return [];
  const { serious: most, basis, mark } = proportion;
  if (term.months <= most) return [];
  const values = { months: term.months, most };
  return [{ code: "assess.too-long", weight: "question", values, article: articleOf(basis), mark }];
}

/** What follows from any record of an entry, however light, has no relation to what was done. */
function widthFindings({ kind, triggers, basis }: Measure): Finding[] {
  if (kind === "incentive") return [];
  const wide = triggers.flatMap((one) => ("entry" in one && one.where.length === 0 ? [one.entry] : []));
  const article = basis[0] === undefined ? null : articleOf(basis[0]);
  return wide.map((entry) => ({
    code: "assess.any-record",
    weight: "question",
    values: { entry },
    article,
    mark: null,
  }));
}

const shares = <T>(one: readonly T[], other: readonly T[]): boolean => one.some((item) => other.includes(item));
const causesOf = ({ triggers }: Measure): string[] =>
  triggers.map((one) => ("list" in one ? `list ${one.list}` : `entry ${one.entry}`));

/** What the registry holds already about the same cause, matter and kind of subject. */
function registryFindings(measure: Measure, { measures }: PolicySnapshot): Finding[] {
  const question = { weight: "question", article: null, mark: null } as const;
  const own = measures.get(measure.id);
  const replaces: Finding[] =
    own === undefined
      ? []
      : [{ code: "assess.replaces", ...question, values: { measure: own.id, name: own.zh, version: own.version } }];
  const governed = [...measures.values()].filter(
    (other) =>
      other.id !== measure.id &&
      (other.kind === "incentive") === (measure.kind === "incentive") &&
      shares(causesOf(other), causesOf(measure)) &&
      shares(other.matters, measure.matters) &&
      shares(other.subjectKinds, measure.subjectKinds),
  );
  return [
    ...replaces,
    ...governed.map(({ id, zh }) => ({
      code: "assess.governed" as const,
      ...question,
      values: { measure: id, name: zh },
    })),
  ];
}
