import { articleText } from "../../../policy/article-text.ts";
import { basisOf } from "../../../policy/file-schema.ts";
import type { PolicySnapshot } from "../../../policy/snapshot.ts";
import type { Basis, Mark } from "../../../policy/source.ts";

/** A basis as pages show it: its label, where it is read, how far it was checked. */
export interface Citation {
  readonly label: string;
  readonly href: string;
  readonly mark: Mark;
}

export function sourceHref(id: string): string {
  return `/rules/sources/${encodeURIComponent(id)}`;
}

export function entryHref(id: string): string {
  return `/catalogue/${encodeURIComponent(id)}`;
}

/** Where an article stands on the page of its source. */
export function articleAnchor(article: string | null): string {
  return article === null ? "whole" : `a-${article.replaceAll(/[^0-9A-Za-z-]/g, "-")}`;
}

/** @param mark how far the claim was checked that rests on the basis; without it, how far the source was. */
export function cite(policy: Pick<PolicySnapshot, "sources">, basis: Basis, mark?: Mark): Citation {
  return {
    label: articleText(policy, basis),
    href: `${sourceHref(basis.source)}#${articleAnchor(basis.article)}`,
    mark: mark ?? policy.sources.get(basis.source)?.mark ?? "unverified",
  };
}

/** The same for `source#article`, as files and judgements write it. */
export function citeReference(policy: Pick<PolicySnapshot, "sources">, reference: string, mark?: Mark): Citation {
  return cite(policy, basisOf(reference), mark);
}
