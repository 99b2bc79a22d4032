// Personal fields under a key of their subject: who destroys the key destroys them, and nothing else.
import { saltOf, saltsOf } from "@xinheng/log/commitment";
import { fingerprint, openFrom, sealTo } from "../../../platform/keys/envelope.ts";
import type { DataKey } from "../../../platform/keys/envelope.ts";
import type { Keystore } from "../../../platform/keys/keystore.ts";
import type { Tx } from "../../../platform/database/pool.ts";
import type { Content, Hex, Personal } from "../rules.ts";
import { appendSealed, insertKeys, loadKeys } from "../store/sealed.ts";
import type { SealedRow, SubjectKey } from "../store/sealed.ts";
import { sealedOf, seedOf } from "./content.ts";

const saltBytes = 32;
const digestDigits = 32;

/** The keys of the subjects of one chunk: read together, those that are new written with what they seal. */
export interface Keyring {
  /** The key of a subject that the ring was opened for. Throws for any other. */
  keyOf(subject: string): DataKey;
  /** Those of the subjects that had no key before. */
  newAmong(subjects: ReadonlySet<string>): readonly SubjectKey[];
}

/** Reads the keys of some subjects, and makes the missing ones in memory. */
export async function openKeyring(tx: Tx, keystore: Keystore, subjects: readonly string[]): Promise<Keyring> {
  const wanted = [...new Set(subjects)];
  const kept = await loadKeys(tx, wanted);
  const keys = new Map(kept.map(({ subject, ...one }) => [subject, keystore.unwrap(subject, one)]));
  const made: SubjectKey[] = [];
  for (const subject of wanted.filter((one) => !keys.has(one))) {
    const { key, kept: one } = keystore.make(subject);
    keys.set(subject, key);
    made.push({ subject, ...one });
  }
  return {
    keyOf: (subject) => {
      const key = keys.get(subject);
      if (key === undefined) throw new Error("a personal field has no key");
      return key;
    },
    newAmong: (used) => made.filter(({ subject }) => used.has(subject)),
  };
}

export const hasPersonal = (personal: Personal): boolean => Object.keys(personal).length > 0;

/** A digest of a content with its personal values: without the subject's key nobody can try names against it. */
export function digestWith(key: DataKey, digest: Hex, personal: Personal): Hex {
  const ids = Object.keys(personal).toSorted();
  return fingerprint(key, [digest, ...ids.flatMap((id) => [id, personal[id] ?? ""])])
    .toString("hex")
    .slice(0, digestDigits);
}

/**
 * What stands in place of the seed where personal fields are kept: the header's salt, the hash of every group, then the
 * salts of the groups that are not personal, 32 bytes each. `personal` groups are the last ones.
 */
export function openingsOf(content: Content, groups: number, personal: number): Buffer {
  return Buffer.concat([sealedOf(content, groups), ...saltsOf(seedOf(content), groups - personal).slice(1)]);
}

/** One statement with what it keeps of a person. */
export interface PersonalStatement {
  readonly subject: string;
  readonly id: Hex;
  readonly content: Content;
  readonly personal: Personal;
}

/** Seals and appends the personal values of a chunk, and the keys that are new. `groups` as the entry numbers them. */
export async function appendPersonal(
  tx: Tx,
  given: {
    readonly keyring: Keyring;
    readonly groups: readonly (readonly string[])[];
    readonly rows: readonly PersonalStatement[];
  },
): Promise<void> {
  const { keyring, groups } = given;
  const rows = given.rows.filter(({ personal }) => hasPersonal(personal));
  if (rows.length === 0) return;
  const numberOf = new Map(groups.flatMap((ids, at) => ids.map((id) => [id, at + 1] as const)));
  await insertKeys(tx, keyring.newAmong(new Set(rows.map(({ subject }) => subject))));
  const sealed = rows.flatMap(({ subject, id, content, personal }): SealedRow[] => {
    const key = keyring.keyOf(subject);
    return Object.entries(personal).map(([field, value]) => {
      // The salt goes with the value: with the key both are gone, and the group's hash tells nothing any more.
      const plain = Buffer.concat([saltOf(seedOf(content), numberOf.get(field) ?? 0), Buffer.from(value, "utf8")]);
      return { subject, id, field, key: key.id, suite: key.suite, sealed: sealTo(key, [subject, id, field], plain) };
    });
  });
  await appendSealed(tx, sealed);
}

/** A sealed value as the database gave it. */
export interface SealedValue {
  readonly subject: string;
  readonly id: Hex;
  readonly field: string;
  readonly sealed: Buffer;
}

/** The value and the salt of its group; undefined where it does not open: another key, or not what was written. */
export function openSealed(
  key: DataKey,
  { subject, id, field, sealed }: SealedValue,
): { readonly salt: Buffer; readonly value: string } | undefined {
  const plain = openFrom(key, [subject, id, field], sealed);
  if (plain === undefined || plain.length < saltBytes) return undefined;
  return { salt: plain.subarray(0, saltBytes), value: plain.subarray(saltBytes).toString("utf8") };
}
