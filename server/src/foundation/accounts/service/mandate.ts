// Mandates of enterprises' agents: registered at a hall, held against the register each time they are used.
import { randomUUID } from "node:crypto";
import { addDays } from "../../../kernel/day.ts";
import type { Day } from "../../../kernel/day.ts";
import { foldName } from "../../../kernel/fold.ts";
import { granted, refused } from "../../../kernel/refusal.ts";
import type { Outcome } from "../../../kernel/refusal.ts";
import type { Tx } from "../../../platform/database/pool.ts";
import type { Keys } from "../../../platform/keys/keys.ts";
import { record } from "../../audit/index.ts";
import { mayDo } from "../rules.ts";
import type { Account } from "../rules.ts";
import { mandateStands } from "../rules/mandate.ts";
import type { Mandate, MandateScope } from "../rules/mandate.ts";
import { loadOrganisation } from "../store.ts";
import { loadMandate, mandatesOf, markMandateEnded, saveMandate } from "../store/mandate.ts";
import { holdPerson } from "./person.ts";
import type { AccountPorts, RepresentativeOf } from "./ports.ts";

/** A mandate is given anew after so long at the latest. */
const DAYS_MAX = 3 * 366;

/** The register does not say yet who represents an enterprise: mandates then end by their term or when they are ended. */
export const unknownRepresentative: RepresentativeOf = () => Promise.resolve(null);

/** Keyed digest of a legal representative of an enterprise: his name is never kept here. */
export function representativeDigest(keys: Pick<Keys, "mac">, enterprise: string, name: string): Buffer {
  return keys.mac("accounts.representative", `${enterprise} ${foldName(name)}`);
}

export interface NewMandate extends Omit<Mandate, "mandate" | "endedAt"> {
  readonly at: Date;
  /** null for a command on the server's own machine. */
  readonly by: Account | null;
}

function mayRegister(by: Account | null, person: string): Outcome<unknown> {
  if (by === null) return granted(null);
  const may = mayDo({ account: by, command: "mandate.register", provider: null });
  if (!may.ok) return may;
  return by.person === person ? refused({ code: "accounts.second-person", kind: "forbidden" }) : may;
}

/**
 * Registers a mandate in the caller's transaction. Refuses what `mayDo` refuses, `accounts.second-person` (nobody
 * registers his own), `accounts.bad-mandate` (no scope, no term, or longer than three years), `accounts.unknown-person`,
 * `accounts.unknown-organisation` (not known as an enterprise). @returns its id.
 */
export async function addMandate(tx: Tx, wanted: NewMandate): Promise<Outcome<string>> {
  const { at, by, scope, from, until, enterprise } = wanted;
  const person = await holdPerson(tx, wanted.person);
  if (person === undefined) return refused({ code: "accounts.unknown-person", kind: "absent" });
  const may = mayRegister(by, person);
  if (!may.ok) return may;
  if (scope.length === 0 || from >= until || until > addDays(from, DAYS_MAX))
    return refused({ code: "accounts.bad-mandate", kind: "invalid" });
  const known = await loadOrganisation(tx, enterprise);
  if (known?.kind !== "enterprise") return refused({ code: "accounts.unknown-organisation", kind: "absent" });
  const { representative } = wanted;
  const mandate = randomUUID();
  await saveMandate(tx, { mandate, person, enterprise, scope, from, until, representative }, at);
  const state = { person, enterprise, scope: [...scope], from, until };
  await record(tx, { at, account: by, action: "mandate.register", purpose: null, target: mandate, state });
  return granted(mandate);
}

/**
 * Ends a mandate in the caller's transaction; again changes nothing. A hall may, and the agent himself.
 * Refuses `accounts.unknown-mandate`, for another's as for none.
 */
export async function endMandate(
  tx: Tx,
  mandate: string,
  { at, by, reason }: { readonly at: Date; readonly by: Account; readonly reason: string },
): Promise<Outcome<void>> {
  const known = await loadMandate(tx, mandate);
  const own = known?.person === by.person;
  const may = own || mayDo({ account: by, command: "mandate.register", provider: null }).ok;
  if (known === undefined || !may) return refused({ code: "accounts.unknown-mandate", kind: "absent" });
  if (await markMandateEnded(tx, mandate, at)) {
    const state = { ended: true };
    await record(tx, { at, account: by, action: "mandate.end", purpose: reason, target: mandate, state });
  }
  return granted(undefined);
}

export interface MandateAsked {
  readonly day: Day;
  /** Without it any scope will do. */
  readonly scope?: MandateScope;
  readonly representativeOf?: RepresentativeOf | undefined;
}

/**
 * The mandate under which an account acts for its enterprise; null for one that is no enterprise's.
 * Refuses `accounts.mandate-lapsed` where none stands on the day, or none reaches so far.
 */
export async function mandateFor(
  tx: Tx,
  by: Pick<Account, "role" | "organisation" | "person">,
  { day, scope, representativeOf = unknownRepresentative }: MandateAsked,
): Promise<Outcome<string | null>> {
  if (by.role !== "enterprise") return granted(null);
  const mandates = await mandatesOf(tx, by.organisation, by.person);
  const reaching = mandates.filter((one) => scope === undefined || one.scope.includes(scope));
  // The register is asked only where there is somebody to compare with: it opens a sealed name.
  const isNoted = reaching.some(({ representative }) => representative !== null);
  const currentRepresentativeDigest = isNoted ? await representativeOf(tx, by.organisation) : null;
  const standing = reaching.find((mandate) => mandateStands({ mandate, currentRepresentativeDigest, day }));
  return standing === undefined
    ? refused({ code: "accounts.mandate-lapsed", kind: "forbidden" })
    : granted(standing.mandate);
}

/** As the routes read them. The name of the representative is turned into its digest and goes no further. */
export interface MandateWish {
  readonly person: string;
  readonly enterprise: string;
  readonly scope: readonly MandateScope[];
  readonly from: Day;
  readonly until: Day;
  readonly representative: string;
}

/** `addMandate` as a command of its own. */
export async function registerMandate(
  { db, clock, keys }: AccountPorts,
  by: Account,
  wish: MandateWish,
): Promise<Outcome<string>> {
  const representative = representativeDigest(keys, wish.enterprise, wish.representative);
  return db.write((tx) => addMandate(tx, { ...wish, representative, by, at: new Date(clock.now()) }));
}

/** `endMandate` as a command of its own. */
export async function takeBackMandate(
  { db, clock }: AccountPorts,
  by: Account,
  { mandate, reason }: { readonly mandate: string; readonly reason: string },
): Promise<Outcome<void>> {
  return db.write((tx) => endMandate(tx, mandate, { at: new Date(clock.now()), by, reason }));
}
