// A check used a decision that turns out to have been wrong from the beginning: its officer is told, once.
import { afterAll, beforeAll, expect, test } from "vitest";
import { saveEnd, sequenceChanges } from "../../src/records/statements/index.ts";
import type { EndKind } from "../../src/records/statements/index.ts";
import { recallUsed } from "../../src/views/recall/index.ts";
import { statement } from "../../src/platform/database/pool.ts";
import { openTestApp } from "./test-app.ts";
import type { TestApp } from "./test-app.ts";
import { market } from "./test-client.ts";
import { csv, firm, penaltyOf } from "./test-sheets.ts";

const environment = "11990100990006857Y";
const centre = "129901009900397397";
let bed: TestApp;
const tokens: Record<string, string> = {};
beforeAll(async () => {
  bed = await openTestApp();
  tokens["clerk"] = await bed.tokenOf(market);
  tokens["approver"] = await bed.tokenOf(environment, "approver");
  tokens["colleague"] = await bed.tokenOf(environment, "approver");
  tokens["elsewhere"] = await bed.tokenOf(market, "approver");
  tokens["leader"] = await bed.tokenOf(centre, "leader");
});
afterAll(() => bed.close());

async function call<T>(path: string, who: string, body?: unknown): Promise<T> {
  const response = await bed.ask(path, {
    method: body === undefined ? "GET" : "POST",
    headers: { "content-type": "application/json", authorization: `Bearer ${tokens[who]}` },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  expect(response.status, await response.clone().text()).toBe(200);
  return (await response.json()) as T;
}

/** A penalty, and a check of the environment office that was answered with it. @returns the look. */
async function checked(index: number): Promise<string> {
  const sent = await bed.ask(`/api/v1/batches?provider=${market}&entry=penalty`, {
    method: "POST",
    headers: { authorization: `Bearer ${tokens["clerk"]}` },
    body: csv([penaltyOf(index)]),
  });
  expect(await sent.json()).toMatchObject({ accepted: 1 });
  const asked = { matter: "supervision-check", purpose: "supervision", duty: "permit-review" };
  const subjects = [{ uscc: firm(index).code, matterNo: `SL-2026-000${index}` }];
  const told = await call<{ answers: { look: string; outcome: string }[] }>("/api/v1/checks", "approver", {
    ...asked,
    subjects,
  });
  expect(told.answers[0]?.outcome).toBe("measures");
  return told.answers[0]?.look ?? "";
}

const decisionOf = statement("test.recalled", "select decision from statements.statement where subject = $1");

async function end(index: number, kind: EndKind, at = "08:30:00"): Promise<void> {
  const subject = firm(index).code;
  await bed.database.db.write(async (tx) => {
    const [row] = await tx.rows<{ decision: Buffer }>(decisionOf, [subject]);
    const decision = row?.decision ?? Buffer.alloc(0);
    await saveEnd(tx, {
      subject,
      decision,
      kind,
      effective: "2026-09-09",
      through: null,
      recordedAt: new Date(`2026-09-09T${at}+08:00`),
      documentNo: "示行终〔2026〕1号",
      account: "00000000-0000-4000-8000-000000000000",
    });
  });
}

interface Notice {
  readonly kind: string;
  readonly about: string;
  readonly text: string;
  readonly position: string;
  readonly isNew: boolean;
}

async function recalled(who: string): Promise<readonly Notice[]> {
  const { items } = await call<{ items: Notice[] }>("/api/v1/own/notices", who);
  return items.filter(({ kind }) => kind === "record-recalled");
}

const job = (at = "09:00:00"): Promise<number> =>
  recallUsed({
    db: bed.database.db,
    clock: { now: () => Date.parse(`2026-09-09T${at}+08:00`), today: () => "2026-09-09" as never },
  });

test("the officer who was answered with it is told which matter and which look, and nothing of what it said", async () => {
  const look = await checked(901);
  bed.at("2026-09-09T08:30:00");
  await end(901, "quashed");
  // Killed before the order was given, and again before it was read: nothing is lost.
  expect(await job()).toBe(0);
  await sequenceChanges(bed.database.db);
  expect(await job()).toBe(1);
  bed.at("2026-09-09T10:00:00");
  for (const who of ["approver", "colleague"]) {
    const [notice, ...more] = await recalled(who);
    expect(more).toEqual([]);
    expect(notice).toMatchObject({ about: look, isNew: true });
    for (const word of ["SL-2026-000901", look, "示市监罚〔2026〕901号", "重新考虑"])
      expect(notice?.text).toContain(word);
    for (const word of ["罚款", "食品", firm(901).name, firm(901).code]) expect(notice?.text).not.toContain(word);
  }
  expect(await recalled("elsewhere")).toEqual([]);
});

test("read again from anywhere, nobody is told twice", async () => {
  expect(await job()).toBe(0);
  await bed.database.admin.write((tx) => tx.run(statement("test.rewind", "update recall.cursor set next = 0")));
  expect(await job()).toBe(0);
  const both = await Promise.all([job(), job()]);
  expect(both).toEqual([0, 0]);
  expect((await recalled("approver")).length).toBe(1);
});

test("dropped, it is made anew from looks and changes", async () => {
  const before = await recalled("approver");
  await bed.database.admin.write(async (tx) => {
    await tx.run(statement("test.drop-told", "delete from recall.told"));
    await tx.run(statement("test.drop-cursor", "delete from recall.cursor"));
  });
  expect(await job()).toBe(1);
  expect(await recalled("approver")).toEqual(before);
});

test.each<readonly [EndKind, number]>([
  ["repaired", 902],
  ["withdrawn", 903],
])("what ends from now (%s) recalls nothing: on that day it was so", async (kind, index) => {
  bed.at("2026-09-09T08:00:00");
  await checked(index);
  await end(index, kind);
  await sequenceChanges(bed.database.db);
  expect(await job()).toBe(0);
});

/** The log as it stands when a look was written down at a moment, and its decision had been quashed at another. */
async function crossed(index: number, moments: { readonly look: string; readonly end: string }): Promise<void> {
  bed.at(`2026-09-09T${moments.look}`);
  await checked(index);
  await end(index, "quashed", moments.end);
}

test("an answer that was on its way is told too: changes rest until whoever was answered meanwhile stands in the log", async () => {
  await crossed(905, { look: "10:00:59", end: "10:00:00" });
  await sequenceChanges(bed.database.db);
  expect(await job("10:00:59")).toBe(0);
  expect(await job("10:01:00")).toBe(1);
  expect(await job("10:05:00")).toBe(0);
});

test("what was written down later had another source", async () => {
  await crossed(906, { look: "10:11:01", end: "10:10:00" });
  await sequenceChanges(bed.database.db);
  expect(await job("11:00:00")).toBe(0);
});

test("how many were told, and of how many the office has read", async () => {
  bed.at("2026-09-09T12:00:00");
  const list = (): Promise<{ items: { what: string; told: number; read: number }[] }> =>
    call("/api/v1/recalls", "leader");
  const unread = { what: "quashed", told: 1, read: 0 };
  expect((await list()).items).toMatchObject([unread, unread]);
  const [notice] = await recalled("colleague");
  await call("/api/v1/own/notices/read", "colleague", { through: notice?.position });
  const read = { what: "quashed", told: 1, read: 1 };
  expect((await list()).items).toMatchObject([read, read]);
});
