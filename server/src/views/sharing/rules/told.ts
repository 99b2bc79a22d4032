// What leaves by a look, and where its lists go on.
import type { Day } from "../../../kernel/day.ts";
import type { SubjectKind } from "../../../policy/catalogue-entry.ts";
import type { FieldValue } from "../../../records/statements/index.ts";
import type { SealedCell, VisibleRow } from "../../visibility/index.ts";

/** A subject that the platform knows, with its name of today. */
export interface KnownSubject {
  readonly subject: string;
  readonly kind: SubjectKind;
  readonly name: string | null;
}

/** A statement that passed a channel, with no more of its values than may leave by it; null where an eraser emptied them. */
export interface SharedRow extends VisibleRow {
  readonly fields: Readonly<Record<string, FieldValue>> | null;
  /** Personal values that may leave, as they are kept; `openPersonal` puts them among the fields. */
  readonly sealed: Readonly<Record<string, SealedCell>>;
}

/** Where a subject's records go on: behind the last one that was answered. */
export interface RecordPlace {
  readonly day: Day | null;
  readonly id: Buffer;
}

/** A look at a subject as it is told to it. */
export interface ToldLook {
  readonly look: Buffer;
  readonly at: Date;
  readonly organisation: string;
  readonly organisationName: string;
  readonly post: string;
  readonly matter: string;
  readonly purpose: string;
  readonly basisKind: "duty" | "authorisation" | "own";
  readonly basisRef: string;
  readonly basisArticle: string | null;
  readonly channel: string;
  readonly entries: readonly string[];
  readonly fields: readonly string[];
  readonly outcome: string;
  readonly measures: readonly ToldMeasure[];
}

/** What the office said that it did after a look: applied or not, by which decision, and why. */
export interface ToldMeasure {
  readonly measure: string;
  readonly applied: boolean;
  readonly decisionNo: string | null;
  readonly reason: string;
  /** Milliseconds since the epoch. */
  readonly at: number;
}

/** Where a list of looks goes on. */
export type LookPlace = Pick<ToldLook, "at" | "look">;

/** Where a statement came from, and what was committed to when it came. */
export interface Provenance {
  readonly id: Buffer;
  readonly batch: string;
  readonly row: number;
  readonly version: number;
  readonly replaces: Buffer | null;
  readonly receivedAt: Date;
  readonly policyHash: Buffer;
  readonly commitment: Buffer;
  /** How an old platform had kept it; null where it was sent here first. */
  readonly carriedOver: CarriedOverNote | null;
}

/** 旧平台数据迁移: as the old platform told it. */
export interface CarriedOverNote {
  readonly state: string;
  readonly stateOn: Day | null;
  readonly documentNo: string | null;
  readonly receivedOn: Day | null;
  readonly objection: string | null;
  readonly objectionOn: Day | null;
}
