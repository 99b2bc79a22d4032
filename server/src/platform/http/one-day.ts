// An answer is of one legal day: what is shown through today may not be handed out tomorrow as of today.
import type { Clock } from "../clock.ts";
import type { Fetch } from "./server.ts";

/**
 * Asks once more where midnight passed before an answer's head was ready: it may have waited for its seat, for a
 * connection or for another's reading, and then holds what the new day's database says as of the old day. Only what is
 * asked for by GET and HEAD, which change nothing; whatever is received counts by its own moment of receipt.
 */
export function onOneDay(fetch: Fetch, clock: Pick<Clock, "today">): Fetch {
  return async (request, env) => {
    const begun = clock.today();
    const response = await fetch(request, env);
    if (clock.today() === begun || (request.method !== "GET" && request.method !== "HEAD")) return response;
    // A file that is still being read gives its connection back.
    await response.body?.cancel().catch(() => undefined);
    return fetch(request, env);
  };
}
