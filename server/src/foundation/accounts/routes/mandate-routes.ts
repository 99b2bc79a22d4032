import { createRoute } from "@hono/zod-openapi";
import { refuse } from "../../../platform/http/http-app.ts";
import type { HttpApp } from "../../../platform/http/http-app.ts";
import { problemResponses } from "../../../platform/http/problem.ts";
import type { SignIn } from "../routes.ts";
import { requireStepUp } from "../rules/session.ts";
import { endingSchema, mandateParams, newMandateSchema, registeredMandateSchema } from "../schema.ts";
import { registerMandate, takeBackMandate } from "../service/mandate.ts";
import type { AccountPorts } from "../service/ports.ts";

const tags = ["accounts"];
const security = [{ bearer: [] }];
const kept = { "cache-control": "no-store" };

const registerRoute = createRoute({
  method: "post",
  path: "/api/v1/mandates",
  operationId: "registerMandate",
  tags,
  security,
  summary: "Register at a hall what an agent may do for an enterprise",
  request: { body: { required: true, content: { "application/json": { schema: newMandateSchema } } } },
  responses: {
    201: { description: "It stands.", content: { "application/json": { schema: registeredMandateSchema } } },
    ...problemResponses,
  },
});

const endRoute = createRoute({
  method: "post",
  path: "/api/v1/mandates/{mandate}/end",
  operationId: "endMandate",
  tags,
  security,
  summary: "End a mandate: the hall, or the agent himself",
  request: {
    params: mandateParams,
    body: { required: true, content: { "application/json": { schema: endingSchema } } },
  },
  responses: { 204: { description: "It has ended." }, ...problemResponses },
});

/** Mandates of enterprises' agents. */
export function addMandateRoutes(app: HttpApp, routes: AccountPorts & { readonly signIn: SignIn }): void {
  const { signIn, clock } = routes;
  app.openapi(registerRoute, async (c) => {
    const by = await signIn(c);
    if (!by.ok) return refuse(c, by.refusal);
    const fresh = requireStepUp(by.value, clock.now());
    if (!fresh.ok) return refuse(c, fresh.refusal);
    const made = await registerMandate(routes, by.value, c.req.valid("json"));
    return made.ok ? c.json({ mandate: made.value }, 201, kept) : refuse(c, made.refusal);
  });
  app.openapi(endRoute, async (c) => {
    const by = await signIn(c);
    if (!by.ok) return refuse(c, by.refusal);
    const ended = await takeBackMandate(routes, by.value, { ...c.req.valid("param"), ...c.req.valid("json") });
    return ended.ok ? c.body(null, 204, kept) : refuse(c, ended.refusal);
  });
}
