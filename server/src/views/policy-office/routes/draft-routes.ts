import { createRoute } from "@hono/zod-openapi";
import { presentProposal, waitsForSecondPerson } from "../../../foundation/approvals/index.ts";
import type { SignIn } from "../../../foundation/accounts/index.ts";
import {
  createDraft,
  DRAFTS_A_PAGE,
  editDraft,
  judgeDraft,
  proposeRelease,
  proposeWithdrawal,
  readDraft,
  readDrafts,
} from "../../../foundation/releases/index.ts";
import type { ReleasePorts } from "../../../foundation/releases/index.ts";
import type { Day } from "../../../kernel/day.ts";
import { granted, refused } from "../../../kernel/refusal.ts";
import type { Outcome } from "../../../kernel/refusal.ts";
import type { Cursors } from "../../../platform/http/cursor.ts";
import { refuse } from "../../../platform/http/http-app.ts";
import type { HttpApp } from "../../../platform/http/http-app.ts";
import { problemResponses } from "../../../platform/http/problem.ts";
import type { PolicySnapshot } from "../../../policy/snapshot.ts";
import {
  dayQuery,
  draftEditSchema,
  draftParams,
  draftSchema,
  draftsQuery,
  draftsSchema,
  impactSchema,
  judgementSchema,
  newDraftSchema,
  presentDraft,
  presentDraftHead,
  presentImpact,
  presentJudgement,
  releaseAskedSchema,
  releaseParams,
  withdrawalAskedSchema,
} from "../schema.ts";
import { readImpact } from "../service/impact.ts";
import { api } from "../text.ts";

/** What the routes of drafts stand on. */
export interface DraftRoutes {
  readonly releasing: ReleasePorts;
  readonly signIn: SignIn;
  readonly cursors: Cursors;
  readonly policy: () => PolicySnapshot;
}

const tags = [api.tag];
const security = [{ bearer: [] }];
const json = <S>(schema: S): { readonly content: { readonly "application/json": { readonly schema: S } } } => ({
  content: { "application/json": { schema } },
});
const aDraft = { 200: { description: api.draft, ...json(draftSchema) }, ...problemResponses };

const getDrafts = createRoute({
  method: "get",
  path: "/api/v1/policy/drafts",
  operationId: "listPolicyDrafts",
  tags,
  security,
  summary: api.drafts,
  request: { query: draftsQuery },
  responses: { 200: { description: api.page, ...json(draftsSchema) }, ...problemResponses },
});
const postDraft = createRoute({
  method: "post",
  path: "/api/v1/policy/drafts",
  operationId: "createPolicyDraft",
  tags,
  security,
  summary: api.create,
  request: { body: { required: true, ...json(newDraftSchema) } },
  responses: { 201: { description: api.draft, ...json(draftSchema) }, ...problemResponses },
});
const getDraft = createRoute({
  method: "get",
  path: "/api/v1/policy/drafts/{draft}",
  operationId: "readPolicyDraft",
  tags,
  security,
  summary: api.draft,
  request: { params: draftParams },
  responses: aDraft,
});
const postVersion = createRoute({
  method: "post",
  path: "/api/v1/policy/drafts/{draft}/versions",
  operationId: "editPolicyDraft",
  tags,
  security,
  summary: api.edit,
  request: { params: draftParams, body: { required: true, ...json(draftEditSchema) } },
  responses: aDraft,
});
const getJudgement = createRoute({
  method: "get",
  path: "/api/v1/policy/drafts/{draft}/judgement",
  operationId: "judgePolicyDraft",
  tags,
  security,
  summary: api.judge,
  request: { params: draftParams, query: dayQuery },
  responses: { 200: { description: api.judge, ...json(judgementSchema) }, ...problemResponses },
});
const getImpact = createRoute({
  method: "get",
  path: "/api/v1/policy/drafts/{draft}/impact",
  operationId: "readPolicyImpact",
  tags,
  security,
  summary: api.impact,
  request: { params: draftParams, query: dayQuery },
  responses: { 200: { description: api.impact, ...json(impactSchema) }, ...problemResponses },
});
const postRelease = createRoute({
  method: "post",
  path: "/api/v1/policy/drafts/{draft}/release",
  operationId: "proposePolicyRelease",
  tags,
  security,
  summary: api.propose,
  request: { params: draftParams, body: { required: true, ...json(releaseAskedSchema) } },
  responses: { 202: waitsForSecondPerson, ...problemResponses },
});
const postWithdrawal = createRoute({
  method: "post",
  path: "/api/v1/policy/releases/{number}/withdrawal",
  operationId: "proposePolicyWithdrawal",
  tags,
  security,
  summary: api.withdraw,
  request: { params: releaseParams, body: { required: true, ...json(withdrawalAskedSchema) } },
  responses: { 202: waitsForSecondPerson, ...problemResponses },
});

/** Drafts are written, judged and put before a second person; who decides them stands at `/api/v1/approvals`. */
export function addDraftRoutes(app: HttpApp, routes: DraftRoutes): void {
  addReading(app, routes);
  addImpact(app, routes);
  addWriting(app, routes);
  addProposing(app, routes);
}

type Place = { readonly at: Date; readonly draft: string };

function placeOf({ cursors }: DraftRoutes, name: string, cursor: string | undefined): Outcome<Place | null> {
  if (cursor === undefined) return granted(null);
  const place = cursors.decode(name, cursor);
  if (!place.ok) return place;
  const [at, draft] = Array.isArray(place.value) ? (place.value as readonly unknown[]) : [];
  return typeof at === "number" && typeof draft === "string"
    ? granted({ at: new Date(at), draft })
    : refused({ code: "http.bad-cursor", kind: "invalid" });
}

function addReading(app: HttpApp, routes: DraftRoutes): void {
  const { releasing, signIn, cursors, policy } = routes;
  app.openapi(getDrafts, async (c) => {
    c.header("cache-control", "no-store");
    const by = await signIn(c);
    if (!by.ok) return refuse(c, by.refusal);
    const name = `policy-drafts:${by.value.organisation}`;
    const before = placeOf(routes, name, c.req.valid("query").cursor);
    if (!before.ok) return refuse(c, before.refusal);
    const found = await readDrafts(releasing, by.value, before.value);
    if (!found.ok) return refuse(c, found.refusal);
    const last = found.value.at(-1);
    const more = last !== undefined && found.value.length === DRAFTS_A_PAGE;
    const next = more ? cursors.encode(name, [last.createdAt.getTime(), last.draft]) : null;
    return c.json({ items: found.value.map(presentDraftHead), next }, 200);
  });
  app.openapi(getDraft, async (c) => {
    c.header("cache-control", "no-store");
    const by = await signIn(c);
    if (!by.ok) return refuse(c, by.refusal);
    const draft = await readDraft(releasing, by.value, c.req.valid("param").draft);
    return draft.ok ? c.json(presentDraft(draft.value), 200) : refuse(c, draft.refusal);
  });
  app.openapi(getJudgement, async (c) => {
    c.header("cache-control", "no-store");
    const by = await signIn(c);
    if (!by.ok) return refuse(c, by.refusal);
    const effective = (c.req.valid("query").effective ?? null) as Day | null;
    const judged = await judgeDraft(releasing, by.value, { ...c.req.valid("param"), effective });
    return judged.ok ? c.json(presentJudgement(judged.value, policy()), 200) : refuse(c, judged.refusal);
  });
}

function addImpact(app: HttpApp, { releasing, signIn, policy }: DraftRoutes): void {
  app.openapi(getImpact, async (c) => {
    c.header("cache-control", "no-store");
    const by = await signIn(c);
    if (!by.ok) return refuse(c, by.refusal);
    const effective = (c.req.valid("query").effective ?? null) as Day | null;
    const current = policy();
    const told = await readImpact(releasing, by.value, { ...c.req.valid("param"), effective, policy: current });
    return told.ok ? c.json(presentImpact(told.value, current), 200) : refuse(c, told.refusal);
  });
}

function addWriting(app: HttpApp, { releasing, signIn }: DraftRoutes): void {
  app.openapi(postDraft, async (c) => {
    c.header("cache-control", "no-store");
    const by = await signIn(c);
    if (!by.ok) return refuse(c, by.refusal);
    const draft = await createDraft(releasing, by.value, c.req.valid("json"));
    return draft.ok ? c.json(presentDraft(draft.value), 201) : refuse(c, draft.refusal);
  });
  app.openapi(postVersion, async (c) => {
    c.header("cache-control", "no-store");
    const by = await signIn(c);
    if (!by.ok) return refuse(c, by.refusal);
    const draft = await editDraft(releasing, by.value, { ...c.req.valid("param"), ...c.req.valid("json") });
    return draft.ok ? c.json(presentDraft(draft.value), 200) : refuse(c, draft.refusal);
  });
}

function addProposing(app: HttpApp, { releasing, signIn }: DraftRoutes): void {
  const now = (): Date => new Date(releasing.clock.now());
  app.openapi(postRelease, async (c) => {
    c.header("cache-control", "no-store");
    const by = await signIn(c);
    if (!by.ok) return refuse(c, by.refusal);
    const { effective, ...asked } = c.req.valid("json");
    const wanted = { ...c.req.valid("param"), ...asked, effective: effective as Day };
    const proposal = await proposeRelease(releasing, by.value, wanted);
    return proposal.ok ? c.json(presentProposal(proposal.value, by.value, now()), 202) : refuse(c, proposal.refusal);
  });
  app.openapi(postWithdrawal, async (c) => {
    c.header("cache-control", "no-store");
    const by = await signIn(c);
    if (!by.ok) return refuse(c, by.refusal);
    const wanted = { ...c.req.valid("param"), ...c.req.valid("json") };
    const proposal = await proposeWithdrawal(releasing, by.value, wanted);
    return proposal.ok ? c.json(presentProposal(proposal.value, by.value, now()), 202) : refuse(c, proposal.refusal);
  });
}
