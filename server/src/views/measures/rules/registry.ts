// The registry as pages show it: by matter what may follow, and one measure whole.
import type { SubjectKind } from "../../../policy/catalogue-entry.ts";
import type { Measure, MeasureState, MeasureTerm, Trigger } from "../../../policy/measure.ts";
import type { PolicySnapshot } from "../../../policy/snapshot.ts";
import type { Basis, Mark } from "../../../policy/source.ts";
import type { Citation } from "../../guidance/index.ts";

/** Makes a basis a citation of its page. */
export type Cite = (policy: PolicySnapshot, basis: Basis) => Citation;

export interface MeasureLine {
  readonly title: string;
  readonly href: string;
  readonly kind: Measure["kind"];
  readonly measureClass: Measure["measureClass"];
  readonly state: MeasureState;
  readonly citations: readonly Citation[];
}

export interface RegistryModel {
  readonly official: boolean;
  readonly matters: readonly {
    readonly id: string;
    readonly title: string;
    readonly measures: readonly MeasureLine[];
  }[];
  /** Measures that no office is told of: class 3, templates, pending and lapsed ones. */
  readonly apart: readonly MeasureLine[];
}

/** What brings a measure about, in words: a list by its name, an entry by its name with the words it must say. */
export interface TriggerLine {
  readonly title: string;
  readonly href: string | null;
  readonly says: readonly { readonly field: string; readonly words: readonly string[] }[];
}

export interface MeasureModel {
  readonly id: string;
  readonly version: number;
  readonly title: string;
  readonly kind: Measure["kind"];
  readonly measureClass: Measure["measureClass"];
  readonly item: string | null;
  readonly content: string;
  readonly state: MeasureState;
  readonly mark: Mark;
  readonly triggers: readonly TriggerLine[];
  readonly unless: readonly TriggerLine[];
  readonly subjectKinds: readonly SubjectKind[];
  readonly matters: readonly string[];
  readonly bodies: readonly { readonly title: string; readonly levels: Measure["bodies"][number]["levels"] }[];
  readonly citations: readonly Citation[];
  readonly term: MeasureTerm;
  readonly remedy: { readonly says: string; readonly citation: Citation | null };
  readonly commitment: string | null;
  readonly note: string | null;
}

export function measureHref(id: string): string {
  return `/measures/${encodeURIComponent(id)}`;
}

function lineOf(policy: PolicySnapshot, measure: Measure, cite: Cite): MeasureLine {
  const { id, zh, kind, measureClass, state, basis } = measure;
  const citations = basis.map((one) => cite(policy, one));
  return { title: zh, href: measureHref(id), kind, measureClass, state, citations };
}

export function registryModel(policy: PolicySnapshot, cite: Cite): RegistryModel {
  const all = [...policy.measures.values()];
  const told = all.filter(({ state, measureClass }) => state === "live" && measureClass !== 3);
  const matters = [...policy.matters.values()].map(({ id, zh }) => ({
    id,
    title: zh,
    measures: told.filter((measure) => measure.matters.includes(id)).map((measure) => lineOf(policy, measure, cite)),
  }));
  const apart = all.filter((measure) => !told.includes(measure)).map((measure) => lineOf(policy, measure, cite));
  return { official: policy.official, matters, apart };
}

function triggerLine(policy: PolicySnapshot, trigger: Trigger): TriggerLine {
  if ("list" in trigger) {
    return { title: policy.lists.get(trigger.list)?.zh ?? trigger.list, href: null, says: [] };
  }
  const entry = policy.entries.get(trigger.entry);
  const says = trigger.where.map(({ field, contains }) => ({
    field: entry?.fields.find(({ id }) => id === field)?.zh ?? field,
    words: contains,
  }));
  return { title: entry?.zh ?? trigger.entry, href: `/catalogue/${encodeURIComponent(trigger.entry)}`, says };
}

/** One measure; null where the registry has none of that name. */
export function measureModel(policy: PolicySnapshot, id: string, cite: Cite): MeasureModel | null {
  const measure = policy.measures.get(id);
  if (measure === undefined) return null;
  const { zh, kind, measureClass, item, content, state, mark, subjectKinds, term, commitment, note, version } = measure;
  const { basis } = measure.remedy;
  return {
    id,
    version,
    title: zh,
    kind,
    measureClass,
    item,
    content,
    state,
    mark,
    triggers: measure.triggers.map((one) => triggerLine(policy, one)),
    unless: measure.unless.map((one) => triggerLine(policy, one)),
    subjectKinds,
    matters: measure.matters.map((one) => policy.matters.get(one)?.zh ?? one),
    bodies: measure.bodies.map((body) => ({ title: body.zh, levels: body.levels })),
    citations: measure.basis.map((one) => cite(policy, one)),
    term,
    remedy: { says: measure.remedy.zh, citation: basis === null ? null : cite(policy, basis) },
    commitment,
    note,
  };
}
