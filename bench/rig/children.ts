// Child processes: started, heard, and never left behind.
import { spawn } from "node:child_process";
import type { ChildProcess, SpawnOptions } from "node:child_process";
import { once } from "node:events";

const running = new Set<ChildProcess>();

process.once("exit", () => {
  for (const child of running) child.kill("SIGINT");
});

/** Starts a program that ends with this process at the latest. */
export function startChild(file: string, args: readonly string[], options: SpawnOptions): ChildProcess {
  const child = spawn(file, [...args], options);
  running.add(child);
  child.once("exit", () => running.delete(child));
  child.once("error", () => running.delete(child));
  return child;
}

/** Asks a child to end and waits; cuts it when it does not within `graceMs`. */
export async function endChild(child: ChildProcess, signal: NodeJS.Signals, graceMs: number): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = once(child, "exit");
  child.kill(signal);
  const cut = setTimeout(() => child.kill("SIGKILL"), graceMs);
  await ended;
  clearTimeout(cut);
}

/** Runs a program to its end and answers with what it printed. Throws with its last words when it fails. */
export async function runChild(file: string, args: readonly string[], options: SpawnOptions = {}): Promise<string> {
  const child = startChild(file, args, { ...options, stdio: ["ignore", "pipe", "pipe"] });
  let [output, errors] = ["", ""];
  child.stdout?.on("data", (part: Buffer) => (output += part.toString()));
  child.stderr?.on("data", (part: Buffer) => (errors += part.toString()));
  await Promise.race([once(child, "close"), once(child, "error").then(([error]) => Promise.reject(error as Error))]);
  if (child.exitCode !== 0) throw new Error(`${file}: ${(errors + output).slice(-1500)}`);
  return output;
}
