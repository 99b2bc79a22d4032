import { z } from "@hono/zod-openapi";
import { parseDay } from "../../kernel/day.ts";
import type { Day } from "../../kernel/day.ts";
import { plainText } from "../../platform/http/plain-words.ts";
import { api } from "./text.ts";

const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/u);
const dayText = z
  .string()
  .refine((text): text is Day => parseDay(text) !== undefined)
  .openapi({ format: "date", example: "2026-09-09" });
/** Words that a person writes beside the records: never a personal number, never what the database cannot keep. */
const code = z
  .string()
  .min(1)
  .max(64)
  .regex(/^[\w.-]+$/u);

const states = ["receiving", "waiting", "processing", "done", "withdrawn", "failed"] as const;

export const uploadQuery = z.object({
  provider: code.openapi({
    description: "USCC of the unit that sends; a token submits only as its own",
    example: "11990100MB0XH0054P",
  }),
  entry: code.openapi({ description: "Catalogue entry", example: "penalty" }),
  mapping: z
    .string()
    .max(64)
    .regex(/^[\w.-]*$/u)
    .default("")
    .openapi({ description: "A shipped mapping or the hash of an own one; empty: official heads" }),
  mends: z.uuid().optional().openapi({ description: "The batch whose rows this file corrects" }),
  force: z
    .enum(["true", "false"])
    .default("false")
    .openapi({ description: "Take the same file in again as a new batch" }),
  purpose: plainText(200).optional(),
  declared: z.string().max(2000).optional().openapi({
    description: api.declared,
    example: api.declaredExample,
  }),
  document: plainText(128).optional().openapi({ description: api.handover }),
});

export const batchParams = z.object({ batch: z.uuid() });
export const pageQuery = z.object({ cursor: z.string().max(2048).optional() });

export const issueSchema = z
  .object({
    row: z.number().int().openapi({ description: "Line in the file, from 1, header included" }),
    sheet: z.string().optional(),
    outcome: z.string(),
    field: z.string().nullable(),
    code: z.string(),
    value: z.string().nullable().openapi({ description: "As received; masked where personal" }),
    message: z.string(),
  })
  .openapi("BatchIssue");

const carriedOverSchema = z
  .object({
    documentNo: z.string(),
    states: z.array(
      z.object({
        word: z.string().openapi({ description: "State as the old platform writes it; empty where it writes none" }),
        declared: z.number().int(),
        accepted: z.number().int(),
        duplicate: z.number().int(),
        quarantined: z.number().int(),
        rejected: z.number().int(),
      }),
    ),
    scores: z.array(z.string()).openapi({ description: "Heads of columns of scores, which were not read" }),
  })
  .openapi("CarriedOver", { description: api.carriedOver });

export const batchSchema = z
  .object({
    batch: z.uuid(),
    provider: z.string(),
    entry: z.string(),
    mapping: z.string(),
    state: z.enum(states),
    mends: z.uuid().nullable(),
    uploadOffset: z.number().int().optional(),
    uploadLength: z.number().int().nullable(),
    receivedAt: z.string().nullable(),
    finishedAt: z.string().nullable(),
    received: z.number().int(),
    skipped: z.number().int(),
    accepted: z.number().int(),
    duplicates: z.number().int(),
    quarantined: z.number().int(),
    rejected: z.number().int(),
    naturalPersons: z.number().int().openapi({ description: "Rows of natural persons, within rejected" }),
    issueCount: z.number().int(),
    issues: z.array(issueSchema),
    issuesNext: z.string().nullable(),
    failure: z.object({ code: z.string(), message: z.string() }).nullable(),
    carriedOver: carriedOverSchema.nullable(),
    sameAs: z.boolean().optional().openapi({ description: "True when this is an earlier batch of the same file" }),
  })
  .openapi("Batch");

export const issuePageSchema = z
  .object({ items: z.array(issueSchema), next: z.string().nullable() })
  .openapi("BatchIssues");

export const questionSchema = z
  .object({
    row: z.number().int(),
    sheet: z.string().nullable(),
    codes: z.array(z.string()),
    messages: z.array(z.string()),
    name: z.string(),
    documentNo: z.string().nullable(),
    statedCode: z.string().nullable(),
    proposals: z.array(z.string()).openapi({ description: "Codes to choose from; never attached by themselves" }),
    state: z.enum(["open", "accepted", "rejected"]),
    decidedSubject: z.string().nullable(),
    reason: z.string().nullable(),
  })
  .openapi("BatchQuestion");
export const questionPageSchema = z
  .object({ items: z.array(questionSchema), next: z.string().nullable() })
  .openapi("BatchQuestions");

const instant = z.string().openapi({ format: "date-time" });

export const batchListQuery = z.object({
  provider: code.optional().openapi({ description: "USCC of one provider; without it all that one may see" }),
  entry: code.optional(),
  state: z.enum(states).optional(),
  from: dayText.optional().openapi({ description: "First day (Asia/Shanghai) on which it was begun" }),
  to: dayText.optional().openapi({ description: "Last day on which it was begun" }),
  cursor: z.string().max(2048).optional(),
});

export const batchLineSchema = z
  .object({
    batch: z.uuid(),
    provider: z.string(),
    providerName: z.string().nullable().openapi({ description: "As the policy of today names it" }),
    own: z.boolean().openapi({ description: "Whether it is one's own unit's; others' are opened by a look alone" }),
    entry: z.string(),
    mapping: z.string(),
    state: z.enum(states),
    failure: z.string().nullable().openapi({ description: "Why it failed, as a code" }),
    mends: z.uuid().nullable(),
    createdAt: instant,
    receivedAt: instant.nullable(),
    finishedAt: instant.nullable(),
    received: z.number().int(),
    skipped: z.number().int(),
    accepted: z.number().int(),
    duplicates: z.number().int(),
    quarantined: z.number().int(),
    rejected: z.number().int(),
    naturalPersons: z.number().int(),
    issueCount: z.number().int(),
    openQuestions: z.number().int(),
    receipt: z.boolean().openapi({ description: "Whether it has a receipt" }),
  })
  .openapi("BatchLine");
export const batchListSchema = z
  .object({ items: z.array(batchLineSchema), next: z.string().nullable() })
  .openapi("BatchLines");

export const questionListQuery = z.object({ entry: code.optional(), cursor: z.string().max(2048).optional() });
export const questionListSchema = z
  .object({
    items: z.array(questionSchema.extend({ batch: z.uuid(), entry: z.string(), receivedAt: instant.nullable() })),
    counts: z
      .array(
        z.object({
          provider: z.string(),
          providerName: z.string().nullable(),
          entry: z.string(),
          open: z.number().int(),
        }),
      )
      .openapi({ description: "Open questions by provider and entry: one's own; an operator's, of all providers" }),
    next: z.string().nullable(),
  })
  .openapi("OpenQuestions");

export const answerSchema = z
  .object({
    row: z.number().int().positive(),
    sheet: z.string().nullable().default(null),
    action: z.enum(["accept", "reject"]),
    subject: z.string().max(18).nullable().default(null),
    reason: plainText(500),
    documentNo: plainText(128).nullable().default(null),
  })
  .openapi("QuestionAnswer");
export const answeredSchema = z
  .object({ state: z.string(), record: z.string().nullable() })
  .openapi("QuestionAnswered");

export const withdrawalSchema = z
  .object({ reason: plainText(500), documentNo: plainText(128).nullable().default(null) })
  .openapi("Withdrawal");
export const affectedSchema = z
  .object({ items: z.array(z.object({ subject: z.string(), records: z.number().int() })), next: z.string().nullable() })
  .openapi("AffectedSubjects");

export const lookSchema = z.object({ purpose: plainText(200), matter: plainText(64) }).openapi("BatchLook");

export const completenessSchema = z
  .object({ provider: code, entry: code, through: day, nilFrom: day.nullable().default(null) })
  .openapi("Completeness");

const derivation = z.union([
  z.strictObject({ field: code, template: z.string().max(200) }),
  z.strictObject({
    field: code,
    from: z.string().max(200),
    unit: z.literal("yuan-to-wan"),
    emptyWhen: z.array(z.string().max(64)).max(50).optional(),
  }),
  z.strictObject({ field: code, from: z.string().max(200), excelSerial: z.literal(true) }),
  z.strictObject({ field: code, from: z.string().max(200), shape: z.literal("document-number") }),
  z.strictObject({ field: code, from: z.string().max(200), emptyWhen: z.array(z.string().max(64)).max(50) }),
]);

export const mappingSchema = z
  .strictObject({
    zh: plainText(100).min(1),
    entry: code,
    profile: z.enum(["full", "legacy"]).default("full"),
    columns: z.record(plainText(200), z.string().max(64).nullable()).default({}),
    constants: z.record(z.string().max(64), plainText(4000)).default({}),
    derivations: z.array(derivation).max(100).default([]),
  })
  .openapi("Mapping");
export const savedMappingSchema = z.object({ mapping: z.string() }).openapi("SavedMapping");

/** One record typed into a form (填报): field ids, official names or codes, each with its text. */
export const singleSchema = z.record(z.string().max(200), z.string().max(8000).nullable()).openapi("SingleRecord");
