import { z } from "@hono/zod-openapi";
import { plainWords } from "../../platform/http/plain-words.ts";
import { articleText } from "../../policy/article-text.ts";
import type { Measure } from "../../policy/measure.ts";
import type { PolicySnapshot } from "../../policy/snapshot.ts";
import type { Basis } from "../../policy/source.ts";
import { articleOf } from "../../policy/source.ts";
import type { GivenFeedback, MeasureFigure } from "../../records/feedback/index.ts";
import type { Applied, Offered } from "./rules/applicable.ts";
import type { CheckAnswer, CheckedEntry, SubjectCheck } from "./service/check.ts";
import { marksSchema, presentMarks } from "../visibility/index.ts";
import { api, words } from "./text.ts";

const day = (): z.ZodString => z.string().openapi({ example: "2029-01-10", format: "date" });
const id = z
  .string()
  .min(1)
  .max(64)
  .regex(/^[a-z][A-Za-z0-9-]*$/u);
const subjectsMax = 10_000;

const asked = {
  matter: id.openapi({ description: api.matter, example: "bidding" }),
  purpose: id.openapi({ example: "public-procurement" }),
  duty: id.openapi({ example: "procurement-review" }),
  multiParty: z.boolean().default(false),
  subjects: z
    .array(
      z.strictObject({
        uscc: z.string().max(64).openapi({ example: "91990100MA0XH00501" }),
        matterNo: z.string().max(64).openapi({ description: api.matterNo, example: "FG-2026-0001" }),
      }),
    )
    .min(1)
    .max(subjectsMax),
};

export const checkSchema = z
  .strictObject({ ...asked, approval: z.uuid().nullable().default(null).openapi({ description: api.approval }) })
  .openapi("Check");
export const largeCheckSchema = z.strictObject({ ...asked, reason: plainWords(500) }).openapi("LargeCheck");

const basisSchema = z.object({ article: z.string(), text: z.string() });

const appliedSchema = z
  .object({
    measure: z.string(),
    name: z.string(),
    kind: z.enum(["restriction", "statutory-bar"]),
    measureClass: z.number().int().nullable(),
    content: z.string(),
    basis: z.array(basisSchema),
    bodies: z.array(z.string()),
    decider: z.string().nullable(),
    documentNo: z.string().nullable(),
    decidedOn: day().nullable(),
    record: z.string(),
    marks: marksSchema.openapi({ description: api.marks }),
    until: day().nullable().openapi({ description: api.until }),
    readDecision: z.boolean().openapi({ description: api.readDecision }),
    remedy: z.string(),
  })
  .openapi("AppliedMeasure");

const offeredSchema = z
  .object({
    measure: z.string(),
    name: z.string(),
    content: z.string(),
    basis: z.array(basisSchema),
    record: z.string().nullable(),
    marks: marksSchema.openapi({ description: api.marks }),
    commitment: z.string().nullable(),
    remedy: z.string(),
  })
  .openapi("OfferedIncentive");

export const checkAnswerSchema = z
  .object({
    at: z.string().openapi({ format: "date-time" }),
    day: day(),
    policyHash: z.string(),
    prompt: z.string(),
    matter: z.object({ id: z.string(), name: z.string() }),
    entries: z
      .array(
        z.object({
          entry: z.string(),
          entryName: z.string(),
          state: z.enum(["checked", "unchecked", "outside"]),
          providers: z.number().int(),
          completeThrough: day().nullable(),
          unchecked: z.array(z.object({ title: z.string(), through: day().nullable() })),
        }),
      )
      .openapi({ description: api.scope }),
    answers: z.array(
      z.object({
        uscc: z.string(),
        matterNo: z.string(),
        look: z.string(),
        outcome: z.enum(["measures", "no-measure", "not-checked"]).openapi({ description: api.outcome }),
        known: z.boolean(),
        name: z.string().nullable(),
        measures: z.array(appliedSchema),
        incentives: z.array(offeredSchema),
      }),
    ),
  })
  .openapi("CheckAnswer");

type Cited = Pick<PolicySnapshot, "sources">;
type CheckBody = z.infer<typeof checkAnswerSchema>;

function cited(policy: Cited, basis: Basis): z.infer<typeof basisSchema> {
  return { article: articleOf(basis), text: articleText(policy, basis) };
}

function presentApplied(
  { measure, record, until, readDecision }: Applied,
  policy: Cited,
): z.infer<typeof appliedSchema> {
  const { kind } = measure;
  return {
    measure: measure.id,
    name: measure.zh,
    kind: kind === "statutory-bar" ? kind : "restriction",
    measureClass: measure.measureClass,
    content: measure.content,
    basis: measure.basis.map((one) => cited(policy, one)),
    bodies: measure.bodies.map(({ zh }) => zh),
    decider: record.authority,
    documentNo: record.documentNo,
    decidedOn: record.decidedOn,
    record: record.id.toString("base64url"),
    marks: presentMarks(record.marks),
    until,
    readDecision,
    remedy: measure.remedy.zh,
  };
}

function presentOffered({ measure, record }: Offered, policy: Cited): z.infer<typeof offeredSchema> {
  const { id: name, zh, content, commitment, remedy } = measure;
  const basis = measure.basis.map((one) => cited(policy, one));
  const earned = record === null ? null : record.id.toString("base64url");
  return {
    measure: name,
    name: zh,
    content,
    basis,
    record: earned,
    marks: presentMarks(record?.marks ?? []),
    commitment,
    remedy: remedy.zh,
  };
}

function presentEntry({ entry, state, scope }: CheckedEntry, policy: PolicySnapshot): CheckBody["entries"][number] {
  const { providers, completeThrough } = scope;
  const unchecked = scope.unchecked.map(({ title, through }) => ({ title, through }));
  return { entry, entryName: policy.entries.get(entry)?.zh ?? entry, state, providers, completeThrough, unchecked };
}

function presentSubject(answer: SubjectCheck, policy: PolicySnapshot): CheckBody["answers"][number] {
  const { uscc, matterNo, look, outcome, subject } = answer;
  return {
    uscc,
    matterNo,
    look,
    outcome,
    known: subject !== null,
    name: subject?.name ?? null,
    measures: answer.measures.map((one) => presentApplied(one, policy)),
    incentives: answer.incentives.map((one) => presentOffered(one, policy)),
  };
}

/** The whole answer, with the prompt that it is no decision. */
export function presentCheck({ moment, matter, entries, answers }: CheckAnswer): CheckBody {
  const { policy, today, now } = moment;
  return {
    at: new Date(now).toISOString(),
    day: today,
    policyHash: policy.hash,
    prompt: api.prompt,
    matter: { id: matter.id, name: matter.zh },
    entries: entries.map((one) => presentEntry(one, policy)),
    answers: answers.map((one) => presentSubject(one, policy)),
  };
}

export const feedbackSchema = z
  .strictObject({
    uscc: z.string().max(64),
    look: z.string().regex(/^[0-9a-f]{32}$/u),
    measure: id,
    applied: z.boolean(),
    decisionNo: plainWords(128).nullable().default(null),
    reason: plainWords(500),
  })
  .openapi("CheckFeedback");

const measureSchema = z
  .object({
    id: z.string(),
    version: z.number().int(),
    name: z.string(),
    kind: z.enum(["restriction", "statutory-bar", "incentive"]),
    measureClass: z.number().int().nullable(),
    className: z.string().nullable(),
    item: z.string().nullable(),
    content: z.string(),
    triggers: z.array(z.string()),
    unless: z.array(z.string()),
    subjectKinds: z.array(z.string()),
    matters: z.array(z.string()),
    bodies: z.array(z.object({ name: z.string(), levels: z.array(z.string()) })),
    basis: z.array(basisSchema),
    term: z.object({ kind: z.string(), months: z.number().int().nullable() }),
    remedy: z.string(),
    commitment: z.string().nullable(),
    state: z.enum(["live", "template", "pending", "lapsed"]),
    stateName: z.string(),
    mark: z.enum(["verified", "secondary", "unverified"]),
    note: z.string().nullable(),
  })
  .openapi("Measure");

export const registrySchema = z
  .object({
    day: day(),
    policyHash: z.string(),
    official: z.boolean(),
    matters: z.array(z.object({ id: z.string(), name: z.string(), purposes: z.array(z.string()) })),
    measures: z.array(measureSchema),
  })
  .openapi("MeasureRegistry");

function triggerName(policy: PolicySnapshot, trigger: Measure["triggers"][number]): string {
  if ("list" in trigger) return policy.lists.get(trigger.list)?.zh ?? trigger.list;
  return policy.entries.get(trigger.entry)?.zh ?? trigger.entry;
}

function presentMeasure(measure: Measure, policy: PolicySnapshot): z.infer<typeof measureSchema> {
  const { zh: name, measureClass, term, state, bodies, basis, remedy, triggers, unless } = measure;
  const { id: measureId, version, kind, item, content, subjectKinds, matters, commitment, mark, note } = measure;
  return {
    id: measureId,
    version,
    name,
    kind,
    measureClass,
    item,
    content,
    commitment,
    state,
    mark,
    note,
    className: measureClass === null ? null : words.classes[measureClass],
    triggers: triggers.map((one) => triggerName(policy, one)),
    unless: unless.map((one) => triggerName(policy, one)),
    subjectKinds: [...subjectKinds],
    matters: [...matters],
    bodies: bodies.map(({ zh, levels }) => ({ name: zh, levels: [...levels] })),
    basis: basis.map((one) => cited(policy, one)),
    term: { kind: term.kind, months: term.kind === "months" ? term.months : null },
    remedy: remedy.zh,
    stateName: words.states[state],
  };
}

/** The registry of a day as everybody may read it, templates and lapsed measures with it. */
export function presentRegistry(policy: PolicySnapshot): z.infer<typeof registrySchema> {
  return {
    day: policy.day,
    policyHash: policy.hash,
    official: policy.official,
    matters: [...policy.matters.values()].map(({ id: matter, zh, purposes }) => ({
      id: matter,
      name: zh,
      purposes: [...purposes],
    })),
    measures: [...policy.measures.values()].map((measure) => presentMeasure(measure, policy)),
  };
}

export const feedbackListQuery = z.object({ cursor: z.string().max(2048).optional() });
export const feedbackListSchema = z
  .object({
    items: z.array(
      z.object({
        look: z.string(),
        matterNo: z.string(),
        measure: z.string(),
        name: z.string(),
        applied: z.boolean(),
        decisionNo: z.string().nullable(),
        reason: z.string(),
        at: z.string().openapi({ format: "date-time" }),
        basisLapsed: z.boolean().openapi({ description: api.basisLapsed }),
      }),
    ),
    next: z.string().nullable(),
  })
  .openapi("CheckFeedbackList");

/** What an office has said, each marked where the basis of its measure has ended since (依据已失效). */
export function presentFeedback(
  given: GivenFeedback,
  policy: PolicySnapshot,
): z.infer<typeof feedbackListSchema>["items"][number] {
  const measure = policy.measures.get(given.measure);
  const { matter: matterNo, applied, decisionNo, reason } = given;
  return {
    look: given.look.toString("hex"),
    matterNo,
    measure: given.measure,
    name: measure?.zh ?? given.measure,
    applied,
    decisionNo,
    reason,
    at: given.at.toISOString(),
    basisLapsed: measure === undefined || measure.state === "lapsed",
  };
}

export const figuresQuery = z.object({
  month: z
    .string()
    .regex(/^\d{4}-(0[1-9]|1[0-2])$/u)
    .optional(),
});

const count = z.number().int().nullable().openapi({ description: api.few });
export const figuresSchema = z
  .object({
    month: z.string(),
    measures: z.array(
      z.object({ measure: z.string(), name: z.string(), applied: count, notApplied: count, offices: count }),
    ),
  })
  .openapi("MeasureFigures");

const fewMax = 10;
const unlessFew = (value: number): number | null => (value > 0 && value < fewMax ? null : value);

/** Counts of a month; one below ten is not told. */
export function presentFigures(
  month: string,
  figures: readonly MeasureFigure[],
  policy: PolicySnapshot,
): z.infer<typeof figuresSchema> {
  const measures = figures.map(({ measure, applied, notApplied, offices }) => ({
    measure,
    name: policy.measures.get(measure)?.zh ?? measure,
    applied: unlessFew(applied),
    notApplied: unlessFew(notApplied),
    offices: unlessFew(offices),
  }));
  return { month, measures };
}
