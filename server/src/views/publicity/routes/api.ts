import { createRoute, z } from "@hono/zod-openapi";
import type { Cursors } from "../../../platform/http/cursor.ts";
import { refuse } from "../../../platform/http/http-app.ts";
import type { HttpApp } from "../../../platform/http/http-app.ts";
import { problemResponses } from "../../../platform/http/problem.ts";
import { granted } from "../../../kernel/refusal.ts";
import type { Outcome } from "../../../kernel/refusal.ts";
import { parseDay } from "../../../kernel/day.ts";
import { readPlace } from "../../search/index.ts";
import type { SearchPlace } from "../../search/index.ts";
import { unchanged } from "../../site/index.ts";
import { readRecordId } from "../rules/code.ts";
import { api } from "../text.ts";
import {
  presentFound,
  presentRecord,
  presentScope,
  presentSubject,
  recordAnswerSchema,
  recordParams,
  recordsQuery,
  recordsSchema,
  searchQuery,
  searchSchema,
  subjectParams,
  subjectSchema,
} from "../schema.ts";
import type { Publicity } from "../service.ts";
import type { RecordPlace } from "../rules/subject.ts";
import { cachingOf, entriesOf, versionOfCoverage, versionOfRows, versionOfSubject } from "./answer.ts";

function answers<T extends z.ZodType>(schema: T) {
  return {
    200: { description: api.answer, content: { "application/json": { schema } } },
    304: { description: api.unchanged },
    ...problemResponses,
  };
}

const common: { method: "get"; tags: string[] } = { method: "get", tags: [api.tag] };

const searchRoute = createRoute({
  ...common,
  path: "/api/v1/subjects",
  operationId: "searchSubjects",
  summary: api.search,
  request: { query: searchQuery },
  responses: answers(searchSchema),
});
const subjectRoute = createRoute({
  ...common,
  path: "/api/v1/subjects/{uscc}",
  operationId: "readSubject",
  summary: api.subject,
  request: { params: subjectParams },
  responses: answers(subjectSchema),
});
const recordsRoute = createRoute({
  ...common,
  path: "/api/v1/subjects/{uscc}/records",
  operationId: "listRecords",
  summary: api.records,
  request: { params: subjectParams, query: recordsQuery },
  responses: answers(recordsSchema),
});
const recordRoute = createRoute({
  ...common,
  path: "/api/v1/subjects/{uscc}/records/{id}",
  operationId: "readRecord",
  summary: api.record,
  request: { params: recordParams },
  responses: answers(recordAnswerSchema),
});
/** Where a search goes on: sealed, and good for the same text only. */
export function searchCursor(
  cursors: Cursors,
  text: string,
): {
  readonly open: (cursor: string | undefined) => Outcome<SearchPlace | null>;
  readonly seal: (place: SearchPlace | null) => string | null;
} {
  const list = `subjects ${text}`;
  return {
    open: (cursor) => {
      if (cursor === undefined) return granted(null);
      const opened = cursors.decode(list, cursor);
      return opened.ok ? granted(readPlace(opened.value)) : opened;
    },
    seal: (place) => (place === null ? null : cursors.encode(list, place)),
  };
}

function recordsCursor(cursors: Cursors, code: string, entry: string | null) {
  const list = `records ${code} ${entry ?? ""}`;
  return {
    open: (cursor: string | undefined): Outcome<RecordPlace | null> => {
      if (cursor === undefined) return granted(null);
      const opened = cursors.decode(list, cursor);
      return opened.ok ? granted(readRecordPlace(opened.value)) : opened;
    },
    seal: (place: RecordPlace | null): string | null =>
      place === null ? null : cursors.encode(list, [place.day, place.id.toString("base64url")]),
  };
}

function readRecordPlace(value: unknown): RecordPlace | null {
  if (!Array.isArray(value)) return null;
  const [day, text] = value as readonly unknown[];
  if (typeof day !== "string" || typeof text !== "string" || parseDay(day) === undefined) return null;
  const id = readRecordId(text);
  return id === null ? null : { day, id };
}

function addSearch(app: HttpApp, { publicity, cursors }: ApiWiring): void {
  app.openapi(searchRoute, async (c) => {
    const { q, cursor, limit } = c.req.valid("query");
    const moment = publicity.moment();
    const places = searchCursor(cursors, q);
    const after = places.open(cursor);
    if (!after.ok) return refuse(c, after.refusal);
    const found = await publicity.search(moment, { text: q, limit, after: after.value });
    if (!found.ok) return refuse(c, found.refusal);
    const { items, more, next, wrongCheckDigit, coverage } = found.value;
    const body = {
      items: items.map(presentFound),
      next: places.seal(next),
      more,
      wrongCheckDigit,
      scope: presentScope(coverage),
    };
    c.header("x-robots-tag", "noindex");
    return (
      unchanged(c, moment, { parts: [JSON.stringify(body)], caching: { kind: "revalidated" } }) ?? c.json(body, 200)
    );
  });
}

function addSubject(app: HttpApp, { publicity }: ApiWiring): void {
  app.openapi(subjectRoute, async (c) => {
    const moment = publicity.moment();
    const read = await publicity.summary(moment, c.req.valid("param").uscc);
    if (!read.ok) return refuse(c, read.refusal);
    const { subject, coverage, counts } = read.value;
    const parts = ["subject", ...versionOfSubject(subject), versionOfCoverage(coverage)];
    for (const { entry, count } of counts) parts.push(entry, count);
    const caching = cachingOf(
      subject,
      counts.map(({ entry }) => moment.policy.entries.get(entry)),
    );
    return unchanged(c, moment, { parts, caching }) ?? c.json(presentSubject(read.value, moment), 200);
  });
}

function addRecords(app: HttpApp, { publicity, cursors }: ApiWiring): void {
  app.openapi(recordsRoute, async (c) => {
    const { uscc } = c.req.valid("param");
    const { entry = null, cursor, limit } = c.req.valid("query");
    const moment = publicity.moment();
    const places = recordsCursor(cursors, uscc, entry);
    const after = places.open(cursor);
    if (!after.ok) return refuse(c, after.refusal);
    const read = await publicity.page(moment, { code: uscc, entry, after: after.value, limit });
    if (!read.ok) return refuse(c, read.refusal);
    const { subject, records, next } = read.value;
    const rows = records.map(({ row }) => row);
    const sealed = places.seal(next);
    const parts = ["records", subject === null, sealed, ...versionOfRows(rows)];
    const kept = unchanged(c, moment, { parts, caching: cachingOf(subject, entriesOf(rows, moment.policy)) });
    const items = (): ReturnType<typeof presentRecord>[] =>
      records.map((record) => presentRecord(record, moment.policy));
    return kept ?? c.json({ items: items(), next: sealed, known: subject !== null }, 200);
  });
  app.openapi(recordRoute, async (c) => {
    const { uscc, id } = c.req.valid("param");
    const moment = publicity.moment();
    const read = await publicity.record(moment, { code: uscc, id });
    if (!read.ok) return refuse(c, read.refusal);
    const { subject, record } = read.value;
    const parts = ["record", ...versionOfSubject(subject), ...versionOfRows([record.row])];
    const body = { ...presentRecord(record, moment.policy), uscc: subject.uscc, name: subject.names[0]?.name ?? null };
    return unchanged(c, moment, { parts, caching: cachingOf(subject, [record.entry]) }) ?? c.json(body, 200);
  });
}

export interface ApiWiring {
  readonly publicity: Publicity;
  readonly cursors: Cursors;
}

/** The public API. What a caller may not name has no effect: unknown parameters such as a past day are not read. */
export function addPublicApi(app: HttpApp, wiring: ApiWiring): void {
  addSearch(app, wiring);
  addSubject(app, wiring);
  addRecords(app, wiring);
}
