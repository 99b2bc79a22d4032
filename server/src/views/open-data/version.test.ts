import { expect, test } from "vitest";
import { dayOfInstant } from "../../kernel/day.ts";
import type { Database, Tx } from "../../platform/database/pool.ts";
import {
  BATCH,
  FIRM,
  at,
  countRows,
  database,
  end,
  get,
  policy,
  record,
  run,
  useDownloads,
  withdrawBatch,
} from "./test-bed.ts";
import { formats } from "./rules/columns.ts";
import { openDownloads } from "./service.ts";

useDownloads();

test.each([
  ["a new record", () => record({ key: 2 })],
  ["an end", () => end("repaired", "2026-09-01")],
  ["an end that takes effect later", () => end("repaired", "2026-12-01")],
  ["a withdrawn batch", () => withdrawBatch()],
  ["a new name, which comes with a row", () => rename()],
  ["a question taken in", () => decide("accepted")],
  ["the next day", async () => at("2026-09-10T00:00:00")],
])("the version changes with %s", async (_, change) => {
  await record();
  await ask();
  const before = await tags();
  expect(await tags()).toEqual(before);
  await change();
  const after = await tags();
  for (const [place, tag] of after.entries()) expect(tag).not.toBe(before[place]);
  const held = { "if-none-match": before.join(", ") };
  for (const one of formats) {
    const answer = await get(`/open-data/permit.${one}`, { headers: held });
    await answer.body?.cancel();
    expect(answer.status).toBe(200);
  }
});

async function rename(): Promise<void> {
  await run("rename", "update subject.name set name = '示例新名有限公司' where subject = $1", [FIRM]);
  await countRows(1, "00000000-0000-4000-8000-000000000002");
}

async function ask(): Promise<void> {
  await run(
    "ask",
    `insert into ingest.question (batch, row, sheet, codes, candidate, proposals, state) values ($1, 7, '', '{}', '{}', '{}', 'open')`,
    [BATCH],
  );
  await run("asked", "update ingest.batch set quarantined = quarantined + 1 where batch = $1", [BATCH]);
}

async function decide(state: string): Promise<void> {
  await run("decide", "update ingest.question set state = $1, decided_at = '2026-09-09Z'", [state]);
}

test("a question that is decided in the moment in which another is asked changes the version too", async () => {
  await record();
  await ask();
  const before = await tags();
  await run("other", "update ingest.question set row = 8, state = 'rejected' where row = 7");
  await ask();
  expect(await tags()).not.toEqual(before);
});

async function tags(): Promise<(string | null)[]> {
  const found: (string | null)[] = [];
  for (const one of formats) {
    const response = await get(`/open-data/permit.${one}`, { method: "HEAD" });
    found.push(response.headers.get("etag"));
  }
  expect(new Set(found).size).toBe(formats.length);
  return found;
}

test("neither HEAD nor 304 reads a row, and both are answered while every slot is taken", async () => {
  await record();
  const files = [await get("/open-data/permit.csv"), await get("/open-data/permit.ndjson")];
  expect((await get("/open-data/permit.csv")).status).toBe(503);
  await withoutStatements(async () => {
    const head = await get("/open-data/permit.csv", { method: "HEAD" });
    const etag = head.headers.get("etag") ?? "";
    expect([head.status, etag]).toEqual([200, files[0]?.headers.get("etag")]);
    const kept = await get("/open-data/permit.csv", { headers: { "if-none-match": etag } });
    expect([kept.status, await kept.text()]).toEqual([304, ""]);
  });
  for (const file of files) await file.body?.cancel();
});

/** Takes the right to read statements from the server meanwhile: whoever reads one of them fails. */
async function withoutStatements(work: () => Promise<void>): Promise<void> {
  await run("revoke", "revoke select on statements.pub_statement from xinheng_app");
  try {
    await work();
  } finally {
    await run("grant", "grant select on statements.pub_statement to xinheng_app");
  }
}

test("in snapshots of one name the records are counted once, for all who ask", async () => {
  await record();
  const asked: string[] = [];
  const counting = (tx: Tx): Tx => ({
    ...tx,
    rows: (of, values) => {
      asked.push(of.name);
      return tx.rows(of, values);
    },
  });
  const { db } = database();
  // Others write into the cluster meanwhile, so snapshots of one name are had by reading in one.
  let snapshot: Tx | null = null;
  const read: Database["read"] = (work) =>
    snapshot === null ? db.read((tx) => work(counting(tx))) : work(counting(snapshot));
  const now = Date.parse("2026-09-09T09:42:00+08:00");
  const clock = { now: () => now, today: () => dayOfInstant(now) };
  const downloads = openDownloads({ db: { ...db, read }, clock, policy: () => policy, calendar: null });
  const version = async (): Promise<unknown> => {
    const head = await downloads.head(downloads.moment(), { entry: "permit", format: "csv" });
    return head.ok ? head.value.version : head.refusal;
  };
  const counted = (): number => asked.filter((name) => name === "open-data.state").length;
  const versions = await db.read(async (tx) => {
    snapshot = tx;
    return Promise.all(Array.from({ length: 20 }, version));
  });
  expect(counted()).toBe(1);
  expect(versions).toEqual(Array.from({ length: 20 }, () => versions[0]));
  snapshot = null;
  await record({ key: 2 });
  expect(await version()).not.toEqual(versions[0]);
  expect(counted()).toBe(2);
});
