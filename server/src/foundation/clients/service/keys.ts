import { createPublicKey } from "node:crypto";
import type { KeyObject } from "node:crypto";
import type { z } from "@hono/zod-openapi";
import type { CanonicalObject } from "@xinheng/log/canonical";
import { granted, refused } from "../../../kernel/refusal.ts";
import type { Outcome } from "../../../kernel/refusal.ts";
import type { Clock } from "../../../platform/clock.ts";
import { inOneTransaction } from "../../../platform/database/in-one-transaction.ts";
import type { Database, Tx } from "../../../platform/database/pool.ts";
import { record } from "../../audit/index.ts";
import type { Account, Role, SignedIn } from "../../accounts/index.ts";
import { admitLife, DAY_MS, keyIdOf, OVERLAP_DAYS, stillGood } from "../rules/key.ts";
import type { Algorithm, Binding, Key } from "../rules/key.ts";
import { wantedSchema } from "../schema.ts";
import type { registrationSchema, rotationSchema } from "../schema.ts";
import { keysOf, loadKey, lockKey, markProved, markRevoked, saveKey, shortenKey } from "../store.ts";

/** What a second person is asked for. */
export interface KeyProposal {
  readonly command: "client.register" | "client.rotate";
  readonly organisation: string;
  readonly target: string;
  readonly documentNo: string | null;
  readonly reason: string;
  readonly payload: CanonicalObject;
}

export interface KeyPorts {
  readonly db: Database;
  readonly clock: Clock;
  /** Six digits: the region that this instance serves. */
  readonly region: () => string;
  /** Puts it before a second person of the provider, in the same transaction. */
  readonly propose: (tx: Tx, by: SignedIn, asked: KeyProposal & { readonly at: Date }) => Promise<Outcome<object>>;
}

const badKey = refused({ code: "clients.bad-key", kind: "invalid" });
const known = refused({ code: "clients.key-known", kind: "conflict" });
const unknown = refused({ code: "clients.unknown-key", kind: "absent" });

function keyObjectOf(pem: string): KeyObject | null {
  // A private key would be read too, and turned into its public half: it must not have been sent at all.
  if (!/^-----BEGIN PUBLIC KEY-----[A-Za-z0-9+/=\s]+-----END PUBLIC KEY-----\s*$/.test(pem)) return null;
  try {
    return createPublicKey(pem);
  } catch {
    return null;
  }
}

function algorithmOf(key: KeyObject): Algorithm | null {
  if (key.asymmetricKeyType === "ed25519") return "ed25519";
  return key.asymmetricKeyType === "ec" && key.asymmetricKeyDetails?.namedCurve === "prime256v1"
    ? "ecdsa-p256-sha256"
    : null;
}

function readPublicKey(pem: string): Outcome<Pick<Key, "key" | "algorithm" | "publicKey">> {
  const object = keyObjectOf(pem);
  const algorithm = object === null ? null : algorithmOf(object);
  if (object === null || algorithm === null) return badKey;
  const publicKey = object.export({ format: "der", type: "spki" });
  return granted({ key: keyIdOf(publicKey), algorithm, publicKey });
}

type Wanted = z.infer<typeof wantedSchema>;
type Fresh = z.infer<typeof rotationSchema>;
type Bound = Pick<Wanted, "entries" | "region" | "rowsPerBatch" | "batchesPerDay" | "rotatedFrom">;

function wantedKey(by: Account, fresh: Fresh, more: { readonly bound: Bound; readonly now: number }): Outcome<Wanted> {
  const read = readPublicKey(fresh.publicKey);
  if (!read.ok) return read;
  const { key, algorithm, publicKey } = read.value;
  const life = { notBefore: new Date(fresh.notBefore), notAfter: new Date(fresh.notAfter) };
  const lives = admitLife(life, more.now);
  if (!lives.ok) return lives;
  return granted({
    key,
    organisation: by.organisation,
    account: by.account,
    login: by.login,
    algorithm,
    publicKey: publicKey.toString("base64"),
    ...more.bound,
    notBefore: life.notBefore.toISOString(),
    notAfter: life.notAfter.toISOString(),
  });
}

async function ask(
  tx: Tx,
  ports: KeyPorts,
  step: { readonly by: SignedIn; readonly wanted: Wanted; readonly fresh: Fresh },
): Promise<Outcome<object>> {
  const { by, wanted, fresh } = step;
  if ((await loadKey(tx, wanted.key)) !== undefined) return known;
  return ports.propose(tx, by, {
    command: wanted.rotatedFrom === null ? "client.register" : "client.rotate",
    organisation: by.organisation,
    target: wanted.key,
    documentNo: fresh.documentNo,
    reason: fresh.reason,
    payload: wanted,
    at: new Date(ports.clock.now()),
  });
}

/**
 * Asks for a key that acts as one's own account, bound to entries of one's own organisation. Refuses `clients.bad-key`,
 * `clients.bad-validity`, `clients.key-known`, and what the proposal is refused for.
 */
export async function proposeKey(
  ports: KeyPorts,
  by: SignedIn,
  asked: z.infer<typeof registrationSchema>,
): Promise<Outcome<object>> {
  const { entries, rowsPerBatch, batchesPerDay, ...fresh } = asked;
  const bound = {
    entries: [...new Set(entries)],
    region: ports.region(),
    rowsPerBatch,
    batchesPerDay,
    rotatedFrom: null,
  };
  const wanted = wantedKey(by, fresh, { bound, now: ports.clock.now() });
  if (!wanted.ok) return wanted;
  return inOneTransaction(ports.db, (tx) => ask(tx, ports, { by, wanted: wanted.value, fresh }));
}

/**
 * Asks for a successor of one's own organisation's key, bound to the same. Refuses as `proposeKey` does, and
 * `clients.unknown-key`, `clients.key-ended`.
 */
export async function proposeRotation(
  ports: KeyPorts,
  by: SignedIn,
  asked: { readonly key: string; readonly fresh: Fresh },
): Promise<Outcome<object>> {
  return inOneTransaction(ports.db, async (tx) => {
    const former = await loadKey(tx, asked.key);
    if (former?.organisation !== by.organisation) return unknown;
    if (former.revokedAt !== null) return refused({ code: "clients.key-ended", kind: "conflict" });
    const { region, rowsPerBatch, batchesPerDay } = former;
    const bound = { entries: [...former.entries], region, rowsPerBatch, batchesPerDay, rotatedFrom: former.key };
    const wanted = wantedKey(by, asked.fresh, { bound, now: ports.clock.now() });
    return wanted.ok ? ask(tx, ports, { by, wanted: wanted.value, fresh: asked.fresh }) : wanted;
  });
}

/**
 * Registers the key of an approved proposal; its predecessor signs on for `OVERLAP_DAYS`. Refuses `clients.key-known`,
 * `clients.key-ended`, `clients.bad-validity`.
 */
export async function registerKey(
  tx: Tx,
  payload: CanonicalObject,
  by: { readonly approver: Account; readonly at: Date },
): Promise<Outcome<CanonicalObject>> {
  const { publicKey, notBefore, notAfter, ...wanted } = wantedSchema.parse(payload);
  const life = { notBefore: new Date(notBefore), notAfter: new Date(notAfter) };
  const lives = admitLife(life, by.at.getTime());
  if (!lives.ok) return lives;
  if (wanted.rotatedFrom !== null) {
    const former = await lockKey(tx, wanted.rotatedFrom);
    if (former === undefined || former.revokedAt !== null)
      return refused({ code: "clients.key-ended", kind: "conflict" });
    const begins = Math.max(life.notBefore.getTime(), by.at.getTime());
    await shortenKey(tx, former.key, new Date(begins + OVERLAP_DAYS * DAY_MS));
  }
  const row = { ...wanted, ...life, publicKey: Buffer.from(publicKey, "base64"), madeAt: by.at };
  if (!(await saveKey(tx, row))) return known;
  const { entries, region, rotatedFrom } = wanted;
  const state = { entries, region, rotatedFrom, notBefore, notAfter };
  const deed = { at: by.at, account: by.approver, action: "client.register", purpose: null, target: wanted.key };
  await record(tx, { ...deed, state });
  return granted({ key: wanted.key });
}

const KEEPERS: ReadonlySet<Role> = new Set(["clerk", "reviewer", "operator"]);
const KEYS_MAX = 1000;

function mayKeep(by: SignedIn): Outcome<true> {
  if (by.via === "signature") return refused({ code: "clients.person-needed", kind: "forbidden" });
  return KEEPERS.has(by.role) ? granted(true) : refused({ code: "accounts.role", kind: "forbidden" });
}

/** One's own organisation's keys, newest first. Refuses `clients.person-needed`, `accounts.role`. */
export async function listKeys(ports: KeyPorts, by: SignedIn): Promise<Outcome<readonly Key[]>> {
  const may = mayKeep(by);
  return may.ok ? granted(await ports.db.read((tx) => keysOf(tx, by.organisation, KEYS_MAX))) : may;
}

/**
 * Ends a key at once: one person of its organisation is enough, or a security administrator. Again changes nothing.
 * Refuses `clients.person-needed`, `accounts.role`, `clients.unknown-key`.
 */
export async function revokeKey(
  ports: KeyPorts,
  by: SignedIn,
  asked: { readonly key: string; readonly reason: string },
): Promise<Outcome<Key>> {
  const guards = by.role === "security-admin" && by.via !== "signature";
  const may = guards ? granted(true) : mayKeep(by);
  if (!may.ok) return may;
  const at = new Date(ports.clock.now());
  return inOneTransaction(ports.db, async (tx) => {
    const key = await lockKey(tx, asked.key);
    if (key === undefined || (!guards && key.organisation !== by.organisation)) return unknown;
    if (!(await markRevoked(tx, key.key, at))) return granted(key);
    const deed = { at, account: by, action: "client.revoke", purpose: asked.reason, target: key.key };
    await record(tx, { ...deed, state: { revoked: true } });
    return granted({ ...key, revokedAt: at });
  });
}

/** What a key is bound to. Throws when it is not there: whoever asks holds a request that it signed. */
export async function bindingOf(tx: Tx, key: string): Promise<Binding> {
  const found = await loadKey(tx, key);
  if (found === undefined) throw new Error("a key vanished");
  return found;
}

/** Notes that a second person let a key's first adverse batch through. */
export async function proveKey(
  tx: Tx,
  proof: { readonly key: string; readonly by: Account; readonly at: Date },
): Promise<Outcome<true>> {
  const key = await lockKey(tx, proof.key);
  if (key === undefined) return unknown;
  const good = stillGood(key, proof.at.getTime());
  if (!good.ok) return refused({ code: "clients.key-ended", kind: "conflict" });
  await markProved(tx, key.key, proof.at);
  return granted(true);
}
