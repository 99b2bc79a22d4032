import { createRoute, z } from "@hono/zod-openapi";
import type { Context } from "hono";
import { requireStepUp, signInEntitled } from "../../foundation/accounts/index.ts";
import type { SignedIn, SignIn } from "../../foundation/accounts/index.ts";
import { granted } from "../../kernel/refusal.ts";
import type { Outcome } from "../../kernel/refusal.ts";
import type { Cursors } from "../../platform/http/cursor.ts";
import { refuse } from "../../platform/http/http-app.ts";
import type { HttpApp, HttpEnv } from "../../platform/http/http-app.ts";
import { problemResponses } from "../../platform/http/problem.ts";
import { documentPage, documentPolicy } from "./pages.ts";
import {
  caseListSchema,
  caseParams,
  caseSchema,
  documentParams,
  hearingAsked,
  hearingSchema,
  listParams,
  openingSchema,
  ownCaseParams,
  ownDocumentParams,
  pageQuery,
  presentCase,
  presentItem,
  presentList,
  stepAsked,
  stepSchema,
  workQuery,
  workSchema,
} from "./schema.ts";
import { openCase } from "./service/open.ts";
import type { ListPorts } from "./service/ports.ts";
import { ownCase, ownCases, ownDocument, ownWork, pageSize, unknownCase } from "./service/read.ts";
import type { CasePageAsked, CaseView } from "./service/read.ts";
import { takeStep } from "./service/step.ts";

/** What the routes stand on. */
export interface ListRoutes {
  readonly ports: ListPorts;
  readonly signIn: SignIn;
  /** Lets a frozen account of a subject in: nobody can be frozen out of being heard. */
  readonly signInToRights: SignIn;
  readonly cursors: Cursors;
}

type JsonContent<S extends z.ZodType> = { readonly "application/json": { readonly schema: S } };

function jsonOf<S extends z.ZodType>(schema: S, description: string): { description: string; content: JsonContent<S> } {
  return { description, content: { "application/json": { schema } } };
}

function bodyOf<S extends z.ZodType>(schema: S): { content: JsonContent<S>; required: true } {
  return { content: { "application/json": { schema } }, required: true };
}

const tags = ["lists"];
const security = [{ bearer: [] }];
const page = {
  200: { description: "A page for paper.", content: { "text/html": { schema: z.string() } } },
  ...problemResponses,
};

const postCase = createRoute({
  method: "post",
  path: "/api/v1/lists/{list}/cases",
  operationId: "openListCase",
  tags,
  security,
  summary: "Open a case against one subject, by a competent authority, on a ground of the list",
  request: { params: listParams, body: bodyOf(openingSchema) },
  responses: { 201: jsonOf(caseSchema, "Opened."), ...problemResponses },
});
const getCases = createRoute({
  method: "get",
  path: "/api/v1/lists/{list}/cases",
  operationId: "listListCases",
  tags,
  security,
  summary: "One's own unit's cases on a list, the newest first",
  request: { params: listParams, query: pageQuery },
  responses: { 200: jsonOf(caseListSchema, "A hundred at a time."), ...problemResponses },
});
const getWork = createRoute({
  method: "get",
  path: "/api/v1/cases",
  operationId: "listCaseWork",
  tags,
  security,
  summary: "One's own unit's cases on all lists, the newest first, with what is next and what holds it up",
  request: { query: workQuery },
  responses: {
    200: jsonOf(workSchema, "A page; a filtered one may be short and yet not be the last."),
    ...problemResponses,
  },
});
const getCase = createRoute({
  method: "get",
  path: "/api/v1/lists/{list}/cases/{case}",
  operationId: "readListCase",
  tags,
  security,
  summary: "A case of one's own unit, with what may be done next and from which day on",
  request: { params: caseParams },
  responses: { 200: jsonOf(caseSchema, "The case."), ...problemResponses },
});
const postStep = createRoute({
  method: "post",
  path: "/api/v1/lists/{list}/cases/{case}/steps",
  operationId: "takeListCaseStep",
  tags,
  security,
  summary: "Take the next step of a case; what is drafted is signed by a second person",
  request: { params: caseParams, body: bodyOf(stepSchema) },
  responses: { 200: jsonOf(caseSchema, "Taken."), ...problemResponses },
});
const getDocument = createRoute({
  method: "get",
  path: "/api/v1/lists/{list}/cases/{case}/documents/{document}",
  operationId: "readListCaseDocument",
  tags,
  security,
  summary: "A document of a case of one's own unit, for paper",
  request: { params: documentParams },
  responses: page,
});
const getOwnCases = createRoute({
  method: "get",
  path: "/api/v1/own/cases",
  operationId: "listOwnCases",
  tags,
  security,
  summary: "Cases about oneself, from the prior notice on",
  request: { query: pageQuery },
  responses: { 200: jsonOf(caseListSchema, "A hundred at a time."), ...problemResponses },
});
const getOwnCase = createRoute({
  method: "get",
  path: "/api/v1/own/cases/{case}",
  operationId: "readOwnCase",
  tags,
  security,
  summary: "A case about oneself, with its documents, terms and remedies",
  request: { params: ownCaseParams },
  responses: { 200: jsonOf(caseSchema, "The case."), ...problemResponses },
});
const postOwnStep = createRoute({
  method: "post",
  path: "/api/v1/own/cases/{case}/steps",
  operationId: "takeOwnCaseStep",
  tags,
  security,
  summary: "State and defend, ask for a hearing, or waive",
  request: { params: ownCaseParams, body: bodyOf(hearingSchema) },
  responses: { 200: jsonOf(caseSchema, "Filed."), ...problemResponses },
});
const getOwnDocument = createRoute({
  method: "get",
  path: "/api/v1/own/cases/{case}/documents/{document}",
  operationId: "readOwnCaseDocument",
  tags,
  security,
  summary: "A document of a case about oneself, for paper",
  request: { params: ownDocumentParams },
  responses: page,
});

type Who = Awaited<ReturnType<SignIn>>;

/** The subject's paths are the subject's alone, and the authority's are none of its. */
function onSide(who: Who, side: "authority" | "subject"): Who {
  if (!who.ok || (who.value.role === "enterprise") === (side === "subject")) return who;
  return { ok: false, refusal: { code: "accounts.role", kind: "forbidden" } };
}

const placeOf = (cursors: Cursors, list: string, cursor: string | undefined): Outcome<CasePageAsked["after"]> => {
  if (cursor === undefined) return granted(null);
  const place = cursors.decode(list, cursor);
  if (!place.ok) return place;
  const [at = "", id = ""] = typeof place.value === "string" ? place.value.split(" ") : [];
  return granted({ openedAt: new Date(Number(at)), case: id });
};

const sideOf = ({ role }: SignedIn): "authority" | "subject" => (role === "enterprise" ? "subject" : "authority");

interface Listed {
  readonly items: ReturnType<typeof presentItem>[];
  readonly next: string | null;
}

async function listFor(
  { ports, cursors }: ListRoutes,
  by: SignedIn,
  asked: { readonly list: string; readonly cursor: string | undefined },
): Promise<Outcome<Listed>> {
  const name = `lists:${by.organisation}:${asked.list}`;
  const after = placeOf(cursors, name, asked.cursor);
  if (!after.ok) return after;
  const found = await ownCases(ports, by, { list: asked.list, after: after.value });
  if (!found.ok) return found;
  const last = found.value.length === pageSize ? found.value.at(-1) : undefined;
  const next = last === undefined ? null : cursors.encode(name, `${last.kept.openedAt.getTime()} ${last.kept.case}`);
  return granted({ items: found.value.map((one) => presentItem(one, sideOf(by))), next });
}

async function answerWork({ ports, cursors }: ListRoutes, by: SignedIn, asked: z.output<typeof workQuery>) {
  const { state = null, list = null } = asked;
  const name = `lists-work:${by.organisation}:${list ?? ""}:${state ?? ""}`;
  const after = placeOf(cursors, name, asked.cursor);
  if (!after.ok) return after;
  const found = await ownWork(ports, by, { list, standing: state, after: after.value });
  if (!found.ok) return found;
  const { views, last, lists } = found.value;
  const next = last === null ? null : cursors.encode(name, `${last.openedAt.getTime()} ${last.case}`);
  return granted({ items: views.map((one) => presentItem(one, "authority")), lists: lists.map(presentList), next });
}

/** A case of another list is none of this one. */
function ofList(found: Outcome<CaseView>, list: string): Outcome<CaseView> {
  return found.ok && found.value.kept.list !== list ? unknownCase : found;
}

function addAuthorityReading(app: HttpApp, routes: ListRoutes): void {
  const { ports, signIn } = routes;
  app.openapi(getCases, async (c) => {
    const who = onSide(await signIn(c), "authority");
    if (!who.ok) return refuse(c, who.refusal);
    const { list } = c.req.valid("param");
    const listed = await listFor(routes, who.value, { list, cursor: c.req.valid("query").cursor });
    if (!listed.ok) return refuse(c, listed.refusal);
    c.header("cache-control", "no-store");
    return c.json(listed.value, 200);
  });
  app.openapi(getWork, async (c) => {
    const who = onSide(await signIn(c), "authority");
    if (!who.ok) return refuse(c, who.refusal);
    const work = await answerWork(routes, who.value, c.req.valid("query"));
    if (!work.ok) return refuse(c, work.refusal);
    c.header("cache-control", "no-store");
    return c.json(work.value, 200);
  });
  app.openapi(getCase, async (c) => {
    const who = onSide(await signIn(c), "authority");
    if (!who.ok) return refuse(c, who.refusal);
    const named = c.req.valid("param");
    const found = ofList(await ownCase(ports, who.value, named.case), named.list);
    if (!found.ok) return refuse(c, found.refusal);
    c.header("cache-control", "no-store");
    return c.json(presentCase(found.value, "authority"), 200);
  });
  app.openapi(getDocument, async (c) => {
    const who = onSide(await signIn(c), "authority");
    return answerDocument(c, { ports, who, named: c.req.valid("param") });
  });
}

async function answerDocument(
  c: Context<HttpEnv>,
  asked: {
    readonly ports: ListPorts;
    readonly who: Who;
    readonly named: { readonly case: string; readonly document: string };
  },
): Promise<Response> {
  const { ports, who, named } = asked;
  if (!who.ok) return refuse(c, who.refusal);
  const found = await ownDocument(ports, who.value, named);
  if (!found.ok) return refuse(c, found.refusal);
  c.header("cache-control", "no-store");
  c.header("content-security-policy", documentPolicy);
  c.header("content-type", "text/html; charset=utf-8");
  return c.body(String(documentPage(found.value.body, found.value.digest)), 200);
}

/** Whoever signs, or gives up being heard, is there himself. */
const PROVED: ReadonlySet<string> = new Set(["decision-approved", "exit-approved", "late-entry", "waiver"]);

function addAuthorityWriting(app: HttpApp, { ports, signIn }: ListRoutes): void {
  app.openapi(postCase, async (c) => {
    const who = await signIn(c);
    if (!who.ok) return refuse(c, who.refusal);
    const { list } = c.req.valid("param");
    const opened = await openCase(ports, who.value, { ...c.req.valid("json"), list });
    if (!opened.ok) return refuse(c, opened.refusal);
    c.header("cache-control", "no-store");
    c.header("location", `/api/v1/lists/${list}/cases/${opened.value.kept.case}`);
    return c.json(presentCase(opened.value, "authority"), 201);
  });
  app.openapi(postStep, async (c) => {
    const who = await signIn(c);
    if (!who.ok) return refuse(c, who.refusal);
    const named = c.req.valid("param");
    const body = c.req.valid("json");
    const proved = PROVED.has(body.kind) ? requireStepUp(who.value, ports.clock.now()) : granted(undefined);
    if (!proved.ok) return refuse(c, proved.refusal);
    const known = onSide(who, "authority");
    if (!known.ok) return refuse(c, known.refusal);
    const found = ofList(await ownCase(ports, who.value, named.case), named.list);
    if (!found.ok) return refuse(c, found.refusal);
    const taken = await takeStep(ports, who.value, stepAsked(named.case, body));
    if (!taken.ok) return refuse(c, taken.refusal);
    c.header("cache-control", "no-store");
    return c.json(presentCase(taken.value, "authority"), 200);
  });
}

function addSubjectSide(app: HttpApp, routes: ListRoutes): void {
  const { ports } = routes;
  const subject = async (c: Context<HttpEnv>): Promise<Who> => onSide(await signInEntitled(routes, c), "subject");
  app.openapi(getOwnCases, async (c) => {
    const who = await subject(c);
    if (!who.ok) return refuse(c, who.refusal);
    const listed = await listFor(routes, who.value, { list: "", cursor: c.req.valid("query").cursor });
    if (!listed.ok) return refuse(c, listed.refusal);
    c.header("cache-control", "no-store");
    return c.json(listed.value, 200);
  });
  app.openapi(getOwnCase, async (c) => {
    const who = await subject(c);
    if (!who.ok) return refuse(c, who.refusal);
    const found = await ownCase(ports, who.value, c.req.valid("param").case);
    if (!found.ok) return refuse(c, found.refusal);
    c.header("cache-control", "no-store");
    return c.json(presentCase(found.value, "subject"), 200);
  });
  app.openapi(postOwnStep, async (c) => {
    const who = await subject(c);
    if (!who.ok) return refuse(c, who.refusal);
    const body = c.req.valid("json");
    const proved = PROVED.has(body.kind) ? requireStepUp(who.value, ports.clock.now()) : granted(undefined);
    if (!proved.ok) return refuse(c, proved.refusal);
    const taken = await takeStep(ports, who.value, hearingAsked(c.req.valid("param").case, body));
    if (!taken.ok) return refuse(c, taken.refusal);
    c.header("cache-control", "no-store");
    return c.json(presentCase(taken.value, "subject"), 200);
  });
  app.openapi(getOwnDocument, async (c) =>
    answerDocument(c, { ports, who: await subject(c), named: c.req.valid("param") }),
  );
}

/** `/api/v1/lists/…/cases` for deciding authorities, `/api/v1/own/cases` for whom they are about. */
export function addListRoutes(app: HttpApp, routes: ListRoutes): void {
  addAuthorityReading(app, routes);
  addAuthorityWriting(app, routes);
  addSubjectSide(app, routes);
}
