import { createPublicKey, generateKeyPairSync, verify } from "node:crypto";
import type { KeyObject } from "node:crypto";
import type { Context } from "hono";
import { granted, refused } from "../../../kernel/refusal.ts";
import type { Outcome } from "../../../kernel/refusal.ts";
import type { Clock } from "../../../platform/clock.ts";
import type { Database } from "../../../platform/database/pool.ts";
import type { HttpEnv } from "../../../platform/http/http-app.ts";
import { findAccount } from "../../accounts/index.ts";
import type { SignedIn, SignInWay } from "../../accounts/index.ts";
import { countingDigests } from "../rules/digest.ts";
import type { Digest } from "../rules/digest.ts";
import { stillGood } from "../rules/key.ts";
import type { Algorithm, Key } from "../rules/key.ts";
import { readStamp, signatureBase, WINDOW_MS } from "../rules/signature.ts";
import type { Claimed, Coverable, Stamp } from "../rules/signature.ts";
import { targetParts } from "../rules/target.ts";
import { dropNonces, loadKey, spendNonce } from "../store.ts";
import { expectBody } from "./body.ts";
import { claimedSignature, digestsIn } from "./structured.ts";

export interface SignaturePorts {
  readonly db: Database;
  readonly clock: Clock;
  /** The origin of the public address: what requests must have been signed for. */
  readonly publicUrl: string;
}

const malformed = refused({ code: "clients.malformed", kind: "unauthenticated" });
const badSignature = refused({ code: "clients.bad-signature", kind: "unauthenticated" });

/** Verified instead of a key that is not there, so that both take the same time. */
const decoy = generateKeyPairSync("ed25519").publicKey;

function isSignedBy(key: KeyObject, algorithm: Algorithm, signed: { base: Buffer; signature: Buffer }): boolean {
  const { base, signature } = signed;
  if (algorithm === "ed25519") return verify(null, base, key, signature);
  return verify("sha256", base, { key, dsaEncoding: "ieee-p1363" }, signature);
}

/** The request target as it came over the wire, before anybody read it. */
function rawTarget(c: Context<HttpEnv>): string {
  const wire = c.env?.incoming?.url;
  if (wire !== undefined) return wire;
  const { pathname, search } = new URL(c.req.url);
  return pathname + search;
}

function hasBody(c: Context<HttpEnv>): boolean {
  const incoming = c.env?.incoming;
  if (incoming === undefined) return c.req.raw.body !== null;
  const { "content-length": length, "transfer-encoding": encoding } = incoming.headers;
  return encoding !== undefined || (length !== undefined && Number(length) !== 0);
}

function coverableOf(c: Context<HttpEnv>, publicUrl: string): Outcome<Coverable> {
  const target = targetParts(publicUrl, rawTarget(c));
  if (!target.ok) return target;
  return granted({
    method: c.req.method,
    target: target.value,
    hasBody: hasBody(c),
    field: (name) => c.req.header(name),
  });
}

function digestsOf(request: Coverable): Outcome<readonly Digest[]> {
  const field = request.field("content-digest");
  if (field === undefined) return granted([]);
  const members = digestsIn(field);
  return members === null ? malformed : countingDigests(members);
}

/** A signature whose form is in order, and what it must have been made over. */
interface Readable {
  readonly claimed: Claimed;
  readonly stamp: Stamp;
  readonly base: Buffer;
  readonly digests: readonly Digest[];
}

function readable(claimed: Claimed, c: Context<HttpEnv>, ports: SignaturePorts): Outcome<Readable> {
  // Two proofs in one request: which of them would count is a guess.
  if (c.req.header("authorization") !== undefined)
    return refused({ code: "clients.two-ways", kind: "unauthenticated" });
  const request = coverableOf(c, ports.publicUrl);
  if (!request.ok) return request;
  const stamp = readStamp(claimed, ports.clock.now());
  if (!stamp.ok) return stamp;
  const base = signatureBase(claimed, request.value);
  if (!base.ok) return base;
  const digests = digestsOf(request.value);
  return digests.ok ? granted({ claimed, stamp: stamp.value, base: base.value, digests: digests.value }) : digests;
}

/** A key that is not there and a signature that is not its own are refused alike. */
function judgeKey(key: Key | undefined, { claimed, stamp, base }: Readable, now: number): Outcome<Key> {
  const signed = { base, signature: claimed.signature };
  if (key === undefined) {
    isSignedBy(decoy, "ed25519", signed);
    return badSignature;
  }
  const object = createPublicKey({ key: key.publicKey, format: "der", type: "spki" });
  const named = stamp.algorithm ?? key.algorithm;
  if (named !== key.algorithm || !isSignedBy(object, key.algorithm, signed)) return badSignature;
  const good = stillGood(key, now);
  return good.ok ? granted(key) : good;
}

/** One in so many requests clears away nonces whose window is over. */
const CLEAR_EVERY = 64;

/**
 * Sign-in by a signed request (RFC 9421). A request without Signature-Input, or with signatures for others only, did not
 * try this way. Refuses `clients.malformed`, `clients.two-ways`, `clients.bad-target`, `clients.uncovered`,
 * `clients.expired`, `clients.future`, `clients.digest-algorithm`, `clients.bad-signature`, `clients.key-ended`,
 * `clients.replayed`, and `accounts.disabled` where the account that it acts as is disabled or frozen.
 */
export function signatureWay(ports: SignaturePorts): SignInWay {
  const { db, clock } = ports;
  let taken = 0;
  const spend = async ({ key, nonce, created }: Stamp): Promise<boolean> => {
    taken += 1;
    // One process clears at a time; nobody waits for another's clearing.
    if (taken % CLEAR_EVERY === 0) {
      await db.tryLock("clients.nonces", () => db.write((tx) => dropNonces(tx, new Date(clock.now()))));
    }
    const until = new Date(created.getTime() + 2 * WINDOW_MS);
    return db.write((tx) => spendNonce(tx, { key, nonce, until }));
  };
  const signedIn = async (c: Context<HttpEnv>, claimed: Claimed): Promise<Outcome<SignedIn>> => {
    const read = readable(claimed, c, ports);
    if (!read.ok) return read;
    const { stamp, digests } = read.value;
    const key = judgeKey(await db.read((tx) => loadKey(tx, stamp.key)), read.value, clock.now());
    if (!key.ok) return key;
    // Spent only now: whoever cannot sign must not be able to use up another's nonces.
    if (!(await spend(stamp))) return refused({ code: "clients.replayed", kind: "unauthenticated" });
    const account = await findAccount(db, key.value.login);
    if (account?.account !== key.value.account) return refused({ code: "accounts.disabled", kind: "unauthenticated" });
    expectBody(c, digests);
    return granted({ ...account, via: "signature", session: null, client: key.value.key, steppedUpAt: null });
  };
  // A request is judged once, however often it is asked for: its nonce can be spent only once.
  const judged = new WeakMap<Context<HttpEnv>, Promise<Outcome<SignedIn>>>();
  return async (c): Promise<Outcome<SignedIn> | null> => {
    const input = c.req.header("signature-input");
    if (input === undefined) return null;
    const claimed = claimedSignature(input, c.req.header("signature"));
    if (claimed === "none") return null;
    if (claimed === "malformed") return malformed;
    const outcome = judged.get(c) ?? signedIn(c, claimed);
    judged.set(c, outcome);
    return outcome;
  };
}
