import type { Cursors } from "../../../platform/http/cursor.ts";
import { refusePage } from "../../../platform/http/http-app.ts";
import type { HttpApp } from "../../../platform/http/http-app.ts";
import { answerPage, untilTonight } from "../../site/index.ts";
import type { SiteName } from "../../site/index.ts";
import { figuresPages } from "../pages.ts";
import type { Figures } from "../service.ts";
import { askedMonth, askedRows, placesOf, readAsked } from "./asked.ts";
import type { RowsQuery } from "./asked.ts";
import { figuresModel, rowsModel } from "./models.ts";

export interface FiguresSite {
  readonly figures: Figures;
  readonly cursors: Cursors;
  readonly site: SiteName;
}

const rowsOfPage = 50;
const keptSeconds = 30;

/** `/figures` and the rows behind its numbers. */
export function addFiguresSite(app: HttpApp, { figures, cursors, site }: FiguresSite): void {
  app.get("/figures", async (c) => {
    const moment = figures.moment();
    const history = await figures.history(moment);
    const month = askedMonth(c.req.query("month"), moment, history);
    if (!month.ok) return refusePage(c, month.refusal);
    const asked = c.req.query("region");
    const region = placesOf(moment.policy).find((one) => one.region === asked)?.region ?? null;
    const read = { figures: await figures.month(moment, month.value), history, secondaryYears: figures.secondaryYears };
    const model = figuresModel(read, moment, region);
    return answerPage(c, figuresPages.figures, { model, moment, site, caching: untilTonight(moment, keptSeconds) });
  });
  app.get("/figures/rows", async (c) => {
    const moment = figures.moment();
    const query: RowsQuery = Object.fromEntries(
      Object.entries(c.req.query()).filter(([name, value]) => name === "cursor" || value !== ""),
    );
    const asked = await askedRows(query, moment, { figures, cursors });
    if (!asked.ok) return refusePage(c, asked.refusal);
    const { question } = asked.value;
    const { found, seen } = await readAsked(figures, moment, { question, limit: rowsOfPage, adverseLinks: true });
    const read = { asked: asked.value, items: found.items, next: asked.value.seal(found.next, seen) };
    const model = rowsModel(read, query, moment);
    // Links to adverse records end with their day: such a page is never reused unasked, nor kept by search engines.
    return answerPage(c, figuresPages.rows, { model, moment, site, caching: { kind: "adverse" } });
  });
}
