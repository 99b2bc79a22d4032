// The door to the process that holds the key of pseudonyms. Nothing here ever sees that key.
import { fork } from "node:child_process";
import type { ChildProcess } from "node:child_process";
import { fileURLToPath } from "node:url";
import { granted, refused } from "../../kernel/refusal.ts";
import type { Outcome } from "../../kernel/refusal.ts";
import type { PseudonymSuite, PseudonymWish } from "./pseudonym.ts";

export interface Pseudonyms {
  /**
   * What stands for a value towards one recipient, 32 bytes in hex. Refuses `keys.pseudonyms-busy` past the rate, and
   * `keys.pseudonyms-unavailable` where the process does not answer; never falls back to anything else.
   */
  of(wish: PseudonymWish): Promise<Outcome<string>>;
  /** Ends the process. */
  stop(): Promise<void>;
}

export interface PseudonymOptions {
  /** Read by the process alone; made on its first run, closed to others. */
  readonly keyFile: string;
  readonly suite: PseudonymSuite;
  readonly perSecond: number;
  /** Longest wait for an answer in milliseconds. */
  readonly waitMs: number;
}

const program = fileURLToPath(new URL("pseudonym-process.ts", import.meta.url));
const unavailable = refused({ code: "keys.pseudonyms-unavailable", kind: "unavailable" });
const busy = refused({ code: "keys.pseudonyms-busy", kind: "too-many" });

interface Answer {
  readonly ask?: number;
  readonly ready?: boolean;
  readonly busy?: boolean;
  readonly pseudonym?: string;
}

/** A process that is ready, or null where it would not start: without an environment, and with no file of ours open. */
function startProcess({ keyFile, suite, perSecond }: PseudonymOptions): Promise<ChildProcess | null> {
  const child = fork(program, [keyFile, suite, String(perSecond)], {
    env: {},
    execArgv: [],
    stdio: ["ignore", "ignore", "inherit", "ipc"],
  });
  return new Promise((resolve) => {
    child.once("message", () => resolve(child));
    child.once("error", () => resolve(null));
    child.once("exit", () => resolve(null));
  });
}

/** Starts the process. Throws where it does not come up; one that dies later is started anew by whoever asks next. */
export async function startPseudonyms(options: PseudonymOptions): Promise<Pseudonyms> {
  const waiting = new Map<number, (outcome: Outcome<string>) => void>();
  let asked = 0;
  let isStopped = false;
  const settle = (ask: number, outcome: Outcome<string>): void => {
    waiting.get(ask)?.(outcome);
    waiting.delete(ask);
  };
  const opened = async (): Promise<ChildProcess | null> => {
    const child = await startProcess(options);
    child?.on("message", ({ ask, busy: isBusy, pseudonym }: Answer) => {
      if (ask === undefined) return;
      settle(ask, pseudonym === undefined ? (isBusy === true ? busy : unavailable) : granted(pseudonym));
    });
    child?.once("exit", () => {
      for (const ask of waiting.keys()) settle(ask, unavailable);
    });
    return child;
  };
  let current = opened();
  if ((await current) === null) throw new Error("the process of pseudonyms did not start");
  const alive = async (): Promise<ChildProcess | null> => {
    const child = await current;
    if (child?.connected === true || isStopped) return child;
    current = opened();
    return current;
  };
  return {
    of: async (wish) => {
      const child = await alive();
      if (child?.connected !== true) return unavailable;
      asked += 1;
      const ask = asked;
      return new Promise((resolve) => {
        const timer = setTimeout(() => settle(ask, unavailable), options.waitMs);
        waiting.set(ask, (outcome) => {
          clearTimeout(timer);
          resolve(outcome);
        });
        child.send({ ask, ...wish }, (error) => {
          if (error !== null) settle(ask, unavailable);
        });
      });
    },
    stop: async () => {
      isStopped = true;
      const child = await current;
      if (child === null || child.exitCode !== null) return;
      const ended = new Promise<void>((resolve) => void child.once("exit", () => resolve()));
      child.disconnect();
      await ended;
    },
  };
}
