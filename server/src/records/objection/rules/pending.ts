import type { Day } from "../../../kernel/day.ts";

/** 行政复议中、诉讼中: what an authority says beside a decision of its own. */
export interface Pending {
  readonly mark: string;
  readonly subject: string;
  readonly kind: "review" | "litigation";
  /** Public id of the record, 16 bytes. */
  readonly record: Buffer;
  readonly documentNo: string;
  readonly setOn: Day;
  /** Null while it stands. */
  readonly liftedOn: Day | null;
}
