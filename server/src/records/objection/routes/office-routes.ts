import { createRoute } from "@hono/zod-openapi";
import { requireStepUp } from "../../../foundation/accounts/index.ts";
import { granted } from "../../../kernel/refusal.ts";
import { refuse } from "../../../platform/http/http-app.ts";
import type { HttpApp } from "../../../platform/http/http-app.ts";
import { problemResponses } from "../../../platform/http/problem.ts";
import {
  documentParams,
  figuresQuery,
  figuresSchema,
  hallFilingAsked,
  hallFilingSchema,
  listQuery,
  objectionParams,
  objectionSchema,
  objectionsSchema,
  presentFigures,
  presentRules,
  rulesSchema,
  stepAsked,
  stepSchema,
} from "../schema.ts";
import { fileObjection } from "../service/file.ts";
import { monthFigures } from "../service/figures.ts";
import { readObjection } from "../service/read.ts";
import { takeStep } from "../service/step.ts";
import { api } from "../text.ts";
import { presentObjection } from "./present.ts";
import { answer, answerDocument, bodyOf, common, onSide, pageFor, paper } from "./context.ts";
import type { ObjectionRoutes } from "./context.ts";

const base = "/api/v1/objections";
const getRules = createRoute({
  tags: common.tags,
  method: "get",
  path: `${base}/rules`,
  operationId: "readObjectionRules",
  summary: api.rules,
  responses: { 200: answer(rulesSchema, api.rules), ...problemResponses },
});
const getFigures = createRoute({
  ...common,
  method: "get",
  path: `${base}/figures`,
  operationId: "readObjectionFigures",
  summary: api.figures,
  request: { query: figuresQuery },
  responses: { 200: answer(figuresSchema, api.figures), ...problemResponses },
});
const getList = createRoute({
  ...common,
  method: "get",
  path: base,
  operationId: "listObjections",
  summary: api.list,
  request: { query: listQuery },
  responses: { 200: answer(objectionsSchema, api.list), ...problemResponses },
});
const postHall = createRoute({
  ...common,
  method: "post",
  path: base,
  operationId: "fileObjectionAtHall",
  summary: api.fileAtHall,
  request: { body: bodyOf(hallFilingSchema) },
  responses: { 201: answer(objectionSchema, api.one), ...problemResponses },
});
const getOne = createRoute({
  ...common,
  method: "get",
  path: `${base}/{objection}`,
  operationId: "readObjection",
  summary: api.one,
  request: { params: objectionParams },
  responses: { 200: answer(objectionSchema, api.one), ...problemResponses },
});
const postStep = createRoute({
  ...common,
  method: "post",
  path: `${base}/{objection}/steps`,
  operationId: "takeObjectionStep",
  summary: api.step,
  request: { params: objectionParams, body: bodyOf(stepSchema) },
  responses: { 200: answer(objectionSchema, api.one), ...problemResponses },
});
const getDocument = createRoute({
  ...common,
  method: "get",
  path: `${base}/{objection}/documents/{document}`,
  operationId: "readObjectionDocument",
  summary: api.document,
  request: { params: documentParams },
  responses: paper,
});

/** What binds a subject is signed by whoever is there himself. */
const PROVED: ReadonlySet<string> = new Set(["confirm", "not-accept"]);

function addReading(app: HttpApp, routes: ObjectionRoutes): void {
  const { ports, signIn } = routes;
  app.openapi(getRules, (c) => c.json(presentRules(ports.policyAt(ports.clock.today())), 200));
  app.openapi(getFigures, async (c) => {
    const who = await signIn(c);
    if (!who.ok) return refuse(c, who.refusal);
    const figures = await monthFigures(ports, who.value, c.req.valid("query").month ?? null);
    if (!figures.ok) return refuse(c, figures.refusal);
    c.header("cache-control", "no-store");
    return c.json(presentFigures(figures.value), 200);
  });
  app.openapi(getList, async (c) => {
    const { month = null, ...asked } = c.req.valid("query");
    const { state, cursor } = asked;
    const page = await pageFor(routes, onSide(await signIn(c), "office"), { state, cursor, month });
    if (!page.ok) return refuse(c, page.refusal);
    c.header("cache-control", "no-store");
    return c.json(page.value, 200);
  });
  app.openapi(getOne, async (c) => {
    const who = onSide(await signIn(c), "office");
    if (!who.ok) return refuse(c, who.refusal);
    const found = await readObjection(ports, who.value, c.req.valid("param").objection);
    if (!found.ok) return refuse(c, found.refusal);
    c.header("cache-control", "no-store");
    return c.json(presentObjection(found.value), 200);
  });
  app.openapi(getDocument, async (c) =>
    answerDocument(c, { ports, who: onSide(await signIn(c), "office"), named: c.req.valid("param") }),
  );
}

/** `/api/v1/objections`: for the centre, for who has to answer, and for halls. */
export function addOfficeRoutes(app: HttpApp, routes: ObjectionRoutes): void {
  const { ports, signIn } = routes;
  addReading(app, routes);
  app.openapi(postHall, async (c) => {
    const who = onSide(await signIn(c), "office");
    if (!who.ok) return refuse(c, who.refusal);
    const filed = await fileObjection(ports, who.value, hallFilingAsked(c.req.valid("json")));
    if (!filed.ok) return refuse(c, filed.refusal);
    c.header("cache-control", "no-store");
    c.header("location", `${base}/${filed.value.kept.objection}`);
    return c.json(presentObjection(filed.value), 201);
  });
  app.openapi(postStep, async (c) => {
    const who = onSide(await signIn(c), "office");
    if (!who.ok) return refuse(c, who.refusal);
    const body = c.req.valid("json");
    const proved = PROVED.has(body.kind) ? requireStepUp(who.value, ports.clock.now()) : granted(undefined);
    if (!proved.ok) return refuse(c, proved.refusal);
    const taken = await takeStep(ports, who.value, stepAsked(c.req.valid("param").objection, body));
    if (!taken.ok) return refuse(c, taken.refusal);
    c.header("cache-control", "no-store");
    return c.json(presentObjection(taken.value), 200);
  });
}
