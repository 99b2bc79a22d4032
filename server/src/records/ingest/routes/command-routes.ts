import { createRoute } from "@hono/zod-openapi";
import type { Day } from "../../../kernel/day.ts";
import { parseDay } from "../../../kernel/day.ts";
import { refuse } from "../../../platform/http/http-app.ts";
import type { HttpApp } from "../../../platform/http/http-app.ts";
import { problemResponses } from "../../../platform/http/problem.ts";
import {
  answeredSchema,
  answerSchema,
  batchParams,
  batchSchema,
  completenessSchema,
  mappingSchema,
  savedMappingSchema,
  withdrawalSchema,
} from "../schema.ts";
import { decideQuestion } from "../service/decide.ts";
import { declareComplete, saveMapping, withdrawBatch } from "../service/declare.ts";
import { summarise } from "./context.ts";
import type { IngestRoutes } from "./context.ts";

const security = [{ bearer: [] }];

const postDecision = createRoute({
  method: "post",
  path: "/api/v1/batches/{batch}/decisions",
  operationId: "decideQuestion",
  tags: ["batches"],
  security,
  summary: "Decide a question: take the row in for a subject, or give it back",
  request: { params: batchParams, body: { content: { "application/json": { schema: answerSchema } } } },
  responses: {
    200: { description: "Decided.", content: { "application/json": { schema: answeredSchema } } },
    ...problemResponses,
  },
});
const postWithdrawal = createRoute({
  method: "post",
  path: "/api/v1/batches/{batch}/withdrawal",
  operationId: "withdrawBatch",
  tags: ["batches"],
  security,
  summary: "Take a batch back whole",
  request: { params: batchParams, body: { content: { "application/json": { schema: withdrawalSchema } } } },
  responses: {
    200: { description: "Taken back.", content: { "application/json": { schema: batchSchema } } },
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
  request: { body: { content: { "application/json": { schema: completenessSchema } } } },
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
  request: { body: { content: { "application/json": { schema: mappingSchema } } } },
  responses: {
    201: { description: "Kept.", content: { "application/json": { schema: savedMappingSchema } } },
    ...problemResponses,
  },
});

/** What is done to batches after they came: questions decided, a batch taken back, completeness declared, layouts kept. */
export function addCommandRoutes(app: HttpApp, routes: IngestRoutes): void {
  const { ports, signIn } = routes;
  app.openapi(postDecision, async (c) => {
    const account = await signIn(c);
    if (!account.ok) return refuse(c, account.refusal);
    const { row, sheet, ...answer } = c.req.valid("json");
    const decided = await decideQuestion(ports, account.value, {
      batch: c.req.valid("param").batch,
      position: { row, sheet },
      ...answer,
    });
    if (!decided.ok) return refuse(c, decided.refusal);
    return c.json(
      {
        state: decided.value.state,
        record:
          decided.value.statement === null ? null : Buffer.from(decided.value.statement, "hex").toString("base64url"),
      },
      200,
    );
  });
  app.openapi(postWithdrawal, async (c) => {
    const account = await signIn(c);
    if (!account.ok) return refuse(c, account.refusal);
    const withdrawn = await withdrawBatch(ports, account.value, {
      batch: c.req.valid("param").batch,
      reason: c.req.valid("json").reason,
    });
    if (!withdrawn.ok) return refuse(c, withdrawn.refusal);
    return c.json(await summarise(routes, withdrawn.value.batch), 200);
  });
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
