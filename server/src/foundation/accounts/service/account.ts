import { hash, randomBytes, randomUUID, timingSafeEqual } from "node:crypto";
import { granted, refused } from "../../../kernel/refusal.ts";
import type { Outcome, Refusal } from "../../../kernel/refusal.ts";
import { isUscc } from "../../../kernel/uscc.ts";
import type { Database, Tx } from "../../../platform/database/pool.ts";
import { record } from "../../audit/index.ts";
import { isLogin, mayDo } from "../rules.ts";
import type { Account, Organisation, Role } from "../rules.ts";
import { accountByLogin, accountByToken, markDisabled, saveAccount } from "../store.ts";
import type { AccountRow } from "../store.ts";

const TOKEN_BYTES = 32;

/** 256 random bits: no password rules, no salt and no slow hash are needed to keep such a token. */
export function createToken(): string {
  return randomBytes(TOKEN_BYTES).toString("base64url");
}

function hashToken(token: string): Buffer {
  return hash("sha256", token, "buffer");
}

function publicPart({ account, organisation, organisationName, role, login }: AccountRow): Account {
  return { account, organisation, organisationName, role, login };
}

/** The account of a token in the caller's transaction; see `authenticate`. */
export async function accountOfToken(tx: Tx, token: string): Promise<Outcome<Account>> {
  const wanted = hashToken(token);
  // The index is asked for a digest, so its timing tells nothing about a token; the comparison settles it.
  const row = await accountByToken(tx, wanted);
  if (row === undefined || !timingSafeEqual(row.tokenHash, wanted)) {
    return refused({ code: "accounts.unknown-token", kind: "unauthenticated" });
  }
  if (row.disabledAt !== null) return refused({ code: "accounts.disabled", kind: "unauthenticated" });
  return granted(publicPart(row));
}

/**
 * Who holds a bearer token. Refuses `accounts.unauthenticated` without one, `accounts.unknown-token`,
 * `accounts.disabled`.
 */
export async function authenticate(db: Database, bearer: string | null): Promise<Outcome<Account>> {
  if (bearer === null) return refused({ code: "accounts.unauthenticated", kind: "unauthenticated" });
  return db.read((tx) => accountOfToken(tx, bearer));
}

/** By whom an account is made or disabled: an account, or null for a command on the server's own machine. */
export type Author = Account | null;

export interface NewAccount {
  readonly at: Date;
  readonly by: Author;
  readonly organisation: Organisation;
  readonly role: Role;
  readonly login: string;
}

export interface Credentials {
  readonly account: Account;
  /** Shown once; only its hash is kept. */
  readonly token: string;
}

function faultOf(wanted: NewAccount): Refusal | null {
  if (!isUscc(wanted.organisation.uscc)) {
    const values = { organisation: wanted.organisation.uscc.slice(0, 40) };
    return { code: "accounts.bad-organisation", kind: "invalid", values };
  }
  return isLogin(wanted.login) ? null : { code: "accounts.bad-login", kind: "invalid" };
}

/** Makes an account in the caller's transaction, with its audit entry; see `createAccount`. */
export async function addAccount(tx: Tx, wanted: NewAccount): Promise<Outcome<Credentials>> {
  const fault = faultOf(wanted);
  if (fault !== null) return refused(fault);
  const { at, by, login, organisation, role } = wanted;
  const token = createToken();
  const account: Account = {
    account: randomUUID(),
    organisation: organisation.uscc,
    organisationName: organisation.name,
    role,
    login,
  };
  if (!(await saveAccount(tx, account, { tokenHash: hashToken(token), at }))) {
    return refused({ code: "accounts.login-taken", kind: "conflict", values: { login } });
  }
  const state = { login, organisation: organisation.uscc, role };
  await record(tx, { at, account: by, action: "account.create", purpose: null, target: account.account, state });
  return granted({ account, token });
}

/**
 * Makes an account with a token of its own. Refuses what `mayDo` refuses, `accounts.bad-organisation`,
 * `accounts.bad-login`, `accounts.login-taken`.
 */
export async function createAccount(db: Database, wanted: NewAccount): Promise<Outcome<Credentials>> {
  const refusal = refusalFor(wanted.by, "account.create");
  return refusal === null ? db.write((tx) => addAccount(tx, wanted)) : refused(refusal);
}

function refusalFor(by: Author, command: "account.create" | "account.disable"): Refusal | null {
  if (by === null) return null;
  const outcome = mayDo({ account: by, command, provider: null });
  return outcome.ok ? null : outcome.refusal;
}

export interface Disabling {
  readonly at: Date;
  readonly by: Author;
  readonly login: string;
  readonly reason: string;
}

/** The account of a login, as long as it is not disabled: for jobs that act under an account of their own. */
export async function findAccount(db: Database, login: string): Promise<Account | undefined> {
  const row = await db.read((tx) => accountByLogin(tx, login));
  return row === undefined || row.disabledAt !== null ? undefined : publicPart(row);
}

/** Disables an account for good, its token with it; again changes nothing. Refuses `accounts.unknown-login`. */
export async function disableAccount(db: Database, wanted: Disabling): Promise<Outcome<Account>> {
  const refusal = refusalFor(wanted.by, "account.disable");
  if (refusal !== null) return refused(refusal);
  return db.write(async (tx) => {
    const row = await accountByLogin(tx, wanted.login);
    if (row === undefined) {
      return refused({ code: "accounts.unknown-login", kind: "absent", values: { login: wanted.login.slice(0, 40) } });
    }
    await disableInPlace(tx, row.account, wanted);
    return granted(publicPart(row));
  });
}

/** Disables an account in the caller's transaction, with its audit entry where anything changed. */
export async function disableInPlace(
  tx: Tx,
  account: string,
  { at, by, reason }: Omit<Disabling, "login">,
): Promise<void> {
  if (!(await markDisabled(tx, account, at))) return;
  const state = { disabled: true };
  await record(tx, { at, account: by, action: "account.disable", purpose: reason, target: account, state });
}
