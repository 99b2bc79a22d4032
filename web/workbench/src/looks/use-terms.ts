import { useState } from "react";
import { useCatalogue } from "../client/catalogue.ts";
import { useFilters } from "../router/address.ts";
import { dayOf } from "../ui/moment.ts";
import { noRules, useLookRules } from "./rules.ts";
import type { LookRules } from "./rules.ts";
import { termsFaults, termsOf } from "./terms.ts";
import type { Terms, TermsFault } from "./terms.ts";

/** The terms of the address, as a form shows them. */
export interface TermsState {
  readonly terms: Terms;
  readonly rules: LookRules;
  /** What is wrong, from the first try on. */
  readonly faults: readonly TermsFault[];
  readonly isWhole: boolean;
  readonly tried: boolean;
  readonly attempt: () => void;
  readonly change: (change: Readonly<Record<string, string | null>>) => void;
}

/** @param changed is told of every change: terms that changed have no wording any more. */
export function useTerms(changed: () => void): TermsState {
  const [query, setFilters] = useFilters();
  const { value: rules } = useLookRules();
  const { value: catalogue } = useCatalogue();
  const [tried, setTried] = useState(false);
  // The day of the server: that of the law, not that of the machine.
  const terms = termsOf(query, catalogue?.day ?? dayOf(new Date().toISOString()));
  const known = rules ?? noRules;
  const faults = termsFaults(terms, known.authorisation?.usesMax ?? null);
  return {
    terms,
    rules: known,
    faults: tried ? faults : [],
    isWhole: faults.length === 0,
    tried,
    attempt: () => setTried(true),
    change: (to) => {
      changed();
      setFilters(to);
    },
  };
}
