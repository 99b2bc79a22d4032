import { createHash } from "node:crypto";
import { canonicalBytes } from "@xinheng/log/canonical";
import { foldHeader } from "../kernel/fold.ts";
import { accessOf } from "./access-part.ts";
import type { CatalogueEntry, Category, Field, Mapping, Provider } from "./catalogue-entry.ts";
import type { DocumentWords } from "./document-words.ts";
import type { DraftEntry, PolicyDraft } from "./draft.ts";
import { basisOf } from "./file-schema.ts";
import type { FieldFile, MappingFile, PublicityFile, RuleFile } from "./file-schema.ts";
import type { ForbiddenKind } from "./forbidden-kind.ts";
import { objectionOf } from "./objection.ts";
import { repairOf } from "./repair.ts";
import { officePolicyOf } from "./office-policy.ts";
import { deepFreeze, fixedMap, plainForm } from "./frozen.ts";
import { listsOf } from "./lists-part.ts";
import { mattersOf, measuresOf } from "./measures-part.ts";
import type { PublicityPolicy, PublicityRule } from "./publicity-rule.ts";
import type { PolicySnapshot } from "./snapshot.ts";
import type { Source } from "./source.ts";

/** The snapshot of a draft without faults: deeply frozen, known by the SHA-256 of its canonical bytes. */
export function buildSnapshot(draft: PolicyDraft): PolicySnapshot {
  const { publicity, place, access } = draft;
  if (publicity === undefined || place === undefined || access === undefined)
    throw new Error("policy: a draft with faults was built");
  const providers = providersOf(draft);
  const body = {
    regionName: place.value.zh,
    districts: fixedMap(Object.entries(place.value.districts)),
    official: place.value.official,
    sources: fixedMap([...draft.sources.values()].map(({ value }): [string, Source] => [value.id, value])),
    categories: [...draft.categories.values()].map(({ value }): Category => ({
      ...value,
      basis: basisOf(value.basis),
    })),
    entries: fixedMap(
      [...draft.entries.values()].map((entry): [string, CatalogueEntry] => [
        entry.value.id,
        entryOf(draft, entry, providers),
      ]),
    ),
    providers: fixedMap(providers.map((provider): [string, Provider] => [provider.uscc, provider])),
    mappings: fixedMap(
      [...draft.mappings.values()].map(({ value }): [string, Mapping] => [value.id, mappingOf(value)]),
    ),
    forbidden: [...draft.forbidden.values()].map(({ value }): ForbiddenKind => {
      const { note: _note, ...kind } = value;
      return { ...kind, basis: basisOf(kind.basis) };
    }),
    publicity: publicityOf(draft, publicity.value),
    words: wordsOf(draft),
    access: accessOf(draft, access.value),
    office: officePolicyOf(draft),
    objection: objectionOf(draft),
    repair: repairOf(draft),
    lists: listsOf(draft),
    matters: mattersOf(draft),
    measures: measuresOf(draft),
  };
  const hash = createHash("sha256")
    .update(canonicalBytes(plainForm(body)))
    .digest("hex");
  return deepFreeze({ day: draft.day, region: draft.region, hash, ...body });
}

function providersOf(draft: PolicyDraft): Provider[] {
  const official = draft.place?.value.official ?? false;
  return [...draft.providers.values()].map(({ value }) => ({
    uscc: value.uscc,
    zh: value.zh,
    region: value.region ?? draft.region,
    entries: value.entries,
    official,
  }));
}

function entryOf(draft: PolicyDraft, entry: DraftEntry, providers: readonly Provider[]): CatalogueEntry {
  const { value } = entry;
  const senders = providers.filter((provider) => provider.entries.includes(value.id)).map((provider) => provider.uscc);
  return {
    id: value.id,
    version: value.version,
    zh: value.zh,
    category: value.category,
    state: entry.disabled ? "template" : "live",
    adverse: value.adverse,
    subjectKinds: value.subjectKinds,
    providers: { [draft.region]: senders },
    fields: entry.fields.map((field) => fieldOf(draft, value.id, field.value)),
    roles: value.roles,
    sourceKey: value.sourceKey,
    decisionIdentity: value.decisionIdentity,
    publicityRule: value.publicityRule,
    severityRule: value.severityRule,
    channels: value.channels,
    updateTerm:
      value.updateTerm === null
        ? null
        : { workingDays: value.updateTerm.workingDays, basis: basisOf(value.updateTerm.basis) },
    retention: { ...value.retention, basis: value.retention.basis === null ? null : basisOf(value.retention.basis) },
    basis: value.basis.map(basisOf),
    mark: value.mark,
  };
}

/** Unverified lengths and lists are not enforced until an operator confirms them. */
function fieldOf(draft: PolicyDraft, entry: string, field: FieldFile): Field {
  const name = `${entry}.${field.id}`;
  const { note: _note, legacy, length, values, ...same } = field;
  const confirmed = draft.confirmed.has(`values:${name}`);
  const enforced = values !== null && (values.mark !== "unverified" || confirmed);
  return {
    ...same,
    lengthMax: lengthOf(length, draft.confirmed.has(`length:${name}`)),
    values: enforced ? [...values.list, ...(confirmed ? values.pending : [])] : null,
    synonyms: enforced ? values.synonyms : {},
    requiredLegacy: legacy,
  };
}

function lengthOf(length: FieldFile["length"], confirmed: boolean): number | null {
  if (length === null || typeof length === "number") return null;
  return length.mark === "unverified" && !confirmed ? null : length.max;
}

function mappingOf(mapping: MappingFile): Mapping {
  const columns = Object.entries(mapping.columns).map(([head, field]): [string, string | null] => [
    foldHeader(head),
    field,
  ]);
  const { carriedOver = null, ...same } = mapping;
  return { ...same, columns: Object.fromEntries(columns), carriedOver };
}

function publicityOf(draft: PolicyDraft, file: PublicityFile): PublicityPolicy {
  return {
    convention: file.convention,
    conventionBasis: basisOf(file.conventionBasis),
    conventionMark: file.conventionMark,
    severityWords: file.severityWords,
    minorProcedures: file.minorProcedures,
    minorProceduresBasis: basisOf(file.minorProceduresBasis),
    minorProceduresMark: file.minorProceduresMark,
    rules: [...draft.rules.values()].map(({ value }) => ruleOf(draft, value)),
  };
}

function ruleOf(draft: PolicyDraft, rule: RuleFile): PublicityRule {
  if (rule.kind !== "severity-term") return { ...rule, basis: basisOf(rule.basis) };
  const editions = rule.editions.filter(
    (edition) => edition.mark !== "unverified" || draft.confirmed.has(`edition:${rule.id}.${edition.id}`),
  );
  return { ...rule, editions: editions.map((edition) => ({ ...edition, basis: basisOf(edition.basis) })) };
}

/** Later folders add words; none can take one away. */
function wordsOf(draft: PolicyDraft): DocumentWords {
  const all = (key: keyof DocumentWords): string[] => [...new Set(draft.words.flatMap((words) => words.value[key]))];
  return {
    templateRow: all("templateRow"),
    proposedDecision: all("proposedDecision"),
    simpleProcedure: all("simpleProcedure"),
    notStated: all("notStated"),
    naturalPerson: all("naturalPerson"),
    heldColumns: all("heldColumns"),
    heldQuiet: all("heldQuiet"),
    carriedShown: all("carriedShown"),
    carriedRepaired: all("carriedRepaired"),
    carriedTakenDown: all("carriedTakenDown"),
    carriedQuashed: all("carriedQuashed"),
    carriedDisputed: all("carriedDisputed"),
    scoreHeads: all("scoreHeads"),
  };
}
