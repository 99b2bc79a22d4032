// 文书: what a document of an objection says, as data. The page is made of it and of nothing else.
import { createHash } from "node:crypto";
import { canonicalBytes } from "@xinheng/log/canonical";
import type { CanonicalObject } from "@xinheng/log/canonical";
import type { Day } from "../../../kernel/day.ts";
import type { AnswerOutcome, Change, Correction, Evidence, Kind } from "./objection.ts";

/** Rises with every change of what the templates say, so that an old document is printed as it was. */
export const TEMPLATE = 1;

export const DOCUMENT_KINDS = ["not-accepted", "reminder", "result"] as const;
export type DocumentKind = (typeof DOCUMENT_KINDS)[number];

export interface Party {
  readonly uscc: string;
  readonly name: string;
}

/** All that a document says. Days are legal days; articles `source#article`, with their texts beside them. */
export interface DocumentBody {
  readonly kind: DocumentKind;
  readonly template: number;
  readonly number: string;
  readonly issuedOn: Day;
  /** Who issues it. */
  readonly authority: Party;
  /** Whom it is for: the subject, or who has to answer. */
  readonly to: Party;
  readonly subject: Party;
  readonly about: {
    readonly kind: Kind;
    readonly title: string;
    readonly documentNo: string | null;
    readonly record: string | null;
    readonly look: string | null;
  };
  readonly filedOn: Day;
  readonly ground: string;
  readonly claim: string;
  readonly words: string;
  readonly outcome: AnswerOutcome | null;
  readonly change: Change | null;
  readonly corrections: readonly Correction[];
  readonly evidence: readonly Evidence[];
  /** reminder: the last day that has passed. */
  readonly due: Day | null;
  readonly basis: { readonly article: string; readonly text: string } | null;
  readonly policyHash: string;
}

/** SHA-256 over the canonical bytes. */
export function documentDigest(body: DocumentBody): Buffer {
  return createHash("sha256")
    .update(canonicalBytes(body as unknown as CanonicalObject))
    .digest();
}
