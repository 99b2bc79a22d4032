import type { Day } from "../kernel/day.ts";

/** How far a value was checked against its source. Unverified values are shipped disabled. */
export type Mark = "verified" | "secondary" | "unverified";

/** Rank of an instrument. The first three may carry what reduces rights or adds duties (promise 2). */
export type Rank =
  | "law"
  | "administrative-regulation"
  | "local-regulation"
  | "judicial-interpretation"
  | "central-policy"
  | "departmental-rule"
  | "normative-document"
  | "standard";

/** An instrument in `policy/sources.yaml`. Validity is half-open: in force on `inForce`, no longer on `until`. */
export interface Source {
  readonly id: string;
  readonly title: string;
  readonly number: string | null;
  readonly rank: Rank;
  /** GB/T 2260 code of the territory; "000000" is the whole country, "440300" one city. */
  readonly territory: string;
  readonly issued: Day | null;
  /** Null where the day is not known: such a source may stand behind a template only. */
  readonly inForce: Day | null;
  readonly until: Day | null;
  readonly succeeds: readonly string[];
  /** SHA-256 of the archived text in hex, null where no text is archived. */
  readonly textSha256: string | null;
  readonly mark: Mark;
  readonly note: string | null;
}

/** An article of a source, written `source#article` in refusals and on pages. */
export interface Basis {
  readonly source: string;
  readonly article: string | null;
}

/** `source#article`, or the source alone where no article is named. */
export function articleOf(basis: Basis): string {
  return basis.article === null ? basis.source : `${basis.source}#${basis.article}`;
}
