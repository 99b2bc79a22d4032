import { layout } from "../../../platform/html/layout.ts";
import { markup, type Html, type Part } from "../../../platform/html/markup.ts";
import { searchBox } from "../../../platform/html/search-box.ts";
import type { Chrome } from "../rules.ts";
import { siteText as text } from "../text.ts";

const SEARCH_PATH = "/subjects";
/** In large type the navigation keeps its first entries; all of them stand on the site map. */
const PLACES_IN_LARGE = 3;

/**
 * The link that changes the type size. The route behind it sets the cookie and goes back to `back`, which must be
 * a path of this site (one leading slash, not two).
 */
export const TYPE_SIZE_PATH = "/type-size";

export function typeSizeHref(chrome: Chrome): string {
  const query = new URLSearchParams({ size: chrome.large ? "usual" : "large", back: chrome.path });
  return `${TYPE_SIZE_PATH}?${query.toString()}`;
}

/** A place of the navigation. */
export type Place = keyof typeof text.places;

export interface FramedPage {
  readonly title: string;
  readonly css: string;
  readonly body: Part;
  /** Where in the navigation one is. */
  readonly place?: Place;
}

/** A page of the public site around its matter. */
export function framed(page: FramedPage, chrome: Chrome): Html {
  const places = Object.entries(text.places).map(([place, at]) => ({ ...at, current: place === page.place }));
  return layout({
    language: text.language,
    title: `${page.title}${text.titleJoin}${chrome.siteName}`,
    css: page.css,
    large: chrome.large,
    skip: text.skip,
    top: {
      note: chrome.official ? null : text.demonstration,
      link: { href: typeSizeHref(chrome), word: chrome.large ? text.usualType : text.largeType },
    },
    brand: { href: "/", word: chrome.siteName },
    navigation: { label: text.navigation, items: chrome.large ? places.slice(0, PLACES_IN_LARGE) : places },
    body: page.body,
    footer: [
      text.footer.region(chrome.regionName),
      text.footer.generated(chrome.generatedAt, chrome.policyVersion),
      markup`<span class="pa">${text.footer.address(chrome.path)}</span>`,
      text.footer.nature,
      ...text.footer.links.map((link) => markup`<a class="no" href="${link.href}">${link.word}</a>`),
    ],
  });
}

/** The search of the site, with what was typed and what is wrong with it. */
export function siteSearch(state: { readonly value: string; readonly problem: Part }): Html {
  return searchBox({ action: SEARCH_PATH, ...text.search, ...state });
}

/** Where a page stands, from the search down. */
export function trail(steps: readonly Part[]): Html {
  const first = markup`<a href="/">${text.places.search.word}</a>`;
  return markup`<p class="meta no">${first}${steps.map((step) => markup` / ${step}`)}</p>`;
}
