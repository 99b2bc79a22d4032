import { createRoute } from "@hono/zod-openapi";
import type { z } from "@hono/zod-openapi";
import { granted, refused } from "../../../kernel/refusal.ts";
import type { Outcome } from "../../../kernel/refusal.ts";
import type { Cursors } from "../../../platform/http/cursor.ts";
import { refuse } from "../../../platform/http/http-app.ts";
import type { HttpApp } from "../../../platform/http/http-app.ts";
import { problemResponses } from "../../../platform/http/problem.ts";
import type { SignedIn, SignIn } from "../../accounts/index.ts";
import { mayDecide, stateAt } from "../rules.ts";
import type { Proposal } from "../rules.ts";
import {
  approvalSchema,
  approvedSchema,
  listQuery,
  proposalPageSchema,
  proposalParams,
  proposalSchema,
  refusalSchema,
} from "../schema.ts";
import { approve, listProposals, pageSize, readProposal, refuseProposal, takeBack } from "../service/decide.ts";
import type { ApprovalPorts } from "../service/decide.ts";
import { commandTexts } from "../text.ts";

/** What the routes of approvals stand on. */
export interface ApprovalRoutes {
  readonly ports: ApprovalPorts;
  readonly signIn: SignIn;
  readonly cursors: Cursors;
}

const security = [{ bearer: [] }];
const tags = ["approvals"];
const one = { content: { "application/json": { schema: proposalSchema } } };

const getList = createRoute({
  method: "get",
  path: "/api/v1/approvals",
  operationId: "listApprovals",
  tags,
  security,
  summary: "Proposals that wait for the caller's decision, or that the caller made; newest first",
  request: { query: listQuery },
  responses: {
    200: { description: "A page.", content: { "application/json": { schema: proposalPageSchema } } },
    ...problemResponses,
  },
});
const getOne = createRoute({
  method: "get",
  path: "/api/v1/approvals/{proposal}",
  operationId: "readApproval",
  tags,
  security,
  summary: "One proposal: what will be done, for what reason, by which document",
  request: { params: proposalParams },
  responses: { 200: { description: "The proposal.", ...one }, ...problemResponses },
});
const postApproval = createRoute({
  method: "post",
  path: "/api/v1/approvals/{proposal}/approval",
  operationId: "approveProposal",
  tags,
  security,
  summary: "Approve: the command is carried out in the same moment",
  request: {
    params: proposalParams,
    body: { required: true, content: { "application/json": { schema: approvalSchema } } },
  },
  responses: {
    200: { description: "Carried out.", content: { "application/json": { schema: approvedSchema } } },
    ...problemResponses,
  },
});
const postRefusal = createRoute({
  method: "post",
  path: "/api/v1/approvals/{proposal}/refusal",
  operationId: "refuseProposal",
  tags,
  security,
  summary: "Refuse, with a reason: nothing is carried out",
  request: {
    params: proposalParams,
    body: { required: true, content: { "application/json": { schema: refusalSchema } } },
  },
  responses: { 200: { description: "Refused.", ...one }, ...problemResponses },
});
const postWithdrawal = createRoute({
  method: "post",
  path: "/api/v1/approvals/{proposal}/withdrawal",
  operationId: "withdrawProposal",
  tags,
  security,
  summary: "Take one's own proposal back before it is decided",
  request: { params: proposalParams },
  responses: { 200: { description: "Taken back.", ...one }, ...problemResponses },
});

/** A proposal as somebody sees it at a moment. */
export function presentProposal(proposal: Proposal, by: SignedIn, now: Date): z.infer<typeof proposalSchema> {
  return {
    proposal: proposal.proposal,
    command: proposal.command,
    title: commandTexts[proposal.command],
    organisation: proposal.organisation,
    target: proposal.target,
    proposedBy: proposal.account,
    documentNo: proposal.documentNo,
    reason: proposal.reason,
    payload: proposal.payload,
    proposedAt: proposal.proposedAt.toISOString(),
    expiresAt: proposal.expiresAt.toISOString(),
    state: stateAt(proposal, now),
    decidedBy: proposal.decidedAccount,
    decidedAt: proposal.decidedAt?.toISOString() ?? null,
    decisionReason: proposal.decidedReason,
    mayDecide: mayDecide(by, proposal, now).ok,
  };
}

type Place = { readonly at: Date; readonly proposal: string };

function placeOf({ cursors }: ApprovalRoutes, list: string, cursor: string | undefined): Outcome<Place | null> {
  if (cursor === undefined) return granted(null);
  const place = cursors.decode(list, cursor);
  if (!place.ok) return place;
  const [at, proposal] = Array.isArray(place.value) ? (place.value as readonly unknown[]) : [];
  return typeof at === "number" && typeof proposal === "string"
    ? granted({ at: new Date(at), proposal })
    : refused({ code: "http.bad-cursor", kind: "invalid" });
}

function addReading(app: HttpApp, routes: ApprovalRoutes): void {
  const { ports, signIn, cursors } = routes;
  const now = (): Date => new Date(ports.clock.now());
  app.openapi(getList, async (c) => {
    const by = await signIn(c);
    if (!by.ok) return refuse(c, by.refusal);
    const { list, cursor } = c.req.valid("query");
    const name = `approvals:${list}:${by.value.account}`;
    const before = placeOf(routes, name, cursor);
    if (!before.ok) return refuse(c, before.refusal);
    const found = await listProposals(ports, by.value, { list, before: before.value });
    const last = found.at(-1);
    const more = last !== undefined && found.length === pageSize;
    const next = more ? cursors.encode(name, [last.proposedAt.getTime(), last.proposal]) : null;
    c.header("cache-control", "no-store");
    return c.json({ items: found.map((proposal) => presentProposal(proposal, by.value, now())), next }, 200);
  });
  app.openapi(getOne, async (c) => {
    const by = await signIn(c);
    if (!by.ok) return refuse(c, by.refusal);
    const found = await readProposal(ports, by.value, c.req.valid("param").proposal);
    if (!found.ok) return refuse(c, found.refusal);
    c.header("cache-control", "no-store");
    return c.json(presentProposal(found.value, by.value, now()), 200);
  });
}

/** Proposals are read, approved, refused and taken back; they are made where their commands stand. */
export function addApprovalRoutes(app: HttpApp, routes: ApprovalRoutes): void {
  const { ports, signIn } = routes;
  const now = (): Date => new Date(ports.clock.now());
  addReading(app, routes);
  app.openapi(postApproval, async (c) => {
    const by = await signIn(c);
    if (!by.ok) return refuse(c, by.refusal);
    const { reason } = c.req.valid("json");
    const done = await approve(ports, by.value, { proposal: c.req.valid("param").proposal, reason });
    if (!done.ok) return refuse(c, done.refusal);
    c.header("cache-control", "no-store");
    const proposal = presentProposal(done.value.proposal, by.value, now());
    const body: z.infer<typeof approvedSchema> = { proposal, result: done.value.result };
    return c.json(body, 200);
  });
  app.openapi(postRefusal, async (c) => {
    const by = await signIn(c);
    if (!by.ok) return refuse(c, by.refusal);
    const { reason } = c.req.valid("json");
    const done = await refuseProposal(ports, by.value, { proposal: c.req.valid("param").proposal, reason });
    if (!done.ok) return refuse(c, done.refusal);
    c.header("cache-control", "no-store");
    return c.json(presentProposal(done.value, by.value, now()), 200);
  });
  app.openapi(postWithdrawal, async (c) => {
    const by = await signIn(c);
    if (!by.ok) return refuse(c, by.refusal);
    const done = await takeBack(ports, by.value, c.req.valid("param").proposal);
    if (!done.ok) return refuse(c, done.refusal);
    c.header("cache-control", "no-store");
    return c.json(presentProposal(done.value, by.value, now()), 200);
  });
}
