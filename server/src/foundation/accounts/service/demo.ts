// Accounts for trying the platform out: one a role, in a file that only the owner of the process may read.
import { randomBytes } from "node:crypto";
import { chmod, mkdir, open, readFile, rename } from "node:fs/promises";
import path from "node:path";
import { refused, granted } from "../../../kernel/refusal.ts";
import type { Outcome } from "../../../kernel/refusal.ts";
import type { Database, Tx } from "../../../platform/database/pool.ts";
import type { Keys } from "../../../platform/keys/keys.ts";
import { DEMO_CODES, DEMO_SEATS, ROLES } from "../rules.ts";
import type { DemoSeat, Organisation, Role } from "../rules.ts";
import { accountByLogin, accountsByLoginPrefix, loadInstance } from "../store.ts";
import { passwordOf, savePassword } from "../store/password.ts";
import { DEMO_NAMES } from "../text.ts";
import { addAccount, disableInPlace, provideMandate, publicPart, rowOfToken } from "./account.ts";
import { BUNDLED } from "./bundled-provider.ts";
import { hashPassword } from "./password.ts";
import { bindIdentity, identityOf } from "./person.ts";

/** One member of the array in `demo-accounts.json`. */
export interface DemoAccount {
  readonly role: Role;
  readonly organisation: string;
  readonly uscc: string;
  readonly login: string;
  readonly password: string;
  readonly token: string;
}

export interface DemoWish {
  /** For what the bundled identity provider calls them. */
  readonly keys: Pick<Keys, "mac">;
  /** The data folder (`XINHENG_DATA`). */
  readonly folder: string;
  readonly at: Date;
  /** The organisation of clerk and reviewer: a registered provider of the region. */
  readonly provider?: Organisation | undefined;
  /** The organisation of the approver: another department. */
  readonly department?: Organisation | undefined;
}

export const DEMO_FILE = "demo-accounts.json";
const OWNER_ONLY = 0o600;
const PASSWORD_BYTES = 18;
/** The demonstration's agent of an enterprise acts for as long as a mandate can be given. */
const MANDATE_DAYS = 3 * 365;
const SIZE_MAX = 64 * 1024;

function isDemoAccount(value: unknown): value is DemoAccount {
  if (typeof value !== "object" || value === null) return false;
  const wanted = ["role", "organisation", "uscc", "login", "password", "token"];
  return wanted.every((key) => typeof (value as Readonly<Record<string, unknown>>)[key] === "string");
}

/** What a former start wrote; empty when the file is gone or is no longer what was written. */
async function readDemoFile(file: string): Promise<readonly DemoAccount[]> {
  const text = await readFile(file, "utf8").catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT") return "[]";
    throw error;
  });
  try {
    const value: unknown = text.length > SIZE_MAX ? [] : JSON.parse(text);
    return Array.isArray(value) ? value.filter(isDemoAccount) : [];
  } catch {
    return [];
  }
}

/** Whole or not at all, and never readable by others, not even for a moment. */
async function writeDemoFile(file: string, accounts: readonly DemoAccount[]): Promise<void> {
  await mkdir(path.dirname(file), { recursive: true });
  const draft = `${file}.${randomBytes(6).toString("hex")}`;
  const handle = await open(draft, "wx", OWNER_ONLY);
  try {
    await handle.writeFile(`${JSON.stringify(accounts, null, 2)}\n`, "utf8");
    await handle.sync();
  } finally {
    await handle.close();
  }
  await rename(draft, file);
}

function organisationOf(seat: DemoSeat, wish: DemoWish): Organisation {
  const given = seat === "provider" ? wish.provider : seat === "department" ? wish.department : undefined;
  return given ?? { uscc: DEMO_CODES[seat], name: DEMO_NAMES[seat] };
}

/** The account of a role that still works, or undefined. */
async function stillGood(tx: Tx, known: DemoAccount | undefined, uscc: string): Promise<DemoAccount | undefined> {
  if (known === undefined) return undefined;
  const outcome = await rowOfToken(tx, known.token, { allowFrozen: true });
  const same = outcome.ok && outcome.value.role === known.role && outcome.value.organisation === uscc;
  return same ? known : undefined;
}

/** Makes the account of a role anew; those of former files can no longer be used by anybody and are disabled. */
async function renew(tx: Tx, role: Role, organisation: Organisation, at: Date): Promise<DemoAccount> {
  const base = `demo-${role}`;
  const former = (await accountsByLoginPrefix(tx, base)).filter(({ login }) =>
    /^(-\d+)?$/.test(login.slice(base.length)),
  );
  for (const { account } of former)
    await disableInPlace(tx, account, { at, by: null, reason: "demo-accounts.json renewed" });
  const login = former.length === 0 ? base : `${base}-${former.length + 1}`;
  const made = await addAccount(tx, { at, by: null, organisation, role, login });
  if (!made.ok) throw new Error(`demo account ${login}: ${made.refusal.code}`);
  return {
    role,
    organisation: organisation.name,
    uscc: organisation.uscc,
    login,
    password: randomBytes(PASSWORD_BYTES).toString("base64url"),
    token: made.value.token,
  };
}

/** Lets an account in by the bundled identity provider, which calls it by its login. */
async function openDoor(tx: Tx, one: { login: string; written: string }, { keys, at }: DemoWish): Promise<void> {
  const row = await accountByLogin(tx, one.login);
  if (row === undefined) throw new Error(`no demo account ${one.login}`);
  await savePassword(tx, row.account, { written: one.written, at });
  await bindIdentity(tx, identityOf(keys, BUNDLED, one.login), { person: row.person, at });
}

/** Hashing is slow on purpose, so it is done outside the transaction and for those alone that have none yet. */
async function openDoors(db: Database, accounts: readonly DemoAccount[], wish: DemoWish): Promise<void> {
  const kept = await db.read((tx) => Promise.all(accounts.map(({ login }) => passwordOf(tx, login))));
  const fresh = accounts.filter((_, index) => kept[index] === undefined);
  const written = await Promise.all(
    fresh.map(async ({ login, password }) => ({ login, written: await hashPassword(password) })),
  );
  await db.write(async (tx) => {
    for (const one of written) await openDoor(tx, one, wish);
    for (const { login, role } of accounts) {
      const row = role === "enterprise" ? await accountByLogin(tx, login) : undefined;
      if (row !== undefined) await provideMandate(tx, publicPart(row), { at: wish.at, days: MANDATE_DAYS });
    }
  });
}

/**
 * Makes sure that `demo-accounts.json` (mode 0600) holds one working account a role. Accounts that still work are
 * kept, so tokens survive a restart; a lost file means new ones. Refuses `accounts.production`.
 * @returns the file's path and how many accounts were made now.
 */
export async function provideDemoAccounts(
  db: Database,
  wish: DemoWish,
): Promise<Outcome<{ readonly file: string; readonly created: number }>> {
  const file = path.join(wish.folder, DEMO_FILE);
  const known = await readDemoFile(file);
  const provided = await db.write(async (tx) => {
    const instance = await loadInstance(tx);
    if (instance?.production === true) return null;
    const accounts: DemoAccount[] = [];
    let created = 0;
    for (const role of ROLES) {
      const organisation = organisationOf(DEMO_SEATS[role], wish);
      const kept = await stillGood(
        tx,
        known.find((account) => account.role === role),
        organisation.uscc,
      );
      accounts.push(kept ?? (await renew(tx, role, organisation, wish.at)));
      if (kept === undefined) created += 1;
    }
    return { accounts, created };
  });
  if (provided === null) return refused({ code: "accounts.production", kind: "forbidden" });
  await openDoors(db, provided.accounts, wish);
  if (provided.created > 0 || known.length !== ROLES.length) await writeDemoFile(file, provided.accounts);
  await chmod(file, OWNER_ONLY);
  return granted({ file, created: provided.created });
}
