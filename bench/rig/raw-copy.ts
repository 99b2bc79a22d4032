// The baseline of ingest: exactly the rows that the platform stored, copied back into the same empty tables.
import { createReadStream, createWriteStream } from "node:fs";
import { mkdir, rm } from "node:fs/promises";
import path from "node:path";
import { pipeline } from "node:stream/promises";
import pg from "pg";
import { from as copyFrom, to as copyTo } from "pg-copy-streams";
import { migrate } from "../../server/src/platform/database/migrate.ts";
import { withClient } from "./server.ts";
import { repository, workFolder } from "./settings.ts";

/** As they lie in the heap, or in the order of their primary keys. */
export type RowOrder = "stored" | "sorted";

export interface DumpedTable {
  readonly table: string;
  readonly columns: string;
  readonly rows: number;
  readonly files: Readonly<Record<RowOrder, string>>;
}

const orders: readonly RowOrder[] = ["stored", "sorted"];
const folder = path.join(workFolder, "dump");
export const migrations = path.join(repository, "server/migrations");

// Tables that hold what an ingest wrote, each behind those that it refers to.
const tablesOf = `
  select format('%I.%I', n.nspname, c.relname) as table,
         (select string_agg(quote_ident(a.attname), ', ' order by a.attnum) from pg_attribute a
           where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = '') as columns,
         (select string_agg(quote_ident(a.attname), ', ' order by k.at) from pg_index i
           cross join lateral unnest(i.indkey::int[]) with ordinality as k(attnum, at)
           join pg_attribute a on a.attrelid = c.oid and a.attnum = k.attnum
           where i.indrelid = c.oid and i.indisprimary) as key
  from pg_class c join pg_namespace n on n.oid = c.relnamespace
  where c.relkind = 'r' and n.nspname !~ '^pg_' and n.nspname not in ('information_schema', 'accounts', 'migration')
  order by exists (select 1 from pg_constraint f where f.contype = 'f' and f.conrelid = c.oid), 1`;

interface TableRow {
  readonly table: string;
  readonly columns: string;
  readonly key: string | null;
}

async function dumpTable(client: pg.Client, one: TableRow): Promise<DumpedTable | null> {
  const count = await client.query<{ rows: number }>(`select count(*)::int as rows from ${one.table}`);
  const rows = count.rows[0]?.rows ?? 0;
  if (rows === 0) return null;
  const files = { stored: path.join(folder, `${one.table}.stored`), sorted: path.join(folder, `${one.table}.sorted`) };
  for (const order of orders) {
    const by = order === "sorted" && one.key !== null ? ` order by ${one.key}` : "";
    const source = client.query(copyTo(`copy (select ${one.columns} from ${one.table}${by}) to stdout`));
    await pipeline(source, createWriteStream(files[order]));
  }
  return { table: one.table, columns: one.columns, rows, files };
}

/** Writes every table that an ingest filled to files, in both orders. */
export async function dumpTables(url: string): Promise<readonly DumpedTable[]> {
  await mkdir(folder, { recursive: true });
  return withClient(url, async (client) => {
    const { rows } = await client.query<TableRow>(tablesOf);
    const dumped: DumpedTable[] = [];
    for (const one of rows) {
      const table = await dumpTable(client, one);
      if (table !== null) dumped.push(table);
    }
    return dumped;
  });
}

/** Copies dumped rows into the migrated, empty tables of a database: one connection, one transaction. */
export async function copyBack(url: string, tables: readonly DumpedTable[], order: RowOrder): Promise<void> {
  await withClient(url, async (client) => {
    await client.query("begin");
    for (const { table, columns, files } of tables) {
      await pipeline(
        createReadStream(files[order], { highWaterMark: 1 << 18 }),
        client.query(copyFrom(`copy ${table} (${columns}) from stdin`)),
      );
    }
    await client.query("commit");
  });
}

/** The product's own schema, with every index, in an empty database. */
export async function migrateEmpty(url: string): Promise<void> {
  await migrate({ url, folder: migrations });
}

export async function forgetDump(): Promise<void> {
  await rm(folder, { recursive: true, force: true });
}
