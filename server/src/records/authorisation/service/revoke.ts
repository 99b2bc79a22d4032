import { mayDo } from "../../../foundation/accounts/index.ts";
import type { Account } from "../../../foundation/accounts/index.ts";
import { record } from "../../../foundation/audit/index.ts";
import { granted, refused } from "../../../kernel/refusal.ts";
import type { Outcome } from "../../../kernel/refusal.ts";
import { inOneTransaction } from "../../../platform/database/in-one-transaction.ts";
import type { Tx } from "../../../platform/database/pool.ts";
import { unknownAuthorisation } from "../rules/authorisation.ts";
import type { Authorisation, RevokingSide } from "../rules/authorisation.ts";
import { loadOwned, lockAllowance, saveRevocation } from "../store.ts";
import type { Owner } from "../store.ts";
import type { Paper } from "./give.ts";
import type { AuthorisationPorts } from "./ports.ts";
import { paperSignatory } from "./signatory.ts";

export interface RevocationWish {
  readonly authorisation: string;
  /** Only at a hall: whose it is, and the paper on which the subject revoked it. */
  readonly hall: (Paper & { readonly subject: string }) | null;
}

/**
 * Ends an authorisation for good: by the subject at any time and without a reason, by a hall on its paper, or by the
 * grantee, who renounces. When this resolves no use can be spent any more: a use that was under way has either been
 * written down before, or is refused. Doing it again changes nothing and is no error. Refuses what `mayDo` and the mandate
 * refuse, `authorisation.hall-needed`, and `authorisation.unknown` alike for another's and for none.
 */
export function revokeAuthorisation(
  ports: AuthorisationPorts,
  by: Account,
  wish: RevocationWish,
): Promise<Outcome<Authorisation>> {
  return inOneTransaction(ports.db, async (tx) => {
    const right = await rightOf(tx, ports, { by, wish });
    if (!right.ok) return right;
    const { owner, side } = right.value;
    const found = await loadOwned(tx, owner, wish.authorisation);
    if (found === undefined) return unknownAuthorisation();
    await lockAllowance(tx, found);
    const now = await loadOwned(tx, owner, wish.authorisation);
    if (now === undefined) return unknownAuthorisation();
    if (now.revocation !== null) return granted(now);
    const at = new Date(ports.clock.now());
    const paper =
      wish.hall === null
        ? null
        : {
            file: wish.hall.file,
            appeared: wish.hall.appeared,
            signatory: paperSignatory(ports.keys, now.authorisation, wish.hall.name),
          };
    await saveRevocation(tx, now, { side, at, by, paper });
    await record(tx, {
      at,
      account: by,
      action: "authorisation.revoke",
      purpose: null,
      target: now.authorisation,
      state: { side, usesLeft: now.usesLeft },
    });
    return granted({ ...now, revocation: { side, at } });
  });
}

interface RevocationRight {
  readonly owner: Owner;
  readonly side: RevokingSide;
}

async function rightOf(
  tx: Tx,
  ports: AuthorisationPorts,
  { by, wish }: { readonly by: Account; readonly wish: RevocationWish },
): Promise<Outcome<RevocationRight>> {
  const provider = wish.hall?.subject ?? by.organisation;
  const may = mayDo({ account: by, command: "authorisation.revoke", provider });
  if (!may.ok) return may;
  if (may.value === "other") {
    // The id alone is no right: a hall states whose it is, and finds no other's.
    if (wish.hall === null) return refused({ code: "authorisation.hall-needed", kind: "invalid" });
    return granted({ owner: { side: "grantor", organisation: wish.hall.subject }, side: "hall" });
  }
  if (wish.hall !== null) return refused({ code: "accounts.role", kind: "forbidden" });
  if (by.role !== "enterprise") {
    return granted({ owner: { side: "grantee", organisation: by.organisation }, side: "grantee" });
  }
  const mandate = await ports.mandateOf(tx, by, ports.clock.today());
  if (!mandate.ok) return mandate;
  return granted({ owner: { side: "grantor", organisation: by.organisation }, side: "grantor" });
}
