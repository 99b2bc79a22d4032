// What stops an account for a while: whoever watches may do it at once, one administrator lifts it.
import { granted, refused } from "../../../kernel/refusal.ts";
import type { Outcome } from "../../../kernel/refusal.ts";
import type { Tx } from "../../../platform/database/pool.ts";
import { record } from "../../audit/index.ts";
import { mayDo } from "../rules.ts";
import {
  accountById,
  markFrozen,
  markOrganisationFrozen,
  saveStepUpFrom,
  unmarkFrozen,
  unmarkOrganisationFrozen,
} from "../store.ts";
import type { Author, Change } from "./account.ts";

function mayFreeze(by: Author): Outcome<unknown> {
  return by === null ? granted(null) : mayDo({ account: by, command: "account.freeze", provider: null });
}

/** Whose account it is, and since when it is stopped. */
export interface Freezing {
  /** The human being, as known today. */
  readonly person: string;
  readonly organisation: string;
  /** Null where the account itself is not frozen. */
  readonly frozenAt: Date | null;
  /** Null where its organisation is not. */
  readonly organisationFrozenAt: Date | null;
}

/** What stops an account at this moment. Refuses `accounts.unknown-account`. */
export async function freezingOf(tx: Tx, account: string): Promise<Outcome<Freezing>> {
  const row = await accountById(tx, account);
  if (row === undefined) return refused({ code: "accounts.unknown-account", kind: "absent" });
  const { person, organisation, frozenAt, organisationFrozenAt } = row;
  return granted({ person, organisation, frozenAt, organisationFrozenAt });
}

/**
 * Freezes an account in the caller's transaction: it signs in nowhere until it is lifted, but for the routes of its own
 * record. `by` is null where a watch rule does it. Refuses what `mayDo` refuses, `accounts.unknown-account`.
 * @returns whether it was not frozen until now.
 */
export async function freeze(tx: Tx, account: string, { at, by, reason }: Change): Promise<Outcome<boolean>> {
  const may = mayFreeze(by);
  if (!may.ok) return may;
  if ((await accountById(tx, account)) === undefined)
    return refused({ code: "accounts.unknown-account", kind: "absent" });
  if (!(await markFrozen(tx, account, { at, why: reason }))) return granted(false);
  const state = { frozen: true };
  await record(tx, { at, account: by, action: "account.freeze", purpose: reason, target: account, state });
  return granted(true);
}

/**
 * Lifts it again. Only a security administrator, and never for himself. Refuses what `mayDo` refuses,
 * `accounts.second-person`, `accounts.unknown-account`. @returns whether it was frozen until now.
 */
export async function unfreeze(
  tx: Tx,
  account: string,
  { at, by, reason }: Change & { readonly by: NonNullable<Author> },
): Promise<Outcome<boolean>> {
  const may = mayFreeze(by);
  if (!may.ok) return may;
  const row = await accountById(tx, account);
  if (row === undefined) return refused({ code: "accounts.unknown-account", kind: "absent" });
  if (row.person === by.person) return refused({ code: "accounts.second-person", kind: "forbidden" });
  if (!(await unmarkFrozen(tx, account))) return granted(false);
  const state = { frozen: false };
  await record(tx, { at, account: by, action: "account.unfreeze", purpose: reason, target: account, state });
  return granted(true);
}

/** Freezes or lifts a whole organisation, as a security administrator says. Refuses what `mayDo` refuses. */
export async function freezeOrganisation(
  tx: Tx,
  uscc: string,
  { at, by, reason, frozen }: Change & { readonly frozen: boolean },
): Promise<Outcome<boolean>> {
  const may = mayFreeze(by);
  if (!may.ok) return may;
  const changed = frozen ? await markOrganisationFrozen(tx, uscc, at) : await unmarkOrganisationFrozen(tx, uscc);
  if (!changed) return granted(false);
  const action = frozen ? "organisation.freeze" : "organisation.unfreeze";
  await record(tx, { at, account: by, action, purpose: reason, target: uscc, state: { frozen } });
  return granted(true);
}

/**
 * What the account proved of itself so far counts no longer: before the next dangerous act the person must prove anew
 * that it is he, whatever the account acts by, its token included. For the watch rules.
 */
export async function expireStepUp(tx: Tx, account: string, { at, reason }: Omit<Change, "by">): Promise<void> {
  if (!(await saveStepUpFrom(tx, account, at))) return;
  const state = { stepUpFrom: at.toISOString() };
  await record(tx, { at, account: null, action: "account.ask-step-up", purpose: reason, target: account, state });
}
