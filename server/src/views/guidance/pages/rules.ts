import { beamCss } from "../../../platform/html/beam.ts";
import { chapter, chapterCss, facts, factsCss } from "../../../platform/html/chapter.ts";
import { notice, noticeCss } from "../../../platform/html/claim.ts";
import { form, formCss } from "../../../platform/html/form.ts";
import { icon, iconCss } from "../../../platform/html/icon.ts";
import { stylesheet } from "../../../platform/html/layout.ts";
import { markup, type Html, type Part } from "../../../platform/html/markup.ts";
import { ruler, rulerCss } from "../../../platform/html/ruler.ts";
import { longDay, settingCss, shortDay } from "../../../platform/html/setting.ts";
import { stackCss, table, tableCss } from "../../../platform/html/table.ts";
import type { SeverityTerm } from "../../../policy/publicity-rule.ts";
import { framed, siteText, trail } from "../../site/index.ts";
import type { Chrome } from "../../site/index.ts";
import { severities } from "../rules/dates.ts";
import type { ChangeLine, EditionLine, RulesModel, SourceLine } from "../rules/law.ts";
import { text } from "../text.ts";
import { appliedBasis, basis, heading, joined, link, markWord, partCss } from "./part.ts";

const words = text.rules;

const ownCss =
  ".sec .rk{margin:1.5rem 0 .5rem}.sec .rk:first-child{margin-top:0}.stack th{font-weight:400}@media(min-width:40.01rem){.stack td,thead th{white-space:nowrap}html:not(.big) .fs .go{align-self:start;padding-top:1.75rem}}@media print{.ask{display:none}}.ask{margin-top:1.5rem}.hash{font:500 .875rem/1.6 ui-monospace,Menlo,Consolas,monospace;overflow-wrap:anywhere}";

export const rulesCss = stylesheet([
  settingCss,
  iconCss,
  chapterCss,
  factsCss,
  tableCss,
  stackCss,
  noticeCss,
  beamCss,
  rulerCss,
  formCss,
  partCss,
  ownCss,
]);

/** The rules of a day: terms, counting, what changes, the instruments, what waits, and how to check all of it. */
export function rulesPage(model: RulesModel, chrome: Chrome): Html {
  return framed(
    {
      title: words.title,
      css: rulesCss,
      place: "rules",
      body: [
        trail([words.title]),
        heading({ title: words.title, lead: words.lead }),
        dayNotice(model),
        termsChapter(model),
        chapter({
          id: "editions",
          title: words.editions,
          aside: [words.editionsNote],
          body: editionTable(model.editions),
        }),
        countingChapter(model),
        othersChapter(model),
        changesChapter(model),
        sourcesChapter(model),
        asideChapter(model),
        templatesChapter(model),
        versionChapter(model),
      ],
    },
    chrome,
  );
}

function dayNotice({ asked, today }: RulesModel): Html {
  const day = longDay(asked.day, siteText.dateWords);
  const other = asked.day !== today;
  const [before = "", after = ""] = (other ? words.other("|") : words.today("|")).split("|");
  const back = other && markup`<p><a href="/rules">${words.back}</a></p>`;
  const question = form({
    action: "/rules",
    label: words.ask,
    fields: [
      {
        name: "day",
        label: words.askLabel,
        value: asked.typed,
        hint: words.askHint(asked.range),
        problem: problemText(asked),
      },
    ],
    button: words.askButton,
  });
  return markup`${notice(markup`<p>${before}${day}${after}</p>${back}`)}<div class="ask">${question}</div>`;
}

function problemText({ problem, range }: RulesModel["asked"]): string | null {
  if (problem === null) return null;
  return problem === "out-of-range" ? words.problems[problem](range) : words.problems[problem];
}

function termsChapter({ editions }: RulesModel): Html {
  const current = editions.find((edition) => edition.current);
  return chapter({
    id: "terms",
    title: words.terms,
    aside: [words.termsNote],
    body: current === undefined ? markup`<p>${words.noEdition}</p>` : termsRuler(current),
  });
}

function termsRuler({ terms, citation }: EditionLine): Html {
  const lines = severities.map((severity) => {
    const { shown, monthsMin, monthsMax } = terms[severity];
    return {
      word: text.severities[severity],
      says: shown ? words.term({ min: monthsMin, max: monthsMax }) : words.notShown(monthsMax),
      months: monthsMax,
      turn: monthsMin,
      light: !shown,
    };
  });
  const key = markup`<p class="meta key"><span>${icon("filled")} ${words.key.start}</span><span>${icon("turn")} ${words.key.turn}</span><span>${icon("end")} ${words.key.end}</span></p>`;
  return markup`${ruler({ lines, unit: words.unit })}${key}<p>${text.basis}${siteText.colon}${basis(citation)}</p>`;
}

function editionTable(editions: readonly EditionLine[]): Html {
  const span = ({ shown, monthsMin, monthsMax }: SeverityTerm): string =>
    words.span({ shown, min: monthsMin, max: monthsMax });
  return table({
    caption: words.editions,
    head: [words.instrument, words.validity, ...severities.map((severity) => text.severities[severity])],
    rows: editions.map((edition) => ({
      head: basis(edition.citation),
      cells: [
        { label: words.validity, value: validity(edition) },
        ...severities.map((severity) => ({ label: text.severities[severity], value: span(edition.terms[severity]) })),
      ],
    })),
  });
}

/** From its first day to the last on which it holds no longer. */
function validity({ inForce, until }: Pick<SourceLine, "inForce" | "until">): Part {
  const begins: Part = inForce === null ? text.unknownDay : markup`${shortDay(inForce)}${words.since}`;
  return until === null ? begins : markup`${begins}${siteText.clause}${shortDay(until)}${words.upTo}`;
}

function countingChapter({ convention, transitionMark, minor }: RulesModel): Html {
  const rows = [
    { label: words.start, value: words.starts },
    {
      label: words.convention,
      value: markup`${words.conventions[convention.kind]}<br>${appliedBasis(convention.citation)}`,
    },
    ...(transitionMark === null
      ? []
      : [
          {
            label: words.transition,
            value: markup`${words.transitions} <span class="meta">${markWord(transitionMark)}</span>`,
          },
        ]),
    ...(minor.procedures.length === 0
      ? []
      : [
          {
            label: words.minor,
            value: markup`${words.minors(minor.procedures.join(text.listJoin))}<br>${basis(minor.citation)}`,
          },
        ]),
    { label: words.unclassified, value: words.unclassifiedSays },
  ];
  return chapter({ id: "counting", title: words.counting, aside: [words.countingNote], body: facts(rows) });
}

function othersChapter({ others }: RulesModel): Html {
  return chapter({
    id: "others",
    title: words.others,
    aside: [],
    body: facts(
      others.map((rule) => ({
        label: joined(rule.entries.map(link)),
        value: markup`${words.kinds[rule.kind]}<br>${basis(rule.citation)}`,
      })),
    ),
  });
}

function changesChapter({ next, lately }: RulesModel): Html {
  const list = (title: string, changes: readonly ChangeLine[], none: string): Html =>
    markup`<h3 class="rk">${title}</h3>${changes.length === 0 ? markup`<p>${none}</p>` : changeList(changes)}`;
  return chapter({
    id: "changes",
    title: words.changes,
    aside: [words.changesNote],
    body: [list(words.next, next, words.noNext), list(words.lately, lately, words.noLately)],
  });
}

function changeList(changes: readonly ChangeLine[]): Html {
  return facts(
    changes.map((change) => ({
      label: shortDay(change.day),
      value: markup`${link(change)}${changeWord(change)}`,
    })),
  );
}

function changeWord({ kind, replaces, unused }: ChangeLine): string {
  const took = replaces.length === 0 ? "" : words.replaces(replaces.join(text.listJoin));
  return ` ${words[kind]}${took}${unused ? words.unusedChange : ""}${siteText.stop}`;
}

function sourcesChapter({ ranks }: RulesModel): Html {
  return chapter({
    id: "sources",
    title: words.sources,
    aside: [words.sourcesNote, words.markKey],
    body: ranks.map(
      ({ rank, sources }) =>
        markup`<h3 class="rk">${words.ranks[rank]}</h3>${table({
          caption: words.ranks[rank],
          head: [words.source, words.validity, words.mark],
          rows: sources.map((source) => ({
            head: sourceHead(source),
            cells: [validityCell(source), markCell(source)],
          })),
        })}`,
    ),
  });
}

function sourceHead(source: SourceLine): Html {
  const small = [source.number, source.unused ? words.unused : null].filter((one) => one !== null);
  return markup`${link(source)}${small.length > 0 && markup`<br><span class="meta">${small.join(siteText.clause)}</span>`}`;
}

function validityCell(source: SourceLine): { readonly label: string; readonly value: Part } {
  return { label: words.validity, value: validity(source) };
}

function markCell({ mark }: SourceLine): { readonly label: string; readonly value: Part } {
  return { label: words.mark, value: markWord(mark) };
}

function asideChapter({ aside }: RulesModel): Html {
  const body = table({
    caption: words.sourcesAside,
    head: [words.source, words.standing, words.validity, words.mark],
    rows: aside.map((source) => ({
      head: sourceHead(source),
      cells: [
        { label: words.standing, value: source.foreign ? words.foreign : words.standings[source.standing] },
        validityCell(source),
        markCell(source),
      ],
    })),
  });
  return chapter({
    id: "sources-aside",
    title: words.sourcesAside,
    aside: [words.sourcesAsideNote],
    body: aside.length === 0 ? markup`<p>${text.none}</p>` : body,
  });
}

function templatesChapter({ templates }: RulesModel): Html {
  return chapter({
    id: "templates",
    title: words.templates,
    aside: [words.templatesNote],
    body: templatesOf(templates),
  });
}

/** What waits for a confirmation, each with why. */
export function templatesOf(templates: RulesModel["templates"]): Html {
  if (templates.length === 0) return markup`<p>${words.noTemplates}</p>`;
  return facts(
    templates.map((one) => ({
      label: link(one),
      value: one.personal ? words.templatePersonal : words.templateWhy,
    })),
  );
}

function versionChapter(model: RulesModel): Html {
  const rows = [
    { label: words.region, value: `${model.regionName} ${model.region}` },
    { label: words.hash, value: markup`<span class="hash">${model.hash}</span><br>${words.hashSays}` },
    { label: words.check, value: words.checkSays },
    {
      label: text.nextSteps,
      value: markup`<a href="/catalogue">${words.catalogue}</a><br><a href="/measures">${words.measures}</a><br><a href="/rules/lists">${words.lists}</a>`,
    },
  ];
  return chapter({ id: "version", title: words.version, aside: [words.versionNote], body: facts(rows) });
}
