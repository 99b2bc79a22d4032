// A recipient receives statements under ids of its own, and hears of every end of what it received.
import { hash, randomUUID } from "node:crypto";
import { canonicalBytes } from "@xinheng/log/canonical";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Day } from "../../src/kernel/day.ts";
import { statement } from "../../src/platform/database/pool.ts";
import { liftMark, restoreEnd, saveEnd, saveEndedBatch, saveMark } from "../../src/records/statements/index.ts";
import type { End } from "../../src/records/statements/index.ts";
import { openTestApp } from "./test-app.ts";
import type { TestApp } from "./test-app.ts";
import { market } from "./test-client.ts";
import { asking, carry, centre, follow, pull, recipient, subscribe } from "./test-recipient.ts";
import type { Ask, Item, Told } from "./test-recipient.ts";
import { csv, firm, penaltyOf } from "./test-sheets.ts";

let bed: TestApp;
let clerk = "";
let ask: Ask;
let other: Ask;
const lender = { uscc: "91990100MA0XH0034B", name: "示例银行" };
beforeAll(async () => {
  bed = await openTestApp();
  clerk = await bed.tokenOf(market);
  await subscribe(bed, { organisation: recipient });
  await subscribe(bed, { organisation: lender });
  ask = asking(bed, await bed.tokenOf(recipient, "subscriber"));
  other = asking(bed, await bed.tokenOf(lender, "bank"));
});
afterAll(() => bed.close());

/** Sends penalties of invented enterprises, by their numbers. @returns the batch. */
async function sent(...indexes: number[]): Promise<string> {
  const response = await bed.ask(`/api/v1/batches?provider=${market}&entry=penalty`, {
    method: "POST",
    headers: { authorization: `Bearer ${clerk}` },
    body: csv(indexes.map((index) => penaltyOf(index))),
  });
  const answer = (await response.json()) as { batch: string; accepted: number };
  expect(answer.accepted).toBe(indexes.length);
  return answer.batch;
}

const ofFirm = (items: readonly Item[], index: number): Item => {
  const found = items.find(({ content }) => content.uscc === firm(index).code);
  if (found === undefined) throw new Error(`nothing of ${index}`);
  return found;
};

async function decisionOf(index: number): Promise<Buffer> {
  const rows = await bed.database.admin.read((tx) =>
    tx.rows<{ decision: Buffer }>(
      statement("test.decision", "select decision from statements.statement where subject = $1 limit 1"),
      [firm(index).code],
    ),
  );
  return rows[0]?.decision ?? Buffer.alloc(0);
}
const account = randomUUID();
const recordedAt = new Date("2026-09-09T01:00:00Z");

async function end(index: number, over: Partial<End> = {}): Promise<void> {
  const decision = await decisionOf(index);
  const plain = { kind: "repaired", effective: "2026-09-09", through: null, documentNo: null } as const;
  const made = await bed.database.db.write((tx) =>
    saveEnd(tx, { subject: firm(index).code, decision, ...plain, recordedAt, account, ...over }),
  );
  expect(made).toBe(1);
}

async function restore(index: number, kind: "repaired" | "shielded" = "repaired"): Promise<void> {
  const decision = await decisionOf(index);
  const back = {
    subject: firm(index).code,
    decision,
    kind,
    recordedAt,
    documentNo: "撤修〔2026〕1号",
    account,
  } as const;
  expect(await bed.database.db.write((tx) => restoreEnd(tx, back))).toBe(1);
}

const about = (told: readonly Told[], item: Item): Told[] => told.filter(({ id }) => id === item.id);

describe("what is received", () => {
  test("comes once, under ids that no two recipients share, with a digest of exactly what came", async () => {
    await sent(1, 2, 3);
    const mine = await pull(ask);
    const theirs = await pull(other);
    expect(mine.length).toBeGreaterThanOrEqual(3);
    const ids = new Set([...mine, ...theirs].map(({ id }) => id));
    expect(ids.size).toBe(mine.length + theirs.length);
    for (const item of mine) {
      expect(item.digest).toBe(hash("sha256", canonicalBytes(item.content), "hex"));
    }
    expect(await pull(ask)).toEqual([]);
    const again = await pull(ask, { again: true });
    expect(again.map(({ id }) => id).toSorted()).toEqual(mine.map(({ id }) => id).toSorted());
  });

  test("comes again where the answer was lost and the same pull is asked once more", async () => {
    await sent(11);
    const delivery = "a".repeat(32);
    const first = await pull(ask, { delivery });
    expect(await pull(ask, { delivery })).toEqual(first);
    expect(first).toHaveLength(1);
  });

  test("stands in the log of looks, which its subject reads", async () => {
    await sent(12);
    await pull(ask);
    const { code: uscc, name } = firm(12);
    const own = asking(bed, await bed.tokenOf({ uscc, name }, "enterprise"));
    const { json } = await own("GET", "/api/v1/own/looks");
    expect(json["items"]).toMatchObject([{ organisation: recipient.uscc, purpose: "financing", basis: "duty" }]);
  });

  test("holds nothing that ended, nor what ends tonight", async () => {
    await sent(13, 14);
    await end(13, { kind: "quashed" });
    await carry(bed);
    const items = await pull(ask);
    expect(items.map(({ content }) => content.uscc)).toEqual([firm(14).code]);
  });
});

describe("the feed", () => {
  test("tells an end, its taking back, and another that still stands", async () => {
    await sent(20);
    const item = ofFirm(await pull(ask), 20);
    const { cursor } = await follow(ask);
    await end(20);
    await carry(bed);
    const told = await follow(ask, cursor);
    expect(about(told.items, item)).toMatchObject([
      { kind: "ended", effective: "2026-09-09", ends: [{ from: "2026-09-09", through: null }] },
    ]);
    await end(20, { kind: "removed", effective: "2026-10-01" });
    await restore(20);
    await carry(bed);
    const later = await follow(ask, told.cursor);
    expect(about(later.items, item)).toMatchObject([
      { kind: "ended", effective: "2026-10-01", ends: [{ from: "2026-10-01", through: null }] },
    ]);
  });

  test("tells what never was, what holds for a time, marks, and batches taken back", async () => {
    const batch = await sent(21);
    await sent(22, 23);
    const items = await pull(ask);
    const { cursor } = await follow(ask);
    await bed.database.db.write((tx) => saveEndedBatch(tx, { batch, effective: "2026-09-09", recordedAt, account }));
    await end(22, { kind: "quashed" });
    await end(23, { kind: "shielded", through: "2026-12-31" as Day });
    await carry(bed);
    const first = await follow(ask, cursor);
    expect(about(first.items, ofFirm(items, 21))).toMatchObject([{ kind: "withdrawn" }]);
    expect(about(first.items, ofFirm(items, 22))).toMatchObject([
      { kind: "ended", effective: null, ends: [{ from: null, through: null }] },
    ]);
    expect(about(first.items, ofFirm(items, 23))).toMatchObject([
      { kind: "ended", ends: [{ from: "2026-09-09", through: "2026-12-31" }] },
    ]);
    const decision = await decisionOf(23);
    const mark = {
      subject: firm(23).code,
      decision,
      kind: "objection" as const,
      pauses: true,
      ref: "c1",
      setOn: "2026-09-09" as Day,
      setAt: recordedAt,
      account,
      policyHash: Buffer.alloc(32),
    };
    const set = await bed.database.db.write((tx) => saveMark(tx, mark));
    await carry(bed);
    const lifted = { subject: firm(23).code, mark: set, at: recordedAt, account };
    await bed.database.db.write((tx) => liftMark(tx, lifted));
    await carry(bed);
    const second = await follow(ask, first.cursor);
    expect(about(second.items, ofFirm(items, 23))).toMatchObject([
      { kind: "marked", marks: ["objection"], paused: true },
      { kind: "unmarked", marks: [], paused: false },
    ]);
  });

  test("tells that a last day is over from the day on which it is, without any job", async () => {
    await sent(24);
    const item = ofFirm(await pull(ask), 24);
    const { cursor } = await follow(ask);
    bed.at("2027-06-18T23:59:59");
    expect(about((await follow(ask, cursor)).items, item)).toEqual([]);
    bed.at("2027-06-19T00:00:00");
    const over = await follow(ask, cursor);
    expect(about(over.items, item)).toEqual([
      { kind: "expired", id: item.id, effective: "2027-06-19", shownUntil: "2027-06-18" },
    ]);
    expect((await follow(ask, over.cursor)).items).toEqual([]);
    bed.at("2026-09-09T08:00:00");
  });

  test("never says what the statement said, nor of what another received", async () => {
    await sent(25);
    await pull(other);
    const { cursor } = await follow(ask);
    await end(25);
    await carry(bed);
    expect((await follow(ask, cursor)).items).toEqual([]);
    const all = JSON.stringify((await follow(other)).items);
    for (const word of [firm(25).code, firm(25).name, "罚", "示市监"]) expect(all).not.toContain(word);
  });

  test("takes no cursor of another's", async () => {
    const { cursor } = await follow(other);
    const { status, json } = await ask("GET", `/api/v1/withdrawals?after=${encodeURIComponent(cursor)}`);
    expect([status, json["code"]]).toEqual([422, "http.bad-cursor"]);
  });
});

describe("a receipt", () => {
  test("may come twice and out of order, and never covers what comes later", async () => {
    await sent(30, 31);
    const items = await pull(ask);
    await end(30);
    await end(31);
    await carry(bed);
    const told = (await follow(ask)).items.filter((one) => one.position !== undefined);
    const last = about(told, ofFirm(items, 31)).at(-1);
    const first = about(told, ofFirm(items, 30)).at(-1);
    const path = "/api/v1/withdrawals/acknowledgements";
    await ask("POST", path, { events: [{ id: last?.id, position: last?.position }] });
    const before = await ask("GET", "/api/v1/withdrawals/standing");
    await ask("POST", path, { events: [{ id: last?.id, position: last?.position }] });
    expect((await ask("GET", "/api/v1/withdrawals/standing")).json).toEqual(before.json);
    const through = Math.max(...told.map(({ position }) => position ?? 0));
    const all = await ask("POST", path, { through });
    expect(all.json).toMatchObject({ unacknowledged: 0, oldestAt: null, through });
    await ask("POST", path, { through: first?.position });
    await restore(30);
    await carry(bed);
    expect((await ask("GET", "/api/v1/withdrawals/standing")).json).toMatchObject({ unacknowledged: 1, through });
    await ask("POST", path, { through: through + 1 });
  });

  test("for what is another's, or is not, is refused in the same words", async () => {
    const foreign = (await follow(other)).items.find(({ position }) => position !== undefined);
    const path = "/api/v1/withdrawals/acknowledgements";
    const strange = await ask("POST", path, { events: [{ id: foreign?.id, position: foreign?.position }] });
    const random = await ask("POST", path, { events: [{ id: "9".repeat(32), position: foreign?.position }] });
    expect(strange.status).toBe(404);
    expect({ ...random.json, instance: "" }).toEqual({ ...strange.json, instance: "" });
    expect((await ask("POST", path, { through: 1_000_000 })).json["code"]).toBe("withdrawals.unknown-event");
  });
});

test("a receiver that was down for a week catches up to the same, in whatever order it confirms", async () => {
  await sent(50, 51, 52, 53);
  const items = await pull(ask);
  const { cursor } = await follow(ask);
  bed.at("2026-09-10T08:00:00");
  await end(50);
  await carry(bed);
  bed.at("2026-09-12T08:00:00");
  await end(51);
  await restore(50);
  await carry(bed);
  bed.at("2026-09-16T08:00:00");
  await end(52);
  await carry(bed);
  const { items: told } = await follow(ask, cursor);
  const last = (index: number): Told | undefined => about(told, ofFirm(items, index)).at(-1);
  expect([50, 51, 52, 53].map((index) => last(index)?.kind)).toEqual(["restored", "ended", "ended", undefined]);
  for (const one of told.toReversed()) {
    const events = [{ id: one.id, position: one.position }];
    expect((await ask("POST", "/api/v1/withdrawals/acknowledgements", { events })).status).toBe(200);
  }
  const through = Math.max(...told.map(({ position }) => position ?? 0));
  const all = await ask("POST", "/api/v1/withdrawals/acknowledgements", { through });
  expect(all.json).toMatchObject({ unacknowledged: 0 });
  bed.at("2026-09-09T08:00:00");
});

describe("a subscription", () => {
  test("that is ended opens nothing from that moment on, and what was received is still told of", async () => {
    const service = { uscc: firm(90).code, name: firm(90).name };
    const subscription = await subscribe(bed, { organisation: service });
    const token = await bed.tokenOf(service, "subscriber");
    const third = asking(bed, token);
    await sent(40);
    const item = ofFirm(await pull(third), 40);
    const ended = await third("POST", `/api/v1/subscriptions/${subscription}/end`, { reason: "不再需要" });
    expect(ended.json["endedAt"]).not.toBeNull();
    const refused = await third("POST", "/api/v1/deliveries", { delivery: "1".repeat(32) });
    expect([refused.status, refused.json["code"]]).toEqual([403, "withdrawals.no-subscription"]);
    await end(40);
    await carry(bed);
    expect(about((await follow(third)).items, item)).toMatchObject([{ kind: "ended" }]);
  });

  test("of another cannot be ended, and the auditor sees all of them", async () => {
    const auditor = asking(bed, await bed.tokenOf(centre, "auditor"));
    const { json } = await auditor("GET", "/api/v1/subscriptions");
    const items = json["items"] as { organisation: string; subscription: string }[];
    expect(new Set(items.map(({ organisation }) => organisation)).size).toBeGreaterThanOrEqual(2);
    const foreign = items.find(({ organisation }) => organisation === lender.uscc)?.subscription ?? "";
    const strange = await ask("POST", `/api/v1/subscriptions/${foreign}/end`, { reason: "试" });
    const random = await ask("POST", `/api/v1/subscriptions/${randomUUID()}/end`, { reason: "试" });
    expect(strange.status).toBe(404);
    expect({ ...random.json, instance: "" }).toEqual({ ...strange.json, instance: "" });
  });
});

describe("who is late", () => {
  test("is listed by days, reminded, and not named without a basis of the centre's own", async () => {
    const operator = asking(bed, await bed.tokenOf(centre, "operator"));
    bed.at("2026-09-20T08:00:00");
    const { json } = await operator("GET", "/api/v1/withdrawals/overdue");
    const items = json["items"] as { organisation: string; days: number }[];
    expect(items[0]?.days).toBe(11);
    const late = items.find(({ organisation }) => organisation === lender.uscc);
    expect(late).toBeDefined();
    expect(json["naming"]).toMatchObject({ confirmed: false, publisher: "信用中国" });
    const all = await operator("GET", "/api/v1/withdrawals/subscribers");
    const of = (all.json["items"] as { organisation: string; entries: string[]; unacknowledged: number }[]).find(
      ({ organisation }) => organisation === lender.uscc,
    );
    expect(of).toMatchObject({ name: lender.name, entries: ["penalty", "permit"], days: 11 });
    const one = await operator("GET", `/api/v1/withdrawals/subscribers/${lender.uscc}`);
    expect(one.json["open"]).toHaveLength(of?.unacknowledged ?? -1);
    const pulls = one.json["pulls"] as { statements: number }[];
    expect(pulls.reduce((sum, { statements }) => sum + statements, 0)).toBe(one.json["received"]);
    const strange = await operator("GET", `/api/v1/withdrawals/subscribers/${market}`);
    expect([strange.status, strange.json["code"]]).toEqual([404, "withdrawals.unknown-subscriber"]);
    const own = await operator("GET", `/api/v1/subscriptions?organisation=${lender.uscc}`);
    const codes = (own.json["items"] as { organisation: string }[]).map(({ organisation }) => organisation);
    expect(new Set(codes)).toEqual(new Set([lender.uscc]));
    const reminded = { organisation: lender.uscc, reason: "逾期未回执" };
    expect((await operator("POST", "/api/v1/withdrawals/reminders", reminded)).status).toBe(200);
    const standing = await other("GET", "/api/v1/withdrawals/standing");
    expect(standing.json["reminders"]).toHaveLength(1);
    const inbox = await other("GET", "/api/v1/own/notices");
    const kinds = (inbox.json["items"] as { kind: string }[]).map(({ kind }) => kind);
    expect(kinds).toEqual(expect.arrayContaining(["receipts-owed", "receipts-reminder"]));
    const named = await operator("POST", "/api/v1/withdrawals/namings", {
      ...reminded,
      documentNo: "示信函〔2026〕9号",
    });
    expect([named.status, named.json["code"]]).toEqual([403, "withdrawals.naming-not-confirmed"]);
    const file = await operator("GET", "/api/v1/withdrawals/overdue.csv");
    expect(file.json["text"]).toContain(lender.uscc);
    bed.at("2026-09-09T08:00:00");
  });
});
