// The public pages: models from the service, HTML from `pages.ts`.
import type { Refusal } from "../../../kernel/refusal.ts";
import type { Cursors } from "../../../platform/http/cursor.ts";
import { refusePage } from "../../../platform/http/http-app.ts";
import type { HttpApp } from "../../../platform/http/http-app.ts";
import { statusOf } from "../../../platform/http/problem.ts";
import { answerHeld, answerPage, answerVersion, chromeOf, untilTonight, writePage } from "../../site/index.ts";
import type { Moment, PageContext, PublicPage, SiteName, Version } from "../../site/index.ts";
import { publicPages } from "../pages.ts";
import type { ResultsModel, ResultsProblem, SubjectModel } from "../pages/model.ts";
import { homeModel, problemOf, refusedResults, resultsModel, statementModel, subjectModel } from "./page-models.ts";
import type { Publicity, ShownSubject } from "../service.ts";
import { cachingOf, entriesOf, versionOfCoverage, versionOfRows, versionOfShown, versionOfSubject } from "./answer.ts";
import { searchCursor } from "./api.ts";

export interface SiteWiring {
  readonly publicity: Publicity;
  readonly cursors: Cursors;
  readonly site: SiteName;
}

const resultsOfPage = 20;

function addHome(app: HttpApp, { publicity, site }: SiteWiring): void {
  app.get("/", async (c) => {
    const moment = publicity.moment();
    const [figures, coverage] = await Promise.all([publicity.figures(moment), publicity.coverage(moment)]);
    const model = homeModel(figures, coverage, moment);
    return answerPage(c, publicPages.home, { model, moment, site, caching: untilTonight(moment, 10) });
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
  return writePage(c, publicPages.results, {
    model: refusedResults(personal ? "" : asked.query, problem),
    chrome,
    status,
  });
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
    return answerPage(c, publicPages.results, { model, moment, site, caching: { kind: "revalidated" } });
  });
}

function addSubject(app: HttpApp, { publicity, site }: SiteWiring): void {
  app.get("/subjects/:uscc", async (c) => {
    const moment = publicity.moment();
    const page = { moment, site };
    const versionFor = ({ subject, coverage, shown }: ShownSubject): Version => ({
      parts: [...versionOfSubject(subject), versionOfCoverage(coverage), ...versionOfShown(shown)],
      caching: cachingOf(subject, entriesOf(shown, moment.policy)),
    });
    const pageOf = ({ subject }: ShownSubject): PublicPage<SubjectModel> | PublicPage<ResultsModel> =>
      subject === null ? publicPages.results : publicPages.subject;
    const read = await publicity.subject(moment, c.req.param("uscc"), (shown) =>
      answerHeld(c, pageOf(shown), { version: versionFor(shown), ...page }),
    );
    if (!read.ok) return refusePage(c, read.refusal);
    if (read.value.held !== null) return read.value.held;
    const { view } = read.value;
    const { code, subject, records, coverage } = view;
    const version = versionFor(view);
    if (subject !== null) {
      const model = subjectModel({ subject, records, coverage }, moment);
      return answerVersion(c, publicPages.subject, { version, model, ...page });
    }
    const nothing = { items: [], more: false, wrongCheckDigit: false, coverage };
    return answerVersion(c, publicPages.results, { version, model: resultsModel(code, nothing, null), ...page });
  });
}

function addStatement(app: HttpApp, { publicity, site }: SiteWiring): void {
  app.get("/subjects/:uscc/records/:id", async (c) => {
    const moment = publicity.moment();
    const read = await publicity.record(moment, { code: c.req.param("uscc"), id: c.req.param("id") });
    if (!read.ok) return refusePage(c, read.refusal);
    const { subject, record } = read.value;
    const parts = [...versionOfSubject(subject), ...versionOfRows([record.row])];
    const asked = { version: { parts, caching: cachingOf(subject, [record.entry]) }, moment, site };
    const held = answerHeld(c, publicPages.statement, asked);
    return held ?? answerVersion(c, publicPages.statement, { ...asked, model: statementModel(read.value, moment) });
  });
}

/** The public site, without script. */
export function addPublicSite(app: HttpApp, wiring: SiteWiring): void {
  addHome(app, wiring);
  addResults(app, wiring);
  addSubject(app, wiring);
  addStatement(app, wiring);
}
