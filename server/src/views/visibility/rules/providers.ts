import type { CatalogueEntry, Provider } from "../../../policy/catalogue-entry.ts";
import type { PolicySnapshot } from "../../../policy/snapshot.ts";

const wholeRegister = "any-registered";

/** The providers of an entry by a policy; see `providersOf`. */
export type ProvidersOf = (entry: CatalogueEntry, policy: PolicySnapshot) => readonly Provider[];

/**
 * The providers of the region that may send an entry, in the order of the register: those whose line names it, those whom
 * the entry names, and everybody of the region where it names the whole register. Whoever lists, counts or filters by
 * departments asks here, so that no page knows a department that another does not.
 */
export function providersOf(entry: CatalogueEntry, policy: PolicySnapshot): readonly Provider[] {
  const named = entry.providers[policy.region] ?? [];
  return [...policy.providers.values()].filter(
    (one) =>
      one.entries.includes(entry.id) ||
      named.includes(one.uscc) ||
      (named.includes(wholeRegister) && one.region === policy.region),
  );
}
