/** A linter's fault that is known and waits. Every entry names the reason; the list may only shrink. */
export interface Exception {
  readonly file: string;
  /** The rule as the linter prints it, e.g. `eslint(max-lines)`. */
  readonly rule: string;
  readonly why: string;
}

/** How many exceptions there may be at most. Lower it with the list; raising it needs an ADR. */
export const exceptionsMax = 0;

export const exceptions: readonly Exception[] = [];
