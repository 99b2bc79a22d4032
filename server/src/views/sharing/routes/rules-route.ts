import { createRoute } from "@hono/zod-openapi";
import type { HttpApp } from "../../../platform/http/http-app.ts";
import { setCaching } from "../../../platform/http/cache.ts";
import { problemResponses } from "../../../platform/http/problem.ts";
import { momentOf, untilTonight } from "../../site/index.ts";
import type { Present } from "../../site/index.ts";
import { lookRulesSchema, presentRules } from "../schema.ts";
import { api } from "../text.ts";

const REUSED_SECONDS = 60;

const rulesRoute = createRoute({
  method: "get",
  path: "/api/v1/access/rules",
  operationId: "listLookRules",
  tags: [api.tag],
  summary: api.rules,
  responses: {
    200: { description: api.rules, content: { "application/json": { schema: lookRulesSchema } } },
    ...problemResponses,
  },
});

/** By what right offices look at what is not public, for anybody to read. */
export function addRulesRoute(app: HttpApp, deps: Present): void {
  app.openapi(rulesRoute, (c) => {
    const moment = momentOf(deps);
    setCaching(c, untilTonight(moment, REUSED_SECONDS));
    return c.json(presentRules(moment), 200);
  });
}
