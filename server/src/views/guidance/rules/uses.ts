// Where each instrument is used: by entries, rules, forbidden kinds and guides.
import type { CatalogueEntry } from "../../../policy/catalogue-entry.ts";
import type { PublicityRule } from "../../../policy/publicity-rule.ts";
import type { PolicySnapshot } from "../../../policy/snapshot.ts";
import type { Basis, Mark } from "../../../policy/source.ts";
import { entryHref } from "./citation.ts";
import { guideHref } from "./guide.ts";
import type { Guide } from "./guide.ts";

export type UseKind =
  | "entry"
  | "update-term"
  | "retention"
  | "category"
  | "edition"
  | "rule"
  | "convention"
  | "minor-procedures"
  | "forbidden"
  | "guide";

export interface Use {
  readonly kind: UseKind;
  readonly basis: Basis;
  /** What it carries, by the name the policy gives it; empty where the kind says all. */
  readonly title: string;
  readonly href: string;
  readonly mark: Mark;
}

export function usesOf(policy: PolicySnapshot, guides: readonly Guide[]): readonly Use[] {
  return [
    ...[...policy.entries.values()].flatMap(usesOfEntry),
    ...policy.publicity.rules.flatMap((rule) => usesOfRule(rule, policy)),
    ...usesOfCounting(policy),
    ...policy.categories.map(({ zh, basis, mark }): Use => ({
      kind: "category",
      basis,
      title: zh,
      href: "/catalogue",
      mark,
    })),
    ...policy.forbidden.map(({ zh, basis, mark }): Use => ({
      kind: "forbidden",
      basis,
      title: zh,
      href: "/catalogue#forbidden",
      mark,
    })),
    ...guides.flatMap(usesOfGuide),
  ];
}

function usesOfEntry({ id, zh, basis, mark, updateTerm, retention }: CatalogueEntry): readonly Use[] {
  const use = { title: zh, href: entryHref(id) };
  return [
    ...basis.map((one): Use => ({ ...use, kind: "entry", basis: one, mark })),
    ...(updateTerm === null ? [] : [{ ...use, kind: "update-term", basis: updateTerm.basis, mark } as const]),
    ...(retention.basis === null
      ? []
      : [{ ...use, kind: "retention", basis: retention.basis, mark: retention.mark } as const]),
  ];
}

function usesOfRule(rule: PublicityRule, policy: PolicySnapshot): readonly Use[] {
  if (rule.kind === "severity-term") {
    return rule.editions.map(({ basis, mark }): Use => ({
      kind: "edition",
      basis,
      title: "",
      href: "/rules#terms",
      mark,
    }));
  }
  return entriesUnder(policy, rule.id).map(({ id, zh }): Use => ({
    kind: "rule",
    basis: rule.basis,
    title: zh,
    href: entryHref(id),
    mark: rule.mark,
  }));
}

/** The entries that a publicity rule governs. */
export function entriesUnder(policy: Pick<PolicySnapshot, "entries">, rule: string): readonly CatalogueEntry[] {
  return [...policy.entries.values()].filter((entry) => entry.publicityRule === rule);
}

function usesOfCounting({ publicity }: PolicySnapshot): readonly Use[] {
  const here = { title: "", href: "/rules#counting" };
  return [
    { ...here, kind: "convention", basis: publicity.conventionBasis, mark: publicity.conventionMark },
    { ...here, kind: "minor-procedures", basis: publicity.minorProceduresBasis, mark: publicity.minorProceduresMark },
  ];
}

function usesOfGuide({ id, title, chapters }: Guide): readonly Use[] {
  return chapters.flatMap(({ steps }) =>
    steps.flatMap(({ head, basis, mark }) =>
      basis.map((one): Use => ({
        kind: "guide",
        basis: one,
        title: `${title} · ${head}`,
        href: guideHref(id),
        mark: mark ?? "unverified",
      })),
    ),
  );
}
