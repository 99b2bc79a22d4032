// The public lists: an index of entries, and each entry's shown records.
import { parseDay } from "../../../kernel/day.ts";
import { granted } from "../../../kernel/refusal.ts";
import type { Outcome } from "../../../kernel/refusal.ts";
import type { Cursors } from "../../../platform/http/cursor.ts";
import { refusePage } from "../../../platform/http/http-app.ts";
import type { HttpApp } from "../../../platform/http/http-app.ts";
import type { Caching } from "../../../platform/http/cache.ts";
import type { CatalogueEntry } from "../../../policy/catalogue-entry.ts";
import type { PolicySnapshot } from "../../../policy/snapshot.ts";
import { scopeOf } from "../../coverage/index.ts";
import { answerPage, kindNames, timeOf, untilTonight } from "../../site/index.ts";
import type { Moment, PageContext, SiteName } from "../../site/index.ts";
import { providersOf } from "../../visibility/index.ts";
import { publicPages } from "../pages.ts";
import type { ListModel, ListRow, ListsModel } from "../pages/model.ts";
import { adverseRowsMax, emptyForm, listedKinds, regionsOf } from "../rules/browse.ts";
import type { BrowseForm, BrowsePlace } from "../rules/browse.ts";
import { readRecordId } from "../rules/code.ts";
import type { Figures, Publicity } from "../service.ts";
import type { BrowseAnswer, ListedRecord } from "../service/browse.ts";
import { titleOf, validUntilOf } from "../service/record.ts";
import { chapterEntries, listHref } from "./chapters.ts";
import { subjectHref } from "./page-models.ts";

interface ListsWiring {
  readonly publicity: Publicity;
  readonly cursors: Cursors;
  readonly site: SiteName;
}

function listsModel(figures: Figures, policy: PolicySnapshot): ListsModel {
  const counts = new Map(figures.shown.map(({ entry, count }) => [entry, count]));
  const ruleOf = (entry: CatalogueEntry): ListsModel["entries"][number]["rule"] =>
    policy.publicity.rules.find((rule) => rule.id === entry.publicityRule)?.kind ?? null;
  const entries = chapterEntries(policy).map((entry) => ({
    title: entry.zh,
    href: listHref(entry.id),
    count: counts.get(entry.id) ?? 0,
    rule: ruleOf(entry),
  }));
  return { asOf: timeOf(figures.at).slice(11), entries };
}

function formOf(c: PageContext): BrowseForm {
  const read = (name: keyof BrowseForm): string => c.req.query(name) ?? "";
  return {
    from: read("from"),
    until: read("until"),
    region: read("region"),
    authority: read("authority"),
    kind: read("kind"),
  };
}

/** What narrows the list, as its address and as the name of its cursors. */
function queryOf(form: BrowseForm): URLSearchParams {
  return new URLSearchParams(Object.entries({ ...emptyForm, ...form }).filter(([, value]) => value !== ""));
}

function listCursor(cursors: Cursors, entry: string, form: BrowseForm) {
  const list = `list ${entry} ${queryOf(form).toString()}`;
  return {
    open: (cursor: string | undefined): Outcome<BrowsePlace | null> => {
      if (cursor === undefined) return granted(null);
      const opened = cursors.decode(list, cursor);
      return opened.ok ? granted(readPlace(opened.value)) : opened;
    },
    seal: ({ day, id, before }: BrowsePlace): string => cursors.encode(list, [day, id.toString("base64url"), before]),
  };
}

function readPlace(value: unknown): BrowsePlace | null {
  if (!Array.isArray(value)) return null;
  const [day, text, before] = value as readonly unknown[];
  if (typeof day !== "string" || typeof text !== "string" || typeof before !== "number") return null;
  const id = readRecordId(text);
  return id === null || parseDay(day) === undefined ? null : { day, id, before };
}

function listModel(
  answer: BrowseAnswer,
  form: BrowseForm,
  made: { moment: Moment; nextHref: string | null },
): ListModel {
  const { entry, read, records, capped, coverage } = answer;
  const { policy } = made.moment;
  return {
    title: entry.zh,
    action: listHref(entry.id),
    adverse: entry.adverse,
    form,
    faults: read.faults,
    regions: regionsOf(providersOf(entry, policy)).map((code) => ({ value: code, word: regionWord(code, policy) })),
    kinds: listedKinds(entry).map((kind) => ({ value: kind, word: kindNames[kind] })),
    rows: records.map((one) => listRow(one, policy)),
    nextHref: made.nextHref,
    capped: capped ? adverseRowsMax : null,
    coverageHref: `/coverage#${encodeURIComponent(entry.id)}`,
    scope: scopeOf(coverage),
  };
}

function regionWord(code: string, policy: PolicySnapshot): string {
  if (code === policy.region) return policy.regionName;
  return policy.districts.get(code) ?? code;
}

function listRow({ record, name }: ListedRecord, policy: PolicySnapshot): ListRow {
  const { row, entry, providerName } = record;
  const subject = subjectHref(row.subject);
  return {
    href: `${subject}/records/${record.id}`,
    title: titleOf(record),
    documentNo: row.documentNo,
    party: { name: name ?? row.subject, href: subject },
    authority: row.authority ?? providerName,
    decidedOn: row.decidedOn,
    marks: row.marks,
    until: entry.adverse ? row.shownUntil : validUntilOf(record, policy),
  };
}

/** A list is what it was at the moment: always revalidated, and out of search engines where it tells anything adverse. */
function cachingOf(entry: CatalogueEntry): Caching {
  return { kind: entry.adverse ? "adverse" : "revalidated" };
}

export function addPublicLists(app: HttpApp, { publicity, cursors, site }: ListsWiring): void {
  app.get("/lists", async (c) => {
    const moment = publicity.moment();
    const model = listsModel(await publicity.figures(moment), moment.policy);
    return answerPage(c, publicPages.lists, { model, moment, site, caching: untilTonight(moment, 10) });
  });
  app.get("/lists/:entry", async (c) => {
    const moment = publicity.moment();
    const form = formOf(c);
    const entry = c.req.param("entry");
    const places = listCursor(cursors, entry, form);
    const after = places.open(c.req.query("cursor"));
    if (!after.ok) return refusePage(c, after.refusal);
    const answer = await publicity.browse(moment, { entry, form, after: after.value });
    if (!answer.ok) return refusePage(c, answer.refusal);
    const { next } = answer.value;
    const query = queryOf(form);
    if (next !== null) query.set("cursor", places.seal(next));
    const nextHref = next === null ? null : `${listHref(entry)}?${query.toString()}`;
    const model = listModel(answer.value, form, { moment, nextHref });
    const caching = cachingOf(answer.value.entry);
    return answerPage(c, publicPages.list, { model, moment, site, caching });
  });
}
