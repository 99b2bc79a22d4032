import { setTimeout as pause } from "node:timers/promises";
import { run } from "./run.ts";

/** What one command line did. */
export interface Ran {
  readonly exit: number;
  readonly out: string;
  readonly err: string;
  /** The one document on stdout. Throws when it is not exactly one. */
  readonly document: ReturnType<typeof JSON.parse>;
  /** What was waited between tries, in milliseconds. */
  readonly slept: readonly number[];
}

/** Runs a command line in an environment; waiting is cut short. */
export async function ran(env: Readonly<Record<string, string>>, ...words: readonly string[]): Promise<Ran> {
  let [out, err] = ["", ""];
  const slept: number[] = [];
  const exit = await run(words, {
    env,
    out: (text) => {
      out += text;
      return Promise.resolve();
    },
    err: (text) => void (err += text),
    sleep: async (ms) => {
      slept.push(ms);
      await pause(Math.min(ms, 20));
    },
    now: () => performance.now(),
    wall: () => Date.now(),
  });
  return {
    exit,
    out,
    err,
    slept,
    get document() {
      return JSON.parse(out);
    },
  };
}
