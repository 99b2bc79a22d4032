import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { approve, call, expectBalance, found, get, market, questions, records, send } from "./test-client.ts";
import type { Answer } from "./test-client.ts";
import { openPlatform } from "./test-platform.ts";
import type { Platform } from "./test-platform.ts";
import { csv, firm, heads, penalty, penaltyHeads, penaltyOf } from "./test-sheets.ts";

let platform: Platform;
beforeAll(async () => {
  platform = await openPlatform();
});
afterAll(() => platform.close());

describe("a question", () => {
  test("is taken in by a second person with a reason and a document, never by whoever sent it", async () => {
    const { code, name } = firm(360);
    const sent = await send(platform, csv([penaltyOf(360, { code: code.toLowerCase() })]));
    expect(sent).toMatchObject({ quarantined: 1 });
    expect(await records(platform, code)).toEqual([]);
    const [open] = await questions(platform, sent.batch);
    expect(open).toMatchObject({ row: 2, state: "open", codes: ["ingest.code-not-canonical"], proposals: [code] });
    const decide = (json: Record<string, unknown>, role = "clerk"): Promise<Answer> =>
      call(platform, `/api/v1/batches/${sent.batch}/decisions`, {
        role,
        json: { row: 2, action: "accept", subject: code, reason: "执照核对", documentNo: "证1号", ...json },
      });
    expect(await decide({ reason: "" })).toMatchObject({ status: 422, code: "ingest.reason-needed" });
    expect(await decide({ documentNo: null })).toMatchObject({ status: 422, code: "ingest.document-needed" });
    expect(await decide({ subject: code.toLowerCase() })).toMatchObject({ status: 422, code: "ingest.subject-needed" });
    expect(await decide({ row: 9 })).toMatchObject({ status: 404, code: "ingest.unknown-question" });
    expect(await decide({}, "approver")).toMatchObject({ status: 404, code: "ingest.unknown-batch" });
    const asked = await decide({});
    expect(asked).toMatchObject({ status: 202, state: "open", command: "question.accept" });
    expect(await decide({})).toMatchObject({ status: 409, code: "approvals.already-open" });
    expect(await approve(platform, asked, "clerk")).toMatchObject({ status: 403, code: "approvals.second-person" });
    expect(await records(platform, code)).toEqual([]);
    expect(await approve(platform, asked), "the second person takes it in").toMatchObject({
      status: 200,
      result: { state: "accepted" },
    });
    expect(await decide({})).toMatchObject({ status: 409, code: "ingest.question-decided" });
    expect((await records(platform, code)).map((record) => record.documentNo)).toEqual(["示市监罚〔2026〕360号"]);
    expect(await found(platform, name)).toEqual([name]);
  });

  test("may be given back, by its sender too, and then nothing is shown", async () => {
    const sent = await send(platform, csv([penaltyOf(361, { content: "我局拟对你单位罚款人民币贰万元整" })]));
    const answer = { row: 2, action: "reject", reason: "尚未作出决定" };
    expect(await call(platform, `/api/v1/batches/${sent.batch}/decisions`, { json: answer })).toMatchObject({
      status: 200,
      state: "rejected",
    });
    expect(await records(platform, firm(361).code)).toEqual([]);
    expect((await questions(platform, sent.batch))[0]?.state).toBe("rejected");
  });

  test("about a name alone proposes its bearers and attaches to none", async () => {
    await send(platform, csv([penaltyOf(362)]));
    const sent = await send(platform, csv([penaltyOf(362, { code: "", document: "示市监罚〔2026〕362之二" })]));
    expect(sent).toMatchObject({ quarantined: 1 });
    expect((await questions(platform, sent.batch))[0]).toMatchObject({
      codes: ["ingest.name-only"],
      proposals: [firm(362).code],
    });
    expect(await records(platform, firm(362).code)).toHaveLength(1);
  });
});

interface Source {
  readonly entry: string;
  readonly provider: string;
  readonly through: string | null;
  readonly state: string;
}

describe("completeness", () => {
  test("is declared up to a day, never a day to come, never backwards; a nil period ends on that day", async () => {
    const declare = (more: Record<string, unknown>, role = "clerk"): Promise<Answer> =>
      call(platform, "/api/v1/completeness", {
        role,
        json: { provider: market, entry: "penalty", through: "2026-08-31", ...more },
      });
    expect(await declare({ through: "2026-09-09" })).toMatchObject({ status: 409, code: "ingest.completeness-future" });
    expect(await declare({ through: "2026-02-30" })).toMatchObject({ status: 422, code: "ingest.date-impossible" });
    expect(await declare({})).toMatchObject({ status: 201 });
    expect(await declare({ through: "2026-07-31" })).toMatchObject({
      status: 409,
      code: "ingest.completeness-backwards",
    });
    expect(await declare({ through: "2026-09-08", nilFrom: "2026-09-30" })).toMatchObject({
      status: 422,
      code: "ingest.nil-order",
    });
    expect(await declare({ through: "2026-09-08", nilFrom: "2026-09-01" })).toMatchObject({ status: 201 });
    expect((await declare({ provider: "11990100990002741Q" })).status).toBe(403);
    const stated = (entry: string): Promise<Source | undefined> =>
      get<{ items: Source[] }>(platform, "/api/v1/coverage").then(({ items }) =>
        items.find((item) => item.provider === market && item.entry === entry),
      );
    // A declaration may be seen a moment late.
    await expect
      .poll(() => stated("penalty"), { timeout: 8000, interval: 500 })
      .toMatchObject({ through: "2026-09-08", state: "nil" });
    expect(await stated("permit")).toMatchObject({ through: null, state: "never" });
  });
});

describe("one record typed into a form", () => {
  const typed = (parts: Record<string, string> = {}): Record<string, string> => {
    const cells = penalty({ code: firm(370).code, name: firm(370).name, document: "示市监罚〔2026〕370号" });
    return { ...Object.fromEntries(penaltyHeads.map((head, at) => [head, cells[at] ?? ""])), ...parts };
  };
  const submit = (json: unknown): Promise<Answer> =>
    call(platform, `/api/v1/submissions?provider=${market}&entry=penalty`, { json });

  test("goes through the same gate as a file", async () => {
    const answer = await submit(typed());
    expect(answer).toMatchObject({ status: 201, received: 1, accepted: 1 });
    expectBalance(answer);
    expect(await records(platform, firm(370).code)).toHaveLength(1);
    expect(await submit(typed())).toMatchObject({ status: 200, batch: answer.batch, sameAs: true });
    const wrong = await submit(typed({ [heads.decided]: "2026-02-30" }));
    expect(wrong).toMatchObject({ status: 201, rejected: 1 });
    expect(wrong.issues[0]?.code).toBe("ingest.date-impossible");
  });

  test("without what it must say is refused by the names of what is missing", async () => {
    const answer = await submit({ [heads.name]: "示例市某某有限公司", [heads.document]: "甲1号" });
    expect(answer).toMatchObject({ status: 422, code: "ingest.missing-columns" });
    expect(answer.detail).toContain(heads.content);
  });
});

test("another provider's rows, an entry outside the catalogue and another unit's name are refused at the door", async () => {
  const file = csv([penaltyOf(380)]);
  expect((await send(platform, file, { entry: "horoscope" })).status).toBeGreaterThanOrEqual(400);
  expect(await send(platform, file, { provider: "11990100990002741Q" })).toMatchObject({
    status: 403,
    code: "accounts.other-organisation",
  });
  expect((await send(platform, file, { entry: "judgment-debtor" })).status).toBeGreaterThanOrEqual(400);
  const foreign = await send(platform, csv([penaltyOf(381, { sourceCode: "11990100990002741Q" })]));
  expect(foreign).toMatchObject({ rejected: 1 });
  expect(foreign.issues[0]?.code).toBe("ingest.other-provider");
});
