import { chapter, chapterCss, facts, factsCss } from "../../../platform/html/chapter.ts";
import { chartCss, chartFills, columnChart, fillKey, sumBar } from "../../../platform/html/chart.ts";
import type { Fill } from "../../../platform/html/chart.ts";
import { form, formCss } from "../../../platform/html/form.ts";
import { stylesheet } from "../../../platform/html/layout.ts";
import { markup, type Html, type Part } from "../../../platform/html/markup.ts";
import { grouped, settingCss } from "../../../platform/html/setting.ts";
import { tableCss } from "../../../platform/html/table.ts";
import type { Chrome } from "../../site/index.ts";
import { framed, trail } from "../../site/index.ts";
import type { FigureLine, Numbers } from "../rules/figures.ts";
import type { RowKind } from "../rules/row-kind.ts";
import { kindWords, pageText as words } from "../text.ts";
import { figuresTable, figuresTableCss } from "./department-table.ts";
import { equation, equationCss } from "./numbers.ts";
import { figuresHref, rowsHref } from "./model.ts";
import type { EntryFigures, FiguresModel } from "./model.ts";

const ownCss =
  ".hd{margin:.5rem 0 1.5rem}.hd h1{margin-bottom:.5rem;word-break:keep-all;overflow-wrap:normal}@media print{.fs{display:none}}.hd form{margin:1rem 0 0}.base{margin-top:.5rem}.key{display:flex;flex-wrap:wrap;gap:0 1.5rem;margin-top:.5rem}.sub{margin:1.5rem 0 .25rem}.fg+.meta,.eq+.fg,.meta+.fg,.key+.fg{margin-top:1rem}";

export const figuresCss = stylesheet([
  settingCss,
  chapterCss,
  factsCss,
  formCss,
  tableCss,
  chartCss,
  equationCss,
  figuresTableCss,
  ownCss,
]);

const fates: readonly RowKind[] = ["accepted", "duplicates", "quarantined", "rejected"];
const fills: Readonly<Record<string, Fill>> = {
  accepted: "solid",
  duplicates: "dots",
  quarantined: "hatch",
  rejected: "empty",
  late: "hatch",
  timely: "empty",
};
const judged: readonly RowKind[] = ["timely", "late", "undated", "uncountable", "correction"];

/** A month of 双公示: what came, what became of it, whether it came in time; and the year behind it. */
export function figuresPage(model: FiguresModel, chrome: Chrome): Html {
  return framed(
    {
      title: words.title,
      css: figuresCss,
      body: [
        chartFills(),
        trail([words.title]),
        heading(model),
        model.entries.map((one) => entryChapter(one, model)),
        regionsChapter(model),
        historyChapter(model),
        rulesChapter(model),
      ],
    },
    chrome,
  );
}

function heading(model: FiguresModel): Html {
  const { month, region } = model;
  const links = [
    { month: model.previous, word: words.others.previous },
    ...(model.next === null ? [] : [{ month: model.next, word: words.others.next }]),
  ].map((one) => markup`<a href="${figuresHref(one.month, region)}">${one.word}</a>`);
  const csv = `/api/v1/figures/dual-publicity?${new URLSearchParams({ month, format: "csv", ...(region === null ? {} : { region }) }).toString()}`;
  const choose = form({
    action: "/figures",
    label: words.form.label,
    button: words.form.button,
    fields: [
      {
        name: "month",
        label: words.form.month,
        value: month,
        problem: null,
        choices: model.months.map((one) => ({ value: one, word: words.monthName(one) })),
      },
      {
        name: "region",
        label: words.form.region,
        value: region ?? "",
        problem: null,
        choices: [
          { value: "", word: words.form.all },
          ...model.places.map((one) => ({ value: one.region, word: one.name })),
        ],
      },
    ],
  });
  return markup`<div class="hd"><h1>${words.title} ${words.monthName(month)}</h1><p>${words.lead}</p><p class="meta">${words.asOf(model.asOf)}${model.running && words.running}</p><p class="ms no">${links}<a href="${csv}">${words.exports} ${words.csv}</a></p>${choose}</div>`;
}

function legend(kinds: readonly RowKind[]): Html {
  const keys = kinds.map((kind) => markup`<span>${fillKey(fills[kind] ?? "empty")}${kindWords[kind]}</span>`);
  return markup`<p class="meta key">${keys}</p>`;
}

const partsOf = (kinds: readonly RowKind[], numbers: Numbers): { fill: Fill; count: number }[] =>
  kinds.map((kind) => ({ fill: fills[kind] ?? "empty", count: numbers[kind] }));

function entryChapter(one: EntryFigures, model: FiguresModel): Html {
  const { month, region } = model;
  const { sum, lines } = one;
  const hrefOf = (kind: RowKind): string => rowsHref({ month, kind, entry: one.entry, region });
  const sent = lines.filter((line) => line.state === "sent" || line.second > 0);
  const table = figuresTable({
    caption: one.title,
    head: words.unit,
    extra: kindWords.missing,
    rows: sent.map((line) => {
      const own = (kind: RowKind): string =>
        rowsHref({ month, kind, entry: one.entry, provider: line.provider, region: null });
      return { head: line.providerName, numbers: line, hrefOf: own, extra: missing(line, own("missing")) };
    }),
    sum: { head: words.sum, numbers: sum, hrefOf, extra: missing(sum, hrefOf("missing")) },
  });
  const kept = words.kept({ withdrawn: grouped(sum.withdrawn), sentBack: grouped(sum.sentBack) });
  const taken: readonly RowKind[] = sum.takenIn > 0 ? ["accepted", "takenIn"] : ["accepted"];
  const sums = markup`${sumBar(partsOf(fates, sum))}${legend(fates)}${equation(fates, { of: sum, whole: ["submitted"], hrefOf })}<h3 class="sub">${words.judged}</h3>${equation(judged, { of: sum, whole: taken, hrefOf })}<p class="meta">${kept}</p>`;
  return chapter({
    id: one.entry,
    title: one.title,
    aside: [words.of({ workingDays: one.termDays }), words.basis(one.article)],
    body: [
      sum.submitted > 0 && sums,
      sent.length > 0 && table,
      quiet(one.lines, "nil", model),
      quiet(one.lines, "none", model),
    ],
  });
}

function missing(numbers: Numbers, href: string): Part {
  if (numbers.second === 0) return markup`<span class="meta">${words.noSecond}</span>`;
  return numbers.missing === 0 ? "0" : markup`<a href="${href}">${grouped(numbers.missing)}</a>`;
}

/** Those that sent nothing, by name; the two reasons for it are never mixed. */
function quiet(lines: readonly FigureLine[], state: "nil" | "none", model: FiguresModel): Part {
  const own = lines.filter((line) => line.state === state);
  if (own.length === 0) return null;
  const names = own.map((line) => line.providerName).join(words.comma);
  const why = words.quietWhy[state];
  return markup`<h3 class="sub">${words.quiet(state, model.running)}</h3><p>${words.units(own.length)}${names}${words.stop}</p><p class="meta">${why}</p>`;
}

function regionsChapter(model: FiguresModel): Html {
  const rows = model.regions.map((one) => ({
    head: markup`<a href="${figuresHref(model.month, one.region)}">${one.name}</a>`,
    numbers: one.sum,
    hrefOf: (kind: RowKind): string => rowsHref({ month: model.month, kind, entry: null, region: one.region }),
    extra: grouped(one.silent),
  }));
  return chapter({
    id: "regions",
    title: words.regions.title,
    aside: [words.regions.note],
    body: figuresTable({
      caption: words.regions.title,
      head: words.place,
      extra: words.regions.silent,
      rows,
      sum: null,
    }),
  });
}

function historyChapter(model: FiguresModel): Html {
  const columns = (kinds: readonly RowKind[]): { label: string; parts: { fill: Fill; count: number }[] }[] =>
    model.history.map(({ month, sum }) => ({ label: words.monthShort(month), parts: partsOf(kinds, sum) }));
  const rows = model.history.map(({ month, sum }) => ({
    head: markup`<a href="${figuresHref(month, null)}">${month}</a>`,
    numbers: sum,
    hrefOf: (kind: RowKind): string => rowsHref({ month, kind, entry: null, region: null }),
    extra: grouped(sum.withdrawn),
  }));
  const late: readonly RowKind[] = ["late", "timely"];
  return chapter({
    id: "history",
    title: words.history.title,
    aside: [words.history.note],
    body: [
      markup`<p>${words.history.fates}</p>`,
      columnChart({ columns: columns(fates), height: 140 }),
      legend(fates),
      markup`<p class="sub">${words.history.late}</p>`,
      columnChart({ columns: columns(late), height: 60, whole: true }),
      legend(late),
      figuresTable({
        caption: words.history.title,
        head: words.history.month,
        extra: kindWords.withdrawn,
        rows,
        sum: null,
      }),
    ],
  });
}

function rulesChapter({ secondaryYears }: FiguresModel): Html {
  const { calendar } = words.rules;
  const secondary = { label: calendar.label, value: calendar.secondary(secondaryYears.join(words.comma)) };
  const items = [
    ...words.rules.items.map(([label, value]) => ({ label, value })),
    ...(secondaryYears.length === 0 ? [] : [secondary]),
  ];
  return chapter({ id: "rules", title: words.rules.title, aside: [], body: facts(items) });
}
