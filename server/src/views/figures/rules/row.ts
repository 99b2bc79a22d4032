import type { Day } from "../../../kernel/day.ts";

/** Where a list of rows goes on. */
export interface RowPlace {
  readonly batch: string;
  readonly row: number;
  /** A keyed digest: it orders rows of one number, and tells nothing of them. */
  readonly key: string;
}

/** A row as figures may show it: where it stands and when, never whom it is about. `subject` and `id` serve the link alone. */
export interface LoadedRow extends RowPlace {
  readonly entry: string;
  readonly provider: string;
  readonly state: "done" | "withdrawn";
  readonly receivedAt: Date;
  readonly outcome:
    | "accepted"
    | "taken"
    | "duplicate"
    | "rejected"
    | "open"
    | "question-accepted"
    | "question-rejected";
  readonly decidedOn: Day | null;
  readonly correction: boolean;
  /** A later version stands in its place. */
  readonly corrected: boolean;
  readonly subject: string | null;
  readonly id: Buffer | null;
}
