import { z } from "@hono/zod-openapi";
import { parseDay } from "../../kernel/day.ts";
import type { Day } from "../../kernel/day.ts";
import { MANDATE_SCOPES } from "./rules/mandate.ts";
import { findPersonal } from "../../kernel/personal.ts";
import { ROLES } from "./rules.ts";
import { MEMBER_STATES } from "./rules/member.ts";

const instant = z.iso.datetime();

export const sessionSchema = z
  .object({
    login: z.string(),
    role: z.enum(ROLES),
    organisation: z.object({ uscc: z.string(), name: z.string() }),
    via: z.enum(["token", "session", "signature"]),
    session: z
      .object({
        session: z.uuid(),
        csrf: z.string().openapi({ description: "To be sent as X-CSRF-Token with whatever changes something." }),
        startedAt: instant,
        idleUntil: instant.openapi({ description: "When it ends if nothing more is asked." }),
        until: instant.openapi({ description: "When it ends in any case." }),
        steppedUpUntil: instant.nullable().openapi({ description: "Until when dangerous acts need no new proof." }),
      })
      .nullable()
      .openapi({ description: "null for a token or a signature." }),
  })
  .openapi("Session");

export const sessionListSchema = z
  .object({
    items: z.array(
      z.object({
        session: z.uuid(),
        startedAt: instant,
        seenAt: instant,
        until: instant,
        current: z.boolean(),
      }),
    ),
  })
  .openapi("SessionList");

export const sessionParams = z.object({ session: z.uuid() });

const day = z.string().refine((text): text is Day => parseDay(text) !== undefined);

export const newMandateSchema = z
  .strictObject({
    person: z.uuid().openapi({ description: "The agent" }),
    enterprise: z.string().length(18).openapi({ description: "USCC; an enterprise that has an account here" }),
    scope: z.array(z.enum(MANDATE_SCOPES)).min(1).max(MANDATE_SCOPES.length),
    from: day.openapi({ format: "date" }),
    until: day.openapi({ format: "date", description: "The first day on which it no longer holds" }),
    representative: z
      .string()
      .min(1)
      .max(100)
      .openapi({ description: "Name of the legal representative who gave it; only a keyed digest of it is kept" }),
  })
  .openapi("NewMandate");
export const registeredMandateSchema = z.object({ mandate: z.uuid() }).openapi("RegisteredMandate");
export const mandateParams = z.object({ mandate: z.uuid() });
export const endingSchema = z.strictObject({ reason: z.string().min(1).max(500) }).openapi("MandateEnding");

export const memberParams = z.object({ account: z.uuid() });
export const memberQuery = z.object({
  organisation: z.string().length(18).optional().openapi({ description: "USCC; another's for administrators alone" }),
  role: z.enum(ROLES).optional(),
  state: z.enum(MEMBER_STATES).optional(),
  cursor: z.string().max(2048).optional(),
});
export const memberListSchema = z
  .object({
    items: z.array(
      z.object({
        account: z.uuid(),
        name: z.string().openapi({ description: "Its login: names of persons are not kept" }),
        organisation: z.string(),
        organisationName: z.string(),
        role: z.enum(ROLES),
        state: z.enum(MEMBER_STATES),
        signedInOn: z
          .string()
          .nullable()
          .openapi({ format: "date", description: "Last day on which it signed in with a browser; null: never" }),
      }),
    ),
    next: z.string().nullable(),
  })
  .openapi("AccountList");
export const freezingSchema = z
  .strictObject({
    reason: z
      .string()
      .trim()
      .min(1)
      .max(500)
      .refine((text) => !text.includes("\0") && text.isWellFormed() && findPersonal(text).length === 0),
  })
  .openapi("AccountFreezing");
