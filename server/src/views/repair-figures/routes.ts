import { createRoute } from "@hono/zod-openapi";
import type { SignIn } from "../../foundation/accounts/index.ts";
import { refuse } from "../../platform/http/http-app.ts";
import type { HttpApp } from "../../platform/http/http-app.ts";
import { problemResponses } from "../../platform/http/problem.ts";
import { figuresQuery, presentMonth, repairFiguresSchema } from "./schema.ts";
import { monthOfRepairs } from "./service.ts";
import type { RepairFiguresPorts } from "./service.ts";
import { api } from "./text.ts";

export interface RepairFiguresRoutes extends RepairFiguresPorts {
  readonly signIn: SignIn;
}

const getFigures = createRoute({
  method: "get",
  path: "/api/v1/repairs/figures",
  operationId: "readRepairFigures",
  tags: [api.tag],
  security: [{ bearer: [] }],
  summary: api.figures,
  request: { query: figuresQuery },
  responses: {
    200: { description: api.figures, content: { "application/json": { schema: repairFiguresSchema } } },
    ...problemResponses,
  },
});

/** `/api/v1/repairs/figures`; stands before the routes of one application. */
export function addRepairFiguresRoutes(app: HttpApp, routes: RepairFiguresRoutes): void {
  app.openapi(getFigures, async (c) => {
    c.header("cache-control", "no-store");
    const by = await routes.signIn(c);
    if (!by.ok) return refuse(c, by.refusal);
    const read = await monthOfRepairs(routes, by.value, c.req.valid("query").month ?? null);
    return read.ok ? c.json(presentMonth(read.value), 200) : refuse(c, read.refusal);
  });
}
