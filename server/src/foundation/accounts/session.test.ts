import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { dayOfInstant } from "../../kernel/day.ts";
import { createHttpApp, refuse } from "../../platform/http/http-app.ts";
import type { HttpApp } from "../../platform/http/http-app.ts";
import { statement } from "../../platform/database/pool.ts";
import { testDatabase } from "../../platform/database/test-database.ts";
import type { TestDatabase } from "../../platform/database/test-database.ts";
import { openKeys } from "../../platform/keys/keys.ts";
import { auditTrail } from "../audit/index.ts";
import { addSessionRoutes, createAccount, createSignIn, disableAccount, expireStepUp, freeze } from "./index.ts";
import { keepSessions, requireStepUp, sessionWay, signInByToken, tokenWay } from "./index.ts";
import type { Account } from "./index.ts";
import { ATTEMPT_TERMS } from "./rules/attempt.ts";
import { SESSION_TERMS } from "./rules/session.ts";
import { countAttempt, forgive } from "./service/attempt.ts";
import type { AccountPorts } from "./service/ports.ts";
import { beginSession, stepUpSession } from "./service/session.ts";
import { accountTexts } from "./text.ts";

const start = Date.parse("2026-09-09T08:00:00+08:00");
const publicUrl = "https://credit.example.cn";
const cookieName = "__Host-xinheng";

let database: TestDatabase;
let folder: string;
let ports: AccountPorts;
let app: HttpApp;
let now: number;
let zhang: Account;
let token: string;

beforeEach(async () => {
  now = start;
  database = await testDatabase();
  folder = await mkdtemp(path.join(tmpdir(), "xinheng-session-"));
  const keys = await openKeys({ folder: path.join(folder, "keys") });
  ports = { db: database.db, clock: { now: () => now, today: () => dayOfInstant(now) }, keys, publicUrl };
  const made = await make("zhang");
  [zhang, token] = [made.account, made.token];
  app = open(ports);
});
afterEach(async () => {
  await database.drop();
  await rm(folder, { recursive: true });
});

async function make(login: string) {
  const organisation = { uscc: "11990100MB0XH0054P", name: "示例市市场监督管理局" };
  const made = await createAccount(ports.db, { at: new Date(now), by: null, organisation, role: "clerk", login });
  if (!made.ok) throw new Error(made.refusal.code);
  return made.value;
}

function open(over: AccountPorts): HttpApp {
  const watch = { request: () => undefined, fault: () => undefined };
  const one = createHttpApp({ texts: accountTexts, watch, secure: true, bodyBytes: 10_000, uploadPaths: [] });
  const ways = [tokenWay((held, admission) => signInByToken(over, held, admission)), sessionWay(over)];
  const signIn = createSignIn(ways);
  one.use(keepSessions(over));
  addSessionRoutes(one, { ...over, signIn: createSignIn(ways, { allowFrozen: true }) });
  for (const method of ["GET", "POST", "PUT", "PATCH", "DELETE"]) {
    for (const where of ["/api/work", "/form"]) {
      one.on(method, where, async (c) => {
        const by = await signIn(c);
        if (!by.ok) return refuse(c, by.refusal);
        const fresh = requireStepUp(by.value, now);
        return fresh.ok ? c.json({ login: by.value.login, via: by.value.via }) : refuse(c, fresh.refusal);
      });
    }
  }
  one.get("/public", async (c) => {
    await signIn(c);
    return c.text("for everybody", 200, { "cache-control": "public, max-age=60" });
  });
  return one;
}

const begin = (account = zhang) => ports.db.write((tx) => beginSession(tx, account, new Date(now)));

interface Asked {
  readonly method?: string;
  readonly cookie?: string;
  readonly headers?: Record<string, string>;
  readonly body?: string;
}

async function ask(where: string, { method = "GET", cookie, headers, body }: Asked = {}) {
  const response = await app.request(where, {
    method,
    headers: { ...(cookie === undefined ? {} : { cookie: `${cookieName}=${cookie}` }), ...headers },
    ...(body === undefined ? {} : { body }),
  });
  const text = await response.text();
  const json = response.headers.get("content-type")?.includes("json") === true;
  const answer = (json ? JSON.parse(text) : {}) as Record<string, never>;
  const line = response.headers.get("set-cookie");
  const set = line === null ? undefined : /^__Host-xinheng=([^;]*)/.exec(line)?.[1];
  return { status: response.status, answer, code: answer["code"] as string | undefined, set, line };
}

interface Told {
  readonly csrf: string;
  readonly session: string;
  readonly steppedUpUntil: string | null;
}

async function told(cookie: string): Promise<Told> {
  const { answer, status } = await ask("/api/v1/session", { cookie });
  expect(status).toBe(200);
  return answer["session"] as unknown as Told;
}

const minutes = (count: number): number => count * 60_000;

test("a session says who one is, and only the hash of its cookie is kept", async () => {
  const cookie = await begin();
  const { answer } = await ask("/api/v1/session", { cookie });
  expect(answer).toMatchObject({
    login: "zhang",
    role: "clerk",
    via: "session",
    organisation: { uscc: zhang.organisation },
  });
  const rows = await database.admin.read((tx) =>
    tx.rows<{ row: string }>(statement("test.session", "select s::text as row from accounts.session s")),
  );
  expect(JSON.stringify(rows)).not.toContain(cookie);
  const byToken = await ask("/api/v1/session", { headers: { authorization: `Bearer ${token}` } });
  expect(byToken.answer).toMatchObject({ via: "token", session: null });
  expect(await ask("/api/v1/session")).toMatchObject({ status: 401, code: "accounts.unauthenticated" });
});

test("a cookie that is no session's is refused and taken back", async () => {
  const cookie = await begin();
  for (const wrong of ["", "x", cookie.slice(1), `${cookie}A`, cookie.toLowerCase(), "' or 1=1 --"]) {
    const answer = await ask("/api/work", { cookie: wrong });
    expect([wrong, answer.status, answer.code]).toEqual([wrong, 401, "accounts.session-ended"]);
    expect(answer.set).toBe("");
  }
});

test("a session ends when it is idle, and after its whole term however busy it was", async () => {
  let cookie = await begin();
  now += SESSION_TERMS.idleMs - 1;
  expect((await ask("/api/v1/session", { cookie })).status).toBe(200);
  cookie = await begin();
  now += SESSION_TERMS.idleMs;
  expect(await ask("/api/v1/session", { cookie })).toMatchObject({ status: 401, code: "accounts.session-ended" });
  cookie = await begin();
  const until = now + SESSION_TERMS.absoluteMs;
  while (now + minutes(20) < until) {
    now += minutes(20);
    const answer = await ask("/api/v1/session", { cookie });
    expect(answer.status).toBe(200);
    cookie = answer.set ?? cookie;
  }
  now = until;
  expect((await ask("/api/v1/session", { cookie })).status).toBe(401);
});

test("the number changes while it is used; the one before is good for a moment and then betrays a thief", async () => {
  const first = await begin();
  expect((await ask("/api/v1/session", { cookie: first })).set).toBeUndefined();
  now += SESSION_TERMS.rotateMs;
  const { csrf } = await told(first).catch(() => ({ csrf: "" }));
  const rows = await Promise.all([1, 2, 3].map(() => ask("/api/v1/session", { cookie: first })));
  expect(rows.every(({ status, set }) => status === 200 && set === undefined)).toBe(true);
  const other = await begin();
  now += SESSION_TERMS.rotateMs;
  const changed = await ask("/api/v1/session", { cookie: other });
  const second = changed.set ?? "";
  expect(changed.line).toMatch(/; Path=\/; HttpOnly; Secure; SameSite=Strict$/);
  expect((await told(second)).csrf).toBe((await told(other)).csrf);
  expect((await told(second)).csrf).not.toBe(csrf);
  now += SESSION_TERMS.graceMs + 1;
  expect((await ask("/api/v1/session", { cookie: second })).status).toBe(200);
  expect((await ask("/api/v1/session", { cookie: other })).status).toBe(401);
  expect(await ask("/api/v1/session", { cookie: second })).toMatchObject({
    status: 401,
    code: "accounts.session-ended",
  });
  const trail = await ports.db.read((tx) => auditTrail(tx, zhang.account));
  expect(trail.at(-1)).toMatchObject({ action: "session.end", state: { replayed: true } });
});

test("nothing that may be kept for others sets a cookie", async () => {
  const cookie = await begin();
  now += SESSION_TERMS.rotateMs;
  expect((await ask("/public", { cookie })).line).toBeNull();
  expect((await ask("/public", { cookie: "x" })).line).toBeNull();
  expect((await ask("/api/v1/session", { cookie })).set).toHaveLength(43);
});

const same: Record<string, string> = { "sec-fetch-site": "same-origin" };
const origin = { origin: publicUrl };

test("what changes something must come from a page of ours with the session's own token", async () => {
  const { session, csrf } = await told(await begin());
  const cookie = (await ports.db.write((tx) => stepUpSession(tx, session, new Date(now)))) ?? "";
  const bearing = { "x-csrf-token": csrf };
  const foreign = (await told(await begin())).csrf;
  const form = { "content-type": "application/x-www-form-urlencoded" };
  const table: readonly (readonly [string, number, Asked & { where?: string }])[] = [
    ["header and same origin", 200, { headers: { ...bearing, ...same } }],
    ["header and origin of an old browser", 200, { headers: { ...bearing, ...origin } }],
    ["no token", 403, { headers: { ...same } }],
    ["no origin at all", 403, { headers: { ...bearing } }],
    ["another site", 403, { headers: { ...bearing, "sec-fetch-site": "cross-site", ...origin } }],
    ["a neighbour's host", 403, { headers: { ...bearing, "sec-fetch-site": "same-site", ...origin } }],
    ["another origin", 403, { headers: { ...bearing, origin: "https://credit.example.cn.evil.example" } }],
    ["the origin null", 403, { headers: { ...bearing, origin: "null" } }],
    ["another session's token", 403, { headers: { "x-csrf-token": foreign, ...same } }],
    ["a token cut short", 403, { headers: { "x-csrf-token": csrf.slice(1), ...same } }],
    ["a form's field", 200, { where: "/form", headers: { ...form, ...same }, body: `csrf=${csrf}` }],
    ["a form's field twice", 200, { where: "/form", headers: { ...form, ...same }, body: `csrf=x&csrf=${csrf}` }],
    ["a form's field for the interface", 403, { headers: { ...form, ...same }, body: `csrf=${csrf}` }],
    ["a form without it", 403, { where: "/form", headers: { ...form, ...same }, body: "x=1" }],
  ];
  for (const [what, status, { where = "/api/work", ...sent }] of table) {
    const answer = await ask(where, { method: "POST", cookie, ...sent });
    expect([what, answer.status, answer.code]).toEqual([what, status, status === 200 ? undefined : "accounts.csrf"]);
  }
  for (const method of ["PUT", "PATCH", "DELETE"]) {
    expect((await ask("/api/work", { method, cookie, headers: same })).code).toBe("accounts.csrf");
  }
  // The Host of a request has no say.
  const forged = { "x-csrf-token": csrf, origin: "https://evil.example", host: "evil.example" };
  expect((await ask("/api/work", { method: "POST", cookie, headers: forged })).code).toBe("accounts.csrf");
});

test("a token needs no page: it is in no browser", async () => {
  const headers = { authorization: `Bearer ${token}` };
  expect(await ask("/api/work", { method: "POST", headers })).toMatchObject({ status: 200, answer: { via: "token" } });
  const both = await ask("/api/work", {
    method: "POST",
    headers: { authorization: "Bearer x" },
    cookie: await begin(),
  });
  expect(both).toMatchObject({ status: 401, code: "accounts.unknown-token" });
});

test("one ends one's own sessions, one or all, and never another's", async () => {
  const [mine, other] = [await begin(), await begin()];
  const theirs = await begin((await make("li")).account);
  const { csrf, session } = await told(mine);
  const headers = { "x-csrf-token": csrf, ...same };
  const drop = (which: string) => ask(`/api/v1/sessions/${which}`, { method: "DELETE", cookie: mine, headers });
  const foreign = await told(theirs);
  expect(await drop(foreign.session)).toMatchObject({ status: 404, code: "accounts.unknown-session" });
  expect(await drop(crypto.randomUUID())).toMatchObject({ status: 404, code: "accounts.unknown-session" });
  expect((await ask("/api/v1/sessions", { cookie: mine })).answer["items"]).toHaveLength(2);
  expect((await drop((await told(other)).session)).status).toBe(204);
  expect((await ask("/api/v1/session", { cookie: other })).status).toBe(401);
  expect((await ask("/api/v1/sessions", { cookie: mine })).answer["items"]).toMatchObject([{ session, current: true }]);
  const left = await ask("/api/v1/session", { method: "DELETE", cookie: mine, headers });
  expect([left.status, left.set]).toEqual([204, ""]);
  expect((await ask("/api/v1/session", { cookie: mine })).status).toBe(401);
  const again = [await begin(), await begin()];
  const bearing = { authorization: `Bearer ${token}` };
  expect((await ask("/api/v1/sessions", { method: "DELETE", headers: bearing })).status).toBe(204);
  for (const cookie of again) expect((await ask("/api/v1/session", { cookie })).status).toBe(401);
  expect((await ask("/api/v1/session", { cookie: theirs })).status).toBe(200);
});

test("a session dies with its account; frozen it may only say so and end", async () => {
  const cookie = await begin();
  const { csrf } = await told(cookie);
  await ports.db.write((tx) => freeze(tx, zhang.account, { at: new Date(now), by: null, reason: "异常" }));
  expect(await ask("/api/work", { cookie })).toMatchObject({ status: 403, code: "accounts.frozen" });
  expect((await ask("/api/v1/session", { cookie })).status).toBe(200);
  const headers = { "x-csrf-token": csrf, ...same };
  expect((await ask("/api/v1/session", { method: "DELETE", cookie, headers })).status).toBe(204);
  const last = await begin();
  await disableAccount(ports.db, { at: new Date(now), by: null, login: "zhang", reason: "离职" });
  expect(await ask("/api/v1/session", { cookie: last })).toMatchObject({ status: 401, code: "accounts.disabled" });
});

test("a dangerous act needs a proof of the last minutes, and one that was not called in since", async () => {
  const cookie = await begin();
  const refused = await ask("/api/work", { cookie });
  expect(refused).toMatchObject({ status: 403, code: "accounts.step-up" });
  expect(refused.answer["detail"]).toContain("/sign-in/step-up");
  const { session } = await told(cookie);
  const prove = () => ports.db.write((tx) => stepUpSession(tx, session, new Date(now)));
  const second = (await prove()) ?? "";
  expect((await told(second)).steppedUpUntil).toBe("2026-09-09T00:10:00.000Z");
  expect((await ask("/api/work", { cookie: second })).status).toBe(200);
  now += SESSION_TERMS.stepUpMs;
  expect((await ask("/api/work", { cookie: second })).status).toBe(200);
  now += 1;
  expect((await ask("/api/work", { cookie: second })).code).toBe("accounts.step-up");
  const third = (await prove()) ?? "";
  const bearing = { authorization: `Bearer ${token}` };
  await ports.db.write((tx) => expireStepUp(tx, zhang.account, { at: new Date(now), reason: "异常" }));
  expect((await ask("/api/work", { cookie: third })).code).toBe("accounts.step-up");
  expect((await ask("/api/work", { headers: bearing })).code).toBe("accounts.step-up");
  now += 1;
  const fourth = (await prove()) ?? "";
  expect((await ask("/api/work", { cookie: fourth })).status).toBe(200);
  expect((await ask("/api/work", { headers: bearing })).status).toBe(200);
  now += SESSION_TERMS.absoluteMs;
  expect(await prove()).toBeNull();
});

test("without https the cookie has a plain name", async () => {
  const plain = { ...ports, publicUrl: "http://localhost:8080" };
  const cookie = await begin();
  const response = await open(plain).request("/api/v1/session", { headers: { cookie: `xinheng=${cookie}` } });
  expect(response.status).toBe(200);
  expect((await ask("/api/v1/session", { headers: { cookie: `xinheng=${cookie}` } })).status).toBe(401);
});

test("failures are counted for all at once, by digest, and forgiven after a success or a while", async () => {
  const attempt = { login: "zhang", address: "192.0.2.7" };
  const tried = await Promise.all(Array.from({ length: 40 }, () => countAttempt(ports, attempt)));
  expect(tried.filter(({ ok }) => ok)).toHaveLength(ATTEMPT_TERMS.login);
  expect(tried.find(({ ok }) => !ok)).toMatchObject({
    refusal: { code: "accounts.too-many-attempts", kind: "too-many" },
  });
  // Another login from there has room left, another place for the same login has none.
  expect((await countAttempt(ports, { login: "li", address: "192.0.2.7" })).ok).toBe(true);
  expect((await countAttempt(ports, { login: "zhang", address: "192.0.2.8" })).ok).toBe(false);
  const rows = await database.admin.read((tx) =>
    tx.rows<{ row: string }>(statement("test.attempts", "select a::text as row from accounts.attempt a")),
  );
  expect(JSON.stringify(rows)).not.toMatch(/192\.0\.2|zhang/);
  await forgive(ports, attempt);
  expect((await countAttempt(ports, attempt)).ok).toBe(true);
  for (let login = 0; login < ATTEMPT_TERMS.address; login += 1)
    await countAttempt(ports, { login: `login-${login}`, address: "192.0.2.7" });
  expect((await countAttempt(ports, { login: "wang", address: "192.0.2.7" })).ok).toBe(false);
  now += ATTEMPT_TERMS.windowMs;
  expect((await countAttempt(ports, { login: "wang", address: "192.0.2.7" })).ok).toBe(true);
});
