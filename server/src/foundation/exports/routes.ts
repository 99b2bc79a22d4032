import { createRoute } from "@hono/zod-openapi";
import { refuse } from "../../platform/http/http-app.ts";
import type { HttpApp } from "../../platform/http/http-app.ts";
import { problemResponses } from "../../platform/http/problem.ts";
import type { SignIn } from "../accounts/index.ts";
import { presentTrace, traceAskedSchema, traceSchema } from "./schema.ts";
import { traceFile } from "./service.ts";
import type { ExportPorts } from "./service.ts";
import { api } from "./text.ts";

/** What the routes of exports stand on. */
export interface ExportRoutes extends ExportPorts {
  readonly signIn: SignIn;
}

const postTrace = createRoute({
  method: "post",
  path: "/api/v1/exports/traces",
  operationId: "traceExport",
  tags: [api.tag],
  security: [{ bearer: [] }],
  summary: api.trace,
  request: { body: { required: true, content: { "application/json": { schema: traceAskedSchema } } } },
  responses: {
    200: { description: api.answer, content: { "application/json": { schema: traceSchema } } },
    ...problemResponses,
  },
});

export function addExportRoutes(app: HttpApp, routes: ExportRoutes): void {
  app.openapi(postTrace, async (c) => {
    c.header("cache-control", "no-store");
    const by = await routes.signIn(c);
    if (!by.ok) return refuse(c, by.refusal);
    const { file, reason } = c.req.valid("json");
    const trace = await traceFile(routes, by.value, { bytes: Buffer.from(file, "base64"), reason });
    return trace.ok ? c.json(presentTrace(trace.value), 200) : refuse(c, trace.refusal);
  });
}
