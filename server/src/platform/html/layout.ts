import { houseMark } from "./icon.ts";
import { markup, raw, type Html, type Part } from "./markup.ts";
import { baseCss, frameCss, lastCss, tokensCss } from "./tokens.ts";

export interface NavigationItem {
  readonly href: string;
  readonly word: string;
  readonly current: boolean;
}

/** Everything around the matter of a page. All words come from the caller. */
export interface LayoutOptions {
  readonly language: string;
  readonly title: string;
  /** The result of `stylesheet`, whose hash stands in the content security policy. */
  readonly css: string;
  readonly large: boolean;
  readonly skip: string;
  /** Above the masthead: a word on what this site is (or nothing), and the link to the other type size. */
  readonly top: { readonly note: Part; readonly link: { readonly href: string; readonly word: string } };
  readonly brand: { readonly href: string; readonly word: string };
  readonly navigation: { readonly label: string; readonly items: readonly NavigationItem[] };
  readonly body: Part;
  readonly footer: readonly Part[];
}

/** One stylesheet for one kind of page: the frame, the components it uses, then narrow, large and paper. */
export function stylesheet(components: readonly string[]): string {
  return [tokensCss, baseCss, frameCss, ...components, lastCss].join("");
}

/** A whole page: no script, no foreign resource, one inlined style. */
export function layout(options: LayoutOptions): Html {
  const { top, brand, navigation } = options;
  const items = navigation.items.map(
    (item) => markup`<li><a href="${item.href}"${item.current && markup` aria-current="page"`}>${item.word}</a></li>`,
  );
  return markup`<!doctype html>
<html lang="${options.language}"${options.large && markup` class="big"`}>
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><title>${options.title}</title><link rel="icon" href="data:,"><style>${raw(options.css)}</style></head>
<body><a class="skip" href="#m">${options.skip}</a>
<header><div class="top"><div class="w">${top.note && markup`<span>${top.note}</span>`}<a href="${top.link.href}">${top.link.word}</a></div></div>
<div class="mast"><div class="w"><a class="brand" href="${brand.href}">${houseMark()}${brand.word}</a><nav aria-label="${navigation.label}"><ul>${items}</ul></nav></div></div>
<div class="w"><div class="rule"></div></div></header>
<main id="m"><div class="w">
${options.body}
</div></main>
<footer><div class="w">${options.footer.map((line) => markup`<span>${line}</span>`)}</div></footer></body></html>
`;
}
