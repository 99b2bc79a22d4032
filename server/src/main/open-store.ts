// The data folder and the database: the embedded server or the operator's own, brought up to this program's schema.
import { existsSync } from "node:fs";
import { mkdir } from "node:fs/promises";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { checkServer } from "../platform/database/check-server.ts";
import { startEmbedded } from "../platform/database/launcher.ts";
import { appRole, migrate } from "../platform/database/migrate.ts";
import { openDatabase } from "../platform/database/pool.ts";
import type { Database } from "../platform/database/pool.ts";
import type { Config } from "./config.ts";
import { required } from "./failure.ts";
import { STEPS } from "./text.ts";

export interface Store {
  readonly db: Database;
  /** Rejects when the embedded server was lost for good; never resolves. */
  readonly lost: Promise<never>;
  readonly close: () => Promise<void>;
}

/** Under whose rights the database is opened. */
type Rights = "server" | "owner";

export type Told = (step: string) => void;

const MIGRATIONS = fileURLToPath(new URL("../../migrations", import.meta.url));
/** PostgreSQL runs as another user and must be able to pass through; nobody else may list the folder. */
const PASSABLE = 0o711;

interface Server {
  readonly url: string;
  readonly lost: Promise<never>;
  readonly stop: () => Promise<void>;
}

async function findServer(config: Config): Promise<Server> {
  if (config.databaseUrl !== undefined) {
    return { url: config.databaseUrl, lost: new Promise<never>(() => undefined), stop: () => Promise.resolve() };
  }
  const embedded = await startEmbedded({ folder: path.join(config.dataFolder, "postgres") });
  return { url: embedded.url, lost: embedded.failed, stop: () => embedded.stop() };
}

async function openMigrated(url: string, told: Told, as: Rights): Promise<Database> {
  told(STEPS.migrate);
  await migrate({ url, folder: MIGRATIONS });
  const db = await openDatabase(as === "owner" ? { url } : { url, role: appRole });
  try {
    required(await checkServer(db));
    return db;
  } catch (error) {
    await db.close();
    throw error;
  }
}

/**
 * Makes the data folder, starts the database or finds it, and migrates it. `told` hears each step.
 * @param as `owner` for local commands that must do what the server may not.
 */
export async function openStore(config: Config, told: Told, as: Rights = "server"): Promise<Store> {
  told(STEPS.folder);
  if (!existsSync(config.dataFolder)) await mkdir(config.dataFolder, { recursive: true, mode: PASSABLE });
  told(STEPS.database);
  const server = await findServer(config);
  server.lost.catch(() => undefined);
  try {
    const db = await openMigrated(server.url, told, as);
    const close = async (): Promise<void> => {
      await db.close();
      await server.stop();
    };
    return { db, lost: server.lost, close };
  } catch (error) {
    await server.stop();
    throw error;
  }
}
