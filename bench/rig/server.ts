// The PostgreSQL under measurement: a given one, a private one of the distribution, or the embedded one.
import { randomBytes } from "node:crypto";
import { existsSync } from "node:fs";
import { chmod, chown, mkdir, open, readdir, rm, writeFile } from "node:fs/promises";
import { createServer } from "node:net";
import { once } from "node:events";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";
import { startEmbedded } from "../../server/src/platform/database/launcher.ts";
import { endChild, runChild, startChild } from "./children.ts";
import { workFolder } from "./settings.ts";
import type { Settings } from "./settings.ts";

export interface PgServer {
  readonly kind: "given" | "private" | "embedded";
  /** Its postmaster on this machine; null where it runs elsewhere. */
  readonly pid: number | null;
  readonly urlOf: (database: string) => string;
  readonly stop: () => Promise<void>;
}

const debianBinaries = "/usr/lib/postgresql";
const startMs = 60_000;
const superuser = "bench";
/** As an operator of a small machine would set it; everything about durability is on. */
const settings: Readonly<Record<string, string>> = {
  listen_addresses: "127.0.0.1",
  unix_socket_directories: "",
  shared_buffers: "512MB",
  max_wal_size: "4GB",
  checkpoint_timeout: "15min",
  fsync: "on",
  synchronous_commit: "on",
  full_page_writes: "on",
  jit: "off",
  timezone: "UTC",
};

function withDatabase(url: string, database: string): string {
  const changed = new URL(url);
  changed.pathname = `/${database}`;
  return changed.href;
}

/** A port that nobody listens on at this moment. */
export async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  server.close();
  if (address === null || typeof address === "string") throw new Error("no free port");
  return address.port;
}

async function newestBinaries(): Promise<string | null> {
  const versions = (await readdir(debianBinaries).catch(() => []))
    .filter((one) => Number(one) >= 15)
    .toSorted((a, b) => Number(b) - Number(a));
  const [newest] = versions;
  return newest === undefined ? null : path.join(debianBinaries, newest, "bin");
}

async function findBinaries(): Promise<string> {
  const found = await newestBinaries();
  if (found !== null) return found;
  const missing = "no PostgreSQL server: set DATABASE_URL, or install the package postgresql";
  if (process.getuid?.() !== 0 || !existsSync("/usr/bin/apt-get")) throw new Error(missing);
  console.log("installing the package postgresql …");
  const apt = ["/tmp/apt.lock", "apt-get", "install", "-y", "--no-install-recommends", "postgresql"];
  await runChild("flock", apt, { env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" } });
  const installed = await newestBinaries();
  if (installed === null) throw new Error(missing);
  return installed;
}

/** PostgreSQL refuses to run as root: then it runs as its package's own user. */
async function serverUser(): Promise<{ readonly uid?: number; readonly gid?: number }> {
  if (process.getuid?.() !== 0) return {};
  const [uid, gid] = await Promise.all(
    ["-u", "-g"].map(async (flag) => Number(await runChild("id", [flag, "postgres"]))),
  );
  return uid === undefined || gid === undefined ? {} : { uid, gid };
}

async function initialise(binaries: string, user: { uid?: number; gid?: number }, password: string): Promise<string> {
  const folder = path.join(workFolder, "cluster");
  const passwordFile = path.join(workFolder, "password");
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true, mode: 0o700 });
  await chmod(workFolder, 0o711);
  await writeFile(passwordFile, password, { mode: 0o600 });
  if (user.uid !== undefined && user.gid !== undefined) {
    await chown(folder, user.uid, user.gid);
    await chown(passwordFile, user.uid, user.gid);
  }
  const args = [
    "-D",
    folder,
    "-U",
    superuser,
    "--locale=C.UTF-8",
    "--encoding=UTF8",
    "--auth=scram-sha-256",
    `--pwfile=${passwordFile}`,
  ];
  await runChild(path.join(binaries, "initdb"), args, { ...user, cwd: "/" });
  await rm(passwordFile);
  return folder;
}

async function untilAnswering(url: string, ended: () => boolean): Promise<void> {
  for (let waited = 0; waited < startMs && !ended(); waited += 100) {
    const client = new pg.Client({ connectionString: url });
    client.on("error", () => undefined);
    const answered = await client.connect().then(
      () => true,
      () => false,
    );
    await client.end().catch(() => undefined);
    if (answered) return;
    await sleep(100);
  }
  throw new Error("the private PostgreSQL did not start: see bench/work/server.log");
}

async function startPrivate(): Promise<PgServer> {
  const binaries = await findBinaries();
  const user = await serverUser();
  const password = randomBytes(16).toString("hex");
  const folder = await initialise(binaries, user, password);
  const port = await freePort();
  const log = await open(path.join(workFolder, "server.log"), "w");
  const args = [
    "-D",
    folder,
    ...Object.entries({ ...settings, port: String(port) }).flatMap(([name, value]) => ["-c", `${name}=${value}`]),
  ];
  const child = startChild(path.join(binaries, "postgres"), args, {
    ...user,
    cwd: "/",
    stdio: ["ignore", log.fd, log.fd],
  });
  await log.close();
  const url = `postgres://${superuser}:${password}@127.0.0.1:${port}/postgres`;
  await untilAnswering(url, () => child.exitCode !== null);
  return {
    kind: "private",
    pid: child.pid ?? null,
    urlOf: (database) => withDatabase(url, database),
    stop: () => endChild(child, "SIGINT", startMs),
  };
}

async function startEmbeddedServer(): Promise<PgServer> {
  const server = await startEmbedded({ folder: path.join(workFolder, "embedded") });
  return {
    kind: "embedded",
    pid: server.pid(),
    urlOf: (database) => withDatabase(server.url, database),
    stop: () => server.stop(),
  };
}

/** Starts or finds the server that the settings ask for. */
export async function openServer({ databaseUrl, embedded }: Settings): Promise<PgServer> {
  await mkdir(workFolder, { recursive: true, mode: 0o711 });
  if (embedded) return startEmbeddedServer();
  if (databaseUrl === null) return startPrivate();
  return {
    kind: "given",
    pid: null,
    urlOf: (database) => withDatabase(databaseUrl, database),
    stop: () => Promise.resolve(),
  };
}

/** One connection for the time of `work`. */
export async function withClient<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url });
  client.on("error", () => undefined);
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

const adminDatabase = "postgres";

/** Makes an empty database, in place of one that an earlier run left. */
export async function createDatabase(server: PgServer, name: string): Promise<string> {
  await dropDatabase(server, name);
  await withClient(server.urlOf(adminDatabase), (client) =>
    client.query(`create database ${name} encoding 'UTF8' template template0`),
  );
  return server.urlOf(name);
}

export async function dropDatabase(server: PgServer, name: string): Promise<void> {
  await withClient(server.urlOf(adminDatabase), (client) =>
    client.query(`drop database if exists ${name} with (force)`),
  );
}

/** Writes out what earlier work left dirty, so that no side pays for another's pages. */
export async function settleDisk(server: PgServer): Promise<void> {
  await withClient(server.urlOf(adminDatabase), (client) => client.query("checkpoint"));
}

/** What the figures were measured on. */
export async function describeServer(server: PgServer): Promise<Readonly<Record<string, string>>> {
  const names = ["server_version", "shared_buffers", "fsync", "synchronous_commit", "full_page_writes", "max_wal_size"];
  const { rows } = await withClient(server.urlOf(adminDatabase), (client) =>
    client.query<{ name: string; value: string }>(
      "select name, current_setting(name) as value from unnest($1::text[]) as name",
      [names],
    ),
  );
  return { kind: server.kind, ...Object.fromEntries(rows.map(({ name, value }) => [name, value])) };
}
