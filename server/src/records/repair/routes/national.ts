// The national entrance pushes what was asked of it, and reads what became of it.
import { createRoute } from "@hono/zod-openapi";
import type { SignIn } from "../../../foundation/accounts/index.ts";
import { refuse } from "../../../platform/http/http-app.ts";
import type { HttpApp } from "../../../platform/http/http-app.ts";
import { problemResponses } from "../../../platform/http/problem.ts";
import { presentRepair, pushedParams, pushSchema, repairSchema } from "../schema.ts";
import type { RepairPorts } from "../service/ports.ts";
import { readPushed, receivePushed } from "../service/push.ts";
import { api } from "../text.ts";

const tags = ["repair"];
const security = [{ bearer: [] }];
const aRepair = { description: api.repair, content: { "application/json": { schema: repairSchema } } };

const postPushed = createRoute({
  method: "post",
  path: "/api/v1/repairs/pushed",
  operationId: "pushRepair",
  tags,
  security,
  summary: api.push,
  request: { body: { required: true, content: { "application/json": { schema: pushSchema } } } },
  responses: { 201: aRepair, ...problemResponses },
});
const getPushed = createRoute({
  method: "get",
  path: "/api/v1/repairs/pushed/{number}",
  operationId: "readPushedRepair",
  tags,
  security,
  summary: api.pushed,
  request: { params: pushedParams },
  responses: { 200: aRepair, ...problemResponses },
});

/** For a machine of the centre, where the policy's tier is the national entrance. */
export function addNationalRoutes(
  app: HttpApp,
  { ports, signIn }: { readonly ports: RepairPorts; readonly signIn: SignIn },
): void {
  app.openapi(postPushed, async (c) => {
    c.header("cache-control", "no-store");
    const by = await signIn(c);
    if (!by.ok) return refuse(c, by.refusal);
    const received = await receivePushed(ports, by.value, c.req.valid("json"));
    return received.ok ? c.json(presentRepair(received.value), 201) : refuse(c, received.refusal);
  });
  app.openapi(getPushed, async (c) => {
    c.header("cache-control", "no-store");
    const by = await signIn(c);
    if (!by.ok) return refuse(c, by.refusal);
    const found = await readPushed(ports, by.value, c.req.valid("param").number);
    return found.ok ? c.json(presentRepair(found.value), 200) : refuse(c, found.refusal);
  });
}
