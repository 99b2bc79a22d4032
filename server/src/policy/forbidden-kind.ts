import type { Basis, Mark } from "./source.ts";

/**
 * A kind of information that may never be stored, refused by name.
 * `asKind`: words that refuse the row when a kind, category, basis or field head holds them.
 * `mention`: words that raise a question when free text merely mentions them.
 */
export interface ForbiddenKind {
  readonly id: string;
  readonly zh: string;
  readonly asKind: readonly string[];
  readonly mention: readonly string[];
  readonly basis: Basis;
  readonly mark: Mark;
}
