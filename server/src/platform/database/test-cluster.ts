import { randomBytes } from "node:crypto";
import { mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import pg from "pg";
import { startEmbedded } from "./launcher.ts";
import { migrate } from "./migrate.ts";

/** A server for tests with one migrated template, from which each test file clones its own database. */
export interface TestCluster {
  /** Names the template; its login may create and drop databases. */
  readonly templateUrl: string;
  stop(): Promise<void>;
}

const migrations = fileURLToPath(new URL("../../../migrations", import.meta.url));

/** Uses the server of DATABASE_URL_TEST, else starts one in a temporary folder without waiting for the disk. */
export async function startTestCluster(): Promise<TestCluster> {
  const server = await findServer();
  const template = `xinheng_template_${randomBytes(6).toString("hex")}`;
  try {
    await administer(server.url, `create database ${template} encoding 'UTF8' template template0`);
    const templateUrl = withDatabase(server.url, template);
    const files = await readdir(migrations).catch(() => []);
    if (files.length > 0) await migrate({ url: templateUrl, folder: migrations });
    return {
      templateUrl,
      stop: async () => {
        await administer(server.url, `drop database ${template} with (force)`);
        await server.stop();
      },
    };
  } catch (error) {
    await server.stop();
    throw error;
  }
}

async function findServer(): Promise<{ readonly url: string; stop(): Promise<void> }> {
  const given = process.env["DATABASE_URL_TEST"];
  if (given !== undefined && given !== "") return { url: given, stop: () => Promise.resolve() };
  const folder = await mkdtemp(path.join(tmpdir(), "xinheng-test-"));
  const clear = (): Promise<void> => rm(folder, { recursive: true, force: true });
  const server = await startEmbedded({
    folder,
    settings: {
      fsync: "off",
      synchronous_commit: "off",
      full_page_writes: "off",
      shared_buffers: "128MB",
      max_connections: "150",
    },
  }).catch(async (error: unknown) => {
    await clear();
    throw error;
  });
  return {
    url: server.url,
    stop: async () => {
      await server.stop();
      await clear();
    },
  };
}

/** The same server and login, another database. */
export function withDatabase(url: string, database: string): string {
  const changed = new URL(url);
  changed.pathname = `/${database}`;
  return changed.href;
}

/** Runs one administrative statement, such as `create database`, outside any transaction. */
export async function administer(url: string, sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: withDatabase(url, "postgres") });
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
}
