import type { Day } from "../../../kernel/day.ts";
import type { SubjectKind } from "../../../policy/catalogue-entry.ts";

export interface SubjectName {
  readonly name: string;
  readonly until: Day | null;
}

/** A subject as the public may know it. */
export interface LoadedSubject {
  readonly uscc: string;
  readonly kind: SubjectKind;
  readonly standing: "registered" | "provisional";
  /** Present name first, the registration authority's before others'; former ones by the day they ended. */
  readonly names: readonly SubjectName[];
}

/** Where a page of records ended: the day that the order goes by, and the id. */
export interface RecordPlace {
  readonly day: string;
  readonly id: Buffer;
}

export interface EntryCount {
  readonly entry: string;
  readonly count: number;
}

/** Records of one entry that a subject page lists; one more is read, to know whether there are more. */
export const recordsListed = 200;
