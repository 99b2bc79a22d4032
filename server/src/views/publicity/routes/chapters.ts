import type { CatalogueEntry } from "../../../policy/catalogue-entry.ts";
import type { PolicySnapshot } from "../../../policy/snapshot.ts";
import { admits } from "../../visibility/index.ts";
import type { Chapter } from "../pages/model.ts";

/** The order of a subject's page, fixed and not by severity; entries not named here come last. */
const order: readonly string[] = [
  "permit",
  "administrative-confirmation",
  "administrative-payment",
  "administrative-reward",
  "administrative-ruling",
  "administrative-levy",
  "administrative-compensation",
  "penalty",
  "coercive-measure",
  "abnormal-operation",
  "serious-list",
  "judgment-debtor",
  "honour",
  "rating",
  "commitment",
];

/** Chapters that stand on every page, so that their absence says nothing of a subject. */
const everywhere: ReadonlySet<string> = new Set(["permit", "honour"]);

/** Identity, not a chapter. */
export const registrationEntry = "registration";

/** Entries of the public page in the order of its chapters, registration left out. */
export function chapterEntries(policy: PolicySnapshot): readonly CatalogueEntry[] {
  const place = (entry: CatalogueEntry): number => {
    const at = order.indexOf(entry.id);
    return at < 0 ? order.length : at;
  };
  return [...policy.entries.values()]
    .filter((entry) => entry.id !== registrationEntry && admits("public-page", entry))
    .toSorted((a, b) => place(a) - place(b));
}

export function standsEverywhere(entry: CatalogueEntry): boolean {
  return entry.adverse || everywhere.has(entry.id);
}

export function layoutOf(entry: CatalogueEntry): Chapter["layout"] {
  if (entry.adverse) return "beam";
  return entry.category === "administrative-acts" || entry.id === "permit" ? "table" : "plain";
}

/** Where all that is shown of an entry is listed. */
export function listHref(entry: string): string {
  return `/lists/${encodeURIComponent(entry)}`;
}
