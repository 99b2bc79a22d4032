import { createRoute, z } from "@hono/zod-openapi";
import type { Context } from "hono";
import { requireStepUp, signInEntitled } from "../../foundation/accounts/index.ts";
import type { SignIn } from "../../foundation/accounts/index.ts";
import { granted, refused } from "../../kernel/refusal.ts";
import type { Outcome } from "../../kernel/refusal.ts";
import { refuse } from "../../platform/http/http-app.ts";
import type { HttpApp, HttpEnv } from "../../platform/http/http-app.ts";
import { problemResponses } from "../../platform/http/problem.ts";
import {
  applyAsked,
  applySchema,
  documentParams,
  documentSchema,
  ownStepAsked,
  ownStepSchema,
  presentDocument,
  presentItem,
  presentProgress,
  presentRepair,
  presentSettings,
  progressQuery,
  progressSchema,
  queueQuery,
  queueSchema,
  repairParams,
  repairSchema,
  sealQuery,
  sealSchema,
  settingsSchema,
  stepAsked,
  stepSchema,
} from "./schema.ts";
import {
  eligibilitySchema,
  noticeAskedSchema,
  noticeSchema,
  presentEligibility,
  presentNotice,
} from "./routes/decisions.ts";
import { addHallRoutes } from "./routes/hall.ts";
import { addNationalRoutes } from "./routes/national.ts";
import { applyForRepair } from "./service/apply.ts";
import { readProgress, verifyDocument } from "./service/code.ts";
import { noticeOf, ownDecisions } from "./service/eligible.ts";
import type { RepairPorts } from "./service/ports.ts";
import { takeRepairStep } from "./service/step.ts";
import { openRepairs, readRepair } from "./service/view.ts";
import { api } from "./text.ts";

/** What the routes stand on. */
export interface RepairRoutes {
  readonly ports: RepairPorts;
  readonly signIn: SignIn;
  /** Lets a frozen account of a subject in: nobody can be frozen out of a right. */
  readonly signInToRights: SignIn;
}

type JsonContent<S extends z.ZodType> = { readonly "application/json": { readonly schema: S } };

function jsonOf<S extends z.ZodType>(schema: S, description: string): { description: string; content: JsonContent<S> } {
  return { description, content: { "application/json": { schema } } };
}

function bodyOf<S extends z.ZodType>(schema: S): { content: JsonContent<S>; required: true } {
  return { content: { "application/json": { schema } }, required: true };
}

const tags = ["repair"];
const security = [{ bearer: [] }];
const aRepair = { 200: jsonOf(repairSchema, api.repair), ...problemResponses };
const made = { 201: jsonOf(repairSchema, api.repair), ...problemResponses };
const aQueue = { 200: jsonOf(queueSchema, api.queue), ...problemResponses };
const aDocument = { 200: jsonOf(documentSchema, api.document), ...problemResponses };

const getEligibility = createRoute({
  method: "get",
  path: "/api/v1/own/repairs/eligibility",
  operationId: "listRepairEligibility",
  tags,
  security,
  summary: api.eligibility,
  responses: { 200: jsonOf(eligibilitySchema, api.eligibility), ...problemResponses },
});
const getOwn = createRoute({
  method: "get",
  path: "/api/v1/own/repairs",
  operationId: "listOwnRepairs",
  tags,
  security,
  summary: api.own,
  responses: aQueue,
});
const postOwn = createRoute({
  method: "post",
  path: "/api/v1/own/repairs",
  operationId: "applyForRepair",
  tags,
  security,
  summary: api.apply,
  request: { body: bodyOf(applySchema) },
  responses: made,
});
const getOwnOne = createRoute({
  method: "get",
  path: "/api/v1/own/repairs/{repair}",
  operationId: "readOwnRepair",
  tags,
  security,
  summary: api.repair,
  request: { params: repairParams },
  responses: aRepair,
});
const postOwnStep = createRoute({
  method: "post",
  path: "/api/v1/own/repairs/{repair}/steps",
  operationId: "takeOwnRepairStep",
  tags,
  security,
  summary: api.ownStep,
  request: { params: repairParams, body: bodyOf(ownStepSchema) },
  responses: aRepair,
});
const getOwnDocument = createRoute({
  method: "get",
  path: "/api/v1/own/repairs/{repair}/documents/{document}",
  operationId: "readOwnRepairDocument",
  tags,
  security,
  summary: api.document,
  request: { params: documentParams },
  responses: aDocument,
});
const getQueue = createRoute({
  method: "get",
  path: "/api/v1/repairs",
  operationId: "listRepairs",
  tags,
  security,
  summary: api.queue,
  request: { query: queueQuery },
  responses: aQueue,
});
const getOne = createRoute({
  method: "get",
  path: "/api/v1/repairs/{repair}",
  operationId: "readRepair",
  tags,
  security,
  summary: api.repair,
  request: { params: repairParams },
  responses: aRepair,
});
const postNotice = createRoute({
  method: "post",
  path: "/api/v1/repairs/notices",
  operationId: "makeRepairNotice",
  tags,
  security,
  summary: api.notice,
  request: { body: bodyOf(noticeAskedSchema) },
  responses: { 200: jsonOf(noticeSchema, api.notice), ...problemResponses },
});
const postStep = createRoute({
  method: "post",
  path: "/api/v1/repairs/{repair}/steps",
  operationId: "takeRepairStep",
  tags,
  security,
  summary: api.step,
  request: { params: repairParams, body: bodyOf(stepSchema) },
  responses: aRepair,
});
const getDocument = createRoute({
  method: "get",
  path: "/api/v1/repairs/{repair}/documents/{document}",
  operationId: "readRepairDocument",
  tags,
  security,
  summary: api.document,
  request: { params: documentParams },
  responses: aDocument,
});
const getSettings = createRoute({
  method: "get",
  path: "/api/v1/repair/settings",
  operationId: "readRepairSettings",
  tags,
  summary: api.settings,
  responses: { 200: jsonOf(settingsSchema, api.settings), ...problemResponses },
});
const getProgress = createRoute({
  method: "get",
  path: "/api/v1/repair/progress",
  operationId: "readRepairProgress",
  tags,
  summary: api.progress,
  request: { query: progressQuery },
  responses: { 200: jsonOf(progressSchema, api.progress), ...problemResponses },
});
const getSeal = createRoute({
  method: "get",
  path: "/api/v1/repair/documents",
  operationId: "verifyRepairDocument",
  tags,
  summary: api.seal,
  request: { query: sealQuery },
  responses: { 200: jsonOf(sealSchema, api.seal), ...problemResponses },
});

type Who = Awaited<ReturnType<SignIn>>;

/** The subject's paths are the subject's alone, and the others' are none of its. */
function onSide(who: Who, side: "others" | "subject"): Who {
  if (!who.ok || (who.value.role === "enterprise") === (side === "subject")) return who;
  return { ok: false, refusal: { code: "accounts.role", kind: "forbidden" } };
}

interface DocumentAsked {
  readonly ports: RepairPorts;
  readonly who: Who;
  readonly named: { readonly repair: string; readonly document: string };
}

async function documentOf({ ports, who, named }: DocumentAsked): Promise<Outcome<ReturnType<typeof presentDocument>>> {
  if (!who.ok) return who;
  const found = await readRepair(ports, who.value, named.repair);
  if (!found.ok) return found;
  const one = found.value.documents.find(({ document }) => document === named.document);
  if (one === undefined) return refused({ code: "repair.unknown-document", kind: "absent" });
  return granted(presentDocument(one));
}

function addSubjectReading(app: HttpApp, routes: RepairRoutes): void {
  const { ports } = routes;
  const subject = async (c: Context<HttpEnv>): Promise<Who> => onSide(await signInEntitled(routes, c), "subject");
  app.openapi(getEligibility, async (c) => {
    c.header("cache-control", "no-store");
    const who = await subject(c);
    if (!who.ok) return refuse(c, who.refusal);
    const found = await ownDecisions(ports, who.value);
    return found.ok ? c.json(presentEligibility(found.value), 200) : refuse(c, found.refusal);
  });
  app.openapi(getOwn, async (c) => {
    c.header("cache-control", "no-store");
    const who = await subject(c);
    if (!who.ok) return refuse(c, who.refusal);
    const found = await openRepairs(ports, who.value, { overdue: false });
    return found.ok ? c.json({ items: found.value.map(presentItem) }, 200) : refuse(c, found.refusal);
  });
  app.openapi(getOwnOne, async (c) => {
    c.header("cache-control", "no-store");
    const who = await subject(c);
    if (!who.ok) return refuse(c, who.refusal);
    const found = await readRepair(ports, who.value, c.req.valid("param").repair);
    return found.ok ? c.json(presentRepair(found.value), 200) : refuse(c, found.refusal);
  });
  app.openapi(getOwnDocument, async (c) => {
    c.header("cache-control", "no-store");
    const found = await documentOf({ ports, who: await subject(c), named: c.req.valid("param") });
    return found.ok ? c.json(found.value, 200) : refuse(c, found.refusal);
  });
}

function addSubjectWriting(app: HttpApp, routes: RepairRoutes): void {
  const { ports } = routes;
  const subject = async (c: Context<HttpEnv>): Promise<Who> => onSide(await signInEntitled(routes, c), "subject");
  app.openapi(postOwn, async (c) => {
    c.header("cache-control", "no-store");
    const who = await subject(c);
    if (!who.ok) return refuse(c, who.refusal);
    const applied = await applyForRepair(ports, who.value, applyAsked(c.req.valid("json"), null));
    return applied.ok ? c.json(presentRepair(applied.value), 201) : refuse(c, applied.refusal);
  });
  app.openapi(postOwnStep, async (c) => {
    c.header("cache-control", "no-store");
    const who = await subject(c);
    if (!who.ok) return refuse(c, who.refusal);
    const asked = ownStepAsked(c.req.valid("param").repair, c.req.valid("json"));
    const taken = await takeRepairStep(ports, who.value, asked);
    return taken.ok ? c.json(presentRepair(taken.value), 200) : refuse(c, taken.refusal);
  });
}

function addOfficeReading(app: HttpApp, { ports, signIn }: RepairRoutes): void {
  app.openapi(getQueue, async (c) => {
    c.header("cache-control", "no-store");
    const who = onSide(await signIn(c), "others");
    if (!who.ok) return refuse(c, who.refusal);
    const found = await openRepairs(ports, who.value, { overdue: c.req.valid("query").state === "overdue" });
    return found.ok ? c.json({ items: found.value.map(presentItem) }, 200) : refuse(c, found.refusal);
  });
  app.openapi(getOne, async (c) => {
    c.header("cache-control", "no-store");
    const who = onSide(await signIn(c), "others");
    if (!who.ok) return refuse(c, who.refusal);
    const found = await readRepair(ports, who.value, c.req.valid("param").repair);
    return found.ok ? c.json(presentRepair(found.value), 200) : refuse(c, found.refusal);
  });
  app.openapi(getDocument, async (c) => {
    c.header("cache-control", "no-store");
    const who = onSide(await signIn(c), "others");
    const found = await documentOf({ ports, who, named: c.req.valid("param") });
    return found.ok ? c.json(found.value, 200) : refuse(c, found.refusal);
  });
}

function addOfficeWriting(app: HttpApp, { ports, signIn }: RepairRoutes): void {
  app.openapi(postNotice, async (c) => {
    c.header("cache-control", "no-store");
    const who = onSide(await signIn(c), "others");
    if (!who.ok) return refuse(c, who.refusal);
    const told = await noticeOf(ports, who.value, c.req.valid("json"));
    return told.ok ? c.json(presentNotice(told.value), 200) : refuse(c, told.refusal);
  });
  app.openapi(postStep, async (c) => {
    c.header("cache-control", "no-store");
    const who = onSide(await signIn(c), "others");
    if (!who.ok) return refuse(c, who.refusal);
    const body = c.req.valid("json");
    // Whoever signs a decision is there himself.
    const proved = body.kind === "approve" ? requireStepUp(who.value, ports.clock.now()) : granted(undefined);
    if (!proved.ok) return refuse(c, proved.refusal);
    const taken = await takeRepairStep(ports, who.value, stepAsked(c.req.valid("param").repair, body));
    return taken.ok ? c.json(presentRepair(taken.value), 200) : refuse(c, taken.refusal);
  });
}

/** What everybody may ask: by which rules, how far an application of a code has come, whether a document is genuine. */
function addPublic(app: HttpApp, { ports }: RepairRoutes): void {
  app.openapi(getSettings, (c) => {
    const { repair } = ports.policyAt(ports.clock.today());
    c.header("cache-control", "no-store");
    return repair === null
      ? refuse(c, { code: "repair.no-rules", kind: "unavailable" })
      : c.json(presentSettings(repair), 200);
  });
  app.openapi(getProgress, async (c) => {
    c.header("cache-control", "no-store");
    const found = await readProgress(ports, c.req.valid("query").code);
    return found.ok ? c.json(presentProgress(found.value), 200) : refuse(c, found.refusal);
  });
  app.openapi(getSeal, async (c) => {
    c.header("cache-control", "no-store");
    return c.json({ genuine: await verifyDocument(ports, c.req.valid("query")) }, 200);
  });
}

/** `/api/v1/own/repairs` for subjects, `/api/v1/repairs` for authorities, halls and the centre, `/api/v1/repair` for everybody. */
export function addRepairRoutes(app: HttpApp, routes: RepairRoutes): void {
  addSubjectReading(app, routes);
  addSubjectWriting(app, routes);
  addOfficeReading(app, routes);
  addOfficeWriting(app, routes);
  addHallRoutes(app, routes);
  addNationalRoutes(app, routes);
  addPublic(app, routes);
}
