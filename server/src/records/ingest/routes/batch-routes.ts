import { createRoute, z } from "@hono/zod-openapi";
import type { Context } from "hono";
import type { Outcome } from "../../../kernel/refusal.ts";
import { refuse } from "../../../platform/http/http-app.ts";
import type { HttpApp, HttpEnv } from "../../../platform/http/http-app.ts";
import { problemResponses } from "../../../platform/http/problem.ts";
import type { Batch } from "../rules/batch.ts";
import {
  affectedSchema,
  batchParams,
  batchSchema,
  issuePageSchema,
  lookSchema,
  pageQuery,
  questionPageSchema,
} from "../schema.ts";
import { subjectsOfBatch } from "../service/declare.ts";
import { issuesAfter, lookAtBatch, ownBatch, pageSize, questionsAfter } from "../service/read.ts";
import { receiptKey, receiptLines } from "../service/receipt.ts";
import { uploadedBytes } from "../service/upload.ts";
import { nameOffset, placeOf, summarise } from "./context.ts";
import type { IngestRoutes } from "./context.ts";
import { addListRoutes } from "./list-routes.ts";
import { presentIssue, presentQuestion } from "./present.ts";

const security = [{ bearer: [] }];

function jsonOf<S extends z.ZodType>(
  schema: S,
  description: string,
): { description: string; content: { "application/json": { schema: S } } } {
  return { description, content: { "application/json": { schema } } };
}

const getBatch = createRoute({
  method: "get",
  path: "/api/v1/batches/{batch}",
  operationId: "readBatch",
  tags: ["batches"],
  security,
  summary: "One's own batch: progress, counts, first thousand issues; HEAD tells the upload offset",
  request: { params: batchParams },
  responses: { 200: jsonOf(batchSchema, "The batch."), ...problemResponses },
});
const getIssues = createRoute({
  method: "get",
  path: "/api/v1/batches/{batch}/issues",
  operationId: "listIssues",
  tags: ["batches"],
  security,
  summary: "All issues of one's own batch, a thousand at a time",
  request: { params: batchParams, query: pageQuery },
  responses: { 200: jsonOf(issuePageSchema, "Issues in file order."), ...problemResponses },
});
const getQuestions = createRoute({
  method: "get",
  path: "/api/v1/batches/{batch}/questions",
  operationId: "listQuestions",
  tags: ["batches"],
  security,
  summary: "Rows that wait for a person",
  request: { params: batchParams, query: pageQuery },
  responses: { 200: jsonOf(questionPageSchema, "Questions with their proposals."), ...problemResponses },
});
const getSubjects = createRoute({
  method: "get",
  path: "/api/v1/batches/{batch}/subjects",
  operationId: "listAffectedSubjects",
  tags: ["batches"],
  security,
  summary: "The subjects that a batch touched",
  request: { params: batchParams, query: pageQuery },
  responses: { 200: jsonOf(affectedSchema, "Subjects by code."), ...problemResponses },
});
const getReceipt = createRoute({
  method: "get",
  path: "/api/v1/batches/{batch}/receipt",
  operationId: "readReceipt",
  tags: ["batches"],
  security,
  summary: "The signed receipt of a finished batch",
  request: { params: batchParams },
  responses: {
    200: { description: "A signed note.", content: { "text/plain": { schema: z.string() } } },
    ...problemResponses,
  },
});
const getReceiptRows = createRoute({
  method: "get",
  path: "/api/v1/batches/{batch}/receipt/rows",
  operationId: "readReceiptRows",
  tags: ["batches"],
  security,
  summary: "The rows under the root of a receipt, one leaf a line, in the order of the file",
  request: { params: batchParams },
  responses: {
    200: {
      description: "Lines; each without its line feed is the data of one leaf.",
      content: { "application/x-ndjson": { schema: z.string() } },
    },
    ...problemResponses,
  },
});
const getReceiptKey = createRoute({
  method: "get",
  path: "/api/v1/receipt-key",
  operationId: "readReceiptKey",
  tags: ["batches"],
  summary: "The public key by which receipts are verified",
  responses: {
    200: { description: "A verifier key of a signed note.", content: { "text/plain": { schema: z.string() } } },
  },
});
const postLook = createRoute({
  method: "post",
  path: "/api/v1/batches/{batch}/looks",
  operationId: "lookAtBatch",
  tags: ["batches"],
  security,
  summary: "Look at another unit's batch: with purpose and matter, written down before the answer",
  request: { params: batchParams, body: { required: true, content: { "application/json": { schema: lookSchema } } } },
  responses: { 200: jsonOf(batchSchema, "The batch."), ...problemResponses },
});

async function own(routes: IngestRoutes, c: Context<HttpEnv>, id: string): Promise<Outcome<Batch>> {
  const account = await routes.signIn(c);
  return account.ok ? ownBatch(routes.ports, account.value, id) : account;
}

function addLists(app: HttpApp, routes: IngestRoutes): void {
  const { ports, cursors } = routes;
  app.openapi(getIssues, async (c) => {
    const batch = await own(routes, c, c.req.valid("param").batch);
    if (!batch.ok) return refuse(c, batch.refusal);
    const list = `issues:${batch.value.batch}`;
    const place = placeOf(routes, list, c.req.valid("query").cursor);
    if (!place.ok) return refuse(c, place.refusal);
    const items = await issuesAfter(ports, batch.value, Number(place.value ?? 0));
    const last = items.at(-1);
    return c.json(
      {
        items: items.map(presentIssue),
        next: last !== undefined && items.length === pageSize ? cursors.encode(list, last.seq) : null,
      },
      200,
    );
  });
  app.openapi(getQuestions, async (c) => {
    const batch = await own(routes, c, c.req.valid("param").batch);
    if (!batch.ok) return refuse(c, batch.refusal);
    const list = `questions:${batch.value.batch}`;
    const place = placeOf(routes, list, c.req.valid("query").cursor);
    if (!place.ok) return refuse(c, place.refusal);
    const [sheet = "", row = "0"] = String(place.value ?? "").split("\n");
    const after = { sheet, row: Number(row) };
    const items = await questionsAfter(ports, batch.value, after);
    const last = items.at(-1);
    const next =
      last !== undefined && items.length === pageSize ? cursors.encode(list, `${last.sheet}\n${last.row}`) : null;
    return c.json({ items: items.map(presentQuestion), next }, 200);
  });
  app.openapi(getSubjects, async (c) => {
    const batch = await own(routes, c, c.req.valid("param").batch);
    if (!batch.ok) return refuse(c, batch.refusal);
    const list = `subjects:${batch.value.batch}`;
    const place = placeOf(routes, list, c.req.valid("query").cursor);
    if (!place.ok) return refuse(c, place.refusal);
    const items = await subjectsOfBatch(ports, batch.value, String(place.value ?? ""));
    const last = items.at(-1);
    const next = last !== undefined && items.length === pageSize ? cursors.encode(list, last.subject) : null;
    return c.json({ items: items.map((one) => ({ subject: one.subject, records: one.statements })), next }, 200);
  });
}

/** Reading batches: one's own by GET; another's only by a look that is written down. */
export function addBatchRoutes(app: HttpApp, routes: IngestRoutes): void {
  const { ports, signIn } = routes;
  addListRoutes(app, routes);
  app.openapi(getBatch, async (c) => {
    const batch = await own(routes, c, c.req.valid("param").batch);
    if (!batch.ok) return refuse(c, batch.refusal);
    c.header("cache-control", "no-store");
    const offset = await uploadedBytes(ports, batch.value);
    nameOffset(c, batch.value, offset);
    return c.json(await summarise(routes, batch.value, { offset }), 200);
  });
  addLists(app, routes);
  app.openapi(getReceipt, async (c) => {
    const batch = await own(routes, c, c.req.valid("param").batch);
    if (!batch.ok) return refuse(c, batch.refusal);
    if (batch.value.receipt === null) {
      return refuse(c, { code: "ingest.wrong-state", kind: "conflict" });
    }
    return c.text(batch.value.receipt, 200);
  });
  app.openapi(getReceiptRows, async (c) => {
    const batch = await own(routes, c, c.req.valid("param").batch);
    if (!batch.ok) return refuse(c, batch.refusal);
    if (batch.value.receipt === null) return refuse(c, { code: "ingest.wrong-state", kind: "conflict" });
    const lines = ReadableStream.from(receiptLines(ports, batch.value)) as ReadableStream;
    c.header("content-type", "application/x-ndjson");
    c.header("cache-control", "no-store");
    // The typing of routes knows JSON and text alone.
    return c.body(lines, 200) as never;
  });
  app.openapi(getReceiptKey, (c) => c.text(`${receiptKey(ports)}\n`, 200));
  app.openapi(postLook, async (c) => {
    const account = await signIn(c);
    if (!account.ok) return refuse(c, account.refusal);
    const batch = await lookAtBatch(ports, account.value, {
      batch: c.req.valid("param").batch,
      ...c.req.valid("json"),
    });
    if (!batch.ok) return refuse(c, batch.refusal);
    return c.json(await summarise(routes, batch.value), 200);
  });
}
