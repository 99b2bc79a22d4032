// 信用修复: what may be repaired and by whom, what is handed in, within how many working days it is answered.
import type { PolicyDraft } from "./draft.ts";
import type { Fault } from "./fault.ts";
import { basisOf } from "./file-schema.ts";
import { covers, lintBasis } from "./lint-basis.ts";
import { readPolicyFiles } from "./policy-files.ts";
import type { RepairCase, RepairFile, RepairTier } from "./repair-file.ts";
import type { Basis, Mark } from "./source.ts";

/** A rule in words with its article. */
export interface RepairRule {
  readonly id: string;
  readonly zh: string;
  readonly basis: Basis;
  readonly mark: Mark;
}

export interface RepairScope {
  readonly id: string;
  readonly entry: string;
  /** By the severity of the decision, or by the rule of its list. */
  readonly by: "severity" | "list";
  readonly basis: Basis;
  readonly mark: Mark;
}

export interface RepairMaterial extends RepairRule {
  readonly kind: "proof" | "commitment" | "other";
  /** Only for this list; null for every application. */
  readonly list: string | null;
}

/** Terms in working days, the day they start from not counted; null where the rule sets none. */
export interface RepairTerms {
  /** From application, or from what was supplemented, to acceptance. */
  readonly accept: number | null;
  /** From acceptance to the decision. */
  readonly decide: number | null;
  /** By which that may be lengthened once, with reasons. */
  readonly extension: number | null;
  /** From the decision to its return to the entrance. */
  readonly feedback: number | null;
}

export interface RepairDeadline extends RepairRule, RepairTerms {
  /** Only for this list; null for everything else. */
  readonly list: string | null;
  /** How far its territory reaches: more digits that count, the nearer. */
  readonly territory: string;
}

export interface RepairRemedy {
  readonly id: string;
  readonly zh: string;
  readonly days: number | null;
  readonly months: number | null;
  readonly mark: Mark;
}

/** The rules of repair that stand in a region. `waiting` names what nobody confirmed: until it is empty nothing is repaired here. */
export interface RepairPolicy {
  readonly tier: RepairTier;
  readonly waiting: readonly RepairRule[];
  readonly scope: readonly RepairScope[];
  readonly listSeverity: RepairRule & { readonly severity: RepairFile["listSeverity"]["severity"] };
  readonly conditions: readonly RepairRule[];
  readonly materials: readonly RepairMaterial[];
  readonly deadlines: readonly RepairDeadline[];
  readonly routing: RepairRule;
  readonly free: RepairRule;
  readonly bankruptcy: RepairRule;
  readonly falseCommitment: RepairRule;
  readonly notRepairable: readonly (RepairRule & { readonly entry: string | null; readonly list: string | null })[];
  readonly remedies: readonly RepairRemedy[];
}

type Written<T extends { readonly basis: string }> = Omit<T, "basis"> & { readonly basis: Basis };
const based = <T extends { readonly basis: string }>(written: T): Written<T> => ({
  ...written,
  basis: basisOf(written.basis),
});

const KINDS = ["proof", "commitment", "other"] as const;
const isKind = (kind: string): kind is RepairMaterial["kind"] => KINDS.some((one) => one === kind);

function materialsOf({ materials }: RepairFile): RepairMaterial[] {
  return materials.flatMap((written) => {
    const { kind } = written;
    return isKind(kind) ? [{ ...based(written), kind }] : [];
  });
}

/** Every rule that needs an operator's word where it is not checked, with its list in the file. */
function confirmable(file: RepairFile, region: string): readonly RepairRule[] {
  const { routing, free, listSeverity, bankruptcy, falseCommitment } = file;
  const near = file.deadlines.filter(({ territory }) => covers(territory, region));
  const many = [...file.conditions, ...file.materials, ...near, ...file.notRepairable];
  const all = [routing, free, listSeverity, bankruptcy, falseCommitment, ...many];
  return all.map(({ id: name, zh, basis: written, mark: found }) => ({
    id: name,
    zh,
    basis: basisOf(written),
    mark: found,
  }));
}

/** Whether `repair:<id>` names something that an operator may confirm. */
export function isRepairRule(draft: PolicyDraft, name: string): boolean {
  const file = draft.repair?.value;
  return file !== undefined && confirmable(file, draft.region).some((one) => one.id === name);
}

/** The rules as they stand; null where the folder holds none, and then nothing is repaired here. */
export function repairOf({ repair, confirmed, region }: PolicyDraft): RepairPolicy | null {
  return repair === undefined ? null : standing(repair.value, { confirmed, region });
}

function standing(
  file: RepairFile,
  { confirmed, region }: { readonly confirmed: ReadonlySet<string>; readonly region: string },
): RepairPolicy {
  const stands = ({ id: name, mark: found }: { readonly id: string; readonly mark: Mark }): boolean =>
    found !== "unverified" || confirmed.has(`repair:${name}`);
  return {
    tier: file.tier,
    waiting: confirmable(file, region).filter((one) => !stands(one)),
    scope: file.scope.map(based),
    listSeverity: based(file.listSeverity),
    conditions: file.conditions.map(based),
    materials: materialsOf(file),
    deadlines: file.deadlines
      .filter((one) => covers(one.territory, region) && stands(one))
      .map(based)
      .toSorted((a, b) => reachOf(a) - reachOf(b)),
    routing: based(file.routing),
    free: based(file.free),
    bankruptcy: based(file.bankruptcy),
    falseCommitment: based(file.falseCommitment),
    // An exclusion that nobody checked takes nobody's right away.
    notRepairable: file.notRepairable.filter(stands).map(based),
    remedies: file.remedies,
  };
}

/** The nearer first: the rule of one list, then of a county, city, province, the country. */
function reachOf({ territory, list }: Pick<RepairDeadline, "territory" | "list">): number {
  const width = /(00){0,3}$/.exec(territory)?.[0].length ?? 0;
  return list === null ? 10 + width : width;
}

/** The terms of an application: each from the nearest rule that sets it. */
export function repairTerms({ deadlines }: Pick<RepairPolicy, "deadlines">, list: string | null): RepairTerms {
  const fit = deadlines.filter((one) => one.list === null || one.list === list);
  const first = (term: keyof RepairTerms): number | null => fit.find((one) => one[term] !== null)?.[term] ?? null;
  return {
    accept: first("accept"),
    decide: first("decide"),
    extension: first("extension"),
    feedback: first("feedback"),
  };
}

const EXCLUDING: ReadonlySet<string> = new Set([
  "law",
  "administrative-regulation",
  "local-regulation",
  "central-policy",
]);

/** What stands in the file names instruments that are known; nobody is asked for training or money, nor shut out without a law. */
export function lintRepair(draft: PolicyDraft): Fault[] {
  const { repair } = draft;
  if (repair === undefined) return [];
  return [...lintBases(draft), ...lintMaterials(draft), ...lintExcluded(draft), ...lintIds(draft)];
}

function lintBases(draft: PolicyDraft): Fault[] {
  const { repair } = draft;
  if (repair === undefined) return [];
  const single = (["routing", "free", "listSeverity", "bankruptcy", "falseCommitment"] as const).flatMap((key) =>
    lintBasis(draft, repair.value[key].basis, { at: repair.at([key, "basis"]), use: "known" }),
  );
  const many = (["scope", "conditions", "materials", "notRepairable"] as const).flatMap((key) =>
    repair.value[key].flatMap((one, index) =>
      lintBasis(draft, one.basis, { at: repair.at([key, index, "basis"]), use: "known" }),
    ),
  );
  const terms = repair.value.deadlines.flatMap((one, index) =>
    covers(one.territory, draft.region)
      ? lintBasis(draft, one.basis, { at: repair.at(["deadlines", index, "basis"]), use: "known" })
      : [],
  );
  return [...single, ...many, ...terms];
}

function lintMaterials({ repair }: PolicyDraft): Fault[] {
  if (repair === undefined) return [];
  const { materials, refusedWords } = repair.value;
  return materials.flatMap((one, index): Fault[] => {
    const article = basisOf(one.basis).article ?? "*";
    const named = one.kind !== "other" || (one.list !== null && article !== "*");
    const asked = isKind(one.kind) && named && !refusedWords.some((word) => one.zh.includes(word));
    const first = one.kind === "other" || materials.findIndex(({ kind }) => kind === one.kind) === index;
    if (asked && first) return [];
    return [{ ...repair.at(["materials", index]), code: "policy.repair-material", values: { material: one.zh } }];
  });
}

function lintExcluded({ repair, sources }: PolicyDraft): Fault[] {
  return (repair?.value.notRepairable ?? []).flatMap((one, index): Fault[] => {
    const rank = sources.get(basisOf(one.basis).source)?.value.rank;
    if (rank !== undefined && EXCLUDING.has(rank) && (one.entry === null) !== (one.list === null)) return [];
    const at = repair?.at(["notRepairable", index]);
    return at === undefined ? [] : [{ ...at, code: "policy.repair-rank", values: { rule: one.zh } }];
  });
}

function lintIds({ repair, region }: PolicyDraft): Fault[] {
  if (repair === undefined) return [];
  const ids = confirmable(repair.value, region).map(({ id: name }) => name);
  const twice = ids.filter((name, index) => ids.indexOf(name) !== index);
  return twice.map((name) => ({ ...repair.at([]), code: "policy.duplicate-id", values: { id: name } }));
}

/** The cases that the folders hold. */
export function readRepairCases(folders: readonly string[], region: string): readonly RepairCase[] {
  return readPolicyFiles({ folders, region }).repairCases.map(({ value }) => value);
}
