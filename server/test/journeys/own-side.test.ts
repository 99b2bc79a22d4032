// The subject's side: what it is told, everything about it in one file, and the proof that a look stands in the log.
import { verifyDisclosure } from "@xinheng/log/commitment";
import type { Disclosure } from "@xinheng/log/commitment";
import { leafHash, verifyInclusion } from "@xinheng/log/merkle";
import { openNote, readVerifierKey } from "@xinheng/log/note";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { accessKey, createAccessJobs } from "../../src/foundation/access/index.ts";
import { accessPolicy } from "../../src/foundation/access/test-looks.ts";
import { statement } from "../../src/platform/database/pool.ts";
import { openTestApp } from "./test-app.ts";
import type { TestApp } from "./test-app.ts";
import { market } from "./test-client.ts";
import { csv, firm, penaltyOf } from "./test-sheets.ts";

const environment = "11990100990006857Y";
const origin = "localhost";
let bed: TestApp;
const tokens: Record<string, string> = {};

interface Told {
  readonly status: number;
  readonly code?: string;
  readonly unread: number;
  readonly items: readonly { kind: string; position: string; text: string; isNew: boolean; look?: string }[];
}

async function call(who: string, path: string, json?: unknown): Promise<Told & Record<string, unknown>> {
  const response = await bed.ask(path, {
    method: json === undefined ? "GET" : "POST",
    headers: {
      authorization: `Bearer ${tokens[who]}`,
      ...(json === undefined ? {} : { "content-type": "application/json" }),
    },
    ...(json === undefined ? {} : { body: JSON.stringify(json) }),
  });
  expect(response.headers.get("cache-control")).toBe("no-store");
  return { ...((await response.json()) as Told & Record<string, unknown>), status: response.status };
}

async function download(who: string): Promise<readonly Record<string, unknown>[]> {
  const response = await bed.ask("/api/v1/own/download", { headers: { authorization: `Bearer ${tokens[who]}` } });
  expect(response.headers.get("content-disposition")).toMatch(/^attachment; filename="own-\w{18}-[\d-]{10}\.ndjson"$/u);
  const text = await response.text();
  return text
    .trimEnd()
    .split("\n")
    .map((line) => JSON.parse(line) as Record<string, unknown>);
}

async function look(index: number, matter: string): Promise<string> {
  const answer = await call("approver", "/api/v1/queries", {
    purpose: "administrative-approval",
    basis: { kind: "duty", duty: "permit-review" },
    entries: ["penalty"],
    subjects: [{ uscc: firm(index).code, matter }],
  });
  const [first] = answer["answers"] as { look: string }[];
  return first?.look ?? "";
}

async function tick(moment: string): Promise<void> {
  bed.at(moment);
  const jobs = createAccessJobs({
    db: bed.database.db,
    keys: bed.keys,
    origin,
    policyAt: () => accessPolicy(),
    calendar: null,
    onFault: (_, error) => {
      throw error;
    },
  });
  await jobs.tick(Date.parse(`${moment}+08:00`));
}

const delayRow = statement(
  "test.delay",
  `with d as (
     insert into access.delay (delay, organisation, matter, rule, article, reason, until, account, person, at)
     values (gen_random_uuid(), $1, $2, 'r', 's#1', '核查', '2026-09-20', gen_random_uuid(), gen_random_uuid(), $3)
     returning delay
   ) insert into access.delay_confirmation (delay, account, person, at)
     select delay, gen_random_uuid(), gen_random_uuid(), $3 from d`,
);

const alertRow = statement(
  "test.alert",
  `insert into access.alert (alert, rule, account, at, counted, more, minutes, response)
   select gen_random_uuid(), 'many', account, at + interval '1 minute', 3, 2, 10, 'alert' from access.look where look = $1`,
);

let batch = "";
let open = "";
let delayed = "";
let foreign = "";
beforeAll(async () => {
  bed = await openTestApp();
  tokens["clerk"] = await bed.tokenOf(market);
  tokens["reviewer"] = await bed.tokenOf(market, "reviewer");
  tokens["approver"] = await bed.tokenOf(environment, "approver");
  tokens["firm"] = await bed.tokenOf({ uscc: firm(1).code, name: firm(1).name }, "enterprise");
  tokens["agent"] = await bed.tokenOf({ uscc: firm(1).code, name: firm(1).name }, "enterprise");
  tokens["other"] = await bed.tokenOf({ uscc: firm(2).code, name: firm(2).name }, "enterprise");
  const sent = await bed.ask(`/api/v1/batches?provider=${market}&entry=penalty`, {
    method: "POST",
    headers: { authorization: `Bearer ${tokens["clerk"]}` },
    body: csv([penaltyOf(1), penaltyOf(2)]),
  });
  batch = ((await sent.json()) as { batch: string }).batch;
  await tick("2026-09-09T09:00:00");
  await bed.database.admin.write((tx) =>
    tx.run(delayRow, [environment, "SL-2026-000009", new Date("2026-09-09T00:30:00Z")]),
  );
  open = await look(1, "SL-2026-000001");
  delayed = await look(1, "SL-2026-000009");
  foreign = await look(2, "SL-2026-000002");
  await bed.database.admin.write((tx) => tx.run(alertRow, [Buffer.from(open, "hex")]));
});
afterAll(() => bed.close());

describe("notices", () => {
  test("a new record and a day of looks are told; what is told later is not", async () => {
    const inbox = await call("firm", "/api/v1/own/notices");
    expect(inbox.items.map(({ kind }) => kind)).toEqual(expect.arrayContaining(["looked-at", "record-arrived"]));
    const [looked] = inbox.items.filter(({ kind }) => kind === "looked-at");
    expect(looked?.text).toContain("查询 1 次");
    expect(inbox.unread).toBe(inbox.items.length);
    expect(JSON.stringify(inbox)).not.toContain(firm(2).code);
  });

  test("what was read is read for one account and not for its colleague, and another look is news", async () => {
    const before = await call("firm", "/api/v1/own/notices");
    const through = before.items[0]?.position ?? "";
    expect((await call("firm", "/api/v1/own/notices/read", { through })).unread).toBe(0);
    expect((await call("firm", "/api/v1/own/notices")).items.every(({ isNew }) => !isNew)).toBe(true);
    expect((await call("agent", "/api/v1/own/notices")).unread).toBe(before.unread);
    bed.at("2026-09-09T10:00:00");
    const alerted = await call("firm", "/api/v1/own/notices");
    expect(alerted.items[0]).toMatchObject({ kind: "alert", isNew: true });
    expect(alerted.items[0]?.text).not.toContain("-");
    await call("firm", "/api/v1/own/notices/read", { through: alerted.items[0]?.position });
    await look(1, "SL-2026-000001");
    const after = await call("firm", "/api/v1/own/notices");
    expect(after.unread).toBe(1);
    expect(after.items[0]?.text).toContain("查询 2 次");
    for (const through of ["9999999999999:x", "1788912000000:a\u0000b", `1788912000000:${"张".repeat(50)}`]) {
      expect((await call("firm", "/api/v1/own/notices/read", { through })).code).toBe("notices.not-yet");
    }
    expect((await call("firm", "/api/v1/own/notices/read", { through: "soon" })).code).toBe("notices.not-yet");
  });

  test("a clerk is told what became of his proposals, and nothing of a subject", async () => {
    expect(await call("clerk", "/api/v1/own/notices")).toMatchObject({ status: 200, unread: 0, items: [] });
    const asked = await call("clerk", `/api/v1/batches/${batch}/withdrawal`, { reason: "核对", documentNo: "函1号" });
    await call("reviewer", `/api/v1/approvals/${String(asked["proposal"])}/refusal`, { reason: "数据无误" });
    const told = await call("clerk", "/api/v1/own/notices");
    expect(told).toMatchObject({ unread: 1, items: [{ kind: "proposal-refused", about: asked["proposal"] }] });
    expect(told.items[0]?.text).toContain("撤回批次");
    expect((await call("reviewer", "/api/v1/own/notices")).items).toEqual([]);
  });
});

describe("the proof of a look", () => {
  interface Proof {
    readonly disclosure: Disclosure;
    readonly commitment: string;
    readonly position: number;
    readonly size: number;
    readonly path: readonly string[];
    readonly note: string;
  }

  test("comes once a root is over it, and holds by the verifier key alone", async () => {
    const path = `/api/v1/own/looks/${open}/proof`;
    expect(await call("firm", path)).toMatchObject({ status: 409, code: "sharing.no-proof-yet" });
    await tick("2026-09-09T11:00:00");
    await tick("2026-09-09T12:00:00");
    const told = await call("firm", path);
    expect(told.status).toBe(200);
    const proof = told as unknown as Proof;
    const commitment = Buffer.from(proof.commitment, "hex");
    expect(verifyDisclosure(proof.disclosure, commitment)).toBe(true);
    expect(proof.disclosure.header).toMatchObject({ id: open, subject: firm(1).code });
    const { text } = openNote(proof.note, [readVerifierKey(accessKey({ keys: bed.keys, origin }))]);
    const root = Buffer.from(/^root (.+)$/mu.exec(text)?.[1] ?? "", "base64");
    expect(text).toContain(`size ${proof.size}\n`);
    const leaf = leafHash(Buffer.concat([Buffer.of(1, 1), commitment]));
    const steps = proof.path.map((hash) => Buffer.from(hash, "hex"));
    expect(verifyInclusion({ leafHash: leaf, index: proof.position, size: proof.size, proof: steps, root })).toBe(true);
    expect(JSON.stringify(told)).not.toContain("person");
  });

  test("of another's look, of one that is told later and of none is the same no", async () => {
    const answers = await Promise.all(
      [foreign, delayed, "0".repeat(32)].map((id) => call("firm", `/api/v1/own/looks/${id}/proof`)),
    );
    expect(answers[0]).toMatchObject({ status: 404, code: "sharing.unknown-look" });
    const told = new Set(answers.map((answer) => JSON.stringify({ ...answer, instance: null })));
    expect(told.size).toBe(1);
    expect((await call("other", `/api/v1/own/looks/${foreign}/proof`)).status).toBe(200);
  });
});

describe("everything in one file", () => {
  test("records with where they came from, looks, notices, and how much there is", async () => {
    const lines = await download("firm");
    expect(lines[0]).toMatchObject({ kind: "about", uscc: firm(1).code });
    const [record] = lines.filter(({ kind }) => kind === "record");
    expect(record).toMatchObject({ entry: "penalty", provenance: { version: 1, row: 2, replaces: null } });
    const source = record?.["provenance"] as { commitment: string; disclosure: Disclosure };
    expect(verifyDisclosure(source.disclosure, Buffer.from(source.commitment, "hex"))).toBe(true);
    expect(source.disclosure.header).toMatchObject({ subject: firm(1).code, entry: "penalty" });
    const opened = source.disclosure.groups.flatMap((group) => ("fields" in group ? [group.fields] : []));
    expect(Object.assign({}, ...opened)).toMatchObject({ subjectName: firm(1).name });
    const looks = lines.filter(({ kind }) => kind === "look");
    expect(looks.map(({ look: id }) => id)).toContain(open);
    expect(looks.map(({ look: id }) => id)).not.toContain(delayed);
    expect(lines.at(-1)).toMatchObject({ kind: "end", records: 1, looks: looks.length, complete: true });
    expect(JSON.stringify(lines)).not.toContain(firm(2).code);
    expect((await call("clerk", "/api/v1/own/download")).code).toBe("accounts.role");
  });

  test("when the delay ends the look is told, as news of that day", async () => {
    await tick("2026-09-20T00:00:01");
    const inbox = await call("firm", "/api/v1/own/notices");
    expect(inbox.items[0]).toMatchObject({ kind: "looked-at", isNew: true });
    expect((await download("firm")).map((line) => line["look"])).toContain(delayed);
    expect((await call("firm", `/api/v1/own/looks/${delayed}/proof`)).status).toBe(200);
  });
});

describe("a file", () => {
  const lock = statement("test.lock", "lock table statements.statement in access exclusive mode");
  const ask = (who: string) => bed.ask("/api/v1/own/download", { headers: { authorization: `Bearer ${tokens[who]}` } });

  test("is made for an account once at a time, and for its colleague beside it", async () => {
    const made: Promise<Response>[] = [];
    await bed.database.admin.write(async (tx) => {
      await tx.run(lock);
      made.push(ask("firm"), ask("firm"), ask("agent"));
      const no = await Promise.race(made);
      expect(no.status).toBe(429);
      expect(await no.json()).toMatchObject({ code: "sharing.download-under-way" });
    });
    const statuses = (await Promise.all(made)).map(({ status }) => status);
    expect(statuses.toSorted((a, b) => a - b)).toEqual([200, 200, 429]);
    expect((await download("firm")).at(-1)).toMatchObject({ complete: true });
  });
});

test("a record that was altered in the tables is told, and nothing is handed out to check it by", async () => {
  const alter = statement(
    "test.alter",
    `update statements.body set fields = fields || '{"fine":"9.000000"}' where subject = $1`,
  );
  await bed.database.admin.write((tx) => tx.run(alter, [firm(2).code]));
  const [record] = (await download("other")).filter(({ kind }) => kind === "record");
  expect(record?.["provenance"]).toMatchObject({ row: 3, disclosure: null });
});

test("a frozen enterprise keeps all of it", async () => {
  const freeze = statement("test.freeze", "update accounts.organisation set frozen_at = $2 where uscc = $1");
  await bed.database.admin.write((tx) => tx.run(freeze, [firm(1).code, new Date()]));
  expect((await call("firm", "/api/v1/own/notices")).status).toBe(200);
  expect((await call("firm", `/api/v1/own/looks/${open}/proof`)).status).toBe(200);
  expect((await download("firm")).at(-1)).toMatchObject({ complete: true });
  const { items } = await call("firm", "/api/v1/own/notices");
  expect((await call("firm", "/api/v1/own/notices/read", { through: items[0]?.position })).unread).toBe(0);
});

test("a record is news when it could be seen, not when its batch was received, and none while that is under way", async () => {
  const finish = statement("test.finish", "update ingest.batch set finished_at = $2 where batch = $1");
  const finished = (at: Date | null) => bed.database.admin.write((tx) => tx.run(finish, [batch, at]));
  const arrived = async () =>
    (await call("firm", "/api/v1/own/notices")).items.filter(({ kind }) => kind === "record-arrived");
  const { items } = await call("firm", "/api/v1/own/notices");
  await call("firm", "/api/v1/own/notices/read", { through: items[0]?.position });
  expect(await arrived()).toMatchObject([{ isNew: false }]);
  await finished(null);
  expect(await arrived()).toEqual([]);
  bed.at("2026-09-21T10:00:00");
  await finished(new Date("2026-09-21T01:00:00Z"));
  expect(await arrived()).toMatchObject([{ isNew: true, at: "2026-09-21T01:00:00.000Z" }]);
});

const manyAlerts = statement(
  "test.many-alerts",
  `insert into access.alert (alert, rule, account, at, counted, more, minutes, response)
   select gen_random_uuid(), 'many', l.account, l.at + interval '1 minute', 3, 2, 10, 'alert'
   from access.look l cross join generate_series(1, 501) where l.look = $1`,
);

test("the file says that it is not all where more was told than it holds", async () => {
  expect((await download("other")).at(-1)).toMatchObject({ complete: true });
  await bed.database.admin.write((tx) => tx.run(manyAlerts, [Buffer.from(foreign, "hex")]));
  expect((await download("other")).at(-1)).toMatchObject({ complete: false });
});
