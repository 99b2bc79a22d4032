import { statement } from "../../platform/database/pool.ts";
import type { Tx } from "../../platform/database/pool.ts";

const insertSnapshot = statement(
  "releases.insert",
  `insert into releases.snapshot (hash, region, first_used_on, body) values ($1, $2, $3, $4) on conflict (hash) do nothing`,
);
const selectBody = statement("releases.body", "select body from releases.snapshot where hash = $1");
const selectKept = statement("releases.kept", "select exists (select from releases.snapshot where hash = $1) as kept");

export async function hasSnapshot(tx: Tx, hash: Buffer): Promise<boolean> {
  return (await tx.rows<{ kept: boolean }>(selectKept, [hash]))[0]?.kept === true;
}

/** @returns whether it was not there before. */
export async function saveSnapshot(
  tx: Tx,
  row: { readonly hash: Buffer; readonly region: string; readonly firstUsedOn: string; readonly body: object },
): Promise<boolean> {
  return (await tx.run(insertSnapshot, [row.hash, row.region, row.firstUsedOn, row.body])) === 1;
}

export async function loadBody(tx: Tx, hash: Buffer): Promise<object | null> {
  const rows = await tx.rows<{ body: object }>(selectBody, [hash]);
  return rows[0]?.body ?? null;
}
