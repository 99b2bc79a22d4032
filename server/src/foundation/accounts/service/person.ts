import { randomUUID } from "node:crypto";
import type { Tx } from "../../../platform/database/pool.ts";
import type { Keys } from "../../../platform/keys/keys.ts";
import { record } from "../../audit/index.ts";
import type { Role } from "../rules.ts";
import { isSeparated } from "../rules/separation.ts";
import { accountsOfPerson } from "../store.ts";
import { joinPerson, lockPerson, personByIdentity, saveIdentity, savePerson } from "../store/person.ts";
import type { Identity } from "../store/person.ts";

/** Digests are cut to 128 bits: they are compared and written down by hand, never turned back. */
const DIGEST_BYTES = 16;
/** Under this name stand keys of a person that several identity providers share. */
const PERSON_KEY = "(person)";

/**
 * How a provider's name for somebody lies in the tables: a keyed digest, which without the master key tells nothing. The
 * provider's issuer is part of it, so that another issuer under the same id brings nobody's old subjects.
 */
export function identityOf(
  keys: Pick<Keys, "mac">,
  provider: { readonly id: string; readonly realm: string },
  subject: string,
): Identity {
  const { id, realm } = provider;
  const digest = keys.mac("accounts.identity", `${realm.length}:${realm}${subject}`).subarray(0, DIGEST_BYTES);
  return { issuer: id, digest };
}

/** The same for a key of the person that does not depend on the provider, such as an identity number. */
export function personKeyOf(keys: Pick<Keys, "mac">, personKey: string): Identity {
  return identityOf(keys, { id: PERSON_KEY, realm: PERSON_KEY }, personKey);
}

/** A human being who is not known yet, in the caller's transaction. @returns its number. */
export async function addPerson(tx: Tx, at: Date): Promise<string> {
  const person = randomUUID();
  await savePerson(tx, person, at);
  return person;
}

/** Holds a person until the transaction ends. @returns whom the number stands for, undefined where it is nobody's. */
export async function holdPerson(tx: Tx, person: string): Promise<string | undefined> {
  const root = await lockPerson(tx, person);
  return root === undefined || root === person ? root : lockPerson(tx, root);
}

/** The roles in which a person could act today. */
export async function rolesOf(tx: Tx, person: string): Promise<readonly Role[]> {
  const accounts = await accountsOfPerson(tx, person);
  return accounts.filter(({ disabledAt }) => disabledAt === null).map(({ role }) => role);
}

/** What a recognition showed. `separated` is false where the person turns out to hold what one person may not hold. */
export interface Recognised {
  readonly person: string;
  readonly separated: boolean;
}

/** Two numbers that turn out to be one human being: both read as the first from now on, and it is written down. */
async function join(tx: Tx, one: { readonly root: string; readonly other: string; readonly at: Date }): Promise<void> {
  const { root, other, at } = one;
  // Always in the same order, so that two sign-ins of one person do not wait for each other.
  for (const person of [root, other].toSorted()) await lockPerson(tx, person);
  await joinPerson(tx, other, root);
  const state = { person: other, sameAs: root };
  await record(tx, { at, account: null, action: "person.join", purpose: null, target: other, state });
}

/**
 * Whose an identity is, with the key of the person that came with it. Nothing is made for an identity that nobody has:
 * undefined. A key that was never seen is kept for the next provider; one that is another person's joins the two.
 */
export async function recognise(
  tx: Tx,
  identity: Identity,
  more: { readonly personKey: Identity | null; readonly at: Date },
): Promise<Recognised | undefined> {
  const { personKey, at } = more;
  const known = await personByIdentity(tx, identity);
  const byKey = personKey === null ? undefined : await personByIdentity(tx, personKey);
  const person = byKey ?? known;
  if (person === undefined) return undefined;
  if (known === undefined) await saveIdentity(tx, identity, { person, at });
  else if (known !== person) await join(tx, { root: person, other: known, at });
  if (personKey !== null && byKey === undefined) await saveIdentity(tx, personKey, { person, at });
  return { person, separated: isSeparated(await rolesOf(tx, person)) };
}

/** Binds an identity to a person, as an administrator says. @returns whether it was nobody's until now. */
export function bindIdentity(
  tx: Tx,
  identity: Identity,
  whose: { readonly person: string; readonly at: Date },
): Promise<boolean> {
  return saveIdentity(tx, identity, whose);
}
