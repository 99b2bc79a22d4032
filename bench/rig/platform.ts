// The platform as a process of its own, started as `npm start` starts it.
import { mkdir, open, readFile, rm } from "node:fs/promises";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { AUTHORITY_CODE } from "../generated.ts";
import { WORDS } from "../text.ts";
import { endChild, runChild, startChild } from "./children.ts";
import { freePort } from "./server.ts";
import { repository, workFolder } from "./settings.ts";

export interface PlatformWish {
  /** Names the folder of keys, spool and log below `work`; the same again continues it. */
  readonly name: string;
  readonly databaseUrl: string;
  readonly clock: string;
  /** Folder for a CPU profile of this process. */
  readonly profile: string | null;
}

export interface Platform {
  readonly port: number;
  readonly pid: number;
  /** Bearer token of a clerk of the department that sends. */
  readonly token: string;
  readonly logFile: string;
  readonly stop: () => Promise<void>;
}

const readyMs = 120_000;
const graceMs = 60_000;

function environment(wish: PlatformWish, port: number): NodeJS.ProcessEnv {
  return {
    ...process.env,
    DATABASE_URL: wish.databaseUrl,
    XINHENG_DATA: folderOf(wish.name),
    XINHENG_CLOCK: wish.clock,
    XINHENG_DEMO: "0",
    XINHENG_PUBLIC_URL: "http://localhost",
    PORT: String(port),
  };
}

function folderOf(name: string): string {
  return path.join(workFolder, name);
}

/** The arguments behind `node` in the script `start`. */
async function startArguments(): Promise<readonly string[]> {
  const { scripts } = JSON.parse(await readFile(path.join(repository, "package.json"), "utf8")) as {
    scripts: Record<string, string>;
  };
  const [command, ...args] = (scripts["start"] ?? "").replace(/^exec /, "").split(" ");
  if (command !== "node") throw new Error("the script `start` is expected to run node");
  return args;
}

/** An account of the department, made by the product's own command on an instance that lives as long as the figure. */
async function makeToken(env: NodeJS.ProcessEnv): Promise<string> {
  const wish = [
    "--login",
    `bench-${Date.now()}`,
    "--role",
    "clerk",
    "--organisation",
    AUTHORITY_CODE,
    "--name",
    WORDS.authority,
  ];
  const output = await runChild(process.execPath, ["server/src/main/token.ts", ...wish], { cwd: repository, env });
  const { token } = JSON.parse(output.trim().split("\n").at(-1) ?? "") as { token: string };
  return token;
}

async function untilReady(port: number, ended: () => boolean): Promise<void> {
  for (let waited = 0; waited < readyMs && !ended(); waited += 100) {
    const ready = await fetch(`http://127.0.0.1:${port}/healthz`).then(
      ({ ok }) => ok,
      () => false,
    );
    if (ready) return;
    await sleep(100);
  }
  throw new Error("the platform did not become ready: see its log in bench/work");
}

/** Starts the platform over a database and waits until it answers. */
export async function startPlatform(wish: PlatformWish): Promise<Platform> {
  const folder = folderOf(wish.name);
  await mkdir(folder, { recursive: true });
  const port = await freePort();
  const env = environment(wish, port);
  const token = await makeToken(env);
  const logFile = path.join(folder, "platform.log");
  const log = await open(logFile, "w");
  const profiling =
    wish.profile === null
      ? []
      : ["--cpu-prof", `--cpu-prof-dir=${wish.profile}`, `--cpu-prof-name=${wish.name}.cpuprofile`];
  const args = [...profiling, ...(await startArguments())];
  const child = startChild(process.execPath, args, { cwd: repository, env, stdio: ["ignore", log.fd, log.fd] });
  await log.close();
  await untilReady(port, () => child.exitCode !== null);
  return { port, pid: child.pid ?? 0, token, logFile, stop: () => endChild(child, "SIGTERM", graceMs) };
}

/** Removes keys, spool and log of a platform that has ended. */
export async function forgetPlatform(name: string): Promise<void> {
  await rm(folderOf(name), { recursive: true, force: true });
}
