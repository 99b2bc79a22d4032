// What a subject disputes, from its portal to the answer on paper; who may, and who may not.
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { statement } from "../../src/platform/database/pool.ts";
import { openTestApp } from "./test-app.ts";
import type { TestApp } from "./test-app.ts";
import { market, marketName } from "./test-client.ts";
import { csv, firm, penaltyOf } from "./test-sheets.ts";

const centre = "129901009900397397";
const environment = "11990100990006857Y";
let bed: TestApp;
const tokens: Record<string, string> = {};

beforeAll(async () => {
  bed = await openTestApp();
  tokens["clerk"] = await bed.tokenOf(market);
  tokens["reviewer"] = await bed.tokenOf(market, "reviewer");
  tokens["operator"] = await bed.tokenOf(centre, "operator");
  tokens["second"] = await bed.tokenOf(centre, "operator");
  tokens["leader"] = await bed.tokenOf(centre, "leader");
  tokens["hall"] = await bed.tokenOf(centre, "hall-clerk");
  tokens["other"] = await bed.tokenOf(environment, "clerk");
  tokens["approver"] = await bed.tokenOf(environment, "approver");
  tokens["office"] = await bed.tokenOf(environment, "reviewer");
});
afterAll(() => bed.close());

interface Told {
  readonly status: number;
  readonly [key: string]: unknown;
}
interface Objection extends Told {
  readonly objection: string;
  readonly version: number;
  readonly phase: string;
  readonly marked: boolean;
  readonly due: { readonly kind: string; readonly until: string; readonly workingDaysLeft: number } | null;
  readonly corrections: readonly { readonly field: string; readonly old: string | null; readonly new: string | null }[];
  readonly documents: readonly { readonly document: string; readonly kind: string; readonly number: string }[];
  readonly next: readonly { readonly kind: string }[];
}

async function call(path: string, who: string, body?: unknown): Promise<Objection> {
  const response = await bed.ask(path, {
    method: body === undefined ? "GET" : "POST",
    headers: { "content-type": "application/json", authorization: `Bearer ${tokens[who]}` },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const text = await response.text();
  return { status: response.status, ...(text === "" ? {} : (JSON.parse(text) as object)) } as Objection;
}

async function sent(body: string): Promise<string> {
  const response = await bed.ask(`/api/v1/batches?provider=${market}&entry=penalty`, {
    method: "POST",
    headers: { authorization: `Bearer ${tokens["clerk"]}` },
    body,
  });
  const answer = (await response.json()) as { batch: string };
  expect(answer).toMatchObject({ accepted: 1 });
  return answer.batch;
}

interface Given {
  readonly who: string;
  readonly code: string;
  readonly batch: string;
  readonly record: string;
}

async function recordOf(code: string): Promise<string> {
  const listed = (await (await bed.ask(`/api/v1/subjects/${code}/records`)).json()) as { items: { id: string }[] };
  return listed.items[0]?.id ?? "";
}

/** An enterprise with one penalty, and its account. */
async function given(index: number): Promise<Given> {
  bed.at("2026-09-09T08:00:00");
  const { code, name } = firm(index);
  const batch = await sent(csv([penaltyOf(index)]));
  tokens[code] = await bed.tokenOf({ uscc: code, name }, "enterprise");
  return { who: code, code, batch, record: await recordOf(code) };
}

/** The provider's own mending batch: what lowers a fine waits for the provider's own second person. */
async function mended(of: Given, body: string): Promise<void> {
  const response = await bed.ask(`/api/v1/batches?provider=${market}&entry=penalty&mends=${of.batch}`, {
    method: "POST",
    headers: { authorization: `Bearer ${tokens["clerk"]}` },
    body,
  });
  const { batch } = (await response.json()) as { batch: string };
  const decision = { row: 2, action: "accept", reason: "更正", documentNo: "示市监改〔2026〕1号" };
  const asked = await call(`/api/v1/batches/${batch}/decisions`, "clerk", decision);
  expect(await call(`/api/v1/approvals/${String(asked["proposal"])}/approval`, "reviewer", {})).toMatchObject({
    status: 200,
  });
}

const evidence = (letter: string) => [{ title: "决定书", digest: letter.repeat(64) }];
const wish = (record: string, over: Record<string, unknown> = {}) => ({
  target: { kind: "record", record },
  ground: "wrong-content",
  claim: "罚款金额与决定书不一致。",
  fields: [{ field: "fine", should: "1" }],
  evidence: evidence("a"),
  ...over,
});
const file = (of: Given, over: Record<string, unknown> = {}): Promise<Objection> =>
  call("/api/v1/own/objections", of.who, wish(of.record, over));
const step = (at: Objection, who: string, body: Record<string, unknown>): Promise<Objection> =>
  call(`/api/v1/objections/${at.objection}/steps`, who, { version: at.version, ...body });

async function forwarded(of: Given, over: Record<string, unknown> = {}): Promise<Objection> {
  const filed = await file(of, over);
  expect(filed).toMatchObject({ status: 201, phase: "filed", marked: false });
  const accepted = await step(filed, "operator", { kind: "accept" });
  expect(accepted).toMatchObject({ status: 200, phase: "accepted", marked: true });
  const passed = await step(accepted, "operator", { kind: "forward" });
  expect(passed).toMatchObject({ status: 200, phase: "forwarded" });
  return passed;
}

async function isMarked(code: string): Promise<boolean> {
  const page = await bed.ask(`/subjects/${code}`, { headers: { accept: "text/html" } });
  return (await page.text()).includes("异议处理中");
}

test("a record is corrected by its provider: marked meanwhile, old and new told field by field, answered on paper", async () => {
  const of = await given(800);
  let at = await forwarded(of);
  expect(await isMarked(of.code)).toBe(true);
  expect(at.due).toMatchObject({ kind: "provider", until: "2026-09-18", workingDaysLeft: 7 });
  const drafted = { kind: "answer", words: "经核对决定书，罚款为一万元。" };
  const change = { kind: "version", record: of.record };
  const early = await step(at, "clerk", { ...drafted, answer: { outcome: "upheld", change } });
  expect(early).toMatchObject({ status: 409, code: "objection.no-such-version" });
  await mended(of, csv([penaltyOf(800, { fine: "1", content: "罚款人民币壹万元整" })]));
  const newer = await recordOf(of.code);
  expect(newer).not.toBe(of.record);
  // The mark stands beside the decision: the newer version bears it too.
  expect(await isMarked(of.code)).toBe(true);
  const answer = { outcome: "upheld", change: { kind: "version", record: newer } };
  at = await step(at, "clerk", { ...drafted, answer });
  expect(at).toMatchObject({ status: 200, phase: "answered" });
  // What is only drafted is nobody's but who answers.
  const own = await call(`/api/v1/own/objections/${at.objection}`, of.who);
  expect(own).toMatchObject({ phase: "forwarded", answer: null, outcome: null, corrections: [] });
  expect(await step(at, "clerk", { kind: "confirm" })).toMatchObject({ status: 403, code: "accounts.role" });
  at = await step(at, "reviewer", { kind: "confirm" });
  expect(at).toMatchObject({ status: 200, phase: "closed", outcome: "upheld", marked: false, due: null });
  expect(at.corrections).toEqual([
    { field: "content", name: "处罚内容", old: "罚款人民币贰万元整", new: "罚款人民币壹万元整" },
    { field: "fine", name: "罚款金额(万元)", old: "2.000000", new: "1.000000" },
  ]);
  expect(await isMarked(of.code)).toBe(false);
  const told = await call(`/api/v1/own/objections/${at.objection}`, of.who);
  const [document] = told.documents;
  expect(document).toMatchObject({
    kind: "result",
    number: expect.stringMatching(/^异结字〔2026〕\d+号$/u) as unknown,
  });
  const paper = await bed.ask(`/api/v1/own/objections/${at.objection}/documents/${document?.document}`, {
    headers: { authorization: `Bearer ${tokens[of.who]}` },
  });
  const text = await paper.text();
  for (const word of ["异议成立", "罚款人民币壹万元整", "行政复议", `${marketName}（印章）`])
    expect(text).toContain(word);
});

test("an objection that is not upheld needs evidence, a second person and, next time, something new", async () => {
  const of = await given(801);
  let at = await forwarded(of);
  const said = { kind: "answer", words: "与决定书一致。" };
  expect(await step(at, "clerk", { ...said, answer: { outcome: "rejected" } })).toMatchObject({
    status: 422,
    code: "objection.evidence-needed",
  });
  at = await step(at, "reviewer", { ...said, answer: { outcome: "rejected", evidence: evidence("b") } });
  expect(await step(at, "reviewer", { kind: "confirm" })).toMatchObject({ code: "objection.second-person" });
  tokens["third"] = await bed.tokenOf(market, "reviewer");
  const back = await step(at, "third", { kind: "return", words: "请写明页码。" });
  expect(back).toMatchObject({ status: 200, phase: "forwarded" });
  at = await step(back, "clerk", { ...said, answer: { outcome: "rejected", evidence: evidence("b") } });
  at = await step(at, "reviewer", { kind: "confirm" });
  expect(at).toMatchObject({ phase: "closed", outcome: "rejected", marked: false });
  expect(await file(of)).toMatchObject({ status: 409, code: "objection.new-evidence-needed" });
  expect(await file(of, { evidence: evidence("c") })).toMatchObject({ status: 201 });
});

test("what the provider takes back ends the objection as upheld; the centre can do it for nobody", async () => {
  const of = await given(802);
  const at = await forwarded(of, { ground: "ended-elsewhere", fields: [] });
  const said = { kind: "answer", words: "已被撤销。", answer: { outcome: "upheld", change: { kind: "ended" } } };
  expect(await step(at, "operator", said)).toMatchObject({ status: 403 });
  expect(await step(at, "clerk", said)).toMatchObject({ status: 409, code: "objection.not-ended" });
  expect(
    await step(at, "clerk", { ...said, answer: { outcome: "upheld", change: { kind: "detached" } } }),
  ).toMatchObject({ status: 409, code: "objection.not-wrong-subject" });
  const withdrawn = await call(`/api/v1/batches/${of.batch}/withdrawal`, "clerk", {
    reason: "决定已撤销",
    documentNo: "示市监函〔2026〕9号",
  });
  expect(await call(`/api/v1/approvals/${String(withdrawn["proposal"])}/approval`, "reviewer", {})).toMatchObject({
    status: 200,
  });
  const drafted = await step(at, "clerk", said);
  expect(await step(drafted, "reviewer", { kind: "confirm" })).toMatchObject({ phase: "closed", outcome: "upheld" });
  expect(await file(of, { evidence: evidence("d") })).toMatchObject({ status: 409, code: "objection.already-over" });
});

test("it is the subject's to withdraw, and the mark goes with it", async () => {
  const of = await given(803);
  const at = await forwarded(of);
  expect(await file(of)).toMatchObject({ status: 409, code: "objection.already-open" });
  const path = `/api/v1/own/objections/${at.objection}/withdrawal`;
  expect(await call(path, "clerk", { version: at.version })).toMatchObject({ status: 403 });
  const gone = await call(path, of.who, { version: at.version });
  expect(gone).toMatchObject({ status: 200, phase: "withdrawn", marked: false });
  expect(await isMarked(of.code)).toBe(false);
  expect(await step(gone, "clerk", { kind: "answer", words: "迟了" })).toMatchObject({ code: "objection.closed" });
  expect(await file(of)).toMatchObject({ status: 201 });
});

test("of two officers at once one finds it taken", async () => {
  const of = await given(804);
  const filed = await file(of);
  const both = await Promise.all(["operator", "second"].map((who) => step(filed, who, { kind: "accept" })));
  expect(both.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 409]);
  expect(both.find(({ status }) => status === 409)).toMatchObject({ code: "objection.conflict" });
  const marks = statement("test.objection-marks", "select count(*)::int as n from statements.mark where subject = $1");
  const [row] = await bed.database.admin.read((tx) => tx.rows<{ n: number }>(marks, [of.code]));
  expect(row?.n).toBe(1);
  const twice = await Promise.all([file(of), file(of)]);
  expect(twice.map(({ code }) => code)).toEqual(["objection.already-open", "objection.already-open"]);
});

test("what is not accepted says why and what else can be done; no mark is ever set", async () => {
  const of = await given(805);
  const filed = await file(of);
  expect(await step(filed, "operator", { kind: "not-accept" })).toMatchObject({ code: "objection.words-needed" });
  const told = await step(filed, "operator", { kind: "not-accept", words: "没有指出哪一处不符。" });
  expect(told).toMatchObject({ status: 200, phase: "not-accepted", marked: false });
  expect(told.documents).toMatchObject([{ kind: "not-accepted" }]);
  expect(await isMarked(of.code)).toBe(false);
  expect(await file(of)).toMatchObject({ status: 201 });
});

test("a silent provider is late, reminded and escalated; nothing closes by itself and the mark stays", async () => {
  const of = await given(806);
  let at = await forwarded(of);
  expect(await step(at, "operator", { kind: "remind" })).toMatchObject({
    status: 409,
    code: "objection.not-overdue",
    availableFrom: "2026-09-19",
  });
  bed.at("2026-09-22T08:00:00");
  const late = (await call("/api/v1/objections?state=overdue", "operator")) as unknown as { items: Objection[] };
  expect(late.items.map(({ objection }) => objection)).toContain(at.objection);
  at = await step(at, "operator", { kind: "remind" });
  expect(at).toMatchObject({ status: 200, reminders: 1, due: { overdue: true } });
  const number = at.documents.find(({ kind }) => kind === "reminder");
  expect(number?.number).toMatch(/^异催字/u);
  // Between offices: the subject is not served with it.
  expect((await call(`/api/v1/own/objections/${at.objection}`, of.who)).documents).toEqual([]);
  at = await step(at, "operator", { kind: "escalate", words: "催办后仍未答复。" });
  expect(at).toMatchObject({ status: 200, escalated: true, phase: "forwarded", marked: true });
  bed.at("2026-09-09T08:00:00");
});

test("a hall files on paper, for whom it names", async () => {
  const of = await given(807);
  const paper = { title: "异议申请书", digest: "e".repeat(64) };
  const body = { ...wish(of.record), subject: of.code, paper };
  expect(await call("/api/v1/objections", "operator", body)).toMatchObject({ status: 403 });
  const filed = await call("/api/v1/objections", "hall", body);
  expect(filed).toMatchObject({ status: 201, via: "hall", subject: { uscc: of.code } });
  expect(await call(`/api/v1/own/objections/${filed.objection}`, of.who)).toMatchObject({ status: 200 });
  expect(await step(filed, "hall", { kind: "accept" })).toMatchObject({ status: 403 });
  expect(await step(filed, "hall", { kind: "withdraw" })).toMatchObject({ status: 200, phase: "withdrawn" });
});

describe("whose it is not", () => {
  test("another's is not found, as one that is none", async () => {
    const [of, stranger] = [await given(808), await given(809)];
    const filed = await file(of);
    const none = "00000000-0000-4000-8000-000000000000";
    for (const [who, path] of [
      [stranger.who, "/api/v1/own/objections"],
      ["other", "/api/v1/objections"],
      ["clerk", "/api/v1/objections"],
      ["hall", "/api/v1/objections"],
    ] as const) {
      // Not forwarded yet: its provider knows nothing of it either.
      const answers = await Promise.all([filed.objection, none].map((id) => call(`${path}/${id}`, who)));
      expect(answers.map(({ status, code }) => [status, code])).toEqual([
        [404, "objection.unknown"],
        [404, "objection.unknown"],
      ]);
    }
    const foreign = await call("/api/v1/own/objections", stranger.who, wish(of.record));
    const random = await call("/api/v1/own/objections", stranger.who, wish("AAECAwQFBgcICQoLDA0ODw"));
    expect([foreign.status, foreign["code"]]).toEqual([random.status, random["code"]]);
    expect(foreign).toMatchObject({ status: 404, code: "objection.unknown-thing" });
    expect(await call(`/api/v1/objections/${filed.objection}`, of.who)).toMatchObject({ status: 403 });
    expect(await call(`/api/v1/own/objections/${filed.objection}`, "operator")).toMatchObject({ status: 403 });
  });

  test.each([
    [810, "a ground that is none", { ground: "gossip" }, "objection.unknown-ground"],
    [813, "a ground of looks", { ground: "unjustified-look" }, "objection.ground-unfit"],
    [814, "a field that the entry has not", { fields: [{ field: "nothing", should: "x" }] }, "objection.fields-unfit"],
  ])("%i: %s is refused", async (index, _, over, code) => {
    expect(await file(await given(index), over)).toMatchObject({ status: 422, code });
  });
});

test("a look is disputed with the office that made it, and answered by a paper", async () => {
  const of = await given(811);
  const asked = await call("/api/v1/queries", "approver", {
    purpose: "administrative-approval",
    basis: { kind: "duty", duty: "permit-review" },
    subjects: [{ uscc: of.code, matter: "SL-2026-000811" }],
  });
  const look = (asked as unknown as { answers: { look: string }[] }).answers[0]?.look ?? "";
  const body = { target: { kind: "look", look }, ground: "unjustified-look", claim: "没有申请过许可。" };
  let at = await call("/api/v1/own/objections", of.who, body);
  expect(at).toMatchObject({ status: 201, kind: "look", respondent: { uscc: environment } });
  at = await step(at, "operator", { kind: "accept" });
  expect(at).toMatchObject({ marked: false });
  at = await step(at, "operator", { kind: "forward" });
  const answer = { outcome: "upheld", change: { kind: "acted", documentNo: "示环函〔2026〕3号" } };
  at = await step(at, "approver", { kind: "answer", words: "办件编号录错。", answer });
  at = await step(at, "office", { kind: "confirm" });
  expect(at).toMatchObject({ status: 200, phase: "closed", outcome: "upheld" });
  expect(
    await call("/api/v1/own/objections", of.who, { ...body, target: { kind: "look", look: "0".repeat(32) } }),
  ).toMatchObject({ status: 404, code: "objection.unknown-thing" });
});

test("figures open to the rows that they are reckoned from", async () => {
  const figures = (await call("/api/v1/objections/figures?month=2026-09", "leader")) as unknown as {
    closed: number;
    upheld: number;
    withdrawn: number;
    notAccepted: number;
    upheldShare: number;
    received: number;
    objected: number;
    perTenThousand: number;
  };
  const rows = (await call("/api/v1/objections?state=closed&month=2026-09", "operator")) as unknown as {
    items: { phase: string; outcome: string | null }[];
  };
  const count = (of: (one: { phase: string; outcome: string | null }) => boolean): number =>
    rows.items.filter(of).length;
  expect(figures.closed).toBeGreaterThan(2);
  expect(figures).toMatchObject({
    closed: count(({ phase }) => phase === "closed"),
    upheld: count(({ outcome }) => outcome === "upheld"),
    withdrawn: count(({ phase }) => phase === "withdrawn"),
    notAccepted: count(({ phase }) => phase === "not-accepted"),
    upheldShare: Math.round((figures.upheld * 10_000) / figures.closed),
    perTenThousand: Math.round((figures.objected * 10_000) / figures.received),
  });
  expect(await call("/api/v1/objections/figures", "clerk")).toMatchObject({ status: 403 });
});

test("an authority says that its decision is in court, by a paper, and takes it back by another", async () => {
  const of = await given(812);
  const body = {
    uscc: of.code,
    record: of.record,
    kind: "litigation",
    documentNo: "示行初〔2026〕5号",
    reason: "已立案",
  };
  expect(await call("/api/v1/marks", "other", body)).toMatchObject({ status: 404, code: "objection.unknown-thing" });
  const set = await call("/api/v1/marks", "clerk", body);
  expect(set).toMatchObject({ status: 201 });
  expect(await call("/api/v1/marks", "clerk", body)).toMatchObject({ status: 409, code: "objection.already-marked" });
  const shown = (await (await bed.ask(`/api/v1/subjects/${of.code}/records/${of.record}`)).json()) as {
    marks: unknown;
  };
  expect(shown.marks).toMatchObject([{ kind: "litigation", name: "诉讼中" }]);
  const path = `/api/v1/marks/${String(set["mark"])}/lifting`;
  const over = { documentNo: "示行终〔2026〕2号", reason: "判决维持" };
  expect(await call(path, "other", over)).toMatchObject({ status: 404, code: "objection.unknown-mark" });
  expect(await call(path, "reviewer", over)).toMatchObject({ status: 200 });
  expect(await call(path, "clerk", over)).toMatchObject({ status: 409, code: "objection.mark-lifted" });
  const listed = (await call("/api/v1/marks", "clerk")) as unknown as { items: { liftedOn: string | null }[] };
  expect(listed.items[0]).toMatchObject({ liftedOn: "2026-09-09" });
});
