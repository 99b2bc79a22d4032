import { foldHeader, foldName } from "../kernel/fold.ts";
import type { DraftEntry, DraftField, PolicyDraft } from "./draft.ts";
import type { Fault, FaultCode } from "./fault.ts";
import { readBasis } from "./file-schema.ts";
import type { EntryFile } from "./file-schema.ts";
import { lintBasis } from "./lint-basis.ts";
import type { YamlPath } from "./yaml-file.ts";

/** Everything that can be wrong with the catalogue's entries. */
export function lintEntries(draft: PolicyDraft): Fault[] {
  return [...draft.entries.values()].flatMap((entry) => [
    ...lintHead(draft, entry),
    ...lintBases(draft, entry),
    ...lintLive(draft, entry),
    ...lintRoles(entry),
    ...lintNames(entry),
    ...entry.fields.flatMap((field) => lintField(draft, entry, field)),
  ]);
}

function fault(entry: DraftEntry, code: FaultCode, told: { path: YamlPath; values: Fault["values"] }): Fault {
  return { ...entry.at(told.path), code, values: { entry: entry.value.id, ...told.values } };
}

function lintHead(draft: PolicyDraft, entry: DraftEntry): Fault[] {
  const { value } = entry;
  const faults: Fault[] = [];
  if (!draft.categories.has(value.category)) {
    faults.push(fault(entry, "policy.unknown-category", { path: ["category"], values: { category: value.category } }));
  }
  if (value.publicityRule !== null && !draft.rules.has(value.publicityRule)) {
    faults.push(
      fault(entry, "policy.unknown-rule", { path: ["publicityRule"], values: { rule: value.publicityRule } }),
    );
  }
  if (value.adverse && (value.severityRule !== "provider" || value.roles.severity === null)) {
    const told = fault(entry, "policy.no-severity-rule", { path: ["severityRule"], values: {} });
    faults.push({ ...told, article: "opinions-2025#6" });
  }
  const kind = forbiddenBy(draft, value.zh);
  if (kind !== undefined)
    faults.push({
      ...fault(entry, "policy.forbidden-kind", { path: ["zh"], values: kind.values }),
      article: kind.article,
    });
  return faults;
}

/** The bases of an entry; those of a disabled template need only exist. */
function lintBases(draft: PolicyDraft, entry: DraftEntry): Fault[] {
  const { basis, updateTerm, retention } = entry.value;
  const use = entry.disabled ? "known" : "in-force";
  const written: { readonly basis: string; readonly path: YamlPath }[] = basis.map((one, index) => ({
    basis: one,
    path: ["basis", index],
  }));
  if (updateTerm !== null) written.push({ basis: updateTerm.basis, path: ["updateTerm", "basis"] });
  if (retention.basis !== null) written.push({ basis: retention.basis, path: ["retention", "basis"] });
  const faults = written.flatMap((one) => lintBasis(draft, one.basis, { at: entry.at(one.path), use }));
  if (basis.length === 0) faults.push(fault(entry, "policy.missing-basis", { path: [], values: {} }));
  return faults;
}

/** What must hold before records may come in. */
function lintLive(draft: PolicyDraft, entry: DraftEntry): Fault[] {
  const { value } = entry;
  if (entry.disabled) return [];
  const faults = value.basis.flatMap((written, index) => {
    const source = draft.sources.get(readBasis(written).source)?.value;
    if (source?.mark !== "unverified") return [];
    return [fault(entry, "policy.unverified-live", { path: ["basis", index], values: { source: source.id } })];
  });
  if (value.state === "live" && value.mark === "unverified") {
    faults.push(fault(entry, "policy.unverified-live", { path: ["mark"], values: {} }));
  }
  if (isPersonEntry(entry)) {
    faults.push(fault(entry, "policy.natural-person-module", { path: ["subjectKinds"], values: {} }));
  }
  return faults;
}

function lintRoles(entry: DraftEntry): Fault[] {
  const { roles, sourceKey, decisionIdentity } = entry.value;
  const known = new Map(entry.fields.map((field) => [field.value.id, field.value]));
  const named: { readonly id: string; readonly path: YamlPath }[] = [
    ...singleRoles(roles),
    ...roles.summary.map((id, index) => ({ id, path: ["roles", "summary", index] })),
    ...roles.removal.map((id, index) => ({ id, path: ["roles", "removal", index] })),
    ...sourceKey.map((id, index) => ({ id, path: ["sourceKey", index] })),
    ...decisionIdentity.map((id, index) => ({ id, path: ["decisionIdentity", index] })),
  ];
  const faults = named
    .filter(({ id }) => !known.has(id))
    .map(({ id, path }) => fault(entry, "policy.unknown-field", { path, values: { field: id } }));
  const shown = [...roles.summary, ...(roles.title === null ? [] : [roles.title])];
  const personal = shown.filter((id) => known.get(id)?.personal === true && !isPersonEntry(entry));
  return [
    ...faults,
    ...personal.map((id) =>
      fault(entry, "policy.personal-shown", { path: ["roles", "summary"], values: { field: id } }),
    ),
  ];
}

function singleRoles(roles: EntryFile["roles"]): { id: string; path: YamlPath }[] {
  const { summary: _summary, removal: _removal, ...single } = roles;
  return Object.entries(single).flatMap(([role, id]) => (id === null ? [] : [{ id, path: ["roles", role] }]));
}

function isPersonEntry(entry: DraftEntry): boolean {
  return entry.value.subjectKinds.includes("natural-person");
}

/** No two fields of an entry under one id or one head: a column must mean one thing. */
function lintNames(entry: DraftEntry): Fault[] {
  const faults: Fault[] = [];
  const ids = new Set<string>();
  const heads = new Map<string, string>();
  for (const field of entry.fields) {
    const { id, zh, names } = field.value;
    const base = { entry: entry.value.id, field: id };
    if (ids.has(id)) faults.push({ ...field.at(["id"]), code: "policy.duplicate-field", values: base });
    ids.add(id);
    for (const [index, name] of [zh, ...names].entries()) {
      const head = foldHeader(name);
      const other = heads.get(head);
      const path = index === 0 ? ["zh"] : ["names", index - 1];
      if (other !== undefined) {
        faults.push({ ...field.at(path), code: "policy.duplicate-head", values: { ...base, head: name, other } });
      }
      heads.set(head, other ?? id);
    }
  }
  return faults;
}

/**
 * What may be kept under a key: a short text about a person that stands in an organisation's record. Identity numbers are
 * never kept, and nothing that identifies a record may lie where no index reaches.
 */
function maySeal({ value: entry }: DraftEntry, field: DraftField["value"]): boolean {
  const identifies = [...entry.sourceKey, ...entry.decisionIdentity, ...Object.values(entry.roles).flat()];
  return (
    field.personal &&
    !field.identityNumber &&
    field.type === "string" &&
    field.length !== null &&
    field.group === "authorisation" &&
    !entry.subjectKinds.includes("natural-person") &&
    !identifies.includes(field.id)
  );
}

function lintField(draft: PolicyDraft, entry: DraftEntry, field: DraftField): Fault[] {
  const { value } = field;
  const base = { entry: entry.value.id, field: value.id };
  const told = (code: FaultCode, path: YamlPath, values: Fault["values"] = {}): Fault => ({
    ...field.at(path),
    code,
    values: { ...base, ...values },
  });
  const faults: Fault[] = [
    ...lintCondition(entry, field),
    ...lintValues(field, told),
    ...lintPersonal(entry, field, told),
  ];
  if (typeof value.length === "number") faults.push(told("policy.length-without-mark", ["length"]));
  for (const [index, name] of [value.zh, ...value.names].entries()) {
    const kind = forbiddenBy(draft, name);
    if (kind === undefined) continue;
    const path = index === 0 ? ["zh"] : ["names", index - 1];
    faults.push({ ...told("policy.forbidden-kind", path, kind.values), article: kind.article });
  }
  return faults;
}

function lintPersonal(entry: DraftEntry, { value }: DraftField, told: Told): Fault[] {
  const faults: Fault[] = [];
  if (value.identityNumber && !value.personal) faults.push(told("policy.personal-shown", ["identityNumber"]));
  if (value.personal && value.group === "public") faults.push(told("policy.personal-shown", ["personal"]));
  if (value.sealed !== null && !maySeal(entry, value)) faults.push(told("policy.sealed-field", ["sealed"]));
  return faults;
}

type Told = (code: FaultCode, path: YamlPath, values?: Fault["values"]) => Fault;

function lintValues(field: DraftField, told: Told): Fault[] {
  const { values, type } = field.value;
  const listed = type === "enum" || type === "enum-list";
  if (listed !== (values !== null)) return [told("policy.enum-without-values", ["type"])];
  if (values === null) return [];
  const all = [...values.list, ...values.pending];
  const fits = (value: string): boolean =>
    all.includes(value) || all.some((one) => one.endsWith("-") && value.startsWith(one) && value.length > one.length);
  return Object.entries(values.synonyms)
    .filter(([, official]) => !fits(official))
    .map(([word, official]) => told("policy.unknown-value", ["values", "synonyms", word], { value: official }));
}

function lintCondition(entry: DraftEntry, field: DraftField): Fault[] {
  const { when, required, id } = field.value;
  const base = { entry: entry.value.id, field: id };
  if ((required === "conditional") !== (when !== null)) {
    return [
      { ...field.at(["required"]), code: "policy.wrong-shape", values: { ...base, key: "when", reason: "condition" } },
    ];
  }
  if (when === null || !("field" in when) || entry.fields.some((other) => other.value.id === when.field)) return [];
  return [{ ...field.at(["when", "field"]), code: "policy.unknown-field", values: { ...base, field: when.field } }];
}

/** The forbidden kind that a name of a kind or a column gives away. */
function forbiddenBy(draft: PolicyDraft, name: string): { values: Fault["values"]; article: string } | undefined {
  const folded = foldName(name);
  for (const kind of draft.forbidden.values()) {
    const word = kind.value.asKind.find((one) => folded.includes(foldName(one)));
    if (word !== undefined) return { values: { word, kind: kind.value.zh }, article: kind.value.basis };
  }
  return undefined;
}
