// Admission before the routes: requests wait for their seat or are told when to come back.
import type { Context } from "hono";
import type { Metrics } from "../observability/metrics.ts";
import type { Gate, LoadClass, SheddableClass, TurnedAway } from "./admission.ts";
import { refusePage } from "./http-app.ts";
import type { HttpEnv } from "./http-app.ts";

/** Seconds after which whoever was turned away may come back. */
const RETRY_SECONDS = { bulk: 60, search: 5, page: 5 } as const satisfies Record<SheddableClass, number>;
/** A download gives its seat back after so long at the latest: a slow reader must not keep others out. */
const HOLD_MS = 30_000;

export interface Admission {
  readonly gate: Gate;
  readonly loadOf: (c: Context<HttpEnv>) => LoadClass;
  /** Counts who was turned away, by class and reason and by nothing else. */
  readonly turnedAway: (load: SheddableClass, why: TurnedAway) => void;
}

/** The counter `xinheng_http_shed_total`. */
export function countTurnedAway(metrics: Metrics): Admission["turnedAway"] {
  const shed = metrics.counter({ name: "xinheng_http_shed_total", help: "Requests turned away under load." });
  return (load, why) => shed.add({ class: load, why });
}

/** The seat of a download is free when its last byte has left, not when its first is ready. */
function leaveAtEnd(c: Context<HttpEnv>, leave: () => void): void {
  const outgoing = c.env?.outgoing;
  if (outgoing === undefined || outgoing.destroyed) return leave();
  outgoing.once("close", leave);
  setTimeout(leave, HOLD_MS).unref();
}

/** Middleware: 503 `http.busy` with Retry-After for whoever finds no room. */
export function admit({ gate, loadOf, turnedAway }: Admission) {
  return async (c: Context<HttpEnv>, next: () => Promise<void>): Promise<Response | undefined> => {
    const load = loadOf(c);
    if (load === "write" || load === "watch") {
      await next();
      return undefined;
    }
    const entry = await gate.enter(load);
    if ("turnedAway" in entry) {
      turnedAway(load, entry.turnedAway);
      return refusePage(c, {
        code: "http.busy",
        kind: "unavailable",
        values: { seconds: RETRY_SECONDS[load] },
      });
    }
    try {
      await next();
    } finally {
      if (load === "bulk") leaveAtEnd(c, entry.leave);
      else entry.leave();
    }
    return undefined;
  };
}
