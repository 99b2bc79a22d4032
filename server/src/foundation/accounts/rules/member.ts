// How an account stands, in one word.
export const MEMBER_STATES = ["active", "frozen", "closed"] as const;
/** active: it may act · frozen: for a while not, it or its whole organisation · closed: never again. */
export type MemberState = (typeof MEMBER_STATES)[number];

/** @param row instants at which it was disabled, frozen, or its organisation frozen; null where that never was. */
export function memberState(row: {
  readonly disabledAt: Date | null;
  readonly frozenAt: Date | null;
  readonly organisationFrozenAt: Date | null;
}): MemberState {
  if (row.disabledAt !== null) return "closed";
  return row.frozenAt !== null || row.organisationFrozenAt !== null ? "frozen" : "active";
}
