import type { Day } from "../kernel/day.ts";
import type { Basis } from "./source.ts";

/** 查询事由: why somebody looks at what is not public. */
export interface Purpose {
  readonly id: string;
  readonly zh: string;
}

/** 法定职责: an office may look at these entries for these purposes, by this article. Without one there is no look by duty. */
export interface Duty {
  readonly id: string;
  readonly zh: string;
  /** Codes of the offices that have it. */
  readonly offices: readonly string[];
  readonly entries: readonly string[];
  readonly purposes: readonly string[];
  readonly basis: Basis;
  readonly from: Day;
  /** First day on which it is no duty any more; null while it stands. */
  readonly until: Day | null;
}

/** An organisation that may ask: how it numbers its matters, and how many different subjects it may look at in a day. */
export interface Office {
  readonly uscc: string;
  /** 办件编号: `#` stands for a digit, `@` for a capital letter, everything else for itself. */
  readonly matterFormat: string;
  readonly subjectsPerDay: number;
}

/** What an authorisation of a subject may be at most, whatever it states. */
export interface AuthorisationLimits {
  readonly monthsMax: number;
  readonly usesMax: number;
  readonly basis: Basis;
}

/** The nightly draw of looks that must be justified with the file. */
export interface DrawRule {
  /** Of ten thousand looks. */
  readonly perTenThousand: number;
  /** Working days until the justification is due. */
  readonly workingDays: number;
}

export const WATCHED = ["subjects", "not-authorised", "nothing-found", "refusals", "outside-hours"] as const;
/** What is counted of an account: different subjects, looks without authorisation, looks that found nothing, refusals, looks at night. */
export type Watched = (typeof WATCHED)[number];

export const RESPONSES = ["alert", "step-up", "freeze"] as const;
/** What follows: only told; the account must prove itself anew; the account is frozen until a security administrator lifts it. */
export type WatchResponse = (typeof RESPONSES)[number];

/** An anomaly: more than `more` of what is counted within `minutes`. */
export interface WatchRule {
  readonly id: string;
  readonly zh: string;
  readonly counts: Watched;
  readonly more: number;
  readonly minutes: number;
  readonly then: WatchResponse;
}

/** Delayed disclosure: by which article looks of these offices may be told to the subject later, and how much later at most. */
export interface DelayRule {
  readonly id: string;
  readonly zh: string;
  /** `source#article`. */
  readonly article: string;
  readonly offices: readonly string[];
  /** Days from the proposal to the end. */
  readonly daysMax: number;
}

/** Exports of what is not public: rows at most, and days for which the mark of one is kept. */
export interface ExportRule {
  readonly rowsMax: number;
  readonly keepDays: number;
}

/** Who may look at what is not public, and how looks are watched. */
export interface AccessPolicy {
  readonly purposes: ReadonlyMap<string, Purpose>;
  readonly duties: ReadonlyMap<string, Duty>;
  readonly offices: ReadonlyMap<string, Office>;
  readonly authorisation: AuthorisationLimits;
  readonly draw: DrawRule;
  readonly exports: ExportRule;
  readonly watch: readonly WatchRule[];
  /** None is shipped: it takes an instrument that says so, confirmed by an operator. */
  readonly delays: readonly DelayRule[];
  /** Hours of the day, Asia/Shanghai, within which offices work: from inclusive, until exclusive. */
  readonly hours: { readonly from: number; readonly until: number };
}
