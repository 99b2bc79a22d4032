import { z } from "@hono/zod-openapi";
import { ROLES } from "./rules.ts";

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
