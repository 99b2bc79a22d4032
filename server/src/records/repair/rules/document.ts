// 文书: what a document of a repair says, as data. The page is made of it and of nothing else.
import { createHash } from "node:crypto";
import { canonicalBytes } from "@xinheng/log/canonical";
import type { CanonicalObject } from "@xinheng/log/canonical";
import type { Day } from "../../../kernel/day.ts";
import type { RepairRemedy } from "../../../policy/repair.ts";
import type { ApplicationKind, Proposal, StepKind } from "./application.ts";

/** Rises with every change of what the templates say, so that an old document is printed as it was. */
export const TEMPLATE = 1;

export const DOCUMENT_KINDS = [
  "need-more",
  "accepted",
  "not-accepted",
  "extended",
  "reminder",
  "repaired",
  "refused",
  "shielded",
  "revoked",
] as const;
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
  readonly authority: Party;
  readonly to: Party;
  readonly subject: Party;
  readonly application: ApplicationKind;
  readonly documentNo: string | null;
  readonly entry: string;
  readonly appliedOn: Day;
  /** Why, or what is missing. */
  readonly words: string;
  /** refused: what can be mended, and how. */
  readonly mend: string | null;
  /** shielded: last day. reminder, accepted, extended: last day of the term. */
  readonly through: Day | null;
  readonly basis: { readonly article: string; readonly text: string };
  readonly remedies: readonly RepairRemedy[];
  readonly policyHash: string;
}

const OF_STEP: Partial<Readonly<Record<StepKind, DocumentKind>>> = {
  "need-more": "need-more",
  accept: "accepted",
  "not-accept": "not-accepted",
  extend: "extended",
  remind: "reminder",
};
const OF_OUTCOME: Readonly<Record<Proposal["outcome"], DocumentKind>> = {
  repair: "repaired",
  refuse: "refused",
  shield: "shielded",
  revoke: "revoked",
};

/** The document that a step issues; null where it issues none. */
export function documentKind(kind: StepKind, draft: Proposal | null): DocumentKind | null {
  if (kind === "approve") return draft === null ? null : OF_OUTCOME[draft.outcome];
  return OF_STEP[kind] ?? null;
}

/** Documents against which there is a remedy. */
export const AGAINST: ReadonlySet<DocumentKind> = new Set<DocumentKind>(["not-accepted", "refused", "revoked"]);

/** SHA-256 over the canonical bytes. */
export function documentDigest(body: DocumentBody): Buffer {
  return createHash("sha256")
    .update(canonicalBytes(body as unknown as CanonicalObject))
    .digest();
}
