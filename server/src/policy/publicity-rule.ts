import type { Day } from "../kernel/day.ts";
import type { Basis, Mark } from "./source.ts";

/** 失信严重程度. `unclassified` is ours: no provider's word and no published standard. */
export type Severity = "minor" | "general" | "serious" | "unclassified";

/** 民法典 201–202: `start-not-counted` is the default; `start-counted` the other reading. */
export type CountingConvention = "start-not-counted" | "start-counted";

/** Months of publicity for one severity under one instrument. */
export interface SeverityTerm {
  readonly shown: boolean;
  /** Months before repair may be applied for; 0 = at once. */
  readonly monthsMin: number;
  readonly monthsMax: number;
}

/** One dated edition of the severity terms; the transition rule picks the more favourable for older decisions. */
export interface TermEdition {
  readonly id: string;
  readonly inForce: Day;
  readonly until: Day | null;
  readonly terms: Readonly<Record<Severity, SeverityTerm>>;
  readonly basis: Basis;
  readonly mark: Mark;
}

/**
 * How long an entry's statements are on the public page.
 * severity-term: months from the decision day by severity, capped by the provider's own end day.
 * valid-until: until the record's own valid-to day; a missing one or the long-term day means no end.
 * until-ended: until an end is recorded (removal, replacement).
 */
export type PublicityRule =
  | {
      readonly id: string;
      readonly kind: "severity-term";
      readonly editions: readonly TermEdition[];
      readonly transition: "more-favourable";
      readonly transitionMark: Mark;
    }
  | {
      readonly id: string;
      readonly kind: "valid-until";
      readonly longTerm: readonly Day[];
      readonly basis: Basis;
      readonly mark: Mark;
    }
  | { readonly id: string; readonly kind: "until-ended"; readonly basis: Basis; readonly mark: Mark };

export interface PublicityPolicy {
  readonly rules: readonly PublicityRule[];
  readonly convention: CountingConvention;
  readonly conventionBasis: Basis;
  readonly conventionMark: Mark;
  /** The severity a provider's word or the simple procedure stands for, by field value. */
  readonly severityWords: Readonly<Record<string, Severity>>;
  /** Procedures that make a penalty minor (简易程序), with the article. */
  readonly minorProcedures: readonly string[];
  readonly minorProceduresBasis: Basis;
  readonly minorProceduresMark: Mark;
}
