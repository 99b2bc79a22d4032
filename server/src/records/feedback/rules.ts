import type { Day } from "../../kernel/day.ts";
import { granted, refused } from "../../kernel/refusal.ts";
import type { Outcome } from "../../kernel/refusal.ts";

/** What an officer did with a measure that a check told of. The decision is his; the platform only remembers it. */
export interface Feedback {
  readonly subject: string;
  /** Id of the look that told of it, 16 bytes. */
  readonly look: Buffer;
  /** Id of the measure in the registry. */
  readonly measure: string;
  readonly applied: boolean;
  /** 文书号 of the officer's own decision; null where nothing was decided because of it. */
  readonly decisionNo: string | null;
  readonly reason: string;
}

/** Feedback as its own office reads it again: by its own matter number, without saying of whom. */
export interface GivenFeedback {
  readonly look: Buffer;
  readonly measure: string;
  readonly applied: boolean;
  readonly decisionNo: string | null;
  readonly reason: string;
  readonly matter: string;
  readonly at: Date;
}

/** Where a list of feedback goes on: behind the last that was told. */
export type FeedbackPlace = Pick<GivenFeedback, "at" | "look" | "measure">;

/** A look as far as feedback is concerned. */
export interface LookedAt {
  readonly organisation: string;
  readonly matter: string;
}

/**
 * Whether feedback may be given. Refuses `feedback.unknown-look` (there is none such, or it is another office's),
 * `feedback.unknown-measure`, `feedback.decision-needed` (what was applied was decided by a document).
 */
export function judgeFeedback(
  feedback: Feedback,
  known: { readonly office: string; readonly look: LookedAt | undefined; readonly isMeasure: boolean },
): Outcome<LookedAt> {
  const { look, office, isMeasure } = known;
  if (look === undefined || look.organisation !== office)
    return refused({ code: "feedback.unknown-look", kind: "absent" });
  if (!isMeasure) return refused({ code: "feedback.unknown-measure", kind: "invalid" });
  if (feedback.applied && feedback.decisionNo === null)
    return refused({ code: "feedback.decision-needed", kind: "invalid", article: "opinions-2025#12" });
  return granted(look);
}

/** How often a measure was and was not applied, by feedback received within a time. */
export interface MeasureFigure {
  readonly measure: string;
  readonly applied: number;
  readonly notApplied: number;
  /** Offices that gave feedback. */
  readonly offices: number;
}

/** A stretch of days, from inclusive, until exclusive. */
export interface Stretch {
  readonly from: Day;
  readonly until: Day;
}
