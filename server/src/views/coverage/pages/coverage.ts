import { chapter, chapterCss, facts, factsCss } from "../../../platform/html/chapter.ts";
import { form, formCss } from "../../../platform/html/form.ts";
import { iconCss } from "../../../platform/html/icon.ts";
import { stylesheet } from "../../../platform/html/layout.ts";
import { markup, type Html, type Part } from "../../../platform/html/markup.ts";
import { grouped, settingCss } from "../../../platform/html/setting.ts";
import { statusMark, statusMarkCss } from "../../../platform/html/status-mark.ts";
import { tableCss } from "../../../platform/html/table.ts";
import { threadCss, threadTable } from "../../../platform/html/thread.ts";
import type { Chrome } from "../../site/index.ts";
import { framed, siteText, timeOf, trail } from "../../site/index.ts";
import { coverageStates } from "../rules.ts";
import type { CoverageState } from "../rules.ts";
import type { CoverageSource } from "../service.ts";
import { pageText } from "../text.ts";
import { threadKinds, verdict } from "./table.ts";

const words = pageText.page;

/** What the reader narrowed the page to; null for everything. */
export interface CoverageFilter {
  readonly entry: string | null;
  readonly provider: string | null;
  readonly state: CoverageState | null;
}

export interface CoverageModel {
  readonly filter: CoverageFilter;
  readonly entries: readonly { readonly id: string; readonly title: string; readonly termDays: number | null }[];
  readonly providers: readonly { readonly uscc: string; readonly name: string }[];
  /** All sources; the page shows those of the filter and counts all. */
  readonly sources: readonly CoverageSource[];
}

const ownCss =
  "@media print{.fs{display:none}}.hd{margin:.5rem 0 1.5rem}.hd h1{margin-bottom:.5rem}.ov{display:flex;flex-wrap:wrap;gap:0 1.5rem}.kv .mk{white-space:normal}";

export const coverageCss = stylesheet([
  settingCss,
  iconCss,
  statusMarkCss,
  chapterCss,
  factsCss,
  formCss,
  tableCss,
  threadCss,
  ownCss,
]);

/** How far every provider's word reaches: a chapter an entry, a thread a provider, with its day in words. */
export function coveragePage(model: CoverageModel, chrome: Chrome): Html {
  const shown = model.sources.filter((one) => fits(one, model.filter));
  const chapters = model.entries.map((entry) => {
    const own = shown.filter((one) => one.entry === entry.id);
    return own.length > 0 && entryChapter(entry, own, chrome);
  });
  return framed(
    {
      title: words.title,
      place: "coverage",
      css: coverageCss,
      body: [
        trail([words.title]),
        heading(model, chrome),
        overview(model),
        shown.length === 0 ? markup`<p>${words.none}</p>` : chapters,
        legend(),
      ],
    },
    chrome,
  );
}

export function fits(source: CoverageSource, { entry, provider, state }: CoverageFilter): boolean {
  if (entry !== null && source.entry !== entry) return false;
  return (provider === null || source.provider === provider) && (state === null || source.state === state);
}

function heading({ filter, entries, providers }: CoverageModel, chrome: Chrome): Html {
  const all = { value: "", word: words.form.all };
  const ask = form({
    action: "/coverage",
    label: words.form.label,
    button: words.form.button,
    fields: [
      {
        name: "entry",
        label: words.form.entry,
        value: filter.entry ?? "",
        problem: null,
        choices: [all, ...entries.map((one) => ({ value: one.id, word: one.title }))],
      },
      {
        name: "provider",
        label: words.form.provider,
        value: filter.provider ?? "",
        problem: null,
        choices: [all, ...providers.map((one) => ({ value: one.uscc, word: one.name }))],
      },
      {
        name: "state",
        label: words.form.state,
        value: filter.state ?? "",
        problem: null,
        choices: [all, ...coverageStates.map((one) => ({ value: one, word: wordOf(one) }))],
      },
    ],
  });
  return markup`<div class="hd"><h1>${words.title}</h1><p>${words.lead}</p><p class="meta">${words.asOf(chrome.generatedAt)}</p></div>${ask}`;
}

function wordOf(state: CoverageState): string {
  return verdict({ state, lateWorkingDays: null }).word;
}

/** Each entry with how many providers are in which state; only what there is of the filter's provider. */
function overview({ filter, entries, sources }: CoverageModel): Html {
  const lines = entries.flatMap((entry) => {
    const own = sources.filter((one) => fits(one, { ...filter, entry: entry.id }));
    if (own.length === 0 || (filter.entry !== null && filter.entry !== entry.id)) return [];
    const counts = coverageStates.map((state) => {
      const count = own.filter((one) => one.state === state).length;
      const query = new URLSearchParams({ entry: entry.id, state });
      return (
        count > 0 && markup`<span><a href="/coverage?${query.toString()}">${wordOf(state)} ${grouped(count)}</a></span>`
      );
    });
    return [
      { label: markup`<a href="#${entry.id}">${entry.title}</a>`, value: markup`<span class="ov">${counts}</span>` },
    ];
  });
  return chapter({ id: "overview", title: words.overview, aside: [words.overviewNote], body: facts(lines) });
}

function entryChapter(entry: CoverageModel["entries"][number], own: readonly CoverageSource[], chrome: Chrome): Html {
  const table = threadTable({
    today: chrome.today,
    caption: words.caption(entry.title),
    labels: {
      head: words.source,
      by: words.receipt,
      window: pageText.coverage.window,
      today: siteText.today,
      through: pageText.coverage.through,
      verdict: pageText.coverage.verdict,
      noDay: pageText.coverage.noDay,
    },
    rows: own.map((source) => ({
      head: source.providerName,
      by: receiptWords(source),
      kind: source.through === null ? "none" : threadKinds[source.state],
      through: source.through,
      verdict: statusMark(verdict(source)),
    })),
  });
  const term = entry.termDays === null ? words.noTerm : words.term(entry.termDays);
  return chapter({ id: entry.id, title: entry.title, aside: [words.units(own.length), term], body: table });
}

function receiptWords({ lastReceiptAt, openQuestions }: CoverageSource): string {
  const last = lastReceiptAt === null ? words.noReceipt : words.received(timeOf(lastReceiptAt));
  return openQuestions === 0 ? last : `${last}${words.clause}${words.questions(grouped(openQuestions))}`;
}

function legend(): Html {
  const meaning = (state: CoverageState): { label: Part; value: Part } => ({
    label: statusMark(verdict({ state, lateWorkingDays: null })),
    value: words.legend[state],
  });
  return chapter({
    id: "legend",
    title: words.legend.title,
    aside: [],
    body: [facts(coverageStates.map(meaning)), markup`<p class="meta">${words.questionsNote}</p>`],
  });
}
