import type { Day } from "../../../kernel/day.ts";
import type { KnownSubject } from "../../subject/index.ts";

export type NameVerdict = "current" | "former" | "unknown-name";

/** Whether a name belongs to a subject. A name alone never attaches anything; it can only contradict a code. */
export function matchName(known: KnownSubject, folded: string): NameVerdict {
  const name = known.names.find((one) => one.folded === folded && !one.withdrawn);
  if (name === undefined) return "unknown-name";
  return name.knownUntil === null ? "current" : "former";
}

export type RegistrationVerdict = "new" | "promotes" | "same-name" | "renames" | "name-conflict";

/**
 * What a row of the registration provider does to a subject. Only that provider owns the current name, and only a
 * later day changes it: an older file sent late must not turn a name back.
 */
export function registrationVerdict(
  known: KnownSubject | undefined,
  folded: string,
  from: Day | null,
): RegistrationVerdict {
  if (known === undefined || known.withdrawn) return "new";
  if (known.standing === "provisional") return "promotes";
  const current = known.names.find((one) => one.registered && one.knownUntil === null && !one.withdrawn);
  if (current === undefined || current.folded === folded) return "same-name";
  if (from !== null && from > current.knownFrom) return "renames";
  return "name-conflict";
}
