// A new key-encryption key for the personal fields. Run on the server's own machine, in two steps around a restart.
import path from "node:path";
import { parseArgs } from "node:util";
import { addKek, dropOldKeks, openKeystore } from "../platform/keys/keystore.ts";
import { fillSlots } from "../platform/http/problem.ts";
import { rewrapKeys } from "../records/statements/index.ts";
import { readConfig } from "./config.ts";
import type { Config } from "./config.ts";
import { required, StartRefused } from "./failure.ts";
import { openStore } from "./open-store.ts";
import { complain, explainFailure, say } from "./terminal.ts";
import { SAYINGS, USAGE } from "./text.ts";

/**
 * First step: a new key, and every data key wrapped by it; a server that runs still wraps by the old one, so that stays.
 * Second step (`finish`), after every server was restarted: the rest is wrapped anew and the old keys are taken out.
 * @returns what was done, in words.
 */
export async function rekey(config: Config, finish: boolean): Promise<string> {
  const folder = path.join(config.dataFolder, "keys");
  const store = await openStore(config, () => undefined, "owner");
  try {
    if (!finish) addKek(folder);
    const keystore = openKeystore({ folder, suite: config.suite });
    const keys = await rewrapKeys(store.db, keystore);
    if (finish) dropOldKeks(folder);
    return fillSlots(finish ? SAYINGS.rekeyFinished : SAYINGS.rekeyed, { keys: String(keys), kek: keystore.kek });
  } finally {
    await store.close();
  }
}

function readFinish(args: readonly string[]): boolean {
  try {
    const { values } = parseArgs({ args: [...args], options: { finish: { type: "boolean", default: false } } });
    return values.finish;
  } catch {
    throw new StartRefused({ code: "main.usage", kind: "invalid", values: { usage: USAGE.rekey } });
  }
}

async function main(): Promise<void> {
  try {
    const finish = readFinish(process.argv.slice(2));
    say(await rekey(required(readConfig(process.env)), finish));
  } catch (error) {
    complain(explainFailure(error));
    process.exitCode = 1;
  }
}

if (import.meta.main) await main();
