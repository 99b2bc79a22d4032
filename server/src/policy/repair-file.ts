// The shapes of `repair/rules.yaml` and `repair/cases.yaml` as they are written.
import { z } from "zod";
import { basis, dayShape, id, mark, text } from "./file-schema.ts";

export const REPAIR_TIERS = ["own-entrance", "national-entrance"] as const;
/** Whether this instance opens an entrance of its own, or receives what the national one pushes and returns results. */
export type RepairTier = (typeof REPAIR_TIERS)[number];

const days = z.int().min(0).max(250).nullable();
const severity = z.enum(["minor", "general", "serious", "unclassified"]);
const ruled = { id, zh: text, basis, mark };

/** The shape of `repair/rules.yaml` as it is written. */
export const repairShape = z.strictObject({
  tier: z.enum(REPAIR_TIERS),
  routing: z.strictObject(ruled),
  free: z.strictObject(ruled),
  scope: z.array(z.strictObject({ id, entry: id, by: z.enum(["severity", "list"]), basis, mark })).min(1),
  listSeverity: z.strictObject({ ...ruled, severity }),
  conditions: z.array(z.strictObject(ruled)).min(1),
  refusedWords: z.array(text),
  // Any word: what may not be asked for is told by its own fault.
  materials: z.array(z.strictObject({ ...ruled, kind: text, list: id.nullable() })),
  deadlines: z.array(
    z.strictObject({
      ...ruled,
      territory: z.string().regex(/^\d{6}$/),
      list: id.nullable(),
      accept: days,
      decide: days,
      extension: days,
      feedback: days,
    }),
  ),
  bankruptcy: z.strictObject(ruled),
  falseCommitment: z.strictObject(ruled),
  notRepairable: z.array(z.strictObject({ ...ruled, entry: id.nullable(), list: id.nullable() })),
  remedies: z.array(z.strictObject({ id, zh: text, days, months: days, mark })),
});

const stepName = z.enum([
  "apply",
  "need-more",
  "supplement",
  "accept",
  "not-accept",
  "extend",
  "remind",
  "propose-repair",
  "propose-refuse",
  "propose-shield",
  "propose-revoke",
  "return",
  "approve",
  "withdraw",
]);

/** A case of `repair/cases.yaml`: whether and from when a decision may be repaired, or how an application goes on. */
export const repairCaseShape = z.strictObject({
  case: text,
  decision: z
    .strictObject({
      entry: id.default("penalty"),
      list: id.nullable().default(null),
      severity: severity.nullable().default(null),
      decidedOn: dayShape.nullable(),
      ended: z.boolean().default(false),
      shownUntil: dayShape.nullable().default(null),
      open: z.boolean().default(false),
      day: dayShape,
    })
    .optional(),
  given: z
    .strictObject({
      kind: z.enum(["repair", "bankruptcy"]).default("repair"),
      list: id.nullable().default(null),
      done: z.array(z.strictObject({ step: stepName, day: dayShape })),
      step: stepName.nullable().default(null),
      samePerson: z.boolean().default(false),
      words: z.boolean().default(true),
      through: dayShape.nullable().default(null),
      day: dayShape,
    })
    .optional(),
  // oxlint-disable-next-line unicorn/no-thenable -- a case reads given/then; it is never awaited.
  then: z.strictObject({
    granted: z.literal(true).optional(),
    refused: text.optional(),
    from: dayShape.optional(),
    edition: text.optional(),
    due: dayShape.nullable().optional(),
    left: z.int().optional(),
    phase: text.optional(),
  }),
});

export type RepairFile = z.output<typeof repairShape>;
export type RepairCase = z.output<typeof repairCaseShape>;
