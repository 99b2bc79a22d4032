import { createRoute } from "@hono/zod-openapi";
import { presentProposal, proposalSchema } from "../../foundation/approvals/index.ts";
import type { SignIn } from "../../foundation/accounts/index.ts";
import { granted, refused } from "../../kernel/refusal.ts";
import type { Outcome } from "../../kernel/refusal.ts";
import type { Cursors } from "../../platform/http/cursor.ts";
import { refuse } from "../../platform/http/http-app.ts";
import type { HttpApp } from "../../platform/http/http-app.ts";
import { problemResponses } from "../../platform/http/problem.ts";
import {
  endSchema,
  grantSchema,
  pageQuery,
  presentSubscription,
  subscriptionParams,
  subscriptionSchema,
  subscriptionsSchema,
  wishOf,
} from "./schema.ts";
import { endSubscription, listSubscriptions, proposeSubscription } from "./service.ts";
import type { SubscriptionPlace, SubscriptionPorts } from "./service.ts";

export interface SubscriptionRoutes extends SubscriptionPorts {
  readonly signIn: SignIn;
  readonly cursors: Cursors;
}

const tags = ["subscriptions"];
const security = [{ bearer: [] }];

const postGrant = createRoute({
  method: "post",
  path: "/api/v1/subscriptions",
  operationId: "proposeSubscription",
  tags,
  security,
  summary: "Ask that an organisation be registered to receive statements; a second person of the centre decides",
  request: { body: { required: true, content: { "application/json": { schema: grantSchema } } } },
  responses: {
    202: { description: "Proposed.", content: { "application/json": { schema: proposalSchema } } },
    ...problemResponses,
  },
});
const getList = createRoute({
  method: "get",
  path: "/api/v1/subscriptions",
  operationId: "listSubscriptions",
  tags,
  security,
  summary: "Who is registered to receive statements, by what right, until when; a recipient sees its own",
  request: { query: pageQuery },
  responses: {
    200: { description: "Newest first.", content: { "application/json": { schema: subscriptionsSchema } } },
    ...problemResponses,
  },
});
const postEnd = createRoute({
  method: "post",
  path: "/api/v1/subscriptions/{subscription}/end",
  operationId: "endSubscription",
  tags,
  security,
  summary: "End a subscription at once; what was received is still told of",
  request: {
    params: subscriptionParams,
    body: { required: true, content: { "application/json": { schema: endSchema } } },
  },
  responses: {
    200: { description: "Ended.", content: { "application/json": { schema: subscriptionSchema } } },
    ...problemResponses,
  },
});

const PAGE = 100;

function placeIn(cursors: Cursors, list: string, cursor: string | undefined): Outcome<SubscriptionPlace | null> {
  if (cursor === undefined) return granted(null);
  const read = cursors.decode(list, cursor);
  if (!read.ok) return read;
  const [at, subscription] = Array.isArray(read.value) ? (read.value as readonly unknown[]) : [];
  return typeof at === "number" && typeof subscription === "string"
    ? granted({ at: new Date(at), subscription })
    : refused({ code: "http.bad-cursor", kind: "invalid" });
}

/** Who is registered to receive statements: asked for, listed, ended. */
export function addSubscriptionRoutes(app: HttpApp, routes: SubscriptionRoutes): void {
  const { signIn, cursors, clock } = routes;
  app.openapi(postGrant, async (c) => {
    c.header("cache-control", "no-store");
    const by = await signIn(c);
    if (!by.ok) return refuse(c, by.refusal);
    const { documentNo, reason, ...body } = c.req.valid("json");
    const wish = wishOf({ ...body, documentNo, reason });
    const asked = await proposeSubscription(routes, by.value, { wish, documentNo, reason });
    if (!asked.ok) return refuse(c, asked.refusal);
    return c.json(presentProposal(asked.value, by.value, new Date(clock.now())), 202);
  });
  app.openapi(getList, async (c) => {
    c.header("cache-control", "no-store");
    const by = await signIn(c);
    if (!by.ok) return refuse(c, by.refusal);
    const { cursor, organisation = null } = c.req.valid("query");
    const list = `subscriptions:${by.value.account}:${organisation ?? ""}`;
    const after = placeIn(cursors, list, cursor);
    if (!after.ok) return refuse(c, after.refusal);
    const read = await listSubscriptions(routes, by.value, { organisation, after: after.value, limit: PAGE });
    if (!read.ok) return refuse(c, read.refusal);
    const last = read.value.length === PAGE ? read.value.at(-1) : undefined;
    const next = last === undefined ? null : cursors.encode(list, [last.grantedAt.getTime(), last.subscription]);
    return c.json({ items: read.value.map(presentSubscription), next }, 200);
  });
  app.openapi(postEnd, async (c) => {
    c.header("cache-control", "no-store");
    const by = await signIn(c);
    if (!by.ok) return refuse(c, by.refusal);
    const { subscription } = c.req.valid("param");
    const ended = await endSubscription(routes, by.value, { subscription, ...c.req.valid("json") });
    return ended.ok ? c.json(presentSubscription(ended.value), 200) : refuse(c, ended.refusal);
  });
}
