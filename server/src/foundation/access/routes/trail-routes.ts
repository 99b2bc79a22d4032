import { createRoute } from "@hono/zod-openapi";
import { granted, refused } from "../../../kernel/refusal.ts";
import type { Outcome } from "../../../kernel/refusal.ts";
import { refuse } from "../../../platform/http/http-app.ts";
import type { HttpApp } from "../../../platform/http/http-app.ts";
import type { TracePlace } from "../../audit/index.ts";
import { pageQuery, presentToday, presentTrace, todaySchema, trailLookSchema, trailSchema } from "../schema.ts";
import { officeToday } from "../service/today.ts";
import { lookAtTrail, tracesMax } from "../service/trail.ts";
import { api } from "../text.ts";
import { answering, body, keepNowhere, pageSize, placeOf, security } from "./context.ts";
import type { AccessRoutes } from "./context.ts";

const postLook = createRoute({
  method: "post",
  path: "/api/v1/audit/looks",
  operationId: "lookAtTrail",
  tags: [api.tag],
  security,
  summary: api.trail,
  request: { body: body(trailLookSchema) },
  responses: answering(trailSchema, api.trail),
});
const getToday = createRoute({
  method: "get",
  path: "/api/v1/access/looks/mine",
  operationId: "readOfficeToday",
  tags: [api.tag],
  security,
  summary: api.today,
  request: { query: pageQuery },
  responses: answering(todaySchema, api.today),
});

function tracePlace(place: readonly [string, string] | null): Outcome<TracePlace | null> {
  if (place === null) return granted(null);
  const ordinal = Number(place[1]);
  return Number.isSafeInteger(ordinal)
    ? granted({ at: new Date(place[0]), ordinal })
    : refused({ code: "http.bad-cursor", kind: "invalid" });
}

/** The audit trail for the auditor, and today's looks for whoever looks. */
export function addTrailRoutes(app: HttpApp, routes: AccessRoutes): void {
  const { cursors, signIn } = routes;
  app.openapi(postLook, async (c) => {
    const by = await signIn(c);
    if (!by.ok) return refuse(c, by.refusal);
    const { purpose, cursor, ...filter } = c.req.valid("json");
    const list = `audit:${by.value.account}:${JSON.stringify(filter)}`;
    const opened = placeOf(cursors, list, cursor ?? undefined);
    const after = opened.ok ? tracePlace(opened.value) : opened;
    if (!after.ok) return refuse(c, after.refusal);
    const found = await lookAtTrail(routes, by.value, { ...filter, purpose, after: after.value });
    if (!found.ok) return refuse(c, found.refusal);
    const last = found.value.at(-1);
    const more = last !== undefined && found.value.length === tracesMax;
    const next = more ? cursors.encode(list, [last.at.toISOString(), String(last.ordinal)]) : null;
    keepNowhere(c);
    return c.json({ items: found.value.map(presentTrace), next }, 200);
  });
  app.openapi(getToday, async (c) => {
    const by = await signIn(c);
    if (!by.ok) return refuse(c, by.refusal);
    const list = `access-today:${by.value.account}`;
    const place = placeOf(cursors, list, c.req.valid("query").cursor);
    if (!place.ok) return refuse(c, place.refusal);
    const after =
      place.value === null ? null : { at: new Date(place.value[0]), look: Buffer.from(place.value[1], "hex") };
    const today = await officeToday(routes, by.value, { after, limit: pageSize });
    if (!today.ok) return refuse(c, today.refusal);
    const last = today.value.items.at(-1);
    const more = last !== undefined && today.value.items.length === pageSize;
    const next = more ? cursors.encode(list, [last.at.toISOString(), last.look.toString("hex")]) : null;
    keepNowhere(c);
    return c.json({ ...presentToday(today.value), next }, 200);
  });
}
