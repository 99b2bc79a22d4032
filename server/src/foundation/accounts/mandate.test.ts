import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { dayOfInstant } from "../../kernel/day.ts";
import type { Day } from "../../kernel/day.ts";
import { createHttpApp } from "../../platform/http/http-app.ts";
import { statement } from "../../platform/database/pool.ts";
import { testDatabase } from "../../platform/database/test-database.ts";
import type { TestDatabase } from "../../platform/database/test-database.ts";
import { openKeys } from "../../platform/keys/keys.ts";
import type { Keys } from "../../platform/keys/keys.ts";
import { auditTrail } from "../audit/index.ts";
import {
  addAccount,
  addMandateRoutes,
  createAccount,
  createSignIn,
  identityOf,
  mandateFor,
  recognise,
} from "./index.ts";
import { representativeDigest, signInByToken, tokenWay } from "./index.ts";
import type { Account, Organisation, Role } from "./index.ts";
import { mandateStands } from "./rules/mandate.ts";
import type { Mandate } from "./rules/mandate.ts";
import { writeRegistration } from "./rules/registration.ts";
import type { AccountPorts } from "./service/ports.ts";
import { accountTexts } from "./text.ts";

const digest = (text: string): Buffer => Buffer.from(text.padEnd(32, "."));
const base: Mandate = {
  mandate: "m",
  person: "p",
  enterprise: "91990100MA0XH0026G",
  scope: ["own-record"],
  from: "2026-01-01" as Day,
  until: "2027-01-01" as Day,
  representative: digest("wang"),
  endedAt: null,
};

test.each<[string, Partial<Mandate>, Buffer | null, string, boolean]>([
  ["on its first day", {}, digest("wang"), "2026-01-01", true],
  ["the day before", {}, digest("wang"), "2025-12-31", false],
  ["on its last day", {}, digest("wang"), "2026-12-31", true],
  ["the day after", {}, digest("wang"), "2027-01-01", false],
  ["after the representative changed", {}, digest("li"), "2026-06-01", false],
  ["while the register does not say", {}, null, "2026-06-01", true],
  ["without a name, while the register does not say", { representative: null }, null, "2026-06-01", true],
  ["without a name, once the register says", { representative: null }, digest("wang"), "2026-06-01", true],
  ["after it was ended", { endedAt: new Date(0) }, digest("wang"), "2026-06-01", false],
])("a mandate %s", (_, more, currentRepresentativeDigest, day, stands) => {
  expect(mandateStands({ mandate: { ...base, ...more }, currentRepresentativeDigest, day: day as Day })).toBe(stands);
});

const firm: Organisation = { uscc: "91990100MA0XH0026G", name: "示例市云岭机械制造有限公司", kind: "enterprise" };
const hall: Organisation = { uscc: "129901009900397397", name: "示例市公共信用信息中心", kind: "centre" };

let database: TestDatabase;
let folder: string;
let keys: Keys;
let now: number;
let registered: Buffer | null;
let ports: AccountPorts;

beforeEach(async () => {
  now = Date.parse("2026-09-09T08:00:00+08:00");
  registered = null;
  database = await testDatabase();
  folder = await mkdtemp(path.join(tmpdir(), "xinheng-mandate-"));
  keys = await openKeys({ folder: path.join(folder, "keys") });
  const clock = { now: () => now, today: () => dayOfInstant(now) };
  const representativeOf = () => Promise.resolve(registered);
  ports = { db: database.db, clock, keys, publicUrl: "http://localhost", representativeOf };
});
afterEach(async () => {
  await database.drop();
  await rm(folder, { recursive: true });
});

/** An account as administrators make it: without the mandate that the server's own command gives. */
async function member(login: string, role: Role, organisation: Organisation) {
  const wanted = { at: new Date(now), by: null, organisation, role, login };
  const made = await ports.db.write((tx) => addAccount(tx, wanted));
  if (!made.ok) throw new Error(made.refusal.code);
  return made.value;
}

async function enter(token: string, allowLapsed = false): Promise<string> {
  const outcome = await signInByToken(ports, token, { allowFrozen: true, allowLapsed });
  return outcome.ok ? "in" : outcome.refusal.code;
}

function open() {
  const app = createHttpApp({
    texts: accountTexts,
    watch: { request: () => undefined, fault: () => undefined },
    secure: false,
    bodyBytes: 10_000,
    uploadPaths: [],
  });
  const signIn = createSignIn([tokenWay((token, admission) => signInByToken(ports, token, admission))]);
  addMandateRoutes(app, { ...ports, signIn });
  return async (token: string, where: string, body: object) => {
    const headers = { authorization: `Bearer ${token}`, "content-type": "application/json" };
    const response = await app.request(where, { method: "POST", headers, body: JSON.stringify(body) });
    const text = await response.text();
    return { status: response.status, answer: (text === "" ? {} : JSON.parse(text)) as Record<string, string> };
  };
}

const wishFor = (person: string) => ({
  person,
  enterprise: firm.uscc,
  scope: ["own-record"],
  from: "2026-09-09",
  until: "2027-09-09",
  representative: "王示例",
});

test("an agent acts only under a mandate that a hall registered, as far as it reaches and while it stands", async () => {
  const [agent, clerk] = [await member("agent", "enterprise", firm), await member("hall", "hall-clerk", hall)];
  const post = open();
  expect([await enter(agent.token), await enter(agent.token, true)]).toEqual(["accounts.mandate-lapsed", "in"]);
  const made = await post(clerk.token, "/api/v1/mandates", wishFor(agent.account.person));
  expect(made.status, JSON.stringify(made.answer)).toBe(201);
  expect(await enter(agent.token)).toBe("in");
  const reach = (scope: "own-record" | "authorisation") =>
    ports.db.read((tx) => mandateFor(tx, agent.account, { day: "2026-09-09" as Day, scope }));
  expect(await reach("own-record")).toEqual({ ok: true, value: made.answer["mandate"] });
  expect(await reach("authorisation")).toMatchObject({ refusal: { code: "accounts.mandate-lapsed" } });
  registered = representativeDigest(keys, firm.uscc, "王示例");
  expect(await enter(agent.token)).toBe("in");
  registered = representativeDigest(keys, firm.uscc, "李示例");
  expect(await enter(agent.token)).toBe("accounts.mandate-lapsed");
  registered = null;
  now += 365 * 86_400_000;
  expect(await enter(agent.token)).toBe("accounts.mandate-lapsed");
  const rows = await database.admin.read((tx) =>
    tx.rows<{ row: string }>(statement("test.mandates", "select m::text as row from accounts.mandate m")),
  );
  const trail = await ports.db.read((tx) => auditTrail(tx, made.answer["mandate"] ?? ""));
  expect(trail).toMatchObject([{ action: "mandate.register", account: clerk.account.account }]);
  expect(JSON.stringify([rows, trail])).not.toContain("王示例");
});

test("whoever is no enterprise's needs none", async () => {
  const clerk = await member("hall", "hall-clerk", hall);
  expect(await enter(clerk.token)).toBe("in");
  expect(await ports.db.read((tx) => mandateFor(tx, clerk.account, { day: "2026-09-09" as Day }))).toEqual({
    ok: true,
    value: null,
  });
});

test("a mandate is refused to whoever may not register it, for himself, and in a wrong form", async () => {
  const agent = await member("agent", "enterprise", firm);
  const clerk = await member("hall", "hall-clerk", hall);
  const root = await member("root", "system-admin", hall);
  const post = open();
  const wish = wishFor(agent.account.person);
  const ask = async (token: string, body: object) => {
    const { status, answer } = await post(token, "/api/v1/mandates", body);
    return [status, answer["code"]];
  };
  expect(await ask(root.token, wish)).toEqual([403, "accounts.role"]);
  expect(await ask(agent.token, wish)).toEqual([403, "accounts.mandate-lapsed"]);
  expect(await ask(clerk.token, { ...wish, person: clerk.account.person })).toEqual([403, "accounts.second-person"]);
  expect(await ask(clerk.token, { ...wish, person: crypto.randomUUID() })).toEqual([404, "accounts.unknown-person"]);
  expect(await ask(clerk.token, { ...wish, enterprise: hall.uscc })).toEqual([404, "accounts.unknown-organisation"]);
  expect(await ask(clerk.token, { ...wish, until: "2026-09-09" })).toEqual([422, "accounts.bad-mandate"]);
  expect(await ask(clerk.token, { ...wish, until: "2036-09-09" })).toEqual([422, "accounts.bad-mandate"]);
  for (const wrong of [{ scope: [] }, { scope: ["everything"] }, { from: "2026-02-30" }, { role: "operator" }])
    expect(await ask(clerk.token, { ...wish, ...wrong })).toEqual([422, "http.invalid"]);
});

test("a hall ends a mandate, or the agent himself, and nobody else learns of it", async () => {
  const agent = await member("agent", "enterprise", firm);
  const [clerk, other] = [await member("hall", "hall-clerk", hall), await member("clerk", "clerk", hall)];
  const post = open();
  const register = async () =>
    (await post(clerk.token, "/api/v1/mandates", wishFor(agent.account.person))).answer["mandate"];
  const end = async (token: string, mandate: string | undefined) => {
    const { status, answer } = await post(token, `/api/v1/mandates/${mandate}/end`, { reason: "离职" });
    return [status, answer["code"]];
  };
  const first = await register();
  expect(await end(other.token, first)).toEqual([404, "accounts.unknown-mandate"]);
  expect(await end(clerk.token, crypto.randomUUID())).toEqual([404, "accounts.unknown-mandate"]);
  expect(await end(agent.token, first)).toEqual([204, undefined]);
  expect(await enter(agent.token)).toBe("accounts.mandate-lapsed");
  const second = await register();
  expect(await end(clerk.token, second)).toEqual([204, undefined]);
  expect(await end(clerk.token, second)).toEqual([204, undefined]);
  expect(await enter(agent.token)).toBe("accounts.mandate-lapsed");
});

test("the server's own command gives an agent a mandate for a year", async () => {
  const wanted = { at: new Date(now), by: null, organisation: firm, role: "enterprise", login: "agent" } as const;
  const made = await createAccount(ports.db, wanted);
  const token = made.ok ? made.value.token : "";
  expect(await enter(token)).toBe("in");
  now += 364 * 86_400_000;
  expect(await enter(token)).toBe("in");
  now += 86_400_000;
  expect(await enter(token)).toBe("accounts.mandate-lapsed");
});

test("an account is made for an identity by its registration number, and the identity stays one person's", async () => {
  const identity = identityOf(keys, { id: "government", realm: "https://id.example.cn" }, "subject-1");
  const registration = writeRegistration("government", identity.digest);
  const make = (login: string, role: Role, more: { registration?: string; person?: string }) =>
    ports.db.write((tx) => addAccount(tx, { at: new Date(now), by: null, organisation: hall, role, login, ...more }));
  const codeOf = async (asked: ReturnType<typeof make>): Promise<string> => {
    const outcome = await asked;
    return outcome.ok ? "made" : outcome.refusal.code;
  };
  expect(await codeOf(make("wang", "leader", { registration: "government/12" }))).toBe("accounts.bad-registration");
  const first = await make("wang", "leader", { registration });
  const wang: Account | null = first.ok ? first.value.account : null;
  const seen = await ports.db.write((tx) => recognise(tx, identity, { personKey: null, at: new Date(now) }));
  expect(seen).toEqual({ person: wang?.person, separated: true });
  // The same number again is the same person, whether he is named or not; and never another.
  const second = await make("wang-two", "operator", { registration });
  expect(second.ok && second.value.account.person).toBe(wang?.person);
  expect(await codeOf(make("wang-three", "auditor", { registration }))).toBe("accounts.separated");
  const li = await make("li", "clerk", {});
  const person = li.ok ? li.value.account.person : "";
  expect(await codeOf(make("li-two", "clerk", { registration, person }))).toBe("accounts.identity-taken");
});
