// The recipient's side: what it receives, what it is told, its receipts, its digest.
import { createRoute } from "@hono/zod-openapi";
import type { z } from "@hono/zod-openapi";
import { parseDay } from "../../../kernel/day.ts";
import { granted, refused } from "../../../kernel/refusal.ts";
import type { Outcome } from "../../../kernel/refusal.ts";
import type { Cursors, CursorValue } from "../../../platform/http/cursor.ts";
import { refuse } from "../../../platform/http/http-app.ts";
import type { HttpApp } from "../../../platform/http/http-app.ts";
import { problemResponses } from "../../../platform/http/problem.ts";
import { feedBeginning } from "../rules/event.ts";
import type { FeedPlace } from "../rules/event.ts";
import {
  copiesQuery,
  copiesSchema,
  deliveredSchema,
  deliverySchema,
  digestQuery,
  digestSchema,
  feedQuery,
  feedSchema,
  ownStandingSchema,
  presentCopy,
  presentDelivered,
  presentDigest,
  presentPage,
  presentReminder,
  presentStanding,
  receiptSchema,
  standingSchema,
} from "../schema.ts";
import { deliver } from "../service/deliver.ts";
import type { DeliveryDeps, DeliveryPlace } from "../service/deliver.ts";
import { readCopies, readDigest } from "../service/digest.ts";
import { acknowledge, readFeed, readStanding } from "../service/feed.ts";
import type { SignIn } from "../../../foundation/accounts/index.ts";
import { api } from "../text.ts";

export interface RecipientRoutes extends DeliveryDeps {
  readonly signIn: SignIn;
  readonly cursors: Cursors;
}

const tags = [api.tag];
const security = [{ bearer: [] }];

function answering<S extends z.ZodType>(schema: S, description: string) {
  return { 200: { description, content: { "application/json": { schema } } }, ...problemResponses };
}

const postDelivery = createRoute({
  method: "post",
  path: "/api/v1/deliveries",
  operationId: "receiveStatements",
  tags,
  security,
  summary: api.deliver,
  request: { body: { required: true, content: { "application/json": { schema: deliverySchema } } } },
  responses: answering(deliveredSchema, api.deliver),
});
const getFeed = createRoute({
  method: "get",
  path: "/api/v1/withdrawals",
  operationId: "readWithdrawals",
  tags,
  security,
  summary: api.feed,
  request: { query: feedQuery },
  responses: answering(feedSchema, api.feed),
});
const postReceipt = createRoute({
  method: "post",
  path: "/api/v1/withdrawals/acknowledgements",
  operationId: "acknowledgeWithdrawals",
  tags,
  security,
  summary: api.acknowledge,
  request: { body: { required: true, content: { "application/json": { schema: receiptSchema } } } },
  responses: answering(standingSchema, api.standing),
});
const getStanding = createRoute({
  method: "get",
  path: "/api/v1/withdrawals/standing",
  operationId: "readWithdrawalStanding",
  tags,
  security,
  summary: api.standing,
  responses: answering(ownStandingSchema, api.standing),
});
const getDigest = createRoute({
  method: "get",
  path: "/api/v1/withdrawals/digest",
  operationId: "readWithdrawalDigest",
  tags,
  security,
  summary: api.digest,
  request: { query: digestQuery },
  responses: answering(digestSchema, api.digest),
});
const getCopies = createRoute({
  method: "get",
  path: "/api/v1/withdrawals/copies",
  operationId: "listWithdrawalCopies",
  tags,
  security,
  summary: api.copies,
  request: { query: copiesQuery },
  responses: answering(copiesSchema, api.copies),
});

const badCursor = refused({ code: "http.bad-cursor", kind: "invalid" });
const listOf = (value: CursorValue): readonly unknown[] => (Array.isArray(value) ? (value as readonly unknown[]) : []);

function deliveryPlace(cursors: Cursors, list: string, cursor: string | null): Outcome<DeliveryPlace | null> {
  if (cursor === null) return granted(null);
  const read = cursors.decode(list, cursor);
  if (!read.ok) return read;
  const [subject, id] = listOf(read.value);
  return typeof subject === "string" && typeof id === "string"
    ? granted({ subject, id: Buffer.from(id, "hex") })
    : badCursor;
}

function feedPlace(cursors: Cursors, list: string, cursor: string | undefined): Outcome<FeedPlace> {
  if (cursor === undefined) return granted(feedBeginning);
  const read = cursors.decode(list, cursor);
  if (!read.ok) return read;
  const [position, day, id] = listOf(read.value);
  if (typeof position !== "number") return badCursor;
  const parsed = typeof day === "string" ? parseDay(day) : undefined;
  if (parsed === undefined || typeof id !== "string") return granted({ position, expired: null });
  return granted({ position, expired: { day: parsed, ownId: Buffer.from(id, "hex") } });
}

function addDeliveries(app: HttpApp, routes: RecipientRoutes): void {
  const { signIn, cursors, looks } = routes;
  app.openapi(postDelivery, async (c) => {
    c.header("cache-control", "no-store");
    const by = await signIn(c);
    if (!by.ok) return refuse(c, by.refusal);
    const { delivery, entries, again, cursor } = c.req.valid("json");
    const list = `deliveries ${by.value.organisation} ${delivery} ${String(again)} ${(entries ?? []).join(",")}`;
    const after = deliveryPlace(cursors, list, cursor);
    if (!after.ok) return refuse(c, after.refusal);
    const wish = { delivery: Buffer.from(delivery, "hex"), entries, again, after: after.value };
    const delivered = await deliver(routes, by.value, wish);
    if (!delivered.ok) {
      looks.refused(by.value);
      return refuse(c, delivered.refusal);
    }
    const { moment, items, next } = delivered.value;
    return c.json(
      {
        day: moment.today,
        policyHash: moment.policy.hash,
        items: items.map(presentDelivered),
        next: next === null ? null : cursors.encode(list, [next.subject, next.id.toString("hex")]),
      },
      200,
    );
  });
}

function addFeed(app: HttpApp, routes: RecipientRoutes): void {
  const { signIn, cursors } = routes;
  app.openapi(getFeed, async (c) => {
    c.header("cache-control", "no-store");
    const by = await signIn(c);
    if (!by.ok) return refuse(c, by.refusal);
    const list = `withdrawals ${by.value.organisation}`;
    const from = feedPlace(cursors, list, c.req.valid("query").after);
    if (!from.ok) return refuse(c, from.refusal);
    const read = await readFeed(routes, by.value, from.value);
    if (!read.ok) return refuse(c, read.refusal);
    const { next } = read.value;
    const over = next.expired === null ? [] : [next.expired.day, next.expired.ownId.toString("hex")];
    return c.json({ ...presentPage(read.value), cursor: cursors.encode(list, [next.position, ...over]) }, 200);
  });
  app.openapi(postReceipt, async (c) => {
    c.header("cache-control", "no-store");
    const by = await signIn(c);
    if (!by.ok) return refuse(c, by.refusal);
    const { through, events } = c.req.valid("json");
    const named = events.map(({ id, position }) => ({ ownId: Buffer.from(id, "hex"), position }));
    const taken = await acknowledge(routes, by.value, { through, events: named });
    return taken.ok ? c.json(presentStanding(taken.value), 200) : refuse(c, taken.refusal);
  });
  app.openapi(getStanding, async (c) => {
    c.header("cache-control", "no-store");
    const by = await signIn(c);
    if (!by.ok) return refuse(c, by.refusal);
    const read = await readStanding(routes, by.value);
    if (!read.ok) return refuse(c, read.refusal);
    const { standing, reminders } = read.value;
    return c.json({ ...presentStanding(standing), reminders: reminders.map(presentReminder) }, 200);
  });
}

function addDigest(app: HttpApp, routes: RecipientRoutes): void {
  const { signIn, cursors } = routes;
  app.openapi(getDigest, async (c) => {
    c.header("cache-control", "no-store");
    const by = await signIn(c);
    if (!by.ok) return refuse(c, by.refusal);
    const entry = c.req.valid("query").entry ?? null;
    const read = await readDigest(routes, by.value, { entry });
    return read.ok ? c.json(presentDigest(read.value, entry), 200) : refuse(c, read.refusal);
  });
  app.openapi(getCopies, async (c) => {
    c.header("cache-control", "no-store");
    const by = await signIn(c);
    if (!by.ok) return refuse(c, by.refusal);
    const { entry, bucket = null, cursor } = c.req.valid("query");
    const list = `withdrawal-copies ${by.value.organisation} ${entry} ${bucket ?? ""}`;
    const after = cursor === undefined ? granted(null) : cursors.decode(list, cursor);
    if (!after.ok) return refuse(c, after.refusal);
    const above = typeof after.value === "string" ? Buffer.from(after.value, "hex") : null;
    const read = await readCopies(routes, by.value, { entry, bucket, after: above });
    if (!read.ok) return refuse(c, read.refusal);
    const { items, next } = read.value;
    const goesOn = next === null ? null : cursors.encode(list, next.toString("hex"));
    return c.json({ items: items.map(presentCopy), next: goesOn }, 200);
  });
}

/** What a registered recipient receives and is told. */
export function addRecipientRoutes(app: HttpApp, routes: RecipientRoutes): void {
  addDeliveries(app, routes);
  addFeed(app, routes);
  addDigest(app, routes);
}
