import { markup, type Html, type Part } from "./markup.ts";

/** A page that has only a sentence, why, and the next thing one can do. */
export function failure(options: {
  readonly title: string;
  readonly says: readonly Part[];
  readonly next: Part;
}): Html {
  return markup`<div class="fail"><h1>${options.title}</h1>${options.says.map((line) => markup`<p>${line}</p>`)}${options.next}</div>`;
}

export const failureCss = ".fail{padding:1rem 0 4rem}.fail p{margin-top:1rem}.fail form{margin-top:2.5rem}";
