import { afterAll, beforeAll, expect, test } from "vitest";
import { answerOf, bearer, call, offsetOf, openUpload, send } from "./test-client.ts";
import type { Answer } from "./test-client.ts";
import { count, openPlatform, pause } from "./test-platform.ts";
import type { Platform } from "./test-platform.ts";
import { fatesOf, rootsOf } from "./test-fates.ts";
import { csv, penaltyOf } from "./test-sheets.ts";

const rowCount = 22_000;
const partBytes = 512 * 1024;
const killsWhileSending = 2;
const killsWhileProcessing = 3;

/** Rows of all fates: every fiftieth without a day, every seventieth twice, every ninetieth with a destroyed code. */
function rowOf(at: number): string[] {
  if (at % 50 === 49) return penaltyOf(at, { decided: "2026-02-30" });
  if (at % 70 === 69) return penaltyOf(at - 1);
  if (at % 90 === 89) return penaltyOf(at, { code: "9.14E+17" });
  return penaltyOf(at);
}

const file = Buffer.from(csv(Array.from({ length: rowCount }, (_, at) => rowOf(at))));

let platform: Platform;
let undisturbed: Platform;
beforeAll(async () => {
  [platform, undisturbed] = await Promise.all([openPlatform(), openPlatform()]);
});
afterAll(() => Promise.all([platform.close(), undisturbed.close()]));

/** A part; undefined when the server died under it. */
function sendPart(batch: string, offset: number): Promise<Answer | undefined> {
  return fetch(`${platform.url}/api/v1/batches/${batch}`, {
    method: "PATCH",
    headers: { ...bearer(platform), "upload-offset": String(offset), prefer: "respond-async" },
    body: file.subarray(offset, offset + partBytes),
  }).then(answerOf, () => undefined);
}

async function killAndStart(): Promise<void> {
  await platform.kill();
  await platform.start();
}

/** Sends the file part by part, with the server killed under some of them; no acknowledged byte may be lost. */
async function sendUnderFire(batch: string): Promise<number> {
  let offset = 0;
  let kills = 0;
  const parts = Math.ceil(file.length / partBytes);
  while (offset < file.length) {
    const strike = kills < killsWhileSending && Math.random() < killsWhileSending / parts + 0.2;
    const sending = sendPart(batch, offset);
    if (strike) {
      kills += 1;
      await pause(Math.random() * 60);
      await killAndStart();
    }
    const answer = await sending;
    const acknowledged = Number(answer?.headers.get("upload-offset") ?? offset);
    const told = await offsetOf(platform, batch);
    if (told === null) return kills;
    expect(told, "no acknowledged byte is lost").toBeGreaterThanOrEqual(acknowledged);
    offset = told;
  }
  // Whole, but perhaps killed before processing began: an empty part sets it off.
  await sendPart(batch, offset);
  return kills;
}

async function settle(batch: string): Promise<Answer> {
  let kills = 0;
  for (;;) {
    const now = await call(platform, `/api/v1/batches/${batch}`);
    if (now.state === "done" || now.state === "failed") return now;
    if (kills < killsWhileProcessing) {
      kills += 1;
      await pause(Math.random() * 700);
      await killAndStart();
    } else await pause(200);
  }
}

test("kill -9 in a loop, while a client resumes, loses no acknowledged row and doubles none", async () => {
  const { batch } = await openUpload(platform, file.length);
  const kills = await sendUnderFire(batch);
  const done = await settle(batch);
  const calm = await send(undisturbed, file);
  expect(kills).toBeGreaterThan(0);
  expect(done.state).toBe("done");
  for (const fate of [
    "received",
    "skipped",
    "accepted",
    "duplicates",
    "quarantined",
    "rejected",
    "issueCount",
  ] as const) {
    expect(done[fate], fate).toBe(calm[fate]);
  }
  expect(done.received).toBe(rowCount);
  const statements = await count(platform, "statements", "select count(*)::int as n from statements.statement");
  const keys = await count(
    platform,
    "keys",
    "select count(distinct (subject, entry, provider, source_key))::int as n from statements.statement",
  );
  const bodies = await count(platform, "bodies", "select count(*)::int as n from statements.body");
  const locators = await count(platform, "locators", "select count(*)::int as n from statements.locator");
  expect([statements, keys, bodies, locators]).toEqual([done.accepted, done.accepted, done.accepted, done.accepted]);
  expect(await fatesOf(platform, done)).toEqual(await fatesOf(undisturbed, calm));
  const roots = await rootsOf(platform, done);
  expect([roots.signed, roots.size]).toEqual([roots.recomputed, rowCount]);
  const audited = await count(
    platform,
    "audited",
    "select coalesce(sum(count), 0)::int as n from audit.entry where action = 'ingest.chunk'",
  );
  expect(audited, "every row stands in exactly one audited chunk").toBe(rowCount);
}, 300_000);
