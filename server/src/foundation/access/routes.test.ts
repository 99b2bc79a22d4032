import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { granted, refused } from "../../kernel/refusal.ts";
import { openCursors } from "../../platform/http/cursor.ts";
import { createHttpApp } from "../../platform/http/http-app.ts";
import type { HttpApp } from "../../platform/http/http-app.ts";
import { testDatabase } from "../../platform/database/test-database.ts";
import type { TestDatabase } from "../../platform/database/test-database.ts";
import { openKeys } from "../../platform/keys/keys.ts";
import type { Keys } from "../../platform/keys/keys.ts";
import type { SignIn } from "../accounts/index.ts";
import type { Account } from "../accounts/index.ts";
import { accessTexts, addAccessRoutes, createAccessJobs, openAccessLog, verifyAccessLog } from "./index.ts";
import { accessPolicy, accountOf, entry, handClock, look, office, otherOffice } from "./test-looks.ts";

const clock = handClock("2026-09-08T02:00:00Z");
const rule = { id: "inquiry", zh: "示例", article: "example-law#9", offices: [office], daysMax: 30 };
const people = new Map<string, Account>();
const faults: unknown[] = [];
let database: TestDatabase;
let folder: string;
let keys: Keys;
let app: HttpApp;
let subject: string;

const signIn: SignIn = (c) => {
  const account = people.get(c.req.header("x-who") ?? "");
  if (account === undefined) {
    return Promise.resolve(refused({ code: "accounts.unauthenticated", kind: "unauthenticated" }));
  }
  const proved = { via: "token", session: null, client: null, steppedUpAt: null } as const;
  return Promise.resolve(granted({ ...account, ...proved }));
};

interface Answer {
  readonly status: number;
  readonly cache: string | null;
  readonly text: string;
  readonly body: {
    readonly code?: string;
    readonly items?: readonly Record<string, unknown>[];
    readonly [key: string]: unknown;
  };
}

async function ask(who: string, asked: string, sent?: object): Promise<Answer> {
  const headers = { "x-who": who, "content-type": "application/json" };
  const init = sent === undefined ? { headers } : { method: "POST", headers, body: JSON.stringify(sent) };
  const response = await app.request(`/api/v1/access/${asked}`, init);
  const text = await response.text();
  const cache = response.headers.get("cache-control");
  return { status: response.status, cache, text, body: JSON.parse(text) as Answer["body"] };
}

beforeAll(async () => {
  database = await testDatabase();
  folder = await mkdtemp(path.join(tmpdir(), "xinheng-access-routes-"));
  keys = await openKeys({ folder: path.join(folder, "keys") });
  const { db } = database;
  const origin = "credit.example.invalid";
  app = createHttpApp({
    texts: accessTexts,
    watch: { request: () => undefined, fault: ({ error }) => faults.push(error) },
    secure: false,
    bodyBytes: 10_000,
    uploadPaths: [],
  });
  const cursors = openCursors((bytes) => keys.mac("http.cursor", bytes));
  addAccessRoutes(app, {
    db,
    clock,
    keys,
    origin,
    signIn,
    cursors,
    delayRules: () => [rule],
    policyAt: () => accessPolicy(),
  });
  for (const role of ["approver", "auditor", "security-admin", "system-admin"] as const) {
    people.set(role, await accountOf(database, role));
  }
  people.set("second", await accountOf(database, "approver"));
  people.set("foreign", await accountOf(database, "approver", otherOffice));
  const jobs = createAccessJobs({
    db,
    keys,
    origin,
    policyAt: () => accessPolicy({ draw: { perTenThousand: 10_000, workingDays: 5 }, watch }),
    calendar: { years: new Set([2026]), holidays: new Set(), workdays: new Set() },
    onFault: (_, error) => faults.push(error),
  });
  await jobs.tick(clock.now());
  const by = people.get("approver");
  if (by === undefined) throw new Error("no approver");
  await openAccessLog({ db, clock, keys }).record(entry([look(1), look(2), look(3)], { by }));
  subject = look(1).subject;
  await jobs.tick(clock.now());
  clock.set("2026-09-09T02:00:00Z");
  await Promise.all([jobs.tick(clock.now()), jobs.tick(clock.now())]);
});
afterAll(async () => {
  await database.drop();
  await rm(folder, { recursive: true, force: true });
});

// oxlint-disable-next-line unicorn/no-thenable -- a rule reads counts/then; it is never awaited.
const watch = [{ id: "many", zh: "示例", counts: "subjects", more: 2, minutes: 10, then: "alert" } as const];

test("the jobs of a day meet no fault, and leave a sound log", async () => {
  expect(faults).toEqual([]);
  const { body } = await ask("", "roots");
  expect(await verifyAccessLog(database.db, String(body["key"]))).toMatchObject({ ok: true, looks: 3, roots: 2 });
});

describe("everybody", () => {
  test("sees draws, roots and delays, and in none of them whom anyone looked at, or which office", async () => {
    for (const asked of ["draws", "roots", "delays"]) {
      const answer = await ask("", asked);
      expect(answer).toMatchObject({ status: 200, cache: "no-cache" });
      for (const secret of [subject, office, look(1).matter]) expect(answer.text).not.toContain(secret);
    }
    const { body } = await ask("", "draws");
    expect(body.items?.find(({ day }) => day === "2026-09-08")).toMatchObject({ looks: 3, drawn: 3, overdue: 0 });
  });

  test("sees nothing else", async () => {
    for (const asked of ["justifications", "alerts"]) {
      expect(await ask("", asked)).toMatchObject({ status: 401, cache: "no-store" });
    }
  });

  test("is not led on by a cursor of his own making, nor by one of another list", async () => {
    expect((await ask("", "draws?cursor=abc")).body.code).toBe("http.bad-cursor");
    const cursors = openCursors((bytes) => keys.mac("http.cursor", bytes));
    const other = cursors.encode("access-roots", ["256", ""]);
    expect((await ask("", `draws?cursor=${other}`)).body.code).toBe("http.bad-cursor");
    expect((await ask("", `roots?cursor=${other}`)).body.items).toEqual([]);
    const behind = cursors.encode("access-draws", ["2026-09-09", ""]);
    expect((await ask("", `draws?cursor=${behind}`)).body.items).toHaveLength(1);
  });
});

describe("an office", () => {
  const said = { document: "SL-2026-000001", reason: "许可审查" };

  test("justifies and confirms its own looks, and the auditor sees no subject", async () => {
    const list = await ask("approver", "justifications");
    expect(list).toMatchObject({ status: 200, cache: "no-store" });
    expect(list.body.items).toHaveLength(3);
    expect(list.text).toContain(subject);
    const id = String(list.body.items?.[0]?.["look"]);
    expect(await ask("foreign", `justifications/${id}`, said)).toMatchObject({ status: 404 });
    expect(await ask("approver", `justifications/${id}`, said)).toMatchObject({
      status: 200,
      body: { state: "justified", ...said },
    });
    const word = { sound: true, remark: "已核对" };
    expect(await ask("approver", `justifications/${id}/confirmation`, word)).toMatchObject({ status: 403 });
    expect(await ask("auditor", `justifications/${id}/confirmation`, word)).toMatchObject({
      status: 200,
      body: { state: "confirmed", subject: null, matter: null },
    });
    const traces = await ask("auditor", "justifications");
    expect(traces.body.items).toHaveLength(3);
    expect(traces.text).not.toContain(subject);
    expect((await ask("system-admin", "justifications")).status).toBe(403);
    expect((await ask("foreign", "justifications")).body.items).toEqual([]);
  });

  test("writes no personal number, nothing empty, nothing unasked for", async () => {
    const id = "0".repeat(32);
    for (const sent of [
      { ...said, reason: " " },
      { ...said, reason: "查询 11010519491231002X" },
      { ...said, subject },
      { document: "x" },
    ]) {
      expect((await ask("approver", `justifications/${id}`, sent)).status).toBe(422);
    }
    expect((await ask("approver", "justifications/zz", said)).status).toBe(422);
  });
});

test("the watch is for the security administrator and the auditor", async () => {
  for (const who of ["approver", "foreign", "system-admin"]) expect((await ask(who, "alerts")).status).toBe(403);
  expect((await ask("auditor", "alerts")).body.items).toHaveLength(1);
  const { cache, body } = await ask("security-admin", "alerts");
  expect(cache).toBe("no-store");
  expect(body.items).toEqual([
    expect.objectContaining({ rule: "many", counted: 3, state: "open", organisation: office }),
  ]);
  const closing = `alerts/${String(body.items?.[0]?.["alert"])}/closing`;
  expect((await ask("approver", closing, { reason: "x" })).status).toBe(403);
  expect(await ask("security-admin", closing, { reason: "已核实" })).toMatchObject({
    status: 200,
    body: { state: "closed" },
  });
  expect((await ask("security-admin", closing, { reason: "再次" })).status).toBe(409);
});

test("a delay takes two persons of the office", async () => {
  const wish = { rule: "inquiry", matter: look(1).matter, reason: "查办期间", until: "2026-09-20" };
  expect((await ask("approver", "delays", { ...wish, until: "2026-02-30" })).status).toBe(422);
  expect((await ask("foreign", "delays", wish)).body.code).toBe("access.no-delay-rule");
  const proposed = await ask("approver", "delays", wish);
  expect(proposed).toMatchObject({
    status: 200,
    cache: "no-store",
    body: { state: "proposed", article: "example-law#9" },
  });
  const confirmation = `delays/${String(proposed.body["delay"])}/confirmation`;
  expect((await ask("foreign", confirmation, {})).status).toBe(404);
  expect((await ask("approver", confirmation, {})).status).toBe(403);
  expect(await ask("second", confirmation, {})).toMatchObject({ status: 200, body: { state: "confirmed" } });
  // The look of yesterday was told, and stays told.
  expect((await ask("", "delays")).body.items).toEqual([]);
  clock.add(1000);
  const by = people.get("approver");
  if (by === undefined) throw new Error("no approver");
  await openAccessLog({ db: database.db, clock, keys }).record(entry([look(1)], { by }));
  expect((await ask("", "delays")).body.items).toEqual([{ article: "example-law#9", matters: 1, looks: 1 }]);
});
