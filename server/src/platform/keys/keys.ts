import {
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  hkdfSync,
  randomBytes,
  sign,
  verify,
} from "node:crypto";
import { hmacUnder } from "@xinheng/log/suite";
import { existsSync, readdirSync } from "node:fs";
import path from "node:path";
import type { SuiteId } from "./envelope.ts";
import { openKeystore } from "./keystore.ts";
import type { Keystore } from "./keystore.ts";
import { makePrivateFolder, readOrCreatePrivate } from "./private-file.ts";
import { seal, unseal } from "./seal.ts";

/** The keys of an instance. Each purpose has a key of its own, derived from the master key or kept in its own file. */
export interface Keys {
  /** Wraps a key for keeping in the database (AES-256-GCM under the instance's wrapping key). */
  wrap(key: Uint8Array): Buffer;
  /** Throws when it was not wrapped by this instance's key or was altered. */
  unwrap(wrapped: Uint8Array): Buffer;
  /** HMAC-SHA-256, 32 bytes, under the key of `context` (a constant such as `subject.name`); text counts as UTF-8. */
  mac(context: string, bytes: Uint8Array | string): Buffer;
  /** `count` bytes that nobody can foretell. */
  random(count: number): Buffer;
  /** The Ed25519 pair `name` (lower case, digits, hyphens), made when first asked for. */
  signer(name: string): Signer;
  /** Data keys, one an owner, under a key of their own. */
  readonly keystore: Keystore;
}

export interface Signer {
  readonly name: string;
  /** The raw public key, 32 bytes. */
  readonly publicKey: Buffer;
  /** An Ed25519 signature, 64 bytes. */
  sign(bytes: Uint8Array): Buffer;
}

export interface KeysOptions {
  /** Outside the database and its backups; closed to others (0700). */
  readonly folder: string;
  /** What new data keys seal with; AES-256-GCM where nothing is said. */
  readonly suite?: SuiteId;
}

const masterLength = 32;
const rawPublicLength = 32;
const wrapContext = Buffer.from("xinheng/wrap/1");

/**
 * Opens the instance's keys, making them on the first run, and proves each before use. Throws when a file may be read by
 * others, is damaged, or when the machine's cryptography gives a wrong answer.
 */
export async function openKeys({ folder, suite = "aes-256-gcm" }: KeysOptions): Promise<Keys> {
  makePrivateFolder(folder);
  const master = readMaster(folder);
  const derive = (purpose: string): Buffer =>
    Buffer.from(hkdfSync("sha256", master, Buffer.alloc(0), `xinheng/1/${purpose}`, 32));
  const wrapping = derive("wrap");
  const macs = new Map<string, (message: Uint8Array) => Buffer>();
  const signers = new Map<string, Signer>();
  const keys: Keys = {
    keystore: openKeystore({ folder, suite }),
    wrap: (key) => seal(wrapping, wrapContext, key),
    unwrap: (wrapped) => {
      const key = unseal(wrapping, wrapContext, wrapped);
      if (key === undefined) throw new Error("a wrapped key was not made by this instance, or was altered");
      return key;
    },
    mac: (context, bytes) => {
      const mac = macs.get(context) ?? hmacUnder("sha256", derive(`mac/${context}`));
      macs.set(context, mac);
      return mac(typeof bytes === "string" ? Buffer.from(bytes, "utf8") : bytes);
    },
    random: (count) => randomBytes(count),
    signer: (name) => {
      const signer = signers.get(name) ?? readSigner(folder, name);
      signers.set(name, signer);
      return signer;
    },
  };
  selfTest(keys);
  return keys;
}

function readMaster(folder: string): Buffer {
  const file = path.join(folder, "master.key");
  const others = readdirSync(folder).filter((entry) => entry.endsWith(".pem"));
  // A new master key would make everything wrapped so far unreadable, and the loss would show only much later.
  if (others.length > 0 && !existsSync(file)) throw new Error(`${file} is missing beside ${others[0]}: restore it`);
  const text = readOrCreatePrivate(file, () => `${randomBytes(masterLength).toString("hex")}\n`);
  if (!/^[0-9a-f]{64}\n?$/.test(text)) throw new Error(`${file} is damaged: restore it from where it was kept`);
  return Buffer.from(text.trim(), "hex");
}

function readSigner(folder: string, name: string): Signer {
  if (!/^[a-z0-9-]{1,40}$/.test(name)) throw new RangeError(`signer name: ${name}`);
  const pem = readOrCreatePrivate(path.join(folder, `sign-${name}.pem`), () =>
    generateKeyPairSync("ed25519").privateKey.export({ type: "pkcs8", format: "pem" }).toString(),
  );
  const privateKey = createPrivateKey(pem);
  if (privateKey.asymmetricKeyType !== "ed25519") throw new Error(`signing key ${name} is not an Ed25519 key`);
  const publicKey = createPublicKey(privateKey);
  const proof = Buffer.from(`xinheng/self-test/${name}`);
  if (!verify(null, proof, publicKey, sign(null, proof, privateKey))) throw new Error(`signing key ${name} is damaged`);
  return {
    name,
    // The raw key is the tail of its DER form.
    publicKey: publicKey.export({ type: "spki", format: "der" }).subarray(-rawPublicLength),
    sign: (bytes) => sign(null, bytes, privateKey),
  };
}

/** Known answers (RFC 4231 case 2, RFC 5869 case 3) and one round trip, so that a broken machine writes nothing. */
function selfTest(keys: Keys): void {
  const hmac = hmacUnder("sha256", Buffer.from("Jefe"))(Buffer.from("what do ya want for nothing?")).toString("hex");
  const hkdf = Buffer.from(hkdfSync("sha256", Buffer.alloc(22, 0x0b), "", "", 42)).toString("hex");
  const secret = keys.random(masterLength);
  const wrapped = keys.wrap(secret);
  const sound =
    hmac === "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843" &&
    hkdf === "8da4e775a563c18f715f802a063c5a31b8a11f5c5ee1879ec3454e5f3c738d2d9d201395faa4b61a96c8" &&
    keys.unwrap(wrapped).equals(secret) &&
    !wrapped.includes(secret);
  if (!sound) throw new Error("cryptographic self-test failed");
}
