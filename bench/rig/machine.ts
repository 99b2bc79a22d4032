// What the figures were taken on: without it a ratio cannot be judged.
import os from "node:os";

export interface Machine {
  readonly processor: string;
  readonly cores: number;
  readonly memoryGiB: number;
  readonly system: string;
  readonly node: string;
  /** One-minute load when the run began: other work on the machine. */
  readonly loadAtStart: number;
}

export function describeMachine(): Machine {
  const [first] = os.cpus();
  return {
    processor: first?.model ?? "unknown",
    cores: os.cpus().length,
    memoryGiB: Math.round(os.totalmem() / 2 ** 30),
    system: `${os.type()} ${os.release()} ${os.arch()}`,
    node: process.version,
    loadAtStart: Math.round((os.loadavg()[0] ?? 0) * 10) / 10,
  };
}
