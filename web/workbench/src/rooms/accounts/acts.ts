import type { Role } from "../../client/session.ts";

export type AccountAct = "freeze" | "unfreeze" | "close" | "role";

/** What a role may do to an account in a state: one stops it at once, the other asks, and neither does both. */
export function actsFor(role: Role, state: "active" | "frozen" | "closed"): readonly AccountAct[] {
  if (state === "closed") return [];
  if (role === "security-admin") return state === "active" ? ["freeze"] : [];
  if (role !== "system-admin") return [];
  return state === "frozen" ? ["unfreeze", "close"] : ["role", "close"];
}
