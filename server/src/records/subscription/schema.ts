import { z } from "@hono/zod-openapi";
import { parseDay } from "../../kernel/day.ts";
import type { Day } from "../../kernel/day.ts";
import { plainWords } from "../../platform/http/plain-words.ts";
import type { Subscription, SubscriptionWish } from "./rules.ts";

const day = z
  .string()
  .refine((text) => parseDay(text) !== undefined)
  .transform((text) => text as Day)
  .openapi({ type: "string", format: "date", example: "2026-09-30" });
const word = z
  .string()
  .min(1)
  .max(64)
  .regex(/^[\w.-]+$/u);

const ENTRIES_MAX = 100;
const REASON_MAX = 2000;

const basis = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("article"), article: plainWords(200).openapi({ example: "opinions-2025#10" }) }),
  z.strictObject({ kind: z.literal("contract"), number: plainWords(200) }),
]);

export const grantSchema = z
  .strictObject({
    organisation: z.string().length(18).openapi({ example: "91990100MA0XH00426" }),
    name: plainWords(200),
    basis,
    purpose: word.openapi({ example: "financing" }),
    entries: z.array(word).min(1).max(ENTRIES_MAX),
    since: day,
    until: day.openapi({ description: "First day on which it is not good any more" }),
    documentNo: plainWords(200),
    reason: plainWords(REASON_MAX),
  })
  .openapi("SubscriptionWish");

export function wishOf(body: z.infer<typeof grantSchema>): SubscriptionWish {
  const { organisation, name, purpose, entries, since, until } = body;
  return { organisation, name, basis: body.basis, purpose, entries: [...new Set(entries)], since, until };
}

export const endSchema = z.strictObject({ reason: plainWords(REASON_MAX) }).openapi("SubscriptionEnd");
export const subscriptionParams = z.object({ subscription: z.uuid() });
export const pageQuery = z.object({
  cursor: z.string().max(2048).optional(),
  organisation: z.string().length(18).optional().openapi({ description: "Only of this one; for the centre" }),
});

export const subscriptionSchema = z
  .object({
    subscription: z.string(),
    organisation: z.string(),
    name: z.string(),
    basis,
    purpose: z.string(),
    entries: z.array(z.string()),
    since: z.string(),
    until: z.string(),
    grantedAt: z.string(),
    endedAt: z.string().nullable(),
  })
  .openapi("Subscription");
export const subscriptionsSchema = z
  .object({ items: z.array(subscriptionSchema), next: z.string().nullable() })
  .openapi("Subscriptions");

export function presentSubscription(one: Subscription): z.infer<typeof subscriptionSchema> {
  const { subscription, organisation, name, purpose, entries, since, until } = one;
  return {
    subscription,
    organisation,
    name,
    basis: one.basis,
    purpose,
    entries: [...entries],
    since,
    until,
    grantedAt: one.grantedAt.toISOString(),
    endedAt: one.endedAt?.toISOString() ?? null,
  };
}
