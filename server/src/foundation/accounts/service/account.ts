import { hash, randomBytes, randomUUID, timingSafeEqual } from "node:crypto";
import { granted, refused } from "../../../kernel/refusal.ts";
import type { Outcome, Refusal } from "../../../kernel/refusal.ts";
import { isUscc } from "../../../kernel/uscc.ts";
import type { Database, Tx } from "../../../platform/database/pool.ts";
import { record } from "../../audit/index.ts";
import { isLogin, kindOf } from "../rules.ts";
import type { Account, Organisation, Role } from "../rules.ts";
import { isSeparated } from "../rules/separation.ts";
import {
  accountById,
  accountByLogin,
  accountByToken,
  loadOrganisation,
  markDisabled,
  saveAccount,
  saveOrganisation,
  saveRole,
} from "../store.ts";
import type { AccountRow } from "../store.ts";
import { addPerson, holdPerson, rolesOf } from "./person.ts";

const TOKEN_BYTES = 32;

/** 256 random bits: no password rules, no salt and no slow hash are needed to keep such a token. */
export function createToken(): string {
  return randomBytes(TOKEN_BYTES).toString("base64url");
}

const TOKEN = /^[A-Za-z0-9_-]{43}$/;

/** Whether a text has the shape of a token that was made here. */
export function isToken(text: string): boolean {
  return TOKEN.test(text);
}

export function hashToken(token: string): Buffer {
  return hash("sha256", token, "buffer");
}

export function publicPart({ account, person, organisation, organisationName, role, login }: AccountRow): Account {
  return { account, person, organisation, organisationName, role, login };
}

/** How strictly an account is looked at. */
export interface Admission {
  /** Lets in a frozen account, or one of a frozen organisation: for the routes of a subject's own record and rights only. */
  readonly allowFrozen: boolean;
}

/** Whether an account may act at all. Refuses `accounts.disabled`, `accounts.frozen`. */
export function admitAccount(row: AccountRow, { allowFrozen }: Admission): Outcome<AccountRow> {
  if (row.disabledAt !== null) return refused({ code: "accounts.disabled", kind: "unauthenticated" });
  const frozen = row.frozenAt !== null || row.organisationFrozenAt !== null;
  return frozen && !allowFrozen ? refused({ code: "accounts.frozen", kind: "forbidden" }) : granted(row);
}

/** The row of a token; see `authenticate`. */
export async function rowOfToken(tx: Tx, token: string, admission: Admission): Promise<Outcome<AccountRow>> {
  const wanted = hashToken(token);
  // The index is asked for a digest, so its timing tells nothing about a token; the comparison settles it.
  const row = await accountByToken(tx, wanted);
  const held = row?.tokenHash ?? null;
  if (row === undefined || held === null || !timingSafeEqual(held, wanted)) {
    return refused({ code: "accounts.unknown-token", kind: "unauthenticated" });
  }
  return admitAccount(row, admission);
}

/**
 * Who holds a bearer token. Refuses `accounts.unauthenticated` without one, `accounts.unknown-token`,
 * `accounts.disabled`, `accounts.frozen`.
 */
export async function authenticate(db: Database, bearer: string | null): Promise<Outcome<Account>> {
  if (bearer === null) return refused({ code: "accounts.unauthenticated", kind: "unauthenticated" });
  const row = await db.read((tx) => rowOfToken(tx, bearer, { allowFrozen: false }));
  return row.ok ? granted(publicPart(row.value)) : row;
}

/** By whom an account is made or changed: an account, or null for a command on the server's own machine. */
export type Author = Account | null;

export interface NewAccount {
  readonly at: Date;
  readonly by: Author;
  /** One that is known keeps the name and kind that it has. */
  readonly organisation: Organisation;
  readonly role: Role;
  readonly login: string;
  /** UUID of the human being; without it the account is of somebody who is not known yet. */
  readonly person?: string;
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

/** Whom the account is for, held until the transaction ends, once it is sure that he may hold the role too. */
async function personFor(tx: Tx, wanted: NewAccount): Promise<Outcome<string>> {
  if (wanted.person === undefined) return granted(await addPerson(tx, wanted.at));
  const person = await holdPerson(tx, wanted.person);
  if (person === undefined) return refused({ code: "accounts.unknown-person", kind: "absent" });
  const roles = await rolesOf(tx, person);
  return isSeparated([...roles, wanted.role])
    ? granted(person)
    : refused({ code: "accounts.separated", kind: "forbidden" });
}

/**
 * Makes an account in the caller's transaction, with its audit entry. Whether anybody may is the caller's matter:
 * administrators do it through an approval, two of them. Refuses `accounts.bad-organisation`, `accounts.bad-login`,
 * `accounts.unknown-person`, `accounts.separated`, `accounts.login-taken`.
 */
export async function addAccount(tx: Tx, wanted: NewAccount): Promise<Outcome<Credentials>> {
  const fault = faultOf(wanted);
  if (fault !== null) return refused(fault);
  const { at, by, login, organisation, role } = wanted;
  // Before anything is written: the caller may commit what it has done so far although this was refused.
  if ((await accountByLogin(tx, login)) !== undefined) return taken(login);
  const person = await personFor(tx, wanted);
  if (!person.ok) return person;
  await saveOrganisation(tx, {
    uscc: organisation.uscc,
    name: organisation.name,
    kind: kindOf(organisation, role),
    at,
  });
  const known = await loadOrganisation(tx, organisation.uscc);
  const token = createToken();
  const account: Account = {
    account: randomUUID(),
    person: person.value,
    organisation: organisation.uscc,
    organisationName: known?.name ?? organisation.name,
    role,
    login,
  };
  if (!(await saveAccount(tx, account, { tokenHash: hashToken(token), at }))) return taken(login);
  const state = { login, organisation: organisation.uscc, role, person: person.value };
  await record(tx, { at, account: by, action: "account.create", purpose: null, target: account.account, state });
  return granted({ account, token });
}

function taken(login: string): { readonly ok: false; readonly refusal: Refusal } {
  return refused({ code: "accounts.login-taken", kind: "conflict", values: { login } });
}

/** Makes an account by a command on the server's own machine; see `addAccount`. */
export async function createAccount(
  db: Database,
  wanted: NewAccount & { readonly by: null },
): Promise<Outcome<Credentials>> {
  return db.write((tx) => addAccount(tx, wanted));
}

/** The account of a login, as long as it is not disabled or frozen: for jobs that act under an account of their own. */
export async function findAccount(db: Database, login: string): Promise<Account | undefined> {
  const row = await db.read((tx) => accountByLogin(tx, login));
  return row !== undefined && admitAccount(row, { allowFrozen: false }).ok ? publicPart(row) : undefined;
}

/** What is changed about an account that exists, by whom and why. */
export interface Change {
  readonly at: Date;
  readonly by: Author;
  readonly reason: string;
}

function unknownAccount(): { readonly ok: false; readonly refusal: Refusal } {
  return refused({ code: "accounts.unknown-account", kind: "absent" });
}

/**
 * Gives an account another role in the caller's transaction; the same again changes nothing. As with `addAccount` two
 * administrators stand behind it. Refuses `accounts.unknown-account`, `accounts.disabled`, `accounts.separated`.
 */
export async function changeRole(
  tx: Tx,
  account: string,
  { role, at, by, reason }: Change & { readonly role: Role },
): Promise<Outcome<Account>> {
  const before = await accountById(tx, account);
  if (before === undefined) return unknownAccount();
  if (before.disabledAt !== null) return refused({ code: "accounts.disabled", kind: "conflict" });
  const person = (await holdPerson(tx, before.person)) ?? before.person;
  const roles = await rolesOf(tx, person);
  if (!isSeparated(roles.toSpliced(roles.indexOf(before.role), 1, role)))
    return refused({ code: "accounts.separated", kind: "forbidden" });
  if (await saveRole(tx, account, role)) {
    const state = { role, before: before.role };
    await record(tx, { at, account: by, action: "account.role", purpose: reason, target: account, state });
  }
  return granted({ ...publicPart(before), role });
}

/** Disables an account for good, its token with it; again changes nothing. Refuses `accounts.unknown-login`. */
export async function disableAccount(
  db: Database,
  wanted: Change & { readonly by: null; readonly login: string },
): Promise<Outcome<Account>> {
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
export async function disableInPlace(tx: Tx, account: string, { at, by, reason }: Change): Promise<void> {
  if (!(await markDisabled(tx, account, at))) return;
  const state = { disabled: true };
  await record(tx, { at, account: by, action: "account.disable", purpose: reason, target: account, state });
}
