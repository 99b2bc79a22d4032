import { createRoute } from "@hono/zod-openapi";
import { refuse } from "../../../platform/http/http-app.ts";
import type { HttpApp } from "../../../platform/http/http-app.ts";
import { delayParams, delaySchema, delayWishSchema, presentDelay } from "../schema.ts";
import { confirmDelay, proposeDelay } from "../service/delay.ts";
import { api } from "../text.ts";
import { answering, body, dayIn, keepNowhere, security } from "./context.ts";
import type { AccessRoutes } from "./context.ts";

const postDelay = createRoute({
  method: "post",
  path: "/api/v1/access/delays",
  operationId: "proposeLookDelay",
  tags: [api.tag],
  security,
  summary: api.propose,
  request: { body: body(delayWishSchema) },
  responses: answering(delaySchema, api.propose),
});
const postConfirmation = createRoute({
  method: "post",
  path: "/api/v1/access/delays/{delay}/confirmation",
  operationId: "confirmLookDelay",
  tags: [api.tag],
  security,
  summary: api.confirmDelay,
  request: { params: delayParams },
  responses: answering(delaySchema, api.confirmDelay),
});

/** Telling a subject later than at once: two persons, a rule with article, an end. */
export function addDelayRoutes(app: HttpApp, routes: AccessRoutes): void {
  const { signIn } = routes;
  app.openapi(postDelay, async (c) => {
    const account = await signIn(c);
    if (!account.ok) return refuse(c, account.refusal);
    const wish = c.req.valid("json");
    const row = await proposeDelay(routes, account.value, { ...wish, until: dayIn(wish.until) });
    if (!row.ok) return refuse(c, row.refusal);
    keepNowhere(c);
    return c.json(presentDelay(row.value), 200);
  });
  app.openapi(postConfirmation, async (c) => {
    const account = await signIn(c);
    if (!account.ok) return refuse(c, account.refusal);
    const row = await confirmDelay(routes, account.value, c.req.valid("param").delay);
    if (!row.ok) return refuse(c, row.refusal);
    keepNowhere(c);
    return c.json(presentDelay(row.value), 200);
  });
}
