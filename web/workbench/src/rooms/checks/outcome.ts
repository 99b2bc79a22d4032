// What a check said, and what an officer says back; in the parts that the page shows. Pure.
import type { components } from "@xinheng/contract/client";
import type { Status } from "../../ui/status-mark.tsx";
import type { CheckAnswer } from "./asked.ts";
import { checksText } from "./text.ts";

export type CheckedSubject = CheckAnswer["answers"][number];
export type CheckedEntry = CheckAnswer["entries"][number];
export type AppliedMeasure = components["schemas"]["AppliedMeasure"];

/** Shape, word and colour: absence is quiet, what could not be checked is loud. */
export function outcomeStatus(outcome: CheckedSubject["outcome"]): Status {
  const word = checksText.answers.outcomes[outcome];
  if (outcome === "measures") return { shape: "sheet", word, tone: "zhe" };
  return outcome === "no-measure" ? { shape: "hollow", word, tone: "ink" } : { shape: "broken", word, tone: "mo" };
}

/** The last day; the decision itself where it alone knows; else until it is ended. */
export function untilOf({ until, readDecision }: Pick<AppliedMeasure, "until" | "readDecision">): string {
  const { lasts, readDecision: read, noEnd } = checksText.measure;
  if (readDecision) return read;
  return until === null ? noEnd : lasts(until);
}

/** What is said of how far an entry was checked. */
export function scopeOf({ providers, completeThrough }: CheckedEntry): string {
  const { through, open } = checksText.answers;
  return completeThrough === null ? open(providers) : through(providers, completeThrough);
}

/** Nothing is chosen before the officer chooses. */
export type Choice = "applied" | "notApplied" | null;

/** What feedback still lacks; what was applied was decided by a document. */
export function missingOf(given: {
  readonly choice: Choice;
  readonly decisionNo: string;
  readonly reason: string;
}): readonly ("choice" | "decisionNo" | "reason")[] {
  const missing: ("choice" | "decisionNo" | "reason")[] = [];
  if (given.choice === null) missing.push("choice");
  if (given.choice === "applied" && given.decisionNo.trim() === "") missing.push("decisionNo");
  if (given.reason.trim() === "") missing.push("reason");
  return missing;
}
