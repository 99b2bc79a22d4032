import type { Day } from "./day.ts";

/** The nine ways the platform says a lawful no; `platform/http` maps each to one HTTP status. */
export type RefusalKind =
  | "invalid"
  | "forbidden"
  | "absent"
  | "conflict"
  | "too-early"
  | "unauthenticated"
  | "too-large"
  | "too-many"
  | "unavailable";

/** `slice.reason`: the stable name of a refusal. Its Chinese text stands in the slice's `text.ts`. */
export type RefusalCode = `${string}.${string}`;

/**
 * A lawful no, returned and never thrown. `article` is `source#article` of the rule that refuses;
 * `availableFrom` the first day on which the same request would be granted.
 */
export interface Refusal {
  readonly code: RefusalCode;
  readonly kind: RefusalKind;
  readonly article?: string;
  readonly availableFrom?: Day;
  /** Values that the Chinese text may name. Never personal data. */
  readonly values?: Readonly<Record<string, string | number>>;
}

export type Outcome<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly refusal: Refusal };

export function granted<T>(value: T): Outcome<T> {
  return { ok: true, value };
}

export function refused(refusal: Refusal): { readonly ok: false; readonly refusal: Refusal } {
  return { ok: false, refusal };
}
