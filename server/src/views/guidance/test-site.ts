// The routes of this slice over the shipped policy and a clock that tests move. No database: they read none.
import { fileURLToPath } from "node:url";
import { dayOfInstant } from "../../kernel/day.ts";
import type { Day } from "../../kernel/day.ts";
import type { HttpApp } from "../../platform/http/http-app.ts";
import { policyAt } from "../../policy/load.ts";
import type { PolicySnapshot } from "../../policy/snapshot.ts";
import { testApp } from "../site/test-app.ts";
import { addGuidanceRoutes, guidanceTexts } from "./index.ts";

export const region = "990100";
export const folders = [fileURLToPath(new URL("../../../../policy", import.meta.url))];
export const origin = "https://credit.example";

/** The shipped policy with the demo pack on a day. */
export function shipped(day: string): PolicySnapshot {
  const load = policyAt({ folders, region, day: day as Day });
  if (!load.ok) throw new Error(JSON.stringify(load.faults));
  return load.snapshot;
}

/** @param loaded told each day of which another policy was asked. */
export function guidanceSite(moment: string, loaded: (day: Day) => void = () => undefined): HttpApp {
  const now = Date.parse(`${moment}+08:00`);
  const app = testApp(guidanceTexts);
  addGuidanceRoutes(app, {
    clock: { now: () => now, today: () => dayOfInstant(now) },
    policy: () => shipped(dayOfInstant(now)),
    policyAt: (day) => {
      loaded(day);
      return shipped(day);
    },
    site: { name: "信用示例市" },
    publicUrl: origin,
  });
  return app;
}
