// A listing decided here, step by step over HTTP; and one decided elsewhere, whose exit acts at once.
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { call, get, market, marketName, page, records, send } from "./test-client.ts";
import type { Answer } from "./test-client.ts";
import { statement } from "../../src/platform/database/pool.ts";
import { openPlatform, today } from "./test-platform.ts";
import type { Platform } from "./test-platform.ts";
import { csv, firm, penaltyOf } from "./test-sheets.ts";

let platform: Platform;
beforeAll(async () => {
  platform = await openPlatform();
});
afterAll(() => platform.close());

/** The enterprise of the demo accounts. */
const own = "91990100MA0XH0026G";
const cases = "/api/v1/lists/abnormal-operation/cases";
const proof = { title: "送达回证", digest: "ab".repeat(32) };
const opening = {
  subject: own,
  ground: "no-contact",
  facts: "通过登记的住所两次邮寄均被退回。",
  evidence: [{ title: "现场检查笔录", digest: "cd".repeat(32) }],
};

interface Case {
  readonly case: string;
  readonly version: number;
  readonly standing: string;
  readonly next: readonly { readonly kind: string; readonly from: string }[];
  readonly documents: readonly { readonly document: string; readonly number: string; readonly kind: string }[];
}

const bodyOf = (answer: Answer): Case => answer as unknown as Case;

async function step(at: Case, json: Record<string, unknown>, role = "clerk"): Promise<Answer> {
  return call(platform, `${cases}/${at.case}/steps`, { role, json: { version: at.version, ...json } });
}

describe("decided here", () => {
  test("nothing is skipped, two persons sign, and the public sees the decision with its number", async () => {
    expect(
      await send(platform, csv([penaltyOf(900, { code: own, name: "示例市云岭机械制造有限公司" })])),
    ).toMatchObject({ accepted: 1 });
    const opened = await call(platform, cases, { json: opening });
    expect(opened).toMatchObject({ status: 201, standing: "opened" });
    let at = bodyOf(opened);
    const path = `/api/v1/own/cases/${at.case}`;
    expect(await call(platform, path, { role: "enterprise" })).toMatchObject({
      status: 404,
      code: "lists.unknown-case",
    });
    expect(await step(at, { kind: "decision", words: "跳过" })).toMatchObject({
      status: 409,
      code: "lists.step-order",
    });
    at = bodyOf(await step(at, { kind: "notice", words: "列入后向社会公示。" }));
    at = bodyOf(await step(at, { kind: "notice-served", receipt: { how: "direct", proof } }));
    const early = await step(at, { kind: "decision", words: "太早" });
    expect(early).toMatchObject({ status: 409, code: "lists.defence-running" });
    expect(early).toMatchObject({ availableFrom: "2026-09-17" });
    const seen = await get<Case>(platform, path, { role: "enterprise" });
    expect(seen.next.map(({ kind }) => kind)).toEqual(["defence", "waiver"]);
    const waived = await call(platform, `${path}/steps`, {
      role: "enterprise",
      json: { version: seen.version, kind: "waiver" },
    });
    at = bodyOf(waived);
    at = bodyOf(await step(at, { kind: "decision", words: "事实清楚，予以列入。" }));
    expect(await step(at, { kind: "decision-approved" })).toMatchObject({ status: 403, code: "accounts.role" });
    at = bodyOf(await step(at, { kind: "decision-approved" }, "reviewer"));
    const stale = await step({ ...at, version: at.version - 1 }, { kind: "close", words: "旧" });
    expect(stale).toMatchObject({ status: 409, code: "lists.conflict" });
    at = bodyOf(await step(at, { kind: "decision-served", receipt: { how: "direct", proof } }));
    expect(at.standing).toBe("listed");
    const shown = await records(platform, own);
    expect(shown.map(({ documentNo }) => documentNo)).toContain("示市监信列字〔2026〕1号");
    expect(await page(platform, `/subjects/${own}`)).toContain("经营异常名录");
    const record = shown.find(({ documentNo }) => documentNo === "示市监信列字〔2026〕1号");
    expect(await page(platform, `/subjects/${own}/records/${record?.id}`)).toContain("由决定机关在本平台依程序办理");
    // The same decision by a file is the same decision: nobody is listed by it a second time.
    const again = csv(
      [["示例市云岭机械制造有限公司", own, marketName, market, today, "通过登记的住所或者经营场所无法联系"]],
      ["主体名称", "统一社会信用代码", "列入机关", "列入机关统一社会信用代码", "列入日期", "列入经营异常名录原因"],
    );
    expect(await send(platform, again, { entry: "abnormal-operation" })).toMatchObject({ accepted: 0 });
    const decision = at.documents.find(({ kind }) => kind === "listing");
    const paper = await fetch(`${platform.url}${path}/documents/${decision?.document}`, {
      headers: { authorization: `Bearer ${platform.token("enterprise")}` },
    });
    expect(paper.headers.get("content-type")).toContain("text/html");
    expect(await paper.text()).toContain("列入名单决定书");
    const drafted = bodyOf(await step(at, { kind: "exit", exit: "correction", words: "已变更住所登记。" }));
    const left = await step(drafted, { kind: "exit-approved" }, "reviewer");
    expect(left).toMatchObject({ status: 200, standing: "ended" });
    const told = await get<{ items: readonly { kind: string; about: string | null }[] }>(
      platform,
      "/api/v1/own/notices",
      {
        role: "enterprise",
      },
    );
    const ofCase = told.items.filter(({ about }) => about === at.case).map(({ kind }) => kind);
    expect(ofCase.toSorted()).toEqual(["case-decision", "case-listed", "case-notice", "case-removed", "case-served"]);
    expect((await records(platform, own)).map(({ documentNo }) => documentNo)).not.toContain("示市监信列字〔2026〕1号");
    const heard = await get<{ items: readonly { kind: string; text: string }[] }>(platform, "/api/v1/own/notices", {
      role: "approver",
    });
    const [changed, ...others] = heard.items.filter(({ kind }) => kind === "listings-changed");
    expect(others).toEqual([]);
    expect(changed?.text).toContain("“经营异常名录”列入 1 家、移出 1 家");
    expect(JSON.stringify(heard)).not.toContain("云岭");
    const deaf = await get<{ items: readonly { kind: string }[] }>(platform, "/api/v1/own/notices");
    expect(deaf.items.map(({ kind }) => kind)).not.toContain("listings-changed");
  });

  test("ending a penalty ends no listing, and a listing is not opened twice", async () => {
    const first = bodyOf(await call(platform, cases, { json: opening }));
    expect(await call(platform, cases, { json: opening })).toMatchObject({ status: 409, code: "lists.already-open" });
    expect(await step(first, { kind: "close", words: "已取得联系，不予列入。" })).toMatchObject({ standing: "closed" });
    expect(
      await step(bodyOf(await call(platform, `${cases}/${first.case}`)), { kind: "notice", words: "后" }),
    ).toMatchObject({ code: "lists.closed" });
  });

  test.each([
    ["another office's list", "wage-arrears", { ground: "mass-incident" }, 403, "lists.not-competent"],
    ["a template", "major-tax", {}, 403, "lists.not-live"],
    ["what courts decide", "judgment-debtor", {}, 403, "lists.elsewhere-only"],
    ["a person", "abnormal-operation", { subject: "11010519491231002X" }, 403, "lists.natural-person"],
    ["a ground that is none", "abnormal-operation", { ground: "many-complaints" }, 422, "lists.ground-unknown"],
    ["a subject by name", "abnormal-operation", { subject: "示例市云岭机械制造有限公司" }, 422, "lists.unsound-code"],
  ])("%s is refused", async (_, list, more, status, code) => {
    const asked = await call(platform, `/api/v1/lists/${list}/cases`, { json: { ...opening, ...more } });
    expect(asked).toMatchObject({ status, code });
  });
});

describe("decided elsewhere", () => {
  const head = [
    "主体名称",
    "统一社会信用代码",
    "文书号",
    "决定机关",
    "决定机关统一社会信用代码",
    "决定日期",
    "内容",
    "名单名称",
    "列入依据",
    "有效期至",
    "移出日期",
  ];
  const row = (
    index: number,
    more: { document: string; authority?: readonly [string, string]; removed?: string },
  ): string[] => [
    firm(index).name,
    firm(index).code,
    more.document,
    ...(more.authority ?? [marketName, market]),
    "2026-06-18",
    "拖欠工资",
    "拖欠农民工工资失信联合惩戒对象名单",
    "《保障农民工工资支付条例》第四十八条",
    "2029-06-18",
    more.removed ?? "",
  ];
  const listing = (rows: readonly string[][], force = false): Promise<Answer> =>
    send(platform, csv(rows, head), { entry: "serious-list", force });
  const numbers = async (index: number): Promise<(string | null)[]> =>
    (await records(platform, firm(index).code)).map(({ documentNo }) => documentNo);

  test("a row that says only that it was removed ends it at once and asks nobody", async () => {
    const document = "示外列〔2026〕1号";
    expect(await listing([row(910, { document })])).toMatchObject({ accepted: 1 });
    expect(await numbers(910)).toEqual([document]);
    const [record] = await records(platform, firm(910).code);
    const shown = await page(platform, `/subjects/${firm(910).code}/records/${record?.id}`);
    expect(shown).toContain("程序由认定机关负责");
    expect(shown).toContain("/rules/lists/wage-arrears");
    expect(await listing([row(910, { document, removed: today })])).toMatchObject({ accepted: 1, quarantined: 0 });
    expect(await numbers(910)).toEqual([]);
    expect(await listing([row(910, { document })], true)).toMatchObject({ accepted: 0 });
    expect(await numbers(910)).toEqual([]);
  });

  test("a row that is removed and says something else as well waits for a person", async () => {
    const document = "示外列〔2026〕2号";
    expect(await listing([row(911, { document })])).toMatchObject({ accepted: 1 });
    const other = row(911, { document, removed: today }).with(6, "另一件事");
    expect(await listing([other])).toMatchObject({ accepted: 0, quarantined: 1 });
    expect(await numbers(911)).toEqual([document]);
  });

  test("what arrives removed is not shown, and nobody ends another authority's decision by it", async () => {
    const foreign = ["示例市人力资源和社会保障局", "11990100990004114B"] as const;
    const document = "示人社列〔2026〕3号";
    expect(await listing([row(912, { document, authority: foreign, removed: today })])).toMatchObject({ accepted: 1 });
    expect(await numbers(912)).toEqual([]);
    const ended = await platform.database.admin.read((tx) =>
      tx.rows<{ n: number }>(
        statement("test.ended", "select count(*)::int as n from statements.ended where subject = $1"),
        [firm(912).code],
      ),
    );
    expect(ended[0]?.n).toBe(0);
  });
});
