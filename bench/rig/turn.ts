// A server in a process of its own, and a turn of load on it, with what it cost.
import { once } from "node:events";
import path from "node:path";
import type { Load, Loaded } from "../load-client.ts";
import { endChild, runChild, startChild } from "./children.ts";
import type { Rig } from "./figure.ts";
import { benchFolder } from "./settings.ts";
import { rounded } from "./statistics.ts";
import { cpuOf, cpuOfFamily } from "./usage.ts";

/** A server that is asked. */
export interface Side {
  readonly port: number;
  readonly pid: number;
}

export type Stoppable = Side & { readonly stop: () => Promise<void> };

/** What one turn brought: requests a second, milliseconds to the answer. */
export interface Turn extends Pick<Loaded, "p50" | "p95" | "p99" | "longest"> {
  readonly perSecond: number;
  /** CPU microseconds a request, of the server and of the database; null where the machine does not count them. */
  readonly serverMicros: number | null;
  readonly databaseMicros: number | null;
}

/** Starts a program of `bench/` that prints its port as soon as it listens. */
export async function startSide(program: string, args: readonly string[]): Promise<Stoppable> {
  const child = startChild(process.execPath, [path.join(benchFolder, program), ...args], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  if (child.stdout === null) throw new Error("the server cannot be heard");
  const [port] = (await once(child.stdout, "data")) as [Buffer];
  return { port: Number(port.toString()), pid: child.pid ?? 0, stop: () => endChild(child, "SIGTERM", 5000) };
}

/** Keeps a server busy from a process of its own. */
export async function takeTurn(rig: Rig, side: Side, load: Omit<Load, "port">): Promise<Turn> {
  const read = async (): Promise<readonly [number | null, number | null]> => [
    await cpuOf(side.pid),
    rig.server.pid === null ? null : await cpuOfFamily(rig.server.pid),
  ];
  const asked: Load = { ...load, port: side.port };
  const before = await read();
  const loaded = JSON.parse(
    await runChild(process.execPath, [path.join(benchFolder, "load-client.ts"), JSON.stringify(asked)]),
  ) as Loaded;
  const after = await read();
  const micros = (at: 0 | 1): number | null => {
    const [from, to] = [before[at], after[at]];
    return from === null || to === null ? null : rounded(((to - from) * 1e6) / loaded.requests);
  };
  return {
    perSecond: rounded(loaded.requests / loaded.seconds),
    p50: rounded(loaded.p50),
    p95: rounded(loaded.p95),
    p99: rounded(loaded.p99),
    longest: rounded(loaded.longest),
    serverMicros: micros(0),
    databaseMicros: micros(1),
  };
}
