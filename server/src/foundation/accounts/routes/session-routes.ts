import { createRoute } from "@hono/zod-openapi";
import type { z } from "@hono/zod-openapi";
import { refuse } from "../../../platform/http/http-app.ts";
import type { HttpApp } from "../../../platform/http/http-app.ts";
import { problemResponses } from "../../../platform/http/problem.ts";
import type { SignIn } from "../routes.ts";
import type { SignedIn } from "../rules.ts";
import { idleEnd, SESSION_TERMS } from "../rules/session.ts";
import { sessionListSchema, sessionParams, sessionSchema } from "../schema.ts";
import { csrfToken, endAllSessions, endSession, listSessions } from "../service/session.ts";
import type { AccountPorts } from "../service/ports.ts";
import { cookieLine, isSecure } from "./cookie.ts";

/** What the routes of one's own sessions stand on. */
export interface SessionRoutes extends AccountPorts {
  /** Lets in frozen accounts: whoever is frozen may still learn it, and sign out. */
  readonly signIn: SignIn;
}

const done = { 204: { description: "It is over." }, ...problemResponses } as const;
const tags = ["accounts"];

const readRoute = createRoute({
  method: "get",
  path: "/api/v1/session",
  operationId: "readSession",
  tags,
  summary: "Who one is signed in as, until when, and the token against forged requests",
  responses: {
    200: { description: "The session.", content: { "application/json": { schema: sessionSchema } } },
    ...problemResponses,
  },
});

const endRoute = createRoute({
  method: "delete",
  path: "/api/v1/session",
  operationId: "endSession",
  tags,
  summary: "Sign out",
  responses: done,
});

const listRoute = createRoute({
  method: "get",
  path: "/api/v1/sessions",
  operationId: "listSessions",
  tags,
  summary: "One's own live sessions",
  responses: {
    200: {
      description: "The sessions, the newest first.",
      content: { "application/json": { schema: sessionListSchema } },
    },
    ...problemResponses,
  },
});

const endOneRoute = createRoute({
  method: "delete",
  path: "/api/v1/sessions/{session}",
  operationId: "endOneSession",
  tags,
  summary: "End one of one's own sessions",
  request: { params: sessionParams },
  responses: done,
});

const endAllRoute = createRoute({
  method: "delete",
  path: "/api/v1/sessions",
  operationId: "endSessions",
  tags,
  summary: "End all of one's own sessions, this one too",
  responses: done,
});

async function describe(routes: SessionRoutes, by: SignedIn): Promise<z.infer<typeof sessionSchema>> {
  const sessions = by.session === null ? [] : await listSessions(routes, by.account);
  const own = sessions.find(({ session }) => session === by.session);
  const { login, role, organisation, organisationName, via, steppedUpAt } = by;
  return {
    login,
    role,
    organisation: { uscc: organisation, name: organisationName },
    via,
    session:
      own === undefined
        ? null
        : {
            session: own.session,
            csrf: csrfToken(routes, own.session),
            startedAt: own.startedAt.toISOString(),
            idleUntil: new Date(idleEnd(own)).toISOString(),
            until: own.endsAt.toISOString(),
            steppedUpUntil:
              steppedUpAt === null ? null : new Date(steppedUpAt.getTime() + SESSION_TERMS.stepUpMs).toISOString(),
          },
  };
}

export function addSessionRoutes(app: HttpApp, routes: SessionRoutes): void {
  const { signIn } = routes;
  const gone = { "set-cookie": cookieLine("session", null, isSecure(routes)), "cache-control": "no-store" };
  const kept = { "cache-control": "no-store" };

  app.openapi(readRoute, async (c) => {
    const by = await signIn(c);
    return by.ok ? c.json(await describe(routes, by.value), 200, kept) : refuse(c, by.refusal);
  });
  app.openapi(endRoute, async (c) => {
    const by = await signIn(c);
    if (!by.ok) return refuse(c, by.refusal);
    if (by.value.session !== null) await endSession(routes, by.value, by.value.session);
    return c.body(null, 204, gone);
  });
  app.openapi(listRoute, async (c) => {
    const by = await signIn(c);
    if (!by.ok) return refuse(c, by.refusal);
    const sessions = await listSessions(routes, by.value.account);
    const items = sessions.map(({ session, startedAt, seenAt, endsAt }) => ({
      session,
      startedAt: startedAt.toISOString(),
      seenAt: seenAt.toISOString(),
      until: endsAt.toISOString(),
      current: session === by.value.session,
    }));
    return c.json({ items }, 200, kept);
  });
  app.openapi(endOneRoute, async (c) => {
    const by = await signIn(c);
    if (!by.ok) return refuse(c, by.refusal);
    const { session } = c.req.valid("param");
    const ended = await endSession(routes, by.value, session);
    if (!ended.ok) return refuse(c, ended.refusal);
    return c.body(null, 204, session === by.value.session ? gone : kept);
  });
  app.openapi(endAllRoute, async (c) => {
    const by = await signIn(c);
    if (!by.ok) return refuse(c, by.refusal);
    await endAllSessions(routes, by.value);
    return c.body(null, 204, gone);
  });
}
