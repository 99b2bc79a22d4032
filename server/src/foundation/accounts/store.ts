import { statement } from "../../platform/database/pool.ts";
import type { Tx } from "../../platform/database/pool.ts";
import type { Account, Instance } from "./rules.ts";

/** An account as it lies in the table. */
export interface AccountRow extends Account {
  readonly tokenHash: Buffer;
  readonly disabledAt: Date | null;
}

const columns = `account, organisation, organisation_name as "organisationName", role, login, token_hash as "tokenHash",
  disabled_at as "disabledAt"`;

const selectByToken = statement("accounts.by-token", `select ${columns} from accounts.account where token_hash = $1`);
const selectByLogin = statement("accounts.by-login", `select ${columns} from accounts.account where login = $1`);
const selectByPrefix = statement(
  "accounts.by-prefix",
  `select ${columns} from accounts.account where starts_with(login, $1) order by login`,
);
const insertAccount = statement(
  "accounts.insert",
  `insert into accounts.account (account, organisation, organisation_name, role, login, token_hash, created_at)
   values ($1, $2, $3, $4, $5, $6, $7) on conflict (login) do nothing`,
);
const disable = statement(
  "accounts.disable",
  "update accounts.account set disabled_at = $2 where account = $1 and disabled_at is null",
);
const selectInstance = statement(
  "accounts.instance",
  `select region, production, initialised_at as "initialisedAt" from accounts.instance where one`,
);
const insertInstance = statement(
  "accounts.insert-instance",
  `insert into accounts.instance (one, region, production, initialised_at) values (true, $1, $2, $3)
   on conflict (one) do nothing`,
);

export async function accountByToken(tx: Tx, tokenHash: Buffer): Promise<AccountRow | undefined> {
  return (await tx.rows<AccountRow>(selectByToken, [tokenHash]))[0];
}

export async function accountByLogin(tx: Tx, login: string): Promise<AccountRow | undefined> {
  return (await tx.rows<AccountRow>(selectByLogin, [login]))[0];
}

export function accountsByLoginPrefix(tx: Tx, prefix: string): Promise<AccountRow[]> {
  return tx.rows<AccountRow>(selectByPrefix, [prefix]);
}

/** @returns whether the login was free. */
export async function saveAccount(
  tx: Tx,
  account: Account,
  made: { readonly tokenHash: Buffer; readonly at: Date },
): Promise<boolean> {
  const { organisation, organisationName, role, login } = account;
  const values = [account.account, organisation, organisationName, role, login, made.tokenHash, made.at];
  return (await tx.run(insertAccount, values)) === 1;
}

/** @returns whether the account was enabled until now. */
export async function markDisabled(tx: Tx, account: string, at: Date): Promise<boolean> {
  return (await tx.run(disable, [account, at])) === 1;
}

export async function loadInstance(tx: Tx): Promise<Instance | undefined> {
  return (await tx.rows<Instance>(selectInstance))[0];
}

/** @returns whether there was none. */
export async function saveInstance(tx: Tx, instance: Instance): Promise<boolean> {
  return (await tx.run(insertInstance, [instance.region, instance.production, instance.initialisedAt])) === 1;
}
