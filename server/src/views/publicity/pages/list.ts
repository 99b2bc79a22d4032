import { chapter, chapterCss } from "../../../platform/html/chapter.ts";
import { claimCss, notice, noticeCss } from "../../../platform/html/claim.ts";
import { form, formCss, type FieldOptions } from "../../../platform/html/form.ts";
import { iconCss } from "../../../platform/html/icon.ts";
import { stylesheet } from "../../../platform/html/layout.ts";
import { markup, type Html, type Part } from "../../../platform/html/markup.ts";
import { pager, pagerCss } from "../../../platform/html/pager.ts";
import { grouped, settingCss, shortDay } from "../../../platform/html/setting.ts";
import { statusMark, statusMarkCss } from "../../../platform/html/status-mark.ts";
import { stackCss, table, tableCss } from "../../../platform/html/table.ts";
import { absenceClaims } from "../../coverage/index.ts";
import { framed, subjectName, trail } from "../../site/index.ts";
import type { Chrome } from "../../site/index.ts";
import { markWords } from "../../visibility/index.ts";
import type { BrowseFault } from "../rules/browse.ts";
import { text } from "../text.ts";
import type { ListModel, ListRow, ListsModel } from "./model.ts";

const words = text.lists;

const ownCss =
  ".num{text-align:right;white-space:nowrap}.hd{margin:.5rem 0 2.5rem}.hd h1{margin-bottom:.5rem}.ls th[scope=row]{min-width:8em}.rows th{font-weight:400;white-space:nowrap}.rows td:nth-child(2){min-width:12rem}.rows td:nth-child(3){min-width:8rem}.sec .note{margin-top:1.5rem}@media print{#filter{display:none}}";

const common = [settingCss, iconCss, statusMarkCss, chapterCss, tableCss, stackCss, noticeCss, ownCss];
export const listsCss = stylesheet(common);
export const listCss = stylesheet([...common, claimCss, formCss, pagerCss]);

/** Every entry that is shown, with its count and how long it stays. */
export function listsPage(model: ListsModel, chrome: Chrome): Html {
  const rows = model.entries.map(
    (one) =>
      markup`<tr><th scope="row"><a href="${one.href}">${one.title}</a></th><td class="num">${grouped(one.count)}</td><td class="meta">${one.rule !== null && words.rules[one.rule]}</td></tr>`,
  );
  const head = markup`<tr><th scope="col">${words.entry}</th><th scope="col" class="num">${words.count}</th><th scope="col">${words.rule}</th></tr>`;
  const matter = markup`<table class="ls"><caption class="skip">${words.title}</caption><thead>${head}</thead><tbody>${rows}</tbody></table>`;
  return framed(
    {
      title: words.title,
      css: listsCss,
      place: "lists",
      body: [
        trail([words.title]),
        markup`<div class="hd"><h1>${words.title}</h1><p>${words.intro}</p></div>`,
        chapter({
          id: "entries",
          title: words.entry,
          aside: [words.asOf(model.asOf)],
          body: model.entries.length === 0 ? markup`<p>${words.empty}</p>` : matter,
        }),
      ],
    },
    chrome,
  );
}

/** One entry: what narrows it, and its rows, newest first. */
export function listPage(model: ListModel, chrome: Chrome): Html {
  return framed(
    {
      title: model.title,
      css: listCss,
      place: "lists",
      body: [
        trail([markup`<a href="/lists">${words.title}</a>`, model.title]),
        markup`<div class="hd"><h1>${model.title}</h1></div>`,
        chapter({ id: "filter", title: words.filter, aside: [], body: filterForm(model) }),
        model.faults.length === 0 && rowsChapter(model),
      ],
    },
    chrome,
  );
}

function filterForm(model: ListModel): Html {
  const { form: typed } = model;
  const all = { value: "", word: words.any };
  const fields: FieldOptions[] = [
    { name: "from", label: words.from, value: typed.from, hint: words.dayHint, problem: fault(model, "from", "order") },
    { name: "until", label: words.until, value: typed.until, hint: words.dayHint, problem: fault(model, "until") },
    {
      name: "region",
      label: words.region,
      value: typed.region,
      problem: fault(model, "region"),
      choices: [all, ...model.regions],
    },
    { name: "authority", label: words.authority, value: typed.authority, problem: fault(model, "authority") },
    {
      name: "kind",
      label: words.kind,
      value: typed.kind,
      problem: fault(model, "kind"),
      choices: [all, ...model.kinds],
    },
  ];
  const narrowed = Object.values(typed).some((value) => value !== "");
  return markup`${form({ action: model.action, label: words.filter, fields, button: words.button })}${narrowed && markup`<p><a href="${model.action}">${words.clear}</a></p>`}`;
}

function fault(model: ListModel, ...kinds: readonly BrowseFault[]): Part {
  const found = kinds.filter((kind) => model.faults.includes(kind));
  return found.length === 0 ? null : found.map((kind) => words.faults[kind]);
}

function rowsChapter(model: ListModel): Html {
  const { rows, capped } = model;
  const claims = absenceClaims({ title: model.title, besides: 0, says: words.none, link: null }, model.scope);
  return chapter({
    id: "rows",
    title: words.rows,
    aside: [
      ...(rows.length === 0 ? [] : [words.listed(rows.length)]),
      words.individual,
      markup`<a href="${model.coverageHref}">${words.coverage}</a>`,
    ],
    body: [
      rows.length > 0 ? listTable(model) : claims,
      capped !== null && notice(markup`<p>${words.capped(capped)}</p>`),
      pager({ label: words.pages, next: words.next, href: model.nextHref }),
    ],
  });
}

function listTable(model: ListModel): Html {
  const end = model.adverse ? words.shownUntil : words.validUntil;
  return markup`<div class="rows">${table({
    caption: words.rows,
    head: [words.decided, words.party, words.content, words.authorityHead, end],
    rows: model.rows.map((row) => ({
      head: row.decidedOn === null ? words.noDay : shortDay(row.decidedOn),
      cells: [
        { label: words.party, value: markup`<a href="${row.party.href}">${subjectName(row.party.name)}</a>` },
        { label: words.content, value: contentOf(row) },
        { label: words.authorityHead, value: row.authority },
        {
          label: end,
          value: row.until === null ? (model.adverse ? words.untilEnded : words.longTerm) : shortDay(row.until),
        },
      ],
    })),
  })}</div>`;
}

function contentOf(row: ListRow): Html {
  return markup`<a href="${row.href}">${row.title}</a>${row.documentNo !== null && row.documentNo !== row.title && markup`<br><span class="meta">${row.documentNo}</span>`}${row.marks.map((kind) => markup`<br>${statusMark({ shape: "half", word: markWords[kind].name, tone: "zhe" })}`)}`;
}
