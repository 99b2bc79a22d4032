// What may be done about each decision, from which day, as its subject, its authority and a hall are told.
import { z } from "@hono/zod-openapi";
import { plainWords } from "../../../platform/http/plain-words.ts";
import type { DecisionView, OwnDecisions, RepairNotice } from "../service/eligible.ts";
import { eligible } from "../schema.ts";
import type { HandedIn } from "../service/hall.ts";

const party = z.object({ uscc: z.string(), name: z.string() });
const decisionSchema = z
  .object({
    record: z.string(),
    entry: z.string(),
    documentNo: z.string().nullable(),
    authority: party,
    decidedOn: z.string().nullable(),
    eligible: eligible.nullable(),
    refused: z
      .object({
        code: z.string(),
        article: z.string().nullable(),
        articleText: z.string().nullable(),
        from: z.string().nullable(),
      })
      .nullable()
      .openapi({ description: "Why not today, by which article, and from which day on" }),
  })
  .openapi("RepairableDecision");
export const eligibilitySchema = z
  .object({
    asOf: z.string().openapi({ description: "The legal day of this answer" }),
    items: z.array(decisionSchema),
  })
  .openapi("RepairEligibility");

export const noticeAskedSchema = z
  .strictObject({ subject: z.string().regex(/^[0-9A-Z]{18}$/u), documentNo: plainWords(128) })
  .openapi("RepairNoticeAsked");
export const noticeSchema = z
  .object({
    subject: party,
    authority: party,
    asOf: z.string().openapi({ description: "The legal day of what it says" }),
    items: z.array(decisionSchema),
  })
  .openapi("RepairNotice");

const handedInSchema = decisionSchema
  .extend({
    commitment: z.string().nullable().openapi({
      description: "The subject's commitment for this document number that still counts; null where there is none",
    }),
  })
  .openapi("HandedInDecision");
export const hallSchema = z
  .object({
    subject: party,
    asOf: z.string().openapi({ description: "The legal day of this answer" }),
    items: z.array(handedInSchema),
  })
  .openapi("HandedInDecisions");

function presentDecision({ found: row, eligible: judged, article }: DecisionView): z.infer<typeof decisionSchema> {
  return {
    record: row.statement.toString("base64url"),
    entry: row.entry,
    documentNo: row.documentNo,
    authority: { uscc: row.authority, name: row.authorityName },
    decidedOn: row.decidedOn,
    eligible: judged.ok ? { ...judged.value, articleText: article ?? "" } : null,
    refused: judged.ok
      ? null
      : {
          code: judged.refusal.code,
          article: judged.refusal.article ?? null,
          articleText: article,
          from: judged.refusal.availableFrom ?? null,
        },
  };
}

export function presentEligibility({ asOf, decisions }: OwnDecisions): z.infer<typeof eligibilitySchema> {
  return { asOf, items: decisions.map(presentDecision) };
}

export function presentNotice({ decisions, ...notice }: RepairNotice): z.infer<typeof noticeSchema> {
  return { ...notice, items: decisions.map(presentDecision) };
}

export function presentHandedIn({ decisions, ...rest }: HandedIn): z.infer<typeof hallSchema> {
  const items = decisions.map(({ commitment, ...one }) => ({ ...presentDecision(one), commitment }));
  return { ...rest, items };
}
