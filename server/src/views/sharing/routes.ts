import { createRoute } from "@hono/zod-openapi";
import type { z } from "@hono/zod-openapi";
import type { SignIn } from "../../foundation/accounts/index.ts";
import { parseDay } from "../../kernel/day.ts";
import { granted, refused } from "../../kernel/refusal.ts";
import type { Outcome } from "../../kernel/refusal.ts";
import type { Cursors, CursorValue } from "../../platform/http/cursor.ts";
import { refuse } from "../../platform/http/http-app.ts";
import type { HttpApp } from "../../platform/http/http-app.ts";
import { problemResponses } from "../../platform/http/problem.ts";
import type { Keys } from "../../platform/keys/keys.ts";
import { referenceText } from "../../policy/article-text.ts";
import {
  firstSchema,
  ownLooksSchema,
  ownRecordsSchema,
  pageQuery,
  presentAnswer,
  presentLook,
  presentShared,
  queryAnswerSchema,
  querySchema,
} from "./schema.ts";
import { addDownloadRoute } from "./routes/download-routes.ts";
import { addRulesRoute } from "./routes/rules-route.ts";
import { addProofRoute } from "./routes/proof-routes.ts";
import { exportQuery } from "./service/export.ts";
import { openOwnSide } from "./service/own.ts";
import { openSharing } from "./service/query.ts";
import type { ClaimedBasis, NextPage, QueryAnswer, SharingDeps } from "./service/query.ts";
import type { LookPlace, RecordPlace } from "./rules/told.ts";
import { api } from "./text.ts";

export interface SharingWiring extends SharingDeps {
  readonly keys: Keys;
  readonly signIn: SignIn;
  /** For what is a subject's right, also while its account is frozen. */
  readonly ownSignIn: SignIn;
  readonly cursors: Cursors;
}

const security = [{ bearer: [] }];

function answering<S extends z.ZodType>(schema: S, description: string) {
  return { 200: { description, content: { "application/json": { schema } } }, ...problemResponses };
}

const queryRoute = createRoute({
  method: "post",
  path: "/api/v1/queries",
  operationId: "querySubjects",
  tags: [api.tag],
  security,
  summary: api.query,
  request: { body: { required: true, content: { "application/json": { schema: querySchema } } } },
  responses: answering(queryAnswerSchema, api.queryAnswer),
});
const exportRoute = createRoute({
  method: "post",
  path: "/api/v1/queries/exports",
  operationId: "exportQuery",
  tags: [api.tag],
  security,
  summary: api.export,
  request: { body: { required: true, content: { "application/json": { schema: firstSchema } } } },
  responses: { 200: { description: api.exportAnswer, content: { "text/csv": {} } }, ...problemResponses },
});
const ownRecordsRoute = createRoute({
  method: "get",
  path: "/api/v1/own/records",
  operationId: "listOwnRecords",
  tags: [api.tag],
  security,
  summary: api.ownRecord,
  request: { query: pageQuery },
  responses: answering(ownRecordsSchema, api.ownRecord),
});
const ownLooksRoute = createRoute({
  method: "get",
  path: "/api/v1/own/looks",
  operationId: "listOwnLooks",
  tags: [api.tag],
  security,
  summary: api.ownLooks,
  request: { query: pageQuery },
  responses: answering(ownLooksSchema, api.ownLooks),
});

const queries = "queries";

/** Sealed, and good for the office that got it; the right is judged anew when it comes back. */
function sealPage(cursors: Cursors, page: NextPage | null): string | null {
  if (page === null) return null;
  const { office, uscc, matter, purpose, basis, authorisation, entries, after } = page;
  const right = basis.kind === "duty" ? ["duty", basis.duty] : ["authorisation", ""];
  const place = [after.day, after.id.toString("base64url")];
  return cursors.encode(queries, [office, uscc, matter, purpose, right, authorisation, entries, place]);
}

const badCursor = refused({ code: "http.bad-cursor", kind: "invalid" });

function openPage(cursors: Cursors, cursor: string): Outcome<NextPage> {
  const opened = cursors.decode(queries, cursor);
  if (!opened.ok) return opened;
  const [office, uscc, matter, purpose, right, authorisation, entries, place] = listOf(opened.value);
  const [kind, duty] = listOf(right);
  const basis: ClaimedBasis = kind === "duty" ? { kind, duty: textOf(duty) } : { kind: "authorisation" };
  const after = recordPlaceOf(place);
  if (after === null) return badCursor;
  return granted({
    office: textOf(office),
    uscc: textOf(uscc),
    matter: textOf(matter),
    purpose: textOf(purpose),
    basis,
    authorisation: typeof authorisation === "string" ? authorisation : null,
    entries: listOf(entries).map(textOf),
    after,
  });
}

function listOf(value: CursorValue | undefined): readonly CursorValue[] {
  return Array.isArray(value) ? (value as readonly CursorValue[]) : [];
}

function textOf(value: CursorValue | undefined): string {
  return typeof value === "string" ? value : "";
}

function recordPlaceOf(value: CursorValue | undefined): RecordPlace | null {
  const [day, id] = listOf(value);
  if (typeof id !== "string") return null;
  const parsed = typeof day === "string" ? parseDay(day) : undefined;
  return { day: parsed ?? null, id: Buffer.from(id, "base64url") };
}

function lookPlaceOf(value: CursorValue): LookPlace | null {
  const [at, look] = listOf(value);
  if (typeof at !== "number" || typeof look !== "string") return null;
  return { at: new Date(at), look: Buffer.from(look, "hex") };
}

/** Opens a cursor of a list of one's own; null is its beginning. */
function opened<T>(
  cursors: Cursors,
  asked: {
    readonly list: string;
    readonly cursor: string | undefined;
    readonly read: (value: CursorValue) => T | null;
  },
): Outcome<T | null> {
  if (asked.cursor === undefined) return granted(null);
  const value = cursors.decode(asked.list, asked.cursor);
  if (!value.ok) return value;
  const place = asked.read(value.value);
  return place === null ? badCursor : granted(place);
}

function bodyOf({ moment, answers }: QueryAnswer, cursors: Cursors): z.infer<typeof queryAnswerSchema> {
  const { policy, today, now } = moment;
  return {
    at: new Date(now).toISOString(),
    day: today,
    policyHash: policy.hash,
    prompt: api.prompt,
    answers: answers.map((answer) => presentAnswer(answer, policy, sealPage(cursors, answer.next))),
  };
}

function addQueries(app: HttpApp, wiring: SharingWiring): void {
  const sharing = openSharing(wiring);
  const { signIn, cursors, looks } = wiring;
  app.openapi(queryRoute, async (c) => {
    c.header("cache-control", "no-store");
    const by = await signIn(c);
    if (!by.ok) return refuse(c, by.refusal);
    const asked = c.req.valid("json");
    let answered: Outcome<QueryAnswer>;
    if ("cursor" in asked) {
      const page = openPage(cursors, asked.cursor);
      answered = page.ok ? await sharing.more(by.value, page.value) : page;
    } else {
      answered = await sharing.query(by.value, asked);
    }
    if (answered.ok) return c.json(bodyOf(answered.value, cursors), 200);
    looks.refused(by.value);
    return refuse(c, answered.refusal);
  });
}

/** A query as a file that is marked. */
function addExports(app: HttpApp, wiring: SharingWiring): void {
  const ports = { ...wiring, sharing: openSharing(wiring) };
  app.openapi(exportRoute, async (c) => {
    c.header("cache-control", "no-store");
    const by = await wiring.signIn(c);
    if (!by.ok) return refuse(c, by.refusal);
    const made = await exportQuery(ports, by.value, c.req.valid("json"));
    if (!made.ok) {
      wiring.looks.refused(by.value);
      return refuse(c, made.refusal);
    }
    c.header("content-type", "text/csv; charset=utf-8");
    c.header("content-disposition", `attachment; filename="${made.value.id}.csv"`);
    return c.body(made.value.csv, 200);
  });
}

/** What a subject sees of itself: all its records, and who looked at them. */
function addOwnSide(app: HttpApp, wiring: SharingWiring): void {
  const own = openOwnSide(wiring);
  const { ownSignIn: signIn, cursors } = wiring;
  app.openapi(ownRecordsRoute, async (c) => {
    c.header("cache-control", "no-store");
    const by = await signIn(c);
    if (!by.ok) return refuse(c, by.refusal);
    const list = `own-records ${by.value.organisation}`;
    const after = opened(cursors, { list, cursor: c.req.valid("query").cursor, read: recordPlaceOf });
    if (!after.ok) return refuse(c, after.refusal);
    const read = await own.records(by.value, after.value);
    if (!read.ok) return refuse(c, read.refusal);
    const { subject, rows, next, moment } = read.value;
    return c.json(
      {
        uscc: by.value.organisation,
        name: subject?.name ?? null,
        known: subject !== null,
        items: rows.map((row) => presentShared(row, moment.policy)),
        next: next === null ? null : cursors.encode(list, [next.day, next.id.toString("base64url")]),
      },
      200,
    );
  });
  app.openapi(ownLooksRoute, async (c) => {
    c.header("cache-control", "no-store");
    const by = await signIn(c);
    if (!by.ok) return refuse(c, by.refusal);
    const list = `own-looks ${by.value.organisation}`;
    const after = opened(cursors, { list, cursor: c.req.valid("query").cursor, read: lookPlaceOf });
    if (!after.ok) return refuse(c, after.refusal);
    const read = await own.looks(by.value, after.value);
    if (!read.ok) return refuse(c, read.refusal);
    const { items, next, moment } = read.value;
    const cite = (article: string): string => referenceText(moment.policy, article);
    return c.json(
      {
        items: items.map((look) => presentLook(look, moment.policy, cite)),
        next: next === null ? null : cursors.encode(list, [next.at.getTime(), next.look.toString("hex")]),
      },
      200,
    );
  });
}

/** Looks by duty or authorisation, and the subject's own side. */
export function addSharingRoutes(app: HttpApp, wiring: SharingWiring): void {
  addRulesRoute(app, wiring);
  addQueries(app, wiring);
  addExports(app, wiring);
  addOwnSide(app, wiring);
  addProofRoute(app, wiring);
  addDownloadRoute(app, wiring);
}
