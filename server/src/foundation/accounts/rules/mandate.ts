// 授权委托: what an agent may do for an enterprise, for how long, and when it lapses by itself.
import type { Day } from "../../../kernel/day.ts";

/** What a mandate can reach: looking at the enterprise's own record; giving and taking back authorisations. */
export const MANDATE_SCOPES = ["own-record", "authorisation"] as const;

export type MandateScope = (typeof MANDATE_SCOPES)[number];

export interface Mandate {
  /** UUID. */
  readonly mandate: string;
  readonly person: string;
  /** 统一社会信用代码. */
  readonly enterprise: string;
  readonly scope: readonly MandateScope[];
  /** Half-open: the first day, and the first day on which it no longer holds. */
  readonly from: Day;
  readonly until: Day;
  /** Keyed digest of the legal representative who gave it; null where it was not said. */
  readonly representative: Buffer | null;
  readonly endedAt: Date | null;
}

/** What a mandate is held against. */
export interface MandateFacts {
  readonly mandate: Mandate;
  /** Digest of the legal representative who is registered today; null while the register does not say. */
  readonly currentRepresentativeDigest: Buffer | null;
  readonly day: Day;
}

/**
 * Whether a mandate stands on a day. It lapses with its term, when it is ended, and when the registered legal
 * representative is no longer the one who gave it. One that does not say who gave it was made on the server's own machine,
 * and ends by its term.
 */
export function mandateStands({ mandate, currentRepresentativeDigest, day }: MandateFacts): boolean {
  if (mandate.endedAt !== null || day < mandate.from || day >= mandate.until) return false;
  if (currentRepresentativeDigest === null || mandate.representative === null) return true;
  return mandate.representative.equals(currentRepresentativeDigest);
}
