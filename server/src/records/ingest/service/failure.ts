import { TabularRefusal } from "../../../platform/tabular/tabular-refusal.ts";
import type { Failure } from "../rules/batch.ts";

/** The file as a whole cannot become records: thrown inside the reading, and the batch ends as failed. */
export class BatchFailure extends Error {
  readonly failure: Failure;

  constructor(failure: Failure) {
    super(failure.code);
    this.failure = failure;
  }
}

/** The failure that a fault of the file is; undefined for a fault of our own. */
export function failureOf(error: unknown): Failure | undefined {
  if (error instanceof BatchFailure) return error.failure;
  if (!(error instanceof TabularRefusal)) return undefined;
  return { code: error.code, values: { ...error.values, ...(error.line === undefined ? {} : { line: error.line }) } };
}
