import { createRoute } from "@hono/zod-openapi";
import { refuse } from "../../../platform/http/http-app.ts";
import type { HttpApp } from "../../../platform/http/http-app.ts";
import { alertParams, alertSchema, alertsSchema, closingSchema, pageQuery, presentAlert } from "../schema.ts";
import { alertsFor, closeAlert } from "../service/watch.ts";
import { api } from "../text.ts";
import { answering, body, keepNowhere, pageSize, placeOf, security } from "./context.ts";
import type { AccessRoutes } from "./context.ts";

const getAlerts = createRoute({
  method: "get",
  path: "/api/v1/access/alerts",
  operationId: "listAccessAlerts",
  tags: [api.tag],
  security,
  summary: api.alerts,
  request: { query: pageQuery },
  responses: answering(alertsSchema, api.alerts),
});
const postClosing = createRoute({
  method: "post",
  path: "/api/v1/access/alerts/{alert}/closing",
  operationId: "closeAccessAlert",
  tags: [api.tag],
  security,
  summary: api.closing,
  request: { params: alertParams, body: body(closingSchema) },
  responses: answering(alertSchema, api.closing),
});

/** What the watch has found, for the security administrator and the auditor. */
export function addAlertRoutes(app: HttpApp, routes: AccessRoutes): void {
  const { cursors, signIn } = routes;
  app.openapi(getAlerts, async (c) => {
    const account = await signIn(c);
    if (!account.ok) return refuse(c, account.refusal);
    const place = placeOf(cursors, "access-alerts", c.req.valid("query").cursor);
    if (!place.ok) return refuse(c, place.refusal);
    const after = place.value === null ? null : { at: new Date(place.value[0]), alert: place.value[1] };
    const rows = await alertsFor(routes, account.value, { after, limit: pageSize });
    if (!rows.ok) return refuse(c, rows.refusal);
    const last = rows.value.at(-1);
    const more = last !== undefined && rows.value.length === pageSize;
    const next = more ? cursors.encode("access-alerts", [last.at.toISOString(), last.alert]) : null;
    keepNowhere(c);
    return c.json({ items: rows.value.map(presentAlert), next }, 200);
  });
  app.openapi(postClosing, async (c) => {
    const account = await signIn(c);
    if (!account.ok) return refuse(c, account.refusal);
    const row = await closeAlert(routes, account.value, { ...c.req.valid("json"), alert: c.req.valid("param").alert });
    if (!row.ok) return refuse(c, row.refusal);
    keepNowhere(c);
    return c.json(presentAlert(row.value), 200);
  });
}
