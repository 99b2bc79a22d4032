// Processor time and memory of other processes, as Linux counts them. Elsewhere the answers are null.
import { readFile } from "node:fs/promises";

const ticksPerSecond = 100;

interface Times {
  readonly own: number;
  readonly reaped: number;
}

async function timesOf(pid: number): Promise<Times | null> {
  const text = await readFile(`/proc/${pid}/stat`, "utf8").catch(() => null);
  if (text === null) return null;
  // The name in brackets may hold spaces; what follows begins with the third field.
  const fields = text.slice(text.lastIndexOf(")") + 2).split(" ");
  const at = (field: number): number => Number(fields[field - 3] ?? 0) / ticksPerSecond;
  return { own: at(14) + at(15), reaped: at(16) + at(17) };
}

/** CPU seconds of a process itself. */
export async function cpuOf(pid: number): Promise<number | null> {
  return (await timesOf(pid))?.own ?? null;
}

const readingsMax = 50;

/** CPU seconds of a process with its children, those that have ended included: a PostgreSQL with all its backends. */
export async function cpuOfFamily(pid: number): Promise<number | null> {
  for (let reading = 0; reading < readingsMax; reading += 1) {
    const before = await timesOf(pid);
    const list = await readFile(`/proc/${pid}/task/${pid}/children`, "utf8").catch(() => null);
    if (before === null || list === null) return null;
    const children = await Promise.all(
      list
        .split(" ")
        .filter(Boolean)
        .map((child) => timesOf(Number(child))),
    );
    const after = await timesOf(pid);
    // A child that ended meanwhile was counted twice or not at all.
    const settled = after?.reaped === before.reaped && children.every((child) => child !== null);
    if (settled) return children.reduce((sum, child) => sum + (child?.own ?? 0), before.own + before.reaped);
  }
  return null;
}

/** The most memory that a process ever held, in MiB. */
export async function peakMemory(pid: number): Promise<number | null> {
  const text = await readFile(`/proc/${pid}/status`, "utf8").catch(() => "");
  const kib = /^VmHWM:\s+(\d+) kB$/m.exec(text)?.[1];
  return kib === undefined ? null : Math.round(Number(kib) / 1024);
}

/** Seconds of this process, user and system. */
export function ownCpu(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1e6;
}
