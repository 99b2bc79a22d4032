import { markup, type Html, type Part } from "../../../platform/html/markup.ts";
import { complianceOf, latenessOf } from "../rules/figures.ts";
import type { Numbers } from "../rules/figures.ts";
import type { RowKind } from "../rules/row-kind.ts";
import { kindWords, pageText } from "../text.ts";
import { opened, shareWords } from "./numbers.ts";

/** A line of a table of figures. */
export interface FiguresRow {
  readonly head: Part;
  readonly numbers: Numbers;
  readonly hrefOf: (kind: RowKind) => string;
  readonly extra?: Part;
}

const before: readonly RowKind[] = ["submitted", "accepted", "duplicates", "quarantined", "rejected"];

export interface FiguresTableOptions {
  readonly caption: string;
  readonly head: string;
  readonly rows: readonly FiguresRow[];
  /** Null where the lines are no parts of a whole. */
  readonly sum: FiguresRow | null;
  /** Head of the last column, whose cells are each row's `extra`. */
  readonly extra: string;
}

/** Departments, regions or months with their numbers at the right edge; the sum stands over a double rule. */
export function figuresTable(options: FiguresTableOptions): Html {
  const heads = [
    ...before.map((kind) => kindWords[kind]),
    pageText.compliance,
    kindWords.late,
    pageText.lateness,
    options.extra,
  ];
  const line = (row: FiguresRow, label: string | null): Html => {
    const cells: Part[] = [
      ...before.map((kind) => opened(row.numbers[kind], row.hrefOf(kind))),
      shareWords(complianceOf(row.numbers)),
      opened(row.numbers.late, row.hrefOf("late")),
      shareWords(latenessOf(row.numbers)),
      row.extra,
    ];
    const columns = cells.map((cell, at) => markup`<td data-l="${heads[at]}">${cell}</td>`);
    return markup`<tr${label !== null && markup` class="t"`}><th scope="row">${row.head}</th>${columns}</tr>`;
  };
  const head = heads.map((word) => markup`<th scope="col">${word}</th>`);
  const sum = options.sum !== null && line(options.sum, pageText.sum);
  return markup`<table class="fg"><caption class="skip">${options.caption}</caption><thead><tr><th scope="col">${options.head}</th>${head}</tr></thead><tbody>${options.rows.map((row) => line(row, null))}${sum}</tbody></table>`;
}

const wide =
  ".fg td,.fg thead th+th{text-align:right;white-space:nowrap;padding-right:0;padding-left:.75rem}.fg tbody th{min-width:8em}.fg .t>*{font-weight:700;border-top:1px solid var(--ink);border-bottom:3px double var(--ink)}";
const folded =
  "{.fg,.fg tbody,.fg caption,.fg tr,.fg tbody th,.fg td{display:block}.fg thead{position:absolute;left:-99em}.fg tr{display:grid;grid-template-columns:repeat(3,minmax(0,1fr));gap:.25rem 1rem;padding:.5rem 0;border-bottom:1px solid var(--line)}.fg tbody th{grid-column:1/-1;padding:0;border:0}.fg td{padding:0;border:0;text-align:left;white-space:normal}.fg td:before{content:attr(data-l);display:block;color:var(--soft);font-size:.875rem}.fg .t>*{border:0}.fg .t{border-top:1px solid var(--ink);border-bottom:3px double var(--ink)}}";

/** Nine columns of numbers need more room than a table of words: they fold earlier, and earlier still in large type; on paper they never do. */
const foldedLarge = folded.replace(/([{},])\./gu, "$1.big .");
export const figuresTableCss = `${wide}@media screen and (max-width:52rem)${folded}@media screen and (max-width:64rem)${foldedLarge}`;
