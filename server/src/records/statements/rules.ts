import type { Day } from "../../kernel/day.ts";
import type { Severity } from "../../policy/publicity-rule.ts";

/** A field value of a statement as it is committed to: text, a list of texts, or null when not provided. */
export type FieldValue = string | readonly string[] | null;

export type Fields = Readonly<Record<string, FieldValue>>;

/** Who gave a statement its severity: the provider's own word, the simple procedure, or nobody. */
export type SeveritySource = "provider" | "procedure" | null;

/** Values of the personal fields that an entry keeps, by field id: sealed before they are written, never part of a body. */
export type Personal = Readonly<Record<string, string>>;

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

/** Bytes in lower-case hex, as canonical headers, receipts and COPY want them. */
export type Hex = string;

/**
 * What a statement says, made ready before anybody knows whether it will be stored: seed, header salt and group hashes
 * (32 bytes each), then the fields as JSON text in UTF-8. Read it through `bodyOf` and `fieldsOf`.
 */
export type Content = Buffer;

/** Everything a new statement needs before it gets its commitment. `id` is 16 random bytes. */
export interface StatementDraft {
  readonly id: Hex;
  readonly subject: string;
  readonly sourceKey: Hex;
  readonly version: number;
  readonly decision: Hex;
  readonly facts: DecisionFacts;
  readonly content: Content;
  readonly personal: Personal;
  readonly digest: Hex;
  readonly row: number;
  readonly warnings: readonly string[];
  readonly replaces: Hex | null;
}

/**
 * What is already known under a provider's own key: the newest statement there that stands, else the newest of all.
 * `version` is the highest that the key has had: a batch that was taken back does not give its numbers free.
 */
export interface Located {
  readonly subject: string;
  readonly version: number;
  readonly id: Hex;
  readonly digest: Hex;
  readonly decision: Hex;
  readonly decidedOn: Day | null;
  readonly batch: string;
  /** The batch that brought it was taken back and nothing older stands, so the key is free again. */
  readonly withdrawn: boolean;
}

/** What a stored statement says. Fields are empty where its body was erased. */
export interface Standing {
  readonly facts: Pick<DecisionFacts, "severity" | "decidedOn" | "validFrom" | "validUntil" | "providerShownUntil">;
  readonly fields: Fields;
}

/** How an end acts: *from now* on, or *from the beginning* as if it had never been shown. */
export const endKinds = {
  repaired: "from-now",
  removed: "from-now",
  replaced: "from-now",
  withdrawn: "from-now",
  revoked: "from-beginning",
  quashed: "from-beginning",
  // 破产重整、和解期间的暂时屏蔽: for a time only.
  shielded: "from-now",
} as const;

export type EndKind = keyof typeof endKinds;

/** Ends that a document of the authority may take back. */
export type RestorableKind = Extract<EndKind, "repaired" | "shielded" | "removed">;

/** 异议处理中, 行政复议中, 诉讼中: what stands beside a decision until it is lifted. */
export type MarkKind = "objection" | "review" | "litigation";
