// The centre's side: who receives, and how far each came.
import { createRoute } from "@hono/zod-openapi";
import type { SignIn } from "../../../foundation/accounts/index.ts";
import { refuse } from "../../../platform/http/http-app.ts";
import type { HttpApp } from "../../../platform/http/http-app.ts";
import { problemResponses } from "../../../platform/http/problem.ts";
import {
  oneSubscriberSchema,
  presentOneSubscriber,
  presentSubscriber,
  subscriberParams,
  subscriberListSchema,
} from "../schema.ts";
import type { FeedDeps } from "../service/feed.ts";
import { listSubscribers, readSubscriber } from "../service/subscribers.ts";
import { api } from "../text.ts";

export interface SubscriberRoutes extends Pick<FeedDeps, "db" | "clock"> {
  readonly signIn: SignIn;
}

const tags = [api.tag];
const security = [{ bearer: [] }];

const getAll = createRoute({
  method: "get",
  path: "/api/v1/withdrawals/subscribers",
  operationId: "listSubscribers",
  tags,
  security,
  summary: api.subscribers,
  responses: {
    200: { description: api.subscribers, content: { "application/json": { schema: subscriberListSchema } } },
    ...problemResponses,
  },
});
const getOne = createRoute({
  method: "get",
  path: "/api/v1/withdrawals/subscribers/{organisation}",
  operationId: "readSubscriber",
  tags,
  security,
  summary: api.subscriber,
  request: { params: subscriberParams },
  responses: {
    200: { description: api.subscriber, content: { "application/json": { schema: oneSubscriberSchema } } },
    ...problemResponses,
  },
});

/** Everybody who receives, and one of them. */
export function addSubscriberRoutes(app: HttpApp, routes: SubscriberRoutes): void {
  const { signIn, clock } = routes;
  app.openapi(getAll, async (c) => {
    c.header("cache-control", "no-store");
    const by = await signIn(c);
    if (!by.ok) return refuse(c, by.refusal);
    const listed = await listSubscribers(routes, by.value);
    if (!listed.ok) return refuse(c, listed.refusal);
    return c.json({ items: listed.value.map((one) => presentSubscriber(one, clock.today())) }, 200);
  });
  app.openapi(getOne, async (c) => {
    c.header("cache-control", "no-store");
    const by = await signIn(c);
    if (!by.ok) return refuse(c, by.refusal);
    const found = await readSubscriber(routes, by.value, c.req.valid("param").organisation);
    return found.ok ? c.json(presentOneSubscriber(found.value, clock.today()), 200) : refuse(c, found.refusal);
  });
}
