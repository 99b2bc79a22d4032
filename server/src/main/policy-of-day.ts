import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { Day } from "../kernel/day.ts";
import { policyAt } from "../policy/load.ts";
import type { PolicySnapshot } from "../policy/snapshot.ts";
import { faultLine } from "../policy/text.ts";
import type { Config } from "./config.ts";
import { StartRefused } from "./failure.ts";

const SHIPPED = fileURLToPath(new URL("../../../policy", import.meta.url));

/**
 * The policy of a region by the day, read once a day. Throws `StartRefused` with every fault by file and line: a policy
 * loads whole or not at all, at the start as at midnight.
 */
export function policyOfDay(config: Config, production: boolean): (day: Day) => PolicySnapshot {
  // A folder that the operator named must exist; the one in the data folder may.
  const own = config.policyNamed || existsSync(config.policyFolder) ? [config.policyFolder] : [];
  const folders = [SHIPPED, ...own];
  return (day) => {
    const load = policyAt({ folders, region: config.region, day, production });
    if (load.ok) return load.snapshot;
    const refusal = { code: "main.policy-faults", kind: "unavailable", values: { count: load.faults.length } } as const;
    throw new StartRefused(refusal, load.faults.map(faultLine));
  };
}
