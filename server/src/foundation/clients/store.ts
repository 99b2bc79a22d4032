import { statement } from "../../platform/database/pool.ts";
import type { Tx } from "../../platform/database/pool.ts";
import type { Key } from "./rules/key.ts";

const columns = `key, organisation, account, login, algorithm, public_key as "publicKey", entries, region, rows_per_batch as "rowsPerBatch",
  batches_per_day as "batchesPerDay", not_before as "notBefore", not_after as "notAfter", rotated_from as "rotatedFrom",
  made_at as "madeAt", proved_at as "provedAt", revoked_at as "revokedAt"`;

const selectOne = statement("clients.key", `select ${columns} from clients.key where key = $1`);
const lockOne = statement("clients.lock-key", `select ${columns} from clients.key where key = $1 for update`);
const ofOrganisation = statement(
  "clients.keys-of",
  `select ${columns} from clients.key where organisation = $1 order by made_at desc, key limit $2`,
);
const insertOne = statement(
  "clients.insert-key",
  `insert into clients.key (key, organisation, account, algorithm, public_key, entries, region, rows_per_batch, batches_per_day,
     not_before, not_after, rotated_from, made_at, login)
   values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14) on conflict (key) do nothing`,
);
const shorten = statement(
  "clients.shorten-key",
  "update clients.key set not_after = least(not_after, $2) where key = $1 and not_before < $2",
);
const revoke = statement(
  "clients.revoke-key",
  "update clients.key set revoked_at = $2 where key = $1 and revoked_at is null",
);
const prove = statement(
  "clients.prove-key",
  "update clients.key set proved_at = $2 where key = $1 and proved_at is null",
);
const insertNonce = statement(
  "clients.insert-nonce",
  "insert into clients.nonce (key, nonce, until) values ($1, $2, $3) on conflict (key, nonce) do nothing",
);
const deleteNonces = statement(
  "clients.delete-nonces",
  `delete from clients.nonce where (key, nonce) in (
     select key, nonce from clients.nonce where until < $1 order by until limit 5000)`,
);

export async function loadKey(tx: Tx, key: string): Promise<Key | undefined> {
  return (await tx.rows<Key>(selectOne, [key]))[0];
}

export async function lockKey(tx: Tx, key: string): Promise<Key | undefined> {
  return (await tx.rows<Key>(lockOne, [key]))[0];
}

/** Newest first. */
export function keysOf(tx: Tx, organisation: string, limit: number): Promise<Key[]> {
  return tx.rows<Key>(ofOrganisation, [organisation, limit]);
}

/** @returns whether it was not registered before. */
export async function saveKey(tx: Tx, one: Omit<Key, "provedAt" | "revokedAt">): Promise<boolean> {
  const { key, organisation, account, algorithm, publicKey, entries, region, rowsPerBatch, batchesPerDay } = one;
  const bound = [key, organisation, account, algorithm, publicKey, entries, region, rowsPerBatch, batchesPerDay];
  return (
    (await tx.run(insertOne, [...bound, one.notBefore, one.notAfter, one.rotatedFrom, one.madeAt, one.login])) === 1
  );
}

/** Lets a key end at a moment, unless it ends earlier. */
export async function shortenKey(tx: Tx, key: string, until: Date): Promise<void> {
  await tx.run(shorten, [key, until]);
}

/** @returns whether it was not revoked until now. */
export async function markRevoked(tx: Tx, key: string, at: Date): Promise<boolean> {
  return (await tx.run(revoke, [key, at])) === 1;
}

export async function markProved(tx: Tx, key: string, at: Date): Promise<void> {
  await tx.run(prove, [key, at]);
}

/** @returns whether the nonce was fresh. */
export async function spendNonce(
  tx: Tx,
  one: { readonly key: string; readonly nonce: string; readonly until: Date },
): Promise<boolean> {
  return (await tx.run(insertNonce, [one.key, one.nonce, one.until])) === 1;
}

/** Drops nonces whose window is over, a few thousand at a time. */
export async function dropNonces(tx: Tx, before: Date): Promise<void> {
  await tx.run(deleteNonces, [before]);
}
