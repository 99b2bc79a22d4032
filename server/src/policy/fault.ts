/** The stable name of what is wrong in a policy file; its Chinese text and cure stand in `text.ts`. */
export type FaultCode =
  | "policy.folder-missing"
  | "policy.unreadable"
  | "policy.unknown-file"
  | "policy.unknown-key"
  | "policy.wrong-shape"
  | "policy.duplicate-id"
  | "policy.version-lower"
  | "policy.region-missing"
  | "policy.missing-part"
  | "policy.missing-basis"
  | "policy.missing-article"
  | "policy.unknown-source"
  | "policy.expired-basis"
  | "policy.not-yet-in-force"
  | "policy.undated-basis"
  | "policy.foreign-territory"
  | "policy.succession-gap"
  | "policy.unverified-live"
  | "policy.no-severity-rule"
  | "policy.unknown-category"
  | "policy.unknown-rule"
  | "policy.unknown-field"
  | "policy.unknown-set"
  | "policy.unknown-entry"
  | "policy.duplicate-field"
  | "policy.duplicate-head"
  | "policy.enum-without-values"
  | "policy.unknown-value"
  | "policy.length-without-mark"
  | "policy.personal-shown"
  | "policy.sealed-field"
  | "policy.forbidden-kind"
  | "policy.forbidden-weakened"
  | "policy.natural-person-module"
  | "policy.unsound-code"
  | "policy.unknown-confirmation"
  | "policy.edition-gap"
  | "policy.term-order"
  | "policy.term-rank"
  | "policy.unknown-year"
  | "policy.unknown-purpose"
  | "policy.unknown-office"
  | "policy.unknown-list"
  | "policy.list-rank"
  | "policy.list-subject"
  | "policy.list-part"
  | "policy.list-unverified"
  | "policy.unknown-matter"
  | "policy.measure-rank"
  | "policy.measure-part"
  | "policy.measure-fact"
  | "policy.measure-unverified"
  | "policy.repair-material"
  | "policy.repair-rank";

/** A place in a file: line and column count from 1. */
export interface Position {
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

/**
 * One thing wrong in a policy file. A policy with a fault does not load. `article` is `source#article` of the rule
 * that the file breaks, where it is law and not form that is broken.
 */
export interface Fault extends Position {
  readonly code: FaultCode;
  /** What the Chinese text may name: ids, keys, days. */
  readonly values: Readonly<Record<string, string | number>>;
  readonly article?: string;
}
