// The pages that are about nobody: rules, catalogue, guides, the site itself. All of it is GET and changes nothing.
import type { Day } from "../../kernel/day.ts";
import type { Refusal } from "../../kernel/refusal.ts";
import { refusePage } from "../../platform/http/http-app.ts";
import type { HttpApp } from "../../platform/http/http-app.ts";
import type { PolicySnapshot } from "../../policy/snapshot.ts";
import { answerPage, chromeOf, momentOf, siteText, unchanged, untilTonight, writePage } from "../site/index.ts";
import type { Moment, PageContext, Present, PublicPage, SiteName } from "../site/index.ts";
import { admits, providersOf, publicity } from "../visibility/index.ts";
import { guidancePages as pages } from "./pages.ts";
import { mapXml } from "./pages/document.ts";
import { catalogueModel, entryModel } from "./rules/catalogue.ts";
import { datesModel } from "./rules/dates.ts";
import { anchorOf } from "./rules/days.ts";
import { filled } from "./rules/document.ts";
import type { SiteDocument } from "./rules/document.ts";
import { guideIndexModel, guideModel } from "./rules/guide.ts";
import type { Guide } from "./rules/guide.ts";
import { askedDay, rulesModel, sourceModel } from "./rules/law.ts";
import { mapModel } from "./rules/map.ts";
import type { MapModel } from "./rules/map.ts";
import { readDocuments, readGuides } from "./service.ts";
import { text } from "./text.ts";

export interface GuidanceWiring extends Present {
  /** The policy of another day. */
  readonly policyAt: (day: Day) => PolicySnapshot;
  readonly site: SiteName;
  /** Origin of the public address, without a slash at its end. */
  readonly publicUrl: string;
}

interface Guidance extends GuidanceWiring {
  readonly guides: readonly Guide[];
  readonly documents: ReadonlyMap<string, SiteDocument>;
}

const KEPT_SECONDS = 300;

function answer<Model>(
  c: PageContext,
  page: PublicPage<Model>,
  made: { readonly model: Model; readonly moment: Moment; readonly site: SiteName },
): Response {
  return answerPage(c, page, { ...made, caching: untilTonight(made.moment, KEPT_SECONDS) });
}

/** A form that was filled in wrongly, with what was typed. */
function answerFaults<Model>(
  c: PageContext,
  page: PublicPage<Model>,
  made: { readonly model: Model; readonly moment: Moment; readonly site: SiteName },
): Response {
  c.header("cache-control", "no-store");
  return writePage(c, page, { model: made.model, chrome: chromeOf(c, made.site, made), status: 422 });
}

function absent(code: Refusal["code"]): Refusal {
  return { code, kind: "absent" };
}

function addRules(app: HttpApp, guidance: Guidance): void {
  const { site, guides, policyAt } = guidance;
  app.get("/rules", (c) => {
    const moment = momentOf(guidance);
    const { policy, today } = moment;
    const asked = askedDay(c.req.query("day"), policy);
    const rules = asked.day === today ? policy : policyAt(anchorOf(policy, asked.day));
    const model = rulesModel(rules, { asked, today, guides });
    return (asked.problem === null ? answer : answerFaults)(c, pages.rules, { model, moment, site });
  });
  app.get("/rules/sources/:id", (c) => {
    const moment = momentOf(guidance);
    const model = sourceModel(moment.policy, c.req.param("id"), guides);
    if (model === null) return refusePage(c, absent("guidance.unknown-source"));
    return answer(c, pages.source, { model, moment, site });
  });
}

function addCatalogue(app: HttpApp, guidance: Guidance): void {
  const { site } = guidance;
  app.get("/catalogue", (c) => {
    const moment = momentOf(guidance);
    return answer(c, pages.catalogue, { model: catalogueModel(moment.policy), moment, site });
  });
  app.get("/catalogue/:entry", (c) => {
    const moment = momentOf(guidance);
    const model = entryModel(moment.policy, c.req.param("entry"), { isOpen: admits, providersOf });
    if (model === null) return refusePage(c, absent("guidance.unknown-entry"));
    return answer(c, pages.entry, { model, moment, site });
  });
}

function addGuides(app: HttpApp, guidance: Guidance): void {
  const { site, guides } = guidance;
  app.get("/guide", (c) => {
    const moment = momentOf(guidance);
    return answer(c, pages.guides, { model: guideIndexModel(guides, text.guide.when), moment, site });
  });
  app.get("/guide/dates", (c) => {
    const moment = momentOf(guidance);
    const asked = { decided: c.req.query("decided") ?? null, severity: c.req.query("severity") ?? null };
    const model = datesModel(asked, { policy: moment.policy, clock: publicity });
    return (model.faults.length === 0 ? answer : answerFaults)(c, pages.dates, { model, moment, site });
  });
  app.get("/guide/:id", (c) => {
    const moment = momentOf(guidance);
    const guide = guides.find((one) => one.id === c.req.param("id"));
    if (guide === undefined) return refusePage(c, absent("guidance.unknown-guide"));
    const next = [
      { href: "/guide/dates", word: text.guide.dates },
      { href: "/rules", word: text.guide.rules },
      ...(guide.id === "repair" ? text.guide.enquiries : []),
    ];
    return answer(c, pages.guide, { model: guideModel(guide, { policy: moment.policy, guides, next }), moment, site });
  });
}

function addDocuments(app: HttpApp, guidance: Guidance): void {
  const { site } = guidance;
  for (const document of guidance.documents.values()) {
    app.get(`/${document.id}`, (c) => {
      const moment = momentOf(guidance);
      const { entries, providers, regionName } = moment.policy;
      const live = [...entries.values()].filter((entry) => entry.state === "live").length;
      const model = { document: filled(document, { region: regionName, entries: live, providers: providers.size }) };
      return answer(c, pages.document, { model, moment, site });
    });
  }
}

function mapOf(policy: PolicySnapshot, guides: readonly Guide[]): MapModel {
  return mapModel(policy, {
    places: Object.values(siteText.places),
    own: siteText.footer.links,
    guides,
    enquiries: text.guide.enquiries,
    rules: [
      { href: "/rules/lists", word: text.rules.lists },
      { href: "/measures", word: text.rules.measures },
      { href: "/policy/releases", word: text.sitemap.releases },
    ],
    words: { dates: text.dates.title, catalogue: text.catalogue.title, api: text.sitemap.api },
  });
}

function addMap(app: HttpApp, guidance: Guidance): void {
  const { site, guides, publicUrl } = guidance;
  app.get("/sitemap", (c) => {
    const moment = momentOf(guidance);
    return answer(c, pages.map, { model: mapOf(moment.policy, guides), moment, site });
  });
  app.get("/sitemap.xml", (c) => {
    const moment = momentOf(guidance);
    const caching = untilTonight(moment, KEPT_SECONDS);
    const kept = unchanged(c, moment, { parts: ["sitemap", publicUrl], caching });
    if (kept !== null) return kept;
    c.header("content-type", "application/xml; charset=utf-8");
    return c.body(String(mapXml(mapOf(moment.policy, guides), publicUrl)), 200);
  });
}

/** Everything anyone may read without asking about anyone. */
export function addGuidanceRoutes(app: HttpApp, wiring: GuidanceWiring): void {
  const guidance: Guidance = { ...wiring, guides: readGuides(), documents: readDocuments() };
  addRules(app, guidance);
  addCatalogue(app, guidance);
  addGuides(app, guidance);
  addDocuments(app, guidance);
  addMap(app, guidance);
}
