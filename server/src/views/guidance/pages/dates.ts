import { daysBetween, addDays, type Day } from "../../../kernel/day.ts";
import { beamCss } from "../../../platform/html/beam.ts";
import { beamListCss, beamWithList } from "../../../platform/html/beam-list.ts";
import { chapter, chapterCss } from "../../../platform/html/chapter.ts";
import { field, formCss } from "../../../platform/html/form.ts";
import { icon, iconCss } from "../../../platform/html/icon.ts";
import { stylesheet } from "../../../platform/html/layout.ts";
import { markup, type Html, type Part } from "../../../platform/html/markup.ts";
import { longDay, settingCss, shortDay } from "../../../platform/html/setting.ts";
import { stackCss, table, tableCss } from "../../../platform/html/table.ts";
import { framed, siteText, trail, way, waysCss } from "../../site/index.ts";
import type { Chrome } from "../../site/index.ts";
import { severities } from "../rules/dates.ts";
import type { DatesAnswer, DatesFault, DatesModel } from "../rules/dates.ts";
import { text } from "../text.ts";
import { appliedBasis, basis, heading, links, markWord, partCss } from "./part.ts";

const words = text.dates;

const ownCss =
  ".err{color:var(--zhe);font-weight:600}.errs{border:2px solid var(--zhe);padding:1rem 1.5rem;margin-bottom:1.5rem}.errs .i{color:var(--zhe);margin-right:.5rem}.time{border-top:1px solid var(--line);padding:1.5rem 2px 1rem}.stack th{font-weight:400}.sec .stack{margin:1rem 0}@media(min-width:40.01rem){html:not(.big) .fs .go{align-self:start;padding-top:1.75rem}}@media print{#ask{display:none}}";

export const datesCss = stylesheet([
  settingCss,
  iconCss,
  beamCss,
  beamListCss,
  chapterCss,
  tableCss,
  stackCss,
  waysCss,
  formCss,
  partCss,
  ownCss,
]);

/** The form, and for a decision that can be reckoned its time, its days and the rule. */
export function datesPage(model: DatesModel, chrome: Chrome): Html {
  const { answer } = model;
  return framed(
    {
      title: words.title,
      css: datesCss,
      place: "guide",
      body: [
        trail([markup`<a href="/guide">${text.guide.title}</a>`, words.title]),
        heading({ title: words.title, lead: words.lead }),
        chapter({ id: "ask", title: words.form, aside: [words.formNote], body: [summary(model), question(model)] }),
        answer !== null && answerOf(answer, chrome.today),
        limitsChapter(),
      ],
    },
    chrome,
  );
}

function faultText(fault: DatesFault): string {
  if (fault.reason === "impossible") return words.faultsOf.impossible(fault.month, fault.dayOfMonth);
  if (fault.reason === "future") return words.faultsOf.future(fault.today);
  return words.faultsOf[fault.reason];
}

/** What is wrong, once more above the form, each leading to its field. */
function summary({ faults }: DatesModel): Part {
  if (faults.length === 0) return null;
  const items = faults.map((fault) => markup`<li><a href="#${fault.field}">${faultText(fault)}</a></li>`);
  return markup`<div class="errs" role="alert"><p>${icon("cross")}<b>${words.faults}</b></p><ul>${items}</ul></div>`;
}

function question({ asked, faults }: DatesModel): Html {
  const problem = (name: DatesFault["field"]): string | null => {
    const found = faults.find((fault) => fault.field === name);
    return found === undefined ? null : faultText(found);
  };
  const fields = [
    field({
      name: "decided",
      label: words.decided,
      value: asked.decided,
      hint: words.decidedHint,
      problem: problem("decided"),
    }),
    field({
      name: "severity",
      label: words.severity,
      value: asked.severity,
      hint: words.severityHint,
      problem: problem("severity"),
      choices: severities.map((value) => ({ value, word: text.severities[value] })),
    }),
  ];
  return markup`<form class="fs" action="/guide/dates" aria-label="${words.form}">${fields}<p class="go"><button>${words.button}</button></p></form>`;
}

function sentenceDay(day: Day): Html {
  return longDay(day, siteText.dateWords);
}

function answerOf(answer: DatesAnswer, today: Day): Part {
  if (answer.citation === null)
    return chapter({ id: "result", title: words.result, aside: [], body: markup`<p>${words.noRule}</p>` });
  return [
    !answer.over &&
      answer.until !== null &&
      markup`<section class="time" id="result" aria-label="${words.result}">${beamOf(answer, { until: answer.until, today })}</section>`,
    waysChapter(answer, today),
    whyChapter(answer),
  ];
}

function beamOf(answer: DatesAnswer, { until, today }: { readonly until: Day; readonly today: Day }): Html {
  const { decidedOn, repairableFrom, shown } = answer;
  // What may be asked for at once has no mark of its own: it would stand on the start.
  const turn = repairableFrom === null || repairableFrom <= decidedOn ? null : repairableFrom;
  const term = { start: decidedOn, today, end: until, turn, light: !shown };
  return beamWithList(term, {
    start: { day: sentenceDay(decidedOn), lines: [words.decidedMark, words.counted] },
    today: {
      day: markup`${siteText.today} ${sentenceDay(today)}`,
      lines: [words.past({ past: daysBetween(decidedOn, today), left: daysBetween(today, until) })],
    },
    turn: turn === null ? null : { day: markup`${sentenceDay(turn)}${words.since}`, lines: [words.mayRepair] },
    end: { day: sentenceDay(until), lines: [shown ? words.stops : words.exceptional] },
  });
}

function waysChapter(answer: DatesAnswer, today: Day): Html {
  const items = [repairWay(answer, today), endWay(answer, today)];
  const next = [
    { href: "/guide/repair", word: words.links.repair },
    { href: "/guide/objection", word: words.links.objection },
  ];
  return chapter({
    id: "days",
    title: words.ways,
    aside: [words.waysNote],
    body: [markup`<ol class="can">${items}</ol>`, links(next)],
  });
}

function repairWay({ repairableFrom, decidedOn, over, shown }: DatesAnswer, today: Day): Part {
  if (repairableFrom === null || (over && shown)) return null;
  const left = daysBetween(today, repairableFrom);
  return way({
    when: markup`${sentenceDay(repairableFrom)}${words.since}`,
    note: left > 0 ? siteText.daysLeft(left) : words.sinceAlready,
    waits: left > 0,
    heading: words.repairAt,
    lines: [words.repairSays, ...(repairableFrom === decidedOn ? [words.atOnce] : [])],
  });
}

function endWay({ until, over, shown }: DatesAnswer, today: Day): Part {
  if (until === null) return null;
  const stops = addDays(until, 1);
  const left = daysBetween(today, stops);
  const line = shown ? (over ? words.isOver : words.endSays) : over ? words.lightOver : words.lightSays;
  return way({
    when: markup`${sentenceDay(stops)}${words.since}`,
    note: left > 0 ? siteText.daysLeft(left) : null,
    waits: false,
    heading: shown ? words.endAt : words.lightHead,
    lines: [line],
  });
}

function whyChapter(answer: DatesAnswer): Html {
  const { candidates, citation, conventionCitation } = answer;
  const several = candidates.length > 1;
  const oldest = !several && !candidates.some((one) => one.covers);
  return chapter({
    id: "why",
    title: words.why,
    aside: [words.whyNote],
    body: [
      markup`<p>${words.severity}${siteText.colon}${text.severities[answer.severity]}</p>`,
      citation !== null && markup`<p>${basis(citation)}</p>`,
      answer.asGeneral && markup`<p>${words.asGeneral}</p>`,
      several && markup`<p>${words.candidates}</p>${candidateTable(answer)}`,
      oldest && markup`<p>${words.oldest}</p>`,
      (several || oldest) &&
        markup`<p class="meta">${words.transition}${siteText.colon}${markWord(answer.transitionMark)}</p>`,
      markup`<p>${text.rules.conventions[answer.convention]}${text.rules.starts}</p><p>${appliedBasis(conventionCitation)}</p>`,
      links([{ href: "/rules", word: words.links.rules }]),
    ],
  });
}

function candidateTable({ candidates }: DatesAnswer): Html {
  const day = (at: Day | null): Part => (at === null ? text.none : shortDay(at));
  return table({
    caption: words.why,
    head: [words.candidate, words.repairFrom, words.until, words.chosen],
    rows: candidates.map((one) => ({
      head: basis(one.citation),
      cells: [
        { label: words.repairFrom, value: markup`${day(one.repairableFrom)}${one.repairableFrom && text.rules.since}` },
        { label: words.until, value: one.shown ? day(one.shownUntil) : words.notShown },
        { label: words.chosen, value: one.chosen ? words.yes : words.no },
      ],
    })),
  });
}

function limitsChapter(): Html {
  const lines = words.limitLines.map((line) => markup`<p>${line}</p>`);
  return chapter({ id: "limits", title: words.limits, aside: [words.limitsNote], body: lines });
}
