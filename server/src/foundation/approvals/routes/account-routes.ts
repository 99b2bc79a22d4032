import { createRoute } from "@hono/zod-openapi";
import { refuse } from "../../../platform/http/http-app.ts";
import type { HttpApp } from "../../../platform/http/http-app.ts";
import { problemResponses } from "../../../platform/http/problem.ts";
import {
  accountParams,
  accountReasonSchema,
  newAccountSchema,
  newRoleSchema,
  waitsForSecondPerson,
} from "../schema.ts";
import { proposeAccount, proposeRole, proposeStanding } from "../service/account.ts";
import { presentProposal } from "./approval-routes.ts";
import type { ApprovalRoutes } from "./approval-routes.ts";

const security = [{ bearer: [] }];
const tags = ["accounts"];
const responses = { 202: waitsForSecondPerson, ...problemResponses };

const postAccount = createRoute({
  method: "post",
  path: "/api/v1/accounts",
  operationId: "proposeAccount",
  tags,
  security,
  summary: "A system administrator asks for an account; a security administrator grants it",
  request: { body: { required: true, content: { "application/json": { schema: newAccountSchema } } } },
  responses,
});
const postRole = createRoute({
  method: "post",
  path: "/api/v1/accounts/{account}/role",
  operationId: "proposeRole",
  tags,
  security,
  summary: "A system administrator asks for another role of an account; a security administrator grants it",
  request: {
    params: accountParams,
    body: { required: true, content: { "application/json": { schema: newRoleSchema } } },
  },
  responses,
});
const ofReason = {
  params: accountParams,
  body: { required: true, content: { "application/json": { schema: accountReasonSchema } } },
} as const;
const postUnfreezing = createRoute({
  method: "post",
  path: "/api/v1/accounts/{account}/unfreezing",
  operationId: "proposeUnfreezing",
  tags,
  security,
  summary: "Ask that a frozen account be let in again; a second administrator grants it",
  request: ofReason,
  responses,
});
const postClosing = createRoute({
  method: "post",
  path: "/api/v1/accounts/{account}/closing",
  operationId: "proposeClosing",
  tags,
  security,
  summary: "Ask that an account be closed for good; a second administrator grants it",
  request: ofReason,
  responses,
});

/** What administrators ask for and other administrators grant. */
export function addAccountRoutes(app: HttpApp, { ports, signIn }: ApprovalRoutes): void {
  const now = (): Date => new Date(ports.clock.now());
  app.openapi(postAccount, async (c) => {
    const by = await signIn(c);
    if (!by.ok) return refuse(c, by.refusal);
    const proposed = await proposeAccount(ports, by.value, c.req.valid("json"));
    if (!proposed.ok) return refuse(c, proposed.refusal);
    c.header("cache-control", "no-store");
    return c.json(presentProposal(proposed.value, by.value, now()), 202);
  });
  app.openapi(postRole, async (c) => {
    const by = await signIn(c);
    if (!by.ok) return refuse(c, by.refusal);
    const { account } = c.req.valid("param");
    const proposed = await proposeRole(ports, by.value, { account, ...c.req.valid("json") });
    if (!proposed.ok) return refuse(c, proposed.refusal);
    c.header("cache-control", "no-store");
    return c.json(presentProposal(proposed.value, by.value, now()), 202);
  });
  addStanding(app, { ports, signIn });
}

function addStanding(app: HttpApp, { ports, signIn }: Pick<ApprovalRoutes, "ports" | "signIn">): void {
  const now = (): Date => new Date(ports.clock.now());
  app.openapi(postUnfreezing, async (c) => {
    const by = await signIn(c);
    if (!by.ok) return refuse(c, by.refusal);
    const asked = { command: "account.unfreeze", ...c.req.valid("param"), ...c.req.valid("json") } as const;
    const proposed = await proposeStanding(ports, by.value, asked);
    if (!proposed.ok) return refuse(c, proposed.refusal);
    c.header("cache-control", "no-store");
    return c.json(presentProposal(proposed.value, by.value, now()), 202);
  });
  app.openapi(postClosing, async (c) => {
    const by = await signIn(c);
    if (!by.ok) return refuse(c, by.refusal);
    const asked = { command: "account.close", ...c.req.valid("param"), ...c.req.valid("json") } as const;
    const proposed = await proposeStanding(ports, by.value, asked);
    if (!proposed.ok) return refuse(c, proposed.refusal);
    c.header("cache-control", "no-store");
    return c.json(presentProposal(proposed.value, by.value, now()), 202);
  });
}
