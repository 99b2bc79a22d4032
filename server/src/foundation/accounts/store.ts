import { statement } from "../../platform/database/pool.ts";
import type { Tx } from "../../platform/database/pool.ts";
import type { Account, Instance, OrganisationKind, Role } from "./rules.ts";

/** An account as it lies in the tables, with its organisation's state beside it. */
export interface AccountRow extends Account {
  readonly tokenHash: Buffer | null;
  readonly disabledAt: Date | null;
  readonly frozenAt: Date | null;
  readonly organisationFrozenAt: Date | null;
  /** Proofs of the person from before this instant count no longer; null where nobody asked for a new one. */
  readonly stepUpFrom: Date | null;
}

const select = `select a.account, coalesce(p.same_as, p.person) as person, a.organisation, o.name as "organisationName",
    a.role, a.login, a.token_hash as "tokenHash", a.disabled_at as "disabledAt", a.frozen_at as "frozenAt",
    o.frozen_at as "organisationFrozenAt", a.step_up_from as "stepUpFrom"
  from accounts.account a
  join accounts.person p on p.person = a.person
  join accounts.organisation o on o.uscc = a.organisation`;

const selectOne = statement("accounts.by-id", `${select} where a.account = $1`);
const selectByToken = statement("accounts.by-token", `${select} where a.token_hash = $1`);
const selectByLogin = statement("accounts.by-login", `${select} where a.login = $1`);
const selectByPrefix = statement("accounts.by-prefix", `${select} where starts_with(a.login, $1) order by a.login`);
const selectByPerson = statement(
  "accounts.by-person",
  `${select} where p.person = $1 or p.same_as = $1 order by a.created_at, a.login`,
);
const insertOrganisation = statement(
  "accounts.insert-organisation",
  `insert into accounts.organisation (uscc, name, kind, created_at) values ($1, $2, $3, $4) on conflict (uscc) do nothing`,
);
const selectOrganisation = statement(
  "accounts.organisation",
  `select uscc, name, kind, frozen_at as "frozenAt" from accounts.organisation where uscc = $1`,
);
const insertAccount = statement(
  "accounts.insert",
  `insert into accounts.account (account, person, organisation, role, login, token_hash, created_at)
   values ($1, $2, $3, $4, $5, $6, $7) on conflict (login) do nothing`,
);
const disable = statement(
  "accounts.disable",
  "update accounts.account set disabled_at = $2 where account = $1 and disabled_at is null",
);
const freezeAccount = statement(
  "accounts.freeze",
  "update accounts.account set frozen_at = $2, frozen_why = $3 where account = $1 and frozen_at is null",
);
const thawAccount = statement(
  "accounts.unfreeze",
  "update accounts.account set frozen_at = null, frozen_why = null where account = $1 and frozen_at is not null",
);
const freezeOrganisation = statement(
  "accounts.freeze-organisation",
  "update accounts.organisation set frozen_at = $2 where uscc = $1 and frozen_at is null",
);
const thawOrganisation = statement(
  "accounts.unfreeze-organisation",
  "update accounts.organisation set frozen_at = null where uscc = $1 and frozen_at is not null",
);
const askStepUp = statement("accounts.ask-step-up", "update accounts.account set step_up_from = $2 where account = $1");
const setRole = statement(
  "accounts.set-role",
  "update accounts.account set role = $2 where account = $1 and role <> $2",
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

export async function accountById(tx: Tx, account: string): Promise<AccountRow | undefined> {
  return (await tx.rows<AccountRow>(selectOne, [account]))[0];
}

export async function accountByToken(tx: Tx, tokenHash: Buffer): Promise<AccountRow | undefined> {
  return (await tx.rows<AccountRow>(selectByToken, [tokenHash]))[0];
}

export async function accountByLogin(tx: Tx, login: string): Promise<AccountRow | undefined> {
  return (await tx.rows<AccountRow>(selectByLogin, [login]))[0];
}

export function accountsByLoginPrefix(tx: Tx, prefix: string): Promise<AccountRow[]> {
  return tx.rows<AccountRow>(selectByPrefix, [prefix]);
}

/** Every account of a human being, disabled ones among them. @param person as accounts read it, joined persons as one. */
export function accountsOfPerson(tx: Tx, person: string): Promise<AccountRow[]> {
  return tx.rows<AccountRow>(selectByPerson, [person]);
}

export interface OrganisationRow {
  readonly uscc: string;
  readonly name: string;
  readonly kind: OrganisationKind;
  readonly frozenAt: Date | null;
}

export async function loadOrganisation(tx: Tx, uscc: string): Promise<OrganisationRow | undefined> {
  return (await tx.rows<OrganisationRow>(selectOrganisation, [uscc]))[0];
}

/** Keeps an organisation that is not known yet; of a known one nothing changes. */
export async function saveOrganisation(
  tx: Tx,
  one: { readonly uscc: string; readonly name: string; readonly kind: OrganisationKind; readonly at: Date },
): Promise<void> {
  await tx.run(insertOrganisation, [one.uscc, one.name, one.kind, one.at]);
}

/** @returns whether the login was free. */
export async function saveAccount(
  tx: Tx,
  account: Omit<Account, "organisationName">,
  made: { readonly tokenHash: Buffer | null; readonly at: Date },
): Promise<boolean> {
  const { person, organisation, role, login } = account;
  const values = [account.account, person, organisation, role, login, made.tokenHash, made.at];
  return (await tx.run(insertAccount, values)) === 1;
}

/** @returns whether the account was enabled until now. */
export async function markDisabled(tx: Tx, account: string, at: Date): Promise<boolean> {
  return (await tx.run(disable, [account, at])) === 1;
}

/** @returns whether it was not frozen until now. */
export async function markFrozen(tx: Tx, account: string, how: { at: Date; why: string }): Promise<boolean> {
  return (await tx.run(freezeAccount, [account, how.at, how.why])) === 1;
}

/** @returns whether it was frozen until now. */
export async function unmarkFrozen(tx: Tx, account: string): Promise<boolean> {
  return (await tx.run(thawAccount, [account])) === 1;
}

/** @returns whether it was not frozen until now. */
export async function markOrganisationFrozen(tx: Tx, uscc: string, at: Date): Promise<boolean> {
  return (await tx.run(freezeOrganisation, [uscc, at])) === 1;
}

/** @returns whether it was frozen until now. */
export async function unmarkOrganisationFrozen(tx: Tx, uscc: string): Promise<boolean> {
  return (await tx.run(thawOrganisation, [uscc])) === 1;
}

/** @param from proofs from before count no longer; null: they count again. */
export async function saveStepUpFrom(tx: Tx, account: string, from: Date | null): Promise<boolean> {
  return (await tx.run(askStepUp, [account, from])) === 1;
}

/** @returns whether it had another role until now. */
export async function saveRole(tx: Tx, account: string, role: Role): Promise<boolean> {
  return (await tx.run(setRole, [account, role])) === 1;
}

export async function loadInstance(tx: Tx): Promise<Instance | undefined> {
  return (await tx.rows<Instance>(selectInstance))[0];
}

/** @returns whether there was none. */
export async function saveInstance(tx: Tx, instance: Instance): Promise<boolean> {
  return (await tx.run(insertInstance, [instance.region, instance.production, instance.initialisedAt])) === 1;
}
