import { markup, type Html, type Part } from "../../../platform/html/markup.ts";

/** One thing that can be done, with its day in the left column. */
export interface Way {
  readonly when: Part;
  readonly note: Part;
  /** Not yet possible: the day stands in a dashed outline. */
  readonly waits: boolean;
  readonly heading: Part;
  readonly lines: readonly string[];
}

export function way(one: Way): Html {
  const note = one.note !== null && markup`<p class="meta">${one.note}</p>`;
  const heading = one.heading !== null && one.heading !== undefined && markup`<h3>${one.heading}</h3>`;
  return markup`<li><div><b class="${one.waits && "dis"}">${one.when}</b>${note}</div><div>${heading}${one.lines.map((line) => markup`<p>${line}</p>`)}</div></li>`;
}

export const waysCss =
  ".can li{display:grid;grid-template-columns:12rem minmax(0,1fr);gap:.25rem 1.5rem;padding:1rem 0 1.5rem;border-bottom:1px solid var(--line)}.can li:first-child{padding-top:0}.can p+p{margin-top:.5rem}.dis{display:inline-block;border:2px dashed var(--field);padding:.25rem .5rem}@media(max-width:40rem){.can li{grid-template-columns:minmax(0,1fr)}}";
