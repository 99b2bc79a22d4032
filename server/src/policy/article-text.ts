import { wholeInstrument, withArticle } from "./text.ts";
import type { PolicySnapshot } from "./snapshot.ts";
import type { Basis } from "./source.ts";

/**
 * The label of a basis for pages and refusals: the title in book marks and the article; the title alone where the
 * instrument as a whole is meant. A source that the snapshot does not know is shown by its id.
 */
export function articleText(snapshot: Pick<PolicySnapshot, "sources">, basis: Basis): string {
  const source = snapshot.sources.get(basis.source);
  const title = source?.title ?? basis.source;
  if (basis.article === null) return wholeInstrument(title);
  return withArticle(title, { article: basis.article, rank: source?.rank });
}

/** The same for a reference as refusals carry it: `source#article`. */
export function referenceText(snapshot: Pick<PolicySnapshot, "sources">, reference: string): string {
  const cut = reference.indexOf("#");
  const source = cut < 0 ? reference : reference.slice(0, cut);
  const article = cut < 0 ? "" : reference.slice(cut + 1);
  return articleText(snapshot, { source, article: article === "" || article === "*" ? null : article });
}
