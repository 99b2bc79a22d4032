// 异议申诉: within how many working days which step follows, and why somebody may object.
import type { PolicyDraft } from "./draft.ts";
import type { Fault } from "./fault.ts";
import { basisOf } from "./file-schema.ts";
import { fixedMap } from "./frozen.ts";
import { covers, lintBasis } from "./lint-basis.ts";
import type { ObjectionCase, ObjectionFile, ObjectionTarget } from "./objection-file.ts";
import { readPolicyFiles } from "./policy-files.ts";
import type { Located } from "./policy-file-set.ts";
import type { Basis, Mark } from "./source.ts";

/** Terms in working days, the day they start from not counted; null where the instrument sets none. */
export interface ObjectionTerms {
  /** From filing to acceptance, with which the mark is set. */
  readonly accept: number | null;
  /** From acceptance to the answer, where the platform answers for itself. */
  readonly own: number | null;
  /** From acceptance to forwarding. */
  readonly transfer: number | null;
  /** From forwarding to the answer. */
  readonly provider: number | null;
  /** By which that may be lengthened once. */
  readonly extension: number | null;
  /** From filing to the end. */
  readonly total: number | null;
}

export interface ObjectionRule extends ObjectionTerms {
  readonly id: string;
  readonly zh: string;
  /** Whether publicity of a contested record pauses until it is answered. */
  readonly pausesDisplay: boolean;
  readonly basis: Basis;
  readonly mark: Mark;
}

export interface ObjectionGround {
  readonly id: string;
  readonly zh: string;
  readonly targets: readonly ObjectionTarget[];
}

/** `rule` is null where none of the territory stands: objections are heard all the same, and no term is told. */
export interface ObjectionPolicy {
  readonly rule: ObjectionRule | null;
  readonly grounds: ReadonlyMap<string, ObjectionGround>;
}

function ruleOf({ territory: _territory, ...same }: ObjectionFile["rules"][number]): ObjectionRule {
  return { ...same, basis: basisOf(same.basis) };
}

/** The rule of the nearest territory that is confirmed or needs no confirmation. */
export function objectionOf(draft: PolicyDraft): ObjectionPolicy {
  const { objection, confirmed, region } = draft;
  const standing = (objection?.value.rules ?? []).filter(
    (rule) => covers(rule.territory, region) && (rule.mark !== "unverified" || confirmed.has(`objection:${rule.id}`)),
  );
  const [nearest] = standing.toSorted((a, b) => widthOf(a.territory) - widthOf(b.territory));
  return {
    rule: nearest === undefined ? null : ruleOf(nearest),
    grounds: fixedMap((objection?.value.grounds ?? []).map((one): [string, ObjectionGround] => [one.id, one])),
  };
}

/** How far a territory reaches: the country, a province, a city, a county. */
function widthOf(territory: string): number {
  return /(00){0,3}$/.exec(territory)?.[0].length ?? 0;
}

/** Every rule of this territory names an instrument that is known; ids stand once; cases name rules that are there. */
export function lintObjection(draft: PolicyDraft): Fault[] {
  const { objection, files } = draft;
  if (objection === undefined) return [];
  const { rules, grounds } = objection.value;
  const bases = rules.flatMap((rule, index) =>
    covers(rule.territory, draft.region)
      ? lintBasis(draft, rule.basis, { at: objection.at(["rules", index, "basis"]), use: "known" })
      : [],
  );
  const known = new Set(rules.map((rule) => rule.id));
  const cases = files.objectionCases.flatMap((one): Fault[] =>
    one.value.rule === null || known.has(one.value.rule)
      ? []
      : [{ ...one.at(["rule"]), code: "policy.unknown-source", values: { source: one.value.rule } }],
  );
  return [...bases, ...twice(objection, "rules", rules), ...twice(objection, "grounds", grounds), ...cases];
}

function twice(
  file: Located<ObjectionFile>,
  key: "rules" | "grounds",
  items: readonly { readonly id: string }[],
): Fault[] {
  return items.flatMap(({ id: name }, index): Fault[] =>
    items.findIndex((one) => one.id === name) === index
      ? []
      : [{ ...file.at([key, index, "id"]), code: "policy.duplicate-id", values: { id: name } }],
  );
}

/** The cases that the folders hold, with the rules that they name. */
export function readObjectionCases(
  folders: readonly string[],
  region: string,
): readonly { readonly asked: ObjectionCase; readonly rule: ObjectionRule | null }[] {
  const { objectionCases, objections } = readPolicyFiles({ folders, region });
  const rules = new Map((objections.at(-1)?.value.rules ?? []).map((rule) => [rule.id, ruleOf(rule)]));
  return objectionCases.map(({ value }) => ({
    asked: value,
    rule: value.rule === null ? null : (rules.get(value.rule) ?? null),
  }));
}
