// What is disputed besides a record of one's provider: a measure that an office took, and a record that is about somebody else.
import { afterAll, beforeAll, expect, test } from "vitest";
import { openTestApp } from "./test-app.ts";
import type { TestApp } from "./test-app.ts";
import { market } from "./test-client.ts";
import { csv, firm, penaltyOf } from "./test-sheets.ts";

const centre = "129901009900397397";
const environment = "11990100990006857Y";
let bed: TestApp;
const tokens: Record<string, string> = {};
const [punished, other, named, meant] = [firm(861), firm(862), firm(863), firm(864)];

interface Told {
  readonly status: number;
  readonly code?: string;
  readonly [key: string]: unknown;
}
interface Objection extends Told {
  readonly objection: string;
  readonly version: number;
}
interface OwnLooks extends Told {
  readonly items: readonly { readonly look: string; readonly measures: readonly Record<string, unknown>[] }[];
}

async function call<T extends Told = Objection>(path: string, who: string, body?: unknown): Promise<T> {
  const response = await bed.ask(path, {
    method: body === undefined ? "GET" : "POST",
    headers: { "content-type": "application/json", authorization: `Bearer ${tokens[who]}` },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const text = await response.text();
  return { status: response.status, ...(text === "" ? {} : (JSON.parse(text) as object)) } as T;
}

async function sent(rows: string): Promise<{ readonly batch: string; readonly quarantined: number }> {
  const response = await bed.ask(`/api/v1/batches?provider=${market}&entry=penalty`, {
    method: "POST",
    headers: { authorization: `Bearer ${tokens["clerk"]}` },
    body: rows,
  });
  return (await response.json()) as { batch: string; quarantined: number };
}

const step = (at: Objection, who: string, body: Record<string, unknown>): Promise<Objection> =>
  call(`/api/v1/objections/${at.objection}/steps`, who, { version: at.version, ...body });

beforeAll(async () => {
  bed = await openTestApp();
  tokens["clerk"] = await bed.tokenOf(market);
  tokens["reviewer"] = await bed.tokenOf(market, "reviewer");
  tokens["operator"] = await bed.tokenOf(centre, "operator");
  tokens["hall"] = await bed.tokenOf(centre, "hall-clerk");
  tokens["approver"] = await bed.tokenOf(environment, "approver");
  tokens["office"] = await bed.tokenOf(environment, "reviewer");
  for (const { code, name } of [punished, other, named])
    tokens[code] = await bed.tokenOf({ uscc: code, name }, "enterprise");
  expect(await sent(csv([penaltyOf(861), penaltyOf(862), penaltyOf(863), penaltyOf(864)]))).toMatchObject({
    accepted: 4,
  });
});
afterAll(() => bed.close());

const measure = "food-inspection-frequency";
let matters = 0;

/** A check before a decision, and what its office says that it did afterwards. @returns the look. */
async function checked(code: string, applied: boolean): Promise<string> {
  matters += 1;
  const subjects = [{ uscc: code, matterNo: `SL-2026-${String(861_000 + matters)}` }];
  const wish = { matter: "supervision-check", purpose: "supervision", duty: "permit-review", subjects };
  const { answers } = await call<Told & { answers: { look: string }[] }>("/api/v1/checks", "approver", wish);
  const look = answers[0]?.look ?? "";
  const said = { uscc: code, look, measure, applied, reason: "列入季度检查计划" };
  const decisionNo = applied ? "示环检〔2026〕8号" : null;
  expect((await call("/api/v1/checks/feedback", "approver", { ...said, decisionNo })).status).toBe(204);
  return look;
}

test("a measure is told to its subject, with its decision, basis and reason, and answered by the office that took it", async () => {
  const look = await checked(punished.code, true);
  const { items } = await call<OwnLooks>("/api/v1/own/looks", punished.code);
  expect(items.find((one) => one.look === look)?.measures).toMatchObject([
    { measure, applied: true, decisionNo: "示环检〔2026〕8号", reason: "列入季度检查计划" },
  ]);
  expect(JSON.stringify(items)).toContain("《中华人民共和国食品安全法》第一百一十三条");
  expect((await call<OwnLooks>("/api/v1/own/looks", other.code)).items.map((one) => one.look)).not.toContain(look);
  const body = { target: { kind: "measure", look, measure }, ground: "not-applicable", claim: "不是食品生产者。" };
  expect(await call("/api/v1/own/objections", other.code, body)).toMatchObject({ status: 404 });
  const another = { ...body, target: { ...body.target, measure: "food-licence-bar" } };
  expect(await call("/api/v1/own/objections", punished.code, another)).toMatchObject({
    status: 404,
    code: "objection.unknown-thing",
  });
  let at = await call("/api/v1/own/objections", punished.code, body);
  expect(at).toMatchObject({ status: 201, kind: "measure", respondent: { uscc: environment } });
  expect(await call("/api/v1/own/objections", punished.code, body)).toMatchObject({ code: "objection.already-open" });
  // A measure bears no mark: the record that it rests on is not what is disputed.
  at = await step(at, "operator", { kind: "accept" });
  expect(at).toMatchObject({ status: 200, marked: false });
  at = await step(at, "operator", { kind: "forward" });
  const words = "经核对不适用，已撤销。";
  const answer = { outcome: "upheld", change: { kind: "acted", documentNo: "示环撤〔2026〕1号" } };
  expect(await step(at, "clerk", { kind: "answer", words, answer })).toMatchObject({ status: 404 });
  at = await step(at, "approver", { kind: "answer", words, answer });
  at = await step(at, "office", { kind: "confirm" });
  expect(at).toMatchObject({ status: 200, phase: "closed", outcome: "upheld" });
});

test("what was not applied is told and is no measure to dispute; a hall files for whoever brings the paper", async () => {
  const look = await checked(other.code, false);
  const { items } = await call<OwnLooks>("/api/v1/own/looks", other.code);
  expect(items.find((one) => one.look === look)?.measures).toMatchObject([{ applied: false, decisionNo: null }]);
  const body = { target: { kind: "measure", look, measure }, ground: "not-applicable", claim: "不适用。" };
  expect(await call("/api/v1/own/objections", other.code, body)).toMatchObject({ code: "objection.unknown-thing" });
  const applied = await checked(other.code, true);
  const paper = { title: "异议申请书", digest: "e".repeat(64) };
  const filing = { ...body, target: { ...body.target, look: applied }, paper, subject: other.code };
  expect(await call("/api/v1/objections", "hall", { ...filing, subject: punished.code })).toMatchObject({
    status: 404,
  });
  const filed = await call("/api/v1/objections", "hall", filing);
  expect(filed).toMatchObject({ status: 201, via: "hall", kind: "measure" });
  expect(await call(`/api/v1/own/objections/${filed.objection}`, other.code)).toMatchObject({ status: 200 });
});

const documentNo = "示市监罚〔2026〕8630号";
const shown = async (code: string): Promise<string> => (await bed.ask(`/subjects/${code}`)).text();

/** The provider says by a document whose the row is, and a second person of it lets it through. */
async function attached(batch: string, subject: string): Promise<void> {
  const decision = { row: 2, action: "accept", subject, reason: "执照核对", documentNo: "证1号" };
  const asked = await call(`/api/v1/batches/${batch}/decisions`, "clerk", decision);
  expect(await call(`/api/v1/approvals/${String(asked["proposal"])}/approval`, "reviewer", {})).toMatchObject({
    status: 200,
  });
}

test("a record about somebody else leaves its subject from the beginning, and is sent for whom it is about", async () => {
  // The name is one enterprise's, the code another's: a person has to say whose it is.
  const row = penaltyOf(863, { name: meant.name, document: documentNo });
  const { batch, quarantined } = await sent(csv([row]));
  expect(quarantined).toBe(1);
  await attached(batch, named.code);
  expect(await shown(named.code)).toContain(documentNo);
  const own = await call<Told & { items: { id: string; documentNo: string }[] }>("/api/v1/own/records", named.code);
  const record = own.items.find((one) => one.documentNo === documentNo)?.id ?? "";
  const body = { target: { kind: "record", record }, ground: "wrong-subject", claim: "决定书写的不是我单位。" };
  let at = await call("/api/v1/own/objections", named.code, body);
  expect(at).toMatchObject({ status: 201, respondent: { uscc: market } });
  at = await step(at, "operator", { kind: "accept" });
  expect(at).toMatchObject({ marked: true });
  at = await step(at, "operator", { kind: "forward" });
  const answer = { outcome: "upheld", change: { kind: "detached" } };
  at = await step(at, "clerk", { kind: "answer", words: "核对有误。", answer });
  expect(await shown(named.code)).toContain(documentNo);
  at = await step(at, "reviewer", { kind: "confirm" });
  expect(at).toMatchObject({ status: 200, phase: "closed", outcome: "upheld", marked: false });
  expect(await shown(named.code)).not.toContain(documentNo);
  // The provider sends it for whom it is about, and says so: the number was another's until now.
  const anew = await sent(csv([penaltyOf(864, { document: documentNo })]));
  expect(anew).toMatchObject({ quarantined: 1, issues: [{ code: "ingest.document-other-subject" }] });
  await attached(anew.batch, meant.code);
  expect(await shown(meant.code)).toContain(documentNo);
  expect(await shown(named.code)).not.toContain(documentNo);
});
