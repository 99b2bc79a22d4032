import type { TermLine } from "../rules.ts";
import { text } from "../text.ts";

/** How long a listing lasts, in words. */
export function termText(term: TermLine | null): string {
  if (term === null || (term.kind === "months" && term.months === null)) return text.terms.unknown;
  if (term.kind !== "months") return text.terms[term.kind];
  const more = term.extensionMonthsMax === null ? "" : text.terms.extension(term.extensionMonthsMax);
  return `${text.terms.months(term.months ?? 0)}${more}`;
}
