// What the pages of this slice share: a heading, a basis with its mark, a list of links.
import { markup, type Html, type Part } from "../../../platform/html/markup.ts";
import { shortDay } from "../../../platform/html/setting.ts";
import type { Day } from "../../../kernel/day.ts";
import type { Mark } from "../../../policy/source.ts";
import { siteText } from "../../site/index.ts";
import type { Citation } from "../rules/citation.ts";
import { text } from "../text.ts";

export function heading(page: { readonly title: string; readonly lead: Part }): Html {
  return markup`<div class="hd"><h1>${page.title}</h1><p>${page.lead}</p></div>`;
}

/** How far something was checked; an unverified one stands out by its words, not by a colour. */
export function markWord(mark: Mark): Html {
  return markup`<span class="n">${text.marks[mark]}</span>`;
}

/** A basis: where it is read, and how far it was checked. */
export function basis(one: Citation): Html {
  return markup`<a href="${one.href}">${one.label}</a> <span class="meta">${markWord(one.mark)}</span>`;
}

/** The basis of the counting: its article is certain, its use for publicity terms may be less so. */
export function appliedBasis({ label, href, mark }: Citation): Html {
  return markup`<a href="${href}">${label}</a> <span class="meta">${text.rules.applied}${markWord(mark)}</span>`;
}

export function bases(all: readonly Citation[]): Part {
  return all.map((one, at) => markup`${at > 0 && markup`<br>`}${basis(one)}`);
}

export function link(to: { readonly title: string; readonly href: string }): Html {
  return markup`<a href="${to.href}">${to.title}</a>`;
}

/** Links in a row. */
export function links(all: readonly { readonly href: string; readonly word: string }[]): Part {
  if (all.length === 0) return null;
  return markup`<p class="ms out">${all.map((one) => markup`<a href="${one.href}">${one.word}</a>`)}</p>`;
}

export function dayOr(day: Day | null, otherwise: string): Part {
  return day === null ? otherwise : shortDay(day);
}

export function joined(parts: readonly Part[]): Part {
  return parts.map((part, at) => [at > 0 && siteText.comma, part]);
}

export const partCss =
  ".hd{margin:.5rem 0 2.5rem}.hd h1{margin-bottom:.5rem}.out{margin-top:1rem}.ms.out{gap:.25rem 1.5rem}.sec p+p{margin-top:.5rem}";
