// The public pages: models from the service, HTML from `pages.ts`.
import type { Context } from "hono";
import { getCookie, setCookie } from "hono/cookie";
import type { Refusal } from "../../../kernel/refusal.ts";
import type { Cursors } from "../../../platform/http/cursor.ts";
import { refusePage } from "../../../platform/http/http-app.ts";
import type { HttpApp, HttpEnv } from "../../../platform/http/http-app.ts";
import { statusOf } from "../../../platform/http/problem.ts";
import { publicPages } from "../pages.ts";
import type { PublicPage } from "../pages.ts";
import type { Chrome, ResultsModel, ResultsProblem } from "../pages/model.ts";
import {
  homeModel,
  problemOf,
  refusedResults,
  resultsModel,
  statementModel,
  subjectModel,
  timeOf,
} from "./page-models.ts";
import type { Moment, Publicity } from "../service.ts";
import {
  cachingOf,
  entriesOf,
  unchanged,
  untilTonight,
  versionOfCoverage,
  versionOfRecords,
  versionOfSubject,
} from "./answer.ts";
import type { Version } from "./answer.ts";
import { searchCursor } from "./api.ts";

export interface SiteWiring {
  readonly publicity: Publicity;
  readonly cursors: Cursors;
  readonly site: { readonly name: string };
}

type PageContext = Context<HttpEnv>;

const largeCookie = "large";
const yearSeconds = 365 * 86_400;
const resultsOfPage = 20;

function isLarge(c: PageContext): boolean {
  const asked = c.req.query("large");
  return asked === undefined ? getCookie(c, largeCookie) === "1" : asked === "1";
}

/** Path and query as they were asked, or the path alone where the query must not be repeated. */
function chromeOf(
  c: PageContext,
  site: SiteWiring["site"],
  { moment, bare = false }: { moment: Moment; bare?: boolean },
): Chrome {
  const { now, today, policy } = moment;
  const url = new URL(c.req.url);
  return {
    siteName: site.name,
    regionName: policy.regionName,
    official: policy.official,
    today,
    generatedAt: timeOf(now),
    policyVersion: `${policy.region} / ${policy.hash.slice(0, 12)}`,
    large: isLarge(c),
    path: bare ? url.pathname : `${url.pathname}${url.search}`,
  };
}

function write<Model>(
  c: PageContext,
  page: PublicPage<Model>,
  made: { readonly model: Model; readonly chrome: Chrome; readonly status?: 200 | 422 },
): Response {
  c.header("content-security-policy", page.contentSecurityPolicy);
  c.header("content-type", "text/html; charset=utf-8");
  // As bytes: the server would measure and encode a text of this size twice.
  return c.body(Buffer.from(String(page.render(made.model, made.chrome))), made.status ?? 200);
}

/** 304 for a page. Its foot names the minute, so the version is of the matter. */
function keptPage(c: PageContext, moment: Moment, { parts, caching }: Version): Response | null {
  c.header("vary", "Cookie");
  return unchanged(c, moment, { caching, weak: true, parts: ["page", isLarge(c), c.req.url, ...parts] });
}

function addHome(app: HttpApp, { publicity, site }: SiteWiring): void {
  app.get("/", async (c) => {
    const moment = publicity.moment();
    const model = homeModel(await publicity.figures(moment), moment);
    const kept = keptPage(c, moment, { parts: [JSON.stringify(model)], caching: untilTonight(moment, 10) });
    return kept ?? write(c, publicPages.home, { model, chrome: chromeOf(c, site, { moment }) });
  });
}

function refusedSearch(
  c: PageContext,
  wiring: SiteWiring,
  asked: { moment: Moment; query: string; refusal: Refusal },
): Response | Promise<Response> {
  const problem: ResultsProblem | null = problemOf(asked.refusal.code);
  if (problem === null) return refusePage(c, asked.refusal);
  const personal = problem === "looks-personal";
  const chrome = chromeOf(c, wiring.site, { moment: asked.moment, bare: personal });
  c.header("cache-control", "no-store");
  const status = problem === "empty" ? 200 : statusOf(asked.refusal.kind) === 422 ? 422 : 200;
  return write(c, publicPages.results, { model: refusedResults(personal ? "" : asked.query, problem), chrome, status });
}

function addResults(app: HttpApp, wiring: SiteWiring): void {
  const { publicity, cursors, site } = wiring;
  app.get("/subjects", async (c) => {
    const moment = publicity.moment();
    const query = c.req.query("q") ?? "";
    const places = searchCursor(cursors, query);
    const after = places.open(c.req.query("cursor"));
    c.header("x-robots-tag", "noindex");
    if (!after.ok) return refusePage(c, after.refusal);
    const found = await publicity.search(moment, { text: query, limit: resultsOfPage, after: after.value });
    if (!found.ok) return refusedSearch(c, wiring, { moment, query, refusal: found.refusal });
    const next = places.seal(found.value.next);
    const nextHref = next === null ? null : `/subjects?${new URLSearchParams({ q: query, cursor: next }).toString()}`;
    const model: ResultsModel = resultsModel(query, found.value, nextHref);
    const kept = keptPage(c, moment, { parts: [JSON.stringify(model)], caching: { kind: "revalidated" } });
    return kept ?? write(c, publicPages.results, { model, chrome: chromeOf(c, site, { moment }) });
  });
}

function addSubject(app: HttpApp, { publicity, site }: SiteWiring): void {
  app.get("/subjects/:uscc", async (c) => {
    const moment = publicity.moment();
    const read = await publicity.subject(moment, c.req.param("uscc"));
    if (!read.ok) return refusePage(c, read.refusal);
    const { code, subject, records, coverage } = read.value;
    const parts = [...versionOfSubject(subject), versionOfCoverage(coverage), ...versionOfRecords(records)];
    const kept = keptPage(c, moment, { parts, caching: cachingOf(subject, entriesOf(records)) });
    if (kept !== null) return kept;
    const chrome = chromeOf(c, site, { moment });
    if (subject !== null)
      return write(c, publicPages.subject, { model: subjectModel({ subject, records, coverage }, moment), chrome });
    const nothing = { items: [], more: false, wrongCheckDigit: false, coverage };
    return write(c, publicPages.results, { model: resultsModel(code, nothing, null), chrome });
  });
}

function addStatement(app: HttpApp, { publicity, site }: SiteWiring): void {
  app.get("/subjects/:uscc/records/:id", async (c) => {
    const moment = publicity.moment();
    const read = await publicity.record(moment, { code: c.req.param("uscc"), id: c.req.param("id") });
    if (!read.ok) return refusePage(c, read.refusal);
    const { subject, record } = read.value;
    const parts = [...versionOfSubject(subject), ...versionOfRecords([record])];
    const kept = keptPage(c, moment, { parts, caching: cachingOf(subject, [record.entry]) });
    return (
      kept ??
      write(c, publicPages.statement, {
        model: statementModel(read.value, moment),
        chrome: chromeOf(c, site, { moment }),
      })
    );
  });
}

/** Large or usual type, kept in a cookie; then back to a path of this site and to nowhere else. */
function addTypeSize(app: HttpApp): void {
  app.get("/type-size", (c) => {
    const large = c.req.query("size") === "large";
    setCookie(c, largeCookie, large ? "1" : "0", { path: "/", maxAge: yearSeconds, httpOnly: true, sameSite: "Lax" });
    c.header("cache-control", "no-store");
    return c.redirect(ownPath(c.req.query("back")), 303);
  });
}

/** Another site could stand behind two slashes, a backslash or a control character that browsers leave out. */
function ownPath(back: string | undefined): string {
  return back !== undefined && back.length <= 2048 && /^\/(?![/\\])[\x21-\x5b\x5d-\x7e]*$/.test(back) ? back : "/";
}

/** The public site, without script. */
export function addPublicSite(app: HttpApp, wiring: SiteWiring): void {
  addHome(app, wiring);
  addTypeSize(app);
  addResults(app, wiring);
  addSubject(app, wiring);
  addStatement(app, wiring);
}
