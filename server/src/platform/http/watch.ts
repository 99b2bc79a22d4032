import type { Log } from "../observability/log.ts";
import type { Metrics } from "../observability/metrics.ts";
import type { HttpWatch } from "./http-app.ts";

const BOUNDS_SECONDS: readonly number[] = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10];

/** Requests into the log and the metrics: by the pattern of the route, never by path, query or caller. */
export function watchHttp(log: Log, metrics: Metrics): HttpWatch {
  const requests = metrics.counter({ name: "xinheng_http_requests_total", help: "Answered requests." });
  const seconds = metrics.histogram({
    name: "xinheng_http_request_seconds",
    help: "Time from the first header to the answer's head.",
    bounds: BOUNDS_SECONDS,
  });
  return {
    request: ({ requestId, method, route, status, milliseconds }) => {
      requests.add({ method, route, status: String(status) });
      seconds.observe(milliseconds / 1000, { route });
      log.info("request", {
        request: requestId,
        method,
        route,
        status,
        milliseconds: Math.round(milliseconds * 10) / 10,
      });
    },
    fault: ({ requestId, route, error }) => log.error("fault", { request: requestId, route, error }),
  };
}
