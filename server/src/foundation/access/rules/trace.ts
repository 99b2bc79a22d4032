// What an auditor sees of a deed: a trace. Never what it was about where that could be a subject, nor free words.
import type { Trace } from "../../audit/index.ts";

/** done: as it was asked · refused: by a second person · withdrawn: by whoever asked · failed: a file that could not be taken in. */
export const TRACE_OUTCOMES = ["done", "refused", "withdrawn", "failed"] as const;
export type TraceOutcome = (typeof TRACE_OUTCOMES)[number];

const OUTCOMES: ReadonlyMap<string, TraceOutcome> = new Map([
  ["approval.refused", "refused"],
  ["approval.withdrawn", "withdrawn"],
  ["ingest.fail", "failed"],
]);

/** What became of a deed; a refused command leaves no trace, for nothing was done. */
export function traceOutcome(action: string): TraceOutcome {
  return OUTCOMES.get(action) ?? "done";
}

/** Ids that were made here: UUIDs, 128 bits in hex, keys of machines. A subject's code has eighteen characters. */
const MADE_HERE = /^(?:[0-9a-f]{32}|[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}|[\w-]{22})$/u;

/** Whether a target names nobody. */
export function isMadeHere(target: string): boolean {
  return MADE_HERE.test(target);
}

/** A trace without subjects: an enterprise that acts for itself is one too. */
export function withoutSubjects(trace: Trace): Trace {
  const target = trace.target !== null && isMadeHere(trace.target) ? trace.target : null;
  return trace.role === "enterprise"
    ? { ...trace, target, organisation: null, organisationName: null }
    : { ...trace, target };
}
