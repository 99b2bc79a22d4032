import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { chmod, mkdir, mkdtemp, readFile, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { checkServer } from "./check-server.ts";
import { startEmbedded, type EmbeddedServer } from "./launcher.ts";
import { openDatabase, statement, type Database } from "./pool.ts";
import { administer, withDatabase } from "./test-cluster.ts";

const settings = { shared_buffers: "16MB", max_connections: "20" };
const make = statement("launch.make", "create table kept (n int)");
const add = statement("launch.add", "insert into kept values ($1)");
const sum = statement("launch.sum", "select count(*) as n from kept");

let root: string;
let folder: string;
const running: EmbeddedServer[] = [];

beforeEach(async () => {
  root = await mkdtemp(path.join(tmpdir(), "xinheng-launcher-"));
  await chmod(root, 0o755);
  folder = path.join(root, "postgres");
});

afterEach(async () => {
  for (const server of running.splice(0)) await server.stop();
  await rm(root, { recursive: true, force: true });
});

async function launch(): Promise<EmbeddedServer> {
  const server = await startEmbedded({ folder, settings });
  running.push(server);
  return server;
}

async function withServer<T>(url: string, work: (database: Database) => Promise<T>): Promise<T> {
  const database = await openDatabase({ url, poolMax: 2 });
  try {
    return await work(database);
  } finally {
    await database.close();
  }
}

async function countKept(url: string): Promise<number | undefined> {
  return withServer(url, async (database) => (await database.read((tx) => tx.rows<{ n: number }>(sum)))[0]?.n);
}

async function makeKept(url: string): Promise<void> {
  await withServer(url, async (database) => {
    await database.write((tx) => tx.run(make));
    await database.write((tx) => tx.run(add, [1]));
  });
}

function isAlive(pid: number): Promise<boolean> {
  // A process that has ended but was not waited for has an empty command line.
  return readFile(`/proc/${pid}/cmdline`, "utf8").then(
    (line) => line !== "",
    () => false,
  );
}

/** The launcher in a process of its own, for killing. */
async function launchElsewhere(): Promise<{
  readonly child: ChildProcess;
  readonly url: string;
  readonly pid: number;
}> {
  const script = path.join(root, "launch.ts");
  const launcher = new URL("launcher.ts", import.meta.url).href;
  await writeFile(
    script,
    `import { startEmbedded } from ${JSON.stringify(launcher)};
     const server = await startEmbedded(${JSON.stringify({ folder, settings })});
     process.stdout.write(JSON.stringify({ url: server.url, pid: server.pid() }) + "\\n");
     setInterval(() => undefined, 1000);`,
  );
  const child = spawn(process.execPath, [script], { stdio: ["ignore", "pipe", "inherit"] });
  const [line] = (await once(child.stdout, "data")) as [Buffer];
  return { child, ...(JSON.parse(line.toString()) as { url: string; pid: number }) };
}

describe("the launcher", () => {
  test("keeps the data over a stop and shows its files to nobody else", async () => {
    const first = await launch();
    await makeKept(first.url);
    await expect(startEmbedded({ folder })).rejects.toThrow("in use");
    await first.stop();
    const again = await launch();
    expect(await countKept(again.url)).toBe(1);
    expect((await stat(path.join(folder, "password"))).mode & 0o777).toBe(0o600);
    expect((await stat(path.join(folder, "server.log"))).mode & 0o777).toBe(0o600);
    expect((await stat(path.join(folder, "cluster"))).mode & 0o777).toBe(0o700);
    expect((await stat(folder)).mode & 0o777).toBe(0o711);
  });

  test("asks for the password and listens on loopback only", async () => {
    const { url } = await launch();
    await expect(openDatabase({ url: url.replace(/:[0-9a-f]+@/, ":wrong@") })).rejects.toThrow("password");
    const shown = statement(
      "launch.shown",
      `select current_setting('listen_addresses') as at, current_setting('unix_socket_directories') as socket,
              current_setting('fsync') as fsync, current_setting('jit') as jit`,
    );
    const [row] = await withServer(url, (database) => database.read((tx) => tx.rows(shown)));
    expect(row).toEqual({ at: "127.0.0.1", socket: "", fsync: "on", jit: "off" });
  });

  test("starts a server that was killed again, where it was, with what it had acknowledged", async () => {
    const server = await launch();
    await makeKept(server.url);
    const database = await openDatabase({ url: server.url, poolMax: 2 });
    const killed = server.pid();
    process.kill(killed, "SIGKILL");
    const deadline = Date.now() + 30_000;
    let seen: number | undefined;
    while (seen === undefined && Date.now() < deadline) {
      await sleep(100);
      seen = await database
        .read((tx) => tx.rows<{ n: number }>(sum))
        .then(
          (rows) => rows[0]?.n,
          () => undefined,
        );
    }
    expect(seen).toBe(1);
    expect(server.pid()).not.toBe(killed);
    await database.close();
  });

  test("ends the server that a killed launcher left behind, and starts its own", async () => {
    const orphaned = await launchElsewhere();
    await makeKept(orphaned.url);
    orphaned.child.kill("SIGKILL");
    await once(orphaned.child, "exit");
    expect(await isAlive(orphaned.pid)).toBe(true);
    const server = await launch();
    expect(await isAlive(orphaned.pid)).toBe(false);
    expect(await countKept(server.url)).toBe(1);
  });

  test("leaves a stranger alone whose number stands in an old pid file", async () => {
    await (await launch()).stop();
    const stranger = spawn("sleep", ["60"], { stdio: "ignore" });
    await writeFile(path.join(folder, "cluster/postmaster.pid"), `${stranger.pid}\n${folder}/cluster\n`);
    await launch();
    expect(stranger.exitCode ?? stranger.signalCode).toBeNull();
    stranger.kill();
  });

  test.runIf(process.getuid?.() === 0)("as root works below a closed folder, and again once it is open", async () => {
    await chmod(root, 0o700);
    folder = path.join(root, "closed/postgres");
    await mkdir(path.dirname(folder));
    const closed = await launch();
    await makeKept(closed.url);
    expect((await stat(path.join(folder, "cluster"))).uid).toBe(0);
    await closed.stop();
    await chmod(root, 0o755);
    const opened = await launch();
    expect((await stat(path.join(folder, "cluster/base"))).uid).toBe(65_534);
    expect(await countKept(opened.url)).toBe(1);
    await opened.stop();
    await chmod(root, 0o700);
    expect(await countKept((await launch()).url)).toBe(1);
  });
});

describe("a server's fitness", () => {
  test("a cluster of ours is fit; a database with plain C letters or another encoding is not", async () => {
    const { url } = await launch();
    expect(await withServer(url, checkServer)).toMatchObject({ ok: true, value: { encoding: "UTF8" } });
    await administer(url, "create database plain template template0 locale 'C' encoding 'UTF8'");
    expect(await withServer(withDatabase(url, "plain"), checkServer)).toMatchObject({
      ok: false,
      refusal: { code: "database.character-type", kind: "unavailable" },
    });
    await administer(url, "create database latin template template0 locale 'C' encoding 'LATIN1'");
    expect(await withServer(withDatabase(url, "latin"), checkServer)).toMatchObject({
      ok: false,
      refusal: { code: "database.encoding" },
    });
  });
});
