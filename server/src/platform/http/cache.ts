// How long an answer may be kept by others, and the 304 that follows from it.
import type { Context } from "hono";
import { matchesEtag } from "./etag.ts";

/**
 * What kind of answer is cached.
 * adverse: may be stored, is always revalidated, and is kept out of search engines' copies.
 * revalidated: may be stored, is always revalidated.
 * fresh: may be reused for so many seconds.
 */
export type Caching =
  | { readonly kind: "adverse" }
  | { readonly kind: "revalidated" }
  | { readonly kind: "fresh"; readonly seconds: number };

/** Sets Cache-Control, and X-Robots-Tag where adverse statements stand in the answer. */
export function setCaching(c: Context, caching: Caching): void {
  if (caching.kind === "fresh") {
    c.header("cache-control", `public, max-age=${Math.max(0, Math.floor(caching.seconds))}`);
    return;
  }
  c.header("cache-control", "no-cache");
  if (caching.kind === "adverse") c.header("x-robots-tag", "noindex, noarchive");
}

/**
 * Names the current version of the answer and says whether the caller holds it already.
 * @returns 304 to be returned at once, or null when the answer has to be written.
 */
export function answerUnchanged(c: Context, etag: string, caching: Caching): Response | null {
  c.header("etag", etag);
  setCaching(c, caching);
  return matchesEtag(c.req.header("if-none-match"), etag) ? c.body(null, 304) : null;
}
