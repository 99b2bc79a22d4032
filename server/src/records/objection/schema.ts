import { z } from "@hono/zod-openapi";
import { plainText, plainWords } from "../../platform/http/plain-words.ts";
import { articleText } from "../../policy/article-text.ts";
import type { PolicySnapshot } from "../../policy/snapshot.ts";
import { articleOf } from "../../policy/source.ts";
import { PHASES } from "./rules/objection.ts";
import type { Pending } from "./rules/pending.ts";
import type { FilingAsked, Target } from "./service/file.ts";
import type { MonthFigures } from "./service/figures.ts";
import type { StepAsked } from "./service/step.ts";
import { api } from "./text.ts";

const ITEMS_MAX = 50;
const words = plainText(4000).min(1);
const id = z
  .string()
  .max(64)
  .regex(/^[a-z][A-Za-z0-9-]*$/u);
const recordId = z
  .string()
  .regex(/^[\w-]{22}$/u)
  .openapi({ description: api.record, example: "AAECAwQFBgcICQoLDA0ODw" });
const lookId = z
  .string()
  .regex(/^[0-9a-f]{32}$/u)
  .openapi({ description: api.look });
const evidence = z.strictObject({ title: plainWords(200), digest: z.string().regex(/^[0-9a-f]{64}$/u) });
const uscc = z.string().regex(/^[0-9A-Za-z-]{1,64}$/u);

export const objectionParams = z.object({ objection: z.uuid() });
export const documentParams = z.object({ objection: z.uuid(), document: z.uuid() });
export const markParams = z.object({ mark: z.string().regex(/^[0-9a-f]{32}$/u) });
const month = z
  .string()
  .regex(/^\d{4}-(0[1-9]|1[0-2])$/u)
  .optional();
const cursor = z.string().max(2048).optional();
export const ownQuery = z.object({ cursor });
export const listQuery = z.object({ state: z.enum(["open", "overdue", "closed"]).default("open"), month, cursor });
export const figuresQuery = z.object({ month });

const filed = {
  target: z.discriminatedUnion("kind", [
    z.strictObject({ kind: z.literal("record"), record: recordId }),
    z.strictObject({ kind: z.literal("measure"), look: lookId, measure: id }),
    z.strictObject({ kind: z.literal("look"), look: lookId }),
  ]),
  ground: id.openapi({ example: "wrong-content" }),
  claim: words,
  fields: z
    .array(z.strictObject({ field: id, should: plainText(1000).min(1) }))
    .max(ITEMS_MAX)
    .default([])
    .openapi({ description: api.fields }),
  evidence: z.array(evidence).max(ITEMS_MAX).default([]),
};
export const filingSchema = z.strictObject(filed).openapi("ObjectionFiling");
export const hallFilingSchema = z
  .strictObject({ ...filed, subject: uscc, paper: evidence })
  .openapi("HallObjectionFiling");

const version = z.number().int().min(1).openapi({ description: api.version });
const changeSchema = z
  .discriminatedUnion("kind", [
    z.strictObject({ kind: z.literal("version"), record: recordId }),
    z.strictObject({ kind: z.literal("ended") }),
    z.strictObject({ kind: z.literal("detached") }),
    z.strictObject({ kind: z.literal("acted"), documentNo: plainWords(128) }),
  ])
  .openapi({ description: api.change });
export const stepSchema = z
  .strictObject({
    version,
    kind: z.enum([
      "accept",
      "not-accept",
      "forward",
      "extend",
      "remind",
      "escalate",
      "answer",
      "return",
      "confirm",
      "withdraw",
    ]),
    words: words.nullable().default(null),
    answer: z
      .strictObject({
        outcome: z.enum(["upheld", "rejected"]),
        change: changeSchema.nullable().default(null),
        evidence: z.array(evidence).max(ITEMS_MAX).default([]),
      })
      .nullable()
      .default(null),
  })
  .openapi("ObjectionStepTaking");
export const withdrawalSchema = z
  .strictObject({ version, words: words.nullable().default(null) })
  .openapi("ObjectionWithdrawal");
export const pendingSchema = z
  .strictObject({
    uscc,
    record: recordId,
    kind: z.enum(["review", "litigation"]),
    documentNo: plainWords(128),
    reason: plainWords(500),
  })
  .openapi("PendingMark");
export const liftingSchema = z
  .strictObject({ documentNo: plainWords(128), reason: plainWords(500) })
  .openapi("PendingMarkLifting");
export const markSchema = z.object({ mark: z.string() }).openapi("MarkSet");
export const marksSchema = z
  .object({
    items: z.array(
      z.object({
        mark: z.string(),
        uscc: z.string(),
        record: z.string(),
        kind: z.enum(["review", "litigation"]),
        documentNo: z.string(),
        setOn: z.string(),
        liftedOn: z.string().nullable(),
      }),
    ),
  })
  .openapi("PendingMarks");

const party = z.object({ uscc: z.string(), name: z.string() });
const evidenceShape = z.object({ title: z.string(), digest: z.string() });
const dueShape = z.object({
  kind: z.string(),
  until: z.string(),
  workingDaysLeft: z.number().int().nullable(),
  overdue: z.boolean(),
});
export const changeShape = z.object({
  kind: z.enum(["version", "ended", "detached", "acted"]),
  record: z.string().nullable(),
  documentNo: z.string().nullable(),
});

export const objectionSchema = z
  .object({
    objection: z.string(),
    version: z.number().int(),
    kind: z.enum(["statement", "listing", "measure", "look"]),
    phase: z.enum(PHASES),
    phaseName: z.string(),
    subject: party,
    via: z.enum(["portal", "hall"]),
    about: z.object({
      record: z.string().nullable(),
      entry: z.string().nullable(),
      entryName: z.string().nullable(),
      documentNo: z.string().nullable(),
      look: z.string().nullable(),
      measure: z.string().nullable(),
      measureName: z.string().nullable(),
    }),
    ground: z.string(),
    groundName: z.string(),
    claim: z.string(),
    fields: z.array(z.object({ field: z.string(), name: z.string(), says: z.string().nullable(), should: z.string() })),
    evidence: z.array(evidenceShape),
    respondent: party,
    filedOn: z.string(),
    marked: z.boolean().openapi({ description: api.marked }),
    due: dueShape.nullable().openapi({ description: api.due }),
    total: dueShape.nullable(),
    rule: z.object({ name: z.string(), article: z.string(), articleText: z.string(), mark: z.string() }).nullable(),
    reminders: z.number().int(),
    escalated: z.boolean(),
    outcome: z.enum(["upheld", "rejected"]).nullable(),
    answer: z
      .object({
        outcome: z.enum(["upheld", "rejected"]),
        words: z.string(),
        change: changeShape.nullable(),
        evidence: z.array(evidenceShape),
      })
      .nullable()
      .openapi({ description: api.answer }),
    corrections: z
      .array(z.object({ field: z.string(), name: z.string(), old: z.string().nullable(), new: z.string().nullable() }))
      .openapi({ description: api.corrections }),
    steps: z.array(
      z.object({
        no: z.number().int(),
        kind: z.string(),
        kindName: z.string(),
        day: z.string(),
        at: z.string(),
        words: z.string().nullable(),
        document: z.string().nullable(),
      }),
    ),
    documents: z.array(
      z.object({
        document: z.string(),
        kind: z.string(),
        kindName: z.string(),
        number: z.string(),
        issuedOn: z.string(),
        sha256: z.string(),
      }),
    ),
    next: z.array(z.object({ kind: z.string(), by: z.string() })),
  })
  .openapi("Objection");
export const objectionsSchema = z
  .object({ items: z.array(objectionSchema), next: z.string().nullable() })
  .openapi("Objections");

function targetOf(target: z.output<typeof filingSchema>["target"]): Target {
  if (target.kind === "record") return { kind: "record", record: Buffer.from(target.record, "base64url") };
  const look = Buffer.from(target.look, "hex");
  return target.kind === "look" ? { kind: "look", look } : { kind: "measure", look, measure: target.measure };
}

export function filingAsked(body: z.output<typeof filingSchema>): FilingAsked {
  return { ...body, target: targetOf(body.target), hall: null };
}

export function hallFilingAsked({ subject, paper, ...body }: z.output<typeof hallFilingSchema>): FilingAsked {
  return { ...body, target: targetOf(body.target), hall: { subject, paper } };
}

export function stepAsked(objection: string, body: z.output<typeof stepSchema>): StepAsked {
  return { objection, ...body };
}

export function presentMarks(items: readonly Pending[]): z.infer<typeof marksSchema> {
  return {
    items: items.map(({ mark, subject, record, kind, documentNo, setOn, liftedOn }) => ({
      mark,
      uscc: subject,
      record: record.toString("base64url"),
      kind,
      documentNo,
      setOn,
      liftedOn,
    })),
  };
}

const figure = {
  closed: z.number().int(),
  upheld: z.number().int(),
  notAccepted: z.number().int(),
  withdrawn: z.number().int(),
  upheldShare: z.number().int().nullable().openapi({ description: api.share }),
  meanWorkingDays: z.number().int().nullable().openapi({ description: api.mean }),
};
export const figuresSchema = z
  .object({
    month: z.string(),
    received: z.number().int(),
    objected: z.number().int(),
    perTenThousand: z.number().int().nullable(),
    overdue: z.number().int(),
    ...figure,
    respondents: z.array(z.object({ respondent: z.string(), name: z.string(), ...figure })),
  })
  .openapi("ObjectionFigures");

const TEN_THOUSAND = 10_000;

export function presentFigures({ respondents, ...figures }: MonthFigures): z.infer<typeof figuresSchema> {
  const { received, objected } = figures;
  const perTenThousand = received === 0 ? null : Math.round((objected * TEN_THOUSAND) / received);
  return { ...figures, perTenThousand, respondents: respondents.map((one) => ({ ...one })) };
}

const days = z.number().int().nullable();
export const rulesSchema = z
  .object({
    day: z.string(),
    policyHash: z.string(),
    rule: z
      .object({
        id: z.string(),
        name: z.string(),
        accept: days,
        own: days,
        transfer: days,
        provider: days,
        extension: days,
        total: days,
        pausesDisplay: z.boolean(),
        article: z.string(),
        articleText: z.string(),
        mark: z.string(),
      })
      .nullable(),
    grounds: z.array(z.object({ ground: z.string(), name: z.string(), targets: z.array(z.string()) })),
  })
  .openapi("ObjectionRules");

export function presentRules(policy: PolicySnapshot): z.infer<typeof rulesSchema> {
  const { rule, grounds } = policy.objection;
  const told = rule === null ? null : { ...rule, name: rule.zh };
  return {
    day: policy.day,
    policyHash: policy.hash,
    rule:
      told === null
        ? null
        : {
            id: told.id,
            name: told.name,
            accept: told.accept,
            own: told.own,
            transfer: told.transfer,
            provider: told.provider,
            extension: told.extension,
            total: told.total,
            pausesDisplay: told.pausesDisplay,
            article: articleOf(told.basis),
            articleText: articleText(policy, told.basis),
            mark: told.mark,
          },
    grounds: [...grounds.values()].map(({ id: ground, zh, targets }) => ({ ground, name: zh, targets: [...targets] })),
  };
}
