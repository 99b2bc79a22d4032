// Validators: an ETag over what an answer was made from, and the comparison of If-None-Match (RFC 9110 §8.8, §13.1.2).
import { hash } from "node:crypto";

/** What an answer depends on: the day, the policy hash, versions, row identities. */
export type EtagPart = string | number | boolean | null | Uint8Array;

/**
 * A strong ETag, quotes included. Every part is framed by its kind and length, so that no two lists of parts
 * can run together into the same bytes.
 */
export function etagOf(parts: readonly EtagPart[]): string {
  // As one text: a page has a hundred parts, and handing each to the hash costs more than hashing.
  let text = "";
  for (const part of parts) {
    const kind = part === null ? "null" : typeof part;
    const word = part instanceof Uint8Array ? Buffer.from(part).toString("latin1") : String(part);
    text += `${kind}${word.length}:${word}`;
  }
  return `"${hash("sha256", text, "base64url").slice(0, 27)}"`;
}

/** Longest If-None-Match that is read; anything longer is treated as not matching. */
const HEADER_MAX = 4096;
const TAG = String.raw`(?:W\/)?"[\u0021\u0023-\u007e\u0080-\u00ff]*"`;
const LIST = new RegExp(String.raw`^[\t ]*${TAG}(?:[\t ]*,[\t ,]*${TAG})*[\t ,]*$`);
const ONE = new RegExp(TAG, "g");

/**
 * Whether the caller already holds the current answer: weak comparison over a list of tags, or `*`.
 * A malformed header never matches: the caller then simply receives the whole answer.
 */
export function matchesEtag(ifNoneMatch: string | undefined, etag: string): boolean {
  if (ifNoneMatch === undefined || ifNoneMatch.length > HEADER_MAX) return false;
  if (ifNoneMatch.trim() === "*") return true;
  if (!LIST.test(ifNoneMatch)) return false;
  const wanted = withoutWeakness(etag);
  return (ifNoneMatch.match(ONE) ?? []).some((tag) => withoutWeakness(tag) === wanted);
}

function withoutWeakness(tag: string): string {
  return tag.startsWith("W/") ? tag.slice(2) : tag;
}
