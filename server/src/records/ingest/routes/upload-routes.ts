import { createRoute, z } from "@hono/zod-openapi";
import type { Context } from "hono";
import type { HttpApp, HttpEnv } from "../../../platform/http/http-app.ts";
import { refuse } from "../../../platform/http/http-app.ts";
import { problemResponses } from "../../../platform/http/problem.ts";
import type { ProblemResponse } from "../../../platform/http/problem.ts";
import { refused } from "../../../kernel/refusal.ts";
import type { Outcome } from "../../../kernel/refusal.ts";
import type { SignedIn } from "../../../foundation/accounts/index.ts";
import { BodyDiffers, checkedBody, checkedPart } from "../../../foundation/clients/index.ts";
import type { Batch } from "../rules/batch.ts";
import { batchParams, batchSchema, singleSchema, uploadQuery } from "../schema.ts";
import { discardUpload } from "../service/process.ts";
import { ownUpload } from "../service/read.ts";
import { appendUpload, completeUpload, openBatch } from "../service/upload.ts";
import type { UploadRequest } from "../service/upload.ts";
import { bodyOf, nameOffset, summarise } from "./context.ts";
import { placeOfFailure } from "./present.ts";
import type { IngestRoutes } from "./context.ts";

/** How long an upload's answer waits for the batch's end before it says 202 and lets the caller ask again. */
const waitMs = 540_000;

const json = { content: { "application/json": { schema: batchSchema } } };
const answers = {
  200: { description: "The same file was sent before: its batch.", ...json },
  201: { description: "Done, or a resumable upload was opened.", ...json },
  202: { description: "Still being processed; ask GET /batches/{batch}.", ...json },
  ...problemResponses,
};
const postBatch = createRoute({
  method: "post",
  path: "/api/v1/batches",
  operationId: "submitBatch",
  tags: ["batches"],
  summary: "Send a file whole, or open a resumable upload with Upload-Length and no body",
  security: [{ bearer: [] }],
  request: {
    query: uploadQuery,
    headers: z.object({ "upload-length": z.coerce.number().int().nonnegative().optional() }),
  },
  responses: answers,
});
const patchBatch = createRoute({
  method: "patch",
  path: "/api/v1/batches/{batch}",
  operationId: "appendUpload",
  tags: ["batches"],
  summary: "Append at Upload-Offset; the last byte begins processing",
  security: [{ bearer: [] }],
  request: { params: batchParams, headers: z.object({ "upload-offset": z.coerce.number().int().nonnegative() }) },
  responses: { 204: { description: "Safe on disk; Upload-Offset says how much." }, ...answers },
});
const postRecord = createRoute({
  method: "post",
  path: "/api/v1/submissions",
  operationId: "submitRecord",
  tags: ["batches"],
  summary: "One record typed into a form: a batch of one, through the same gate",
  security: [{ bearer: [] }],
  request: { query: uploadQuery, body: { required: true, content: { "application/json": { schema: singleSchema } } } },
  responses: answers,
});

function requestOf(query: z.infer<typeof uploadQuery>, uploadLength: number | null): UploadRequest {
  return {
    provider: query.provider,
    entry: query.entry,
    mapping: query.mapping,
    uploadLength,
    mends: query.mends ?? null,
    purpose: query.purpose ?? null,
    carried:
      query.declared === undefined && query.document === undefined
        ? null
        : { declared: query.declared ?? null, documentNo: query.document ?? null },
  };
}

/** Whether a request carries a file, which is read as it comes. */
export function isUpload(method: string, path: string): boolean {
  if (method === "POST") return path === "/api/v1/batches";
  return method === "PATCH" && path.startsWith("/api/v1/batches/");
}

/** A refusal makes a response of its own: what else the caller needs to know is put on it afterwards. */
function refuseWith(response: ProblemResponse, headers: Readonly<Record<string, string>>): ProblemResponse {
  for (const [name, value] of Object.entries(headers)) response.headers.set(name, value);
  return response;
}

/** The upload is whole: process it, and answer with its end, its first twin, or 202. */
async function settle(
  routes: IngestRoutes,
  c: Context<HttpEnv>,
  step: { batch: Batch; force: boolean; by: SignedIn },
): Promise<Response> {
  const completed = await completeUpload(routes.ports, step.batch, { force: step.force, by: step.by });
  if (!completed.ok) {
    await discardUpload(routes.ports, step.batch.batch, completed.refusal.code);
    return refuse(c, completed.refusal);
  }
  const { batch, isNew } = completed.value;
  if (!isNew) await discardUpload(routes.ports, step.batch.batch, "ingest.same-file");
  c.header("location", `/api/v1/batches/${batch.batch}`);
  if (!isNew) return c.json(await summarise(routes, batch, { sameAs: true }), 200);
  const wait = /\brespond-async\b/u.test(c.req.header("prefer") ?? "") ? 0 : waitMs;
  return answerEnd(routes, c, { batch, ended: await routes.worker.settle(batch.batch, wait) });
}

/** The end of a batch, or 202 while it is processed or waits for a second person. */
async function answerEnd(
  routes: IngestRoutes,
  c: Context<HttpEnv>,
  { batch, ended }: { batch: Batch; ended: Batch | undefined },
): Promise<Response> {
  if (ended === undefined || ended.state === "waiting") return c.json(await summarise(routes, ended ?? batch), 202);
  if (ended.state === "failed" && ended.failure !== null) {
    const kind = ended.failure === "tabular.too-large" ? "too-large" : "invalid";
    const values = { ...ended.failureValues, place: placeOfFailure(ended), batch: ended.batch };
    return refuseWith(refuse(c, { code: ended.failure, kind, values }), { location: `/api/v1/batches/${ended.batch}` });
  }
  return c.json(await summarise(routes, ended), 201);
}

/** The whole of an upload. A signed one that turns out not to be what was signed is refused like any other fault of it. */
async function appendWhole(
  routes: IngestRoutes,
  batch: Batch,
  stream: AsyncIterable<Uint8Array>,
): Promise<Outcome<number>> {
  try {
    return await appendUpload(routes.ports, batch, { offset: 0, stream });
  } catch (error) {
    if (error instanceof BodyDiffers) return refused(error.refusal);
    throw error;
  }
}

async function sendWhole(
  routes: IngestRoutes,
  c: Context<HttpEnv>,
  step: { by: SignedIn; request: UploadRequest; force: boolean; body: AsyncIterable<Uint8Array> },
): Promise<Response> {
  const opened = await openBatch(routes.ports, step.by, step.request);
  if (!opened.ok) return refuse(c, opened.refusal);
  const appended = await appendWhole(routes, opened.value, step.body);
  if (!appended.ok) {
    await discardUpload(routes.ports, opened.value.batch, appended.refusal.code);
    return refuse(c, appended.refusal);
  }
  return settle(routes, c, { batch: opened.value, force: step.force, by: step.by });
}

/** Upload by POST in one shot, or resumable by HEAD and PATCH; one typed record by the same gate. */
export function addUploadRoutes(app: HttpApp, routes: IngestRoutes): void {
  const { ports, signIn } = routes;
  app.openapi(postBatch, async (c) => {
    const account = await signIn(c);
    if (!account.ok) return refuse(c, account.refusal);
    const query = c.req.valid("query");
    const length = c.req.valid("header")["upload-length"];
    const step = { by: account.value, request: requestOf(query, length ?? null), force: query.force === "true" };
    if (length === undefined) return sendWhole(routes, c, { ...step, body: checkedBody(c, bodyOf(c)) }) as never;
    const opened = await openBatch(ports, account.value, step.request);
    if (!opened.ok) return refuse(c, opened.refusal);
    nameOffset(c, opened.value, 0);
    c.header("location", `/api/v1/batches/${opened.value.batch}`);
    return c.json(await summarise(routes, opened.value, { offset: 0 }), 201);
  });
  app.openapi(patchBatch, async (c) => {
    const account = await signIn(c);
    if (!account.ok) return refuse(c, account.refusal);
    const batch = await ownUpload(ports, account.value, c.req.valid("param").batch);
    if (!batch.ok) return refuse(c, batch.refusal);
    if (batch.value.uploadLength === null)
      return refuse(c, refused({ code: "ingest.upload-length", kind: "invalid" }).refusal);
    const part = await checkedPart(c, bodyOf(c));
    if (!part.ok) return refuse(c, part.refusal);
    const appended = await appendUpload(ports, batch.value, {
      offset: c.req.valid("header")["upload-offset"],
      stream: part.value,
    });
    if (!appended.ok) {
      const offset = appended.refusal.values?.["offset"];
      return refuseWith(refuse(c, appended.refusal), offset === undefined ? {} : { "upload-offset": String(offset) });
    }
    nameOffset(c, batch.value, appended.value);
    if (appended.value < batch.value.uploadLength) return c.body(null, 204);
    return settle(routes, c, {
      batch: batch.value,
      force: c.req.query("force") === "true",
      by: account.value,
    }) as never;
  });
  app.openapi(postRecord, async (c) => {
    const account = await signIn(c);
    if (!account.ok) return refuse(c, account.refusal);
    const query = c.req.valid("query");
    const line = Buffer.from(`${JSON.stringify(c.req.valid("json"))}\n`, "utf8");
    const body = (async function* one() {
      yield line;
    })();
    return sendWhole(routes, c, {
      by: account.value,
      request: requestOf(query, null),
      force: query.force === "true",
      body,
    }) as never;
  });
}
