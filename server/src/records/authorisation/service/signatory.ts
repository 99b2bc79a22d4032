import { foldName } from "../../../kernel/fold.ts";
import type { Keys } from "../../../platform/keys/keys.ts";

/**
 * Who consented in the portal: a keyed digest of the person's number, bound to one authorisation, so that two artefacts
 * of one person cannot be joined by whoever holds both.
 */
export function personSignatory(keys: Keys, authorisation: string, person: string): Buffer {
  return keys.mac("authorisation.person", `${authorisation}\n${person}`);
}

/** Who appeared at a hall: a keyed digest of the name. The name itself stays in the paper file. */
export function paperSignatory(keys: Keys, authorisation: string, name: string): Buffer {
  return keys.mac("authorisation.appeared", `${authorisation}\n${foldName(name)}`);
}
