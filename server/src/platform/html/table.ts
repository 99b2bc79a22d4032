import { markup, type Html, type Part } from "./markup.ts";

/** A cell; `label` repeats the column's head where the table is stacked on a narrow screen. */
export interface Cell {
  readonly label?: string;
  readonly value: Part;
}

export interface TableOptions {
  readonly caption: string;
  readonly head: readonly string[];
  readonly rows: readonly { readonly head: Part; readonly cells: readonly Cell[] }[];
}

/** A table whose rows have heads of their own and which becomes stacked rows under 40 rem. */
export function table(options: TableOptions): Html {
  const head = options.head.map((word) => markup`<th scope="col">${word}</th>`);
  const rows = options.rows.map((row) => markup`<tr><th scope="row">${row.head}</th>${row.cells.map(cell)}</tr>`);
  return markup`<table class="stack"><caption class="skip">${options.caption}</caption><thead><tr>${head}</tr></thead><tbody>${rows}</tbody></table>`;
}

function cell(content: Cell): Html {
  if (content.label === undefined) return markup`<td>${content.value}</td>`;
  return markup`<td data-l="${content.label}"><div>${content.value}</div></td>`;
}

/**
 * Rules for a narrow screen, and for a middling one in large type, where the same words need the room of a narrow one.
 * `rules` is one block whose selectors all begin with their own class.
 */
export function narrow(rules: string): string {
  const large = rules.replace(/([{},])\./gu, "$1.big .");
  return `@media(max-width:40rem)${rules}@media(max-width:54rem)${large}`;
}

export const tableCss =
  "table{border-collapse:collapse;width:100%}caption{text-align:left}th,td{text-align:left;vertical-align:baseline;padding:.5rem 1rem .5rem 0;border-bottom:1px solid var(--line)}th{font-weight:600}thead th{font-size:.875rem;color:var(--soft);border-bottom:1px solid var(--ink);padding-top:0}";
const stacked = [
  "{.stack,.stack tbody,.stack tr{display:block}",
  ".stack thead{position:absolute;left:-99em}",
  ".stack tr{padding:.5rem 0;border-bottom:1px solid var(--line)}",
  ".stack td,.stack th{display:block;border:0;padding:.125rem 0}",
  ".stack [data-l]{display:grid;align-items:baseline;grid-template-columns:6em minmax(0,1fr);gap:0 1rem}",
  ".stack [data-l]:before{content:attr(data-l);color:var(--soft);font-size:.875rem}}",
].join("");

export const stackCss = narrow(stacked);
