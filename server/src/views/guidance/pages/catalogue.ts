import { chapter, chapterCss, facts, factsCss } from "../../../platform/html/chapter.ts";
import { stylesheet } from "../../../platform/html/layout.ts";
import { markup, type Html } from "../../../platform/html/markup.ts";
import { settingCss } from "../../../platform/html/setting.ts";
import { stackCss, table, tableCss } from "../../../platform/html/table.ts";
import { framed, trail } from "../../site/index.ts";
import type { Chrome } from "../../site/index.ts";
import type { CatalogueModel } from "../rules/catalogue.ts";
import { text } from "../text.ts";
import { basis, heading, link, links, partCss } from "./part.ts";
import { templatesOf } from "./rules.ts";

const words = text.catalogue;

const ownCss =
  ".stack th{font-weight:400}@media print,(min-width:40.01rem){.stack th{width:50%}}@media screen and (max-width:54rem){.big .stack th{width:auto}}.cat li{padding:.125rem 0}";

export const catalogueCss = stylesheet([settingCss, chapterCss, factsCss, tableCss, stackCss, partCss, ownCss]);

/** What may be recorded, what waits, and what never is. */
export function cataloguePage(model: CatalogueModel, chrome: Chrome): Html {
  return framed(
    {
      title: words.title,
      css: catalogueCss,
      place: "rules",
      body: [
        trail([markup`<a href="/rules">${text.rules.title}</a>`, words.title]),
        heading({ title: words.title, lead: words.lead }),
        categoriesChapter(model),
        chapter({
          id: "templates",
          title: text.rules.templates,
          aside: [text.rules.templatesNote],
          body: templatesOf(model.templates),
        }),
        forbiddenChapter(model),
      ],
    },
    chrome,
  );
}

function categoriesChapter({ categories, regionName }: CatalogueModel): Html {
  const rows = categories.map(({ no, title, entries }) => {
    const items = entries.map(
      (entry) =>
        markup`<li>${link(entry)}${entry.adverse && markup` <span class="meta n">${words.adverse}</span>`}</li>`,
    );
    const none = markup`<span class="meta">${words.noEntry}</span>`;
    return {
      head: `${no}. ${title}`,
      cells: [{ label: words.entries, value: items.length === 0 ? none : markup`<ul class="cat">${items}</ul>` }],
    };
  });
  const whence = categories[0];
  return chapter({
    id: "categories",
    title: words.categories,
    aside: [regionName, words.categoriesNote, ...(whence === undefined ? [] : [basis(whence.citation)])],
    body: [
      table({ caption: words.categories, head: [words.category, words.entries], rows }),
      links([{ href: "/api/v1/catalogue", word: words.api }]),
    ],
  });
}

function forbiddenChapter({ forbidden }: CatalogueModel): Html {
  const rows = forbidden.map((kind) => ({
    label: kind.title,
    value: markup`${kind.refused ? words.refused : words.questioned}<br>${basis(kind.citation)}`,
  }));
  return chapter({
    id: "forbidden",
    title: words.forbidden,
    aside: [words.forbiddenNote],
    body: facts(rows),
  });
}
