import { beamCss } from "../../../platform/html/beam.ts";
import { chapter, chapterCss } from "../../../platform/html/chapter.ts";
import { icon, iconCss } from "../../../platform/html/icon.ts";
import { stylesheet } from "../../../platform/html/layout.ts";
import { markup, type Html, type Part } from "../../../platform/html/markup.ts";
import { ruler, rulerCss } from "../../../platform/html/ruler.ts";
import { searchBoxCss } from "../../../platform/html/search-box.ts";
import { grouped, settingCss } from "../../../platform/html/setting.ts";
import { statusMarkCss } from "../../../platform/html/status-mark.ts";
import { stackCss, tableCss } from "../../../platform/html/table.ts";
import { threadCss } from "../../../platform/html/thread.ts";
import { coverageTable } from "../../coverage/index.ts";
import type { Chrome } from "../../site/index.ts";
import { framed, siteSearch, way, waysCss } from "../../site/index.ts";
import { text } from "../text.ts";
import type { HomeModel, TermsModel } from "./model.ts";

const words = text.home;

const ownCss =
  ".num{text-align:right;white-space:nowrap}.hero{padding:1rem 0}.hero h1{font-size:clamp(1.75rem,1.1rem + 2.6vw,2.75rem);margin-bottom:1.5rem}.hero h1 span{white-space:nowrap}.do{margin-top:1.5rem}.do .i{width:.75em;margin-right:.5rem;vertical-align:-.2em}.idx tbody th{font:700 1.1875rem/1.5 var(--song)}.idx td{font-size:1.1875rem}.idx .num{padding-right:0}.idx .t>*{font-weight:700;border-top:1px solid var(--ink);border-bottom:3px double var(--ink)}.idx{max-width:44rem}.base{margin-top:1rem}@media(min-width:40rem){.b{display:block}}@media(max-width:40rem){.hero h1 span{display:block}}.big .hero h1{font-size:min(1.75rem,9vw)}";

export const homeCss = stylesheet([
  settingCss,
  iconCss,
  searchBoxCss,
  chapterCss,
  beamCss,
  rulerCss,
  tableCss,
  waysCss,
  stackCss,
  statusMarkCss,
  threadCss,
  ownCss,
]);

/** The sentence, the search, the ways out; then the terms on one ruler and figures that add up. */
export function homePage(model: HomeModel, chrome: Chrome): Html {
  return framed(
    {
      title: words.title,
      css: homeCss,
      place: "search",
      body: [
        hero(model),
        model.terms !== undefined && termsChapter(model.terms),
        catalogue(model),
        blindChapter(model, chrome),
        waysChapter(),
      ],
    },
    chrome,
  );
}

function hero(model: HomeModel): Html {
  const [first, second, third] = words.sentence;
  const out = [
    { href: "#ways", word: words.ways },
    ...(model.terms === undefined ? [] : [{ href: "#terms", word: words.terms }]),
    { href: "#catalogue", word: words.catalogue },
  ];
  const links = out.map((link) => markup`<li>${icon("ring")}<a href="${link.href}">${link.word}</a></li>`);
  return markup`<div class="hero"><h1><span class="b">${first}</span><span>${second}</span><span>${third}</span></h1>${siteSearch({ value: "", problem: null })}<ul class="ms do no">${links}</ul></div>`;
}

function termsChapter(terms: TermsModel): Html {
  const lines = terms.lines.map((line) => ({
    word: text.record.severities[line.severity],
    says: line.shown ? words.term({ min: line.monthsMin, max: line.monthsMax }) : words.notShownTerm(line.monthsMax),
    months: line.monthsMax,
    turn: line.monthsMin,
    light: !line.shown || line.severity === "minor",
  }));
  const key = markup`<p class="meta key"><span>${icon("filled")} ${words.key.start}</span><span>${icon("turn")} ${words.key.turn}</span><span>${icon("end")} ${words.key.end}</span></p><p class="meta">${words.basis(terms.article)} <a href="/guide/dates">${words.calculate}</a></p>`;
  return chapter({
    id: "terms",
    title: words.terms,
    aside: [words.termsNote],
    body: [ruler({ lines, unit: words.months }), key],
  });
}

/** Every entry that is shown, ending in its sum, so that the reader can add it up. */
function catalogue(model: HomeModel): Html {
  const sum = model.shown.reduce((total, line) => total + line.count, 0);
  const rows = model.shown.map((line) => {
    const title: Part = line.href === undefined ? line.title : markup`<a href="${line.href}">${line.title}</a>`;
    return markup`<tr><th scope="row">${title}</th><td class="num">${grouped(line.count)}</td></tr>`;
  });
  const base = words.base({ subjects: grouped(model.subjects), providers: grouped(model.providers) });
  return chapter({
    id: "catalogue",
    title: words.catalogue,
    aside: [words.asOf(model.asOf), words.reconcile],
    body: markup`<table class="idx"><caption class="skip">${words.catalogue}</caption><thead><tr><th scope="col">${words.entry}</th><th scope="col" class="num">${words.count}</th></tr></thead><tbody>${rows}<tr class="t"><th scope="row">${words.sum}</th><td class="num">${grouped(sum)}</td></tr></tbody></table><p class="meta base">${base}</p>`,
  });
}

/** What is not known stands as plainly as what is. */
function blindChapter({ blind }: HomeModel, { today }: Chrome): Html {
  const says = words.blind({ late: grouped(blind.late), senders: grouped(blind.senders) });
  return chapter({
    id: "coverage",
    title: words.blindTitle,
    aside: [says, markup`<a href="/coverage">${words.blindAll}</a>`],
    body: blind.lines.length === 0 ? markup`<p>${words.blindNone}</p>` : coverageTable(blind.lines, today),
  });
}

function waysChapter(): Html {
  const items = words.guide.map((one) =>
    way({
      when: one.when,
      note: null,
      waits: false,
      heading: markup`<a href="${one.href}">${one.head}</a>`,
      lines: [one.says],
    }),
  );
  return chapter({
    id: "ways",
    title: words.ways,
    aside: [words.waysNote],
    body: markup`<ol class="can">${items}</ol>`,
  });
}
