import type { Day } from "../../kernel/day.ts";
import type { SubjectKind } from "../../policy/catalogue-entry.ts";

export type Standing = "registered" | "provisional";

/** One name a subject has or had. `folded` is for comparing only; `name` is as the provider wrote it. */
export interface KnownName {
  readonly folded: string;
  readonly name: string;
  readonly knownFrom: Day;
  readonly knownUntil: Day | null;
  readonly registered: boolean;
  /** The batch that brought it was taken back: on file, but as good as unknown. */
  readonly withdrawn: boolean;
}

/** 信用主体 as the record knows it. */
export interface KnownSubject {
  readonly subject: string;
  readonly kind: SubjectKind;
  readonly standing: Standing;
  readonly names: readonly KnownName[];
  readonly withdrawn: boolean;
}

/** The names whose owner is looked for by full name or digest only: names of persons may stand in them. */
export function isSearchable(kind: SubjectKind): boolean {
  return kind !== "individual-business" && kind !== "natural-person";
}
