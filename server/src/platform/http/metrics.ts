// Counts and durations of requests by route pattern, in the text format that Prometheus reads.
import type { RequestLine } from "./http-app.ts";

export interface HttpMetrics {
  readonly observe: (line: RequestLine) => void;
  readonly text: () => string;
}

const BOUNDS_MS: readonly number[] = [5, 10, 25, 50, 100, 250, 500, 1000, 2500, 10_000];

interface Durations {
  readonly buckets: number[];
  count: number;
  sumMs: number;
}

/** The label sets are bounded: patterns, methods and statuses come from the program, never from the caller. */
export function createHttpMetrics(): HttpMetrics {
  const counts = new Map<string, number>();
  const durations = new Map<string, Durations>();
  return {
    observe({ method, route, status, milliseconds }) {
      const labels = `method="${method}",route="${route}",status="${status}"`;
      counts.set(labels, (counts.get(labels) ?? 0) + 1);
      const known = durations.get(route) ?? { buckets: BOUNDS_MS.map(() => 0), count: 0, sumMs: 0 };
      durations.set(route, known);
      known.count += 1;
      known.sumMs += milliseconds;
      for (const [index, bound] of BOUNDS_MS.entries()) {
        if (milliseconds <= bound) known.buckets[index] = (known.buckets[index] ?? 0) + 1;
      }
    },
    text: () => [...countLines(counts), ...durationLines(durations), ""].join("\n"),
  };
}

function countLines(counts: ReadonlyMap<string, number>): string[] {
  const lines = ["# TYPE xinheng_http_requests_total counter"];
  for (const [labels, count] of counts) lines.push(`xinheng_http_requests_total{${labels}} ${count}`);
  return lines;
}

function durationLines(durations: ReadonlyMap<string, Durations>): string[] {
  const name = "xinheng_http_request_duration_seconds";
  const lines = [`# TYPE ${name} histogram`];
  for (const [route, { buckets, count, sumMs }] of durations) {
    for (const [index, bound] of BOUNDS_MS.entries()) {
      lines.push(`${name}_bucket{route="${route}",le="${bound / 1000}"} ${buckets[index] ?? 0}`);
    }
    lines.push(`${name}_bucket{route="${route}",le="+Inf"} ${count}`);
    lines.push(`${name}_sum{route="${route}"} ${(sumMs / 1000).toFixed(6)}`, `${name}_count{route="${route}"} ${count}`);
  }
  return lines;
}
