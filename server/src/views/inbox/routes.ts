import { createRoute } from "@hono/zod-openapi";
import type { SignIn } from "../../foundation/accounts/index.ts";
import { granted, refused } from "../../kernel/refusal.ts";
import type { Outcome } from "../../kernel/refusal.ts";
import type { Cursors } from "../../platform/http/cursor.ts";
import { refuse } from "../../platform/http/http-app.ts";
import type { HttpApp } from "../../platform/http/http-app.ts";
import { problemResponses } from "../../platform/http/problem.ts";
import { markRead } from "../../records/notices/index.ts";
import type { NoticePlace } from "../../records/notices/index.ts";
import { isSamePlace, pageAfter, readPosition, unreadAfter, writePosition } from "./rules/notices.ts";
import { inboxSchema, markedSchema, markSchema, pageQuery, presentNotice } from "./schema.ts";
import { openInbox } from "./service.ts";
import type { InboxDeps } from "./service.ts";
import { api } from "./text.ts";

export interface InboxWiring extends InboxDeps {
  /** Lets frozen accounts in: what one is told is a right. */
  readonly ownSignIn: SignIn;
  readonly cursors: Cursors;
}

const pageSize = 50;
const security = [{ bearer: [] }];

const listRoute = createRoute({
  method: "get",
  path: "/api/v1/own/notices",
  operationId: "listOwnNotices",
  tags: [api.tag],
  security,
  summary: api.list,
  request: { query: pageQuery },
  responses: {
    200: { description: api.list, content: { "application/json": { schema: inboxSchema } } },
    ...problemResponses,
  },
});
const markRoute = createRoute({
  method: "post",
  path: "/api/v1/own/notices/read",
  operationId: "markNoticesRead",
  tags: [api.tag],
  security,
  summary: api.mark,
  request: { body: { required: true, content: { "application/json": { schema: markSchema } } } },
  responses: {
    200: { description: api.mark, content: { "application/json": { schema: markedSchema } } },
    ...problemResponses,
  },
});

const badCursor = refused({ code: "http.bad-cursor", kind: "invalid" });

function placeOf(cursors: Cursors, list: string, cursor: string | undefined): Outcome<NoticePlace | null> {
  if (cursor === undefined) return granted(null);
  const opened = cursors.decode(list, cursor);
  if (!opened.ok) return opened;
  const place = typeof opened.value === "string" ? readPosition(opened.value) : null;
  return place === null ? badCursor : granted(place);
}

/** What one's own organisation is told, and how far one has read it. */
export function addInboxRoutes(app: HttpApp, wiring: InboxWiring): void {
  const { ownSignIn: signIn, cursors } = wiring;
  app.openapi(listRoute, async (c) => {
    c.header("cache-control", "no-store");
    const by = await signIn(c);
    if (!by.ok) return refuse(c, by.refusal);
    const list = `own-notices ${by.value.account}`;
    const after = placeOf(cursors, list, c.req.valid("query").cursor);
    if (!after.ok) return refuse(c, after.refusal);
    const inbox = await openInbox(wiring, by.value);
    if (!inbox.ok) return refuse(c, inbox.refusal);
    const { notices, unread, mark } = inbox.value;
    const { items, next } = pageAfter(notices, after.value, pageSize);
    return c.json(
      {
        unread,
        items: items.map((notice) => presentNotice(notice, mark)),
        next: next === null ? null : cursors.encode(list, writePosition(next)),
      },
      200,
    );
  });
  app.openapi(markRoute, async (c) => {
    c.header("cache-control", "no-store");
    const by = await signIn(c);
    if (!by.ok) return refuse(c, by.refusal);
    const place = readPosition(c.req.valid("json").through);
    if (place === null) return refuse(c, { code: "notices.not-yet", kind: "invalid" });
    const inbox = await openInbox(wiring, by.value);
    if (!inbox.ok) return refuse(c, inbox.refusal);
    // Only a place that is a notice's: nothing that somebody makes up is kept.
    if (!inbox.value.notices.some((notice) => isSamePlace(notice, place))) {
      return refuse(c, { code: "notices.not-yet", kind: "invalid" });
    }
    const marked = await markRead(wiring, by.value, place);
    return marked.ok ? c.json({ unread: unreadAfter(inbox.value, place) }, 200) : refuse(c, marked.refusal);
  });
}
