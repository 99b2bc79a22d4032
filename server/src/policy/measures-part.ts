import type { PolicyDraft } from "./draft.ts";
import { basisOf, readBasis } from "./file-schema.ts";
import type { SourceFile } from "./file-schema.ts";
import { fixedMap } from "./frozen.ts";
import type { Matter, Measure, MeasureState } from "./measure.ts";
import type { MeasureCase, MeasureFile } from "./measure-file.ts";
import { readPolicyFiles } from "./policy-files.ts";
import type { Rank } from "./source.ts";

/** Ranks that may carry what reduces rights or adds duties (意见十二; promise 2). */
const RIGHTS_RANKS: ReadonlySet<Rank> = new Set<Rank>(["law", "administrative-regulation", "local-regulation"]);
/** Ranks that may carry any other measure. */
const POLICY_RANKS: ReadonlySet<Rank> = new Set<Rank>([...RIGHTS_RANKS, "central-policy"]);

/** As much of a draft as the registry is made of. */
export type MeasureDraft = Pick<PolicyDraft, "day" | "sources" | "confirmed" | "measures">;

/** The registry by id. A basis that has ended lapses its measure that midnight, without anybody acting. */
export function measuresOf(draft: MeasureDraft): ReadonlyMap<string, Measure> {
  return fixedMap(
    [...draft.measures.values()].map(({ value }): [string, Measure] => [value.id, measureOf(draft, value)]),
  );
}

export function mattersOf(draft: PolicyDraft): ReadonlyMap<string, Matter> {
  return fixedMap([...draft.matters.values()].map(({ value }): [string, Matter] => [value.id, value]));
}

function measureOf(draft: MeasureDraft, file: MeasureFile): Measure {
  const { class: measureClass, ...same } = file;
  return {
    ...same,
    measureClass,
    basis: file.basis.map(basisOf),
    remedy: { zh: file.remedy.zh, basis: file.remedy.basis === null ? null : basisOf(file.remedy.basis) },
    state: stateOf(draft, file),
  };
}

/** Which ranks may carry a measure: class 1 and bars by statute only the first three. */
export function ranksFor({ kind, class: measureClass }: Pick<MeasureFile, "kind" | "class">): ReadonlySet<Rank> {
  return kind === "statutory-bar" || measureClass === 1 ? RIGHTS_RANKS : POLICY_RANKS;
}

/** The instruments of a measure that are of a rank which may carry it. */
export function carriersOf(draft: Pick<MeasureDraft, "sources">, file: MeasureFile): readonly SourceFile[] {
  const ranks = ranksFor(file);
  return file.basis.flatMap((written) => {
    const source = draft.sources.get(readBasis(written).source)?.value;
    return source !== undefined && ranks.has(source.rank) ? [source] : [];
  });
}

/** Shipped as template and not confirmed: known, and never offered. */
export function isMeasureTemplate(
  draft: Pick<MeasureDraft, "confirmed">,
  { id, state }: Pick<MeasureFile, "id" | "state">,
): boolean {
  return state === "template" && !draft.confirmed.has(`measure:${id}`);
}

function stateOf(draft: MeasureDraft, file: MeasureFile): MeasureState {
  if (isMeasureTemplate(draft, file)) return "template";
  const { day } = draft;
  const begun = carriersOf(draft, file).filter(({ inForce }) => inForce !== null && inForce <= day);
  if (begun.length === 0) return "pending";
  return begun.some(({ until }) => until === null || day < until) ? "live" : "lapsed";
}

/** The cases of `measures/cases.yaml`, in order. */
export function readMeasureCases(folders: readonly string[], region: string): readonly MeasureCase[] {
  return readPolicyFiles({ folders, region }).measureCases.map(({ value }) => value);
}
