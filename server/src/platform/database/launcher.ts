import type { ChildProcess } from "node:child_process";
import { randomBytes } from "node:crypto";
import { once } from "node:events";
import { chmod, chown, lstat, mkdir, open, readFile, readdir, realpath, rename, rm } from "node:fs/promises";
import { createServer } from "node:net";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";
import { lockFolder } from "./folder-lock.ts";
import { sqlState } from "./pool.ts";
import { endOrphan, endPostmaster, isReady, sendSignal } from "./postmaster.ts";
import { chooseRunAs, nobodyId, start, type RunAs } from "./run-as.ts";
import { findServerBinaries, type ServerBinaries } from "./server-binaries.ts";

export interface EmbeddedOptions {
  /** Made when absent; holds the cluster, its password (0600) and the server's log of this run. One server a folder. */
  readonly folder: string;
  /** Settings over the shipped ones, e.g. `{ fsync: "off" }` in tests. */
  readonly settings?: Readonly<Record<string, string>>;
}

export interface EmbeddedServer {
  /** Names a superuser and the database `xinheng`; holds the password. Valid until `stop`, restarts included. */
  readonly url: string;
  /** The server's process. */
  pid(): number;
  /** Rejects when the server ended by itself and could not be started again; else stays pending. */
  readonly failed: Promise<never>;
  stop(): Promise<void>;
}

interface Site {
  readonly binaries: ServerBinaries;
  readonly folder: string;
  readonly cluster: string;
  readonly password: string;
  readonly runAs: RunAs;
  readonly settings: Readonly<Record<string, string>>;
}

const user = "xinheng";
const startAttempts = 8;
const startTimeoutMs = 120_000;
const restartsMax = 5;

/** For two cores beside the platform itself. Durability settings are the server's safe defaults, said aloud. */
const shipped: Readonly<Record<string, string>> = {
  listen_addresses: "127.0.0.1",
  unix_socket_directories: "",
  shared_buffers: "256MB",
  max_connections: "60",
  fsync: "on",
  synchronous_commit: "on",
  full_page_writes: "on",
  max_wal_size: "2GB",
  checkpoint_timeout: "15min",
  jit: "off",
  timezone: "UTC",
  log_timezone: "UTC",
  // Failing statements carry values, and values can be personal data: the log tells of the server only.
  log_min_messages: "log",
  log_min_error_statement: "panic",
  log_error_verbosity: "terse",
};

/**
 * Starts the PostgreSQL of the npm package over `folder` and waits until it answers. A server that a killed launcher left
 * behind is ended first; one that dies later is started again on the same port. Throws when the folder is in use.
 */
export async function startEmbedded(options: EmbeddedOptions): Promise<EmbeddedServer> {
  await mkdir(options.folder, { recursive: true });
  const folder = await realpath(options.folder);
  const release = await lockFolder(folder);
  try {
    const site = await prepare(folder, options.settings ?? {});
    const { port, child } = await launchOnFreePort(site);
    await ensureDatabase(site, port);
    return supervise({ site, port, first: child, release });
  } catch (error) {
    await release();
    throw error;
  }
}

async function prepare(folder: string, settings: Readonly<Record<string, string>>): Promise<Site> {
  // Whoever runs the server passes through; only the cluster inside is theirs, and nobody may list the folder.
  await chmod(folder, 0o711);
  const binaries = await findServerBinaries();
  const cluster = path.join(folder, "cluster");
  await endOrphan(cluster);
  const runAs = await chooseRunAs(binaries.postgres, folder);
  const site: Site = {
    binaries,
    folder,
    cluster,
    password: await readPassword(path.join(folder, "password")),
    runAs,
    settings: { ...shipped, ...settings },
  };
  if (await exists(cluster)) await giveTo(cluster, runAs);
  else await initialise(site);
  return site;
}

async function readPassword(file: string): Promise<string> {
  if (!(await exists(file))) {
    await writeNew(`${file}.new`, randomBytes(24).toString("hex"));
    await rename(`${file}.new`, file);
  }
  return readFile(file, "utf8");
}

async function exists(file: string): Promise<boolean> {
  return lstat(file).then(
    () => true,
    (error: NodeJS.ErrnoException) => {
      if (error.code === "ENOENT") return false;
      throw error;
    },
  );
}

async function writeNew(file: string, content: string): Promise<void> {
  await rm(file, { force: true });
  const handle = await open(file, "wx", 0o600);
  try {
    await handle.writeFile(content);
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** Makes the cluster beside its place and moves it there whole: an interrupted first run leaves nothing half made. */
async function initialise(site: Site): Promise<void> {
  const made = `${site.cluster}.new`;
  const passwordFile = path.join(site.folder, "password.initdb");
  await rm(made, { recursive: true, force: true });
  await mkdir(made, { mode: 0o700 });
  await writeNew(passwordFile, site.password);
  await giveTo(made, site.runAs);
  await giveTo(passwordFile, site.runAs);
  const args = [
    "-D",
    made,
    "-U",
    user,
    "--locale=C.UTF-8",
    "--encoding=UTF8",
    "--auth=scram-sha-256",
    `--pwfile=${passwordFile}`,
  ];
  const child = start({ file: site.binaries.initdb, args, runAs: site.runAs, stdio: ["ignore", "pipe", "pipe"] });
  let output = "";
  child.stdout?.on("data", (chunk: Buffer) => (output += chunk.toString()));
  child.stderr?.on("data", (chunk: Buffer) => (output += chunk.toString()));
  await once(child, "close");
  await rm(passwordFile);
  if (child.exitCode !== 0) throw new Error(`initdb failed: ${output.slice(-2000)}`);
  await rename(made, site.cluster);
}

/** Hands a tree to whoever runs the server; a changed parent folder can have changed who that is. */
async function giveTo(root: string, runAs: RunAs): Promise<void> {
  if (runAs === "self") return;
  const owner = runAs === "nobody" ? nobodyId : 0;
  const { uid } = await lstat(root);
  if (uid === owner) return;
  const below = await readdir(root, { recursive: true }).catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOTDIR") return [];
    throw error;
  });
  for (const entry of below) await chown(path.join(root, entry), owner, owner);
  // Last, so that an interrupted hand-over is seen and done again.
  await chown(root, owner, owner);
}

async function launchOnFreePort(site: Site): Promise<{ readonly port: number; readonly child: ChildProcess }> {
  for (let attempt = 1; ; attempt += 1) {
    const port = await freePort();
    try {
      return { port, child: await launch(site, port) };
    } catch (error) {
      // The port was taken in between, or backends of a killed server have not noticed its death yet.
      if (attempt >= startAttempts) throw error;
      await sleep(250 * attempt);
    }
  }
}

async function freePort(): Promise<number> {
  const server = createServer();
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  if (address === null || typeof address === "string") throw new Error("no free port");
  return address.port;
}

/** One start, resolved when the server takes connections; throws with the end of its log when it ends before that. */
async function launch(site: Site, port: number): Promise<ChildProcess> {
  const settings = Object.entries({ ...site.settings, port: String(port) });
  const args = ["-D", site.cluster, ...settings.flatMap(([name, value]) => ["-c", `${name}=${value}`])];
  const logFile = path.join(site.folder, "server.log");
  const log = await open(logFile, "w", 0o600);
  const child = start({ file: site.binaries.postgres, args, runAs: site.runAs, stdio: ["ignore", log.fd, log.fd] });
  await log.close();
  let spawnError: Error | undefined;
  child.once("error", (error) => (spawnError = error));
  for (let waited = 0; waited < startTimeoutMs && !hasEnded(child) && spawnError === undefined; waited += 20) {
    if (await isReady(site.cluster, child.pid)) return child;
    await sleep(20);
  }
  if (child.pid !== undefined && !hasEnded(child)) await endPostmaster(child.pid, () => !hasEnded(child));
  const said = await readFile(logFile, "utf8");
  throw new Error(`PostgreSQL did not start: ${said.slice(-2000)}`, { cause: spawnError });
}

function hasEnded(child: ChildProcess): boolean {
  return child.exitCode !== null || child.signalCode !== null;
}

function urlOf(site: Site, port: number, database: string): string {
  return `postgres://${user}:${site.password}@127.0.0.1:${port}/${database}`;
}

async function ensureDatabase(site: Site, port: number): Promise<void> {
  const client = new pg.Client({ connectionString: urlOf(site, port, "postgres") });
  await client.connect();
  try {
    await client.query("create database xinheng").catch((error: unknown) => {
      if (sqlState(error) !== "42P04") throw error;
    });
  } finally {
    await client.end();
  }
}

interface Supervised {
  readonly site: Site;
  readonly port: number;
  readonly first: ChildProcess;
  readonly release: () => Promise<void>;
}

/** Running → (ends by itself) restarting → running, at most `restartsMax` times; → stopping → stopped from anywhere. */
function supervise({ site, port, first, release }: Supervised): EmbeddedServer {
  let child = first;
  let stopping = false;
  let restarts = 0;
  let restarting: Promise<void> = Promise.resolve();
  const { promise: failed, reject } = Promise.withResolvers<never>();
  // Whoever listens is told; where nobody does, the next query fails anyway.
  failed.catch(() => undefined);

  // A process that ends without `stop` takes its server along, gently.
  const onExit = (): void => {
    if (child.pid !== undefined && !hasEnded(child)) sendSignal(child.pid, "SIGINT");
  };
  const restart = async (): Promise<void> => {
    restarts += 1;
    if (restarts > restartsMax) throw new Error(`PostgreSQL ended ${restarts} times`);
    // Its backends need a moment to see that they are alone; until then the memory is taken.
    for (let attempt = 1; ; attempt += 1) {
      await sleep(200 * attempt);
      if (stopping) return;
      try {
        child = await launch(site, port);
        watch();
        return;
      } catch (error) {
        if (attempt >= startAttempts) throw error;
      }
    }
  };
  const watch = (): void => {
    child.unref();
    child.once("exit", () => {
      if (!stopping) restarting = restart().catch(reject);
    });
    if (hasEnded(child) && !stopping) restarting = restart().catch(reject);
  };
  process.once("exit", onExit);
  watch();

  return {
    url: urlOf(site, port, user),
    pid: () => child.pid ?? 0,
    failed,
    stop: async () => {
      stopping = true;
      await restarting;
      process.off("exit", onExit);
      if (child.pid !== undefined && !hasEnded(child)) await endPostmaster(child.pid, () => !hasEnded(child));
      await release();
    },
  };
}
