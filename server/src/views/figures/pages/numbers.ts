import { markup, type Html, type Part } from "../../../platform/html/markup.ts";
import { grouped } from "../../../platform/html/setting.ts";
import type { Numbers, Share } from "../rules/figures.ts";
import type { RowKind } from "../rules/row-kind.ts";
import { kindWords, pageText } from "../text.ts";

/** A share as it is read: 98.75%. */
export function shareWords(share: Share | null): string {
  return share === null ? pageText.noShare : `${(share / 100).toFixed(2)}%`;
}

/** A number that opens to its rows; nothing has none. */
export function opened(count: number, href: string): Part {
  return count === 0 ? "0" : markup`<a href="${href}">${grouped(count)}</a>`;
}

/** A sum that the reader can add up: 412 = 389 + 9 + 5 + 9. */
export function equation(
  terms: readonly RowKind[],
  question: {
    readonly of: Numbers;
    /** What stands left of the sign. */
    readonly whole: readonly RowKind[];
    readonly hrefOf: (kind: RowKind) => string;
  },
): Html {
  const { of, whole, hrefOf } = question;
  const term = (kind: RowKind, sign: string | null): Html =>
    markup`<li>${sign !== null && markup`<span class="op">${sign}</span>`}<span><b class="n">${opened(of[kind], hrefOf(kind))}</b> <span class="meta">${kindWords[kind]}</span></span></li>`;
  const left = whole.map((kind, at) => term(kind, at === 0 ? null : pageText.plus));
  const right = terms.map((kind, at) => term(kind, at === 0 ? pageText.equals : pageText.plus));
  return markup`<ul class="eq">${left}${right}</ul>`;
}

export const equationCss =
  ".eq{display:flex;flex-wrap:wrap;gap:.25rem 1rem;margin:.5rem 0}.eq li{display:flex;gap:1rem;align-items:baseline}.eq b{font-size:1.1875rem}.eq li>span:last-child{display:grid}";
