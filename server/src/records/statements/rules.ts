import type { Day } from "../../kernel/day.ts";
import type { Severity } from "../../policy/publicity-rule.ts";

/** A field value of a statement as it is committed to: text, a list of texts, or null when not provided. */
export type FieldValue = string | readonly string[] | null;

export type Fields = Readonly<Record<string, FieldValue>>;

/** Who gave a statement its severity: the provider's own word, the simple procedure, or nobody. */
export type SeveritySource = "provider" | "procedure" | null;

/** What an authority decided, read from a row and gated: no personal field stands here any more. */
export interface DecisionFacts {
  readonly documentNo: string | null;
  readonly authority: string | null;
  readonly authorityCode: string | null;
  readonly decidedOn: Day | null;
  readonly validFrom: Day | null;
  readonly validUntil: Day | null;
  readonly providerShownUntil: Day | null;
  readonly severity: Severity | null;
  readonly severityBy: SeveritySource;
}

/** Everything a new statement needs before it gets its seed and commitment. `id` is 16 random bytes. */
export interface StatementDraft {
  readonly id: Buffer;
  readonly subject: string;
  readonly sourceKey: Buffer;
  readonly version: number;
  readonly decision: Buffer;
  readonly facts: DecisionFacts;
  readonly fields: Fields;
  readonly digest: Buffer;
  readonly row: number;
  readonly warnings: readonly string[];
  readonly replaces: Buffer | null;
}

/** What is already known under a provider's own key: its newest statement. */
export interface Located {
  readonly subject: string;
  readonly version: number;
  readonly id: Buffer;
  readonly digest: Buffer;
  readonly decision: Buffer;
  readonly decidedOn: Day | null;
  readonly batch: string;
  /** The batch that brought it was taken back, so the key is free again. */
  readonly withdrawn: boolean;
}

/** How an end acts: *from now* on, or *from the beginning* as if it had never been shown. */
export const endKinds = {
  repaired: "from-now",
  removed: "from-now",
  replaced: "from-now",
  withdrawn: "from-now",
  revoked: "from-beginning",
  quashed: "from-beginning",
} as const;

export type EndKind = keyof typeof endKinds;
