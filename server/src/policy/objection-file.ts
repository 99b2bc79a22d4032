// The shapes of `objection/*.yaml` as they are written.
import { z } from "zod";
import { basis, dayShape, id, mark, text } from "./file-schema.ts";

/** What an objection may be about: a record (a listing is one), a measure that was applied, a look. */
export const OBJECTION_TARGETS = ["record", "measure", "look"] as const;
export type ObjectionTarget = (typeof OBJECTION_TARGETS)[number];

const days = z.int().min(0).max(250).nullable();

const ruleShape = z.strictObject({
  id,
  zh: text,
  territory: z.string().regex(/^\d{6}$/),
  accept: days,
  own: days,
  transfer: days,
  provider: days,
  extension: days,
  total: days,
  pausesDisplay: z.boolean(),
  basis,
  mark,
});
const groundShape = z.strictObject({ id, zh: text, targets: z.array(z.enum(OBJECTION_TARGETS)).min(1) });

/** The shape of `objection/rules.yaml` as it is written. */
export const objectionShape = z.strictObject({ rules: z.array(ruleShape), grounds: z.array(groundShape).min(1) });

const stepName = z.enum([
  "file",
  "accept",
  "not-accept",
  "forward",
  "extend",
  "remind",
  "escalate",
  "upheld",
  "rejected",
  "return",
  "confirm",
  "withdraw",
]);

/** A case of `objection/cases.yaml`: what was done, what is asked for, and what follows. */
export const objectionCaseShape = z.strictObject({
  case: text,
  rule: id.nullable(),
  given: z.strictObject({
    own: z.boolean().default(false),
    evidence: z.boolean().default(true),
    samePerson: z.boolean().default(false),
    done: z.array(z.strictObject({ step: stepName, day: dayShape })),
    step: stepName.nullable().default(null),
    day: dayShape,
  }),
  // oxlint-disable-next-line unicorn/no-thenable -- a case reads given/then; it is never awaited.
  then: z.strictObject({
    granted: z.literal(true).optional(),
    refused: text.optional(),
    from: dayShape.optional(),
    due: dayShape.nullable().optional(),
    left: z.int().optional(),
    phase: text.optional(),
  }),
});

export type ObjectionFile = z.output<typeof objectionShape>;
export type ObjectionCase = z.output<typeof objectionCaseShape>;
