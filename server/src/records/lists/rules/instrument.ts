import type { Day } from "../../../kernel/day.ts";
import type { PolicySnapshot } from "../../../policy/snapshot.ts";
import type { Basis } from "../../../policy/source.ts";

/** Why an instrument does not carry a decision on a day in a region; null where it does. */
export type Weakness = "unknown" | "not-yet" | "expired" | "foreign";

/** As much of a policy as judges instruments. */
export type Instruments = Pick<PolicySnapshot, "sources" | "region">;

/** Judges an instrument by territory (GB/T 2260: trailing pairs of zeros stand for "all of it") and by time. */
export function weaknessOf(policy: Instruments, basis: Basis, day: Day): Weakness | null {
  const source = policy.sources.get(basis.source);
  if (source === undefined) return "unknown";
  if (!policy.region.startsWith(source.territory.replace(/(00){1,3}$/u, ""))) return "foreign";
  if (source.until !== null && source.until <= day) return "expired";
  // A day that is not known (财办库 notices often print none) does not make a verified instrument unborn.
  if (source.inForce !== null && source.inForce > day) return "not-yet";
  return null;
}
