import { createRoute } from "@hono/zod-openapi";
import type { Context } from "hono";
import { answerUnchanged } from "../../platform/http/cache.ts";
import { etagOf } from "../../platform/http/etag.ts";
import { refuse } from "../../platform/http/http-app.ts";
import type { HttpApp } from "../../platform/http/http-app.ts";
import { problemResponses } from "../../platform/http/problem.ts";
import { csvCell } from "../../platform/tabular/write-csv.ts";
import type { CatalogueEntry } from "../../policy/catalogue-entry.ts";
import type { PolicySnapshot } from "../../policy/snapshot.ts";
import type { Refusal } from "../../kernel/refusal.ts";
import { describeEntry, templateHeads } from "./rules.ts";
import { catalogueSchema, entryParams, entrySchema, presentCatalogue, presentEntry } from "./schema.ts";

const unchanged = { 304: { description: "The caller holds the current version." } } as const;

const catalogueRoute = createRoute({
  method: "get",
  path: "/api/v1/catalogue",
  operationId: "readCatalogue",
  tags: ["catalogue"],
  summary: "Categories and entries in force today",
  responses: {
    200: { description: "The catalogue.", content: { "application/json": { schema: catalogueSchema } } },
    ...unchanged,
    ...problemResponses,
  },
});

const entryRoute = createRoute({
  method: "get",
  path: "/api/v1/catalogue/{entry}",
  operationId: "readCatalogueEntry",
  tags: ["catalogue"],
  summary: "One entry: fields, groups, basis, providers",
  request: { params: entryParams },
  responses: {
    200: { description: "The entry.", content: { "application/json": { schema: entrySchema } } },
    ...unchanged,
    ...problemResponses,
  },
});

const templateRoute = createRoute({
  method: "get",
  path: "/api/v1/catalogue/{entry}/template.csv",
  operationId: "readCatalogueTemplate",
  tags: ["catalogue"],
  summary: "An empty file with the official column heads",
  request: { params: entryParams },
  responses: {
    200: { description: "UTF-8 with byte order mark.", content: { "text/csv": {} } },
    ...unchanged,
    ...problemResponses,
  },
});

function unknown(entry: string): Refusal {
  return { code: "catalogue.unknown-entry", kind: "absent", values: { entry } };
}

function keep(c: Context, snapshot: PolicySnapshot, part: string): Response | null {
  return answerUnchanged(c, etagOf(["catalogue", part, snapshot.day, snapshot.hash]), { kind: "revalidated" });
}

/** A file for a spreadsheet: byte order mark, CRLF, one line of heads. */
function templateOf(entry: CatalogueEntry): string {
  return `\ufeff${templateHeads(entry).map(csvCell).join(",")}\r\n`;
}

/** Public: what may be recorded is law, and law is read without asking. */
export function addCatalogueRoutes(
  app: HttpApp,
  { currentPolicy }: { readonly currentPolicy: () => PolicySnapshot },
): void {
  app.openapi(catalogueRoute, (c) => {
    const snapshot = currentPolicy();
    return keep(c, snapshot, "") ?? c.json(presentCatalogue(snapshot), 200);
  });
  app.openapi(entryRoute, (c) => {
    const snapshot = currentPolicy();
    const id = c.req.valid("param").entry;
    const entry = snapshot.entries.get(id);
    if (entry === undefined) return refuse(c, unknown(id));
    return keep(c, snapshot, id) ?? c.json(presentEntry(snapshot, describeEntry(snapshot, entry)), 200);
  });
  app.openapi(templateRoute, (c) => {
    const snapshot = currentPolicy();
    const id = c.req.valid("param").entry;
    const entry = snapshot.entries.get(id);
    if (entry === undefined) return refuse(c, unknown(id));
    c.header("content-disposition", `attachment; filename="${entry.id}.csv"`);
    c.header("content-type", "text/csv; charset=utf-8");
    return keep(c, snapshot, `${id}.csv`) ?? c.body(templateOf(entry), 200);
  });
}
