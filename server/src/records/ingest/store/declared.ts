// What a provider declares beside its files: layouts of its own, and that all was sent.
import { statement } from "../../../platform/database/pool.ts";
import type { Tx } from "../../../platform/database/pool.ts";
import type { Mapping } from "../../../policy/catalogue-entry.ts";

export type OwnMapping = Omit<Mapping, "carriedOver">;

const insertMappingRow = statement(
  "ingest.insert-mapping",
  "insert into ingest.mapping (mapping, provider, body, created_at, account) values ($1, $2, $3, $4, $5) on conflict do nothing",
);
const loadMappingRow = statement(
  "ingest.load-mapping",
  "select body from ingest.mapping where mapping = $1 and provider = $2",
);

export async function insertMapping(
  tx: Tx,
  one: { mapping: string; provider: string; body: OwnMapping; at: Date; account: string },
): Promise<void> {
  await tx.run(insertMappingRow, [one.mapping, one.provider, one.body, one.at, one.account]);
}

/** A provider's own layout. None takes over from an old platform: that is the region's to say. */
export async function loadMapping(tx: Tx, mapping: string, provider: string): Promise<Mapping | undefined> {
  const [found] = await tx.rows<{ body: OwnMapping }>(loadMappingRow, [mapping, provider]);
  return found === undefined ? undefined : { ...found.body, carriedOver: null };
}

const insertDeclaration = statement(
  "ingest.insert-completeness",
  `insert into ingest.completeness (provider, entry, through, nil_from, declared_at, account) values ($1, $2, $3, $4, $5, $6)
   on conflict do nothing`,
);
const newestDeclaration = statement(
  "ingest.newest-completeness",
  "select max(through) as through from ingest.completeness where provider = $1 and entry = $2",
);

export async function insertCompleteness(
  tx: Tx,
  one: { provider: string; entry: string; through: string; nilFrom: string | null; at: Date; account: string },
): Promise<void> {
  await tx.run(insertDeclaration, [one.provider, one.entry, one.through, one.nilFrom, one.at, one.account]);
}

export async function completeThrough(tx: Tx, provider: string, entry: string): Promise<string | null> {
  return (await tx.rows<{ through: string | null }>(newestDeclaration, [provider, entry]))[0]?.through ?? null;
}
