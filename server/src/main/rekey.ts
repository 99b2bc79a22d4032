// A new key-encryption key for the personal fields. Run on the server's own machine, in two steps around a restart.
import path from "node:path";
import { parseArgs } from "node:util";
import { record } from "../foundation/audit/index.ts";
import type { Deed } from "../foundation/audit/index.ts";
import { openClock } from "../platform/clock.ts";
import { addKek, openKeystore, retireOldKeks } from "../platform/keys/keystore.ts";
import type { Database } from "../platform/database/pool.ts";
import { fillSlots } from "../platform/http/problem.ts";
import { rewrapFileKeys } from "../records/attachments/index.ts";
import { rewrapKeys } from "../records/statements/index.ts";
import { readConfig } from "./config.ts";
import type { Config } from "./config.ts";
import { required, StartRefused } from "./failure.ts";
import { openStore } from "./open-store.ts";
import { complain, explainFailure, say } from "./terminal.ts";
import { SAYINGS, USAGE } from "./text.ts";

/**
 * First step: a new key, and every data key wrapped by it; a server that runs still wraps by the old one, so that stays.
 * Second step (`finish`), after every server was restarted: the rest is wrapped anew; once there is none left the old keys
 * are put aside. One at a time.
 * @returns what was done, in words.
 */
export async function rekey(config: Config, finish: boolean): Promise<string> {
  const store = await openStore(config, () => undefined, "owner");
  try {
    const done = await store.db.tryLock("keys.rekey", () => rekeyAlone(store.db, config, finish));
    if (!done.locked) throw new StartRefused({ code: "main.rekey-running", kind: "conflict" });
    return done.value;
  } finally {
    await store.close();
  }
}

/** Written into the trail before keys are wrapped anew, and before old ones are put aside: neither leaves no trace. */
async function note(db: Database, at: Date, deed: Pick<Deed, "action" | "target">): Promise<void> {
  await db.write((tx) => record(tx, { ...deed, at, account: null, purpose: null, state: { kek: deed.target } }));
}

async function rekeyAlone(db: Database, config: Config, finish: boolean): Promise<string> {
  const clock = required(openClock(config.clock));
  const folder = path.join(config.dataFolder, "keys");
  if (!finish) addKek(folder);
  const keystore = openKeystore({ folder, suite: config.suite });
  const { kek } = keystore;
  if (!finish) await note(db, new Date(clock.now()), { action: "keys.rekey", target: kek });
  const keys = (await rewrapKeys(db, keystore)) + (await rewrapFileKeys(db, keystore));
  const told = { keys: String(keys), kek };
  if (!finish) return fillSlots(SAYINGS.rekeyed, told);
  // Somebody wrapped by an old key since: a server that was not restarted would go on doing so.
  if (keys > 0) return fillSlots(SAYINGS.rekeyAgain, told);
  await note(db, new Date(clock.now()), { action: "keys.retire", target: kek });
  return fillSlots(SAYINGS.rekeyFinished, { ...told, file: retireOldKeks(folder) });
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
