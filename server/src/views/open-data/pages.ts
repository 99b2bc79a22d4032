import type { Day } from "../../kernel/day.ts";
import { chapter, chapterCss, facts, factsCss } from "../../platform/html/chapter.ts";
import { notice, noticeCss } from "../../platform/html/claim.ts";
import { stylesheet } from "../../platform/html/layout.ts";
import { markup, type Html, type Part } from "../../platform/html/markup.ts";
import { grouped, settingCss, shortDay } from "../../platform/html/setting.ts";
import { stackCss, table, tableCss } from "../../platform/html/table.ts";
import type { Chrome } from "../site/index.ts";
import { framed, publicPage, trail } from "../site/index.ts";
import type { Format } from "./rules/columns.ts";
import { pageText as words } from "./text.ts";

/** A data set as a line of the page. */
export interface DatasetLine {
  readonly id: string;
  readonly title: string;
  readonly count: number;
  readonly files: readonly { readonly format: Format; readonly href: string }[];
  readonly schemaHref: string;
  /** Where each provider's own day stands. */
  readonly coverageHref: string;
  readonly completeThrough: Day | null;
  /** YYYY-MM-DD HH:mm; null where there is no record. */
  readonly newestReceipt: string | null;
}

export interface OpenDataModel {
  readonly datasets: readonly DatasetLine[];
  /** YYYY-MM-DD HH:mm: when the records were counted. */
  readonly countedAt: string;
  readonly terms: {
    readonly name: string;
    readonly confirmed: boolean;
    /** Where the full text stands; null where nowhere else. */
    readonly href: string | null;
    readonly lines: readonly string[];
  };
}

const ownCss =
  ".hd{margin:.5rem 0 1.5rem}.hd h1{margin-bottom:.5rem}.ms a{white-space:nowrap}.li li{list-style:decimal;margin-left:1.5em;max-width:44rem}.note+.li,.li+p,.kv+p{margin-top:1rem}@media(min-width:54.1rem){.stack :is(td,th):nth-child(3){text-align:right;padding-right:2.5rem}}";

const openDataCss = stylesheet([settingCss, chapterCss, factsCss, noticeCss, tableCss, stackCss, ownCss]);

/** What can be taken in bulk, under which terms, and what cannot and where it is instead. */
export const openDataPage = publicPage(openDataCss, (model: OpenDataModel, chrome: Chrome): Html =>
  framed(
    {
      title: words.title,
      place: "open-data",
      css: openDataCss,
      body: [
        trail([words.title]),
        markup`<div class="hd"><h1>${words.title}</h1><p>${words.lead}</p></div>`,
        datasetsChapter(model),
        termsChapter(model.terms),
        leftOutChapter(),
        programsChapter(),
      ],
    },
    chrome,
  ),
);

function datasetsChapter({ datasets, countedAt }: OpenDataModel): Html {
  return chapter({
    id: "datasets",
    title: words.datasets,
    aside: [words.countedAt(countedAt), words.moment],
    body: datasets.length === 0 ? markup`<p>${words.none}</p>` : datasetTable(datasets),
  });
}

function datasetTable(datasets: readonly DatasetLine[]): Html {
  const { head } = words;
  return table({
    caption: words.datasets,
    head: [head.dataset, head.files, head.count, head.through, head.received],
    rows: datasets.map((one) => ({
      head: one.title,
      cells: [
        { label: head.files, value: filesOf(one) },
        { label: head.count, value: grouped(one.count) },
        { label: head.through, value: throughOf(one) },
        { label: head.received, value: one.newestReceipt ?? words.noRecord },
      ],
    })),
  });
}

function filesOf({ title, files, schemaHref }: DatasetLine): Html {
  const links = files.map(
    ({ format, href }) =>
      markup`<a href="${href}" download>${words.formats[format]}<span class="skip">${words.ofDataset(title)}</span></a>`,
  );
  return markup`<span class="ms">${links}<a href="${schemaHref}">${words.schema}<span class="skip">${words.ofDataset(title)}</span></a></span>`;
}

function throughOf({ completeThrough, coverageHref }: DatasetLine): Html {
  const day: Part = completeThrough === null ? words.notDeclared : shortDay(completeThrough);
  return markup`<a href="${coverageHref}">${day}</a>`;
}

function termsChapter({ name, confirmed, href, lines }: OpenDataModel["terms"]): Html {
  return chapter({
    id: "terms",
    title: words.terms,
    aside: [name],
    body: [
      !confirmed && notice(markup`<p>${words.unconfirmed}</p>`),
      markup`<ol class="li">${lines.map((line) => markup`<li>${line}</li>`)}</ol>`,
      href !== null && markup`<p><a href="${href}">${words.fullTerms}</a></p>`,
    ],
  });
}

function leftOutChapter(): Html {
  const lines = words.leftOut.lines.map(({ what, why }) => ({ label: what, value: why }));
  return chapter({
    id: "left-out",
    title: words.leftOut.title,
    aside: [words.leftOut.note],
    body: [facts(lines), markup`<p class="meta"><a href="/">${words.leftOut.search}</a></p>`],
  });
}

function programsChapter(): Html {
  const lines = words.programs.lines.map(({ path, says }) => ({
    label: says,
    value: path.includes("{")
      ? markup`<span class="code">${path}</span>`
      : markup`<a class="code" href="${path}">${path}</a>`,
  }));
  return chapter({ id: "programs", title: words.programs.title, aside: [words.programs.note], body: facts(lines) });
}
