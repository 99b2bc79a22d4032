import { chapter, chapterCss } from "../../../platform/html/chapter.ts";
import { claimCss } from "../../../platform/html/claim.ts";
import { icon, iconCss } from "../../../platform/html/icon.ts";
import { stylesheet } from "../../../platform/html/layout.ts";
import { markup, type Html, type Part } from "../../../platform/html/markup.ts";
import { pager, pagerCss } from "../../../platform/html/pager.ts";
import { searchBoxCss } from "../../../platform/html/search-box.ts";
import { groupedCode, settingCss } from "../../../platform/html/setting.ts";
import { statusMarkCss } from "../../../platform/html/status-mark.ts";
import { absenceClaims } from "../../coverage/index.ts";
import type { Chrome } from "../../site/index.ts";
import { framed, siteSearch, subjectName, trail } from "../../site/index.ts";
import { text } from "../text.ts";
import type { ResultItem, ResultsModel } from "./model.ts";
import { labelled } from "./record.ts";
import { provisionalMark } from "./provisional.ts";

const words = text.results;

const ownCss =
  ".next{margin-top:1rem}.find{margin:.5rem 0 2.5rem}.find h1{margin-bottom:1rem}.hit{display:grid;gap:0 2.5rem;padding:1rem 0;border-bottom:1px solid var(--line)}.hit:first-child{padding-top:0}@media(min-width:62rem){html:not(.big) .hit{grid-template-columns:minmax(0,1fr) 14rem}}";

export const resultsCss = stylesheet([
  settingCss,
  iconCss,
  statusMarkCss,
  searchBoxCss,
  chapterCss,
  claimCss,
  pagerCss,
  ownCss,
]);

/** What a search found, or what is wrong with what was typed, or an absence with its scope. */
export function resultsPage(model: ResultsModel, chrome: Chrome): Html {
  const kept = model.problem === "looks-personal" ? "" : model.query;
  return framed(
    {
      title: words.title,
      css: resultsCss,
      body: [
        trail([words.title]),
        markup`<div class="find"><h1>${words.title}</h1>${siteSearch({ value: kept, problem: problemText(model) })}</div>`,
        matter(model),
      ],
    },
    chrome,
  );
}

function problemText(model: ResultsModel): Part {
  return model.problem === null ? null : markup`${icon("cross")}${text.search.problems[model.problem]}`;
}

function matter(model: ResultsModel): Part {
  if (model.items.length > 0) return found(model);
  const searched = model.problem === null || model.problem === "wrong-check-digit";
  return searched ? nothing(model) : null;
}

function found(model: ResultsModel): Html {
  return chapter({
    id: "results",
    title: words.found,
    aside: [words.listed(model.items.length), ...(model.more ? [words.many] : [])],
    body: [
      markup`<ol>${model.items.map(hit)}</ol>`,
      pager({ label: words.pages, next: words.next, href: model.nextHref }),
    ],
  });
}

function nothing(model: ResultsModel): Html {
  return chapter({
    id: "results",
    title: words.found,
    aside: [],
    body: [
      absenceClaims({ title: words.title, besides: 0, says: words.none(model.query), link: "/coverage" }, model.scope),
      markup`<p class="next">${words.noneNext}</p>`,
    ],
  });
}

function hit(item: ResultItem): Html {
  const former =
    item.formerName !== null && markup`<p>${labelled(words.former, "")}${subjectName(item.formerName)}</p>`;
  const about = [item.kind, ...(item.status === null ? [] : [item.status])];
  return markup`<li class="hit"><div><h3><a href="${item.href}">${subjectName(item.name)}</a></h3>${former}<p>${groupedCode(item.uscc)}</p></div><div><p class="ms">${about.map((word) => markup`<span>${word}</span>`)}</p>${item.provisional && markup`<p>${provisionalMark()}</p>`}</div></li>`;
}
