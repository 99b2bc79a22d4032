// 法定代表人 of an organisation's record: kept under its subject's key, read by the subject, gone with the key.
import { readFile } from "node:fs/promises";
import path from "node:path";
import { verifyDisclosure } from "@xinheng/log/commitment";
import type { Disclosure } from "@xinheng/log/commitment";
import { afterAll, beforeAll, expect, test } from "vitest";
import { statement } from "../../src/platform/database/pool.ts";
import { approve, call, send } from "./test-client.ts";
import { ask, count, openPlatform, placesOf } from "./test-platform.ts";
import type { Platform } from "./test-platform.ts";
import { csv, firm, penaltyOf } from "./test-sheets.ts";

const representative = "欧阳留存甲";
const successor = "欧阳留存乙";
let platform: Platform;
let own: { readonly code: string; readonly name: string };

beforeAll(async () => {
  platform = await openPlatform();
  const accounts = JSON.parse(await readFile(path.join(platform.folder, "demo-accounts.json"), "utf8")) as {
    role: string;
    uscc: string;
    organisation: string;
  }[];
  const account = accounts.find(({ role }) => role === "enterprise");
  own = { code: account?.uscc ?? "", name: account?.organisation ?? "" };
});
afterAll(() => platform.close());

async function asOwner(place: string): Promise<string> {
  const response = await fetch(`${platform.url}${place}`, {
    headers: { authorization: `Bearer ${platform.token("enterprise")}` },
  });
  expect(response.status).toBe(200);
  return response.text();
}

interface OwnRecord {
  readonly entry: string;
  readonly fields: Readonly<Record<string, string | null>>;
}

async function ownRecords(): Promise<readonly OwnRecord[]> {
  return (JSON.parse(await asOwner("/api/v1/own/records")) as { items: OwnRecord[] }).items;
}

interface Provenance {
  readonly commitment: string;
  readonly disclosure: Disclosure;
}

async function ownProvenance(): Promise<readonly Provenance[]> {
  return (await asOwner("/api/v1/own/download"))
    .trimEnd()
    .split("\n")
    .map((line) => JSON.parse(line) as { kind: string; provenance: Provenance })
    .flatMap(({ kind, provenance }) => (kind === "record" ? [provenance] : []));
}

/** Every group but the personal one opens, and the whole is what was committed to. */
async function expectProof(): Promise<void> {
  const [one] = await ownProvenance();
  expect(one).toBeDefined();
  if (one === undefined) return;
  expect(verifyDisclosure(one.disclosure, Buffer.from(one.commitment, "hex"))).toBe(true);
  expect(one.disclosure.groups.filter((group) => "hash" in group)).toHaveLength(1);
  expect(JSON.stringify(one.disclosure)).not.toContain("legalRepresentative");
}

async function nowhere(): Promise<void> {
  for (const name of [representative, successor]) expect.soft(await placesOf(platform, name)).toEqual([]);
}

test("a representative is kept under a key, stands nowhere in clear, and is told to the subject alone", async () => {
  const rows = [
    penaltyOf(800, { ...own, representative, document: "示市监罚〔2026〕800号" }),
    penaltyOf(801, { representative }),
    penaltyOf(802, { representative: "13900000000" }),
    penaltyOf(803),
  ];
  expect(await send(platform, csv(rows))).toMatchObject({ status: 201, accepted: 4 });
  await nowhere();
  const counts = "select count(*)::int as n from statements.sealed_field";
  expect(await count(platform, "sealed", counts)).toBe(2);
  expect(await count(platform, "keys", "select count(*)::int as n from statements.subject_key")).toBe(2);
  const noted = await ask<{ warnings: string[] }>(
    platform,
    "warned",
    "select warnings from statements.statement where subject = $1",
    [firm(802).code],
  );
  expect(noted).toEqual([{ warnings: ["ingest.personal-not-kept"] }]);
  expect((await ownRecords()).map(({ fields }) => fields["legalRepresentative"])).toEqual([representative]);
  await expectProof();
  const places = [
    `/subjects/${own.code}`,
    `/subjects?q=${encodeURIComponent(representative)}`,
    `/api/v1/subjects/${own.code}`,
    `/api/v1/subjects/${own.code}/records`,
    `/api/v1/subjects?q=${encodeURIComponent(own.name)}`,
  ];
  for (const place of places) {
    const body = await (await fetch(`${platform.url}${place}`)).text();
    // A page of results repeats what was asked for; it must find nobody by it.
    if (place.includes(encodeURIComponent(representative))) expect(body).not.toContain(own.code);
    else expect(body, place).not.toContain(representative);
  }
});

test("the same row again is a duplicate, another name is another content, and no name is a question's", async () => {
  const place = { ...own, document: "示市监罚〔2026〕800号" };
  const again = csv([penaltyOf(800, { ...place, representative }), penaltyOf(804)]);
  expect(await send(platform, again)).toMatchObject({ status: 201, accepted: 1, duplicates: 1 });
  const changed = csv([penaltyOf(800, { ...place, representative: successor }), penaltyOf(805)]);
  expect(await send(platform, changed)).toMatchObject({ status: 201, accepted: 1, quarantined: 1 });
  await nowhere();
});

test("the server can neither change nor take back what is sealed", async () => {
  const refused = [
    "delete from statements.subject_key",
    "delete from statements.sealed_field",
    "update statements.subject_key set wrapped = ''",
    "update statements.sealed_field set sealed = ''",
  ];
  for (const [at, sql] of refused.entries()) {
    const tried = platform.database.db.write((tx) => tx.run(statement(`journey.tried-${at}`, sql), []));
    await expect(tried).rejects.toMatchObject({ code: "42501" });
  }
});

test("with the key the name is gone, and what is left of the record is proven as before", async () => {
  await platform.database.admin.write(async (tx) => {
    await tx.run(statement("journey.eraser", "set local role xinheng_eraser"), []);
    await tx.run(statement("journey.shred", "delete from statements.subject_key where subject = $1"), [own.code]);
    await tx.run(statement("journey.empty", "delete from statements.sealed_field where subject = $1"), [own.code]);
  });
  const [left] = await ownRecords();
  expect(left).toMatchObject({ entry: "penalty" });
  expect(left?.fields).not.toHaveProperty("legalRepresentative");
  await expectProof();
  const resent = csv([penaltyOf(800, { ...own, document: "示市监罚〔2026〕800号", representative }), penaltyOf(806)]);
  expect(await send(platform, resent), "it does not come back unasked").toMatchObject({ accepted: 1, quarantined: 1 });
  expect((await ownRecords())[0]?.fields).not.toHaveProperty("legalRepresentative");
  await nowhere();
});

test("a row that waited and was accepted leaves its name nowhere", async () => {
  expect(await send(platform, csv([penaltyOf(807, { representative })]))).toMatchObject({ accepted: 1 });
  const waiting = await send(platform, csv([penaltyOf(807, { representative: successor })]));
  expect(waiting).toMatchObject({ status: 201, quarantined: 1 });
  const json = { row: 2, action: "accept", reason: "变更决定", documentNo: "示市监改〔2026〕1号" };
  const asked = await call(platform, `/api/v1/batches/${waiting.batch}/decisions`, { json });
  expect(await approve(platform, asked)).toMatchObject({ status: 200, result: { state: "accepted" } });
  await nowhere();
});
