// At a counter: what a paper in hand is about, and the application on it.
import { createRoute } from "@hono/zod-openapi";
import type { SignIn } from "../../../foundation/accounts/index.ts";
import { refuse } from "../../../platform/http/http-app.ts";
import type { HttpApp } from "../../../platform/http/http-app.ts";
import { problemResponses } from "../../../platform/http/problem.ts";
import { applyAsked, hallApplySchema, presentRepair, repairSchema } from "../schema.ts";
import { hallSchema, noticeAskedSchema, presentHandedIn } from "./decisions.ts";
import { applyForRepair } from "../service/apply.ts";
import { handedInAtHall } from "../service/hall.ts";
import type { RepairPorts } from "../service/ports.ts";
import { api } from "../text.ts";

const tags = ["repair"];
const security = [{ bearer: [] }];

const postHandedIn = createRoute({
  method: "post",
  path: "/api/v1/repairs/handed-in",
  operationId: "readHandedIn",
  tags,
  security,
  summary: api.handedIn,
  request: { body: { required: true, content: { "application/json": { schema: noticeAskedSchema } } } },
  responses: {
    200: { description: api.handedIn, content: { "application/json": { schema: hallSchema } } },
    ...problemResponses,
  },
});
const postHall = createRoute({
  method: "post",
  path: "/api/v1/repairs",
  operationId: "applyForRepairAtHall",
  tags,
  security,
  summary: api.hall,
  request: { body: { required: true, content: { "application/json": { schema: hallApplySchema } } } },
  responses: {
    201: { description: api.repair, content: { "application/json": { schema: repairSchema } } },
    ...problemResponses,
  },
});

/** For whoever has no account of its own; the subject's own paths are another's. */
export function addHallRoutes(
  app: HttpApp,
  { ports, signIn }: { readonly ports: RepairPorts; readonly signIn: SignIn },
): void {
  app.openapi(postHandedIn, async (c) => {
    c.header("cache-control", "no-store");
    const by = await signIn(c);
    if (!by.ok) return refuse(c, by.refusal);
    const found = await handedInAtHall(ports, by.value, c.req.valid("json"));
    return found.ok ? c.json(presentHandedIn(found.value), 200) : refuse(c, found.refusal);
  });
  app.openapi(postHall, async (c) => {
    c.header("cache-control", "no-store");
    const by = await signIn(c);
    if (!by.ok) return refuse(c, by.refusal);
    const { subject, paper, ...applied } = c.req.valid("json");
    const made = await applyForRepair(ports, by.value, applyAsked(applied, { subject, paper }));
    return made.ok ? c.json(presentRepair(made.value), 201) : refuse(c, made.refusal);
  });
}
