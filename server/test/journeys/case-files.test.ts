// Files of cases: sent by whoever has to do with the case, opened by them alone, and shown to others only as two persons say.
import { hash } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { statement } from "../../src/platform/database/pool.ts";
import { openTestApp } from "./test-app.ts";
import type { TestApp } from "./test-app.ts";
import { market } from "./test-client.ts";
import { csv, firm, penaltyOf } from "./test-sheets.ts";
import { uuid } from "./test-rights.ts";

const centre = "129901009900397397";
const environment = "11990100990006857Y";
const [listed, repaired] = [firm(401), firm(402)];
let bed: TestApp;
const tokens: Record<string, string> = {};

beforeAll(async () => {
  bed = await openTestApp();
  tokens["clerk"] = await bed.tokenOf(market);
  tokens["reviewer"] = await bed.tokenOf(market, "reviewer");
  tokens["foreign"] = await bed.tokenOf(environment, "clerk");
  tokens["operator"] = await bed.tokenOf(centre, "operator");
  tokens["leader"] = await bed.tokenOf(centre, "leader");
  for (const one of [listed, repaired])
    tokens[one.code] = await bed.tokenOf({ uscc: one.code, name: one.name }, "enterprise");
  const rows = [penaltyOf(401), penaltyOf(402, { decided: "2026-06-01", severity: "一般" })];
  const sent = await bed.ask(`/api/v1/batches?provider=${market}&entry=penalty`, {
    method: "POST",
    headers: { authorization: `Bearer ${tokens["clerk"]}` },
    body: csv(rows),
  });
  expect(await sent.json()).toMatchObject({ accepted: 2 });
});
afterAll(() => bed.close());

interface Told {
  readonly status: number;
  readonly code?: string;
  readonly [key: string]: unknown;
}
interface Listed extends Told {
  readonly items: readonly { readonly file: string; readonly state: string; readonly confirmable: boolean }[];
  readonly adds: readonly { readonly kind: string }[];
}

async function call(path: string, who: string, body?: unknown): Promise<Told> {
  const response = await bed.ask(path, {
    method: body === undefined ? "GET" : "POST",
    headers: { "content-type": "application/json", authorization: `Bearer ${tokens[who]}` },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  return { ...((await response.json()) as object), status: response.status };
}
const list = async (of: string, who: string): Promise<Listed> => (await call(`/api/v1/files/${of}`, who)) as Listed;

async function attach(of: string, who: string, sent: { query: string; bytes: Buffer | string }): Promise<Told> {
  const response = await bed.ask(`/api/v1/files/${of}?${sent.query}`, {
    method: "POST",
    headers: { authorization: `Bearer ${tokens[who]}`, "content-type": "application/octet-stream" },
    body: sent.bytes,
  });
  return { ...((await response.json()) as object), status: response.status };
}
const idOf = (added: Told): string => (added["file"] as { file: string }).file;

async function open(of: string, file: string, who: string): Promise<Response> {
  return bed.ask(`/api/v1/files/${of}/${file}`, { headers: { authorization: `Bearer ${tokens[who]}` } });
}
async function openedAs(of: string, file: string, who: string): Promise<number> {
  const response = await open(of, file, who);
  await response.arrayBuffer();
  return response.status;
}

const proof = { title: "送达回证", digest: "ab".repeat(32) };
const pdf = Buffer.concat([Buffer.from("%PDF-1.7\n"), Buffer.alloc(3 * 1024 * 1024, 7)]);

/** A case that the subject was told of. */
async function noticed(): Promise<{
  readonly of: string;
  readonly step: (body: object, who?: string) => Promise<Told>;
}> {
  const cases = "/api/v1/lists/abnormal-operation/cases";
  const evidence = [{ title: "现场检查笔录", digest: hash("sha256", pdf, "hex") }];
  const opening = { subject: listed.code, ground: "no-contact", facts: "两次邮寄均被退回。", evidence };
  let at = await call(cases, "clerk", opening);
  expect(at.status).toBe(201);
  const step = async (body: object, who = "clerk"): Promise<Told> => {
    const told = await call(`${cases}/${String(at["case"])}/steps`, who, { version: at["version"], ...body });
    expect(told).toMatchObject({ status: 200 });
    at = told;
    return told;
  };
  const of = `lists/${String(at["case"])}`;
  expect(await list(of, listed.code)).toMatchObject({ status: 404, code: "lists.unknown-case" });
  expect(await attach(of, "clerk", { query: "kind=evidence", bytes: pdf })).toMatchObject({ status: 201 });
  await step({ kind: "notice", words: "列入后向社会公示。" });
  await step({ kind: "notice-served", receipt: { how: "direct", proof } });
  return { of, step };
}

describe("a listing's case", () => {
  test("evidence is the office's; the subject sees what two officers stand for, and hands in its own", async () => {
    const { of, step } = await noticed();
    const [evidence] = (await list(of, "clerk")).items;
    expect(evidence).toMatchObject({ state: "non-public", reading: "not-readable", format: "pdf", size: pdf.length });
    const original = evidence?.file ?? "";
    expect((await list(of, listed.code)).items).toEqual([]);
    expect(await openedAs(of, original, listed.code)).toBe(404);

    const response = await open(of, original, "reviewer");
    expect(response.headers.get("content-disposition")).toBe('attachment; filename="attachment-1.pdf"');
    expect(response.headers.get("cache-control")).toBe("no-store");
    expect(Buffer.from(await response.arrayBuffer()).equals(pdf)).toBe(true);

    const clean = await attach(of, "clerk", { query: `redacts=${original}`, bytes: "现场检查笔录（遮盖版）" });
    expect(clean).toMatchObject({ status: 201, sha256: hash("sha256", "现场检查笔录（遮盖版）", "hex") });
    const confirmation = `/api/v1/files/${of}/${idOf(clean)}/confirmation`;
    expect((await list(of, listed.code)).items).toEqual([]);
    expect(await call(confirmation, "clerk", { reason: null })).toMatchObject({ code: "attachments.same-person" });
    expect(await call(confirmation, listed.code, { reason: null })).toMatchObject({ status: 404 });
    expect(await call(confirmation, "foreign", { reason: null })).toMatchObject({ code: "lists.unknown-case" });
    const own = `/api/v1/files/${of}/${original}/confirmation`;
    expect(await call(own, "reviewer", { reason: "核对" })).toMatchObject({ code: "attachments.original" });
    expect((await list(of, "reviewer")).items.map(({ confirmable }) => confirmable)).toEqual([false, true]);
    expect(await call(confirmation, "reviewer", { reason: null })).toMatchObject({ status: 200, state: "public" });
    expect(await call(confirmation, "reviewer", { reason: null })).toMatchObject({ code: "attachments.confirmed" });
    expect((await list(of, listed.code)).items.map(({ file }) => file)).toEqual([idOf(clean)]);
    expect(await openedAs(of, idOf(clean), listed.code)).toBe(200);
    expect(await openedAs(of, original, listed.code)).toBe(404);

    expect((await list(of, listed.code)).adds.map(({ kind }) => kind)).toEqual(["defence", "court-paper"]);
    expect(await attach(of, listed.code, { query: "kind=evidence", bytes: pdf })).toMatchObject({
      status: 403,
      code: "attachments.not-yours",
    });
    const redacting = { query: `redacts=${original}`, bytes: "x" };
    expect(await attach(of, listed.code, redacting)).toMatchObject({ code: "attachments.not-yours" });
    const defence = await attach(of, listed.code, { query: "kind=defence", bytes: "申辩：电话 13900000000" });
    expect(defence).toMatchObject({ status: 201, file: { findings: { mobile: 1 }, reasonNeeded: true } });
    expect(await openedAs(of, idOf(defence), "clerk")).toBe(200);
    expect(await openedAs(of, idOf(defence), listed.code)).toBe(200);
    await step({ kind: "close", words: "已取得联系，不予列入。" });
    expect(await attach(of, "clerk", { query: "kind=evidence", bytes: pdf })).toMatchObject({
      status: 409,
      code: "attachments.closed",
    });
    expect(await list(of, "clerk")).toMatchObject({ status: 200, adds: [], redacts: false });
    expect(await openedAs(of, original, "clerk")).toBe(200);
  });

  test("another office's case, one that there is not, and another case's file are alike", async () => {
    const { of } = await noticed();
    const file = (await list(of, "clerk")).items[0]?.file ?? "";
    const foreign = await call(`/api/v1/files/${of}`, "foreign");
    expect(foreign).toMatchObject({ status: 404 });
    expect(await call(`/api/v1/files/lists/${uuid}`, "foreign")).toEqual(foreign);
    expect(await call(`/api/v1/files/${of}`, repaired.code)).toEqual(foreign);
    expect(await openedAs(of, file, "foreign")).toBe(404);
    expect(await openedAs(of.replace("lists", "repair"), file, "clerk")).toBe(404);
    expect(await call(`/api/v1/files/${of}/${uuid}`, "clerk")).toMatchObject({ code: "attachments.unknown" });
    expect(await list(of, "leader")).toMatchObject({ status: 403, code: "accounts.role" });
    expect((await bed.ask(`/api/v1/files/${of}`)).status).toBe(401);
    expect((await bed.ask(`/api/v1/files/commitment/${uuid}`)).status).toBe(422);
  });

  test("what is too long, empty, or a page that runs is refused, and nothing of it is kept", async () => {
    const of = `lists/${await openCase()}`;
    const before = (await list(of, "clerk")).items.length;
    const tries: readonly [Buffer | string, number, string][] = [
      [Buffer.alloc(20 * 1024 * 1024 + 1, 32), 413, "http.too-large"],
      ["", 422, "attachments.empty"],
      ["<!doctype html><script>1</script>", 422, "attachments.format"],
      [Buffer.from("504b0304000000", "hex"), 422, "attachments.damaged"],
    ];
    for (const [bytes, status, code] of tries)
      expect(await attach(of, "clerk", { query: "kind=evidence", bytes })).toMatchObject({ status, code });
    expect(await attach(of, "clerk", { query: "", bytes: pdf })).toMatchObject({ status: 422 });
    expect(await attach(of, "clerk", { query: `kind=evidence&redacts=${uuid}`, bytes: pdf })).toMatchObject({
      status: 422,
    });
    expect(await attach(of, "clerk", { query: `redacts=${uuid}`, bytes: "x" })).toMatchObject({
      code: "attachments.unknown",
    });
    expect((await list(of, "clerk")).items).toHaveLength(before);
  });
});

async function openCase(): Promise<string> {
  const work = await call("/api/v1/cases", "clerk");
  const items = work["items"] as { case: string; standing: string }[];
  return items.find(({ standing }) => standing === "notice-served")?.case ?? "";
}

test("a repair's proofs are read by who decides, and not by the centre that oversees", async () => {
  const wish = { receiver: market, kind: "repair", promise: "材料真实。", documentNo: "示市监罚〔2026〕402号" };
  const { draft, digest } = await call("/api/v1/commitments/drafts", repaired.code, wish);
  const given = await call("/api/v1/commitments", repaired.code, { ...wish, draft, digest });
  const records = (await (await bed.ask(`/api/v1/subjects/${repaired.code}/records`)).json()) as {
    items: { id: string }[];
  };
  const asked = {
    record: records.items[0]?.id,
    proofs: [{ title: "缴款凭证", digest: "ab".repeat(32) }],
    commitment: given["commitment"],
  };
  const applied = await call("/api/v1/own/repairs", repaired.code, asked);
  expect(applied).toMatchObject({ status: 201 });
  const of = `repair/${String(applied["repair"])}`;
  const proofOfPay = await attach(of, repaired.code, { query: "kind=performance-proof", bytes: pdf });
  expect(proofOfPay).toMatchObject({ status: 201, file: { title: "附件 1(履行义务证明).pdf" } });
  expect(await openedAs(of, idOf(proofOfPay), "reviewer")).toBe(200);
  expect((await list(of, "operator")).items).toEqual([]);
  expect(await openedAs(of, idOf(proofOfPay), "operator")).toBe(404);
  expect(await openedAs(of, idOf(proofOfPay), listed.code)).toBe(404);
  expect((await list(of, "operator")).adds).toEqual([]);
});

test("an objection's evidence goes to who answers; the deed is in the log without a word of the file", async () => {
  const records = (await (await bed.ask(`/api/v1/subjects/${listed.code}/records`)).json()) as {
    items: { id: string }[];
  };
  const filed = await call("/api/v1/own/objections", listed.code, {
    target: { kind: "record", record: records.items[0]?.id },
    ground: "wrong-content",
    claim: "金额有误。",
    evidence: [{ title: "银行回单", digest: "cd".repeat(32) }],
  });
  expect(filed).toMatchObject({ status: 201 });
  const of = `objection/${String(filed["objection"])}`;
  const slip = await attach(of, listed.code, { query: "kind=evidence", bytes: "银行回单：一万元" });
  expect(slip).toMatchObject({ status: 201 });
  expect(await openedAs(of, idOf(slip), "operator")).toBe(200);
  expect(await openedAs(of, idOf(slip), "clerk")).toBe(404);
  const steps = `/api/v1/objections/${String(filed["objection"])}/steps`;
  const accepted = await call(steps, "operator", { version: filed["version"], kind: "accept" });
  const forwarded = await call(steps, "operator", { version: accepted["version"], kind: "forward" });
  expect(forwarded).toMatchObject({ status: 200, phase: "forwarded" });
  expect(await openedAs(of, idOf(slip), "clerk")).toBe(200);
  expect(await openedAs(of, idOf(slip), repaired.code)).toBe(404);
  const deeds = await bed.database.db.read((tx) =>
    tx.rows<{ state: unknown }>(statement("test.deeds", "select state from audit.entry where target = $1"), [
      idOf(slip),
    ]),
  );
  expect(deeds).toHaveLength(1);
  expect(JSON.stringify(deeds)).not.toContain("银行回单");
});
