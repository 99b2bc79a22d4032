// `xinheng init --production`: says once and for all what this database is. Run on the server's own machine.
import { parseArgs } from "node:util";
import { initialiseInstance } from "../foundation/accounts/index.ts";
import { fillSlots } from "../platform/http/problem.ts";
import { readConfig } from "./config.ts";
import type { Config } from "./config.ts";
import { required, StartRefused } from "./failure.ts";
import { openStore } from "./open-store.ts";
import { complain, explainFailure, say } from "./terminal.ts";
import { SAYINGS, USAGE } from "./text.ts";

/**
 * Writes the instance row. Again with the same mark changes nothing.
 * Throws `StartRefused` where the database was initialised otherwise.
 */
export async function initialise(config: Config, production: boolean): Promise<string> {
  const store = await openStore(config, () => undefined);
  try {
    const wanted = { at: new Date(), region: config.region, production };
    const instance = required(await initialiseInstance(store.db, wanted));
    const kind = instance.production ? SAYINGS.production : SAYINGS.demo;
    return fillSlots(SAYINGS.initialised, { region: instance.region, kind });
  } finally {
    await store.close();
  }
}

function readProduction(args: readonly string[]): boolean {
  try {
    const { values } = parseArgs({ args: [...args], options: { production: { type: "boolean", default: false } } });
    return values.production;
  } catch {
    throw new StartRefused({ code: "main.usage", kind: "invalid", values: { usage: USAGE.init } });
  }
}

async function main(): Promise<void> {
  try {
    const production = readProduction(process.argv.slice(2));
    say(await initialise(required(readConfig(process.env)), production));
  } catch (error) {
    complain(explainFailure(error));
    process.exitCode = 1;
  }
}

if (import.meta.main) await main();
