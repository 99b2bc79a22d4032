import { copyHex, copyPieces, copyText } from "../../../platform/database/copy.ts";
import { statement } from "../../../platform/database/pool.ts";
import type { Tx } from "../../../platform/database/pool.ts";
import type { SuiteId } from "../../../platform/keys/envelope.ts";
import type { WrappedKey } from "../../../platform/keys/keystore.ts";
import type { Hex } from "../rules.ts";

/** The wrapped key of a subject. */
export interface SubjectKey extends WrappedKey {
  readonly subject: string;
}

const keysOf = statement(
  "statements.subject-keys",
  `select k.subject, encode(k.id, 'hex') as id, k.suite, k.kek, k.wrapped
   from unnest(string_to_array($1, ',')) u (subject)
   cross join lateral (select * from statements.subject_key k where k.subject = u.subject limit 1) k`,
);

/** The keys of those of the given subjects that have one. */
export async function loadKeys(tx: Tx, subjects: readonly string[]): Promise<SubjectKey[]> {
  return subjects.length === 0 ? [] : tx.rows<SubjectKey>(keysOf, [subjects.join(",")]);
}

const copyKeys = statement(
  "statements.copy-subject-keys",
  "copy statements.subject_key (subject, id, suite, kek, wrapped) from stdin",
);

/** Fails where a subject has got a key meanwhile: what was sealed under another one must not be written. */
export async function insertKeys(tx: Tx, keys: readonly SubjectKey[]): Promise<void> {
  if (keys.length === 0) return;
  const lines = keys.map(
    ({ subject, id, suite, kek, wrapped }) =>
      `${copyText(subject)}\t${copyHex(id)}\t${suite}\t${copyText(kek)}\t${copyHex(wrapped.toString("hex"))}\n`,
  );
  await tx.copyIn(copyKeys, copyPieces(lines));
}

const keysUnderOther = statement(
  "statements.keys-under-other",
  `select subject, encode(id, 'hex') as id, suite, kek, wrapped from statements.subject_key
   where kek <> $1 order by subject limit $2::int for update`,
);

/** Keys that another key-encryption key wraps, locked; for `xinheng_eraser` or the owner. */
const anyKek = statement("statements.any-kek", "select kek from statements.pub_subject_key limit 1");

/** A key-encryption key that data keys were wrapped by; null while there is none. */
export async function keptKek(tx: Tx): Promise<string | null> {
  const [row] = await tx.rows<{ kek: string }>(anyKek);
  return row?.kek ?? null;
}

export function lockKeysUnderOther(tx: Tx, kek: string, limit: number): Promise<SubjectKey[]> {
  return tx.rows<SubjectKey>(keysUnderOther, [kek, limit]);
}

const saveWrapping = statement(
  "statements.save-wrapping",
  `update statements.subject_key k set kek = $1, wrapped = n.wrapped
   from unnest($2::text[], $3::bytea[]) n (subject, wrapped) where k.subject = n.subject`,
);

/** The same keys under one key-encryption key. */
export function saveWrappings(tx: Tx, kek: string, keys: readonly SubjectKey[]): Promise<number> {
  return tx.run(saveWrapping, [kek, keys.map(({ subject }) => subject), keys.map(({ wrapped }) => wrapped)]);
}

/** A sealed personal field of a statement. */
export interface SealedRow {
  readonly subject: string;
  readonly id: Hex;
  readonly field: string;
  readonly key: Hex;
  readonly suite: SuiteId;
  readonly sealed: Buffer;
}

const copySealed = statement(
  "statements.copy-sealed",
  "copy statements.sealed_field (subject, id, field, key, suite, sealed) from stdin",
);

export async function appendSealed(tx: Tx, rows: readonly SealedRow[]): Promise<void> {
  const lines = rows.map(({ subject, id, field, key, suite, sealed }) => {
    const place = `${copyText(subject)}\t${copyHex(id)}\t${copyText(field)}`;
    return `${place}\t${copyHex(key)}\t${suite}\t${copyHex(sealed.toString("hex"))}\n`;
  });
  await tx.copyIn(copySealed, copyPieces(lines));
}
