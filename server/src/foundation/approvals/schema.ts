import { z } from "@hono/zod-openapi";
import { plainText, plainWords } from "../../platform/http/plain-words.ts";
import { ROLES } from "../accounts/index.ts";
import { COMMAND_NAMES } from "./rules.ts";

/** What the database can keep. */
const storable = (lengthMax: number): z.ZodString =>
  z
    .string()
    .max(lengthMax)
    .refine((text) => !text.includes("\0") && text.isWellFormed());

export const proposalParams = z.object({ proposal: z.uuid() });
export const listQuery = z.object({
  list: z.enum(["inbox", "mine"]).default("inbox").openapi({
    description: "inbox: what waits for the caller's decision; mine: what the caller proposed",
  }),
  cursor: z.string().max(2048).optional(),
});

export const proposalSchema = z
  .object({
    proposal: z.uuid(),
    command: z.enum(COMMAND_NAMES as [string, ...string[]]),
    title: z.string().openapi({ description: "The command in Chinese" }),
    organisation: z.string().openapi({ description: "USCC of the unit whose second person decides" }),
    target: z.string().openapi({ description: "What it is about, as the command names it" }),
    proposedBy: z.uuid().openapi({ description: "The account that proposed it" }),
    documentNo: z.string().nullable(),
    reason: z.string(),
    payload: z.record(z.string(), z.unknown()).openapi({ description: "What will be done; cannot change any more" }),
    proposedAt: z.string(),
    expiresAt: z.string(),
    state: z.enum(["open", "approved", "refused", "lapsed", "withdrawn"]),
    decidedBy: z.uuid().nullable(),
    decidedAt: z.string().nullable(),
    decisionReason: z.string().nullable(),
    mayDecide: z.boolean().openapi({ description: "Whether the caller may approve or refuse it now" }),
  })
  .openapi("Proposal");

export const proposalPageSchema = z
  .object({ items: z.array(proposalSchema), next: z.string().nullable() })
  .openapi("Proposals");

export const approvalSchema = z.object({ reason: plainText(500).nullable().default(null) }).openapi("Approval");
export const refusalSchema = z.object({ reason: plainText(500) }).openapi("ProposalRefusal");
export const approvedSchema = z
  .object({
    proposal: proposalSchema,
    result: z.record(z.string(), z.unknown()).openapi({ description: "What the command gave; shown this once" }),
  })
  .openapi("Approved");

export const accountParams = z.object({ account: z.uuid() });
export const newAccountSchema = z
  .strictObject({
    organisation: storable(18).openapi({ description: "USCC of the organisation that it acts for" }),
    name: plainWords(200).openapi({ description: "Name of an organisation that is not known yet" }),
    role: z.enum(ROLES),
    login: storable(40),
    person: z.uuid().nullable().default(null).openapi({ description: "The human being; null for somebody new" }),
    registration: storable(80).nullable().default(null).openapi({
      description: "The number that the sign-in page gave him; from then on he signs in with that identity",
    }),
    reason: plainText(500),
    documentNo: plainText(128).nullable().default(null),
  })
  .openapi("NewAccount");
export const newRoleSchema = z
  .strictObject({ role: z.enum(ROLES), reason: plainText(500), documentNo: plainText(128).nullable().default(null) })
  .openapi("NewRole");

export const accountReasonSchema = z
  .strictObject({ reason: plainText(500), documentNo: plainText(128).nullable().default(null) })
  .openapi("AccountReason");

/** What a proposal about an account carries; read again when it is approved. */
export const accountPayload = newAccountSchema.omit({ reason: true, documentNo: true });
export const namedPayload = z.strictObject({ account: z.uuid() });
/** Which freezing is lifted, by the instants at which it began; null for what is not frozen. */
export const unfreezePayload = z.strictObject({
  account: z.uuid(),
  frozenAt: z.string().nullable().default(null),
  organisationFrozenAt: z.string().nullable().default(null),
});
export const rolePayload = z.strictObject({ account: z.uuid(), role: z.enum(ROLES) });

/** For other slices: the answer of a command that waits for a second person. */
export const waitsForSecondPerson = {
  description: "Proposed: a second person decides it at /api/v1/approvals/{proposal}.",
  content: { "application/json": { schema: proposalSchema } },
};
