import { hash, randomBytes, randomUUID, timingSafeEqual } from "node:crypto";
import { addDays, dayOfInstant } from "../../../kernel/day.ts";
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
import { personByIdentity } from "../store/person.ts";
import { MANDATE_SCOPES } from "../rules/mandate.ts";
import { readRegistration } from "../rules/registration.ts";
import { addMandate, mandateFor } from "./mandate.ts";
import { addPerson, bindIdentity, holdPerson, rolesOf } from "./person.ts";

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
  /** Lets in an enterprise's agent whose mandate lapsed: only to see who he is signed in as, and to sign out. */
  readonly allowLapsed?: boolean;
}

/** Whether an account may act at all. Refuses `accounts.disabled`, `accounts.frozen`. */
export function admitAccount(row: AccountRow, { allowFrozen }: Admission): Outcome<AccountRow> {
  if (row.disabledAt !== null) return refused({ code: "accounts.disabled", kind: "unauthenticated" });
  const frozen = row.frozenAt !== null || row.organisationFrozenAt !== null;
  return frozen && !allowFrozen ? refused({ code: "accounts.frozen", kind: "forbidden" }) : granted(row);
}

/** The row of a token; see `authenticate`. Whether its mandate stands is asked by whoever knows the day. */
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
  /** The number that the sign-in page gave him; from then on he signs in with that identity. */
  readonly registration?: string;
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
  if (wanted.registration !== undefined && readRegistration(wanted.registration) === null)
    return { code: "accounts.bad-registration", kind: "invalid" };
  return isLogin(wanted.login) ? null : { code: "accounts.bad-login", kind: "invalid" };
}

/** Whom a registration number stands for already; null where nobody, or where there is none. */
async function registered(tx: Tx, wanted: NewAccount): Promise<string | null> {
  const read = wanted.registration === undefined ? null : readRegistration(wanted.registration);
  if (read === null) return null;
  return (await personByIdentity(tx, { issuer: read.provider, digest: read.digest })) ?? null;
}

/** Whom the account is for, held until the transaction ends, once it is sure that he may hold the role too. */
async function personFor(tx: Tx, wanted: NewAccount): Promise<Outcome<string>> {
  const known = await registered(tx, wanted);
  const named = wanted.person ?? known;
  if (named === null) return granted(await addPerson(tx, wanted.at));
  const person = await holdPerson(tx, named);
  if (person === undefined) return refused({ code: "accounts.unknown-person", kind: "absent" });
  // One identity is one human being: it cannot be given to a second.
  if (known !== null && known !== person) return refused({ code: "accounts.identity-taken", kind: "conflict" });
  const roles = await rolesOf(tx, person);
  return isSeparated([...roles, wanted.role])
    ? granted(person)
    : refused({ code: "accounts.separated", kind: "forbidden" });
}

/**
 * Makes an account in the caller's transaction, with its audit entry. Whether anybody may is the caller's matter:
 * administrators do it through an approval, two of them. Refuses `accounts.bad-organisation`, `accounts.bad-login`,
 * `accounts.bad-registration`, `accounts.unknown-person`, `accounts.identity-taken`, `accounts.separated`,
 * `accounts.login-taken`.
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
  const read = wanted.registration === undefined ? null : readRegistration(wanted.registration);
  if (read !== null)
    await bindIdentity(tx, { issuer: read.provider, digest: read.digest }, { person: person.value, at });
  const state = { login, organisation: organisation.uscc, role, person: person.value };
  await record(tx, { at, account: by, action: "account.create", purpose: null, target: account.account, state });
  return granted({ account, token });
}

function taken(login: string): { readonly ok: false; readonly refusal: Refusal } {
  return refused({ code: "accounts.login-taken", kind: "conflict", values: { login } });
}

/**
 * Gives an enterprise's agent a whole mandate where he has none, on the word of whoever works on the server's own
 * machine. @param days how long from today.
 */
export async function provideMandate(
  tx: Tx,
  account: Account,
  { at, days }: { at: Date; days: number },
): Promise<void> {
  const from = dayOfInstant(at.getTime());
  if ((await mandateFor(tx, account, { day: from })).ok) return;
  const { person, organisation: enterprise } = account;
  const more = { from, until: addDays(from, days), scope: MANDATE_SCOPES, representative: null, at, by: null };
  const made = await addMandate(tx, { person, enterprise, ...more });
  if (!made.ok) throw new Error(`a mandate for ${account.login}: ${made.refusal.code}`);
}

/** The mandate of an agent whose account was made on the server's own machine ends after so long. */
const MANDATE_DAYS = 365;

/**
 * Makes an account by a command on the server's own machine; see `addAccount`. Whoever can run that can act for any
 * organisation, so an enterprise's agent gets his mandate at once.
 */
export async function createAccount(
  db: Database,
  wanted: NewAccount & { readonly by: null },
): Promise<Outcome<Credentials>> {
  return db.write(async (tx) => {
    const made = await addAccount(tx, wanted);
    if (made.ok && wanted.role === "enterprise")
      await provideMandate(tx, made.value.account, { at: wanted.at, days: MANDATE_DAYS });
    return made;
  });
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

/**
 * Closes an account for good in the caller's transaction; again changes nothing. As with `addAccount` two administrators
 * stand behind it. Refuses `accounts.unknown-account`, `accounts.second-person` (one's own, or one of the same person).
 */
export async function closeAccount(
  tx: Tx,
  account: string,
  change: Change & { readonly by: Account },
): Promise<Outcome<void>> {
  const row = await accountById(tx, account);
  if (row === undefined) return unknownAccount();
  if (row.person === change.by.person) return refused({ code: "accounts.second-person", kind: "forbidden" });
  await disableInPlace(tx, account, change);
  return granted(undefined);
}
