import type { Context } from "hono";
import { matchedRoutes } from "hono/route";

/** What stands for requests that reach no route. */
export const UNMATCHED = "(unmatched)";

/** The pattern of the route that answers, `/api/v1/batches/{id}`; the path itself is never written down. */
export function routePattern(c: Context): string {
  // Middleware is matched too, before and after the route itself; its paths end with a star.
  const last = matchedRoutes(c).findLast(({ path }) => !path.endsWith("*"))?.path;
  if (last === undefined) return UNMATCHED;
  return last.replaceAll(/:([A-Za-z][A-Za-z0-9]*)(?:\{[^/]*\})?\??/g, "{$1}");
}
