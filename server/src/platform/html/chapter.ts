import { markup, type Html, type Part } from "./markup.ts";

/** A chapter of the ledger: its heading and margin notes at the left, its matter at the right. */
export interface ChapterOptions {
  readonly id: string;
  readonly title: string;
  readonly aside: readonly Part[];
  readonly body: Part;
}

export function chapter(options: ChapterOptions): Html {
  const aside = options.aside.map((line) => markup`<p class="meta">${line}</p>`);
  return markup`<section class="sec" id="${options.id}"><header><h2>${options.title}</h2>${aside}</header><div>${options.body}</div></section>`;
}

/** What is said about one thing, label beside value. */
export function facts(rows: readonly { readonly label: Part; readonly value: Part }[]): Html {
  return markup`<dl class="kv">${rows.map((row) => markup`<div><dt>${row.label}</dt><dd>${row.value}</dd></div>`)}</dl>`;
}

export const chapterCss =
  ".sec{border-top:3px double var(--ink);padding:1rem 0 2.5rem;margin-top:1.5rem}.sec>header{margin-bottom:1rem}.sec>header p{margin-top:.25rem}@media(min-width:62rem){html:not(.big) .sec{display:grid;grid-template-columns:13rem minmax(0,1fr);gap:0 2.5rem}}@media(max-width:40rem){.sec{padding-bottom:1.5rem}}";
export const factsCss =
  "dt{color:var(--soft)}.kv>div{display:grid;grid-template-columns:9em minmax(0,1fr);gap:0 1rem;padding:.5rem 0;border-bottom:1px solid var(--line)}.kv>:first-child{padding-top:0}@media(max-width:40rem){.kv>div{grid-template-columns:minmax(0,1fr)}}";
