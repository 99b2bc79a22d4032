import { z } from "@hono/zod-openapi";
import type { CanonicalObject } from "@xinheng/log/canonical";
import { addDays } from "../../kernel/day.ts";
import type { Day } from "../../kernel/day.ts";
import { plainWords } from "../../platform/http/plain-words.ts";
import { marksSchema, presentMarks } from "../visibility/index.ts";
import { daysLate, effectiveOf, EVENT_KINDS } from "./rules/event.ts";
import type { EndSpan, Expiry, FeedEvent } from "./rules/event.ts";
import type { Copy, SetDigest } from "./service/digest.ts";
import type { Delivered } from "./service/deliver.ts";
import type { FeedPage, Reminder, Standing } from "./service/feed.ts";
import type { NamingPolicy } from "./service/naming-policy.ts";
import type { Late } from "./service/oversight.ts";
import type { OneSubscriber, Subscriber } from "./service/subscribers.ts";
import { api } from "./text.ts";

const ownId = z.string().regex(/^[0-9a-f]{32}$/u);
const word = z
  .string()
  .min(1)
  .max(64)
  .regex(/^[\w.-]+$/u);
const ENTRIES_MAX = 100;
const CURSOR_MAX = 2048;
const EVENTS_MAX = 1000;
const REASON_MAX = 2000;

export const deliverySchema = z
  .strictObject({
    delivery: ownId.openapi({ description: api.delivery }),
    entries: z.array(word).min(1).max(ENTRIES_MAX).nullable().default(null),
    again: z.boolean().default(false).openapi({ description: api.again }),
    cursor: z.string().max(CURSOR_MAX).nullable().default(null),
  })
  .openapi("DeliveryWish");

const day = z.string().nullable();
const field = z.union([z.string(), z.array(z.string()), z.null()]);
export const deliveredSchema = z
  .object({
    day: z.string(),
    policyHash: z.string(),
    items: z.array(
      z.object({
        id: z.string(),
        replaces: z.string().nullable(),
        name: z.string().nullable(),
        shownUntil: day,
        marks: marksSchema,
        digest: z.string(),
        content: z.object({
          uscc: z.string(),
          entry: z.string(),
          entryVersion: z.number().int(),
          provider: z.string(),
          documentNo: z.string().nullable(),
          authority: z.string().nullable(),
          decidedOn: day,
          validFrom: day,
          validUntil: day,
          severity: z.string().nullable(),
          fields: z.record(z.string(), field),
        }),
      }),
    ),
    next: z.string().nullable(),
  })
  .openapi("Delivery");

type Content = z.infer<typeof deliveredSchema>["items"][number]["content"];

export function presentDelivered(one: Delivered): z.infer<typeof deliveredSchema>["items"][number] {
  return {
    id: one.ownId.toString("hex"),
    replaces: one.replaces?.toString("hex") ?? null,
    name: one.name,
    shownUntil: one.shownUntil,
    marks: presentMarks(one.marks),
    digest: one.digest.toString("hex"),
    content: one.content satisfies CanonicalObject as Content,
  };
}

const spans = z.array(z.object({ from: day, through: day })).openapi({ description: api.ends });
export const feedQuery = z.object({
  after: z.string().max(CURSOR_MAX).optional().openapi({ description: api.after }),
});
const told = {
  id: z.string(),
  effective: day,
  ends: spans,
  marks: z.array(z.string()),
  paused: z.boolean(),
};
export const feedSchema = z
  .object({
    day: z.string(),
    items: z.array(
      z.discriminatedUnion("kind", [
        z.object({ kind: z.enum(EVENT_KINDS), position: z.number().int(), at: z.string(), ...told }),
        z.object({ kind: z.literal("expired"), id: z.string(), effective: z.string(), shownUntil: z.string() }),
      ]),
    ),
    cursor: z.string().openapi({ description: api.cursor }),
    more: z.boolean(),
  })
  .openapi("WithdrawalFeed", { description: api.state });

type FeedItem = z.infer<typeof feedSchema>["items"][number];

const spanOf = ({ from, through }: EndSpan): { from: Day | null; through: Day | null } => ({ from, through });

export function presentEvent(event: FeedEvent): FeedItem {
  const { kind, position, marks, paused } = event;
  return {
    kind,
    id: event.ownId.toString("hex"),
    position,
    at: event.at.toISOString(),
    effective: effectiveOf(event),
    ends: event.ends.map(spanOf),
    marks: [...marks],
    paused,
  };
}

/** @param dayAfter the first day on which it is over. */
function presentExpiry({ ownId: id, shownUntil }: Expiry, dayAfter: Day): FeedItem {
  return { kind: "expired", id: id.toString("hex"), effective: dayAfter, shownUntil };
}

/** A page of the feed without its cursor. */
export function presentPage({ moment, events, expired, more }: FeedPage): Omit<z.infer<typeof feedSchema>, "cursor"> {
  const ended = expired.map((one) => presentExpiry(one, addDays(one.shownUntil, 1)));
  return { day: moment.today, items: [...events.map(presentEvent), ...ended], more };
}

const position = z.number().int().min(0).max(Number.MAX_SAFE_INTEGER);
export const receiptSchema = z
  .strictObject({
    through: position.nullable().default(null),
    events: z
      .array(z.strictObject({ id: ownId, position }))
      .max(EVENTS_MAX)
      .default([]),
  })
  .refine(({ through, events }) => through !== null || events.length > 0)
  .openapi("WithdrawalReceipt");
export const standingSchema = z
  .object({
    received: z.number().int(),
    nextPosition: z.number().int(),
    through: z.number().int().nullable(),
    unacknowledged: z.number().int(),
    oldestAt: z.string().nullable(),
  })
  .openapi("WithdrawalStanding");
export const ownStandingSchema = z
  .object({
    ...standingSchema.shape,
    reminders: z.array(z.object({ at: z.string(), unacknowledged: z.number().int(), oldestAt: z.string() })),
  })
  .openapi("OwnWithdrawalStanding");

export function presentStanding(one: Standing): z.infer<typeof standingSchema> {
  const { received, nextPosition, through, unacknowledged, oldestAt } = one;
  return { received, nextPosition, through, unacknowledged, oldestAt: oldestAt?.toISOString() ?? null };
}

export function presentReminder({ at, unacknowledged, oldestAt }: Reminder): {
  at: string;
  unacknowledged: number;
  oldestAt: string;
} {
  return { at: at.toISOString(), unacknowledged, oldestAt: oldestAt.toISOString() };
}

export const digestQuery = z.object({ entry: word.optional() });
const bucket = z.object({ bucket: z.number().int(), count: z.number().int(), digest: z.string() });
export const digestSchema = z
  .object({
    day: z.string(),
    nextPosition: z.number().int(),
    entries: z.array(
      z.object({
        entry: z.string(),
        count: z.number().int(),
        digest: z.string(),
        buckets: z.array(bucket).nullable(),
      }),
    ),
  })
  .openapi("WithdrawalDigest");

/** Buckets only where one entry was asked for. */
export function presentDigest(set: SetDigest, entry: string | null): z.infer<typeof digestSchema> {
  return {
    day: set.moment.today,
    nextPosition: set.nextPosition,
    entries: set.entries.map((one) => ({
      entry: one.entry,
      count: one.count,
      digest: one.digest.toString("hex"),
      buckets:
        entry === null
          ? null
          : one.buckets.map(({ bucket: at, count, digest }) => ({ bucket: at, count, digest: digest.toString("hex") })),
    })),
  };
}

export const copiesQuery = z.object({
  entry: word,
  bucket: z.coerce.number().int().min(0).max(255).optional(),
  cursor: z.string().max(CURSOR_MAX).optional(),
});
export const copiesSchema = z
  .object({
    items: z.array(z.object({ id: z.string(), shownUntil: day, digest: z.string() })),
    next: z.string().nullable(),
  })
  .openapi("WithdrawalCopies");

export function presentCopy(one: Copy): z.infer<typeof copiesSchema>["items"][number] {
  return { id: one.ownId.toString("hex"), shownUntil: one.shownUntil, digest: one.content.toString("hex") };
}

const lateSchema = z
  .object({
    organisation: z.string(),
    name: z.string(),
    unacknowledged: z.number().int(),
    oldestAt: z.string(),
    days: z.number().int(),
    remindedAt: z.string().nullable(),
    namedAt: z.string().nullable(),
  })
  .openapi("LateSubscriber");
export const lateListSchema = z
  .object({
    items: z.array(lateSchema),
    naming: z
      .object({
        confirmed: z.boolean().openapi({ description: api.namingConfirmed }),
        basis: z.string(),
        publisher: z.string(),
        days: z.number().int(),
      })
      .openapi({ description: api.naming }),
  })
  .openapi("LateSubscribers");
export const remindedSchema = lateSchema;
export const reminderSchema = z
  .strictObject({ organisation: z.string().length(18), reason: plainWords(REASON_MAX) })
  .openapi("ReminderWish");
export const namingSchema = z
  .strictObject({
    organisation: z.string().length(18),
    documentNo: plainWords(200),
    reason: plainWords(REASON_MAX),
  })
  .openapi("NamingWish");

export function presentLate(late: Late, today: Day): z.infer<typeof lateSchema> {
  return {
    organisation: late.organisation,
    name: late.name,
    unacknowledged: late.unacknowledged,
    oldestAt: late.oldestAt.toISOString(),
    days: daysLate(late, today),
    remindedAt: late.remindedAt?.toISOString() ?? null,
    namedAt: late.namedAt?.toISOString() ?? null,
  };
}

/** By what right somebody may be named, or why nobody may. */
export function presentNaming(policy: NamingPolicy): z.infer<typeof lateListSchema>["naming"] {
  const { mark, basis, publisher, days } = policy;
  return { confirmed: mark !== "unverified", basis, publisher, days };
}

const moment = z.string().nullable();
const subscriberSchema = z
  .object({
    organisation: z.string(),
    name: z.string(),
    entries: z.array(z.string()).openapi({ description: api.entriesOpen }),
    until: z.string().nullable(),
    received: z.number().int(),
    receivedAt: moment,
    nextPosition: z.number().int(),
    through: z.number().int().nullable(),
    unacknowledged: z.number().int(),
    oldestAt: moment,
    days: z.number().int().nullable(),
    remindedAt: moment,
    namedAt: moment,
  })
  .openapi("Subscriber");
export const subscriberListSchema = z.object({ items: z.array(subscriberSchema) }).openapi("Subscribers");
export const subscriberParams = z.object({ organisation: z.string().length(18) });
export const oneSubscriberSchema = z
  .object({
    ...subscriberSchema.shape,
    pulls: z.array(z.object({ delivery: z.string(), at: z.string(), statements: z.number().int() })),
    open: z.array(z.object({ position: z.number().int(), kind: z.enum(EVENT_KINDS), at: z.string() })),
    reminders: z.array(z.object({ at: z.string(), unacknowledged: z.number().int(), oldestAt: z.string() })),
  })
  .openapi("OneSubscriber");

export function presentSubscriber(one: Subscriber, today: Day): z.infer<typeof subscriberSchema> {
  const { oldestAt, receivedAt, remindedAt, namedAt, entries, ...rest } = one;
  return {
    ...rest,
    entries: [...entries],
    receivedAt: receivedAt?.toISOString() ?? null,
    oldestAt: oldestAt?.toISOString() ?? null,
    days: oldestAt === null ? null : daysLate({ oldestAt }, today),
    remindedAt: remindedAt?.toISOString() ?? null,
    namedAt: namedAt?.toISOString() ?? null,
  };
}

export function presentOneSubscriber(one: OneSubscriber, today: Day): z.infer<typeof oneSubscriberSchema> {
  return {
    ...presentSubscriber(one.subscriber, today),
    pulls: one.pulls.map(({ delivery, at, statements }) => ({
      delivery: delivery.toString("hex"),
      at: at.toISOString(),
      statements,
    })),
    open: one.open.map(({ position: place, kind, at }) => ({ position: place, kind, at: at.toISOString() })),
    reminders: one.reminders.map(presentReminder),
  };
}
