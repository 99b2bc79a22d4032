import { createRoute } from "@hono/zod-openapi";
import type { Context } from "hono";
import { refused } from "../../kernel/refusal.ts";
import { refuse } from "../../platform/http/http-app.ts";
import type { HttpApp, HttpEnv } from "../../platform/http/http-app.ts";
import { problemResponses } from "../../platform/http/problem.ts";
import { addressKey, isLoopback, remoteAddress } from "../../platform/http/remote-address.ts";
import { answerPage, timeOf, unchanged, untilTonight } from "../site/index.ts";
import type { Moment, SiteName } from "../site/index.ts";
import { openDataPage } from "./pages.ts";
import type { DatasetLine, OpenDataModel } from "./pages.ts";
import { formats, readFileName } from "./rules/columns.ts";
import {
  entryParams,
  fileHref,
  fileParams,
  termsHref,
  listingSchema,
  mediaTypes,
  presentListing,
  rowSchemaOf,
  rowSchemaSchema,
  schemaHref,
  schemaMediaType,
} from "./schema.ts";
import { openDownloads } from "./service.ts";
import type { Downloads, FileHead, ListedDataset, Listing, OpenDataDeps, ReadyFile } from "./service.ts";
import { api } from "./text.ts";

const common: { method: "get"; tags: string[] } = { method: "get", tags: [api.tag] };
const unchangedResponse = { 304: { description: api.unchanged } };
const text = (example: string): { schema: { type: "string"; example: string } } => ({
  schema: { type: "string", example },
});
const header = (description: string): { description: string; schema: { type: "string" } } => ({
  description,
  schema: { type: "string" },
});
const limits = { "RateLimit-Policy": header(api.headers.policy), RateLimit: header(api.headers.left) };

const listRoute = createRoute({
  ...common,
  path: "/api/v1/open-data",
  operationId: "listOpenData",
  summary: api.list,
  responses: {
    200: {
      description: api.listAnswer,
      headers: limits,
      content: { "application/json": { schema: listingSchema } },
    },
    ...unchangedResponse,
    ...problemResponses,
  },
});

const exampleHead =
  "id,uscc,name,provider,providerName,authority,documentNo,decidedOn,validUntil,shownUntil,receivedOn,marks";

const fileRoute = createRoute({
  ...common,
  path: "/api/v1/open-data/{file}",
  operationId: "downloadOpenData",
  summary: api.file,
  request: { params: fileParams },
  responses: {
    200: {
      description: api.fileAnswer,
      headers: {
        ...limits,
        ETag: header(api.headers.etag),
        Link: header(api.headers.link),
        "Content-Disposition": header(api.headers.disposition),
      },
      content: {
        "text/csv": text(`${exampleHead},fields_permitKind\r\n`),
        "application/x-ndjson": text(`{"id":"AAECAwQFBgcICQoLDA0ODw","decidedOn":"2026-06-18","fields":{}}\n`),
        "application/vnd.apache.parquet": { schema: { type: "string", format: "binary" } },
      },
    },
    ...unchangedResponse,
    ...problemResponses,
  },
});

const schemaRoute = createRoute({
  ...common,
  path: "/api/v1/open-data/{entry}/schema",
  operationId: "readOpenDataSchema",
  summary: api.schema,
  request: { params: entryParams },
  responses: {
    200: { description: api.schemaAnswer, content: { "application/schema+json": { schema: rowSchemaSchema } } },
    ...unchangedResponse,
    ...problemResponses,
  },
});

function addListing(app: HttpApp, downloads: Downloads): void {
  app.openapi(listRoute, async (c) => {
    const moment = downloads.moment();
    const body = presentListing(await downloads.listing(moment), moment);
    const caching = { kind: "revalidated" } as const;
    return unchanged(c, moment, { parts: ["open-data", JSON.stringify(body)], caching }) ?? c.json(body, 200);
  });
}

function setFileHeaders(c: Context, { dataset, format, terms }: FileHead, today: string): void {
  const { id } = dataset.entry;
  c.header("content-type", mediaTypes[format]);
  c.header("content-disposition", `attachment; filename="${id}-${today}.${format}"`);
  const described = `<${schemaHref(id)}>; rel="describedby"; type="application/schema+json"`;
  c.header("link", `${described}, <${termsHref(terms)}>; rel="license"`);
}

/** 304 where the caller holds the file as it would be made now; sets the headers of either answer. */
function heldAlready(c: Context, file: FileHead, moment: Moment): Response | null {
  setFileHeaders(c, file, moment.today);
  return unchanged(c, moment, { parts: file.version, caching: { kind: "revalidated" } });
}

/** The file itself. What is not handed on is closed here. */
async function answerFile(c: Context, file: ReadyFile, moment: Moment): Promise<Response> {
  try {
    const kept = heldAlready(c, file, moment);
    if (kept === null) return c.body(file.body(), 200);
    await file.close();
    return kept;
  } catch (error) {
    await file.close();
    throw error;
  }
}

const noFormat = refused({ code: "open-data.no-format", kind: "absent" });

type FileSite = Pick<OpenDataWiring, "proxies">;

/** By whom downloads are counted, as requests are: callers on the server's own machine are not told apart. */
function callerOf(c: Context<HttpEnv>, { proxies }: FileSite): string | null {
  const address = remoteAddress(c, proxies);
  return address === null || isLoopback(address) ? null : addressKey(address);
}

function addFile(app: HttpApp, downloads: Downloads, site: FileSite): void {
  app.openapi(fileRoute, async (c) => {
    const asked = readFileName(c.req.valid("param").file);
    if (asked === null) return refuse(c, noFormat.refusal);
    const moment = downloads.moment();
    // First what costs nothing: most of those who ask again hold the file already.
    const head = await downloads.head(moment, asked);
    if (!head.ok) return refuse(c, head.refusal);
    const kept = heldAlready(c, head.value, moment);
    if (kept !== null || c.req.method === "HEAD") return kept ?? c.body(null, 200);
    const file = await downloads.file(moment, { ...asked, caller: callerOf(c, site) });
    return file.ok ? answerFile(c, file.value, moment) : refuse(c, file.refusal);
  });
}

function addSchema(app: HttpApp, downloads: Downloads): void {
  app.openapi(schemaRoute, (c) => {
    const moment = downloads.moment();
    const found = downloads.dataset(moment, c.req.valid("param").entry);
    if (!found.ok) return refuse(c, found.refusal);
    const body = rowSchemaOf(found.value);
    const kept = unchanged(c, moment, { parts: ["schema", body.$id], caching: { kind: "revalidated" } });
    return kept ?? c.json(body, 200, { "content-type": schemaMediaType });
  });
}

function lineOf({ entry, count, completeThrough, newestReceipt }: ListedDataset): DatasetLine {
  return {
    id: entry.id,
    title: entry.zh,
    count,
    files: formats.map((format) => ({ format, href: fileHref(entry.id, format) })),
    schemaHref: schemaHref(entry.id),
    coverageHref: `/coverage?${new URLSearchParams({ entry: entry.id }).toString()}`,
    completeThrough,
    newestReceipt: newestReceipt === null ? null : timeOf(newestReceipt.getTime()),
  };
}

function modelOf({ at, terms, datasets }: Listing): OpenDataModel {
  return {
    datasets: datasets.map(lineOf),
    countedAt: timeOf(at),
    terms: { name: terms.zh, confirmed: terms.mark !== "unverified", href: terms.url, lines: terms.terms },
  };
}

function addPage(app: HttpApp, downloads: Downloads, site: SiteName): void {
  app.get("/open-data", async (c) => {
    const moment = downloads.moment();
    const model = modelOf(await downloads.listing(moment));
    return answerPage(c, openDataPage, { model, moment, site, caching: untilTonight(moment, 30) });
  });
}

export interface OpenDataWiring extends OpenDataDeps {
  readonly site: SiteName;
  /** Reverse proxies that are looked through for a caller's address. */
  readonly proxies: ReadonlySet<string>;
}

/** What is handed out in bulk to everybody: non-adverse data, in three formats. All of it is GET and changes nothing. */
export function addOpenDataRoutes(app: HttpApp, wiring: OpenDataWiring): void {
  const downloads = openDownloads(wiring);
  addListing(app, downloads);
  addFile(app, downloads, wiring);
  addSchema(app, downloads);
  addPage(app, downloads, wiring.site);
}
