import { z } from "@hono/zod-openapi";
import { parseDay } from "../../kernel/day.ts";
import type { Day } from "../../kernel/day.ts";
import { plainText, plainWords } from "../../platform/http/plain-words.ts";
import type { RepairPolicy } from "../../policy/repair.ts";
import { articleOf } from "../../policy/source.ts";
import { OUTCOMES } from "./rules/application.ts";
import type { StepKind } from "./rules/application.ts";
import type { ApplyAsked } from "./service/apply.ts";
import type { ProgressView } from "./service/code.ts";
import type { StepAsked } from "./service/step.ts";
import type { RepairView } from "./service/view.ts";
import { api } from "./text.ts";

const ITEMS_MAX = 50;
const ID_BYTES = 22;
const day = z
  .string()
  .refine((text) => parseDay(text) !== undefined)
  .transform((text) => text as Day)
  .openapi({ type: "string", format: "date", example: "2026-09-11" });
const words = plainText(4000).min(1);
const evidence = z.strictObject({
  title: plainWords(200),
  digest: z
    .string()
    .regex(/^[0-9a-f]{64}$/u)
    .openapi({ description: "SHA-256 of the file" }),
});
const recordId = z
  .string()
  .length(ID_BYTES)
  .regex(/^[\w-]+$/u)
  .openapi({ description: "Id of the record", example: "AAECAwQFBgcICQoLDA0ODw" });
const proofs = z.array(evidence).max(ITEMS_MAX).default([]);

export const repairParams = z.object({ repair: z.uuid() });
export const documentParams = z.object({ repair: z.uuid(), document: z.uuid() });
export const queueQuery = z.object({ state: z.enum(["open", "overdue"]).default("open") });
export const progressQuery = z.object({ code: z.string().regex(/^[0-9a-f]{20}$/u) });
export const sealQuery = z.object({
  number: plainWords(100).min(1),
  digest: z.string().regex(/^[0-9a-f]{64}$/u),
});

const applied = {
  kind: z.enum(["repair", "bankruptcy"]).default("repair"),
  record: recordId,
  commitment: z
    .string()
    .regex(/^[0-9a-f]{32}$/u)
    .nullable()
    .default(null)
    .openapi({ description: "The commitment for this one document number; null for a court's plan" }),
  court: z
    .strictObject({ documentNo: plainWords(128), from: day, through: day })
    .nullable()
    .default(null)
    .openapi({ description: "The court's ruling that approves the plan or the settlement" }),
  proofs,
};
export const applySchema = z.strictObject(applied).openapi("RepairApplication");
export const hallApplySchema = z
  .strictObject({ ...applied, subject: z.string().regex(/^[0-9A-Z]{18}$/u), paper: evidence })
  .openapi("HallRepairApplication");

const version = z.number().int().min(1).openapi({ description: "Number of steps that the caller has seen" });
export const ownStepSchema = z
  .strictObject({ version, kind: z.enum(["supplement", "withdraw"]), words: words.nullable().default(null), proofs })
  .openapi("OwnRepairStep");
export const stepSchema = z
  .strictObject({
    version,
    kind: z.enum(["need-more", "accept", "not-accept", "extend", "remind", "propose", "return", "approve"]),
    words: words.nullable().default(null),
    proposal: z
      .strictObject({
        outcome: z.enum(OUTCOMES),
        reason: words,
        mend: words.nullable().default(null),
        through: day.nullable().default(null),
      })
      .nullable()
      .default(null)
      .openapi({ description: "What is drafted for a second person; only with the kind propose" }),
  })
  .openapi("RepairStep");

const paper = z.object({ title: z.string(), digest: z.string() });
export const eligible = z.object({
  from: z.string(),
  severity: z.string(),
  edition: z.string(),
  article: z.string(),
  articleText: z.string(),
  monthsMin: z.number().int(),
});
const shown = {
  repair: z.string(),
  kind: z.enum(["repair", "bankruptcy"]),
  subject: z.object({ uscc: z.string(), name: z.string() }),
  authority: z.object({ uscc: z.string(), name: z.string() }),
  record: z.string(),
  documentNo: z.string().nullable(),
  entry: z.string(),
  list: z.string().nullable(),
  via: z.enum(["portal", "hall", "national"]),
  appliedOn: z.string(),
  phase: z.string(),
  version: z.number().int(),
  due: z
    .object({ kind: z.string(), until: z.string(), left: z.number().int().nullable(), overdue: z.boolean() })
    .nullable()
    .openapi({ description: "What the authority does next, its last day, and working days left" }),
};
export const repairItemSchema = z.object(shown).openapi("RepairItem");
export const queueSchema = z.object({ items: z.array(repairItemSchema) }).openapi("Repairs");
export const repairSchema = z
  .object({
    ...shown,
    commitment: z.string().nullable(),
    proofs: z.array(paper),
    eligible,
    shieldedThrough: z.string().nullable(),
    draft: z
      .object({ outcome: z.string(), reason: z.string(), mend: z.string().nullable(), through: z.string().nullable() })
      .nullable()
      .openapi({ description: "The authority's own until a second person approves it" }),
    code: z.string().nullable().openapi({ description: "Query code, for the applicant" }),
    steps: z.array(
      z.object({
        no: z.number().int(),
        kind: z.string(),
        day: z.string(),
        organisation: z.string(),
        words: z.string().nullable(),
        outcome: z.string().nullable(),
        proofs: z.array(paper),
        document: z.string().nullable(),
      }),
    ),
    documents: z.array(
      z.object({
        document: z.string(),
        kind: z.string(),
        number: z.string(),
        issuedOn: z.string(),
        digest: z.string(),
      }),
    ),
    next: z.array(z.string()),
  })
  .openapi("Repair");

export const documentSchema = z
  .object({
    document: z.string(),
    kind: z.string(),
    number: z.string(),
    issuedOn: z.string(),
    digest: z.string().openapi({ description: "SHA-256 over the canonical bytes of `body`" }),
    body: z.looseObject({}).openapi({ description: "All that the document says" }),
  })
  .openapi("RepairDocument");

const nationalNo = z
  .string()
  .regex(/^[\w.-]{1,64}$/u)
  .openapi({ description: api.nationalNo, example: "QG-2026-000001" });
export const pushedParams = z.object({ number: nationalNo.openapi({ param: { name: "number", in: "path" } }) });
export const pushSchema = z
  .strictObject({
    nationalNo,
    subject: z.string().regex(/^[0-9A-Z]{18}$/u),
    authority: z.string().regex(/^[0-9A-Z]{18}$/u),
    documentNo: plainWords(128),
    commitment: evidence,
    proofs: z.array(evidence).max(ITEMS_MAX),
  })
  .openapi("RepairPush");
const rule = z.object({ id: z.string(), name: z.string(), article: z.string(), mark: z.string() });
const term = z.number().int().nullable();
export const settingsSchema = z
  .object({
    tier: z.enum(["own-entrance", "national-entrance"]),
    on: z.boolean().openapi({ description: "Whether every rule that was not checked has been confirmed here" }),
    waiting: z.array(rule),
    conditions: z.array(rule),
    materials: z.array(rule.extend({ kind: z.string(), list: z.string().nullable() })),
    deadlines: z.array(
      rule.extend({ list: z.string().nullable(), accept: term, decide: term, extension: term, feedback: term }),
    ),
    free: rule,
  })
  .openapi("RepairSettings");

export const progressSchema = z
  .object({
    phase: z.string(),
    appliedOn: z.string(),
    due: z.string().nullable(),
    left: z.number().int().nullable().openapi({ description: "Working days; negative when the last has passed" }),
    closedOn: z.string().nullable(),
  })
  .openapi("RepairProgress");
export const sealSchema = z.object({ genuine: z.boolean() }).openapi("RepairSeal");

export function applyAsked(body: z.output<typeof applySchema>, hall: ApplyAsked["hall"]): ApplyAsked {
  const { kind, record, commitment, court, proofs: handed } = body;
  return { kind, record: Buffer.from(record, "base64url"), commitment, court, proofs: handed, hall };
}

export function stepAsked(id: string, body: z.output<typeof stepSchema>): StepAsked {
  return { application: id, ...body, proofs: [] };
}

export function ownStepAsked(id: string, body: z.output<typeof ownStepSchema>): StepAsked {
  return { application: id, ...body, proposal: null };
}

/** A draft is the authority's own: to the others it is still in hand. */
function phaseFor({ side, state }: RepairView): string {
  return side !== "authority" && state.phase === "proposed" ? state.before : state.phase;
}

export function presentItem(view: RepairView): z.infer<typeof repairItemSchema> {
  const { kept, name, state, due } = view;
  return {
    repair: kept.application,
    kind: kept.kind,
    subject: { uscc: kept.subject, name },
    authority: { uscc: kept.authority, name: kept.authorityName },
    record: kept.statement.toString("base64url"),
    documentNo: kept.documentNo,
    entry: kept.entry,
    list: kept.list,
    via: kept.via,
    appliedOn: kept.appliedOn,
    phase: phaseFor(view),
    version: state.version,
    due,
  };
}

/** Steps that tell of a draft. */
const DRAFTS: ReadonlySet<StepKind> = new Set<StepKind>(["propose", "return"]);

/** An application as one of its sides sees it. */
export function presentRepair(view: RepairView): z.infer<typeof repairSchema> {
  const { kept, side, state, steps, documents, next, code } = view;
  const own = side === "authority";
  const applicant = side === "subject" || side === "hall";
  return {
    ...presentItem(view),
    commitment: kept.commitment,
    proofs: kept.proofs.map(({ title, digest }) => ({ title, digest })),
    eligible: { ...kept.eligible, articleText: view.article },
    shieldedThrough: state.shieldedThrough,
    draft: own ? (state.draft?.proposal ?? null) : null,
    code: applicant ? code : null,
    steps: steps
      .filter(({ kind }) => own || !DRAFTS.has(kind))
      .map(({ no, kind, day: on, organisation, words: said, terms, document }) => ({
        no,
        kind,
        day: on,
        organisation,
        words: said,
        outcome: terms.outcome,
        proofs: terms.proofs.map(({ title, digest }) => ({ title, digest })),
        document,
      })),
    documents: documents.map(({ document, kind, number, issuedOn, digest }) => ({
      document,
      kind,
      number,
      issuedOn,
      digest: digest.toString("hex"),
    })),
    next: next.filter((kind) => (kind === "supplement" || kind === "withdraw") === applicant),
  };
}

export function presentDocument(one: RepairView["documents"][number]): z.infer<typeof documentSchema> {
  const { document, kind, number, issuedOn, digest, body } = one;
  return { document, kind, number, issuedOn, digest: digest.toString("hex"), body: { ...body } };
}

type Ruled = Pick<RepairPolicy["free"], "id" | "zh" | "basis" | "mark">;
const presentRule = ({ id, zh, basis, mark }: Ruled): z.infer<typeof rule> => ({
  id,
  name: zh,
  article: articleOf(basis),
  mark,
});

export function presentSettings(repair: RepairPolicy): z.infer<typeof settingsSchema> {
  return {
    tier: repair.tier,
    on: repair.waiting.length === 0,
    waiting: repair.waiting.map(presentRule),
    conditions: repair.conditions.map(presentRule),
    materials: repair.materials.map((one) => ({ ...presentRule(one), kind: one.kind, list: one.list })),
    deadlines: repair.deadlines.map((one) => {
      const { list, accept, decide, extension, feedback } = one;
      return { ...presentRule(one), list, accept, decide, extension, feedback };
    }),
    free: presentRule(repair.free),
  };
}

export function presentProgress({
  phase,
  appliedOn,
  due,
  left,
  closedOn,
}: ProgressView): z.infer<typeof progressSchema> {
  return { phase: phase === "proposed" ? "accepted" : phase, appliedOn, due, left, closedOn };
}
