import { createRoute } from "@hono/zod-openapi";
import type { z } from "@hono/zod-openapi";
import type { CursorValue } from "../../../platform/http/cursor.ts";
import { granted, refused } from "../../../kernel/refusal.ts";
import type { Outcome } from "../../../kernel/refusal.ts";
import { refuse } from "../../../platform/http/http-app.ts";
import type { HttpApp } from "../../../platform/http/http-app.ts";
import { problemResponses } from "../../../platform/http/problem.ts";
import { batchListQuery, batchListSchema, questionListQuery, questionListSchema } from "../schema.ts";
import { batchLines, linesMax, openQuestions } from "../service/lists.ts";
import type { BatchLine, BatchPlace, BatchWish, OpenQuestion, QuestionPlace } from "../service/lists.ts";
import type { IngestRoutes } from "./context.ts";
import { presentQuestion } from "./present.ts";

const security = [{ bearer: [] }];

const getBatches = createRoute({
  method: "get",
  path: "/api/v1/batches",
  operationId: "listBatches",
  tags: ["batches"],
  security,
  summary: "Batches of one's own unit, newest first; an operator sees how those of all providers stand",
  request: { query: batchListQuery },
  responses: {
    200: { description: "A page.", content: { "application/json": { schema: batchListSchema } } },
    ...problemResponses,
  },
});
const getQuestions = createRoute({
  method: "get",
  path: "/api/v1/questions",
  operationId: "listOpenQuestions",
  tags: ["batches"],
  security,
  summary: "Rows of one's own batches that wait for a person; of other providers an operator sees how many",
  request: { query: questionListQuery },
  responses: {
    200: { description: "A page.", content: { "application/json": { schema: questionListSchema } } },
    ...problemResponses,
  },
});

const badCursor = refused({ code: "http.bad-cursor", kind: "invalid" });

/** The parts of a cursor that this server wrote for a list; null for its beginning. */
function partsOf(
  { cursors }: IngestRoutes,
  list: string,
  cursor: string | undefined,
): Outcome<readonly CursorValue[] | null> {
  if (cursor === undefined) return granted(null);
  const opened = cursors.decode(list, cursor);
  if (!opened.ok) return opened;
  return Array.isArray(opened.value) ? granted(opened.value as readonly CursorValue[]) : badCursor;
}

function batchPlaceOf(parts: readonly CursorValue[] | null): Outcome<BatchPlace | null> {
  if (parts === null) return granted(null);
  const [at, batch] = parts;
  return typeof at === "number" && typeof batch === "string" ? granted({ at: new Date(at), batch }) : badCursor;
}

function questionPlaceOf(parts: readonly CursorValue[] | null): Outcome<QuestionPlace | null> {
  const place = batchPlaceOf(parts);
  if (!place.ok) return place;
  if (place.value === null) return granted(null);
  const [, , sheet, row] = parts ?? [];
  return typeof sheet === "string" && typeof row === "number" ? granted({ ...place.value, sheet, row }) : badCursor;
}

/** What a provider is called today; null where the policy does not name it. */
function nameOf({ ports }: IngestRoutes): (provider: string) => string | null {
  const { providers } = ports.policyAt(ports.clock.today());
  return (provider) => providers.get(provider)?.zh ?? null;
}

function presentLine(
  line: BatchLine,
  { own, name }: { readonly own: string; readonly name: (provider: string) => string | null },
): z.infer<typeof batchListSchema>["items"][number] {
  return {
    ...line,
    providerName: name(line.provider),
    own: line.provider === own,
    createdAt: line.createdAt.toISOString(),
    receivedAt: line.receivedAt?.toISOString() ?? null,
    finishedAt: line.finishedAt?.toISOString() ?? null,
  };
}

function presentOpen(question: OpenQuestion): z.infer<typeof questionListSchema>["items"][number] {
  const { batch, entry, receivedAt } = question;
  return { batch, entry, receivedAt: receivedAt?.toISOString() ?? null, ...presentQuestion(question) };
}

function filterOf(asked: Omit<z.infer<typeof batchListQuery>, "cursor">): Omit<BatchWish, "after"> {
  const { provider = null, entry = null, state = null, from = null, to = null } = asked;
  return { provider, entry, state, from, to };
}

/** Lists over many batches. */
export function addListRoutes(app: HttpApp, routes: IngestRoutes): void {
  const { ports, signIn, cursors } = routes;
  app.openapi(getBatches, async (c) => {
    const account = await signIn(c);
    if (!account.ok) return refuse(c, account.refusal);
    const { cursor, ...asked } = c.req.valid("query");
    const filter = filterOf(asked);
    const list = `batches:${account.value.account}:${JSON.stringify(filter)}`;
    const parts = partsOf(routes, list, cursor);
    const after = parts.ok ? batchPlaceOf(parts.value) : parts;
    if (!after.ok) return refuse(c, after.refusal);
    const lines = await batchLines(ports, account.value, { ...filter, after: after.value });
    if (!lines.ok) return refuse(c, lines.refusal);
    const last = lines.value.at(-1);
    const more = last !== undefined && lines.value.length === linesMax;
    const shown = { own: account.value.organisation, name: nameOf(routes) };
    c.header("cache-control", "no-store");
    return c.json(
      {
        items: lines.value.map((line) => presentLine(line, shown)),
        next: more ? cursors.encode(list, [last.createdAt.getTime(), last.batch]) : null,
      },
      200,
    );
  });
  app.openapi(getQuestions, async (c) => {
    const account = await signIn(c);
    if (!account.ok) return refuse(c, account.refusal);
    const { cursor, entry = null } = c.req.valid("query");
    const list = `questions:${account.value.account}:${entry ?? ""}`;
    const parts = partsOf(routes, list, cursor);
    const after = parts.ok ? questionPlaceOf(parts.value) : parts;
    if (!after.ok) return refuse(c, after.refusal);
    const found = await openQuestions(ports, account.value, { entry, after: after.value });
    if (!found.ok) return refuse(c, found.refusal);
    const { items, counts } = found.value;
    const last = items.at(-1);
    const more = last !== undefined && items.length === linesMax;
    const name = nameOf(routes);
    c.header("cache-control", "no-store");
    return c.json(
      {
        items: items.map(presentOpen),
        counts: counts.map((one) => ({ ...one, providerName: name(one.provider) })),
        next: more ? cursors.encode(list, [last.createdAt.getTime(), last.batch, last.sheet, last.row]) : null,
      },
      200,
    );
  });
}
