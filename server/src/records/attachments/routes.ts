import { createRoute, z } from "@hono/zod-openapi";
import { requireStepUp, signInEntitled } from "../../foundation/accounts/index.ts";
import type { RightsSignIn } from "../../foundation/accounts/index.ts";
import { refuse } from "../../platform/http/http-app.ts";
import type { HttpApp } from "../../platform/http/http-app.ts";
import { problemResponses } from "../../platform/http/problem.ts";
import { servingHeads } from "./rules/format.ts";
import {
  addedSchema,
  additionOf,
  additionQuery,
  confirmationSchema,
  fileParams,
  fileSchema,
  filesParams,
  filesSchema,
  presentAdded,
  presentFile,
  presentFiles,
} from "./schema.ts";
import { addFile, confirmFile, mayAdd, openFile, readFiles } from "./service/case-files.ts";
import type { FilePorts } from "./service/case-files.ts";
import { readFile } from "./service/read-file.ts";

/** What the routes stand on. */
export interface FileRoutes extends RightsSignIn {
  readonly ports: FilePorts;
}

/** Where files are sent to: bodies may be longer there than elsewhere. */
export const FILES_PATH = "/api/v1/files";

const common = { tags: ["files"], security: [{ bearer: [] }] };

const getFiles = createRoute({
  ...common,
  method: "get",
  path: "/api/v1/files/{owner}/{case}",
  operationId: "listCaseFiles",
  summary: "Files of a case, as far as the caller may see them, and what may be attached today",
  request: { params: filesParams },
  responses: {
    200: { description: "In order.", content: { "application/json": { schema: filesSchema } } },
    ...problemResponses,
  },
});
const postFile = createRoute({
  ...common,
  method: "post",
  path: "/api/v1/files/{owner}/{case}",
  operationId: "attachCaseFile",
  summary: "Attach a file of at most 20 MB, or a redacted version of one; its name is not kept",
  request: {
    params: filesParams,
    query: additionQuery,
    body: {
      required: true,
      content: { "application/octet-stream": { schema: z.string().openapi({ format: "binary" }) } },
    },
  },
  responses: {
    201: { description: "Kept under a key of its own.", content: { "application/json": { schema: addedSchema } } },
    ...problemResponses,
  },
});
const getFile = createRoute({
  ...common,
  method: "get",
  path: "/api/v1/files/{owner}/{case}/{file}",
  operationId: "openCaseFile",
  summary: "One file, to be saved; a subject opens its own, and redacted versions that two persons stand for",
  request: { params: fileParams },
  responses: {
    200: {
      description: "Its bytes.",
      content: { "application/octet-stream": { schema: z.string().openapi({ format: "binary" }) } },
    },
    ...problemResponses,
  },
});
const postConfirmation = createRoute({
  ...common,
  method: "post",
  path: "/api/v1/files/{owner}/{case}/{file}/confirmation",
  operationId: "confirmCaseFile",
  summary: "Stand for a redacted version as the second person of the same office, after a step-up",
  request: {
    params: fileParams,
    body: { required: true, content: { "application/json": { schema: confirmationSchema } } },
  },
  responses: {
    200: {
      description: "Others than the case's offices may see it now.",
      content: { "application/json": { schema: fileSchema } },
    },
    ...problemResponses,
  },
});

function addReading(app: HttpApp, routes: FileRoutes): void {
  const { ports } = routes;
  app.openapi(getFiles, async (c) => {
    const who = await signInEntitled(routes, c);
    if (!who.ok) return refuse(c, who.refusal);
    const found = await readFiles(ports, who.value, c.req.valid("param"));
    if (!found.ok) return refuse(c, found.refusal);
    c.header("cache-control", "no-store");
    return c.json(presentFiles(found.value, who.value), 200);
  });
  app.openapi(getFile, async (c) => {
    const who = await signInEntitled(routes, c);
    if (!who.ok) return refuse(c, who.refusal);
    const found = await openFile(ports, who.value, c.req.valid("param"));
    if (!found.ok) return refuse(c, found.refusal);
    const { file, bytes } = found.value;
    return c.body(new Uint8Array(bytes), 200, servingHeads(file));
  });
}

function addWriting(app: HttpApp, routes: FileRoutes): void {
  const { ports } = routes;
  app.openapi(postFile, async (c) => {
    const who = await signInEntitled(routes, c);
    if (!who.ok) return refuse(c, who.refusal);
    const asked = { ...c.req.valid("param"), addition: additionOf(c.req.valid("query")) };
    const may = await mayAdd(ports, who.value, asked);
    if (!may.ok) return refuse(c, may.refusal);
    const bytes = Buffer.from(await c.req.arrayBuffer());
    const read = await readFile(bytes);
    if (!read.ok) return refuse(c, read.refusal);
    const added = await addFile(ports, who.value, { ...asked, bytes, read: read.value });
    if (!added.ok) return refuse(c, added.refusal);
    const { owner, case: id } = asked;
    c.header("cache-control", "no-store");
    c.header("location", `${FILES_PATH}/${owner}/${id}/${added.value.attachment}`);
    return c.json(presentAdded(added.value, who.value, bytes), 201);
  });
  app.openapi(postConfirmation, async (c) => {
    const who = await signInEntitled(routes, c);
    if (!who.ok) return refuse(c, who.refusal);
    const proved = requireStepUp(who.value, ports.clock.now());
    if (!proved.ok) return refuse(c, proved.refusal);
    const asked = { ...c.req.valid("param"), reason: c.req.valid("json").reason };
    const confirmed = await confirmFile(ports, who.value, asked);
    if (!confirmed.ok) return refuse(c, confirmed.refusal);
    c.header("cache-control", "no-store");
    return c.json(presentFile(confirmed.value, who.value), 200);
  });
}

/** `/api/v1/files/…`: evidence, defence, decisions and papers of cases, by the right of the slice that keeps the case. */
export function addFileRoutes(app: HttpApp, routes: FileRoutes): void {
  addReading(app, routes);
  addWriting(app, routes);
}
