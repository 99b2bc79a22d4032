import { spawn } from "node:child_process";
import type { ChildProcess } from "node:child_process";
import { mkdtemp, readFile, readdir, rm } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { createAccount } from "../../src/foundation/accounts/index.ts";
import { statement } from "../../src/platform/database/pool.ts";
import { testDatabase } from "../../src/platform/database/test-database.ts";
import type { TestDatabase } from "../../src/platform/database/test-database.ts";

/** A whole platform in a process of its own, as an operator starts it: demo off, the clock stopped, an empty database. */
export interface Platform {
  readonly url: string;
  readonly port: number;
  readonly folder: string;
  readonly database: TestDatabase;
  /** Bearer token of a role of `demo-accounts.json`. */
  readonly token: (role: string) => string;
  /** Everything that the server wrote to standard output and error, in every life. */
  readonly log: () => string;
  /** Ends the process at once, as a power cut would. */
  readonly kill: () => Promise<void>;
  /** Starts it again over the same database and folder. */
  readonly start: () => Promise<void>;
  readonly close: () => Promise<void>;
}

const entry = fileURLToPath(new URL("../../src/main/start.ts", import.meta.url));
export const today = "2026-09-09";
const clock = `${today}T08:00:00+08:00;frozen`;
const readyMs = 90_000;

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => void server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  await new Promise((resolve) => void server.close(resolve));
  if (address === null || typeof address === "string") throw new Error("no port");
  return address.port;
}

export const pause = (ms: number): Promise<void> => new Promise((resolve) => void setTimeout(resolve, ms));

async function ready(url: string, child: ChildProcess, log: () => string): Promise<void> {
  const until = performance.now() + readyMs;
  let [asked, status] = [0, 0];
  while (performance.now() < until) {
    if (child.exitCode !== null) throw new Error(`the server ended: ${log().slice(-2000)}`);
    const health = await fetch(`${url}/healthz`, { signal: AbortSignal.timeout(10_000) }).catch(() => undefined);
    await health?.body?.cancel();
    asked += 1;
    status = health?.status ?? 0;
    if (status === 200) return;
    await pause(100);
  }
  throw new Error(`not ready when asked ${asked} times, at last ${status}: ${log().slice(-2000)}`);
}

async function ended(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = new Promise<void>((resolve) => void child.once("exit", () => resolve()));
  child.kill(signal);
  await gone;
}

/** @param listed origins to which it may send messages (`XINHENG_OUTGOING`). */
export async function openPlatform(listed: readonly string[] = []): Promise<Platform> {
  const database = await testDatabase();
  const folder = await mkdtemp(path.join(tmpdir(), "xinheng-journey-"));
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const pieces: Buffer[] = [];
  const log = (): string => Buffer.concat(pieces).toString("utf8");
  const env = {
    ...process.env,
    PORT: String(port),
    XINHENG_DATA: folder,
    DATABASE_URL: database.url,
    XINHENG_DEMO: "0",
    XINHENG_OUTGOING: listed.join(","),
    XINHENG_CLOCK: clock,
    XINHENG_REGION: "990100",
    XINHENG_PUBLIC_URL: `http://localhost:${port}`,
  };
  let child: ChildProcess;
  let tokens = new Map<string, string>();
  const begin = async (): Promise<void> => {
    child = spawn(process.execPath, [entry], { env, stdio: ["ignore", "pipe", "pipe"] });
    for (const stream of [child.stdout, child.stderr]) stream?.on("data", (piece: Buffer) => void pieces.push(piece));
    await ready(url, child, log).catch(async (error: unknown) => {
      await ended(child, "SIGKILL");
      throw error;
    });
    const accounts = JSON.parse(await readFile(path.join(folder, "demo-accounts.json"), "utf8")) as {
      role: string;
      token: string;
    }[];
    tokens = new Map(accounts.map((account) => [account.role, account.token]));
  };
  // A worker that is stopped in the middle of a test leaves no server behind.
  process.once("exit", () => child.kill("SIGKILL"));
  await begin();
  return {
    url,
    port,
    folder,
    database,
    log,
    start: begin,
    token: (role) => tokens.get(role) ?? "",
    kill: () => ended(child, "SIGKILL"),
    close: async () => {
      await ended(child, "SIGTERM");
      await database.drop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** Rows of a question to the whole database, under its owner. */
export function ask<R extends object>(
  platform: Platform,
  name: string,
  sql: string,
  values: readonly unknown[] = [],
): Promise<R[]> {
  return platform.database.admin.read((tx) => tx.rows<R>(statement(`journey.${name}`, sql), values));
}

export async function count(
  platform: Platform,
  name: string,
  sql: string,
  values: readonly unknown[] = [],
): Promise<number> {
  return (await ask<{ n: number }>(platform, name, sql, values))[0]?.n ?? -1;
}

/** The token of a new clerk of another unit. */
export async function clerkOf(
  platform: Platform,
  organisation: { readonly uscc: string; readonly name: string },
): Promise<string> {
  const login = `clerk-${organisation.uscc.toLowerCase()}`;
  const made = await createAccount(platform.database.db, {
    at: new Date(clock.slice(0, -";frozen".length)),
    by: null,
    login,
    role: "clerk",
    organisation,
  });
  if (!made.ok) throw new Error(made.refusal.code);
  return made.value.token;
}

/** Where a text stands though it must not: the server's words, its data folder, every column of every table. */
export async function placesOf(platform: Platform, planted: string): Promise<string[]> {
  const found: string[] = [];
  if (platform.log().includes(planted)) found.push("log");
  for (const file of await readdir(platform.folder, { recursive: true, withFileTypes: true })) {
    if (!file.isFile()) continue;
    const name = path.join(file.parentPath, file.name);
    if ((await readFile(name)).includes(planted)) found.push(path.relative(platform.folder, name));
  }
  const tables = await ask<{ name: string }>(
    platform,
    "tables",
    "select format('%I.%I', schemaname, tablename) as name from pg_tables where schemaname not in ('pg_catalog', 'information_schema') order by 1",
  );
  const hex = Buffer.from(planted, "utf8").toString("hex");
  for (const { name } of tables) {
    const [row] = await ask<{ n: number }>(
      platform,
      `in.${name}`.slice(0, 50),
      `select count(*)::int as n from ${name} t where strpos(t::text, $1) > 0 or strpos(t::text, $2) > 0`,
      [planted, hex],
    );
    if (row !== undefined && row.n > 0) found.push(`${name} (${row.n})`);
  }
  return found;
}
