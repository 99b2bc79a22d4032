// Who represents an enterprise by the register: the name that its newest registration keeps sealed.
import type { Tx } from "../../../platform/database/pool.ts";
import type { Keys } from "../../../platform/keys/keys.ts";
import { momentOf, publicDay } from "../../site/index.ts";
import type { Present } from "../../site/index.ts";
import { openPersonal } from "../../visibility/index.ts";
import { loadNewest } from "../store.ts";

const REGISTRATION = "registration";
const REPRESENTATIVE = "legalRepresentative";

/**
 * The legal representative whom the newest standing registration of a subject names; null where there is none, it names
 * nobody, or the name was erased. For comparing: it is told to nobody.
 */
export async function registeredRepresentative(
  tx: Tx,
  deps: Present & { readonly keys: Pick<Keys, "keystore"> },
  subject: string,
): Promise<string | null> {
  const asked = { ...publicDay(momentOf(deps)), channel: "own" as const, grant: null, subject, entry: REGISTRATION };
  const [row] = await openPersonal(tx, deps.keys.keystore, await loadNewest(tx, asked));
  const name = row?.fields?.[REPRESENTATIVE];
  return typeof name === "string" && name !== "" ? name : null;
}
