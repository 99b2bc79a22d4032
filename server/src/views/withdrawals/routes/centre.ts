// The centre's side: who is late, reminders, naming.
import { createRoute } from "@hono/zod-openapi";
import type { z } from "@hono/zod-openapi";
import { presentProposal, proposalSchema } from "../../../foundation/approvals/index.ts";
import type { SignIn } from "../../../foundation/accounts/index.ts";
import { refuse } from "../../../platform/http/http-app.ts";
import type { HttpApp } from "../../../platform/http/http-app.ts";
import { problemResponses } from "../../../platform/http/problem.ts";
import { csvCell } from "../../../platform/tabular/write-csv.ts";
import { lateListSchema, namingSchema, presentLate, presentNaming, remindedSchema, reminderSchema } from "../schema.ts";
import { listLate, proposeNaming, remind } from "../service/oversight.ts";
import type { NamingPorts } from "../service/oversight.ts";
import { api, sheet } from "../text.ts";

export interface CentreRoutes extends NamingPorts {
  readonly signIn: SignIn;
}

const tags = [api.tag];
const security = [{ bearer: [] }];

const getLate = createRoute({
  method: "get",
  path: "/api/v1/withdrawals/overdue",
  operationId: "listOverdueSubscribers",
  tags,
  security,
  summary: api.late,
  responses: {
    200: { description: api.late, content: { "application/json": { schema: lateListSchema } } },
    ...problemResponses,
  },
});
const getLateFile = createRoute({
  method: "get",
  path: "/api/v1/withdrawals/overdue.csv",
  operationId: "exportOverdueSubscribers",
  tags,
  security,
  summary: api.lateFile,
  responses: { 200: { description: api.lateFile, content: { "text/csv": {} } }, ...problemResponses },
});
const postReminder = createRoute({
  method: "post",
  path: "/api/v1/withdrawals/reminders",
  operationId: "remindSubscriber",
  tags,
  security,
  summary: api.remind,
  request: { body: { required: true, content: { "application/json": { schema: reminderSchema } } } },
  responses: {
    200: { description: api.remind, content: { "application/json": { schema: remindedSchema } } },
    ...problemResponses,
  },
});
const postNaming = createRoute({
  method: "post",
  path: "/api/v1/withdrawals/namings",
  operationId: "proposeNaming",
  tags,
  security,
  summary: api.name,
  request: { body: { required: true, content: { "application/json": { schema: namingSchema } } } },
  responses: {
    202: { description: api.name, content: { "application/json": { schema: proposalSchema } } },
    ...problemResponses,
  },
});

type Row = z.infer<typeof remindedSchema>;

/** UTF-8 with byte order mark, as spreadsheets read it; no cell runs as a formula. */
function csvOf(rows: readonly Row[]): string {
  const lines = rows.map((row) => [
    row.organisation,
    row.name,
    String(row.unacknowledged),
    row.oldestAt,
    String(row.days),
    row.remindedAt ?? "",
    row.namedAt ?? "",
  ]);
  const all: readonly (readonly string[])[] = [sheet.heads, ...lines];
  return `\ufeff${all.map((cells) => `${cells.map(csvCell).join(",")}\r\n`).join("")}`;
}

/** Who is late, who was reminded, who is named. */
export function addCentreRoutes(app: HttpApp, routes: CentreRoutes): void {
  const { signIn, clock } = routes;
  app.openapi(getLate, async (c) => {
    c.header("cache-control", "no-store");
    const by = await signIn(c);
    if (!by.ok) return refuse(c, by.refusal);
    const late = await listLate(routes, by.value);
    if (!late.ok) return refuse(c, late.refusal);
    const items = late.value.map((one) => presentLate(one, clock.today()));
    return c.json({ items, naming: presentNaming(routes.naming) }, 200);
  });
  app.openapi(getLateFile, async (c) => {
    c.header("cache-control", "no-store");
    const by = await signIn(c);
    if (!by.ok) return refuse(c, by.refusal);
    const late = await listLate(routes, by.value);
    if (!late.ok) return refuse(c, late.refusal);
    c.header("content-type", "text/csv; charset=utf-8");
    c.header("content-disposition", 'attachment; filename="overdue.csv"');
    return c.body(csvOf(late.value.map((one) => presentLate(one, clock.today()))), 200);
  });
  app.openapi(postReminder, async (c) => {
    c.header("cache-control", "no-store");
    const by = await signIn(c);
    if (!by.ok) return refuse(c, by.refusal);
    const reminded = await remind(routes, by.value, c.req.valid("json"));
    return reminded.ok ? c.json(presentLate(reminded.value, clock.today()), 200) : refuse(c, reminded.refusal);
  });
  app.openapi(postNaming, async (c) => {
    c.header("cache-control", "no-store");
    const by = await signIn(c);
    if (!by.ok) return refuse(c, by.refusal);
    const asked = await proposeNaming(routes, by.value, c.req.valid("json"));
    if (!asked.ok) return refuse(c, asked.refusal);
    return c.json(presentProposal(asked.value, by.value, new Date(clock.now())), 202);
  });
}
