import type { Day } from "../kernel/day.ts";
import type { Basis, Mark } from "./source.ts";

/** 信用主体类别. Natural persons stand here only so that rows about them can be refused by name. */
export type SubjectKind =
  | "enterprise"
  | "individual-business"
  | "farmer-cooperative"
  | "public-institution"
  | "social-organisation"
  | "state-organ"
  | "other-organisation"
  | "natural-person";

/** Who may see a field: 社会公开 / 政务共享 / 授权查询. Each personal field is a group of its own. */
export type DisclosureGroup = "public" | "duty" | "authorisation";

export type FieldType = "string" | "text" | "enum" | "enum-list" | "date" | "decimal" | "integer" | "uscc";

/** When a conditional field is required. `contains` looks into a string or any member of a list. */
export type Condition =
  | { readonly field: string; readonly contains: readonly string[] }
  | { readonly field: string; readonly present: true }
  | { readonly counterpart: readonly ("organisation" | "individual-business" | "natural-person")[] };

export interface Field {
  /** ASCII camelCase; the key in the canonical bytes, so it never changes within a version. */
  readonly id: string;
  /** Official Chinese name, used as column head and label. */
  readonly zh: string;
  /** Every other column head that means this field: XK_/CF_ codes, 2016 codes, former names. */
  readonly names: readonly string[];
  readonly type: FieldType;
  /** Longest value in characters; null where unknown or unverified, then not enforced. */
  readonly lengthMax: number | null;
  /** decimal(precision, scale): digits after the point; null otherwise. */
  readonly scale: number | null;
  /** Allowed values; a value ending in `-` is a prefix that wants a free explanation after it (其他-…). */
  readonly values: readonly string[] | null;
  /** Values that other layouts use for the same thing, mapped to the official one (`1` → 有效). */
  readonly synonyms: Readonly<Record<string, string>>;
  readonly required: "always" | "conditional" | "optional";
  readonly when: Condition | null;
  /** Required also under the profile `legacy` (settled.md: identity, document number, day, authority, content). */
  readonly requiredLegacy: boolean;
  readonly group: DisclosureGroup;
  /** Personal information: received, checked, counted, and not kept unless `sealed` says why. */
  readonly personal: boolean;
  /** An identity number of a person: checked in the stream and dropped before anything is written. */
  readonly identityNumber: boolean;
  /** Why a personal field is kept, under a key of its subject; null: it is received and not kept. */
  readonly sealed: string | null;
  readonly mark: Mark;
}

/** Which field plays which part. Every value is a field id of the entry. */
export interface Roles {
  readonly subjectCode: string;
  readonly subjectName: string;
  readonly counterpart: string | null;
  readonly registrationNo: string | null;
  readonly organisationCode: string | null;
  readonly taxNo: string | null;
  readonly documentNo: string | null;
  readonly authority: string | null;
  readonly authorityCode: string | null;
  readonly decidedOn: string | null;
  readonly validFrom: string | null;
  readonly validUntil: string | null;
  /** 公示截止期 as the provider states it: it can only shorten what the rule gives. */
  readonly shownUntil: string | null;
  readonly severity: string | null;
  readonly procedure: string | null;
  /** The sum decided, in 万元: checked against sums written in the content. */
  readonly amount?: string | null;
  /** The field that tells what was decided, in words. */
  readonly content?: string | null;
  /** The day from which the act holds no more (移出日期), and what may be told with it; absent where there is none. */
  readonly removal?: readonly string[];
  /** What the record says in one line on a page. */
  readonly title: string | null;
  /** The fields shown beside the title on the subject page. */
  readonly summary: readonly string[];
}

export type ChannelId =
  | "public-page"
  | "open-data"
  | "duty"
  | "authorisation"
  | "statutory-bar"
  | "subscriber"
  | "special-report"
  | "own"
  | "evaluation"
  | "archive";

export interface CatalogueEntry {
  readonly id: string;
  readonly version: number;
  readonly zh: string;
  /** One of the 13 categories, by id. */
  readonly category: string;
  /** live: records may come in. template: shipped, disabled until an operator confirms it. */
  readonly state: "live" | "template";
  readonly adverse: boolean;
  readonly subjectKinds: readonly SubjectKind[];
  /** Provider codes by region; `any-registered` = every provider of the region's authority register. */
  readonly providers: Readonly<Record<string, readonly string[]>>;
  readonly fields: readonly Field[];
  readonly roles: Roles;
  /** Field ids that make the provider's own key; empty = the content itself. */
  readonly sourceKey: readonly string[];
  /** Field ids that identify the act, joined with the subject across providers and paths. */
  readonly decisionIdentity: readonly string[];
  /** Id of a rule in `policy/visibility/rules.yaml`; null where the entry is never on the public page. */
  readonly publicityRule: string | null;
  readonly severityRule: "provider" | "none";
  readonly channels: readonly ChannelId[];
  readonly updateTerm: { readonly workingDays: number; readonly basis: Basis } | null;
  readonly retention: { readonly years: number | null; readonly basis: Basis | null; readonly mark: Mark };
  readonly basis: readonly Basis[];
  readonly mark: Mark;
}

/** 目录类别 (13 in the 2024 edition). */
export interface Category {
  readonly id: string;
  readonly no: number;
  readonly zh: string;
  readonly since: number;
  readonly mark: Mark;
  readonly basis: Basis;
}

/** A unit that may send: 数据源单位. */
export interface Provider {
  readonly uscc: string;
  readonly zh: string;
  readonly region: string;
  /** Entries this provider may send. */
  readonly entries: readonly string[];
  readonly official: boolean;
}

/** A submitter's own layout as data: column heads to field ids, constants, derivations. */
export interface Mapping {
  readonly id: string;
  readonly zh: string;
  readonly entry: string;
  readonly profile: "full" | "legacy";
  /** Folded column head → field id; a head mapped to null is received and ignored. */
  readonly columns: Readonly<Record<string, string | null>>;
  /** Fixed values by field id. */
  readonly constants: Readonly<Record<string, string>>;
  /** Value of a field made from columns: a template such as `{地市}生态环境局`, or a unit change. */
  readonly derivations: readonly Derivation[];
  /** The layout of an old platform's export (旧平台数据迁移); null for what is sent for the first time. */
  readonly carriedOver: CarriedOver | null;
}

/** Under which heads an old platform tells how it kept a record. */
export interface CarriedOver {
  /** Last day on which such a file is taken in. */
  readonly until: Day;
  /** The day on which the old platform received the record. */
  readonly receivedOn: string;
  readonly state: string;
  /** The day since which the state holds, and the document by which. */
  readonly stateOn: string;
  readonly stateDocument: string | null;
  /** What became of an objection there, and when. */
  readonly objection: string | null;
  readonly objectionOn: string | null;
}

export type Derivation =
  /** Text made from columns: `{地市}生态环境局`; empty when any named column is empty. */
  | { readonly field: string; readonly template: string }
  /** A sum that the layout states in yuan, while the field is in 万元. */
  | { readonly field: string; readonly from: string; readonly unit: "yuan-to-wan" }
  /** The same, in a layout whose listed words mean that no sum is stated. */
  | {
      readonly field: string;
      readonly from: string;
      readonly unit: "yuan-to-wan";
      readonly emptyWhen: readonly string[];
    }
  /** A day that the layout may carry as an Excel serial number even in text files. */
  | { readonly field: string; readonly from: string; readonly excelSerial: true }
  /** A column that only sometimes holds a document number (…字…号); anything else counts as none. */
  | { readonly field: string; readonly from: string; readonly shape: "document-number" }
  /** A column whose listed words mean "not stated" (未标明, 不详). */
  | { readonly field: string; readonly from: string; readonly emptyWhen: readonly string[] };
