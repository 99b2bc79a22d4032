import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { Day, WorkingCalendar } from "../kernel/day.ts";
import { loadCalendar } from "../policy/calendar.ts";
import { policyAt } from "../policy/load.ts";
import type { PolicyRelease } from "../policy/draft.ts";
import type { PolicySnapshot } from "../policy/snapshot.ts";
import { faultLine } from "../policy/text.ts";
import type { Config } from "./config.ts";
import { StartRefused } from "./failure.ts";

/** The policy that comes with the program. */
export const SHIPPED = fileURLToPath(new URL("../../../policy", import.meta.url));

/** A folder that the operator named must exist; the one in the data folder may. */
export function foldersOf(config: Config): readonly string[] {
  return config.policyNamed || existsSync(config.policyFolder) ? [SHIPPED, config.policyFolder] : [SHIPPED];
}

/** The official working days that the policy holds. Throws `StartRefused` with every fault by file and line. */
export function calendarOf(config: Config): WorkingCalendar {
  const load = loadCalendar(foldersOf(config), config.region);
  if (load.ok) return load.calendar;
  const refusal = { code: "main.policy-faults", kind: "unavailable", values: { count: load.faults.length } } as const;
  throw new StartRefused(refusal, load.faults.map(faultLine));
}

/**
 * The policy of a region by the day, read once a day. Throws `StartRefused` with every fault by file and line: a policy
 * loads whole or not at all, at the start as at midnight. What was released is laid over the folders by its own day, so
 * that midnight needs nothing but the day.
 * @param releases what stands released, as the process knows it at the moment of asking.
 */
export function policyOfDay(
  config: Config,
  production: boolean,
  releases: () => readonly PolicyRelease[] = () => [],
): (day: Day) => PolicySnapshot {
  const folders = foldersOf(config);
  return (day) => {
    const load = policyAt({ folders, region: config.region, day, production, releases: releases() });
    if (load.ok) return load.snapshot;
    const refusal = { code: "main.policy-faults", kind: "unavailable", values: { count: load.faults.length } } as const;
    throw new StartRefused(refusal, load.faults.map(faultLine));
  };
}
