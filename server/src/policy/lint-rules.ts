import { foldHeader } from "../kernel/fold.ts";
import { inspectCode } from "../kernel/uscc.ts";
import type { DraftEntry, PolicyDraft } from "./draft.ts";
import type { Fault, Position } from "./fault.ts";
import { readBasis } from "./file-schema.ts";
import type { ForbiddenFile, MappingFile, RuleFile, SourceFile } from "./file-schema.ts";
import { lintBasis } from "./lint-basis.ts";
import type { Located } from "./policy-file-set.ts";
import type { Rank } from "./source.ts";
import { isRepairRule } from "./repair.ts";

/** Ranks that may reduce rights or add duties. */
const LAW_RANKS: ReadonlySet<Rank> = new Set(["law", "administrative-regulation", "local-regulation"]);
const SEVERITIES = ["minor", "general", "serious", "unclassified"] as const;

type SeverityRule = Extract<RuleFile, { kind: "severity-term" }>;
type Edition = SeverityRule["editions"][number];

/** The publicity rules: each edition within the life of its instrument, in order, no longer than law allows. */
export function lintPublicity(draft: PolicyDraft): Fault[] {
  const faults = [...draft.rules.values()].flatMap((rule) => lintRule(draft, rule));
  const { publicity } = draft;
  if (publicity === undefined) return faults;
  for (const key of ["conventionBasis", "minorProceduresBasis"] as const) {
    faults.push(...lintBasis(draft, publicity.value[key], { at: publicity.at([key]), use: "in-force" }));
  }
  return faults;
}

function lintRule(draft: PolicyDraft, rule: Located<RuleFile>): Fault[] {
  const { value } = rule;
  if (value.kind !== "severity-term") return lintBasis(draft, value.basis, { at: rule.at(["basis"]), use: "in-force" });
  return [
    ...lintEditionOrder(rule, value),
    ...value.editions.flatMap((edition, index) => lintEdition(draft, rule, { edition, index })),
  ];
}

function lintEdition(draft: PolicyDraft, rule: Located<RuleFile>, told: { edition: Edition; index: number }): Fault[] {
  const at = rule.at(["editions", told.index, "basis"]);
  const { source: id, article } = readBasis(told.edition.basis);
  const source = draft.sources.get(id)?.value;
  if (source === undefined) return [{ ...at, code: "policy.unknown-source", values: { source: id } }];
  const faults: Fault[] = [...lintLifetime(source, told.edition, at), ...lintTerms(rule, told)];
  if (article === undefined) {
    faults.push({ ...at, code: "policy.missing-article", values: { source: id, title: source.title } });
  }
  if (rule.layer > 0 && !LAW_RANKS.has(source.rank)) faults.push(...lintWidening(draft, rule, told));
  return faults;
}

/** An edition cannot begin before its instrument or outlive it. */
function lintLifetime(source: SourceFile, edition: Edition, at: Position): Fault[] {
  const named = { source: source.id, title: source.title, day: edition.inForce };
  if (source.inForce === null) return [{ ...at, code: "policy.undated-basis", values: named }];
  const faults: Fault[] = [];
  if (edition.inForce < source.inForce) {
    faults.push({ ...at, code: "policy.not-yet-in-force", values: { ...named, inForce: source.inForce } });
  }
  if (source.until !== null && (edition.until === null || edition.until > source.until)) {
    faults.push({ ...at, code: "policy.expired-basis", values: { ...named, until: source.until, successor: "" } });
  }
  return faults;
}

function lintTerms(rule: Located<RuleFile>, { edition, index }: { edition: Edition; index: number }): Fault[] {
  return SEVERITIES.filter((severity) => edition.terms[severity].monthsMin > edition.terms[severity].monthsMax).map(
    (severity) => ({
      ...rule.at(["editions", index, "terms", severity]),
      code: "policy.term-order",
      values: { edition: edition.id, severity },
    }),
  );
}

/** A folder laid over the shipped one may shorten publicity; to lengthen it takes an instrument of the first three ranks. */
function lintWidening(draft: PolicyDraft, rule: Located<RuleFile>, told: { edition: Edition; index: number }): Fault[] {
  const shipped = draft.files.publicity.find((file) => file.layer === 0)?.value.rules ?? [];
  const current = shipped
    .flatMap((one) => (one.kind === "severity-term" ? one.editions : []))
    .toSorted((a, b) => (a.inForce < b.inForce ? 1 : -1))[0];
  if (current === undefined) return [];
  return SEVERITIES.filter((severity) => {
    const [ours, theirs] = [current.terms[severity], told.edition.terms[severity]];
    return theirs.shown && (!ours.shown || theirs.monthsMax > ours.monthsMax || theirs.monthsMin > ours.monthsMin);
  }).map((severity) => ({
    ...rule.at(["editions", told.index, "terms", severity]),
    code: "policy.term-rank",
    values: { edition: told.edition.id, severity },
    article: "opinions-2025#12",
  }));
}

function lintEditionOrder(rule: Located<RuleFile>, value: SeverityRule): Fault[] {
  const ordered = [...value.editions.entries()].toSorted(([, a], [, b]) => (a.inForce < b.inForce ? -1 : 1));
  return ordered.flatMap(([index, edition], place) => {
    const next = ordered[place + 1]?.[1];
    if ((next?.inForce ?? null) === edition.until) return [];
    const values = { edition: edition.id, until: edition.until ?? "", from: next?.inForce ?? "" };
    return [{ ...rule.at(["editions", index, "until"]), code: "policy.edition-gap" as const, values }];
  });
}

/** Forbidden kinds: a known basis, and never fewer words than what is shipped. */
export function lintForbidden(draft: PolicyDraft): Fault[] {
  const faults: Fault[] = [];
  const shipped = new Map<string, ForbiddenFile>();
  for (const kind of draft.files.forbidden) {
    const before = shipped.get(kind.value.id);
    if (before === undefined) shipped.set(kind.value.id, kind.value);
    const lost = [
      ...(before?.asKind ?? []).filter((word) => !kind.value.asKind.includes(word)),
      ...(before?.mention ?? []).filter((word) => ![...kind.value.mention, ...kind.value.asKind].includes(word)),
    ];
    if (lost.length > 0) {
      faults.push({
        ...kind.at(),
        code: "policy.forbidden-weakened",
        values: { id: kind.value.id, words: lost.join(" ") },
      });
    }
    faults.push(...lintBasis(draft, kind.value.basis, { at: kind.at(["basis"]), use: "known" }));
  }
  return faults;
}

export function lintCategories(draft: PolicyDraft): Fault[] {
  return [...draft.categories.values()].flatMap((category) =>
    lintBasis(draft, category.value.basis, { at: category.at(["basis"]), use: "known" }),
  );
}

/** Layouts of submitters: every field they name exists, no head means two things. */
export function lintMappings(draft: PolicyDraft): Fault[] {
  return [...draft.mappings.values()].flatMap((mapping) => {
    const entry = draft.entries.get(mapping.value.entry);
    if (entry === undefined) {
      const values = { entry: mapping.value.entry };
      return [{ ...mapping.at(["entry"]), code: "policy.unknown-entry" as const, values }];
    }
    return [...lintMappedFields(mapping, entry), ...lintMappedHeads(mapping), ...lintCarriedHeads(mapping)];
  });
}

function lintMappedFields(mapping: Located<MappingFile>, entry: DraftEntry): Fault[] {
  const known = new Set(entry.fields.map((field) => field.value.id));
  const { columns, constants, derivations } = mapping.value;
  const named = [
    ...Object.entries(columns).map(([head, field]) => ({ field, path: ["columns", head] })),
    ...Object.keys(constants).map((field) => ({ field, path: ["constants", field] })),
    ...derivations.map(({ field }, index) => ({ field, path: ["derivations", index, "field"] })),
  ];
  return named.flatMap(({ field, path }) => {
    if (field === null || known.has(field)) return [];
    const values = { entry: entry.value.id, field };
    return [{ ...mapping.at(path), code: "policy.unknown-field" as const, values }];
  });
}

function lintMappedHeads(mapping: Located<MappingFile>): Fault[] {
  const heads = new Map<string, string>();
  return Object.keys(mapping.value.columns).flatMap((head) => {
    const folded = foldHeader(head);
    const other = heads.get(folded);
    heads.set(folded, head);
    if (other === undefined) return [];
    const values = { entry: mapping.value.id, field: mapping.value.columns[head] ?? "", head, other };
    return [{ ...mapping.at(["columns", head]), code: "policy.duplicate-head" as const, values }];
  });
}

/** What an old platform says of a record is no field of it: no head is both. */
function lintCarriedHeads(mapping: Located<MappingFile>): Fault[] {
  const { columns, carriedOver, id } = mapping.value;
  const fields = new Map(Object.entries(columns).map(([head, field]) => [foldHeader(head), field]));
  const { until: _until, ...named } = carriedOver ?? { until: null };
  return Object.entries(named).flatMap(([key, head]) => {
    const field = head === null ? undefined : fields.get(foldHeader(head));
    if (head === null || field === undefined || field === null) return [];
    const values = { entry: id, field: key, head, other: head };
    return [{ ...mapping.at(["carriedOver", key]), code: "policy.duplicate-head" as const, values }];
  });
}

/** The region's own files: its name, who may send, what it confirms. */
export function lintRegion(draft: PolicyDraft): Fault[] {
  const faults: Fault[] = [...draft.providers.values()].flatMap((provider) => {
    const found: Fault[] = [];
    const verdict = inspectCode(provider.value.uscc);
    if (verdict !== "ok") {
      found.push({
        ...provider.at(["uscc"]),
        code: "policy.unsound-code",
        values: { uscc: provider.value.uscc, verdict },
      });
    }
    for (const [index, entry] of provider.value.entries.entries()) {
      if (draft.entries.has(entry)) continue;
      found.push({ ...provider.at(["entries", index]), code: "policy.unknown-entry", values: { entry } });
    }
    return found;
  });
  for (const confirm of draft.files.confirms) {
    if (isConfirmable(draft, confirm.value.what)) continue;
    faults.push({ ...confirm.at(["what"]), code: "policy.unknown-confirmation", values: { what: confirm.value.what } });
  }
  return faults;
}

/** `entry:<entry>`, `duty:<duty>`, `delay:<rule>`, `list:<list>`, `measure:<measure>`, `edition:<rule>.<edition>`, `values:<entry>.<field>` or `length:<entry>.<field>`. */
function isConfirmable(draft: PolicyDraft, what: string): boolean {
  const [kind = "", name = ""] = what.split(":");
  return CONFIRMABLE[kind]?.(draft, name) ?? false;
}

const CONFIRMABLE: Readonly<Record<string, (draft: PolicyDraft, name: string) => boolean>> = {
  entry: (draft, name) => draft.entries.get(name)?.value.state === "template",
  duty: (draft, name) => draft.duties.has(name),
  list: (draft, name) => draft.lists.get(name)?.value.state === "template",
  measure: (draft, name) => draft.measures.get(name)?.value.state === "template",
  delay: (draft, name) => draft.access?.value.delays.some(({ id }) => id === name) === true,
  objection: (draft, name) => draft.objection?.value.rules.some(({ id }) => id === name) === true,
  repair: isRepairRule,
  edition: (draft, name) => {
    const [rule = "", edition = ""] = name.split(".");
    return hasEdition(draft.rules.get(rule)?.value, edition);
  },
  values: (draft, name) => hasField(draft, name, "values"),
  length: (draft, name) => hasField(draft, name, "length"),
};

function hasField(draft: PolicyDraft, name: string, part: "values" | "length"): boolean {
  const [entry = "", id = ""] = name.split(".");
  const field = draft.entries.get(entry)?.fields.find((one) => one.value.id === id)?.value;
  return field !== undefined && field[part] !== null;
}

function hasEdition(rule: RuleFile | undefined, id: string): boolean {
  return rule?.kind === "severity-term" && rule.editions.some((edition) => edition.id === id);
}
