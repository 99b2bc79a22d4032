// The platform is killed while a step of a repair is on its way: the step, its document, its effect on every path, its deed in the
// log and its place in the feed stand together, or none of them does.
import { afterAll, beforeAll, expect, test } from "vitest";
import { call, get, market, page, records, send } from "./test-client.ts";
import type { Answer } from "./test-client.ts";
import { ask, openPlatform, pause } from "./test-platform.ts";
import type { Platform } from "./test-platform.ts";
import { asking, follow, pull, recipient } from "./test-recipient.ts";
import type { Ask, Told } from "./test-recipient.ts";
import { csv, penaltyOf } from "./test-sheets.ts";

const own = "91990100MA0XH0026G";
const documentNo = "示市监罚〔2026〕901号";
let platform: Platform;
let received = "";
const bed = { ask: async (asked: string, init?: RequestInit) => fetch(`${platform.url}${asked}`, init) };
const as = (role: string): Ask => asking(bed, platform.token(role));

beforeAll(async () => {
  platform = await openPlatform();
  const row = penaltyOf(901, { code: own, name: "示例市云岭机械制造有限公司", decided: "2026-06-01" });
  expect(await send(platform, csv([row]))).toMatchObject({ accepted: 1 });
  const proposed = await as("operator")("POST", "/api/v1/subscriptions", {
    organisation: recipient.uscc,
    name: recipient.name,
    basis: { kind: "article", article: "repair-plan-2025#*" },
    purpose: "financing",
    entries: ["penalty"],
    since: "2026-09-09",
    until: "2027-09-09",
    documentNo: "示信函〔2026〕1号",
    reason: "接收公示信息",
  });
  const way = `/api/v1/approvals/${String(proposed.json["proposal"])}/approval`;
  expect((await as("security-admin")("POST", way, {})).status).toBe(200);
  received = (await pull(as("subscriber"))).find(({ content }) => content.uscc === own)?.id ?? "";
  expect(received).not.toBe("");
});
afterAll(() => platform.close());

interface Repair {
  readonly repair: string;
  readonly version: number;
  readonly phase: string;
  readonly documents: readonly { readonly kind: string }[];
}

const recordOf = async (): Promise<string | undefined> =>
  (await records(platform, own)).find((one) => one.documentNo === documentNo)?.id;

/** Whether the decision is shown: its page, its data and what its subject may do about it agree, or the test fails. */
async function isShown(): Promise<boolean> {
  const found = (await recordOf()) !== undefined;
  expect((await page(platform, `/subjects/${own}`)).includes(documentNo)).toBe(found);
  const path = "/api/v1/own/repairs/eligibility";
  const may = await get<{ items: { documentNo: string; refused: { code: string } | null }[] }>(platform, path, {
    role: "enterprise",
  });
  const refused = may.items.find((one) => one.documentNo === documentNo)?.refused?.code;
  expect(refused === "repair.ended").toBe(!found);
  return found;
}

const read = (id: string): Promise<Repair> => get<Repair>(platform, `/api/v1/repairs/${id}`);

const count = async (name: string, sql: string, of: string): Promise<number> =>
  (await ask<{ n: number }>(platform, name, sql, [of]))[0]?.n ?? -1;

/** Steps, deeds and documents of one application: none is there without the others. */
async function expectWhole({ repair, version, documents }: Repair): Promise<void> {
  const steps = "select count(*)::int as n from repair.step where application = $1";
  const deeds = "select count(*)::int as n from audit.entry where target = $1 and action like 'repair.%'";
  const papers = "select count(*)::int as n from repair.document where application = $1";
  const found = [
    await count("steps", steps, repair),
    await count("deeds", deeds, repair),
    await count("papers", papers, repair),
  ];
  expect(found).toEqual([version, version, documents.length]);
}

const stepAt = (at: Repair, json: object, role: string): Promise<Answer> =>
  call(platform, `/api/v1/repairs/${at.repair}/steps`, { role, json: { version: at.version, ...json } });

async function step(at: Repair, json: object, role = "clerk"): Promise<Repair> {
  const told = await stepAt(at, json, role);
  expect(told).toMatchObject({ status: 200 });
  return told as unknown as Repair;
}

/** Sends a step, kills the platform at some moment after it, starts it again; whatever was lost is done once more. */
async function killed(at: Repair, json: object, role: string): Promise<Repair> {
  const before = await isShown();
  const sent = stepAt(at, json, role).catch(() => null);
  await pause(Math.floor(Math.random() * 40));
  await platform.kill();
  await sent;
  await platform.start();
  const found = await read(at.repair);
  await expectWhole(found);
  expect([at.version, at.version + 1]).toContain(found.version);
  if (found.version === at.version) expect(await isShown()).toBe(before);
  const done = found.version === at.version ? await step(found, json, role) : found;
  await expectWhole(done);
  // The same step again, by a caller whose answer was lost, changes nothing.
  expect(await stepAt(at, json, role)).toMatchObject({ status: 409, code: "repair.conflict" });
  return done;
}

/** What the recipient is told of its copy, in order, once it is told of as much. */
async function told(many: number): Promise<readonly Told[]> {
  for (;;) {
    const all = (await follow(as("subscriber"))).items.filter(({ id }) => id === received);
    if (all.length >= many) return all;
    await pause(50);
  }
}

async function applied(): Promise<Repair> {
  const wish = { receiver: market, kind: "repair", promise: "材料真实。", documentNo };
  const drafted = await call(platform, "/api/v1/commitments/drafts", { role: "enterprise", json: wish });
  const { draft, digest } = drafted as unknown as { draft: string; digest: string };
  const json = { ...wish, draft, digest };
  const given = await call(platform, "/api/v1/commitments", { role: "enterprise", json });
  const { commitment } = given as unknown as { commitment: string };
  const proofs = [{ title: "缴款凭证", digest: "ab".repeat(32) }];
  const application = { record: await recordOf(), proofs, commitment };
  const made = await call(platform, "/api/v1/own/repairs", { role: "enterprise", json: application });
  expect(made).toMatchObject({ status: 201 });
  return made as unknown as Repair;
}

const STARTS_MS = 480_000;

test(
  "accepting, repairing and taking back: done whole or not at all, and once",
  async () => {
    let at = await applied();
    at = await killed(at, { kind: "accept" }, "clerk");
    const repair = { outcome: "repair", reason: "罚款已缴清，违法行为已纠正。" };
    at = await step(at, { kind: "propose", proposal: repair });
    expect(await isShown()).toBe(true);
    at = await killed(at, { kind: "approve" }, "reviewer");
    expect(at.phase).toBe("repaired");
    expect(await isShown()).toBe(false);
    expect((await told(1)).map(({ kind }) => kind)).toEqual(["ended"]);

    at = await step(at, { kind: "propose", proposal: { outcome: "revoke", reason: "缴款凭证系伪造。" } });
    at = await killed(at, { kind: "approve" }, "reviewer");
    expect(at.phase).toBe("revoked");
    expect(await isShown()).toBe(true);
    expect((await told(2)).map(({ kind }) => kind)).toEqual(["ended", "restored"]);
  },
  STARTS_MS,
);
