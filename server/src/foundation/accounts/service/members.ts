// Who there is, and stopping one of them at once.
import { granted, refused } from "../../../kernel/refusal.ts";
import type { Outcome } from "../../../kernel/refusal.ts";
import { inOneTransaction } from "../../../platform/database/in-one-transaction.ts";
import { mayDo } from "../rules.ts";
import type { Role, SignedIn } from "../rules.ts";
import type { MemberState } from "../rules/member.ts";
import { requireStepUp } from "../rules/session.ts";
import { accountById } from "../store.ts";
import { listMembers } from "../store/members.ts";
import type { MemberPlace, MemberRow } from "../store/members.ts";
import { freeze } from "./freeze.ts";
import type { AccountPorts } from "./ports.ts";

export type { MemberPlace, MemberRow } from "../store/members.ts";

/** Accounts of a page. */
export const membersMax = 100;

export interface MemberWish {
  /** Null: one's own organisation, or all where one runs the accounts. */
  readonly organisation: string | null;
  readonly role: Role | null;
  readonly state: MemberState | null;
  readonly after: MemberPlace | null;
}

type MemberPorts = Pick<AccountPorts, "db" | "clock">;

/** Whose accounts somebody may see: null for all. */
function reachOf(by: SignedIn, wanted: string | null): Outcome<string | null> {
  if (by.via === "signature") return refused({ code: "accounts.role", kind: "forbidden" });
  if (wanted === null && mayDo({ account: by, command: "account.list", provider: null }).ok) return granted(null);
  const organisation = wanted ?? by.organisation;
  const may = mayDo({ account: by, command: "account.list", provider: organisation });
  return may.ok ? granted(organisation) : may;
}

/**
 * The members of one's own organisation; of all for those who run the accounts. A machine has none. Refuses
 * `accounts.role`, `accounts.other-organisation`.
 */
export function members({ db }: MemberPorts, by: SignedIn, wish: MemberWish): Promise<Outcome<MemberRow[]>> {
  const reach = reachOf(by, wish.organisation);
  if (!reach.ok) return Promise.resolve(reach);
  const asked = { ...wish, organisation: reach.value, limit: membersMax };
  return db.read(async (tx) => granted(await listMembers(tx, asked)));
}

/**
 * A security administrator stops an account at once. Refuses `accounts.role`, `accounts.unknown-account`,
 * `accounts.second-person` (another account of his own person among them), `accounts.step-up`.
 */
export function freezeAtOnce(
  { db, clock }: MemberPorts,
  by: SignedIn,
  { account, reason }: { readonly account: string; readonly reason: string },
): Promise<Outcome<void>> {
  const may = mayDo({ account: by, command: "account.freeze", provider: null });
  if (!may.ok) return Promise.resolve(may);
  return inOneTransaction(db, async (tx) => {
    const row = await accountById(tx, account);
    if (row === undefined) return refused({ code: "accounts.unknown-account", kind: "absent" });
    if (row.person === by.person) return refused({ code: "accounts.second-person", kind: "forbidden" });
    const now = clock.now();
    const proved = requireStepUp(by, now);
    if (!proved.ok) return proved;
    const frozen = await freeze(tx, account, { at: new Date(now), by, reason });
    return frozen.ok ? granted(undefined) : frozen;
  });
}
