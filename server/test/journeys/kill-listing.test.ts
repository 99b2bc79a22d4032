// The platform is killed while an officer's signature is on its way: the step and its effect stand together, or neither does.
import { afterAll, beforeAll, expect, test } from "vitest";
import { call, get, page, records, send } from "./test-client.ts";
import { ask, openPlatform, pause } from "./test-platform.ts";
import type { Platform } from "./test-platform.ts";
import { csv, penaltyOf } from "./test-sheets.ts";

let platform: Platform;
beforeAll(async () => {
  platform = await openPlatform();
  expect(await send(platform, csv([penaltyOf(900, { code: own, name: "示例市云岭机械制造有限公司" })]))).toMatchObject({
    accepted: 1,
  });
});
afterAll(() => platform.close());

const own = "91990100MA0XH0026G";
const cases = "/api/v1/lists/abnormal-operation/cases";
const proof = { title: "送达回证", digest: "ab".repeat(32) };

interface Case {
  readonly case: string;
  readonly version: number;
  readonly standing: string;
}

/** Whether the listing is told of by each of its paths; they agree, or the test fails. */
async function isListed(): Promise<boolean> {
  const shown = (await records(platform, own)).filter(({ documentNo }) => documentNo?.includes("信列字") === true);
  const onPage = (await page(platform, `/subjects/${own}`)).includes("信列字");
  expect(onPage).toBe(shown.length === 1);
  const checked = await call(platform, "/api/v1/checks", {
    role: "approver",
    json: {
      matter: "land-grant",
      purpose: "administrative-approval",
      duty: "permit-review",
      subjects: [{ uscc: own, matterNo: "SW-2026-000777" }],
    },
  });
  expect(checked.status).toBe(200);
  expect(JSON.stringify(checked).includes("信列字")).toBe(shown.length === 1);
  return shown.length === 1;
}

/** Deeds of one case in the log: one for each of its steps. */
async function deedsOf(id: string): Promise<number> {
  const sql = "select ordinal from audit.entry where target = $1";
  return (await ask<{ ordinal: number }>(platform, "deeds", sql, [id])).length;
}

const read = (id: string): Promise<Case> => get<Case>(platform, `${cases}/${id}`);

async function step(at: Case, json: object, role = "clerk"): Promise<Case> {
  const told = await call(platform, `${cases}/${at.case}/steps`, { role, json: { version: at.version, ...json } });
  expect(told).toMatchObject({ status: 200 });
  return told as unknown as Case;
}

/** Sends a step, kills the platform at some moment after it, starts it again. @returns how the case stands then. */
async function killed(at: Case, json: object, asked: { role: string; after: number }): Promise<Case> {
  const sent = call(platform, `${cases}/${at.case}/steps`, {
    role: asked.role,
    json: { version: at.version, ...json },
  }).catch(() => null);
  await pause(asked.after);
  await platform.kill();
  await sent;
  await platform.start();
  const found = await read(at.case);
  expect([at.version, at.version + 1]).toContain(found.version);
  expect(await deedsOf(at.case)).toBe(found.version);
  return found;
}

const STARTS_MS = 480_000;
const moment = (): number => Math.floor(Math.random() * 40);

test(
  "signing, serving and ending a listing: done whole or not at all, and done once more where it was not",
  async () => {
    const evidence = [{ title: "现场检查笔录", digest: "cd".repeat(32) }];
    const opening = { subject: own, ground: "no-contact", facts: "两次邮寄均被退回。", evidence };
    const opened = await call(platform, cases, { json: opening });
    let at = opened as unknown as Case;
    at = await step(at, { kind: "notice", words: "列入后向社会公示。" });
    at = await step(at, { kind: "notice-served", receipt: { how: "direct", proof } });
    const waived = await call(platform, `/api/v1/own/cases/${at.case}/steps`, {
      role: "enterprise",
      json: { version: at.version, kind: "waiver" },
    });
    at = await step(waived as unknown as Case, { kind: "decision", words: "事实清楚，予以列入。" });
    const signed = { kind: "decision-approved" };
    let found = await killed(at, signed, { role: "reviewer", after: moment() });
    expect(await isListed()).toBe(false);
    at = found.version === at.version ? await step(found, signed, "reviewer") : found;
    expect(at.standing).toBe("approved");

    const served = { kind: "decision-served", receipt: { how: "direct", proof } };
    found = await killed(at, served, { role: "clerk", after: moment() });
    expect(await isListed()).toBe(found.version > at.version);
    at = found.version === at.version ? await step(found, served) : found;
    expect(at.standing).toBe("listed");
    expect(await isListed()).toBe(true);

    at = await step(at, { kind: "exit", exit: "correction", words: "已变更住所登记。" });
    const left = { kind: "exit-approved" };
    found = await killed(at, left, { role: "reviewer", after: moment() });
    expect(await isListed()).toBe(found.version === at.version);
    at = found.version === at.version ? await step(found, left, "reviewer") : found;
    expect(at.standing).toBe("ended");
    expect(await isListed()).toBe(false);
  },
  STARTS_MS,
);
