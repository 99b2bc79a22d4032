import type { Refusal } from "../kernel/refusal.ts";

/** A start that must not go on, with the refusal that says why. Caught where the process begins. */
export class StartRefused extends Error {
  readonly refusal: Refusal;
  /** Lines to be printed below the refusal: faults of policy files with file and line. */
  readonly lines: readonly string[];

  constructor(refusal: Refusal, lines: readonly string[] = []) {
    super(refusal.code);
    this.name = "StartRefused";
    this.refusal = refusal;
    this.lines = lines;
  }
}

/** The value, or a start that ends here. */
export function required<T>(
  outcome: { readonly ok: true; readonly value: T } | { readonly ok: false; readonly refusal: Refusal },
): T {
  if (!outcome.ok) throw new StartRefused(outcome.refusal);
  return outcome.value;
}
