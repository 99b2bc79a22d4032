import { createRoute } from "@hono/zod-openapi";
import type { z } from "@hono/zod-openapi";
import { dayOfInstant } from "../../../kernel/day.ts";
import { granted, refused } from "../../../kernel/refusal.ts";
import type { Outcome } from "../../../kernel/refusal.ts";
import type { Cursors } from "../../../platform/http/cursor.ts";
import { refuse } from "../../../platform/http/http-app.ts";
import type { HttpApp } from "../../../platform/http/http-app.ts";
import { problemResponses } from "../../../platform/http/problem.ts";
import type { SignIn } from "../routes.ts";
import { memberState } from "../rules/member.ts";
import { freezingSchema, memberListSchema, memberParams, memberQuery } from "../schema.ts";
import { freezeAtOnce, members, membersMax } from "../service/members.ts";
import type { MemberPlace, MemberRow } from "../service/members.ts";
import type { AccountPorts } from "../service/ports.ts";

/** What the routes of members stand on. */
export interface MemberRoutes extends Pick<AccountPorts, "db" | "clock"> {
  readonly signIn: SignIn;
  readonly cursors: Cursors;
}

const tags = ["accounts"];
const security = [{ bearer: [] }];

const listRoute = createRoute({
  method: "get",
  path: "/api/v1/accounts",
  operationId: "listAccounts",
  tags,
  security,
  summary: "Who has an account: members of one's own organisation, of all for those who run the accounts",
  request: { query: memberQuery },
  responses: {
    200: {
      description: "A page, by organisation and login.",
      content: { "application/json": { schema: memberListSchema } },
    },
    ...problemResponses,
  },
});
const freezeRoute = createRoute({
  method: "post",
  path: "/api/v1/accounts/{account}/freezing",
  operationId: "freezeAccount",
  tags,
  security,
  summary: "A security administrator stops an account at once; a second person lifts it",
  request: {
    params: memberParams,
    body: { required: true, content: { "application/json": { schema: freezingSchema } } },
  },
  responses: { 204: { description: "It is frozen." }, ...problemResponses },
});

function placeOf(cursors: Cursors, list: string, cursor: string | undefined): Outcome<MemberPlace | null> {
  if (cursor === undefined) return granted(null);
  const opened = cursors.decode(list, cursor);
  if (!opened.ok) return opened;
  const [organisation, login] = Array.isArray(opened.value) ? (opened.value as readonly unknown[]) : [];
  return typeof organisation === "string" && typeof login === "string"
    ? granted({ organisation, login })
    : refused({ code: "http.bad-cursor", kind: "invalid" });
}

function present(row: MemberRow): z.infer<typeof memberListSchema>["items"][number] {
  const { account, login, organisation, organisationName, role, signedInAt } = row;
  const signedInOn = signedInAt === null ? null : dayOfInstant(signedInAt.getTime());
  return { account, name: login, organisation, organisationName, role, state: memberState(row), signedInOn };
}

/** Members, and freezing one of them; what needs a second person stands in `approvals`. */
export function addMemberRoutes(app: HttpApp, routes: MemberRoutes): void {
  const { signIn, cursors } = routes;
  app.openapi(listRoute, async (c) => {
    const by = await signIn(c);
    if (!by.ok) return refuse(c, by.refusal);
    const { cursor, organisation = null, role = null, state = null } = c.req.valid("query");
    const filter = { organisation, role, state };
    const list = `accounts:${by.value.account}:${JSON.stringify(filter)}`;
    const after = placeOf(cursors, list, cursor);
    if (!after.ok) return refuse(c, after.refusal);
    const found = await members(routes, by.value, { ...filter, after: after.value });
    if (!found.ok) return refuse(c, found.refusal);
    const last = found.value.at(-1);
    const more = last !== undefined && found.value.length === membersMax;
    const next = more ? cursors.encode(list, [last.organisation, last.login]) : null;
    c.header("cache-control", "no-store");
    return c.json({ items: found.value.map(present), next }, 200);
  });
  app.openapi(freezeRoute, async (c) => {
    const by = await signIn(c);
    if (!by.ok) return refuse(c, by.refusal);
    const { account } = c.req.valid("param");
    const frozen = await freezeAtOnce(routes, by.value, { account, ...c.req.valid("json") });
    return frozen.ok ? c.body(null, 204, { "cache-control": "no-store" }) : refuse(c, frozen.refusal);
  });
}
