import { statement } from "../../../platform/database/pool.ts";
import type { Tx } from "../../../platform/database/pool.ts";

const insertPerson = statement(
  "accounts.insert-person",
  "insert into accounts.person (person, created_at) values ($1, $2)",
);
const lockOne = statement(
  "accounts.lock-person",
  "select coalesce(same_as, person) as person from accounts.person where person = $1 for update",
);
const join = statement(
  "accounts.join-person",
  "update accounts.person set same_as = $2 where person = $1 or same_as = $1",
);
const insertIdentity = statement(
  "accounts.insert-identity",
  `insert into accounts.identity (issuer, digest, person, created_at) values ($1, $2, $3, $4)
   on conflict (issuer, digest) do nothing`,
);
const selectIdentity = statement(
  "accounts.by-identity",
  `select coalesce(p.same_as, p.person) as person
   from accounts.identity i join accounts.person p on p.person = i.person where i.issuer = $1 and i.digest = $2`,
);

export async function savePerson(tx: Tx, person: string, at: Date): Promise<void> {
  await tx.run(insertPerson, [person, at]);
}

/** Whom this number stands for today, held until the transaction ends: what a person may be given depends on all he has. */
export async function lockPerson(tx: Tx, person: string): Promise<string | undefined> {
  return (await tx.rows<{ person: string }>(lockOne, [person]))[0]?.person;
}

/** From now on `person`, and whoever was joined to it, reads as `root`. */
export async function joinPerson(tx: Tx, person: string, root: string): Promise<void> {
  await tx.run(join, [person, root]);
}

/** Keyed digest of what an issuer calls somebody. */
export interface Identity {
  readonly issuer: string;
  readonly digest: Buffer;
}

/** @returns whether it was nobody's until now. */
export async function saveIdentity(
  tx: Tx,
  { issuer, digest }: Identity,
  whose: { readonly person: string; readonly at: Date },
): Promise<boolean> {
  return (await tx.run(insertIdentity, [issuer, digest, whose.person, whose.at])) === 1;
}

export async function personByIdentity(tx: Tx, { issuer, digest }: Identity): Promise<string | undefined> {
  return (await tx.rows<{ person: string }>(selectIdentity, [issuer, digest]))[0]?.person;
}
