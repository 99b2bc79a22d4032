import { addDays, daysBetween, type Day } from "../../kernel/day.ts";
import { markup, type Html, type Part } from "./markup.ts";
import { share } from "./beam.ts";
import { shortDay } from "./setting.ts";
import { narrow } from "./table.ts";

/** How a thread ends: as due, short of today, as due with nothing on it, or it never began. */
export type ThreadKind = "whole" | "short" | "hollow" | "none";

/** The threads show this many days up to today. */
export const THREAD_DAYS = 30;

/** A thread runs to the declared day and is dotted from there to today; the right edge is today. */
export function thread(options: {
  readonly kind: ThreadKind;
  readonly through: Day | null;
  readonly today: Day;
}): Html {
  const { kind, through, today } = options;
  const at =
    through === null || kind === "none" ? 0 : share(daysBetween(addDays(today, -THREAD_DAYS), through), THREAD_DAYS);
  const known = at > 0 && markup`<line x1="0" x2="${at}%" y1="50%" y2="50%" stroke="#14201f" stroke-width="3"/>`;
  const open =
    at < 100 &&
    markup`<line x1="${at}%" x2="100%" y1="50%" y2="50%" stroke="#6a7773" stroke-width="1.5" stroke-dasharray="3 4"/>`;
  const middle =
    kind === "hollow" && markup`<circle cx="${at / 2}%" cy="50%" r="6" fill="#fff" stroke="#14201f" stroke-width="2"/>`;
  const fill = kind === "short" ? "#fff" : "#14201f";
  const end =
    kind !== "none" && markup`<circle cx="${at}%" cy="50%" r="4.5" fill="${fill}" stroke="#14201f" stroke-width="2"/>`;
  return markup`<svg width="100%" height="44" aria-hidden="true">${known}${open}${middle}${end}</svg>`;
}

export interface ThreadRow {
  readonly head: string;
  readonly by: string;
  readonly kind: ThreadKind;
  readonly through: Day | null;
  readonly verdict: Html;
}

export interface ThreadTableOptions {
  readonly today: Day;
  readonly caption: string;
  readonly rows: readonly ThreadRow[];
  readonly labels: {
    readonly head: string;
    readonly by: string;
    readonly window: string;
    readonly today: string;
    readonly through: string;
    readonly verdict: string;
    readonly noDay: string;
  };
}

/** Threads under one another with one cinnabar line down the table, today. The day is always text too. */
export function threadTable(options: ThreadTableOptions): Html {
  const { labels, today } = options;
  const rows = options.rows.map((row) => {
    const day: Part = row.through === null ? labels.noDay : shortDay(row.through);
    return markup`<tr><th scope="row">${row.head}</th><td>${row.by}</td><td class="t">${thread({ ...row, today })}</td><td data-l="${labels.through}">${day}</td><td>${row.verdict}</td></tr>`;
  });
  return markup`<table class="thr"><caption class="meta">${options.caption}</caption><thead><tr><th scope="col">${labels.head}</th><th scope="col">${labels.by}</th><th scope="col" class="t"><span>${labels.window}</span> <span class="n">${labels.today} ${today.slice(5)}</span></th><th scope="col">${labels.through}</th><th scope="col">${labels.verdict}</th></tr></thead><tbody>${rows}</tbody></table>`;
}

const threads =
  ".thr td,.thr tbody th{vertical-align:middle}.thr caption{padding-bottom:.5rem}.thr th{min-width:7.2em}.thr tbody td:nth-child(2){min-width:8em}.thr .t{padding:0;width:34%;min-width:9em}.thr .t+*{padding-left:1rem}.thr td.t{border-right:2px solid var(--zhu)}.thr td.t svg{display:block;overflow:visible}.thr th .n{float:right;padding-right:.5rem}@media(max-width:61.99rem){.thr .t{width:24%}}";

const folded =
  "{.thr,.thr tbody,.thr caption{display:block}.thr thead{position:absolute;left:-99em}.thr tr{display:flex;flex-wrap:wrap;justify-content:space-between;gap:0 1rem;padding:.5rem 0;border-bottom:1px solid var(--line)}.thr tbody th,.thr td{border:0;padding:0!important;min-width:0!important}.thr td.t{flex:0 0 100%}.thr td.t svg{height:28px}.thr [data-l]:before{content:attr(data-l);color:var(--soft);font-size:.875rem;margin-right:.5rem}}";

export const threadCss = `${threads}${narrow(folded)}`;
