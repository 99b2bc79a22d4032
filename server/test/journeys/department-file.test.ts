import { openReceipt, receiptLeaf } from "@xinheng/log/receipt";
import { RootBuilder } from "@xinheng/log/merkle";
import { readVerifierKey } from "@xinheng/log/note";
import { createHash } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { gb18030 } from "../../src/main/demo/format/gb18030.ts";
import { bearer, call, get, market, page, records, send, withdraw } from "./test-client.ts";
import type { Answer } from "./test-client.ts";
import { ask, clerkOf, openPlatform } from "./test-platform.ts";
import type { Platform } from "./test-platform.ts";
import { csv, firm, heads, ndjson, penaltyHeads, penaltyOf, workbook } from "./test-sheets.ts";

let platform: Platform;
beforeAll(async () => {
  platform = await openPlatform();
});
afterAll(() => platform.close());

/** Sends two rows of enterprises that no other test names, and looks at the public page of the second. */
async function sendAs(from: number, write: (rows: string[][]) => string | Uint8Array): Promise<Answer> {
  const answer = await send(platform, write([penaltyOf(from), penaltyOf(from + 1)]));
  expect(answer).toMatchObject({
    status: 201,
    state: "done",
    received: 2,
    accepted: 2,
    issues: [],
    issuesNext: null,
    failure: null,
  });
  expect(await page(platform, `/subjects/${firm(from + 1).code}`)).toContain(`示市监罚〔2026〕${from + 1}号`);
  return answer;
}

describe("a file of two sound rows becomes two public records", () => {
  test("as UTF-8", () => sendAs(100, csv));
  test("as UTF-8 with a byte order mark", () => sendAs(110, (rows) => `\ufeff${csv(rows)}`));
  test("as GB18030", () => sendAs(120, (rows) => gb18030(csv(rows))));
  test("as a workbook", () => sendAs(130, workbook));
  test("as NDJSON under the official names", () => sendAs(140, ndjson));
  test("as NDJSON under field ids", () =>
    sendAs(150, (rows) => {
      const ids = [
        "subjectName",
        "counterpart",
        "subjectCode",
        "legalRepresentative",
        "legalRepresentativeIdType",
        "legalRepresentativeIdNumber",
        "documentNo",
        "offenceKind",
        "offenceFacts",
        "legalBasis",
        "penaltyKinds",
        "content",
        "fine",
        "decidedOn",
        "validUntil",
        "authority",
        "authorityCode",
        "sourceUnit",
        "sourceUnitCode",
        "remark",
        "severity",
      ];
      return ndjson(rows, ids);
    }));
  test("under CF_ codes", () =>
    sendAs(160, (rows) => {
      const codes = [
        "CF_XDR_MC",
        "CF_XDR_LB",
        "CF_XDR_SHXYM",
        "CF_FRDB",
        "CF_FR_ZJLX",
        "CF_FR_ZJHM",
        "CF_WSH",
        "CF_WFXW",
        "CF_SY",
        "CF_YJ",
        "CF_CFLB",
        "CF_NR",
        "CF_NR_FK",
        "CF_JDRQ",
        "CF_YXQ",
        "CF_CFJG",
        "CF_CFJGDM",
        "CF_SJLY",
        "CF_SJLYDM",
        "BZ",
        "EXT_SXYZCD",
      ];
      return csv(rows, codes);
    }));
  test("under heads with line breaks, spaces, full-width brackets and asterisks", () =>
    sendAs(170, (rows) => {
      const odd = penaltyHeads.map(
        (head) => `*${head.slice(0, 2)}\n ${head.slice(2).replace("(", "（").replace(")", "）")}　`,
      );
      return csv(rows, odd);
    }));
  test("with a title and instructions above the heads, which count as skipped", async () => {
    const wide = (text: string): string[] => penaltyHeads.map((_, at) => (at === 0 ? text : ""));
    const rows = [["填表说明：红色为必填"], penaltyHeads, penaltyOf(180), wide("示例"), penaltyOf(181)].map((cells) => [
      ...cells,
    ]);
    const answer = await send(platform, csv(rows, ["示例市行政处罚信息表"]));
    expect(answer).toMatchObject({ status: 201, received: 5, skipped: 3, accepted: 2 });
  });
});

test("the columns of 2016 come through their mapping", async () => {
  const old = [
    "CF_WSH",
    "CF_CFMC",
    "CF_CFLB1",
    "CF_CFLB2",
    "CF_SY",
    "CF_YJ",
    "CF_XDR_MC",
    "CF_XDR_SHXYM",
    "CF_XDR_ZDM",
    "CF_XDR_GSDJ",
    "CF_XDR_SWDJ",
    "CF_XDR_SFZ",
    "CF_FR",
    "CF_JG",
    "CF_JDRQ",
    "CF_XZJG",
    "DFBM",
    "SJC",
    "BZ",
  ];
  const { code, name } = firm(190);
  const row = [
    "示市监罚〔2026〕190号",
    "销售不合格产品案",
    "罚款",
    "",
    "销售不合格产品",
    "《产品质量法》第四十九条",
    name,
    code,
    "",
    "",
    "",
    "",
    "某某",
    "罚款人民币贰万元整",
    "2026-06-18",
    "示例市市场监督管理局",
    "990100",
    "20260618",
    "",
  ];
  const answer = await send(platform, csv([row], old), { mapping: "penalty-2016" });
  expect(answer).toMatchObject({ status: 201, received: 1, accepted: 1, mapping: "penalty-2016" });
  expect(await page(platform, `/subjects/${code}`)).toContain("示市监罚〔2026〕190号");
});

test("a layout of one's own is kept and used by its name, and no other unit's", async () => {
  const { code, name } = firm(200);
  const mapping = {
    zh: "本局台账",
    entry: "penalty",
    profile: "legacy",
    columns: { 当事人: "subjectName", 代码: "subjectCode", 案号: "documentNo", 处理: "content", 日期: "decidedOn" },
    constants: { authority: "示例市市场监督管理局" },
  };
  const saved = await call(platform, "/api/v1/mappings", { json: mapping });
  expect(saved.status).toBe(201);
  const again = await call(platform, "/api/v1/mappings", { json: mapping });
  const id = (saved as unknown as { mapping: string }).mapping;
  expect((again as unknown as { mapping: string }).mapping).toBe(id);
  const answer = await send(
    platform,
    csv([[name, code, "甲200号", "警告", "2026/6/18"]], ["当事人", "代码", "案号", "处理", "日期"]),
    { mapping: id },
  );
  expect(answer).toMatchObject({ status: 201, accepted: 1 });
  const tax = { uscc: "11990100990002741Q", name: "示例市税务局" };
  const token = await clerkOf(platform, tax);
  const taxFile = csv(
    [[firm(201).name, firm(201).code, "税201号", "警告", "2026/6/18"]],
    ["当事人", "代码", "案号", "处理", "日期"],
  );
  expect(await send(platform, taxFile, { token, provider: tax.uscc, mapping: id })).toMatchObject({
    status: 422,
    code: "ingest.unknown-mapping",
  });
  expect(
    await call(platform, "/api/v1/mappings", { token, json: mapping }),
    "the same layout is kept by another unit",
  ).toMatchObject({ status: 201, mapping: id });
  expect(await send(platform, taxFile, { token, provider: tax.uscc, mapping: id })).toMatchObject({
    status: 201,
    accepted: 1,
  });
  const unknown = await call(platform, "/api/v1/mappings", { json: { ...mapping, columns: { 甲: "nothing" } } });
  expect(unknown).toMatchObject({ status: 422, code: "ingest.mapping-field" });
  expect(await send(platform, csv([]), { mapping: "nowhere" })).toMatchObject({
    status: 422,
    code: "ingest.unknown-mapping",
  });
});

describe("each row ends in exactly one fate, and its message says where, what, which rule and what to do", () => {
  test("in one file with all fates", async () => {
    const rows = [
      penaltyOf(300),
      penaltyOf(300),
      penaltyOf(301, { code: "9.14E+17" }),
      penaltyOf(302, { decided: "2026-09-31" }),
      penaltyOf(303, { category: "自然人", code: "" }),
      penaltyOf(304, { fine: "20000" }),
      penaltyOf(305, { basis: "《治安管理处罚法》第四十三条" }),
    ];
    const answer = await send(platform, csv(rows));
    expect(answer).toMatchObject({
      status: 201,
      received: 7,
      skipped: 0,
      accepted: 1,
      duplicates: 1,
      quarantined: 2,
      rejected: 3,
      naturalPersons: 1,
    });
    const told = new Map(answer.issues.map((issue) => [issue.row, issue]));
    expect(told.get(4)).toMatchObject({
      outcome: "quarantined",
      code: "ingest.code-destroyed",
      field: heads.code,
      value: "9.14E+17",
    });
    const impossible = told.get(5)?.message ?? "";
    for (const part of ["第5行", heads.decided, "2026-09-31", "没有这一天", "请改为"])
      expect(impossible).toContain(part);
    const unit = told.get(7)?.message ?? "";
    for (const part of ["第7行", heads.fine, "20000", "贰万元整", "请换算成万元"]) expect(unit).toContain(part);
    expect(told.get(8)?.message).toContain("治安管理处罚");
  });

  test("a workbook names the sheet only where there are several", async () => {
    const answer = await send(platform, workbook([penaltyOf(310), penaltyOf(311, { decided: "去年" })]));
    expect(answer).toMatchObject({ accepted: 1, rejected: 1 });
    expect(answer.issues[0]).toMatchObject({ row: 3, code: "ingest.date-shape", value: "去年" });
  });
});

test("the same file twice is the same batch and leaves nothing behind", async () => {
  const file = csv([penaltyOf(320), penaltyOf(321)]);
  const first = await send(platform, file);
  const again = await send(platform, file);
  expect([again.status, again.batch, again.sameAs]).toEqual([200, first.batch, true]);
  expect(await records(platform, firm(320).code)).toHaveLength(1);
  const forced = await send(platform, file, { force: true });
  expect(forced).toMatchObject({ status: 201, accepted: 0, duplicates: 2 });
  expect(forced.batch).not.toBe(first.batch);
  const keys = await ask(platform, "kept-keys", "select batch from ingest.batch where wrapped_key is not null");
  expect(keys, "the key of a repeated upload is destroyed too").toEqual([]);
});

test("the same file sent twice at the same moment becomes one batch", async () => {
  const file = csv(Array.from({ length: 300 }, (_, at) => penaltyOf(6000 + at)));
  const answers = await Promise.all([1, 2, 3].map(() => send(platform, file)));
  expect(answers.map((answer) => answer.status).toSorted((a, b) => a - b)).toEqual([200, 200, 201]);
  expect(new Set(answers.map((answer) => answer.batch)).size).toBe(1);
  expect(await records(platform, firm(6000).code)).toHaveLength(1);
});

describe("a corrected file", () => {
  test("replaces what the batch it mends had said, and only that", async () => {
    const { code } = firm(330);
    const first = await send(platform, csv([penaltyOf(330)]));
    const correction = csv([penaltyOf(330, { content: "罚款人民币叁万元整", fine: "3" })]);
    const unlinked = await send(platform, correction);
    expect(unlinked).toMatchObject({ accepted: 0, quarantined: 1 });
    expect(unlinked.issues[0]?.code).toBe("ingest.document-conflict");
    const mended = await send(platform, correction, { mends: first.batch });
    expect(mended).toMatchObject({ status: 201, accepted: 1, quarantined: 0, mends: first.batch });
    const shown = await records(platform, code);
    expect(shown.map((record) => record.fields["content"])).toEqual(["罚款人民币叁万元整"]);
    expect(await page(platform, `/subjects/${code}`)).not.toContain("贰万元整");
  });

  test("that is taken back leaves what it had replaced", async () => {
    const { code } = firm(331);
    const first = await send(platform, csv([penaltyOf(331)]));
    const mended = await send(platform, csv([penaltyOf(331, { content: "罚款人民币叁万元整", fine: "3" })]), {
      mends: first.batch,
    });
    expect(mended.accepted).toBe(1);
    expect(await withdraw(platform, mended.batch, "更正有误")).toMatchObject({ status: 200 });
    expect((await records(platform, code)).map((record) => record.fields["content"])).toEqual(["罚款人民币贰万元整"]);
  });

  test("names a batch of its own unit and entry, or is refused", async () => {
    for (const mends of ["00000000-0000-7000-8000-000000000000"]) {
      expect(await send(platform, csv([penaltyOf(332)]), { mends })).toMatchObject({
        status: 422,
        code: "ingest.not-mendable",
      });
    }
  });
});

test("a batch taken back names every subject it touched, and the public finds none of its rows any more", async () => {
  const subjects = [firm(340).code, firm(341).code];
  const sent = await send(platform, csv([penaltyOf(340), penaltyOf(341)]));
  for (const subject of subjects) expect(await records(platform, subject)).toHaveLength(1);
  const path = `/api/v1/batches/${sent.batch}`;
  expect(await call(platform, `${path}/withdrawal`, { json: { reason: " " } })).toMatchObject({
    status: 422,
    code: "ingest.reason-needed",
  });
  expect(await call(platform, `${path}/withdrawal`, { json: { reason: "报送有误" } })).toMatchObject({
    status: 422,
    code: "approvals.document-needed",
  });
  for (const subject of subjects) expect(await records(platform, subject)).toHaveLength(1);
  expect(await withdraw(platform, sent.batch, "报送有误")).toMatchObject({
    status: 200,
    result: { state: "withdrawn", accepted: 2 },
  });
  const affected = await get<{ items: { subject: string; records: number }[] }>(platform, `${path}/subjects`);
  expect(affected.items).toEqual(subjects.toSorted().map((subject) => ({ subject, records: 1 })));
  for (const subject of subjects) {
    expect(await records(platform, subject)).toEqual([]);
    expect(await page(platform, `/subjects/${subject}`)).not.toContain("示市监罚");
  }
  expect(await call(platform, `${path}/withdrawal`, { json: { reason: "再次" } })).toMatchObject({
    status: 409,
    code: "ingest.wrong-state",
  });
  const again = await send(platform, csv([penaltyOf(340), penaltyOf(341)]));
  expect(again).toMatchObject({ status: 201, accepted: 2 });
  expect(await records(platform, firm(340).code)).toHaveLength(1);
});

test("the receipt is signed by the published key and its root covers every row", async () => {
  const file = csv([
    penaltyOf(350),
    penaltyOf(351, { decided: "2026-13-01" }),
    penaltyOf(352, { code: "9.14E+17" }),
    penaltyOf(350),
  ]);
  const sent = await send(platform, file);
  const headers = bearer(platform);
  const note = await (await fetch(`${platform.url}/api/v1/batches/${sent.batch}/receipt`, { headers })).text();
  const key = (await (await fetch(`${platform.url}/api/v1/receipt-key`)).text()).trim();
  const { receipt } = openReceipt(note, [readVerifierKey(key)]);
  expect(receipt.batch).toBe(sent.batch);
  expect(receipt.provider).toBe(market);
  expect(receipt.files).toEqual([createHash("sha256").update(file).digest("hex")]);
  expect(receipt.counts).toMatchObject({
    received: 4,
    accepted: 1,
    duplicates: 1,
    quarantined: 1,
    rejected: 1,
    skipped: 0,
  });
  const stored = await ask<{ row: number; id: Buffer; commitment: Buffer }>(
    platform,
    "sealed",
    "select row, id, commitment from statements.statement where batch = $1",
    [sent.batch],
  );
  const tree = new RootBuilder();
  for (const row of [2, 3, 4, 5]) {
    const kept = stored.find((one) => one.row === row);
    const outcome =
      kept === undefined ? (sent.issues.find((issue) => issue.row === row)?.outcome ?? "none") : "accepted";
    tree.append(
      receiptLeaf({
        row,
        outcome,
        statementId: kept?.id.toString("hex") ?? null,
        commitment: kept?.commitment ?? null,
      }),
    );
  }
  expect(Buffer.from(receipt.root).toString("hex")).toBe(tree.root().toString("hex"));
  expect(() => openReceipt(note.replace("count accepted 1", "count accepted 2"), [readVerifierKey(key)])).toThrow();
});
