import { z } from "@hono/zod-openapi";
import type { CaseOutcome, Draft, Judgement, Release } from "../../foundation/releases/index.ts";
import type { Day } from "../../kernel/day.ts";
import { plainWords } from "../../platform/http/plain-words.ts";
import type { Fault } from "../../policy/fault.ts";
import { referenceText } from "../../policy/article-text.ts";
import { articleOf } from "../../policy/source.ts";
import type { PolicyChange } from "../../policy/policy-diff.ts";
import { faultText } from "../../policy/text.ts";
import type { PolicySnapshot } from "../../policy/snapshot.ts";
import type { AssessmentHead, KeptAssessment } from "./rules/assessment.ts";
import type { ToldEntry } from "./rules/touched.ts";
import { placeOf, valuesOf } from "./service/changes.ts";
import { api } from "./text.ts";

const instant = (): z.ZodString => z.string().openapi({ format: "date-time", example: "2026-09-09T02:00:00.000Z" });
const day = (): z.ZodString => z.string().openapi({ format: "date", example: "2026-10-09" });
const hash = (): z.ZodString => z.string().openapi({ description: "SHA-256", example: "0".repeat(64) });
const path = z.string().min(1).max(200);
/** What the database can keep. */
const fileText = z
  .string()
  .max(1_000_000)
  .refine((text) => !text.includes("\0") && text.isWellFormed());
const files = z.record(path, fileText).openapi({ description: api.files });

export const draftParams = z.object({ draft: z.uuid() });
export const releaseParams = z.object({ number: z.coerce.number().int().min(1).max(2_147_483_647) });
export const draftsQuery = z.object({ cursor: z.string().max(2048).optional() });
const placed = {
  layer: z.string().openapi({ description: api.layer, example: "shipped" }),
  path: z.string().openapi({ example: "measures/measures.yaml" }),
};
export const textsSchema = z.object({ items: z.array(z.object(placed)) }).openapi("PolicyTexts");
export const textQuery = z.object({ layer: plainWords(128), path: plainWords(200) });
export const textSchema = z.object({ ...placed, text: z.string() }).openapi("PolicyText");

export const releasesQuery = z.object({
  below: z.coerce.number().int().min(1).max(2_147_483_647).optional().openapi({ description: api.below }),
});
export const dayQuery = z.object({ effective: z.iso.date().optional().openapi({ description: api.effective }) });

export const newDraftSchema = z.strictObject({ title: plainWords(100).min(1), files }).openapi("NewPolicyDraft");
export const draftEditSchema = z
  .strictObject({ version: z.int().min(1).openapi({ description: api.version }), files })
  .openapi("PolicyDraftEdit");
export const releaseAskedSchema = z
  .strictObject({
    version: z.int().min(1).openapi({ description: api.version }),
    effective: z.iso.date(),
    reason: plainWords(500).min(1).openapi({ description: api.reason }),
    documentNo: plainWords(128).nullable().default(null),
  })
  .openapi("PolicyReleaseAsked");
export const withdrawalAskedSchema = z
  .strictObject({
    reason: plainWords(500).min(1).openapi({ description: api.reason }),
    documentNo: plainWords(128).nullable().default(null),
  })
  .openapi("PolicyWithdrawalAsked");

const draftHead = {
  draft: z.uuid(),
  title: z.string(),
  createdBy: z.uuid(),
  createdAt: instant(),
  version: z.number().int(),
  savedAt: instant(),
  hash: hash(),
};
export const draftSchema = z.object({ ...draftHead, files }).openapi("PolicyDraft");
export const draftsSchema = z
  .object({
    items: z.array(z.object({ ...draftHead, files: z.array(z.string()) })),
    next: z.string().nullable(),
  })
  .openapi("PolicyDrafts");

const changeSchema = z
  .object({
    kind: z.string(),
    id: z.string().nullable(),
    path: z.array(z.string()),
    what: z.enum(["added", "removed", "changed"]),
    effect: z.enum(["worsening", "relief", "neutral"]),
    place: z.string().openapi({ description: api.place }),
    before: z.string().nullable().openapi({ description: api.value }),
    after: z.string().nullable().openapi({ description: api.value }),
  })
  .openapi("PolicyChange");

const articleText = () => z.string().nullable().openapi({ description: api.articleText });
const faultSchema = z.object({
  file: z.string(),
  line: z.number().int(),
  column: z.number().int(),
  code: z.string(),
  message: z.string(),
  cure: z.string(),
  article: z.string().nullable(),
  articleText: articleText(),
});

export const judgementSchema = z
  .object({
    effective: day(),
    faults: z.array(faultSchema),
    cases: z.array(z.object({ title: z.string(), passed: z.boolean(), told: z.string() })),
    changes: z.array(changeSchema),
    worsens: z.boolean().openapi({ description: api.worsens }),
    earliest: day().nullable().openapi({ description: api.earliest }),
    notice: z
      .object({ days: z.number().int(), article: z.string(), articleText: z.string(), mark: z.string() })
      .nullable(),
    policyHash: hash().nullable(),
  })
  .openapi("PolicyJudgement");

const count = (): z.ZodNullable<z.ZodNumber> => z.number().int().nullable().openapi({ description: api.cell });
const counts = { subjects: count(), records: count() };
export const impactSchema = z
  .object({
    day: day(),
    items: z.array(
      z.object({
        entry: z.string(),
        name: z.string(),
        ...counts,
        cells: z.array(z.object({ kind: z.string(), territory: z.string(), ...counts })),
      }),
    ),
  })
  .openapi("PolicyImpact");

const releaseHead = {
  number: z.number().int(),
  title: z.string(),
  effective: day(),
  state: z.enum(["waiting", "in-effect", "withdrawn"]),
  worsens: z.boolean().openapi({ description: api.worsens }),
  changes: z.number().int(),
  reason: z.string(),
  documentNo: z.string().nullable(),
  organisation: z.string(),
  organisationName: z.string(),
  confirmedAt: instant(),
  withdrawnAt: instant().nullable(),
  withdrawnReason: z.string().nullable(),
  hash: hash(),
  policyHash: hash(),
};
export const releasesSchema = z
  .object({ items: z.array(z.object(releaseHead)), next: z.number().int().nullable() })
  .openapi("PolicyReleases");
export const releaseSchema = z
  .object({ ...releaseHead, difference: z.array(changeSchema), files })
  .openapi("PolicyRelease");

export function presentDraft(draft: Draft): z.infer<typeof draftSchema> {
  return {
    draft: draft.draft,
    title: draft.title,
    createdBy: draft.account,
    createdAt: draft.createdAt.toISOString(),
    version: draft.version,
    savedAt: draft.savedAt.toISOString(),
    hash: draft.hash.toString("hex"),
    files: { ...draft.files },
  };
}

export function presentDraftHead(draft: Draft): z.infer<typeof draftsSchema>["items"][number] {
  return { ...presentDraft(draft), files: Object.keys(draft.files).toSorted() };
}

export function presentChange(change: PolicyChange): z.infer<typeof changeSchema> {
  const { kind, id, what, effect } = change;
  return { kind, id, path: [...change.path], what, effect, place: placeOf(change), ...valuesOf(change) };
}

/** A reference as people read it, or null where there is none. */
const cited = (policy: PolicySnapshot, article: string | null): string | null =>
  article === null ? null : referenceText(policy, article);

function presentFault(fault: Fault, policy: PolicySnapshot): z.infer<typeof faultSchema> {
  const { file, line, column, code, article = null } = fault;
  return { file, line, column, code, ...faultText(fault), article, articleText: cited(policy, article) };
}

function presentNotice(
  { days, basis, mark }: NonNullable<Judgement["notice"]>,
  policy: PolicySnapshot,
): NonNullable<z.infer<typeof judgementSchema>["notice"]> {
  const article = articleOf(basis);
  return { days, article, articleText: referenceText(policy, article), mark };
}

/** Counts with the names that entries have today; one that only the draft knows is told by its id. */
export function presentImpact(told: readonly ToldEntry[], policy: PolicySnapshot): z.infer<typeof impactSchema> {
  const items = told.map((one) => ({
    ...one,
    name: policy.entries.get(one.entry)?.zh ?? one.entry,
    cells: [...one.cells],
  }));
  return { day: policy.day, items };
}

const presentCase = ({ title, passed, told }: CaseOutcome): CaseOutcome => ({ title, passed, told });

/** Articles are told by the titles that the draft gives, so far as it stands, else by those of today. */
export function presentJudgement(judged: Judgement, today: PolicySnapshot): z.infer<typeof judgementSchema> {
  const { effective, faults, cases, changes, worsens, earliest, notice, after } = judged;
  return {
    effective,
    faults: faults.map((fault) => presentFault(fault, after ?? today)),
    cases: cases.map(presentCase),
    changes: changes.map(presentChange),
    worsens,
    earliest,
    notice: notice === null ? null : presentNotice(notice, after ?? today),
    policyHash: after?.hash ?? null,
  };
}

/** How a release stands on a day. */
export function releaseState(release: Release, today: Day): "waiting" | "in-effect" | "withdrawn" {
  if (release.withdrawnAt !== null) return "withdrawn";
  return release.effective <= today ? "in-effect" : "waiting";
}

export function presentReleaseHead(release: Release, today: Day): z.infer<typeof releasesSchema>["items"][number] {
  return {
    number: release.number,
    title: release.title,
    effective: release.effective,
    state: releaseState(release, today),
    worsens: release.worsens,
    changes: release.difference.length,
    reason: release.reason,
    documentNo: release.documentNo,
    organisation: release.organisation,
    organisationName: release.organisationName,
    confirmedAt: release.confirmedAt.toISOString(),
    withdrawnAt: release.withdrawnAt?.toISOString() ?? null,
    withdrawnReason: release.withdrawnReason,
    hash: release.hash.toString("hex"),
    policyHash: release.policyHash.toString("hex"),
  };
}

export function presentRelease(release: Release, today: Day): z.infer<typeof releaseSchema> {
  const difference = release.difference.map(presentChange);
  return { ...presentReleaseHead(release, today), difference, files: { ...release.files } };
}

export const assessmentsQuery = z.object({ cursor: z.string().max(2048).optional() });
export const assessmentParams = z.object({ assessment: z.uuid() });
export const newAssessmentSchema = z
  .strictObject({
    title: plainWords(100).min(1),
    document: fileText.optional().openapi({ description: api.document }),
    files: files.optional(),
  })
  .openapi("NewPolicyAssessment");

const marks = z.enum(["verified", "secondary", "unverified"]).nullable();
const place = { path: z.string(), line: z.number().int(), column: z.number().int() };
const basisSchema = z
  .object({
    source: z.string(),
    article: z.string().nullable(),
    title: z.string().nullable(),
    rank: z.string().nullable(),
    territory: z.string().nullable(),
    inForce: day().nullable(),
    until: day().nullable(),
    mark: marks,
    carries: z.boolean().openapi({ description: api.carries }),
    holds: z.boolean().openapi({ description: api.holds }),
  })
  .openapi("AssessedBasis");
const countsSchema = z.array(
  z.object({
    entry: z.string(),
    name: z.string(),
    ...counts,
    cells: z.array(z.object({ kind: z.string(), territory: z.string(), size: z.string(), ...counts })),
  }),
);
const assessedMeasure = z
  .object({
    id: z.string(),
    name: z.string(),
    kind: z.enum(["restriction", "statutory-bar", "incentive"]),
    class: z.union([z.literal(1), z.literal(2), z.literal(3)]).nullable(),
    state: z.enum(["live", "template", "pending", "lapsed"]),
    content: z.string(),
    standing: z.boolean(),
    triggers: z.array(
      z.object({
        kind: z.enum(["list", "entry"]),
        id: z.string(),
        name: z.string(),
        conditions: z.array(z.object({ field: z.string(), contains: z.array(z.string()) })),
      }),
    ),
    matters: z.array(z.object({ id: z.string(), name: z.string() })),
    subjectKinds: z.array(z.string()),
    bodies: z.array(z.object({ name: z.string(), levels: z.array(z.string()) })),
    term: z.object({ kind: z.enum(["while-triggered", "months", "stated"]), months: z.number().int().nullable() }),
    remedy: z.object({ text: z.string(), article: z.string().nullable() }),
    basis: z.array(basisSchema),
    findings: z.array(
      z.object({
        code: z.string(),
        weight: z.enum(["fault", "question"]).openapi({ description: api.weight }),
        message: z.string(),
        article: z.string().nullable(),
        articleText: articleText(),
        mark: marks,
        ...place,
      }),
    ),
    counts: countsSchema,
  })
  .openapi("AssessedMeasure");
export const reportSchema = z
  .object({
    day: day(),
    standing: z.boolean(),
    reasons: z.array(
      z.object({
        code: z.string(),
        message: z.string(),
        article: z.string().nullable(),
        articleText: articleText(),
        ...place,
      }),
    ),
    measures: z.array(assessedMeasure),
    lists: z.array(
      z.object({
        id: z.string(),
        name: z.string(),
        standing: z.boolean(),
        subjectKinds: z.array(z.string()),
        exits: z.array(z.string()),
        basis: z.array(basisSchema),
        counts: countsSchema,
      }),
    ),
  })
  .openapi("PolicyAssessmentReport");
export const assessmentSchema = z
  .object({
    assessment: z.uuid(),
    title: z.string(),
    createdBy: z.uuid(),
    madeAt: instant(),
    hash: hash(),
    policyHash: hash(),
    files,
    report: reportSchema,
  })
  .openapi("PolicyAssessment");
export const assessmentsSchema = z
  .object({
    items: z.array(
      z.object({
        assessment: z.uuid(),
        title: z.string(),
        standing: z.boolean(),
        createdBy: z.uuid(),
        madeAt: instant(),
        measures: z.number().int(),
        reasons: z.number().int(),
      }),
    ),
    next: z.string().nullable(),
  })
  .openapi("PolicyAssessments");

export function presentAssessment(kept: KeptAssessment): z.infer<typeof assessmentSchema> {
  return {
    assessment: kept.assessment,
    title: kept.title,
    createdBy: kept.account,
    madeAt: kept.madeAt.toISOString(),
    hash: kept.hash.toString("hex"),
    policyHash: kept.policyHash.toString("hex"),
    files: JSON.parse(kept.document) as Record<string, string>,
    report: kept.report as z.infer<typeof reportSchema>,
  };
}

export function presentAssessmentHead(head: AssessmentHead): z.infer<typeof assessmentsSchema>["items"][number] {
  const { assessment, title, standing, account, madeAt, measures, reasons } = head;
  return { assessment, title, standing, createdBy: account, madeAt: madeAt.toISOString(), measures, reasons };
}
