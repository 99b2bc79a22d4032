import { createRoute } from "@hono/zod-openapi";
import { refuse } from "../../../platform/http/http-app.ts";
import type { HttpApp } from "../../../platform/http/http-app.ts";
import { problemResponses } from "../../../platform/http/problem.ts";
import { liftingSchema, markParams, markSchema, marksSchema, pendingSchema, presentMarks } from "../schema.ts";
import { liftPending, ownPending, setPending } from "../service/pending.ts";
import { api } from "../text.ts";
import { answer, bodyOf, common } from "./context.ts";
import type { ObjectionRoutes } from "./context.ts";

const base = "/api/v1/marks";
const getMarks = createRoute({
  ...common,
  method: "get",
  path: base,
  operationId: "listPendingMarks",
  summary: api.marks,
  responses: { 200: answer(marksSchema, api.marks), ...problemResponses },
});
const postMark = createRoute({
  ...common,
  method: "post",
  path: base,
  operationId: "setPendingMark",
  summary: api.setMark,
  request: { body: bodyOf(pendingSchema) },
  responses: { 201: answer(markSchema, api.setMark), ...problemResponses },
});
const postLifting = createRoute({
  ...common,
  method: "post",
  path: `${base}/{mark}/lifting`,
  operationId: "liftPendingMark",
  summary: api.liftMark,
  request: { params: markParams, body: bodyOf(liftingSchema) },
  responses: { 200: answer(markSchema, api.liftMark), ...problemResponses },
});

/** `/api/v1/marks`: reviews and lawsuits, said by the authority that made the decision. */
export function addMarkRoutes(app: HttpApp, { ports, signIn }: ObjectionRoutes): void {
  app.openapi(getMarks, async (c) => {
    const who = await signIn(c);
    if (!who.ok) return refuse(c, who.refusal);
    const found = await ownPending(ports, who.value);
    if (!found.ok) return refuse(c, found.refusal);
    c.header("cache-control", "no-store");
    return c.json(presentMarks(found.value), 200);
  });
  app.openapi(postMark, async (c) => {
    const who = await signIn(c);
    if (!who.ok) return refuse(c, who.refusal);
    const { uscc: subject, record, ...wish } = c.req.valid("json");
    const set = await setPending(ports, who.value, { ...wish, subject, record: Buffer.from(record, "base64url") });
    if (!set.ok) return refuse(c, set.refusal);
    c.header("cache-control", "no-store");
    return c.json({ mark: set.value }, 201);
  });
  app.openapi(postLifting, async (c) => {
    const who = await signIn(c);
    if (!who.ok) return refuse(c, who.refusal);
    const lifted = await liftPending(ports, who.value, { ...c.req.valid("json"), mark: c.req.valid("param").mark });
    if (!lifted.ok) return refuse(c, lifted.refusal);
    c.header("cache-control", "no-store");
    return c.json({ mark: lifted.value }, 200);
  });
}
