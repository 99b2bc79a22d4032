import { createRoute } from "@hono/zod-openapi";
import type { z } from "@hono/zod-openapi";
import type { SignIn } from "../../foundation/accounts/index.ts";
import { presentProposal, proposalSchema } from "../../foundation/approvals/index.ts";
import { dayOfInstant } from "../../kernel/day.ts";
import { granted, refused } from "../../kernel/refusal.ts";
import type { Outcome } from "../../kernel/refusal.ts";
import type { Cursors } from "../../platform/http/cursor.ts";
import { setCaching } from "../../platform/http/cache.ts";
import { refuse, refusePage } from "../../platform/http/http-app.ts";
import type { HttpApp } from "../../platform/http/http-app.ts";
import { problemResponses } from "../../platform/http/problem.ts";
import { feedbackOfOffice, giveFeedback } from "../../records/feedback/index.ts";
import type { FeedbackPlace } from "../../records/feedback/index.ts";
import { cite } from "../guidance/index.ts";
import { answerPage, momentOf, untilTonight } from "../site/index.ts";
import type { SiteName } from "../site/index.ts";
import { measurePages } from "./pages.ts";
import { measureModel, registryModel } from "./rules/registry.ts";
import {
  checkAnswerSchema,
  checkSchema,
  feedbackListQuery,
  feedbackListSchema,
  feedbackSchema,
  figuresQuery,
  figuresSchema,
  largeCheckSchema,
  presentCheck,
  presentFeedback,
  presentFigures,
  presentRegistry,
  registrySchema,
} from "./schema.ts";
import { openChecks } from "./service/check.ts";
import type { CheckDeps } from "./service/check.ts";
import { figuresOfMonth } from "./service/figures.ts";
import { proposeCheck } from "./service/propose.ts";
import { api } from "./text.ts";

export interface MeasuresWiring extends CheckDeps {
  readonly signIn: SignIn;
  readonly site: SiteName;
  readonly cursors: Cursors;
}

type JsonContent<S extends z.ZodType> = { readonly "application/json": { readonly schema: S } };

function bodyOf<S extends z.ZodType>(schema: S): { content: JsonContent<S>; required: true } {
  return { content: { "application/json": { schema } }, required: true };
}

const tags = [api.tag];
const security = [{ bearer: [] }];

const postCheck = createRoute({
  method: "post",
  path: "/api/v1/checks",
  operationId: "checkSubjects",
  tags,
  security,
  summary: api.check,
  request: { body: bodyOf(checkSchema) },
  responses: {
    200: { description: api.checkAnswer, content: { "application/json": { schema: checkAnswerSchema } } },
    ...problemResponses,
  },
});
const postProposal = createRoute({
  method: "post",
  path: "/api/v1/checks/proposals",
  operationId: "proposeLargeCheck",
  tags,
  security,
  summary: api.propose,
  request: { body: bodyOf(largeCheckSchema) },
  responses: {
    202: { description: api.proposed, content: { "application/json": { schema: proposalSchema } } },
    ...problemResponses,
  },
});
const postFeedback = createRoute({
  method: "post",
  path: "/api/v1/checks/feedback",
  operationId: "giveCheckFeedback",
  tags,
  security,
  summary: api.feedback,
  request: { body: bodyOf(feedbackSchema) },
  responses: { 204: { description: api.feedback }, ...problemResponses },
});
const getFeedback = createRoute({
  method: "get",
  path: "/api/v1/checks/feedback",
  operationId: "listCheckFeedback",
  tags,
  security,
  summary: api.feedbackList,
  request: { query: feedbackListQuery },
  responses: {
    200: { description: api.feedbackList, content: { "application/json": { schema: feedbackListSchema } } },
    ...problemResponses,
  },
});
const getRegistry = createRoute({
  method: "get",
  path: "/api/v1/measures",
  operationId: "listMeasures",
  tags,
  summary: api.registry,
  responses: {
    200: { description: api.registry, content: { "application/json": { schema: registrySchema } } },
    ...problemResponses,
  },
});
const getFigures = createRoute({
  method: "get",
  path: "/api/v1/measures/figures",
  operationId: "listMeasureFigures",
  tags,
  summary: api.figures,
  request: { query: figuresQuery },
  responses: {
    200: { description: api.figures, content: { "application/json": { schema: figuresSchema } } },
    ...problemResponses,
  },
});

function addChecks(app: HttpApp, wiring: MeasuresWiring): void {
  const checks = openChecks(wiring);
  const { signIn, looks, clock } = wiring;
  app.openapi(postCheck, async (c) => {
    c.header("cache-control", "no-store");
    const by = await signIn(c);
    if (!by.ok) return refuse(c, by.refusal);
    const answered = await checks.check(by.value, c.req.valid("json"));
    if (answered.ok) return c.json(presentCheck(answered.value), 200);
    looks.refused(by.value);
    return refuse(c, answered.refusal);
  });
  app.openapi(postProposal, async (c) => {
    c.header("cache-control", "no-store");
    const by = await signIn(c);
    if (!by.ok) return refuse(c, by.refusal);
    const { reason, ...wish } = c.req.valid("json");
    const made = await proposeCheck(wiring, by.value, { wish, reason });
    return made.ok
      ? c.json(presentProposal(made.value, by.value, new Date(clock.now())), 202)
      : refuse(c, made.refusal);
  });
  const ports = { db: wiring.db, clock, currentPolicy: wiring.policy };
  app.openapi(postFeedback, async (c) => {
    c.header("cache-control", "no-store");
    const by = await signIn(c);
    if (!by.ok) return refuse(c, by.refusal);
    const { uscc: subject, look, ...said } = c.req.valid("json");
    const given = await giveFeedback(ports, by.value, { ...said, subject, look: Buffer.from(look, "hex") });
    return given.ok ? c.body(null, 204) : refuse(c, given.refusal);
  });
}

/** A cursor of the list of feedback; null is its beginning. */
function feedbackPlace(cursors: Cursors, list: string, cursor: string | undefined): Outcome<FeedbackPlace | null> {
  if (cursor === undefined) return granted(null);
  const opened = cursors.decode(list, cursor);
  if (!opened.ok) return opened;
  const [at, look, measure] = Array.isArray(opened.value) ? (opened.value as readonly unknown[]) : [];
  if (typeof at !== "number" || typeof look !== "string" || typeof measure !== "string")
    return refused({ code: "http.bad-cursor", kind: "invalid" });
  return granted({ at: new Date(at), look: Buffer.from(look, "hex"), measure });
}

function addFeedbackList(app: HttpApp, wiring: MeasuresWiring): void {
  const { signIn, cursors } = wiring;
  app.openapi(getFeedback, async (c) => {
    c.header("cache-control", "no-store");
    const by = await signIn(c);
    if (!by.ok) return refuse(c, by.refusal);
    const list = `feedback ${by.value.organisation}`;
    const after = feedbackPlace(cursors, list, c.req.valid("query").cursor);
    if (!after.ok) return refuse(c, after.refusal);
    const read = await feedbackOfOffice(wiring, by.value, after.value);
    if (!read.ok) return refuse(c, read.refusal);
    const { items, next } = read.value;
    const { policy } = momentOf(wiring);
    const place = next === null ? null : [next.at.getTime(), next.look.toString("hex"), next.measure];
    const body = { items: items.map((one) => presentFeedback(one, policy)) };
    return c.json({ ...body, next: place === null ? null : cursors.encode(list, place) }, 200);
  });
}

const keptSeconds = 60;
const pageSeconds = 300;

function addRegistry(app: HttpApp, wiring: MeasuresWiring): void {
  app.openapi(getRegistry, (c) => {
    const moment = momentOf(wiring);
    setCaching(c, untilTonight(moment, keptSeconds));
    return c.json(presentRegistry(moment.policy), 200);
  });
  app.openapi(getFigures, async (c) => {
    const moment = momentOf(wiring);
    const month = c.req.valid("query").month ?? dayOfInstant(moment.now).slice(0, 7);
    const figures = await figuresOfMonth(wiring.db, month);
    setCaching(c, untilTonight(moment, keptSeconds));
    return c.json(presentFigures(month, figures, moment.policy), 200);
  });
}

function addPages(app: HttpApp, wiring: MeasuresWiring): void {
  const { site } = wiring;
  app.get("/measures", (c) => {
    const moment = momentOf(wiring);
    const model = registryModel(moment.policy, cite);
    return answerPage(c, measurePages.registry, { model, moment, site, caching: untilTonight(moment, pageSeconds) });
  });
  app.get("/measures/:id", (c) => {
    const moment = momentOf(wiring);
    const model = measureModel(moment.policy, c.req.param("id"), cite);
    if (model === null) return refusePage(c, { code: "measures.unknown-measure", kind: "absent" });
    return answerPage(c, measurePages.measure, { model, moment, site, caching: untilTonight(moment, pageSeconds) });
  });
}

/** Checks before a decision, what became of them, and the registry that they go by. */
export function addMeasureRoutes(app: HttpApp, wiring: MeasuresWiring): void {
  addChecks(app, wiring);
  addFeedbackList(app, wiring);
  addRegistry(app, wiring);
  addPages(app, wiring);
}
