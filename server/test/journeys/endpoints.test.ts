// Where the platform speaks first: registered by two of the centre, told in order, again after a fault, and to nobody else.
import { createPublicKey, verify } from "node:crypto";
import { createServer } from "node:http";
import type { Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { deliverNews } from "../../src/foundation/endpoints/index.ts";
import { addDays, dayOfInstant } from "../../src/kernel/day.ts";
import type { Day } from "../../src/kernel/day.ts";
import { deliveryPorts } from "../../src/main/deliver-news.ts";
import { policyAt } from "../../src/policy/load.ts";
import { statement } from "../../src/platform/database/pool.ts";
import { saveEnd, sequenceChanges } from "../../src/records/statements/index.ts";
import { recallUsed } from "../../src/views/recall/index.ts";
import { fileURLToPath } from "node:url";
import { openTestApp } from "./test-app.ts";
import type { TestApp } from "./test-app.ts";
import { market } from "./test-client.ts";
import { asking, carry, centre, follow, pull, recipient, subscribe } from "./test-recipient.ts";
import type { Ask, Told } from "./test-recipient.ts";
import { csv, firm, penaltyOf } from "./test-sheets.ts";

const environment = "11990100990006857Y";
const account = "00000000-0000-4000-8000-000000000000";
const folders = [fileURLToPath(new URL("../../../policy", import.meta.url))];

let bed: TestApp;
let server: Server;
let origin = "";
let status = 204;
let now = Date.parse("2026-09-09T09:00:00+08:00");
let operator: Ask;
let second: Ask;
let clerk = "";

interface Got {
  readonly path: string;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly text: string;
}
let got: Got[] = [];

beforeAll(async () => {
  server = createServer((request, response) => {
    let text = "";
    request.setEncoding("utf8");
    request.on("data", (piece: string) => (text += piece));
    request.on("end", () => {
      got.push({ path: request.url ?? "", headers: request.headers, text });
      response.writeHead(status).end();
    });
  });
  await new Promise<void>((resolve) => {
    server.listen(0, "127.0.0.1", resolve);
  });
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  bed = await openTestApp([origin]);
  operator = asking(bed, await bed.tokenOf(centre, "operator"));
  second = asking(bed, await bed.tokenOf(centre, "operator"));
  clerk = await bed.tokenOf(market);
});
afterAll(async () => {
  await bed.close();
  server.closeAllConnections();
  server.close();
});
beforeEach(() => {
  got = [];
  status = 204;
});

async function deliver(): Promise<number> {
  bed.at(new Date(now + 8 * 3_600_000).toISOString().slice(0, 19));
  const load = policyAt({ folders, region: "990100", day: "2026-09-09" as Day });
  if (!load.ok) throw new Error("the policy does not load");
  const clock = { now: () => now, today: () => "2026-09-09" as Day };
  const { database, keys } = bed;
  return deliverNews(
    deliveryPorts({ db: database.db, keys, clock, origins: new Set([origin]), currentPolicy: () => load.snapshot }),
  );
}

interface Wish {
  readonly organisation: { readonly uscc: string; readonly name: string };
  readonly feed: string;
  readonly url: string;
}
const wishOf = ({ organisation, feed, url }: Wish) => ({
  organisation: organisation.uscc,
  name: organisation.name,
  feed,
  url,
  documentNo: "示信函〔2026〕2号",
  reason: "接收推送",
});

async function register(wish: Wish): Promise<string> {
  const asked = await operator("POST", "/api/v1/endpoints", wishOf(wish));
  expect(asked.status, JSON.stringify(asked.json)).toBe(202);
  const path = `/api/v1/approvals/${String(asked.json["proposal"])}/approval`;
  expect((await operator("POST", path, {})).status).toBe(403);
  const approved = await second("POST", path, {});
  expect(approved.status, JSON.stringify(approved.json)).toBe(200);
  return (approved.json["result"] as { endpoint: string }).endpoint;
}

async function send(indexes: readonly number[]): Promise<void> {
  const response = await bed.ask(`/api/v1/batches?provider=${market}&entry=penalty`, {
    method: "POST",
    headers: { authorization: `Bearer ${clerk}` },
    body: csv(indexes.map((index) => penaltyOf(index))),
  });
  expect(await response.json()).toMatchObject({ accepted: indexes.length });
}

const decisionOf = statement("test.endpoint-decision", "select decision from statements.statement where subject = $1");

async function end(index: number, kind: "repaired" | "quashed"): Promise<void> {
  const subject = firm(index).code;
  await bed.database.db.write(async (tx) => {
    const [row] = await tx.rows<{ decision: Buffer }>(decisionOf, [subject]);
    const decision = row?.decision ?? Buffer.alloc(0);
    const recordedAt = new Date(now);
    const said = { effective: "2026-09-09", through: null, recordedAt, documentNo: null, account };
    await saveEnd(tx, { subject, decision, kind, ...said });
  });
  await carry(bed);
}

interface Message {
  readonly endpoint: string;
  readonly feed: string;
  readonly page: { readonly items: readonly Told[]; readonly more: boolean };
}
const messages = (path: string): readonly Message[] =>
  got.filter((one) => one.path === path).map(({ text }) => JSON.parse(text) as Message);

test("only an address on a site that the operator listed is registered", async () => {
  const wish = { organisation: recipient, feed: "withdrawals", url: "https://elsewhere.example.cn/in" };
  expect(await operator("POST", "/api/v1/endpoints", wishOf(wish))).toMatchObject({
    status: 422,
    json: { code: "endpoints.unlisted" },
  });
  const other = asking(bed, await bed.tokenOf(recipient, "subscriber"));
  expect((await other("POST", "/api/v1/endpoints", wishOf({ ...wish, url: `${origin}/in` }))).status).toBe(403);
});

test("a subscriber is told what a pull would have brought, in order, once it answered, and again where it did not", async () => {
  const own = asking(bed, await bed.tokenOf(recipient, "subscriber"));
  await subscribe(bed, { organisation: recipient });
  await send([1, 2, 3]);
  await pull(own);
  const endpoint = await register({ organisation: recipient, feed: "withdrawals", url: `${origin}/in` });
  expect(await deliver()).toBe(0);
  await end(1, "repaired");
  status = 500;
  expect(await deliver()).toBe(0);
  await end(2, "quashed");
  // It waits before it tries again.
  expect(await deliver()).toBe(0);
  expect(messages("/in")).toHaveLength(1);
  status = 204;
  now += 1000;
  expect(await deliver()).toBe(1);
  const feed = await follow(own);
  expect(messages("/in").at(-1)).toMatchObject({
    endpoint,
    feed: "withdrawals",
    page: { items: feed.items, more: false },
  });
  expect(feed.items.map(({ kind }) => kind)).toEqual(["ended", "ended"]);
  for (const word of ["罚款", firm(1).code, firm(1).name, "示市监罚"]) expect(JSON.stringify(got)).not.toContain(word);
  expect(await deliver()).toBe(0);
  // Down for a week: what happened meanwhile comes in one go.
  status = 503;
  await end(3, "repaired");
  for (let day = 0; day < 7; day += 1) {
    now += 86_400_000;
    expect(await deliver()).toBe(0);
  }
  const down = await own("GET", "/api/v1/endpoints");
  expect(down.json).toMatchObject({ items: [{ endpoint, messages: 1, failures: 7, lastAnswer: "503" }] });
  status = 200;
  now += 3_600_000;
  got = [];
  expect(await deliver()).toBe(1);
  expect(messages("/in")[0]?.page.items).toEqual((await follow(own)).items.slice(2));
  // An arrived message is no receipt.
  expect((await own("GET", "/api/v1/withdrawals/standing")).json).toMatchObject({ through: null, unacknowledged: 3 });
  const ended = await own("POST", `/api/v1/endpoints/${endpoint}/end`, { reason: "改用拉取" });
  expect(ended.status).toBe(200);
  expect(ended.json["endedAt"]).not.toBeNull();
  await sequenceChanges(bed.database.db);
  got = [];
  expect(await deliver()).toBe(0);
  expect(got).toEqual([]);
});

test("the signature is checked with the published key", async () => {
  const key = (await (await bed.ask("/api/v1/endpoint-key")).json()) as {
    kty: string;
    crv: string;
    x: string;
    kid: string;
  };
  await register({ organisation: recipient, feed: "withdrawals", url: `${origin}/signed?a=1` });
  expect(await deliver()).toBe(1);
  const one = got.find(({ path }) => path === "/signed?a=1");
  const headers = one?.headers ?? {};
  const params = String(headers["signature-input"]).replace(/^xinheng=/u, "");
  expect(params).toContain(`keyid="${key.kid}"`);
  const base = [
    '"@method": POST',
    `"@target-uri": ${origin}/signed?a=1`,
    `"content-digest": ${String(headers["content-digest"])}`,
    '"content-type": application/json',
    `"@signature-params": ${params}`,
  ].join("\n");
  const signature = Buffer.from(/:(.*):/u.exec(String(headers["signature"]))?.[1] ?? "", "base64");
  const publicKey = createPublicKey({ key: { kty: key.kty, crv: key.crv, x: key.x }, format: "jwk" });
  expect(verify(null, Buffer.from(base), publicKey, signature)).toBe(true);
});

test("an approval system is told that an answer rested on what was wrong from the beginning", async () => {
  const office = { uscc: environment, name: "示例市生态环境局" };
  const approver = asking(bed, await bed.tokenOf(environment, "approver"));
  await send([11]);
  const told = await approver("POST", "/api/v1/checks", {
    matter: "supervision-check",
    purpose: "supervision",
    duty: "permit-review",
    subjects: [{ uscc: firm(11).code, matterNo: "SL-2026-000011" }],
  });
  const look = (told.json["answers"] as { look: string }[])[0]?.look;
  await register({ organisation: office, feed: "recalls", url: `${origin}/approval` });
  expect(await deliver()).toBe(0);
  now += 60_000;
  await end(11, "quashed");
  now += 60_000;
  await recallUsed({ db: bed.database.db, clock: { now: () => now, today: () => "2026-09-09" as Day } });
  expect(await deliver()).toBe(1);
  expect(messages("/approval")[0]?.page.items).toEqual([
    expect.objectContaining({ look, matter: "SL-2026-000011", what: "quashed", documentNo: "示市监罚〔2026〕11号" }),
  ]);
  expect(JSON.stringify(got)).not.toContain(firm(11).code);
  expect(await deliver()).toBe(0);
});

test("another organisation's endpoint is as unknown as none, and watchers see all of them", async () => {
  const other = asking(bed, await bed.tokenOf({ uscc: "91990100MA0XH0034B", name: "示例银行" }, "bank"));
  expect((await other("GET", "/api/v1/endpoints")).json).toMatchObject({ items: [], origins: null });
  expect((await operator("GET", "/api/v1/endpoints")).json["origins"]).toEqual([origin]);
  const all = (await operator("GET", "/api/v1/endpoints")).json["items"] as { endpoint: string }[];
  expect(all.length).toBeGreaterThan(2);
  const reason = { reason: "试" };
  const foreign = await other("POST", `/api/v1/endpoints/${all[0]?.endpoint}/end`, reason);
  const random = await other("POST", "/api/v1/endpoints/5a0de1a1-8a3f-4a54-9a3d-2f60a9a1c001/end", reason);
  expect({ ...foreign.json, instance: "" }).toEqual({ ...random.json, instance: "" });
  expect(foreign).toMatchObject({ status: 404, json: { code: "endpoints.unknown" } });
});

test("the centre's gateway is told whom to remind of what, a day at a time, and nobody else may ask for it", async () => {
  const refusedTo = await operator("POST", "/api/v1/endpoints", {
    ...wishOf({ organisation: recipient, feed: "reminders", url: `${origin}/sms` }),
  });
  expect(refusedTo).toMatchObject({ status: 403, json: { code: "endpoints.reminders-own" } });
  const subject = firm(7);
  await bed.tokenOf({ uscc: subject.code, name: subject.name }, "enterprise");
  await deliver();
  await send([7, 8]);
  const first = dayOfInstant(now);
  await register({ organisation: centre, feed: "reminders", url: `${origin}/sms` });
  got = [];
  for (let round = 0; round < 3; round += 1) {
    now += 86_400_000;
    await deliver();
    // A day is told once.
    expect(await deliver()).toBe(0);
  }
  const pages = messages("/sms").map(({ page }) => page as typeof page & { readonly day: string });
  expect(pages.map(({ day }) => day)).toEqual([first, addDays(first, 1), addDays(first, 2)]);
  expect(pages.map(({ items }) => items.length)).toEqual([2, 0, 0]);
  expect(pages[0]?.items).toMatchObject([
    { organisation: subject.code, kind: "record-arrived", day: null },
    { organisation: subject.code, kind: "repair-possible", day: "2026-09-19" },
  ]);
  for (const word of ["罚款", subject.name, firm(8).code, "示市监罚"]) expect(JSON.stringify(got)).not.toContain(word);
});
