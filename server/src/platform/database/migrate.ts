import { createHash } from "node:crypto";
import { readFile, readdir } from "node:fs/promises";
import path from "node:path";
import pg from "pg";
import { sqlState } from "./pool.ts";

/** The role the server works under. Migrations say themselves what it may do. */
export const appRole = "xinheng_app";

export interface MigrateOptions {
  /** A login that owns the schemas; it needs `createrole` the first time. */
  readonly url: string;
  /** Folder of `NNNN-name.sql`; `citus/NNNN-name.sql` below it runs only where the extension is there. */
  readonly folder: string;
}

interface Migration {
  /** `0001-subject.sql` or `citus/0001-subject.sql`. */
  readonly name: string;
  readonly sql: string;
  readonly checksum: string;
}

const fileName = /^(\d{4})-[a-z0-9-]+\.sql$/;

/**
 * Brings a database up to the files: each in a transaction of its own, once, in order; two callers at once take turns.
 * Resolves with the names that were applied now. Throws, having changed nothing, when an applied file was altered or
 * removed since, when a new file would run before an applied one, or when the database is ahead of the code.
 */
export async function migrate({ url, folder }: MigrateOptions): Promise<readonly string[]> {
  const client = new pg.Client({ connectionString: url, application_name: "xinheng migrate" });
  // A lost connection is reported by the query that meets it.
  client.on("error", () => undefined);
  await client.connect();
  try {
    await client.query("select pg_advisory_lock(hashtextextended('xinheng.migrate', 0))");
    await ensureRole(client);
    await client.query(historyTable);
    const applied = await readHistory(client);
    const wanted = await readMigrations(folder, await hasCitus(client));
    refuseDrift(applied, await readMigrations(folder, true));
    const pending = wanted.filter((migration) => !applied.has(migration.name));
    for (const migration of pending) await apply(client, migration);
    return pending.map((migration) => migration.name);
  } finally {
    await client.end().catch(() => undefined);
  }
}

const historyTable = `
  create schema if not exists migration;
  -- class: local
  create table if not exists migration.applied (name text not null primary key, checksum text not null);
`;

/** Roles belong to the whole cluster: another database may be creating the same one at this moment. */
async function ensureRole(client: pg.Client): Promise<void> {
  const { rows } = await client.query("select 1 from pg_roles where rolname = $1", [appRole]);
  if (rows.length === 0) {
    await client.query(`create role ${appRole} nologin`).catch((error: unknown) => {
      if (!["42710", "23505"].includes(sqlState(error))) throw error;
    });
  }
  // Since PostgreSQL 16 whoever made a role is its member without the right to act as it; that is a grant of its own.
  const { rows: version } = await client.query<{ at: number }>(
    "select current_setting('server_version_num')::int as at",
  );
  const right = (version[0]?.at ?? 0) >= 160_000 ? "SET" : "MEMBER";
  const member = await client.query<{ may: boolean }>("select pg_has_role(current_user, $1, $2) as may", [
    appRole,
    right,
  ]);
  if (member.rows[0]?.may !== true) await client.query(`grant ${appRole} to current_user`);
}

async function hasCitus(client: pg.Client): Promise<boolean> {
  const { rows } = await client.query("select 1 from pg_extension where extname = 'citus'");
  return rows.length > 0;
}

async function readHistory(client: pg.Client): Promise<ReadonlyMap<string, string>> {
  const { rows } = await client.query<{ name: string; checksum: string }>(
    "select name, checksum from migration.applied",
  );
  return new Map(rows.map((row) => [row.name, row.checksum]));
}

async function readMigrations(folder: string, citus: boolean): Promise<readonly Migration[]> {
  const files = await listSql(folder, "");
  if (citus) files.push(...(await listSql(folder, "citus")));
  // A table is distributed right after it was made, while it is empty: both files bear the same number.
  files.sort((a, b) => compare(path.basename(a), path.basename(b)) || compare(b, a));
  refuseTwins(files);
  return Promise.all(files.map((name) => readMigration(folder, name)));
}

async function listSql(folder: string, below: string): Promise<string[]> {
  const entries = await readdir(path.join(folder, below)).catch((error: NodeJS.ErrnoException) => {
    if (below !== "" && error.code === "ENOENT") return [];
    throw error;
  });
  const files = entries.filter((entry) => entry.endsWith(".sql"));
  const stray = files.find((file) => !fileName.test(file));
  if (stray !== undefined) throw new Error(`migration ${stray}: the name must be NNNN-name.sql`);
  return files.map((file) => (below === "" ? file : `${below}/${file}`));
}

function refuseTwins(files: readonly string[]): void {
  const seen = new Map<string, string>();
  for (const file of files) {
    const key = path.dirname(file) + path.basename(file).slice(0, 4);
    const twin = seen.get(key);
    if (twin !== undefined) throw new Error(`migrations ${twin} and ${file} bear the same number`);
    seen.set(key, file);
  }
}

async function readMigration(folder: string, name: string): Promise<Migration> {
  const sql = await readFile(path.join(folder, name), "utf8");
  return { name, sql, checksum: createHash("sha256").update(sql).digest("hex") };
}

function refuseDrift(applied: ReadonlyMap<string, string>, files: readonly Migration[]): void {
  const known = new Map(files.map((file) => [file.name, file.checksum]));
  for (const [name, checksum] of applied) {
    const now = known.get(name);
    if (now === undefined) throw new Error(`the database is newer than this program: it has had ${name}`);
    if (now !== checksum) throw new Error(`migration ${name} was changed after it was applied`);
  }
  const newest = [...applied.keys()].filter(isPlain).toSorted(compare).at(-1) ?? "";
  const late = files.find((file) => isPlain(file.name) && !applied.has(file.name) && compare(file.name, newest) < 0);
  if (late !== undefined) throw new Error(`migration ${late.name} comes too late: ${newest} was applied before it`);
}

function isPlain(name: string): boolean {
  return !name.includes("/");
}

function compare(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}

async function apply(client: pg.Client, migration: Migration): Promise<void> {
  try {
    await client.query("begin");
    await client.query(migration.sql);
    await client.query("insert into migration.applied (name, checksum) values ($1, $2)", [
      migration.name,
      migration.checksum,
    ]);
    await client.query("commit");
  } catch (error) {
    throw new Error(`migration ${migration.name}: ${error instanceof Error ? error.message : String(error)}`, {
      cause: error,
    });
  }
}
