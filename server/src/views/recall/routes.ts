import { createRoute } from "@hono/zod-openapi";
import type { SignIn } from "../../foundation/accounts/index.ts";
import type { Cursors } from "../../platform/http/cursor.ts";
import { refuse } from "../../platform/http/http-app.ts";
import type { HttpApp } from "../../platform/http/http-app.ts";
import { problemResponses } from "../../platform/http/problem.ts";
import { presentRecall, recallQuery, recallsSchema } from "./schema.ts";
import { listRecalls } from "./service.ts";
import type { RecallPorts } from "./service.ts";
import { api } from "./text.ts";

const LIST = "recalls";
const getRecalls = createRoute({
  tags: [api.tag],
  security: [{ bearer: [] }],
  method: "get",
  path: "/api/v1/recalls",
  operationId: "listRecalls",
  summary: api.list,
  request: { query: recallQuery },
  responses: {
    200: { description: api.list, content: { "application/json": { schema: recallsSchema } } },
    ...problemResponses,
  },
});

export interface RecallRoutes extends RecallPorts {
  readonly signIn: SignIn;
  readonly cursors: Cursors;
}

/** `/api/v1/recalls`: counts for the centre; whoever is told reads it among his notices. */
export function addRecallRoutes(app: HttpApp, { db, signIn, cursors }: RecallRoutes): void {
  app.openapi(getRecalls, async (c) => {
    const who = await signIn(c);
    if (!who.ok) return refuse(c, who.refusal);
    const { cursor } = c.req.valid("query");
    const place = cursor === undefined ? undefined : cursors.decode(LIST, cursor);
    if (place !== undefined && !place.ok) return refuse(c, place.refusal);
    const after = place === undefined ? null : Number(place.value);
    const page = await listRecalls({ db }, who.value, after);
    if (!page.ok) return refuse(c, page.refusal);
    const { items, next } = page.value;
    c.header("cache-control", "no-store");
    const sealed = next === null ? null : cursors.encode(LIST, next);
    return c.json({ items: items.map(presentRecall), next: sealed }, 200);
  });
}
