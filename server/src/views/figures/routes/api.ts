import { createRoute } from "@hono/zod-openapi";
import type { z } from "@hono/zod-openapi";
import type { Cursors } from "../../../platform/http/cursor.ts";
import { refuse } from "../../../platform/http/http-app.ts";
import type { HttpApp } from "../../../platform/http/http-app.ts";
import { problemResponses } from "../../../platform/http/problem.ts";
import { writeCsv } from "../../../platform/tabular/write-csv.ts";
import { unchanged, untilTonight } from "../../site/index.ts";
import {
  fileName,
  figuresQuery,
  figuresSchema,
  noticeTable,
  presentFigures,
  presentRow,
  rowsQuery,
  rowsSchema,
} from "../schema.ts";
import type { Figures } from "../service.ts";
import { apiText } from "../text.ts";
import { askedMonth, askedRows, placesOf, readAsked } from "./asked.ts";
import { entriesOf, regionsOf } from "./models.ts";

const json = <T extends z.ZodType>(schema: T) => ({ "application/json": { schema } });
const others = { 304: { description: apiText.unchanged }, ...problemResponses };

const figuresRoute = createRoute({
  method: "get",
  tags: [apiText.tag],
  path: "/api/v1/figures/dual-publicity",
  operationId: "readDualPublicity",
  summary: apiText.figures,
  request: { query: figuresQuery },
  responses: { 200: { description: apiText.answer, content: json(figuresSchema) }, ...others },
});
const rowsRoute = createRoute({
  method: "get",
  tags: [apiText.tag],
  path: "/api/v1/figures/dual-publicity/rows",
  operationId: "listDualPublicityRows",
  summary: apiText.rows,
  request: { query: rowsQuery },
  responses: { 200: { description: apiText.answer, content: json(rowsSchema) }, ...others },
});

const keptSeconds = 30;

function addFigures(app: HttpApp, figures: Figures): void {
  app.openapi(figuresRoute, async (c) => {
    const { month: text, region: place, format } = c.req.valid("query");
    const moment = figures.moment();
    const month = askedMonth(text, moment, await figures.history(moment));
    if (!month.ok) return refuse(c, month.refusal);
    const region = placesOf(moment.policy).find((one) => one.region === place)?.region ?? null;
    const read = await figures.month(moment, month.value);
    const entries = entriesOf(read, moment, region);
    const body = presentFigures({ ...read, region, entries, regions: regionsOf(read, moment) });
    const version = { parts: [format, JSON.stringify(body)], caching: untilTonight(moment, keptSeconds) };
    const kept = unchanged(c, moment, version);
    if (kept !== null || format === "json") return kept ?? c.json(body, 200);
    const pieces: string[] = [];
    for await (const piece of writeCsv(noticeTable(entries, { month: month.value, moment }))) pieces.push(piece);
    c.header("content-type", "text/csv; charset=utf-8");
    c.header("content-disposition", `attachment; filename="${fileName(month.value, moment)}"`);
    return c.body(pieces.join(""), 200);
  });
}

function addRows(app: HttpApp, figures: Figures, cursors: Cursors): void {
  app.openapi(rowsRoute, async (c) => {
    const { limit, ...query } = c.req.valid("query");
    const moment = figures.moment();
    const asked = await askedRows(query, moment, { figures, cursors });
    if (!asked.ok) return refuse(c, asked.refusal);
    // Adverse records in bulk go to registered recipients only.
    const { question } = asked.value;
    const { found, seen } = await readAsked(figures, moment, { question, limit, adverseLinks: false });
    const body = { items: found.items.map(presentRow), next: asked.value.seal(found.next, seen) };
    const version = { parts: [JSON.stringify(body)], caching: { kind: "adverse" as const } };
    return unchanged(c, moment, version) ?? c.json(body, 200);
  });
}

/** The figures as JSON or as the table of a notice, and the rows behind each number. */
export function addFiguresApi(app: HttpApp, wiring: { readonly figures: Figures; readonly cursors: Cursors }): void {
  addFigures(app, wiring.figures);
  addRows(app, wiring.figures, wiring.cursors);
}
