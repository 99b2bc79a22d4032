import type { Day } from "../../kernel/day.ts";
import { statement } from "../../platform/database/pool.ts";
import type { Tx } from "../../platform/database/pool.ts";

/** An export as it was marked. */
export interface MadeExport {
  readonly id: Buffer;
  readonly at: Date;
  /** UUID of the account that got it. */
  readonly account: string;
  readonly organisation: string;
  readonly organisationName: string;
  readonly purpose: string;
  readonly channel: "duty" | "authorisation";
  readonly asOf: Day;
  /** Keyed digests of the rows, in the order in which they left. */
  readonly keys: readonly Buffer[];
  readonly nonce: Buffer;
  readonly commitment: Buffer;
  /** Last day on which it can be traced. */
  readonly keptThrough: Day;
}

const insertExport = statement(
  "exports.insert",
  `insert into exports.export (export, at, account, organisation, organisation_name, purpose, channel, as_of, row_keys, nonce,
     commitment, kept_through)
   values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)`,
);

export async function saveExport(tx: Tx, made: MadeExport): Promise<void> {
  const { id, at, account, organisation, organisationName, purpose, channel, asOf, keys, nonce, commitment } = made;
  const who = [account, organisation, organisationName, purpose, channel];
  await tx.run(insertExport, [id, at, ...who, asOf, keys, nonce, commitment, made.keptThrough]);
}

const selectAlike = statement(
  "exports.alike",
  `select e.export as id, e.at, e.account, e.organisation, e.organisation_name as "organisationName", e.purpose, e.channel,
     e.as_of as "asOf", e.row_keys as keys, e.nonce, e.commitment, e.kept_through as "keptThrough"
   from exports.export e
   join lateral (
     select count(*) as common from unnest(e.row_keys) k (key)
     where k.key in (select a.key from unnest($1::bytea[]) a (key))) c on true
   where e.row_keys && $1::bytea[] or e.export = any($2::bytea[])
   order by e.export = any($2::bytea[]) desc, c.common desc, e.at desc, e.export limit $3::int`,
);

/** Exports that hold any of the rows or bear one of the ids: those first, then those with most of the rows. */
export function exportsLike(
  tx: Tx,
  found: { readonly keys: readonly Buffer[]; readonly ids: readonly Buffer[]; readonly limit: number },
): Promise<MadeExport[]> {
  return tx.rows<MadeExport>(selectAlike, [found.keys, found.ids, found.limit]);
}

const forget = statement("exports.forget", "select exports.forget($1::date, $2::integer) as gone");

/**
 * Deletes what was kept through a day before this one, and was made more than so many days before it.
 * @param rule days that an export stays traceable by the rule of today. @returns how many exports.
 */
export async function forgetExports(tx: Tx, today: Day, { keepDays }: { readonly keepDays: number }): Promise<number> {
  const [row] = await tx.rows<{ gone: number }>(forget, [today, keepDays]);
  return row?.gone ?? 0;
}
