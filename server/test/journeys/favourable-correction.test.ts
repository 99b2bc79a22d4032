// Nobody lightens what stands against a subject on his own word, whichever way the file comes.
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { approve, call, questions, records, send, withdraw } from "./test-client.ts";
import type { Answer, PublicRecord } from "./test-client.ts";
import { openPlatform } from "./test-platform.ts";
import type { Platform } from "./test-platform.ts";
import { csv, firm, penaltyOf } from "./test-sheets.ts";
import type { Parts } from "./test-sheets.ts";

let platform: Platform;
beforeAll(async () => {
  platform = await openPlatform();
});
afterAll(() => platform.close());

const lower: Parts = { content: "罚款人民币壹万元整", fine: "1" };
const higher: Parts = { content: "罚款人民币叁万元整", fine: "3" };

const finesOf = async (index: number): Promise<(string | null | undefined)[]> =>
  (await records(platform, firm(index).code)).map((record: PublicRecord) => record.fields["fine"]);

/** A penalty that stands, and the answer to the file that corrects it. */
async function corrected(index: number, parts: Parts, first: Parts = {}): Promise<Answer> {
  const original = await send(platform, csv([penaltyOf(index, first)]));
  expect(original).toMatchObject({ status: 201, accepted: 1 });
  return send(platform, csv([penaltyOf(index, parts)]), { mends: original.batch });
}

const decide = (batch: string, more: Record<string, unknown> = {}): Promise<Answer> =>
  call(platform, `/api/v1/batches/${batch}/decisions`, {
    json: { row: 2, action: "accept", reason: "变更决定", documentNo: "示市监改〔2026〕1号", ...more },
  });

describe("a correction that lowers what stands", () => {
  test("waits for a second person with a document and a reason, who then has the new version stored", async () => {
    const sent = await corrected(700, lower);
    expect(sent).toMatchObject({ accepted: 0, quarantined: 1 });
    expect(sent.issues).toMatchObject([
      { row: 2, code: "ingest.favourable-correction", field: "罚款金额(万元)", outcome: "quarantined" },
    ]);
    expect(sent.issues[0]?.message).toContain("由“2.000000”改为“1.000000”");
    const [asked] = await questions(platform, sent.batch);
    expect(asked).toMatchObject({ codes: ["ingest.favourable-correction"], proposals: [firm(700).code] });
    expect(asked?.messages.join("")).not.toMatch(/[{}]/u);
    expect(await finesOf(700)).toEqual(["2.000000"]);
    for (const lacking of [{ documentNo: null }, { reason: "" }])
      expect((await decide(sent.batch, lacking)).status, JSON.stringify(lacking)).toBe(422);
    const proposal = await decide(sent.batch);
    const lowered = [{ field: "罚款金额(万元)", before: "2.000000", after: "1.000000" }];
    expect(proposal).toMatchObject({ status: 202, command: "question.accept", payload: { lowered } });
    expect(await approve(platform, proposal, "clerk")).toMatchObject({ status: 403, code: "approvals.second-person" });
    expect(await finesOf(700)).toEqual(["2.000000"]);
    expect(await approve(platform, proposal)).toMatchObject({ status: 200, result: { state: "accepted" } });
    expect(await finesOf(700)).toEqual(["1.000000"]);
  });

  test("leaves the statement as it was when it is refused, taken back or given back", async () => {
    const sent = await corrected(701, lower);
    const first = await decide(sent.batch);
    const refusal = { role: "reviewer", json: { reason: "没有变更决定" } };
    expect((await call(platform, `/api/v1/approvals/${first.proposal}/refusal`, refusal)).status).toBe(200);
    expect(await finesOf(701)).toEqual(["2.000000"]);
    const second = await decide(sent.batch);
    expect((await call(platform, `/api/v1/approvals/${second.proposal}/withdrawal`, { json: {} })).status).toBe(200);
    expect(await finesOf(701)).toEqual(["2.000000"]);
    expect(await decide(sent.batch, { action: "reject" })).toMatchObject({ status: 200, state: "rejected" });
    expect(await finesOf(701)).toEqual(["2.000000"]);
  });

  test.each<[what: string, at: number, first: Parts, parts: Parts, field: string]>([
    ["the severity", 710, { severity: "严重" }, { severity: "一般" }, "失信严重程度"],
    ["the severity, by leaving it out", 711, { severity: "严重" }, { severity: "" }, "失信严重程度"],
    ["the term, by an earlier last day", 712, {}, { valid: "2026-12-18" }, "处罚有效期"],
    ["the public term, by an earlier day of decision", 713, {}, { decided: "2026-06-01" }, "处罚决定日期"],
  ])("in %s is asked about by the field", async (_, at, first, parts, field) => {
    const sent = await corrected(at, parts, first);
    expect(sent).toMatchObject({ accepted: 0, quarantined: 1 });
    expect(sent.issues.map((one) => [one.code, one.field])).toEqual([["ingest.favourable-correction", field]]);
  });

  test("is asked about also where the file names no batch that it mends", async () => {
    await send(platform, csv([penaltyOf(720)]));
    const sent = await send(platform, csv([penaltyOf(720, lower)]));
    expect(sent.issues.map((one) => one.code)).toEqual(["ingest.document-conflict", "ingest.favourable-correction"]);
  });
});

test("a correction that raises, or lowers nothing, is stored at once", async () => {
  expect(await corrected(730, higher)).toMatchObject({ accepted: 1, quarantined: 0 });
  expect(await finesOf(730)).toEqual(["3.000000"]);
  expect(await corrected(731, { remark: "补充说明" })).toMatchObject({ accepted: 1, quarantined: 0 });
  expect(await corrected(732, { severity: "" })).toMatchObject({ accepted: 1, quarantined: 0 });
});

describe("a statement", () => {
  test("is not moved to another subject on one person's word", async () => {
    const [from, to] = [firm(740), firm(741)];
    const sent = await corrected(740, { code: to.code, name: to.name });
    expect(sent).toMatchObject({ accepted: 0, quarantined: 1 });
    expect(sent.issues[0]?.code).toBe("ingest.document-other-subject");
    const proposal = await decide(sent.batch);
    expect(await approve(platform, proposal, "clerk")).toMatchObject({ status: 403 });
    expect([await records(platform, from.code), await records(platform, to.code)]).toMatchObject([[{}], []]);
  });

  test("that a withdrawn correction gives back is as safe as before: neither lowered nor moved", async () => {
    const mended = await corrected(750, higher);
    expect(await withdraw(platform, mended.batch, "更正有误")).toMatchObject({ status: 200 });
    expect(await finesOf(750)).toEqual(["2.000000"]);
    const lowered = await send(platform, csv([penaltyOf(750, lower)]));
    expect(lowered).toMatchObject({ accepted: 0, quarantined: 1 });
    const { code, name } = firm(751);
    const moved = await send(platform, csv([penaltyOf(750, { code, name })]));
    expect(moved.issues.map((one) => one.code)).toEqual(["ingest.document-other-subject"]);
    expect(await send(platform, csv([penaltyOf(750)]), { force: true })).toMatchObject({ duplicates: 1 });
    expect(await finesOf(750)).toEqual(["2.000000"]);
    const proposal = await decide(lowered.batch);
    expect(await approve(platform, proposal)).toMatchObject({ status: 200 });
    expect(await finesOf(750)).toEqual(["1.000000"]);
  });
});
