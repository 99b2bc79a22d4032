import { spawn, spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { chmod, chown, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { createConnection } from "mysql2/promise";
import type { Connection } from "mysql2/promise";

/** A MariaDB on loopback with one database, for tests only. */
export interface TestMariadb {
  readonly port: number;
  readonly user: string;
  readonly password: string;
  readonly database: string;
  readonly client: Connection;
  /** The server's own certificate, for `localhost`; null unless TLS was asked for. */
  readonly ca: string | null;
  stop(): Promise<void>;
}

const server = "/usr/sbin/mariadbd";
const install = "/usr/bin/mariadb-install-db";
const nobody = 65_534;

/** Whether the machine has a MariaDB server to test with. */
export function hasMariadb(): boolean {
  return existsSync(server) && existsSync(install);
}

export function hasOpenssl(): boolean {
  return spawnSync("openssl", ["version"], { stdio: "ignore" }).status === 0;
}

/** Settings for a certificate that signs itself. */
async function certify(folder: string): Promise<string[]> {
  const [key, cert] = [path.join(folder, "key.pem"), path.join(folder, "cert.pem")];
  spawnSync(
    "openssl",
    [
      "req",
      "-x509",
      "-newkey",
      "rsa:2048",
      "-nodes",
      "-days",
      "3650",
      "-subj",
      "/CN=localhost",
      "-addext",
      "subjectAltName=DNS:localhost",
      "-keyout",
      key,
      "-out",
      cert,
    ],
    { stdio: "ignore" },
  );
  await chmod(key, 0o644);
  return [`--ssl-key=${key}`, `--ssl-cert=${cert}`];
}

async function freePort(): Promise<number> {
  const probe = createServer();
  await new Promise<void>((resolve) => probe.listen(0, "127.0.0.1", resolve));
  const address = probe.address();
  await new Promise<void>((resolve) => void probe.close(() => resolve()));
  if (address === null || typeof address === "string") throw new Error("no port");
  return address.port;
}

async function connectWhenReady(port: number): Promise<Connection> {
  for (let tries = 0; ; tries += 1) {
    try {
      return await createConnection({
        host: "127.0.0.1",
        port,
        user: "pull",
        password: "p-pull",
        database: "exchange",
        multipleStatements: true,
      });
    } catch (error) {
      if (tries > 150) throw error;
      await pause(200);
    }
  }
}

/** Starts a server as an unprivileged user over a temporary folder. */
export async function startMariadb(options: { readonly tls?: boolean } = {}): Promise<TestMariadb> {
  const folder = await mkdtemp(path.join(tmpdir(), "xinheng-mariadb-"));
  const who = process.getuid?.() === 0 ? { uid: nobody, gid: nobody } : {};
  if (process.getuid?.() === 0) await chown(folder, nobody, nobody);
  await chmod(folder, 0o755);
  const datadir = path.join(folder, "db");
  const env = { PATH: "/usr/sbin:/usr/bin:/bin", LC_ALL: "C.UTF-8" };
  const made = spawnSync(install, ["--no-defaults", `--datadir=${datadir}`, "--skip-test-db", "--skip-name-resolve"], {
    ...who,
    env,
    cwd: "/",
    stdio: "ignore",
  });
  if (made.status !== 0) throw new Error(`mariadb-install-db ended with ${made.status}`);
  const init = path.join(folder, "init.sql");
  await writeFile(
    init,
    "create database exchange character set utf8mb4;\ncreate user 'pull'@'%' identified by 'p-pull';\ngrant all on *.* to 'pull'@'%';\n",
  );
  await chmod(init, 0o644);
  const port = await freePort();
  const tls = options.tls === true ? await certify(folder) : [];
  const ca = options.tls === true ? await readFile(path.join(folder, "cert.pem"), "utf8") : null;
  const settings = [
    "--no-defaults",
    `--datadir=${datadir}`,
    `--socket=${path.join(folder, "s")}`,
    `--port=${port}`,
    "--bind-address=127.0.0.1",
    `--init-file=${init}`,
    "--innodb-buffer-pool-size=32M",
    "--innodb-flush-log-at-trx-commit=0",
    "--skip-name-resolve",
    `--pid-file=${path.join(folder, "pid")}`,
    ...tls,
  ];
  const child = spawn(server, settings, { ...who, env, cwd: "/", stdio: "ignore" });
  const ended = new Promise<void>((resolve) => void child.once("exit", () => resolve()));
  try {
    const client = await connectWhenReady(port);
    return {
      port,
      user: "pull",
      password: "p-pull",
      database: "exchange",
      client,
      ca,
      stop: async () => {
        client.destroy();
        child.kill("SIGTERM");
        await ended;
        await rm(folder, { recursive: true, force: true });
      },
    };
  } catch (error) {
    child.kill("SIGKILL");
    await rm(folder, { recursive: true, force: true });
    throw error;
  }
}
