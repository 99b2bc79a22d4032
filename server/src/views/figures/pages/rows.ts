import { stylesheet } from "../../../platform/html/layout.ts";
import { markup, type Html, type Part } from "../../../platform/html/markup.ts";
import { pager, pagerCss } from "../../../platform/html/pager.ts";
import { settingCss, shortDay } from "../../../platform/html/setting.ts";
import { stackCss, table, tableCss } from "../../../platform/html/table.ts";
import type { Chrome } from "../../site/index.ts";
import { framed, trail } from "../../site/index.ts";
import { kindWords, pageText } from "../text.ts";
import type { ListedRow, RowsModel } from "./model.ts";

const words = pageText.rows;

const ownCss =
  ".hd{margin:.5rem 0 1.5rem}.hd h1{margin-bottom:.5rem}.mk2{display:block}thead th{white-space:nowrap}td{overflow-wrap:normal}";

export const rowsCss = stylesheet([settingCss, tableCss, stackCss, pagerCss, ownCss]);

/** The rows behind one number: where they stand and when they came, never whom they are about. */
export function rowsPage(model: RowsModel, chrome: Chrome): Html {
  const caption = words.caption({ month: pageText.monthName(model.month), kind: kindWords[model.kind] });
  const narrowed = model.narrowed.map((one) => markup`<span>${one}</span>`);
  const back = markup`<a href="${model.backHref}">${pageText.title}</a>`;
  const matter =
    model.rows.length === 0
      ? markup`<p>${words.none}</p>`
      : [list(model, caption), pager({ label: words.pages, next: words.next, href: model.nextHref })];
  return framed(
    {
      title: words.title,
      css: rowsCss,
      body: [
        trail([back, words.title]),
        markup`<div class="hd"><h1>${caption}</h1><p class="ms">${narrowed}</p><p class="meta">${words.note}</p></div>`,
        matter,
      ],
    },
    chrome,
  );
}

function list(model: RowsModel, caption: string): Html {
  return table({
    caption,
    head: [
      words.batch,
      words.row,
      words.unit,
      words.entry,
      words.decided,
      words.received,
      words.worked,
      words.verdict,
      words.record,
    ],
    rows: model.rows.map((row) => ({ head: markup`<span class="code">${row.batch}</span>`, cells: cells(row) })),
  });
}

function cells(row: ListedRow): { label: string; value: Part }[] {
  const marks = row.marks.map((mark) => markup`<span class="meta mk2">${mark}</span>`);
  const record = row.href !== null && markup`<a href="${row.href}">${words.open}</a>`;
  return [
    { label: words.row, value: String(row.row) },
    { label: words.unit, value: row.unit },
    { label: words.entry, value: markup`<span class="n">${row.entry}</span>` },
    { label: words.decided, value: row.decidedOn === null ? words.nothing : shortDay(row.decidedOn) },
    { label: words.received, value: whole(row.receivedAt) },
    { label: words.worked, value: row.workingDays ?? words.nothing },
    { label: words.verdict, value: markup`<span class="n">${row.verdict}</span>${marks}` },
    { label: words.record, value: row.href === null ? words.nothing : record },
  ];
}

/** A moment breaks between its day and its time only. */
function whole(moment: string): Part {
  return moment.split(" ").map((part, at) => markup`${at > 0 && " "}<span class="n">${part}</span>`);
}
