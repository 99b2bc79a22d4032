import { createRoute } from "@hono/zod-openapi";
import { presentProposal, waitsForSecondPerson } from "../../../foundation/approvals/index.ts";
import type { Day } from "../../../kernel/day.ts";
import { parseDay } from "../../../kernel/day.ts";
import { refuse } from "../../../platform/http/http-app.ts";
import type { HttpApp } from "../../../platform/http/http-app.ts";
import { problemResponses } from "../../../platform/http/problem.ts";
import {
  answeredSchema,
  answerSchema,
  batchParams,
  completenessSchema,
  mappingSchema,
  savedMappingSchema,
  withdrawalSchema,
} from "../schema.ts";
import { proposeAcceptance, rejectQuestion } from "../service/decide.ts";
import { declareComplete, proposeWithdrawal, saveMapping } from "../service/declare.ts";
import type { IngestRoutes } from "./context.ts";

const security = [{ bearer: [] }];

const postDecision = createRoute({
  method: "post",
  path: "/api/v1/batches/{batch}/decisions",
  operationId: "decideQuestion",
  tags: ["batches"],
  security,
  summary: "Decide a question: give it back at once, or propose to take the row in for a subject",
  request: { params: batchParams, body: { required: true, content: { "application/json": { schema: answerSchema } } } },
  responses: {
    200: { description: "Given back.", content: { "application/json": { schema: answeredSchema } } },
    202: waitsForSecondPerson,
    ...problemResponses,
  },
});
const postWithdrawal = createRoute({
  method: "post",
  path: "/api/v1/batches/{batch}/withdrawal",
  operationId: "withdrawBatch",
  tags: ["batches"],
  security,
  summary: "Propose to take a batch back whole",
  request: {
    params: batchParams,
    body: { required: true, content: { "application/json": { schema: withdrawalSchema } } },
  },
  responses: {
    202: waitsForSecondPerson,
    ...problemResponses,
  },
});
const postCompleteness = createRoute({
  method: "post",
  path: "/api/v1/completeness",
  operationId: "declareComplete",
  tags: ["batches"],
  security,
  summary: "Declare that all decisions up to a day have been sent; with nilFrom, that there were none since",
  request: { body: { required: true, content: { "application/json": { schema: completenessSchema } } } },
  responses: {
    201: { description: "Declared.", content: { "application/json": { schema: completenessSchema } } },
    ...problemResponses,
  },
});
const postMapping = createRoute({
  method: "post",
  path: "/api/v1/mappings",
  operationId: "saveMapping",
  tags: ["batches"],
  security,
  summary: "Keep one's own column layout; answers with the name to send files under",
  request: { body: { required: true, content: { "application/json": { schema: mappingSchema } } } },
  responses: {
    201: { description: "Kept.", content: { "application/json": { schema: savedMappingSchema } } },
    ...problemResponses,
  },
});

/** What is done to batches after they came: questions decided, a batch taken back, completeness declared, layouts kept. */
export function addCommandRoutes(app: HttpApp, routes: IngestRoutes): void {
  const { ports, signIn } = routes;
  const now = (): Date => new Date(ports.clock.now());
  addDeclaring(app, routes);
  app.openapi(postDecision, async (c) => {
    const account = await signIn(c);
    if (!account.ok) return refuse(c, account.refusal);
    const { row, sheet, action, ...answer } = c.req.valid("json");
    const { batch } = c.req.valid("param");
    const request = { batch, position: { row, sheet }, ...answer };
    if (action === "accept") {
      const proposed = await proposeAcceptance(ports, account.value, { ...request, action });
      if (!proposed.ok) return refuse(c, proposed.refusal);
      return c.json(presentProposal(proposed.value, account.value, now()), 202);
    }
    const decided = await rejectQuestion(ports, account.value, { ...request, action });
    if (!decided.ok) return refuse(c, decided.refusal);
    return c.json({ state: decided.value.state, record: null }, 200);
  });
  app.openapi(postWithdrawal, async (c) => {
    const account = await signIn(c);
    if (!account.ok) return refuse(c, account.refusal);
    const asked = { batch: c.req.valid("param").batch, ...c.req.valid("json") };
    const proposed = await proposeWithdrawal(ports, account.value, asked);
    if (!proposed.ok) return refuse(c, proposed.refusal);
    return c.json(presentProposal(proposed.value, account.value, now()), 202);
  });
}

function addDeclaring(app: HttpApp, { ports, signIn }: IngestRoutes): void {
  app.openapi(postCompleteness, async (c) => {
    const account = await signIn(c);
    if (!account.ok) return refuse(c, account.refusal);
    const body = c.req.valid("json");
    const through = parseDay(body.through);
    const nilFrom = body.nilFrom === null ? null : parseDay(body.nilFrom);
    if (through === undefined || nilFrom === undefined)
      return refuse(c, { code: "ingest.date-impossible", kind: "invalid" });
    const declaration: { provider: string; entry: string; through: Day; nilFrom: Day | null } = {
      provider: body.provider,
      entry: body.entry,
      through,
      nilFrom,
    };
    const declared = await declareComplete(ports, account.value, declaration);
    if (!declared.ok) return refuse(c, declared.refusal);
    return c.json(body, 201);
  });
  app.openapi(postMapping, async (c) => {
    const account = await signIn(c);
    if (!account.ok) return refuse(c, account.refusal);
    const saved = await saveMapping(ports, account.value, c.req.valid("json"));
    if (!saved.ok) return refuse(c, saved.refusal);
    return c.json({ mapping: saved.value }, 201);
  });
}
