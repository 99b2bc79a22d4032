import { mkdir, mkdtemp, rename, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { migrate } from "./migrate.ts";
import { openDatabase, statement, type Database } from "./pool.ts";
import { administer, withDatabase } from "./test-cluster.ts";
import { clusterVariable } from "./test-setup.ts";

let folder: string;
let url: string;
let name: string;
let databases = 0;

beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "xinheng-migrate-"));
  const cluster = process.env[clusterVariable] ?? "";
  name = `xinheng_migrate_${process.pid}_${(databases += 1)}`;
  await administer(cluster, `create database ${name} template template0 encoding 'UTF8'`);
  url = withDatabase(cluster, name);
  await put("0001-first.sql", "create schema a; grant usage on schema a to xinheng_app; create table a.one (n int);");
  await put("0002-second.sql", "create table a.two (n int); grant select on a.two to xinheng_app;");
});

afterEach(async () => {
  await administer(url, `drop database ${name} with (force)`);
  await rm(folder, { recursive: true, force: true });
});

function put(file: string, sql: string): Promise<void> {
  return writeFile(path.join(folder, file), sql);
}

async function withRole<T>(role: string | undefined, work: (database: Database) => Promise<T>): Promise<T> {
  const database = await openDatabase({ url, poolMax: 1, ...(role === undefined ? {} : { role }) });
  try {
    return await work(database);
  } finally {
    await database.close();
  }
}

async function tables(): Promise<readonly string[]> {
  const listed = statement(
    "migrate.tables",
    "select tablename as name from pg_tables where schemaname = 'a' order by 1",
  );
  const rows = await withRole(undefined, (database) => database.read((tx) => tx.rows<{ name: string }>(listed)));
  return rows.map((row) => row.name);
}

test("each file is applied once, in order, and later ones follow", async () => {
  expect(await migrate({ url, folder })).toEqual(["0001-first.sql", "0002-second.sql"]);
  expect(await migrate({ url, folder })).toEqual([]);
  await put("0003-third.sql", "create table a.three (n int);");
  expect(await migrate({ url, folder })).toEqual(["0003-third.sql"]);
  expect(await tables()).toEqual(["one", "three", "two"]);
});

test("two at once take turns", async () => {
  const both = await Promise.all([migrate({ url, folder }), migrate({ url, folder })]);
  expect(both.map((applied) => applied.length).toSorted((a, b) => a - b)).toEqual([0, 2]);
});

test("the app role exists and may do what the files grant, no more", async () => {
  await migrate({ url, folder });
  await withRole("xinheng_app", async (database) => {
    const granted = statement("migrate.granted", "select n from a.two");
    const kept = statement("migrate.kept", "select n from a.one");
    const history = statement("migrate.history", "select name from migration.applied");
    expect(await database.read((tx) => tx.rows(granted))).toEqual([]);
    await expect(database.read((tx) => tx.rows(kept))).rejects.toThrow("permission denied");
    await expect(database.read((tx) => tx.rows(history))).rejects.toThrow("permission denied");
  });
});

test("a file that was changed after it was applied stops everything", async () => {
  await migrate({ url, folder });
  await put("0001-first.sql", "create schema a; -- but otherwise");
  await put("0003-third.sql", "create table a.three (n int);");
  await expect(migrate({ url, folder })).rejects.toThrow("0001-first.sql was changed");
  expect(await tables()).toEqual(["one", "two"]);
});

test("a database that is ahead of the code is refused", async () => {
  await migrate({ url, folder });
  await rm(path.join(folder, "0002-second.sql"));
  await expect(migrate({ url, folder })).rejects.toThrow("newer than this program");
});

test("a file that would slip in before an applied one is refused", async () => {
  await rename(path.join(folder, "0002-second.sql"), path.join(folder, "0005-second.sql"));
  await migrate({ url, folder });
  await put("0003-third.sql", "create table a.three (n int);");
  await expect(migrate({ url, folder })).rejects.toThrow("comes too late");
});

test.each([
  ["0002-twin.sql", "same number"],
  ["2-second.sql", "NNNN-name.sql"],
])("a file named %s is refused", async (file, reason) => {
  await put(file, "select 1;");
  await expect(migrate({ url, folder })).rejects.toThrow(reason);
});

test("a file that fails leaves nothing of itself, and can be mended", async () => {
  await put("0003-third.sql", "create table a.three (n int); select 1 / 0;");
  await expect(migrate({ url, folder })).rejects.toThrow("0003-third.sql: division by zero");
  expect(await tables()).toEqual(["one", "two"]);
  await put("0003-third.sql", "create table a.three (n int);");
  expect(await migrate({ url, folder })).toEqual(["0003-third.sql"]);
});

test("the cluster's files wait for the extension", async () => {
  await mkdir(path.join(folder, "citus"));
  await put("citus/0001-first.sql", "select create_distributed_table('a.one', 'n');");
  expect(await migrate({ url, folder })).toEqual(["0001-first.sql", "0002-second.sql"]);
});
