// Data keys under a key-encryption key that stands in a file of its own, apart from the database.
import { randomBytes } from "node:crypto";
import path from "node:path";
import { openFrom, sealTo, secretBytes, suiteIds } from "./envelope.ts";
import type { DataKey, SuiteId } from "./envelope.ts";
import { proveAnswers } from "./known-answers.ts";
import { makePrivateFolder, readOrCreatePrivate, replacePrivate } from "./private-file.ts";

/** A data key as it is kept: only the key-encryption key `kek` opens it. */
export interface WrappedKey {
  /** 32 hex digits. */
  readonly id: string;
  readonly suite: SuiteId;
  /** Which key-encryption key wrapped it, 16 hex digits. */
  readonly kek: string;
  readonly wrapped: Buffer;
}

export interface Keystore {
  /** The suite that new data keys are made for; older ones keep theirs. */
  readonly suite: SuiteId;
  /** The key-encryption key that wraps now. */
  readonly kek: string;
  /** Whether a key-encryption key is here, so that what it wrapped can be opened. */
  knows(kek: string): boolean;
  /** A new data key of an owner, and how it is kept. */
  make(owner: string): { readonly key: DataKey; readonly kept: WrappedKey };
  /** Throws when its key-encryption key is missing, or when it is another owner's or was altered. */
  unwrap(owner: string, kept: WrappedKey): DataKey;
  /** The same data key under the key-encryption key that wraps now; undefined where it is already. */
  rewrap(owner: string, kept: WrappedKey): WrappedKey | undefined;
}

export interface KeystoreOptions {
  /** Closed to others (0700), outside the database and its backups. */
  readonly folder: string;
  readonly suite: SuiteId;
}

interface Kek {
  readonly id: string;
  readonly secret: Buffer;
}

const fileName = "key-encryption.keys";
const idBytes = 16;
const kekIdBytes = 8;

export function isSuiteId(text: string): text is SuiteId {
  return suiteIds.some((one) => one === text);
}

/** One line a key, `id secret` in hex; the last one wraps, the others still open what they wrapped. */
function newLine(): string {
  return `${randomBytes(kekIdBytes).toString("hex")} ${randomBytes(secretBytes).toString("hex")}\n`;
}

function readKeks(folder: string): Kek[] {
  const file = path.join(folder, fileName);
  const text = readOrCreatePrivate(file, newLine);
  if (!/^(?:[0-9a-f]{16} [0-9a-f]{192}\n)+$/.test(text)) {
    throw new Error(`${file} is damaged: restore it from where it was kept`);
  }
  return text
    .trimEnd()
    .split("\n")
    .map((line) => {
      const [id = "", secret = ""] = line.split(" ");
      return { id, secret: Buffer.from(secret, "hex") };
    });
}

/**
 * Adds a key-encryption key that wraps from the next start on. The older ones stay until nothing is wrapped by them any
 * more. Gives its id.
 */
export function addKek(folder: string): string {
  const file = path.join(folder, fileName);
  const line = newLine();
  replacePrivate(file, `${readOrCreatePrivate(file, newLine)}${line}`);
  return line.slice(0, kekIdBytes * 2);
}

/**
 * Puts every key-encryption key aside but the one that wraps, after all data keys were wrapped anew: into a file of its
 * own, for a person to destroy. Gives its name.
 */
export function retireOldKeks(folder: string): string {
  const file = path.join(folder, fileName);
  const lines = readOrCreatePrivate(file, newLine).trimEnd().split("\n");
  const retired = `${fileName}.retired`;
  const aside = path.join(folder, retired);
  const older = readOrCreatePrivate(aside, () => "");
  replacePrivate(aside, [older, ...lines.slice(0, -1).map((line) => `${line}\n`)].join(""));
  replacePrivate(file, `${lines.at(-1) ?? ""}\n`);
  return retired;
}

/** The context of a wrapped key: it opens for its owner and under its own id only. */
const wrapContext = (owner: string, id: string): readonly string[] => ["data-key", owner, id];

const asKey = (kek: Kek, suite: SuiteId): DataKey => ({ id: kek.id, suite, secret: kek.secret });

/**
 * Opens the keystore, making its key-encryption key on the first run. Throws when the file may be read by others or is
 * damaged, or when the machine gives a wrong answer to a known question.
 */
export function openKeystore({ folder, suite }: KeystoreOptions): Keystore {
  proveAnswers();
  makePrivateFolder(folder);
  const keks = readKeks(folder);
  const byId = new Map(keks.map((kek) => [kek.id, kek]));
  const current = keks.at(-1);
  if (current === undefined) throw new Error("there is no key-encryption key");
  const wrap = (owner: string, key: DataKey): WrappedKey => ({
    id: key.id,
    suite: key.suite,
    kek: current.id,
    wrapped: sealTo(asKey(current, key.suite), wrapContext(owner, key.id), key.secret),
  });
  const unwrap = (owner: string, kept: WrappedKey): DataKey => {
    const kek = byId.get(kept.kek);
    if (kek === undefined) throw new Error(`key-encryption key ${kept.kek} is missing: restore ${fileName}`);
    const secret = openFrom(asKey(kek, kept.suite), wrapContext(owner, kept.id), kept.wrapped);
    if (secret === undefined) throw new Error("a data key was not wrapped for its owner here, or was altered");
    return { id: kept.id, suite: kept.suite, secret };
  };
  return {
    suite,
    kek: current.id,
    knows: (kek) => byId.has(kek),
    make: (owner) => {
      const key = { id: randomBytes(idBytes).toString("hex"), suite, secret: randomBytes(secretBytes) };
      return { key, kept: wrap(owner, key) };
    },
    unwrap,
    rewrap: (owner, kept) => (kept.kek === current.id ? undefined : wrap(owner, unwrap(owner, kept))),
  };
}
