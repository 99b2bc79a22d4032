// From the sign-in page through an identity provider to work, and out again; and everybody who should not get in.
import { readFile } from "node:fs/promises";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createAccount, provideDemoAccounts } from "../../src/foundation/accounts/index.ts";
import { statement } from "../../src/platform/database/pool.ts";
import { openTestApp } from "./test-app.ts";
import type { TestApp } from "./test-app.ts";
import { openBrowser, site } from "../../../house/visitor.ts";
import type { Browser, Visit } from "../../../house/visitor.ts";
import { market, marketName } from "./test-client.ts";
import { csv, penaltyOf } from "./test-sheets.ts";

interface Demo {
  readonly role: string;
  readonly login: string;
  readonly password: string;
  readonly token: string;
}

const cookie = "xinheng";
let bed: TestApp;
let demo: ReadonlyMap<string, Demo>;

beforeAll(async () => {
  bed = await openTestApp();
  const made = await provideDemoAccounts(bed.database.db, {
    keys: bed.keys,
    folder: bed.folder,
    at: new Date("2026-09-09T08:00:00+08:00"),
    provider: { uscc: market, name: marketName },
  });
  if (!made.ok) throw new Error(made.refusal.code);
  const accounts = JSON.parse(await readFile(path.join(bed.folder, "demo-accounts.json"), "utf8")) as Demo[];
  demo = new Map(accounts.map((account) => [account.role, account]));
});
afterAll(() => bed.close());

function who(role: string): Demo {
  const account = demo.get(role);
  if (account === undefined) throw new Error(`no ${role}`);
  return account;
}

/** From the sign-in page to the provider's form. */
async function toForm(browser: Browser, start = "/sign-in/demo?back=/subjects%3Fq%3Dx") {
  const form = await browser.follow(start);
  expect([form.status, form.address]).toEqual([200, expect.stringContaining("/demo-identity/interaction/")]);
  return form.address;
}

async function enter(browser: Browser, role: string, start?: string): Promise<Visit & { address: string }> {
  const { login, password } = who(role);
  return browser.submit(await toForm(browser, start), { login, password });
}

interface Told {
  readonly login: string;
  readonly role: string;
  readonly via: string;
  readonly session: { readonly csrf: string; readonly session: string; readonly steppedUpUntil: string | null };
}

async function told(browser: Browser): Promise<Told> {
  const seen = await browser.visit("/api/v1/session", { headers: { accept: "application/json" } });
  expect(seen.status, seen.body).toBe(200);
  return JSON.parse(seen.body) as Told;
}

const bearing = (csrf: string) => ({ "x-csrf-token": csrf, origin: site, "sec-fetch-site": "same-origin" });

async function send(browser: Browser, headers: Record<string, string>, index: number): Promise<Visit> {
  return browser.visit(`/api/v1/batches?provider=${market}&entry=penalty`, {
    method: "POST",
    headers: { "content-type": "text/csv", ...headers },
    body: csv([penaltyOf(index)]),
  });
}

const codeOf = (seen: Visit): string => (JSON.parse(seen.body) as { code: string }).code;

test("a clerk signs in, sends a file, proves himself anew, and is out when he says so", async () => {
  const browser = openBrowser(bed);
  const page = await browser.visit("/sign-in");
  expect(page.body).toContain(`href="${site}/sign-in/demo?back=%2Fsign-in"`);
  const done = await enter(browser, "clerk");
  expect([done.status, done.address]).toEqual([200, expect.stringMatching(/^http:\/\/localhost\/sign-in\/return\?/)]);
  expect(done.body).toContain('content="0;url=/subjects?q=x"');
  const first = browser.jar.get(cookie) ?? "";
  expect(browser.jar.has("xinheng-sign-in")).toBe(false);
  const own = await told(browser);
  expect(own).toMatchObject({ login: who("clerk").login, role: "clerk", via: "session" });
  expect(own.session.steppedUpUntil).toBeNull();

  const forged = await send(browser, { origin: "https://evil.example", "sec-fetch-site": "cross-site" }, 700);
  expect([forged.status, codeOf(forged)]).toEqual([403, "accounts.csrf"]);
  const sent = await send(browser, bearing(own.session.csrf), 700);
  expect(sent.status, sent.body).toBe(201);
  expect(JSON.parse(sent.body)).toMatchObject({ accepted: 1, provider: market });

  const proven = await enter(browser, "clerk", "/sign-in/step-up");
  expect(proven.status, proven.body).toBe(200);
  expect((await told(browser)).session).toMatchObject({
    session: own.session.session,
    steppedUpUntil: expect.any(String),
  });
  const second = browser.jar.get(cookie) ?? "";
  expect(second).not.toBe(first);

  const mine = await browser.visit("/sign-in");
  expect(mine.body).toContain(own.session.csrf);
  const out = await browser.submit("/sign-out", { csrf: own.session.csrf });
  expect([out.status, browser.jar.has(cookie)]).toEqual([200, false]);
  for (const old of [first, second]) {
    const thief = openBrowser(bed);
    thief.jar.set(cookie, old);
    expect((await thief.visit("/api/v1/session")).status).toBe(401);
  }
  const again = await browser.submit("/sign-out", { csrf: own.session.csrf });
  expect(again.status).toBe(200);
});

test("every role of the demonstration can sign in by its password", async () => {
  for (const role of demo.keys()) {
    const browser = openBrowser(bed);
    expect([role, (await enter(browser, role)).status]).toEqual([role, 200]);
    expect(await told(browser)).toMatchObject({ role, via: "session" });
  }
});

describe("nobody gets in", () => {
  test("with a wrong password, an unknown login, or by guessing on", async () => {
    const browser = openBrowser(bed);
    const form = await toForm(browser);
    const { login } = who("leader");
    const wrong = await browser.submit(form, { login, password: "x" });
    expect([wrong.status, wrong.body.includes(`value="${login}"`)]).toEqual([401, true]);
    const unknown = await browser.submit(form, { login: "nobody", password: "x" });
    expect(unknown.body.replace("nobody", login)).toBe(wrong.body);
    const tries = await Promise.all(Array.from({ length: 12 }, () => browser.submit(form, { login, password: "y" })));
    expect(tries.some(({ status }) => status === 429)).toBe(true);
    const late = await browser.submit(form, { login, password: who("leader").password });
    expect(late.status).toBe(429);
    bed.at("2026-09-09T08:20:00");
    expect((await enter(openBrowser(bed), "leader")).status).toBe(200);
    bed.at("2026-09-09T08:00:00");
  });

  test("by a forged state, a replayed answer, an answer of another browser, or one that comes too late", async () => {
    const browser = openBrowser(bed);
    const form = await toForm(browser);
    const { login, password } = who("clerk");
    let at = form;
    let seen = await browser.visit(form, {
      method: "POST",
      headers: { "content-type": "application/x-www-form-urlencoded" },
      body: new URLSearchParams({ login, password }).toString(),
    });
    while (seen.location !== null && !seen.location.includes("/sign-in/return")) {
      at = seen.location;
      seen = await browser.visit(at);
    }
    const answer = new URL(seen.location ?? "");
    const carried = browser.jar.get("xinheng-sign-in") ?? "";
    const carry = (value: string): Browser => {
      const other = openBrowser(bed);
      other.jar.set("xinheng-sign-in", value);
      return other;
    };
    const stranger = await openBrowser(bed).visit(answer.href);
    expect(stranger.status).toBe(409);
    const swapped = new URL(answer);
    swapped.searchParams.set("state", "forged");
    expect((await carry(carried).visit(swapped.href)).status).toBe(401);
    const altered = await carry(`${carried.slice(0, -4)}AAAA`).visit(answer.href);
    expect(altered.status).toBe(409);
    bed.at("2026-09-09T08:10:01");
    expect((await carry(carried).visit(answer.href)).status).toBe(409);
    bed.at("2026-09-09T08:00:00");
    const taken = await carry(carried).visit(answer.href);
    expect(taken.status).toBe(200);
    const replayed = await carry(carried).visit(answer.href);
    expect([replayed.status, replayed.headers.getSetCookie().some((line) => line.startsWith("xinheng="))]).toEqual([
      401,
      false,
    ]);
  });

  test("who has no account: a page says so, and nothing is made", async () => {
    const { admin } = bed.database;
    const count = statement("journey.people", "select count(*) as n from accounts.person");
    const before = await admin.read((tx) => tx.rows(count));
    const { login } = who("subscriber");
    const lost = statement(
      "journey.unbind",
      "delete from accounts.identity where person = (select person from accounts.account where login = $1)",
    );
    await admin.write((tx) => tx.run(lost, [login]));
    const browser = openBrowser(bed);
    const page = await enter(browser, "subscriber");
    expect(page.status).toBe(403);
    expect(page.body).toMatch(/demo\/([0-9A-F]{4}-){7}[0-9A-F]{4}/);
    expect(browser.jar.has(cookie)).toBe(false);
    expect(await admin.read((tx) => tx.rows(count))).toEqual(before);
  });

  test("as somebody else for a proof anew", async () => {
    const browser = openBrowser(bed);
    await enter(browser, "clerk");
    const page = await enter(browser, "reviewer", "/sign-in/step-up");
    expect(page.status).toBe(403);
    expect(await told(browser)).toMatchObject({ role: "clerk", session: { steppedUpUntil: null } });
  });

  test("to another's session, or to one's own after its time", async () => {
    const [clerk, reviewer] = [openBrowser(bed), openBrowser(bed)];
    await enter(clerk, "clerk");
    await enter(reviewer, "reviewer");
    const [mine, theirs] = [await told(clerk), await told(reviewer)];
    const drop = await clerk.visit(`/api/v1/sessions/${theirs.session.session}`, {
      method: "DELETE",
      headers: bearing(mine.session.csrf),
    });
    expect([drop.status, codeOf(drop)]).toEqual([404, "accounts.unknown-session"]);
    const crossed = await send(clerk, bearing(theirs.session.csrf), 701);
    expect([crossed.status, codeOf(crossed)]).toEqual([403, "accounts.csrf"]);
    expect((await told(reviewer)).role).toBe("reviewer");
    bed.at("2026-09-09T08:31:00");
    const late = await send(clerk, bearing(mine.session.csrf), 701);
    expect([late.status, codeOf(late)]).toEqual([401, "accounts.session-ended"]);
    bed.at("2026-09-09T08:00:00");
  });
});

test("a forged Host or forwarding decides nothing: addresses are the configured ones", async () => {
  const browser = openBrowser(bed, {
    host: "evil.example",
    "x-forwarded-host": "evil.example",
    "x-forwarded-proto": "https",
    forwarded: "host=evil.example",
  });
  expect((await browser.visit("/sign-in")).body).not.toContain("evil.example");
  const start = await browser.visit("/sign-in/demo?back=//evil.example/x");
  const to = new URL(start.location ?? "");
  expect(to.origin).toBe(site);
  expect(to.searchParams.get("redirect_uri")).toBe(`${site}/sign-in/return`);
  const document = await browser.visit("/demo-identity/.well-known/openid-configuration");
  expect(document.body).not.toContain("evil.example");
  const done = await enter(browser, "clerk", "/sign-in/demo?back=//evil.example/x");
  expect(done.address).toMatch(/^http:\/\/localhost\/sign-in\/return\?/);
  expect(done.body).toContain('content="0;url=/"');
  expect(done.body).not.toContain("evil.example");
});

test("unknown ways in are not there", async () => {
  const games = [
    `${site}//sign-in`,
    "/SIGN-IN",
    "/sign-in/",
    "/sign-in/demo/",
    "/sign-in/%2e%2e/x",
    "/demo-identity/%2e%2e/x",
    "/sign-out",
  ];
  const lost = ["/sign-in/nobody", "/demo-identity/interaction/x", "/demo-identity/token", "/sign-in/step-up"];
  for (const where of [...games, ...lost]) {
    expect((await openBrowser(bed).visit(where)).status, where).toBeGreaterThanOrEqual(400);
  }
  const overridden = await openBrowser(bed).visit("/api/v1/session?_method=DELETE", {
    method: "POST",
    headers: { "x-http-method-override": "DELETE" },
  });
  expect(overridden.status).toBe(404);
});

test("a person with two accounts chooses one, and with neither accepts what he sent with the other", async () => {
  const { db } = bed.database;
  const clerk = await bed.database.admin.read((tx) =>
    tx.rows<{ person: string }>(statement("journey.person", "select person from accounts.account where login = $1"), [
      who("clerk").login,
    ]),
  );
  const second = await createAccount(db, {
    at: new Date("2026-09-09T08:00:00+08:00"),
    by: null,
    organisation: { uscc: market, name: marketName },
    role: "reviewer",
    login: "second-hat",
    person: clerk[0]?.person ?? "",
  });
  if (!second.ok) throw new Error(second.refusal.code);
  const browser = openBrowser(bed);
  const page = await enter(browser, "clerk");
  expect(page.body).toContain("second-hat");
  expect(browser.jar.has(cookie)).toBe(false);
  const stolen = openBrowser(bed);
  const foreign = await stolen.submit("/sign-in/accounts", { account: second.value.account.account });
  expect([foreign.status, stolen.jar.has(cookie)]).toEqual([409, false]);
  const chosen = await browser.submit("/sign-in/accounts", { account: second.value.account.account });
  expect(chosen.status).toBe(200);
  expect(await told(browser)).toMatchObject({ login: "second-hat", role: "reviewer" });

  // What he sent with one account he cannot have taken back by the other: that needs a second person.
  const first = { authorization: `Bearer ${who("clerk").token}`, "content-type": "application/json" };
  const sent = await batchOf(first.authorization, 702);
  const asked = await bed.ask(`/api/v1/batches/${sent}/withdrawal`, {
    method: "POST",
    headers: first,
    body: JSON.stringify({ reason: "报送有误", documentNo: "示市监函〔2026〕9号" }),
  });
  const { proposal } = (await asked.json()) as { proposal: string };
  const { csrf } = (await told(browser)).session;
  const decided = await browser.visit(`/api/v1/approvals/${proposal}/approval`, {
    method: "POST",
    headers: { accept: "application/json", "content-type": "application/json", ...bearing(csrf) },
    body: "{}",
  });
  expect([decided.status, codeOf(decided)]).toEqual([403, "approvals.second-person"]);
});

/** Sends a file of one row. @returns its batch. */
async function batchOf(authorization: string, index: number): Promise<string> {
  const body = csv([penaltyOf(index)]);
  const answer = await bed.ask(`/api/v1/batches?provider=${market}&entry=penalty`, {
    method: "POST",
    headers: { authorization, "content-type": "text/csv" },
    body,
  });
  return ((await answer.json()) as { batch: string }).batch;
}
