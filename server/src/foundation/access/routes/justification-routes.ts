import { createRoute } from "@hono/zod-openapi";
import { refuse } from "../../../platform/http/http-app.ts";
import type { HttpApp } from "../../../platform/http/http-app.ts";
import {
  confirmSchema,
  justificationSchema,
  justificationsSchema,
  justifySchema,
  lookParams,
  pageQuery,
  presentDrawn,
} from "../schema.ts";
import { confirm, drawnFor, justify } from "../service/justify.ts";
import { api } from "../text.ts";
import { answering, body, dayIn, keepNowhere, pageSize, placeOf, security } from "./context.ts";
import type { AccessRoutes } from "./context.ts";

const getJustifications = createRoute({
  method: "get",
  path: "/api/v1/access/justifications",
  operationId: "listJustifications",
  tags: [api.tag],
  security,
  summary: api.justifications,
  request: { query: pageQuery },
  responses: answering(justificationsSchema, api.justifications),
});
const postJustification = createRoute({
  method: "post",
  path: "/api/v1/access/justifications/{look}",
  operationId: "justifyLook",
  tags: [api.tag],
  security,
  summary: api.justify,
  request: { params: lookParams, body: body(justifySchema) },
  responses: answering(justificationSchema, api.justify),
});
const postConfirmation = createRoute({
  method: "post",
  path: "/api/v1/access/justifications/{look}/confirmation",
  operationId: "confirmJustification",
  tags: [api.tag],
  security,
  summary: api.confirm,
  request: { params: lookParams, body: body(confirmSchema) },
  responses: answering(justificationSchema, api.confirm),
});

/** The drawn looks of an office, and what is said about them. */
export function addJustificationRoutes(app: HttpApp, routes: AccessRoutes): void {
  const { cursors, signIn, clock } = routes;
  app.openapi(getJustifications, async (c) => {
    const account = await signIn(c);
    if (!account.ok) return refuse(c, account.refusal);
    const by = account.value;
    const list = `access-justifications:${by.role === "auditor" ? "" : by.organisation}`;
    const place = placeOf(cursors, list, c.req.valid("query").cursor);
    if (!place.ok) return refuse(c, place.refusal);
    const after =
      place.value === null ? null : { day: dayIn(place.value[0]), look: Buffer.from(place.value[1], "hex") };
    const rows = await drawnFor(routes, by, { after, limit: pageSize });
    if (!rows.ok) return refuse(c, rows.refusal);
    const last = rows.value.at(-1);
    const more = last !== undefined && rows.value.length === pageSize;
    const shown = { today: clock.today(), isTrace: by.role === "auditor" };
    keepNowhere(c);
    return c.json(
      {
        items: rows.value.map((row) => presentDrawn(row, shown)),
        next: more ? cursors.encode(list, [last.day, last.look.toString("hex")]) : null,
      },
      200,
    );
  });
  app.openapi(postJustification, async (c) => {
    const account = await signIn(c);
    if (!account.ok) return refuse(c, account.refusal);
    const row = await justify(routes, account.value, { ...c.req.valid("json"), look: c.req.valid("param").look });
    if (!row.ok) return refuse(c, row.refusal);
    keepNowhere(c);
    return c.json(presentDrawn(row.value, { today: clock.today(), isTrace: false }), 200);
  });
  app.openapi(postConfirmation, async (c) => {
    const account = await signIn(c);
    if (!account.ok) return refuse(c, account.refusal);
    const row = await confirm(routes, account.value, { ...c.req.valid("json"), look: c.req.valid("param").look });
    if (!row.ok) return refuse(c, row.refusal);
    keepNowhere(c);
    const isTrace = account.value.role === "auditor";
    return c.json(presentDrawn(row.value, { today: clock.today(), isTrace }), 200);
  });
}
