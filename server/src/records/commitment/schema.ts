import { z } from "@hono/zod-openapi";
import { parseDay } from "../../kernel/day.ts";
import type { Day } from "../../kernel/day.ts";
import { plainWords } from "../../platform/http/plain-words.ts";
import { COMMITMENT_KINDS, JUDGEMENTS } from "./rules.ts";
import type { CommitmentDraft, CommitmentView } from "./service/commitment.ts";

const hex = (digits: number): z.ZodString => z.string().regex(new RegExp(`^[0-9a-f]{${digits}}$`, "u"));
const day = z
  .string()
  .refine((text) => parseDay(text) !== undefined)
  .transform((text) => text as Day)
  .openapi({ type: "string", format: "date", example: "2026-09-30" });
const uscc = z.string().min(18).max(18).openapi({ example: "11990100990001378K" });

const PROMISE_MAX = 4000;
const REASON_MAX = 2000;
const NUMBER_MAX = 200;
const JUDGEMENTS_MAX = 1_000_000;

// Every text stands on one line: a line break could feign a line of the wording that the platform wrote.
const wish = {
  receiver: uscc.openapi({ description: "USCC of the organisation that receives it" }),
  kind: z.enum(COMMITMENT_KINDS),
  matter: plainWords(NUMBER_MAX).nullable().default(null),
  promise: plainWords(PROMISE_MAX),
  documentNo: plainWords(NUMBER_MAX)
    .nullable()
    .default(null)
    .openapi({ description: "Of the one decision; for a commitment for repair, and only there" }),
  through: day
    .nullable()
    .default(null)
    .openapi({ description: "Last day to keep it; it ends at 24:00 in Asia/Shanghai" }),
};

export const draftSchema = z
  .strictObject({ ...wish, hallFor: uscc.nullable().default(null).openapi({ description: "At a hall: who promises" }) })
  .openapi("CommitmentWish");

export const givingSchema = z
  .strictObject({
    ...wish,
    draft: hex(32),
    digest: hex(64).openapi({ description: "SHA-256 of the wording that the subject has seen" }),
    hall: z
      .strictObject({ subject: uscc, paper: z.strictObject({ title: plainWords(NUMBER_MAX), digest: hex(64) }) })
      .nullable()
      .default(null)
      .openapi({ description: "At a hall: who promised, and the paper that it signed" }),
  })
  .openapi("CommitmentGiving");

export const judgementSchema = z
  .strictObject({
    version: z
      .number()
      .int()
      .min(0)
      .max(JUDGEMENTS_MAX)
      .openapi({ description: "Number of judgements that the caller has seen" }),
    outcome: z.enum(JUDGEMENTS),
    reason: plainWords(REASON_MAX),
    document: plainWords(NUMBER_MAX)
      .nullable()
      .default(null)
      .openapi({ description: "Number of the document that it rests on; needed for a broken promise" }),
  })
  .openapi("CommitmentJudgementWish");

export const commitmentParams = z.object({ commitment: hex(32) });
export const pageQuery = z.object({ cursor: z.string().max(2048).optional() });

export const wordingSchema = z
  .object({
    draft: z.string(),
    commitment: z.string(),
    wording: z.string().openapi({ description: "To be shown to the subject as it stands" }),
    digest: z.string().openapi({ description: "SHA-256 of the wording" }),
  })
  .openapi("CommitmentWording");

export const commitmentSchema = z
  .object({
    commitment: z.string(),
    subject: z.string(),
    receiver: z.object({ uscc: z.string(), name: z.string() }),
    kind: z.enum(COMMITMENT_KINDS),
    matter: z.string().nullable(),
    promise: z.string(),
    documentNo: z.string().nullable(),
    through: z.string().nullable(),
    wording: z.string().openapi({ description: "As it was signed" }),
    digest: z.string(),
    onPaper: z
      .object({ registrar: z.string(), title: z.string(), digest: z.string() })
      .nullable()
      .openapi({ description: "Signed on paper and registered by this hall; null where it was signed in the portal" }),
    givenAt: z.string(),
    state: z.enum(["open", "due", ...JUDGEMENTS]).openapi({
      description:
        "Today; `due`: its last day is over and nothing has been said of it, which alone is no broken promise",
    }),
    judgements: z.array(
      z.object({
        no: z.number().int(),
        outcome: z.enum(JUDGEMENTS),
        reason: z.string(),
        document: z.string().nullable(),
        day: z.string(),
      }),
    ),
  })
  .openapi("Commitment");

export const listSchema = z
  .object({ items: z.array(commitmentSchema), next: z.string().nullable() })
  .openapi("Commitments");

/** A commitment as its two sides see it; nothing of a person stands in it. */
export function presentCommitment({ kept, judgements, state }: CommitmentView): z.infer<typeof commitmentSchema> {
  const { commitment, subject, receiver, receiverName, kind, matter, promise, documentNo, through, wording } = kept;
  return {
    commitment,
    subject,
    receiver: { uscc: receiver, name: receiverName },
    kind,
    matter,
    promise,
    documentNo,
    through,
    wording,
    digest: kept.digest.toString("hex"),
    onPaper: kept.onPaper,
    givenAt: kept.givenAt.toISOString(),
    state,
    judgements: judgements.map(({ no, outcome, reason, document, day: on }) => ({
      no,
      outcome,
      reason,
      document,
      day: on,
    })),
  };
}

export function presentWording(draft: CommitmentDraft): z.infer<typeof wordingSchema> {
  return { ...draft };
}
