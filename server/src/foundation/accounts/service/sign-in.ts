// From a provider's answer to a session: who was recognised, and as whom he acts.
import { granted, refused } from "../../../kernel/refusal.ts";
import type { Outcome } from "../../../kernel/refusal.ts";
import type { Tx } from "../../../platform/database/pool.ts";
import type { Account } from "../rules.ts";
import { readClaims } from "../rules/claims.ts";
import type { Claimed } from "../rules/claims.ts";
import { PENDING_MS, readPending } from "../rules/provider.ts";
import type { Choosing, IdentityProvider, Pending } from "../rules/provider.ts";
import { writeRegistration } from "../rules/registration.ts";
import { accountById, accountsOfPerson } from "../store.ts";
import type { AccountRow } from "../store.ts";
import { loadSession } from "../store/session.ts";
import { useState } from "../store/sign-in.ts";
import { admitAccount, hashToken, publicPart } from "./account.ts";
import { countAttempt, forgive } from "./attempt.ts";
import { freeze } from "./freeze.ts";
import type { Identity } from "./identity.ts";
import { identityOf, personKeyOf, recognise } from "./person.ts";
import type { AccountPorts } from "./ports.ts";
import { beginSession, stepUpSession } from "./session.ts";

export interface SignInPorts extends AccountPorts {
  readonly identity: Identity;
}

/** How a sign-in ended. */
export type Ended =
  /** A session: what its cookie holds. */
  | { readonly kind: "signed-in"; readonly id: string; readonly account: Account; readonly back: string }
  /** The person has several accounts. */
  | { readonly kind: "choose"; readonly accounts: readonly Account[]; readonly choosing: Choosing }
  /** The identity has no account; nothing was made. The number is for an administrator. */
  | { readonly kind: "nobody"; readonly registration: string };

const stale = refused({ code: "accounts.sign-in-stale", kind: "conflict" });

/** Seals what a browser carries while it is away. */
export function sealPending({ keys }: Pick<AccountPorts, "keys">, one: Pending | Choosing): string {
  return keys.wrap(Buffer.from(JSON.stringify(one), "utf8")).toString("base64url");
}

/** What a browser carries; null where it is not of our making, or too old. */
export function openPending(
  { keys, clock }: Pick<AccountPorts, "keys" | "clock">,
  sealed: string | undefined,
): Pending | Choosing | null {
  if (sealed === undefined || sealed === "" || sealed.length > 4096) return null;
  try {
    const text = keys.unwrap(Buffer.from(sealed, "base64url")).toString("utf8");
    return readPending(JSON.parse(text), clock.now());
  } catch {
    return null;
  }
}

/**
 * Begins a sign-in. @returns where the browser goes, and what it carries meanwhile.
 * Refuses `accounts.unknown-provider`, `accounts.provider-unavailable`.
 */
export async function beginSignIn(
  ports: SignInPorts,
  wish: { readonly provider: string; readonly back: string; readonly session: string | null },
): Promise<Outcome<{ readonly url: string; readonly sealed: string }>> {
  const door = ports.identity.doors.get(wish.provider);
  if (door === undefined) return refused({ code: "accounts.unknown-provider", kind: "absent" });
  const begun = await door.party.begin(wish.session !== null);
  if (!begun.ok) return begun;
  const { url, ...secrets } = begun.value;
  const sealed = sealPending(ports, { kind: "pending", ...wish, ...secrets, at: ports.clock.now() });
  return granted({ url, sealed });
}

/** Accounts in which a person can act for the organisation that he showed himself for, or for any. */
function fitting(rows: readonly AccountRow[], organisation: string | null): readonly AccountRow[] {
  return rows.filter((row) => row.disabledAt === null && (organisation === null || row.organisation === organisation));
}

/** Whoever is frozen signs in nowhere; an enterprise may still look at its own record. */
async function enter(tx: Tx, row: AccountRow, more: { at: Date; back: string }): Promise<Outcome<Ended>> {
  const admitted = admitAccount(row, { allowFrozen: row.role === "enterprise" });
  if (!admitted.ok) return admitted;
  const account = publicPart(row);
  return granted({ kind: "signed-in", id: await beginSession(tx, account, more.at), account, back: more.back });
}

interface Answered {
  readonly pending: Pending;
  readonly provider: IdentityProvider;
  readonly claimed: Claimed;
  readonly at: Date;
}

/** The same person as in the session, by any of his identities: then its proof is new. */
async function proveAnew(
  tx: Tx,
  session: string,
  who: { person: string; at: Date; back: string },
): Promise<Outcome<Ended>> {
  const row = await loadSession(tx, session);
  const account = row === undefined ? undefined : await accountById(tx, row.account);
  if (account === undefined || account.person !== who.person)
    return refused({ code: "accounts.other-person", kind: "forbidden" });
  const id = await stepUpSession(tx, session, who.at);
  return id === null ? stale : granted({ kind: "signed-in", id, account: publicPart(account), back: who.back });
}

async function settle(
  tx: Tx,
  ports: SignInPorts,
  { pending, provider, claimed, at }: Answered,
): Promise<Outcome<Ended>> {
  const identity = identityOf(ports.keys, provider, claimed.subject);
  const personKey = claimed.personKey === null ? null : personKeyOf(ports.keys, claimed.personKey);
  const seen = await recognise(tx, identity, { personKey, at });
  const registration = writeRegistration(provider.id, identity.digest);
  if (seen === undefined) return granted({ kind: "nobody", registration });
  const { person } = seen;
  const rows = fitting(await accountsOfPerson(tx, person), claimed.organisation);
  if (!seen.separated) {
    for (const { account } of rows) await freeze(tx, account, { at, by: null, reason: "accounts.separated" });
    return refused({ code: "accounts.separated", kind: "forbidden" });
  }
  if (pending.session !== null) return proveAnew(tx, pending.session, { person, at, back: pending.back });
  const [row] = rows;
  if (row === undefined) return granted({ kind: "nobody", registration });
  if (rows.length === 1) return enter(tx, row, { at, back: pending.back });
  const { organisation } = claimed;
  const choosing: Choosing = { kind: "choosing", person, organisation, back: pending.back, at: at.getTime() };
  return granted({ kind: "choose", accounts: rows.map(publicPart), choosing });
}

/**
 * Takes a provider's answer, once. Refuses `accounts.too-many-attempts`, `accounts.sign-in-stale` (nothing was begun in
 * this browser, too long ago, or this answer was taken before), `accounts.sign-in-failed`, `accounts.claims`,
 * `accounts.separated`, `accounts.frozen`, `accounts.other-person`.
 */
export async function finishSignIn(
  ports: SignInPorts,
  answer: { readonly query: string; readonly sealed: string | undefined; readonly address: string | null },
): Promise<Outcome<Ended>> {
  const attempt = { login: null, address: answer.address };
  const counted = await countAttempt(ports, attempt);
  if (!counted.ok) return counted;
  const pending = openPending(ports, answer.sealed);
  const door = pending?.kind === "pending" ? ports.identity.doors.get(pending.provider) : undefined;
  if (pending?.kind !== "pending" || door === undefined) return stale;
  const claims = await door.party.finish(answer.query, pending);
  if (!claims.ok) return claims;
  const claimed = readClaims(door.provider.adapter, claims.value);
  if (!claimed.ok) return claimed;
  const at = new Date(ports.clock.now());
  const ended = await ports.db.write(async (tx) => {
    const when = { now: at, until: new Date(pending.at + PENDING_MS) };
    if (!(await useState(tx, hashToken(pending.state), when))) return stale;
    return settle(tx, ports, { pending, provider: door.provider, claimed: claimed.value, at });
  });
  if (ended.ok) await forgive(ports, attempt);
  return ended;
}

/** Signs a recognised person in as one of his accounts. Refuses `accounts.sign-in-stale`, `accounts.frozen`. */
export async function chooseAccount(
  ports: SignInPorts,
  choice: { readonly sealed: string | undefined; readonly account: string },
): Promise<Outcome<Ended>> {
  const choosing = openPending(ports, choice.sealed);
  if (choosing?.kind !== "choosing") return stale;
  const at = new Date(ports.clock.now());
  return ports.db.write(async (tx) => {
    const rows = fitting(await accountsOfPerson(tx, choosing.person), choosing.organisation);
    const row = rows.find(({ account }) => account === choice.account);
    return row === undefined ? stale : enter(tx, row, { at, back: choosing.back });
  });
}
