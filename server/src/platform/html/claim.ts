import { icon } from "./icon.ts";
import { markup, type Html, type Part } from "./markup.ts";

/**
 * A claim about what was not found. It is quiet, and it always names its scope:
 * there is no way to write one without.
 */
export function absence(claim: { readonly says: Part; readonly scope: Part }): Html {
  return markup`<div class="none">${icon("hollow")}<div><p>${claim.says}</p><p class="meta">${claim.scope}</p></div></div>`;
}

/** What could not be looked up. It is loud, because a reader must not take it for an absence. */
export function unknown(claim: { readonly word: string; readonly about: Part; readonly since: Part }): Html {
  return markup`<div class="none na"><span class="mo">${icon("broken")}</span><div><p><b class="mo">${claim.word}</b> <span>${claim.about}</span></p><p class="meta">${claim.since}</p></div></div>`;
}

/** One kind of notice only: a band and a bar of ink. Urgency is said in words and days. */
export function notice(body: Part): Html {
  return markup`<div class="note">${body}</div>`;
}

export const claimCss =
  ".none{display:flex;gap:.75rem;margin-top:1rem}.none:first-child{margin-top:0}.none>.i,.none>.mo{margin-top:.2em}.na{border:2px dashed var(--mo);padding:1rem 1.5rem}.na b{margin-right:.75rem}";
export const noticeCss =
  ".note{border-left:4px solid var(--ink);background:var(--band);padding:1rem 1.5rem}.note p+p{margin-top:.5rem}";
