import { createRoute } from "@hono/zod-openapi";
import { refuse } from "../../../platform/http/http-app.ts";
import type { HttpApp } from "../../../platform/http/http-app.ts";
import { problemResponses } from "../../../platform/http/problem.ts";
import {
  documentParams,
  filingAsked,
  filingSchema,
  objectionParams,
  objectionSchema,
  objectionsSchema,
  ownQuery,
  withdrawalSchema,
} from "../schema.ts";
import { fileObjection } from "../service/file.ts";
import { readObjection } from "../service/read.ts";
import { takeStep } from "../service/step.ts";
import { api } from "../text.ts";
import { presentObjection } from "./present.ts";
import { answer, answerDocument, bodyOf, common, pageFor, paper, subjectOf } from "./context.ts";
import type { ObjectionRoutes } from "./context.ts";

const base = "/api/v1/own/objections";
const getOwn = createRoute({
  ...common,
  method: "get",
  path: base,
  operationId: "listOwnObjections",
  summary: api.own,
  request: { query: ownQuery },
  responses: { 200: answer(objectionsSchema, api.own), ...problemResponses },
});
const postOwn = createRoute({
  ...common,
  method: "post",
  path: base,
  operationId: "fileObjection",
  summary: api.file,
  request: { body: bodyOf(filingSchema) },
  responses: { 201: answer(objectionSchema, api.one), ...problemResponses },
});
const getOne = createRoute({
  ...common,
  method: "get",
  path: `${base}/{objection}`,
  operationId: "readOwnObjection",
  summary: api.one,
  request: { params: objectionParams },
  responses: { 200: answer(objectionSchema, api.one), ...problemResponses },
});
const postWithdrawal = createRoute({
  ...common,
  method: "post",
  path: `${base}/{objection}/withdrawal`,
  operationId: "withdrawObjection",
  summary: api.withdraw,
  request: { params: objectionParams, body: bodyOf(withdrawalSchema) },
  responses: { 200: answer(objectionSchema, api.one), ...problemResponses },
});
const getDocument = createRoute({
  ...common,
  method: "get",
  path: `${base}/{objection}/documents/{document}`,
  operationId: "readOwnObjectionDocument",
  summary: api.document,
  request: { params: documentParams },
  responses: paper,
});

/** `/api/v1/own/objections`: a subject's own. */
export function addOwnRoutes(app: HttpApp, routes: ObjectionRoutes): void {
  const { ports } = routes;
  app.openapi(getOwn, async (c) => {
    const { cursor } = c.req.valid("query");
    const page = await pageFor(routes, await subjectOf(routes, c), { state: "open", month: null, cursor });
    if (!page.ok) return refuse(c, page.refusal);
    c.header("cache-control", "no-store");
    return c.json(page.value, 200);
  });
  app.openapi(postOwn, async (c) => {
    const who = await subjectOf(routes, c);
    if (!who.ok) return refuse(c, who.refusal);
    const filed = await fileObjection(ports, who.value, filingAsked(c.req.valid("json")));
    if (!filed.ok) return refuse(c, filed.refusal);
    c.header("cache-control", "no-store");
    c.header("location", `${base}/${filed.value.kept.objection}`);
    return c.json(presentObjection(filed.value), 201);
  });
  app.openapi(getOne, async (c) => {
    const who = await subjectOf(routes, c);
    if (!who.ok) return refuse(c, who.refusal);
    const found = await readObjection(ports, who.value, c.req.valid("param").objection);
    if (!found.ok) return refuse(c, found.refusal);
    c.header("cache-control", "no-store");
    return c.json(presentObjection(found.value), 200);
  });
  app.openapi(postWithdrawal, async (c) => {
    const who = await subjectOf(routes, c);
    if (!who.ok) return refuse(c, who.refusal);
    const { objection } = c.req.valid("param");
    const asked = { ...c.req.valid("json"), objection, kind: "withdraw", answer: null } as const;
    const taken = await takeStep(ports, who.value, asked);
    if (!taken.ok) return refuse(c, taken.refusal);
    c.header("cache-control", "no-store");
    return c.json(presentObjection(taken.value), 200);
  });
  app.openapi(getDocument, async (c) =>
    answerDocument(c, { ports, who: await subjectOf(routes, c), named: c.req.valid("param") }),
  );
}
