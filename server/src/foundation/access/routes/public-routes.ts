import { createRoute } from "@hono/zod-openapi";
import { refuse } from "../../../platform/http/http-app.ts";
import type { HttpApp } from "../../../platform/http/http-app.ts";
import {
  delayedListSchema,
  drawsSchema,
  pageQuery,
  presentDelayed,
  presentDraw,
  presentRoot,
  rootsSchema,
} from "../schema.ts";
import { publicDelays } from "../service/delay.ts";
import { publicDraws } from "../service/justify.ts";
import { accessKey, publicRoots } from "../service/sequence.ts";
import { api } from "../text.ts";
import { answering, dayIn, pageSize, placeOf, revalidated } from "./context.ts";
import type { AccessRoutes } from "./context.ts";

const paged = { request: { query: pageQuery } };

const getDraws = createRoute({
  ...openTo("listAccessDraws", "/api/v1/access/draws", api.draws),
  ...paged,
  responses: answering(drawsSchema, api.draws),
});
const getRoots = createRoute({
  ...openTo("listAccessRoots", "/api/v1/access/roots", api.roots),
  ...paged,
  responses: answering(rootsSchema, api.roots),
});
const getDelays = createRoute({
  ...openTo("countDelayedLooks", "/api/v1/access/delays", api.delays),
  responses: answering(delayedListSchema, api.delays),
});

function openTo<P extends string>(operationId: string, path: P, summary: string) {
  return { method: "get" as const, path, operationId, tags: [api.tag], summary };
}

/** What anyone may hold the platform to: draws, roots, and how much is told late. No subject, no office. */
export function addPublicRoutes(app: HttpApp, routes: AccessRoutes): void {
  const { cursors } = routes;
  app.openapi(getDraws, async (c) => {
    const place = placeOf(cursors, "access-draws", c.req.valid("query").cursor);
    if (!place.ok) return refuse(c, place.refusal);
    const before = place.value === null ? null : dayIn(place.value[0]);
    const rows = await publicDraws(routes, { before, limit: pageSize });
    const last = rows.at(-1);
    const next = last === undefined || rows.length < pageSize ? null : cursors.encode("access-draws", [last.day, ""]);
    revalidated(c);
    return c.json({ items: rows.map(presentDraw), next }, 200);
  });
  app.openapi(getRoots, async (c) => {
    const place = placeOf(cursors, "access-roots", c.req.valid("query").cursor);
    if (!place.ok) return refuse(c, place.refusal);
    const rows = await publicRoots(routes, {
      below: place.value === null ? null : Number(place.value[0]),
      limit: pageSize,
    });
    const last = rows.at(-1);
    const more = last !== undefined && rows.length === pageSize;
    const next = more ? cursors.encode("access-roots", [String(last.size), ""]) : null;
    revalidated(c);
    return c.json({ key: accessKey(routes), items: rows.map(presentRoot), next }, 200);
  });
  app.openapi(getDelays, async (c) => {
    revalidated(c);
    return c.json({ items: (await publicDelays(routes)).map(presentDelayed) }, 200);
  });
}
