import { chapter, chapterCss } from "../../../platform/html/chapter.ts";
import { notice, noticeCss } from "../../../platform/html/claim.ts";
import { stylesheet } from "../../../platform/html/layout.ts";
import { markup, type Html } from "../../../platform/html/markup.ts";
import { settingCss } from "../../../platform/html/setting.ts";
import { framed, trail } from "../../site/index.ts";
import type { Chrome } from "../../site/index.ts";
import type { SiteDocument } from "../rules/document.ts";
import type { MapModel } from "../rules/map.ts";
import { text } from "../text.ts";
import { heading, links, partCss } from "./part.ts";

const ownCss =
  ".map{columns:2;column-gap:2.5rem}.map li{padding:.125rem 0;break-inside:avoid}@media(max-width:40rem){.map{columns:1}}.big .map{columns:1}.hd+.note{margin-bottom:1.5rem}";

export const documentCss = stylesheet([settingCss, chapterCss, noticeCss, partCss, ownCss]);

/** A page of plain words about the site itself. */
export function documentPage(model: { readonly document: SiteDocument }, chrome: Chrome): Html {
  const { document } = model;
  return framed(
    {
      title: document.title,
      css: documentCss,
      body: [
        trail([document.title]),
        heading({ title: document.title, lead: document.says }),
        !chrome.official && notice(markup`<p>${text.about.demonstration}</p>`),
        document.sections.map((section) =>
          chapter({
            id: section.id,
            title: section.title,
            aside: [section.note],
            body: [section.lines.map((line) => markup`<p>${line}</p>`), links(section.links)],
          }),
        ),
      ],
    },
    chrome,
  );
}

/** Every fixed page of the site by group. */
export function mapPage({ groups }: MapModel, chrome: Chrome): Html {
  const words = text.sitemap;
  return framed(
    {
      title: words.title,
      css: documentCss,
      body: [
        trail([words.title]),
        heading({ title: words.title, lead: words.lead }),
        groups.map(({ id, pages }) =>
          chapter({
            id,
            title: words.groups[id],
            aside: [words.groupNote(pages.length)],
            body: markup`<ul class="map">${pages.map((page) => markup`<li><a href="${page.href}">${page.word}</a></li>`)}</ul>`,
          }),
        ),
      ],
    },
    chrome,
  );
}

/** The same for robots, with absolute addresses below `origin`. */
export function mapXml({ groups }: MapModel, origin: string): Html {
  const pages = groups.flatMap((group) => group.pages).filter(({ href }) => !href.startsWith("/api/"));
  const urls = pages.map(({ href }) => markup`<url><loc>${origin}${href}</loc></url>\n`);
  return markup`<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n${urls}</urlset>\n`;
}
