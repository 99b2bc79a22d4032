// 信用修复 over HTTP: why and when, one commitment for one document, two officers, and an end that reaches every path.
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openTestApp } from "./test-app.ts";
import type { TestApp } from "./test-app.ts";
import { market } from "./test-client.ts";
import { csv, firm, penaltyOf } from "./test-sheets.ts";

const centre = "129901009900397397";
const environment = "11990100990006857Y";
const [early, ripe, other, halled] = [firm(301), firm(302), firm(303), firm(304)];
let bed: TestApp;
const tokens: Record<string, string> = {};

interface Told {
  readonly status: number;
  readonly code?: string;
  readonly [key: string]: unknown;
}
interface Repair extends Told {
  readonly repair: string;
  readonly phase: string;
  readonly version: number;
  readonly documents: readonly {
    readonly document: string;
    readonly kind: string;
    readonly number: string;
    readonly digest: string;
  }[];
}

async function call(path: string, who?: string, body?: unknown): Promise<Repair> {
  const response = await bed.ask(path, {
    method: body === undefined ? "GET" : "POST",
    headers: {
      "content-type": "application/json",
      ...(who === undefined ? {} : { authorization: `Bearer ${tokens[who]}` }),
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  return { ...((await response.json()) as object), status: response.status } as Repair;
}

async function recordOf(code: string): Promise<string> {
  const listed = (await (await bed.ask(`/api/v1/subjects/${code}/records`)).json()) as { items: { id: string }[] };
  return listed.items[0]?.id ?? "";
}

const proofs = [{ title: "缴款凭证", digest: "ab".repeat(32) }];

async function promised(who: string, documentNo: string): Promise<string> {
  const wish = { receiver: market, kind: "repair", promise: "材料真实，违者承担责任。", documentNo };
  const { draft, digest } = await call("/api/v1/commitments/drafts", who, wish);
  const given = await call("/api/v1/commitments", who, { ...wish, draft, digest });
  expect(given.status).toBe(201);
  return String(given["commitment"]);
}

beforeAll(async () => {
  bed = await openTestApp();
  tokens["clerk"] = await bed.tokenOf(market);
  tokens["reviewer"] = await bed.tokenOf(market, "reviewer");
  tokens["foreign"] = await bed.tokenOf(environment, "reviewer");
  tokens["operator"] = await bed.tokenOf(centre, "operator");
  tokens["hall"] = await bed.tokenOf(centre, "hall-clerk");
  tokens["leader"] = await bed.tokenOf(centre, "leader");
  for (const one of [early, ripe, other, halled])
    tokens[one.code] = await bed.tokenOf({ uscc: one.code, name: one.name }, "enterprise");
  const rows = [
    penaltyOf(301, { decided: "2026-06-18", severity: "一般" }),
    penaltyOf(302, { decided: "2026-06-01", severity: "一般" }),
    penaltyOf(303, { decided: "2026-06-01", severity: "一般" }),
    penaltyOf(304, { decided: "2026-06-01", severity: "一般" }),
  ];
  const response = await bed.ask(`/api/v1/batches?provider=${market}&entry=penalty`, {
    method: "POST",
    headers: { authorization: `Bearer ${tokens["clerk"]}` },
    body: csv(rows),
  });
  expect(await response.json()).toMatchObject({ accepted: 4 });
});
afterAll(() => bed.close());

test("everybody reads by which rules, and which of them an operator confirmed", async () => {
  const told = await call("/api/v1/repair/settings");
  expect(told).toMatchObject({ status: 200, tier: "own-entrance", on: true, waiting: [], free: { id: "free" } });
  expect(JSON.stringify(told)).not.toContain("培训");
});

describe("the notice that goes with a decision (信用修复告知书)", () => {
  const asked = { subject: early.code, documentNo: "示市监罚〔2026〕301号" };

  test("tells the authority what it tells the subject: from which day, by which article", async () => {
    const notice = await call("/api/v1/repairs/notices", "clerk", { ...asked, documentNo: "示市监罚[2026]301号" });
    const own: Told = await call("/api/v1/own/repairs/eligibility", early.code);
    expect(notice).toMatchObject({ status: 200, subject: { uscc: early.code, name: early.name }, asOf: own["asOf"] });
    expect(notice["items"]).toEqual(own["items"]);
  });

  test.each([
    ["another authority's officer", "foreign", asked],
    ["of another subject", "clerk", { ...asked, subject: ripe.code }],
    ["of a subject that nobody knows", "clerk", { ...asked, subject: firm(399).code }],
    ["of a number that nobody gave", "clerk", { ...asked, documentNo: "示市监罚〔2026〕9999号" }],
  ])("is refused alike to or for %s", async (_, who, wish) => {
    expect(await call("/api/v1/repairs/notices", who, wish)).toMatchObject({
      status: 404,
      code: "repair.unknown-decision",
    });
  });

  test.each(["operator", "hall", "leader", early.code])("is not %s's to make", async (who) => {
    expect((await call("/api/v1/repairs/notices", who, asked)).status).toBe(403);
  });
});

describe("before the minimum term", () => {
  test("a subject is told from which day, and by which article; and on that day it may", async () => {
    const told = await call("/api/v1/own/repairs/eligibility", early.code);
    expect(told["items"]).toMatchObject([
      {
        eligible: null,
        refused: { code: "repair.too-early", from: "2026-09-19", article: expect.any(String) as string },
      },
    ]);
    const record = await recordOf(early.code);
    const wish = { record, proofs, commitment: "f".repeat(32) };
    expect(await call("/api/v1/own/repairs", early.code, wish)).toMatchObject({
      status: 409,
      code: "repair.too-early",
      availableFrom: "2026-09-19",
    });
    const ready = await call("/api/v1/own/repairs/eligibility", ripe.code);
    expect(ready["items"]).toMatchObject([{ eligible: { from: "2026-09-02", severity: "general" }, refused: null }]);
  });
});

test("another's record is as absent as one that never was, and a promise for another number opens nothing", async () => {
  const record = await recordOf(ripe.code);
  const foreign = await call("/api/v1/own/repairs", other.code, { record, proofs, commitment: "f".repeat(32) });
  const random = await call("/api/v1/own/repairs", other.code, {
    record: "AAECAwQFBgcICQoLDA0ODw",
    proofs,
    commitment: "f".repeat(32),
  });
  expect({ ...foreign, instance: "" }).toEqual({ ...random, instance: "" });
  expect(foreign).toMatchObject({ status: 404, code: "repair.unknown-record" });
  const commitment = await promised(other.code, "示市监罚〔2026〕999号");
  const own = await recordOf(other.code);
  expect(await call("/api/v1/own/repairs", other.code, { record: own, proofs, commitment })).toMatchObject({
    status: 409,
    code: "repair.commitment-other",
  });
});

test("an application is accepted, drafted, approved by another; its decision is gone from every page, and stands again once it is taken back", async () => {
  const record = await recordOf(ripe.code);
  const commitment = await promised(ripe.code, "示市监罚〔2026〕302号");
  const made = await call("/api/v1/own/repairs", ripe.code, { record, proofs, commitment });
  expect(made).toMatchObject({ status: 201, phase: "submitted", version: 1, due: { kind: "accept" } });
  const path = `/api/v1/repairs/${made.repair}`;
  expect(await call("/api/v1/own/repairs", ripe.code, { record, proofs, commitment })).toMatchObject({
    code: "repair.already-open",
  });
  for (const who of ["foreign", "leader"]) expect((await call(path, who)).status).toBe(who === "foreign" ? 404 : 403);
  expect(await call(path, ripe.code)).toMatchObject({ status: 403 });
  expect((await call("/api/v1/repairs", "clerk"))["items"]).toMatchObject([{ repair: made.repair }]);

  const step = (who: string, version: number, body: object): Promise<Repair> =>
    call(`${path}/steps`, who, { version, ...body });
  expect(await step("clerk", 1, { kind: "approve" })).toMatchObject({ status: 403 });
  expect(await step("clerk", 1, { kind: "accept" })).toMatchObject({ status: 200, phase: "accepted", version: 2 });
  expect(await step("reviewer", 1, { kind: "accept" })).toMatchObject({ status: 409, code: "repair.conflict" });
  const proposal = { outcome: "repair", reason: "罚款已缴清，违法行为已纠正。" };
  const drafted = await step("clerk", 2, { kind: "propose", proposal });
  expect(drafted).toMatchObject({ status: 200, phase: "proposed", draft: { outcome: "repair" } });
  expect(await call(`/api/v1/own/repairs/${made.repair}`, ripe.code)).toMatchObject({ phase: "accepted", draft: null });
  const page = async (): Promise<string> => (await bed.ask(`/subjects/${ripe.code}`)).text();
  expect(await page()).toContain("示市监罚〔2026〕302号");
  const enquiry = async (code: string): Promise<readonly [number, string]> => {
    const response = await bed.ask("/repair/progress", { method: "POST", body: new URLSearchParams({ code }) });
    expect(response.headers.get("cache-control")).toBe("no-store");
    return [response.status, await response.text()];
  };
  // A draft is the authority's own: whoever holds the code learns nothing of it.
  const [, inHand] = await enquiry(String(made.code));
  expect(inHand).toContain("已受理，正在办理");
  expect(inHand).toContain("2026-09-09");
  const done = await step("reviewer", 3, { kind: "approve" });
  expect(done).toMatchObject({ status: 200, phase: "repaired" });
  expect(await page()).not.toContain("示市监罚〔2026〕302号");
  expect(await recordOf(ripe.code)).toBe("");

  const kindsFor = async (who: string): Promise<string[]> => {
    const { items } = (await call("/api/v1/own/notices", who)) as unknown as {
      items: { kind: string; about: string | null; text: string }[];
    };
    return items.filter(({ about }) => about === made.repair).map(({ kind }) => kind);
  };
  expect((await kindsFor(ripe.code)).toSorted()).toEqual(["repair-accepted", "repair-decided"]);
  expect(await kindsFor("clerk")).toEqual(["repair-to-handle"]);
  expect(await kindsFor("foreign")).toEqual([]);

  const own = await call(`/api/v1/own/repairs/${made.repair}`, ripe.code);
  const paper = own.documents.find(({ kind }) => kind === "repaired");
  const read = await call(`/api/v1/own/repairs/${made.repair}/documents/${paper?.document}`, ripe.code);
  expect(read).toMatchObject({ status: 200, number: paper?.number, body: { kind: "repaired" } });
  const asked = `number=${encodeURIComponent(paper?.number ?? "")}`;
  expect(await call(`/api/v1/repair/documents?${asked}&digest=${paper?.digest}`)).toMatchObject({ genuine: true });
  expect(await call(`/api/v1/repair/documents?${asked}&digest=${"0".repeat(64)}`)).toMatchObject({ genuine: false });
  const progress = await call(`/api/v1/repair/progress?code=${String(own.code)}`);
  expect(progress).toMatchObject({ status: 200, phase: "repaired", closedOn: "2026-09-09" });
  expect(JSON.stringify(progress)).not.toContain(ripe.name);
  expect(await call(`/api/v1/repair/progress?code=${"0".repeat(20)}`)).toMatchObject({ status: 404 });

  const [status, told] = await enquiry(
    ` ${String(own.code)
      .toUpperCase()
      .replace(/(.{4})/gu, "$1 ")}`,
  );
  expect([status, told.includes("<b>已修复</b>")]).toEqual([200, true]);
  for (const secret of [ripe.name, ripe.code, String(own.code), "302号"]) expect(told).not.toContain(secret);
  const [none, nothing] = await enquiry("0".repeat(20));
  const [unsound, odd] = await enquiry("<b>");
  expect([none, unsound]).toEqual([422, 422]);
  expect(nothing).toBe(odd);
  expect(nothing).toContain("没有这个查询码");
  const verified = async (query: string): Promise<string> => (await bed.ask(`/repair/verify?${query}`)).text();
  expect(await verified(`${asked}&digest=${paper?.digest}`)).toContain("真实：");
  expect(await verified(`${asked}&digest=${"0".repeat(64)}`)).toContain("查无此件");
  expect((await bed.ask(`/repair/verify?${asked}&digest=1`)).status).toBe(422);

  // Sent again it stays ended.
  const again = await bed.ask(`/api/v1/batches?provider=${market}&entry=penalty&force=true`, {
    method: "POST",
    headers: { authorization: `Bearer ${tokens["clerk"]}` },
    body: csv([penaltyOf(302, { decided: "2026-06-01", severity: "一般" })]),
  });
  expect(await again.json()).toMatchObject({ accepted: 0 });
  expect(await recordOf(ripe.code)).toBe("");

  const revoke = { outcome: "revoke", reason: "提交的缴款凭证系伪造。" };
  expect(await step("clerk", done.version, { kind: "propose", proposal: revoke })).toMatchObject({ status: 200 });
  expect(await step("reviewer", done.version + 1, { kind: "approve" })).toMatchObject({ phase: "revoked" });
  expect(await page()).toContain("示市监罚〔2026〕302号");
});

test("at a hall everything is on paper: the decision by its number, the promise, the mandate", async () => {
  const asked = { subject: halled.code, documentNo: "示市监罚[2026]304号" };
  for (const who of ["clerk", "operator", halled.code])
    expect((await call("/api/v1/repairs/handed-in", who, asked)).status).toBe(403);
  const nothing = await call("/api/v1/repairs/handed-in", "hall", { ...asked, subject: other.code });
  expect(nothing).toMatchObject({ status: 404, code: "repair.unknown-decision" });
  const found = await call("/api/v1/repairs/handed-in", "hall", asked);
  expect(found).toMatchObject({ status: 200, subject: { uscc: halled.code, name: halled.name }, asOf: "2026-09-09" });
  const [decision] = found["items"] as { record: string; commitment: null; documentNo: string; eligible: object }[];
  expect(decision).toMatchObject({ commitment: null, eligible: { from: "2026-09-02" } });

  const wish = {
    receiver: market,
    kind: "repair",
    promise: "材料真实，违者承担责任。",
    documentNo: decision?.documentNo,
  };
  const drafted = { ...wish, hallFor: halled.code };
  for (const who of ["clerk", "operator", halled.code])
    expect((await call("/api/v1/commitments/drafts", who, drafted)).status).toBe(403);
  const { draft, digest } = await call("/api/v1/commitments/drafts", "hall", drafted);
  const signed = { title: "信用修复承诺书.pdf", digest: "ef".repeat(32) };
  const registered = { ...wish, draft, digest, hall: { subject: halled.code, paper: signed } };
  // One's own name at a hall is no way round the proof that the portal asks for.
  expect((await call("/api/v1/commitments", halled.code, registered)).status).toBe(403);
  const { status, commitment } = await call("/api/v1/commitments", "hall", registered);
  expect(status).toBe(201);
  expect((await call("/api/v1/repairs/handed-in", "hall", asked))["items"]).toMatchObject([{ commitment }]);

  const application = {
    record: decision?.record,
    proofs,
    commitment,
    subject: halled.code,
    paper: { title: "委托书", digest: "cd".repeat(32) },
  };
  for (const who of ["clerk", "operator", halled.code])
    expect((await call("/api/v1/repairs", who, application)).status).toBe(403);
  const made = await call("/api/v1/repairs", "hall", application);
  expect(made).toMatchObject({ status: 201, via: "hall" });
  // Its authority sees the promise among those made to it, and by which hall it was registered.
  const { items } = (await call("/api/v1/commitments", "clerk")) as unknown as { items: Record<string, unknown>[] };
  expect(items.find((one) => one["commitment"] === commitment)).toMatchObject({
    onPaper: { registrar: centre, ...signed },
  });
});

test("figures of a month open to the applications that they are reckoned from", async () => {
  interface Figures {
    readonly authorities: readonly (Readonly<Record<string, number>> & { readonly authority: unknown })[];
    readonly rows: readonly { readonly repair: string; readonly counted: readonly string[] }[] | null;
  }
  const asked = async (who: string): Promise<Figures> =>
    (await call("/api/v1/repairs/figures?month=2026-09", who)) as unknown as Figures;
  const all = await asked("operator");
  const [one] = all.authorities;
  expect(one?.authority).toBe(market);
  for (const name of ["received", "accepted", "granted", "revoked"]) {
    const rows = all.rows?.filter(({ counted }) => counted.includes(name)) ?? [];
    expect([name, one?.[name]]).toEqual([name, rows.length]);
    for (const { repair } of rows) expect((await call(`/api/v1/repairs/${repair}`, "operator")).status).toBe(200);
  }
  expect(one?.["granted"]).toBeGreaterThan(0);
  expect(one?.["revoked"]).toBeGreaterThan(0);
  expect((await asked("clerk")).rows).toEqual(all.rows);
  expect(await asked("foreign")).toMatchObject({ authorities: [], rows: [] });
  expect(await asked("leader")).toMatchObject({ authorities: all.authorities, rows: null });
  expect((await call("/api/v1/repairs/figures", ripe.code)).status).toBe(403);
  expect((await call("/api/v1/repairs/figures?month=2026-13", "operator")).status).toBe(422);
});
