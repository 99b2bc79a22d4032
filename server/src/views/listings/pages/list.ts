import { chapter, chapterCss, facts, factsCss } from "../../../platform/html/chapter.ts";
import { notice, noticeCss } from "../../../platform/html/claim.ts";
import { stylesheet } from "../../../platform/html/layout.ts";
import { markup, type Html, type Part } from "../../../platform/html/markup.ts";
import { settingCss } from "../../../platform/html/setting.ts";
import { stackCss, table, tableCss } from "../../../platform/html/table.ts";
import { bases, basis, heading, links, markWord, partCss } from "../../guidance/index.ts";
import { framed, kindNames, siteText, trail } from "../../site/index.ts";
import type { Chrome } from "../../site/index.ts";
import type { ListModel, TermLine } from "../rules.ts";
import { text } from "../text.ts";
import { termText } from "./term.ts";

const ownCss =
  ".stack th{font-weight:400}@media print,(min-width:40.01rem){.stack th{width:34%}}.plain{margin:0;padding-left:1.25em;list-style:disc}.plain+a,p+.kv{margin-top:.75rem}";

export const listCss = stylesheet([settingCss, chapterCss, factsCss, noticeCss, tableCss, stackCss, partCss, ownCss]);

/** One list: its basis, grounds, hearing, term, ways out and remedies. */
export function listPage(model: ListModel, chrome: Chrome): Html {
  return framed(
    {
      title: model.title,
      css: listCss,
      place: "rules",
      body: [
        trail([
          markup`<a href="/rules">${text.rules}</a>`,
          markup`<a href="/rules/lists">${text.title}</a>`,
          model.title,
        ]),
        heading({ title: model.title, lead: `${model.authority}${siteText.clause}${text.states[model.state]}` }),
        model.state !== "live" && notice(markup`<p>${model.note ?? text.templatesNote}</p>`),
        chapter({ id: "facts", title: text.facts, aside: [], body: [facts(factRows(model)), showing(model)] }),
        groundsChapter(model),
        model.doors.includes("here") && heardChapter(model),
        exitChapter(model),
        model.remedies.length > 0 && remediesChapter(model),
      ],
    },
    chrome,
  );
}

function words(all: readonly string[]): Part {
  return all.length === 0 ? text.empty : all.join(siteText.comma);
}

function termPart(term: TermLine | null): Part {
  if (term === null) return text.terms.unknown;
  return markup`${termText(term)}<br>${term.citation === null ? markWord(term.mark) : basis(term.citation)}`;
}

function factRows(model: ListModel): readonly { readonly label: string; readonly value: Part }[] {
  const doors = model.doors.map((door, at) => markup`${at > 0 && markup`<br>`}${text.doors[door]}`);
  return [
    { label: text.basis, value: bases(model.domain) },
    { label: text.procedure, value: model.procedure.length === 0 ? text.empty : bases(model.procedure) },
    { label: text.offices, value: words(model.offices) },
    { label: text.subjects, value: words(model.subjectKinds.map((kind) => kindNames[kind])) },
    { label: text.door, value: doors.length === 0 ? text.none : doors },
    { label: text.term, value: termPart(model.term) },
    { label: text.published, value: words(model.publishedFields) },
    ...(model.note === null ? [] : [{ label: text.note, value: model.note }]),
  ];
}

function showing({ entry, state }: ListModel): Part {
  if (entry === null || state !== "live") return null;
  return links([{ href: `/lists/${encodeURIComponent(entry.id)}`, word: text.showing }]);
}

function groundsChapter(model: ListModel): Html {
  const rows = model.grounds.map(({ title, threshold, citation, term }) => ({
    head: title,
    cells: [
      {
        label: text.threshold,
        value: markup`${threshold}<br>${basis(citation)}${term !== null && markup`<br>${text.term}${siteText.colon}${termText(term)}`}`,
      },
    ],
  }));
  const body =
    rows.length === 0
      ? markup`<p class="meta">${text.empty}</p>`
      : table({ caption: text.grounds, head: [text.grounds, text.threshold], rows });
  return chapter({ id: "grounds", title: text.grounds, aside: [text.groundsNote], body });
}

function heardChapter({ defence, hearing }: ListModel): Html {
  const rows = [
    ...(defence === null
      ? []
      : [
          {
            label: text.defence,
            value: markup`${text.defenceDays(defence.workingDays)} <span class="meta">${markWord(defence.mark)}</span>`,
          },
        ]),
    ...(hearing === null
      ? []
      : [
          {
            label: text.hearing,
            value: markup`${text.hearingDays(hearing.workingDays)} <span class="meta">${markWord(hearing.mark)}</span>`,
          },
        ]),
  ];
  return chapter({ id: "heard", title: text.heard, aside: [], body: [markup`<p>${text.heardSteps}</p>`, facts(rows)] });
}

function items(all: readonly Part[]): Html {
  return markup`<ul class="plain">${all.map((one) => markup`<li>${one}</li>`)}</ul>`;
}

function earlyPart({ earlyRemoval: early }: ListModel): Part {
  if (early === null) return null;
  const source = early.citation === null ? markWord(early.mark) : basis(early.citation);
  return [text.early[early.from](early.monthsMin), items(early.conditions), source];
}

function exitChapter(model: ListModel): Html {
  const details: Readonly<Record<string, Part>> = {
    "early-removal": earlyPart(model),
    correction: items(model.corrections.map(({ title, citation }) => markup`${title} ${basis(citation)}`)),
  };
  const rows = model.exits.map((exit) => ({
    label: text.exits[exit].label,
    value: details[exit] ?? text.exits[exit].says,
  }));
  const penalty = { label: text.penalty, value: model.endsWithPenalty ? text.penaltyEnds : text.penaltyStays };
  const body = rows.length === 0 ? markup`<p class="meta">${text.empty}</p>` : facts([...rows, penalty]);
  return chapter({ id: "exits", title: text.exit, aside: [], body });
}

function remediesChapter({ remedies }: ListModel): Html {
  const rows = remedies.map(({ kind, days, months, mark }) => ({
    label: text.remedyKinds[kind],
    value: markup`${months === null ? text.remedyDays(days ?? 0) : text.remedyMonths(months)} <span class="meta">${markWord(mark)}</span>`,
  }));
  return chapter({ id: "remedies", title: text.remedies, aside: [], body: facts(rows) });
}
