import type { Day } from "../kernel/day.ts";
import type { PolicyDraft } from "./draft.ts";
import type { Fault, Position } from "./fault.ts";
import { readBasis } from "./file-schema.ts";
import type { SourceFile } from "./file-schema.ts";
import type { Located } from "./policy-file-set.ts";

/** How strictly a basis is judged: `in-force` carries a live rule; `known` only has to exist and not have ended. */
export type BasisUse = "in-force" | "known";

/** True when a source of one territory (GB/T 2260, "000000" the whole country) holds in a region. */
export function covers(territory: string, region: string): boolean {
  return region.startsWith(territory.replace(/(00){1,3}$/, ""));
}

/** Judges one written basis: it must name a known source and an article, be of the territory and in force on the day. */
export function lintBasis(draft: PolicyDraft, written: string, judged: { at: Position; use: BasisUse }): Fault[] {
  const { source: id, article } = readBasis(written);
  const source = draft.sources.get(id);
  if (source === undefined) return [{ ...judged.at, code: "policy.unknown-source", values: { source: id } }];
  const { title } = source.value;
  const faults: Fault[] = [];
  if (article === undefined && judged.use === "in-force") {
    faults.push({ ...judged.at, code: "policy.missing-article", values: { source: id, title } });
  }
  if (!covers(source.value.territory, draft.region)) {
    const values = { source: id, title, territory: source.value.territory, region: draft.region };
    faults.push({ ...judged.at, code: "policy.foreign-territory", values, article: written });
  }
  const timing = lintTiming(draft, source, judged.use);
  if (timing !== undefined) faults.push({ ...judged.at, ...timing, article: written });
  return faults;
}

type Timing = Pick<Fault, "code" | "values">;

function lintTiming(draft: PolicyDraft, { value: source }: Located<SourceFile>, use: BasisUse): Timing | undefined {
  const named = { source: source.id, title: source.title, day: draft.day };
  if (source.until !== null && source.until <= draft.day) {
    const successor = successorOf(draft, source.id, draft.day);
    return {
      code: "policy.expired-basis",
      values: { ...named, until: source.until, successor: successor?.title ?? "" },
    };
  }
  if (use === "known") return undefined;
  if (source.inForce === null) return { code: "policy.undated-basis", values: named };
  if (source.inForce > draft.day)
    return { code: "policy.not-yet-in-force", values: { ...named, inForce: source.inForce } };
  return undefined;
}

function successorOf(draft: PolicyDraft, id: string, day: Day): SourceFile | undefined {
  const heirs = [...draft.sources.values()].map((source) => source.value);
  return heirs.find((heir) => heir.succeeds.includes(id) && heir.inForce !== null && heir.inForce <= day);
}

/** Successions must join without a gap: the old text ends on the day on which the new one begins. */
export function lintSources(draft: PolicyDraft): Fault[] {
  const faults: Fault[] = [];
  for (const source of draft.sources.values()) {
    const { inForce, until, id } = source.value;
    if (inForce !== null && until !== null && until <= inForce) {
      faults.push({
        ...source.at(["until"]),
        code: "policy.succession-gap",
        values: { source: id, from: inForce, until },
      });
    }
    for (const [index, name] of source.value.succeeds.entries()) {
      faults.push(...lintSuccession(draft, source, { name, index }));
    }
  }
  return faults;
}

function lintSuccession(
  draft: PolicyDraft,
  heir: Located<SourceFile>,
  link: { readonly name: string; readonly index: number },
): Fault[] {
  const at = heir.at(["succeeds", link.index]);
  const before = draft.sources.get(link.name);
  if (before === undefined) return [{ ...at, code: "policy.unknown-source", values: { source: link.name } }];
  const { until } = before.value;
  const { inForce } = heir.value;
  if (inForce === null || until === inForce) return [];
  const values = { source: heir.value.id, before: link.name, from: inForce, until: until ?? "" };
  return [{ ...at, code: "policy.succession-gap", values }];
}
