import { beamCss } from "../../../platform/html/beam.ts";
import { chapter, chapterCss, facts, factsCss } from "../../../platform/html/chapter.ts";
import { claimCss, notice, noticeCss } from "../../../platform/html/claim.ts";
import { iconCss } from "../../../platform/html/icon.ts";
import { stylesheet } from "../../../platform/html/layout.ts";
import { markup, type Html, type Part } from "../../../platform/html/markup.ts";
import { groupedCode, settingCss, shortDay } from "../../../platform/html/setting.ts";
import { statusMarkCss } from "../../../platform/html/status-mark.ts";
import { stackCss, table, tableCss } from "../../../platform/html/table.ts";
import { threadCss } from "../../../platform/html/thread.ts";
import { absenceClaims, coverageTable, coverageWords } from "../../coverage/index.ts";
import type { Chrome } from "../../site/index.ts";
import { framed, siteText, subjectName, trail } from "../../site/index.ts";
import { text } from "../text.ts";
import type { Chapter, RecordRow, SubjectModel } from "./model.ts";
import { provisionalMark } from "./provisional.ts";
import { beamRecord, labelled, markNotes, plainRecord, recordCss, recordMarks } from "./record.ts";

const words = text.subject;

const ownCss =
  ".law{margin-top:1rem}.id{display:grid;gap:1rem 2.5rem;margin:.5rem 0 1.5rem}.of{display:flex;flex-wrap:wrap;gap:0 .75rem;align-items:baseline;margin-top:.25rem}.of .code{font-size:1.1875rem}.id .kv>div{grid-template-columns:5em minmax(0,1fr);padding:.125rem 0;border:0;font-size:.875rem}.toc ul{border-top:1px solid var(--ink);gap:0}.toc li{flex:1 1 9rem;padding:.5rem 1rem .5rem 0;line-height:1.5}.toc b{display:block}.toc a{flex:none;padding:0;color:var(--qing);text-decoration:underline}.toc+.sec{margin-top:.5rem}.id+.note{margin:0 0 1.5rem}@media(min-width:62rem){html:not(.big) .id{grid-template-columns:minmax(0,1fr) 27rem}}@media(max-width:40rem){.toc ul{display:block}.toc li{display:flex;justify-content:space-between;gap:0 1rem;padding:.25rem 0}.toc b{text-align:right}}";

export const subjectCss = stylesheet([
  settingCss,
  iconCss,
  statusMarkCss,
  chapterCss,
  factsCss,
  tableCss,
  stackCss,
  beamCss,
  recordCss,
  claimCss,
  noticeCss,
  threadCss,
  ownCss,
]);

/** One subject: identity, index with counts, the chapters in their fixed order, and how far the looking went. */
export function subjectPage(model: SubjectModel, chrome: Chrome): Html {
  return framed(
    {
      title: model.name,
      css: subjectCss,
      body: [
        trail([model.kind]),
        identity(model),
        model.provisional && notice(markup`<p>${provisionalMark()}</p><p class="meta">${words.provisionalWhy}</p>`),
        index(model),
        model.chapters.map((one) => recordsChapter(one, chrome)),
        coverageChapter(model, chrome),
      ],
    },
    chrome,
  );
}

function identity(model: SubjectModel): Html {
  const former = model.formerNames.map((one) => ({
    label: words.formerNames,
    value: markup`${subjectName(one.name)}${one.until !== null && markup` <span class="n meta">${words.until(one.until)}</span>`}`,
  }));
  return markup`<div class="id"><div><h1>${subjectName(model.name)}</h1><p class="of"><span class="meta">${words.code}</span> ${groupedCode(model.uscc)}</p></div>${facts([{ label: words.kind, value: model.kind }, ...model.facts, ...former])}</div>`;
}

function index(model: SubjectModel): Html {
  const items = model.chapters.map(
    (one) => markup`<li><a href="#${one.id}">${one.title}</a><b>${indexWords(one)}</b></li>`,
  );
  return markup`<nav class="toc" aria-label="${words.contents}"><ul>${items}</ul></nav>`;
}

/** What could not be looked up comes before any number. */
function indexWords(one: Chapter): Part {
  const blind = one.scope.completeThrough === null || one.scope.providers === 0;
  const unchecked = one.scope.unchecked.length;
  const count = one.records.length;
  const parts: Part[] = [];
  if (unchecked > 0) parts.push(markup`<span class="mo">${words.uncheckedCount(unchecked)}</span>`);
  else if (blind) parts.push(markup`<span class="mo">${coverageWords.absence.unchecked}</span>`);
  if (count > 0)
    parts.push(markup`<span class="n">${one.more === true ? words.atLeast(count) : words.records(count)}</span>`);
  if (parts.length === 0) return coverageWords.absence.found;
  return parts.map((part, at) => (at === 0 ? part : markup`${siteText.clause}${part}`));
}

function recordsChapter(one: Chapter, chrome: Chrome): Html {
  const common = commonBasis(one.records);
  const count = one.records.length;
  const claims = absenceClaims(
    { title: one.title, besides: count, says: coverageWords.absence.shown(one.title), link: "#coverage" },
    one.scope,
  );
  return chapter({
    id: one.id,
    title: one.title,
    aside: [...countWords(one), ...(common === null ? [] : [labelled(text.record.basis, common)])],
    body: [recordsOf(one, { chrome, basis: common === null }), claims],
  });
}

/** The article all records share; then it stands once in the margin instead of on every row. */
function commonBasis(records: readonly RecordRow[]): string | null {
  const [first] = records;
  if (first === undefined) return null;
  return records.every((record) => record.article === first.article) ? first.article : null;
}

function countWords(one: Chapter): readonly string[] {
  const count = one.records.length;
  if (count === 0) return [];
  if (one.more === true) return [words.listed(count)];
  if (one.layout === "beam") return [words.shownNote(count)];
  const valid = one.records.filter((record) => record.state === "valid").length;
  const line =
    valid === count ? words.records(count) : `${words.records(count)}${siteText.clause}${words.validOf(valid)}`;
  return one.layout === "table" ? [line, text.table.providerNote] : [line];
}

function recordsOf(one: Chapter, context: { readonly chrome: Chrome; readonly basis: boolean }): Part {
  if (one.records.length === 0) return null;
  const { basis, chrome } = context;
  if (one.layout === "table") return recordTable(one, basis);
  if (one.layout === "plain") return one.records.map((record) => plainRecord(record, { basis }));
  return one.records.map((record) => beamRecord(record, { today: chrome.today, basis }));
}

function recordTable(one: Chapter, basis: boolean): Html {
  const head = text.table;
  return table({
    caption: one.title,
    head: [head.content, head.authority, head.decidedOn, head.validUntil, head.state],
    rows: one.records.map((record) => ({
      head: tableHead(record, basis),
      cells: [
        { label: head.authority, value: authorCell(record) },
        { label: head.decidedOn, value: record.decidedOn === null ? text.notProvided : shortDay(record.decidedOn) },
        { label: head.validUntil, value: record.validUntil === null ? head.longTerm : shortDay(record.validUntil) },
        { value: [recordMarks(record).map((mark) => markup`<div>${mark}</div>`), markNotes(record)] },
      ],
    })),
  });
}

function tableHead(record: RecordRow, basis: boolean): Html {
  const small = [
    ...(record.documentNo === null ? [] : [record.documentNo]),
    ...record.summary.map((line) => labelled(line.label, line.value)),
    ...(basis && record.article !== null ? [labelled(text.record.basis, record.article)] : []),
    ...(record.missing.length > 0 ? [labelled(text.record.missing, record.missing.join(siteText.comma))] : []),
  ];
  return markup`<a href="${record.href}">${record.title}</a>${small.map((line) => markup`<div class="meta">${line}</div>`)}`;
}

function authorCell(record: RecordRow): Part {
  if (record.authority === record.provider) return record.authority;
  return markup`${record.authority}<div class="meta">${labelled(text.record.provider, record.provider)}</div>`;
}

function coverageChapter(model: SubjectModel, chrome: Chrome): Html {
  return chapter({
    id: "coverage",
    title: words.coverage,
    aside: [words.coverageNote],
    body: [coverageTable(model.coverage, chrome.today), markup`<p class="meta law">${words.byLaw}</p>`],
  });
}
