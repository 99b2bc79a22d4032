import { granted, refused } from "../../../kernel/refusal.ts";
import type { Outcome } from "../../../kernel/refusal.ts";
import { parseUscc } from "../../../kernel/uscc.ts";
import { isSame, planAccepted } from "./chunk.ts";
import type { ChunkContext, ChunkFacts, Keyed } from "./chunk.ts";
import type { Candidate } from "./fate.ts";

/** A person's answer to a question: take the row in for a subject, or give it back to the provider. */
export interface Answer {
  readonly action: "accept" | "reject";
  readonly subject: string | null;
  readonly reason: string;
  readonly documentNo: string | null;
}

/** Questions whose taking in overrides a failed code or finds one: they need a document that shows it. */
const needsDocument = (codes: readonly string[]): boolean =>
  codes.some(
    (code) => code.startsWith("ingest.code-") || code === "ingest.name-only" || code === "ingest.several-candidates",
  );

const reasonMin = 2;

/** An answer never goes without a reason. */
export function admitAnswer(answer: Answer): Outcome<true> {
  return answer.reason.trim().length < reasonMin
    ? refused({ code: "ingest.reason-needed", kind: "invalid" })
    : granted(true);
}

/** The subject that an accepted row goes to. A failed check digit may be confirmed exactly as it was stated. */
export function chosenSubject(candidate: Candidate, codes: readonly string[], answer: Answer): Outcome<string> {
  const chosen = answer.subject ?? candidate.subject ?? "";
  const confirmed = chosen !== "" && chosen === candidate.stated.text;
  if (!confirmed && !parseUscc(chosen).ok) return refused({ code: "ingest.subject-needed", kind: "invalid" });
  if (needsDocument(codes) && (answer.documentNo ?? "").trim() === "")
    return refused({ code: "ingest.document-needed", kind: "invalid" });
  return granted(chosen);
}

/**
 * The candidate as it would be if the chosen code had stood in its row. A document that somebody confirmed for a second
 * subject gets a key of its own there.
 */
export function attachTo(
  candidate: Candidate,
  subject: string,
  by: { readonly codeField: string; readonly codes: readonly string[] },
): Candidate {
  const before = candidate.subject ?? "";
  const put = (parts: readonly string[]): readonly string[] => parts.map((part) => (part === before ? subject : part));
  const shared = by.codes.includes("ingest.document-other-subject") ? [subject] : [];
  return {
    ...candidate,
    subject,
    fields: { ...candidate.fields, [by.codeField]: subject },
    keyParts: [...put(candidate.keyParts), ...shared],
    decisionParts: candidate.decisionParts === null ? null : put(candidate.decisionParts),
  };
}

/**
 * What taking the row in writes. A document that stands under another subject is not moved this way, and the same
 * content again is no second record; a document with other content becomes a new version that names the old one.
 */
export function settle(
  keyed: Keyed,
  facts: ChunkFacts,
  step: { readonly context: ChunkContext; readonly row: number; readonly codes: readonly string[] },
): Outcome<ReturnType<typeof planAccepted>> {
  const located = facts.located.get(keyed.sourceKey);
  const live = located !== undefined && !located.withdrawn;
  if (live && located.subject !== keyed.claim.subject)
    return refused({ code: "ingest.document-other-subject", kind: "conflict" });
  if (live && isSame(keyed, located)) return refused({ code: "ingest.duplicate", kind: "conflict" });
  const fate = {
    outcome: "accepted",
    version: (located?.version ?? 0) + 1,
    replaces: located?.id ?? null,
    warnings: step.codes,
  } as const;
  return granted(planAccepted(keyed, facts, { context: step.context, row: step.row, fate }));
}
