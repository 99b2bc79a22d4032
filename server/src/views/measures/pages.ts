import { chapter, chapterCss, facts, factsCss } from "../../platform/html/chapter.ts";
import { notice, noticeCss } from "../../platform/html/claim.ts";
import { stylesheet } from "../../platform/html/layout.ts";
import { markup, type Html, type Part } from "../../platform/html/markup.ts";
import { settingCss } from "../../platform/html/setting.ts";
import { stackCss, table, tableCss } from "../../platform/html/table.ts";
import { bases, basis, heading, link, links, markWord, partCss } from "../guidance/index.ts";
import { framed, kindNames, publicPage, siteText, trail } from "../site/index.ts";
import type { Chrome } from "../site/index.ts";
import type { MeasureLine, MeasureModel, RegistryModel, TriggerLine } from "./rules/registry.ts";
import { page as words, words as names } from "./text.ts";

const ownCss =
  ".stack th{font-weight:400}@media print,(min-width:40.01rem){.reg table{table-layout:fixed;width:100%}.reg th{width:38%}.reg th+th,.reg td:nth-child(2){width:22%}.reg th+th+th,.reg td:nth-child(3){width:40%}}@media screen and (max-width:54rem){.big .reg table{table-layout:auto}}.plain{list-style:none}";

const css = stylesheet([settingCss, chapterCss, factsCss, noticeCss, tableCss, stackCss, partCss, ownCss]);

const rulesTrail = markup`<a href="/rules">${words.rules}</a>`;

/** The whole registry: what may follow in which matter, and what rests. */
function registryPage(model: RegistryModel, chrome: Chrome): Html {
  return framed(
    {
      title: words.title,
      css,
      place: "rules",
      body: [
        trail([rulesTrail, words.title]),
        heading({ title: words.title, lead: words.lead }),
        !model.official && notice(markup`<p>${words.sample}</p>`),
        ...model.matters.map(({ id, title, measures }) =>
          chapter({
            id,
            title,
            aside: [words.counted(measures.length)],
            body: measures.length === 0 ? markup`<p>${words.none}</p>` : linesTable(title, measures),
          }),
        ),
        chapter({
          id: "apart",
          title: words.apart,
          aside: [words.apartNote],
          body: linesTable(words.apart, model.apart),
        }),
        links([{ href: "/api/v1/measures", word: words.api }]),
      ],
    },
    chrome,
  );
}

function natureOf({ kind, measureClass, state }: Pick<MeasureLine, "kind" | "measureClass" | "state">): Part {
  const nature = measureClass === null ? names.kinds[kind] : names.classes[measureClass];
  return markup`${nature}${state !== "live" && markup`<br><span class="n">${names.states[state]}</span>`}`;
}

function linesTable(caption: string, lines: readonly MeasureLine[]): Html {
  const rows = lines.map((line) => ({
    head: link(line),
    cells: [
      { label: words.nature, value: natureOf(line) },
      { label: words.basis, value: bases(line.citations) },
    ],
  }));
  return markup`<div class="reg">${table({ caption, head: [words.measure, words.nature, words.basis], rows })}</div>`;
}

function triggersOf(lines: readonly TriggerLine[]): Part {
  if (lines.length === 0) return words.noTrigger;
  const items = lines.map(({ title, href, says }) => {
    const said = says.map(({ field, words: any }) => words.says(field, any.join(words.or)));
    const name = href === null ? words.listed(title) : markup`<a href="${href}">${title}</a>`;
    return markup`<li>${name}${said.length > 0 && markup`${siteText.colon}${said.join(siteText.clause)}`}</li>`;
  });
  return markup`<ul class="plain">${items}</ul>`;
}

function termOf({ term }: MeasureModel): string {
  return term.kind === "months" ? words.months(term.months) : words.terms[term.kind];
}

/** One measure: what it is, what brings it about, where, by whom, by which article, for how long, and the way out. */
function measurePage(model: MeasureModel, chrome: Chrome): Html {
  const kinds = model.subjectKinds.map((kind) => kindNames[kind]).join(words.join);
  const bodies = model.bodies.map(({ title, levels }) =>
    words.body(title, levels.map((level) => words.levels[level]).join(words.join)),
  );
  const { remedy, note, commitment, item } = model;
  const rows: { label: string; value: Part }[] = [
    {
      label: words.state,
      value: markup`${names.states[model.state]} <span class="meta">${markWord(model.mark)}</span>`,
    },
    { label: words.nature, value: natureOf({ ...model, state: "live" }) },
    { label: words.basis, value: bases(model.citations) },
    { label: words.triggers, value: triggersOf(model.triggers) },
    { label: words.matters, value: model.matters.length === 0 ? words.noMatter : model.matters.join(words.join) },
    { label: words.subjectKinds, value: kinds },
    { label: words.bodies, value: bodies.join(words.join) },
    { label: words.term, value: termOf(model) },
    { label: words.remedy, value: markup`${remedy.says}${remedy.citation && markup`<br>${basis(remedy.citation)}`}` },
  ];
  if (model.unless.length > 0) rows.push({ label: words.unless, value: triggersOf(model.unless) });
  if (commitment !== null) rows.push({ label: words.commitment, value: commitment });
  if (item !== null) rows.push({ label: words.item, value: words.itemNo(item) });
  if (note !== null) rows.push({ label: words.note, value: note });
  return framed(
    {
      title: model.title,
      css,
      place: "rules",
      body: [
        trail([rulesTrail, markup`<a href="/measures">${words.title}</a>`, model.title]),
        heading({ title: model.title, lead: model.content }),
        model.state !== "live" && notice(markup`<p>${words.rests[model.state]}</p>`),
        chapter({ id: "facts", title: words.facts, aside: [words.version(model.version)], body: facts(rows) }),
        chapter({
          id: "limits",
          title: words.limits,
          aside: [],
          body: words.limitsSay.map((one) => markup`<p>${one}</p>`),
        }),
      ],
    },
    chrome,
  );
}

export const measurePages = {
  registry: publicPage(css, registryPage),
  measure: publicPage(css, measurePage),
} as const;
