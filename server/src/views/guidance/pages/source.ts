import { chapter, chapterCss, facts, factsCss } from "../../../platform/html/chapter.ts";
import { stylesheet } from "../../../platform/html/layout.ts";
import { markup, type Html, type Part } from "../../../platform/html/markup.ts";
import { settingCss } from "../../../platform/html/setting.ts";
import { framed, siteText, trail } from "../../site/index.ts";
import type { Chrome } from "../../site/index.ts";
import type { SourceModel } from "../rules/law.ts";
import { text } from "../text.ts";
import { dayOr, heading, joined, link, markWord, partCss } from "./part.ts";

const words = text.source;

const ownCss =
  ".sec h3{margin:1.5rem 0 .25rem}.sec h3:first-child{margin-top:0}.uses li{padding:.25rem 0}.hash{overflow-wrap:anywhere}";

export const sourceCss = stylesheet([settingCss, chapterCss, factsCss, partCss, ownCss]);

/** One instrument: what is registered of it, and where each of its articles is used. */
export function sourcePage(model: SourceModel, chrome: Chrome): Html {
  const { source } = model;
  return framed(
    {
      title: source.title,
      css: sourceCss,
      place: "rules",
      body: [
        trail([markup`<a href="/rules">${text.rules.title}</a>`, words.articles]),
        heading({ title: source.title, lead: source.number }),
        chapter({ id: "facts", title: words.facts, aside: [], body: facts(rowsOf(model)) }),
        chapter({
          id: "articles",
          title: words.articles,
          aside: [words.articlesNote, words.noText],
          body: articlesOf(model),
        }),
      ],
    },
    chrome,
  );
}

function rowsOf({ source, line, predecessors, successors }: SourceModel): readonly { label: string; value: Part }[] {
  const standing = text.rules.standings[line.standing];
  return [
    { label: words.rank, value: text.rules.ranks[source.rank] },
    {
      label: text.rules.standing,
      value: line.foreign ? `${standing}${siteText.clause}${text.rules.foreign}` : standing,
    },
    { label: words.territory, value: source.territory === "000000" ? words.nationwide : source.territory },
    { label: words.issued, value: dayOr(source.issued, text.unknownDay) },
    { label: words.inForce, value: dayOr(source.inForce, text.unknownDay) },
    { label: words.until, value: dayOr(source.until, words.stillInForce) },
    ...(predecessors.length === 0 ? [] : [{ label: words.succeeds, value: joined(predecessors.map(link)) }]),
    ...(successors.length === 0 ? [] : [{ label: words.successor, value: joined(successors.map(link)) }]),
    { label: text.rules.mark, value: markWord(source.mark) },
    { label: words.hash, value: markup`<span class="hash">${source.textSha256 ?? words.noHash}</span>` },
    ...(source.note === null ? [] : [{ label: words.note, value: source.note }]),
  ];
}

function articlesOf({ articles }: SourceModel): Part {
  if (articles.length === 0) return markup`<p>${words.unused}</p>`;
  return articles.map(({ label, anchor, uses }) => {
    const items = uses.map((use) => {
      const title = use.title === "" ? words.uses[use.kind] : use.title;
      const kind = use.title === "" ? null : `${words.uses[use.kind]}${siteText.colon}`;
      return markup`<li>${kind}<a href="${use.href}">${title}</a> <span class="meta">${markWord(use.mark)}</span></li>`;
    });
    return markup`<h3 id="${anchor}">${label}</h3><ul class="uses">${items}</ul>`;
  });
}
