// What may be recorded, as models: the whole catalogue, and one entry.
import type { CatalogueEntry, ChannelId, Field, SubjectKind } from "../../../policy/catalogue-entry.ts";
import type { PublicityRule } from "../../../policy/publicity-rule.ts";
import type { PolicySnapshot } from "../../../policy/snapshot.ts";
import type { Mark } from "../../../policy/source.ts";
import type { ProvidersOf } from "../../visibility/index.ts";
import { cite, entryHref } from "./citation.ts";
import type { Citation } from "./citation.ts";
import { templatesOf } from "./law.ts";
import type { Linked, RulesModel } from "./law.ts";

export interface CatalogueModel {
  readonly regionName: string;
  readonly categories: readonly {
    readonly no: number;
    readonly title: string;
    readonly since: number;
    readonly citation: Citation;
    readonly entries: readonly (Linked & { readonly adverse: boolean })[];
  }[];
  readonly templates: RulesModel["templates"];
  /** By whether the name alone refuses a record, or only raises a question. */
  readonly forbidden: readonly { readonly title: string; readonly refused: boolean; readonly citation: Citation }[];
}

export function catalogueModel(policy: PolicySnapshot): CatalogueModel {
  const live = [...policy.entries.values()].filter((entry) => entry.state === "live");
  return {
    regionName: policy.regionName,
    categories: policy.categories
      .toSorted((a, b) => a.no - b.no)
      .map(({ id, no, zh, since, basis, mark }) => ({
        no,
        title: zh,
        since,
        citation: cite(policy, basis, mark),
        entries: live
          .filter((entry) => entry.category === id)
          .map((entry) => ({ title: entry.zh, href: entryHref(entry.id), adverse: entry.adverse })),
      })),
    templates: templatesOf(policy),
    forbidden: policy.forbidden.map(({ zh, asKind, basis, mark }) => ({
      title: zh,
      refused: asKind.length > 0,
      citation: cite(policy, basis, mark),
    })),
  };
}

/** When a field must be filled in, with the names of what it hangs on. */
export type Requirement =
  | { readonly kind: "always" | "optional" | "conditional" }
  | { readonly kind: "contains"; readonly field: string; readonly words: readonly string[] }
  | { readonly kind: "present"; readonly field: string }
  | {
      readonly kind: "counterpart";
      readonly of: readonly ("organisation" | "individual-business" | "natural-person")[];
    };

export interface FieldLine {
  readonly title: string;
  readonly id: string;
  readonly type: Field["type"];
  readonly lengthMax: number | null;
  readonly scale: number | null;
  readonly values: readonly string[];
  readonly requirement: Requirement;
  readonly group: Field["group"];
  readonly personal: boolean;
  readonly mark: Mark;
}

export interface EntryModel {
  readonly id: string;
  readonly title: string;
  readonly version: number;
  readonly mark: Mark;
  readonly live: boolean;
  readonly personal: boolean;
  readonly category: { readonly no: number; readonly title: string } | null;
  readonly adverse: boolean;
  readonly subjectKinds: readonly SubjectKind[];
  readonly basis: readonly Citation[];
  readonly severityRule: CatalogueEntry["severityRule"];
  readonly publicity: { readonly kind: PublicityRule["kind"]; readonly citation: Citation | null } | null;
  readonly channels: readonly { readonly id: ChannelId; readonly open: boolean }[];
  readonly updateTerm: { readonly workingDays: number; readonly citation: Citation } | null;
  readonly retention: { readonly years: number; readonly citation: Citation | null } | null;
  readonly providers: readonly string[];
  readonly fields: readonly FieldLine[];
  /** Where what is shown of it is listed. */
  readonly listed: boolean;
}

/** What visibility says of an entry: whether a channel lets anything of it through today, and who may send it. */
export interface EntryWords {
  readonly isOpen: (channel: ChannelId, entry: CatalogueEntry) => boolean;
  readonly providersOf: ProvidersOf;
}

/**
 * One entry; null where the catalogue has none of that name.
 * @param by what visibility says of an entry.
 */
export function entryModel(policy: PolicySnapshot, id: string, by: EntryWords): EntryModel | null {
  const entry = policy.entries.get(id);
  if (entry === undefined) return null;
  const category = policy.categories.find((one) => one.id === entry.category);
  const live = entry.state === "live";
  const { updateTerm, retention } = entry;
  return {
    id,
    title: entry.zh,
    version: entry.version,
    mark: entry.mark,
    live,
    personal: entry.subjectKinds.every((kind) => kind === "natural-person"),
    category: category === undefined ? null : { no: category.no, title: category.zh },
    adverse: entry.adverse,
    subjectKinds: entry.subjectKinds,
    basis: entry.basis.map((basis) => cite(policy, basis, entry.mark)),
    severityRule: entry.severityRule,
    publicity: publicityOf(policy, entry),
    channels: entry.channels.map((channel) => ({ id: channel, open: by.isOpen(channel, entry) })),
    updateTerm: updateTerm && { workingDays: updateTerm.workingDays, citation: cite(policy, updateTerm.basis) },
    retention:
      retention.years === null
        ? null
        : { years: retention.years, citation: retention.basis && cite(policy, retention.basis, retention.mark) },
    providers: live ? by.providersOf(entry, policy).map(({ zh }) => zh) : [],
    fields: entry.fields.map((field) => fieldLine(field, entry)),
    listed: live && entry.publicityRule !== null && by.isOpen("public-page", entry) && entry.id !== "registration",
  };
}

function publicityOf(policy: PolicySnapshot, entry: CatalogueEntry): EntryModel["publicity"] {
  const rule = policy.publicity.rules.find((one) => one.id === entry.publicityRule);
  if (rule === undefined) return null;
  if (rule.kind !== "severity-term") return { kind: rule.kind, citation: cite(policy, rule.basis, rule.mark) };
  const present = rule.editions.find(
    ({ inForce, until }) => inForce <= policy.day && (until === null || policy.day < until),
  );
  return { kind: rule.kind, citation: present === undefined ? null : cite(policy, present.basis, present.mark) };
}

function fieldLine(field: Field, entry: CatalogueEntry): FieldLine {
  const { zh, id, type, lengthMax, scale, values, group, personal, identityNumber, mark } = field;
  return {
    title: zh,
    id,
    type,
    lengthMax,
    scale,
    values: values ?? [],
    requirement: requirementOf(field, entry),
    group,
    personal: personal || identityNumber,
    mark,
  };
}

function requirementOf({ required, when }: Field, entry: CatalogueEntry): Requirement {
  if (required !== "conditional" || when === null) return { kind: required };
  if ("counterpart" in when) return { kind: "counterpart", of: when.counterpart };
  const field = entry.fields.find((one) => one.id === when.field)?.zh ?? when.field;
  return "contains" in when ? { kind: "contains", field, words: when.contains } : { kind: "present", field };
}
