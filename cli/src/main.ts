// Where the process begins: the launcher in bin/ comes here with a Node that is new enough.
import { once } from "node:events";
import { setTimeout as sleep } from "node:timers/promises";
import { run } from "./run.ts";

// A reader that has seen enough (`| head`) is no fault.
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code !== "EPIPE") throw error;
  process.exit();
});

process.exitCode = await run(process.argv.slice(2), {
  env: process.env,
  out: async (text) => {
    if (!process.stdout.write(text)) await once(process.stdout, "drain");
  },
  err: (text) => void process.stderr.write(text),
  sleep: (ms) => sleep(ms),
  now: () => performance.now(),
  wall: () => Date.now(),
});
