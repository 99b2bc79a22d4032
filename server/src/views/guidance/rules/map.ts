// The site map: fixed pages, and nothing about anybody.
import type { PolicySnapshot } from "../../../policy/snapshot.ts";
import { entryHref, sourceHref } from "./citation.ts";
import { guideHref } from "./guide.ts";
import type { Guide } from "./guide.ts";

export interface MapPage {
  readonly href: string;
  readonly word: string;
}

export interface MapModel {
  readonly groups: readonly {
    readonly id: "site" | "guides" | "rules" | "catalogue" | "own";
    readonly pages: readonly MapPage[];
  }[];
}

/** Never a subject, a record or a list of records: those are found by asking. */
export function mapModel(
  policy: PolicySnapshot,
  made: {
    readonly places: readonly MapPage[];
    readonly own: readonly MapPage[];
    readonly guides: readonly Guide[];
    /** What whoever holds a code or a document may ask. */
    readonly enquiries: readonly MapPage[];
    /** Pages that tell what the rules are made into: lists, measures, what was changed. */
    readonly rules: readonly MapPage[];
    readonly words: { readonly dates: string; readonly catalogue: string; readonly api: string };
  },
): MapModel {
  const entries = [...policy.entries.values()].map(({ id, zh }) => ({ href: entryHref(id), word: zh }));
  const sources = [...policy.sources.values()].map(({ id, title }) => ({ href: sourceHref(id), word: title }));
  const guides = made.guides.map(({ id, title }) => ({ href: guideHref(id), word: title }));
  return {
    groups: [
      { id: "site", pages: made.places },
      { id: "guides", pages: [...guides, { href: "/guide/dates", word: made.words.dates }, ...made.enquiries] },
      { id: "catalogue", pages: [{ href: "/catalogue", word: made.words.catalogue }, ...entries] },
      { id: "rules", pages: [...made.rules, ...sources] },
      { id: "own", pages: [...made.own, { href: "/api/v1/openapi.json", word: made.words.api }] },
    ],
  };
}
