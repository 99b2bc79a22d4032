// The registry of measures as the policy of the day has it.
import { get } from "./client.ts";
import type { components } from "@xinheng/contract/client";
import { useResource } from "./resource.ts";
import type { Resource } from "./resource.ts";

export type MeasureRegistry = components["schemas"]["MeasureRegistry"];
export type Measure = components["schemas"]["Measure"];

export function useMeasures(): Resource<MeasureRegistry> {
  return useResource("measures", (signal) => get("/api/v1/measures", { signal }));
}
