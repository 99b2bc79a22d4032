import { readFile, readdir, readlink, rm } from "node:fs/promises";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";

const pollMs = 25;
/** Fast shutdown writes what is dirty; on a slow disk that takes a while. */
const fastShutdownMs = 60_000;
const immediateShutdownMs = 10_000;

/** True once server `pid` over `cluster` has written that it takes connections; a killed one's file may still say so. */
export async function isReady(cluster: string, pid: number | undefined): Promise<boolean> {
  const lines = await readPidFile(cluster);
  return lines[0]?.trim() === String(pid) && lines[7]?.trim() === "ready";
}

/**
 * Ends the server that a killed launcher left running over `cluster`, if there is one. A process is only touched when its
 * own command line says that it is postgres over this very folder: the number may have been given to another since.
 */
export async function endOrphan(cluster: string): Promise<void> {
  const pid = Number((await readPidFile(cluster))[0]);
  if (!Number.isSafeInteger(pid) || pid <= 0) return;
  if (await isPostmaster(pid, cluster)) await endPostmaster(pid, () => isPostmaster(pid, cluster));
  else await removeStalePidFile(cluster);
}

/**
 * After a restart of the machine or container the number often belongs to somebody else, and postgres would refuse to
 * start for ever. The file goes only when no process works in the cluster: backends may outlive their postmaster.
 */
async function removeStalePidFile(cluster: string): Promise<void> {
  const pids = (await readdir("/proc")).filter((entry) => /^\d+$/.test(entry));
  // What we may not look at is another user's, and so not ours.
  const folders = await Promise.all(pids.map((pid) => readlink(`/proc/${pid}/cwd`).catch(() => "")));
  if (!folders.includes(cluster)) await rm(path.join(cluster, "postmaster.pid"), { force: true });
}

/** Asks a server to end: at once for its clients, then without ceremony. Throws when it outlives both. */
export async function endPostmaster(pid: number, isAlive: () => boolean | Promise<boolean>): Promise<void> {
  const steps = [
    ["SIGINT", fastShutdownMs],
    ["SIGQUIT", immediateShutdownMs],
  ] as const;
  for (const [signal, waitMs] of steps) {
    sendSignal(pid, signal);
    for (let waited = 0; waited < waitMs; waited += pollMs) {
      if (!(await isAlive())) return;
      await sleep(pollMs);
    }
  }
  throw new Error(`postgres ${pid} does not end`);
}

/** Sends a signal; a process that is gone already is no error. */
export function sendSignal(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal);
  } catch (error) {
    if (!(error instanceof Error && "code" in error && error.code === "ESRCH")) throw error;
  }
}

async function isPostmaster(pid: number, cluster: string): Promise<boolean> {
  const args = (await readOrEmpty(`/proc/${pid}/cmdline`)).split("\0");
  const folder = args[args.indexOf("-D") + 1];
  return path.basename(args[0] ?? "") === "postgres" && args.includes("-D") && folder === cluster;
}

async function readPidFile(cluster: string): Promise<readonly string[]> {
  return (await readOrEmpty(path.join(cluster, "postmaster.pid"))).split("\n");
}

async function readOrEmpty(file: string): Promise<string> {
  return readFile(file, "utf8").catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT" || error.code === "ESRCH") return "";
    throw error;
  });
}
