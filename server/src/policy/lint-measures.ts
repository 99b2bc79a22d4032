import type { DraftEntry, PolicyDraft } from "./draft.ts";
import type { Fault, FaultCode } from "./fault.ts";
import { readBasis } from "./file-schema.ts";
import { lintBasis } from "./lint-basis.ts";
import { carriersOf, isMeasureTemplate } from "./measures-part.ts";
import type { MatterFile, MeasureFile, TriggerFile } from "./measure-file.ts";
import type { Located } from "./policy-file-set.ts";
import type { YamlPath } from "./yaml-file.ts";

/** 设定失信惩戒措施须有依据 (意见十二). */
const RULE = "opinions-2025#12";

/** Everything that can be wrong with the registry of measures and incentives, and with the matters they apply in. */
export function lintMeasures(draft: PolicyDraft): Fault[] {
  return [
    ...[...draft.matters.values()].flatMap((matter) => lintMatter(draft, matter)),
    ...[...draft.measures.values()].flatMap((measure) => lintMeasure(draft, measure)),
    ...draft.files.measureCases.flatMap((one) => {
      const unknown = draft.matters.has(one.value.given.matter) ? [] : [one.value.given.matter];
      const faults = unknown.map((matter) => ({
        ...one.at(["given", "matter"]),
        code: "policy.unknown-matter" as const,
        values: { matter },
      }));
      return [...faults, ...lintBasis(draft, one.value.basis, { at: one.at(["basis"]), use: "known" })];
    }),
  ];
}

function lintMatter(draft: PolicyDraft, matter: Located<MatterFile>): Fault[] {
  const known = new Set(draft.access?.value.purposes.map((purpose) => purpose.id));
  return matter.value.purposes.flatMap((purpose, index) =>
    known.has(purpose)
      ? []
      : [{ ...matter.at(["purposes", index]), code: "policy.unknown-purpose" as const, values: { purpose } }],
  );
}

type Told = (code: FaultCode, path: YamlPath, values?: Fault["values"]) => Fault;

function lintMeasure(draft: PolicyDraft, measure: Located<MeasureFile>): Fault[] {
  const { value } = measure;
  const told: Told = (code, path, values = {}) => ({
    ...measure.at(path),
    code,
    values: { measure: value.id, ...values },
    article: RULE,
  });
  return [
    ...lintBases(draft, measure),
    ...lintRank(draft, { value, told }),
    ...lintForm(value, told),
    ...value.matters.flatMap((matter, index) =>
      draft.matters.has(matter) ? [] : [told("policy.unknown-matter", ["matters", index], { matter })],
    ),
    ...(["triggers", "unless"] as const).flatMap((key) =>
      value[key].flatMap((trigger, index) => lintTrigger(draft, { value, told }, { trigger, path: [key, index] })),
    ),
    ...(isMeasureTemplate(draft, value) ? [] : lintLive(draft, { value, told })),
  ];
}

/** Instruments must be known, of the territory, and named by article. One that has ended lapses the measure: no fault. */
function lintBases(draft: PolicyDraft, measure: Located<MeasureFile>): Fault[] {
  const { basis, remedy } = measure.value;
  const written: (readonly [string, YamlPath])[] = basis.map((one, index) => [one, ["basis", index]]);
  if (remedy.basis !== null) written.push([remedy.basis, ["remedy", "basis"]]);
  return written.flatMap(([one, path]) => {
    const at = measure.at(path);
    const faults = lintBasis(draft, one, { at, use: "known" }).filter(({ code }) => code !== "policy.expired-basis");
    const { source, article } = readBasis(one);
    if (article !== undefined) return faults;
    return [...faults, { ...at, code: "policy.missing-article" as const, values: { source, title: source } }];
  });
}

interface Asked {
  readonly value: MeasureFile;
  readonly told: Told;
}

/** No law, no measure: without a carrier of its rank it does not load, template or not. */
function lintRank(draft: PolicyDraft, { value, told }: Asked): Fault[] {
  if (carriersOf(draft, value).length > 0) return [];
  return [told("policy.measure-rank", ["basis"], { class: value.class ?? 0 })];
}

/** Parts of one measure that speak of each other. */
function lintForm({ kind, class: measureClass, term, unless, triggers }: MeasureFile, told: Told): Fault[] {
  const wrong: readonly (readonly [boolean, string])[] = [
    [(kind === "restriction") !== (measureClass !== null), "class"],
    [kind === "statutory-bar" && term.kind === "while-triggered", "term"],
    [kind === "statutory-bar" && triggers.some((trigger) => "list" in trigger), "triggers"],
    [kind !== "incentive" && unless.length > 0, "unless"],
  ];
  return wrong.filter(([is]) => is).map(([, part]) => told("policy.measure-part", [part], { part }));
}

function lintTrigger(
  draft: PolicyDraft,
  { value, told }: Asked,
  { trigger, path }: { readonly trigger: TriggerFile; readonly path: YamlPath },
): Fault[] {
  if ("list" in trigger) {
    const list = draft.lists.get(trigger.list);
    if (list === undefined) return [told("policy.unknown-list", [...path, "list"], { list: trigger.list })];
    return list.value.entry === null ? [told("policy.measure-fact", path, { of: trigger.list })] : [];
  }
  const entry = draft.entries.get(trigger.entry);
  if (entry === undefined) return [told("policy.unknown-entry", [...path, "entry"], { entry: trigger.entry })];
  const restricts = value.kind !== "incentive" || path[0] === "unless";
  const faults = [...lintFields(entry, trigger.where, { told, path })];
  // What restricts follows from an adverse decision about an organisation: never from a grade, a promise or a person.
  if ((restricts && !entry.value.adverse) || entry.value.subjectKinds.includes("natural-person"))
    faults.push(told("policy.measure-fact", path, { of: trigger.entry }));
  return faults;
}

function lintFields(
  entry: DraftEntry,
  where: readonly { readonly field: string }[],
  { told, path }: { readonly told: Told; readonly path: YamlPath },
): Fault[] {
  return where.flatMap(({ field }, index) => {
    const known = entry.fields.find(({ value }) => value.id === field)?.value;
    const at = [...path, "where", index, "field"];
    if (known === undefined) return [told("policy.unknown-field", at, { field })];
    return known.personal ? [told("policy.measure-fact", at, { of: field })] : [];
  });
}

/** What must hold before it is offered to anybody. */
function lintLive(draft: PolicyDraft, { value, told }: Asked): Fault[] {
  const missing: Readonly<Record<string, boolean>> = {
    triggers: value.triggers.length === 0 && value.kind !== "incentive",
    matters: value.matters.length === 0,
    bodies: value.bodies.length === 0,
  };
  const faults = Object.entries(missing)
    .filter(([, absent]) => absent)
    .map(([part]) => told("policy.measure-part", [part], { part }));
  const doubtful = carriersOf(draft, value).every(({ mark, inForce }) => mark === "unverified" || inForce === null);
  if (doubtful || (value.state === "live" && value.mark === "unverified"))
    faults.push(told("policy.measure-unverified", ["mark"]));
  return faults;
}
