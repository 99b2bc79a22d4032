// Objections in Chromium, against a whole platform: from one's own record to the answer on paper, marked meanwhile.
import { chromium } from "playwright";
import type { Page } from "playwright";
import { afterAll, beforeAll, expect, test } from "vitest";
import { chromiumPath } from "../../../house/browser.ts";
import { call, records, send } from "../../../server/test/journeys/test-client.ts";
import { openPlatform } from "../../../server/test/journeys/test-platform.ts";
import type { Platform } from "../../../server/test/journeys/test-platform.ts";
import { csv, firm, penaltyOf } from "../../../server/test/journeys/test-sheets.ts";
import { enterAs, expectSoundRoom, goTo, matter } from "./test-seats.ts";
import type { Bench } from "./test-seats.ts";

const enterprise = { code: "91990100MA0XH0026G", name: "示例市云岭机械制造有限公司" };
const quiet = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking"];

let platform: Platform;
let bench: Bench;
let own: Page;
let address = "";

beforeAll(async () => {
  platform = await openPlatform();
  const browser = await chromium.launch({ executablePath: chromiumPath, args: quiet });
  bench = { browser, base: `http://localhost:${platform.port}`, folder: platform.folder };
  expect(await send(platform, csv([penaltyOf(8401, enterprise)]))).toMatchObject({ accepted: 1 });
});

afterAll(async () => {
  await bench.browser.close();
  await platform.close();
});

const isMarked = async (): Promise<boolean> =>
  (await (await fetch(`${bench.base}/subjects/${enterprise.code}`)).text()).includes("异议处理中");

async function confirm(page: Page, word: string): Promise<void> {
  await page.getByRole("dialog").getByRole("button", { name: word, exact: true }).click();
  await page.getByRole("dialog").waitFor({ state: "detached" });
}

test("an enterprise objects to one record, field by field", async () => {
  own = await enterAs(bench, { role: "enterprise", room: "/own/objections" });
  expect(await matter(own)).toContain("没有提出过异议");
  await expectSoundRoom(own);
  await goTo(own, bench, "/own/records");
  await own.getByText("示市监罚〔2026〕8401号").click();
  await own.getByRole("row", { name: /8401/u }).press("Enter");
  await own.getByRole("link", { name: "对这一条提出异议" }).click();
  await own.getByRole("heading", { name: "应当更正的内容" }).waitFor();
  await own.getByRole("button", { name: "提出异议" }).click();
  await own.getByRole("dialog").getByRole("button", { name: "提出异议" }).click();
  await own.getByText("请选择理由").waitFor();
  await own.getByRole("dialog").getByRole("button", { name: "返回" }).click();
  await own.getByLabel("理由").selectOption({ label: "内容与决定文书不一致" });
  await own.getByLabel("说明", { exact: false }).first().fill("罚款金额与决定书不一致。");
  await own.getByLabel("罚款金额(万元) 应为").fill("1");
  await expectSoundRoom(own);
  await own.getByRole("button", { name: "提出异议" }).click();
  await own.getByRole("dialog").getByRole("button", { name: "提出异议" }).click();
  await own.getByText("没有标注").waitFor();
  address = new URL(own.url()).pathname.replace("/workbench/own", "");
  await expectSoundRoom(own);
});

test("the centre accepts and forwards it, and it is marked everywhere meanwhile", async () => {
  expect(await isMarked()).toBe(false);
  const centre = await enterAs(bench, { role: "operator", room: "/objections" });
  await centre.getByRole("link", { name: /8401/u }).waitFor();
  await expectSoundRoom(centre);
  await goTo(centre, bench, address);
  await centre.getByRole("button", { name: "受理", exact: true }).click();
  await confirm(centre, "受理");
  await centre.getByText("各处标注“异议处理中”").waitFor();
  expect(await isMarked()).toBe(true);
  await centre.getByRole("button", { name: "转送" }).click();
  await confirm(centre, "转送");
  await expectSoundRoom(centre);
  await goTo(centre, bench, "/objections/figures");
  expect(await matter(centre)).toContain("每万条记录的异议");
  await expectSoundRoom(centre);
  await centre.context().close();
});

test("the provider answers with evidence, another confirms, and the mark is gone", async () => {
  const clerk = await enterAs(bench, { role: "clerk", room: address });
  await clerk.getByRole("button", { name: "拟出答复" }).click();
  await clerk.getByLabel("答复结论").selectOption({ label: "异议不成立" });
  await clerk.getByRole("dialog").getByLabel("说明").fill("与决定书一致。");
  await clerk.getByRole("dialog").getByRole("button", { name: "拟出答复" }).click();
  await clerk.getByText("须附证据").waitFor();
  const file = { name: "决定书.pdf", mimeType: "application/pdf", buffer: Buffer.from("x") };
  await clerk.getByRole("dialog").getByLabel("选取文件").setInputFiles(file);
  await clerk.waitForFunction(
    "[...document.querySelectorAll('input')].some(({ value }) => value.startsWith('2d711642b726'))",
  );
  await confirm(clerk, "拟出答复");
  expect(await clerk.getByRole("button", { name: "确认答复" }).count()).toBe(0);
  const second = await enterAs(bench, { role: "reviewer", room: address, twice: true });
  await second.getByRole("button", { name: "确认答复" }).click();
  await confirm(second, "确认答复");
  await second.getByText("异议不成立").first().waitFor();
  expect(await isMarked()).toBe(false);
  await expectSoundRoom(second);
  for (const page of [clerk, second]) await page.context().close();
});

test("the enterprise reads the answer, and its document", async () => {
  await own.reload();
  await own.getByRole("heading", { name: "答复" }).waitFor();
  expect(await matter(own)).toContain("与决定书一致。");
  await expectSoundRoom(own);
  await own.locator("a[href*='/documents/']").last().click();
  await own.getByText("异结字〔2026〕").first().waitFor();
  await own.context().close();
});

interface Filed {
  readonly objection: string;
  readonly version: number;
}

test("what is upheld names the newer version, and is told field by field", async () => {
  const first = await send(platform, csv([penaltyOf(8402, { ...enterprise, facts: "销售过期食品" })]));
  const idOf = async (): Promise<string> =>
    (await records(platform, enterprise.code)).find(({ documentNo }) => documentNo?.includes("8402") === true)?.id ??
    "";
  const target = { kind: "record", record: await idOf() };
  const wish = { target, ground: "wrong-content", claim: "违法事实与决定书不一致。" };
  const filed = await call(platform, "/api/v1/own/objections", { role: "enterprise", json: wish });
  let at = filed as unknown as Filed;
  for (const kind of ["accept", "forward"]) {
    const json = { version: at.version, kind };
    const told = await call(platform, `/api/v1/objections/${at.objection}/steps`, { role: "operator", json });
    expect(told).toMatchObject({ status: 200 });
    at = told as unknown as Filed;
  }
  const mended = csv([penaltyOf(8402, { ...enterprise, facts: "销售标签不合格的食品" })]);
  expect(await send(platform, mended, { mends: first.batch })).toMatchObject({ accepted: 1 });
  const clerk = await enterAs(bench, { role: "clerk", room: `/objections/${at.objection}` });
  await clerk.getByRole("button", { name: "拟出答复" }).click();
  await clerk.getByLabel("答复结论").selectOption({ label: "异议成立" });
  await clerk.getByRole("dialog").getByLabel("说明").fill("已按决定书更正。");
  const ways = clerk.getByRole("dialog").getByLabel("怎样更正的");
  // What is not about somebody else is mended, and never taken away.
  expect(await ways.locator("option").allInnerTexts()).not.toContain("该记录已从这个主体移出");
  await ways.selectOption({ label: "已报送更正后的新版本" });
  await clerk.getByLabel("更正后记录的编号").fill(await idOf());
  await confirm(clerk, "拟出答复");
  const second = await enterAs(bench, { role: "reviewer", room: `/objections/${at.objection}`, twice: true });
  await second.getByRole("button", { name: "确认答复" }).click();
  await confirm(second, "确认答复");
  await second.getByText("异议成立").first().waitFor();
  await expectSoundRoom(second);
  const reader = await enterAs(bench, { role: "enterprise", room: `/own/objections/${at.objection}` });
  const told = await matter(reader);
  for (const words of ["销售过期食品", "销售标签不合格的食品", "已按决定书更正。"]) expect(told).toContain(words);
  await expectSoundRoom(reader);
  for (const page of [clerk, second, reader]) await page.context().close();
});

test("a measure is told with its decision and remedy, and can be objected to", async () => {
  const subjects = [{ uscc: enterprise.code, matterNo: "SW-2026-000840" }];
  const json = { matter: "land-grant", purpose: "administrative-approval", duty: "permit-review", subjects };
  const checked = await call(platform, "/api/v1/checks", { role: "approver", json });
  const { answers } = checked as unknown as { answers: { look: string }[] };
  const look = answers[0]?.look ?? "";
  const said = { uscc: enterprise.code, look, measure: "food-inspection-frequency", applied: true };
  const decided = { decisionNo: "示税函〔2026〕8号", reason: "列入季度检查计划" };
  const given = await call(platform, "/api/v1/checks/feedback", { role: "approver", json: { ...said, ...decided } });
  expect(given.status).toBe(204);
  const reader = await enterAs(bench, { role: "enterprise", room: `/own/looks?look=${look}` });
  const told = await matter(reader);
  for (const words of ["增加食品安全监督检查频次", "已采取", "示税函〔2026〕8号", "列入季度检查计划", "救济途径"])
    expect(told).toContain(words);
  await expectSoundRoom(reader);
  await reader.getByRole("link", { name: "对这项措施提出异议" }).click();
  await reader.getByLabel("理由").selectOption({ label: "措施不应适用于本主体" });
  await reader.getByLabel("说明").fill("本单位不生产食品。");
  await expectSoundRoom(reader);
  await reader.getByRole("button", { name: "提出异议" }).click();
  await confirm(reader, "提出异议");
  await reader.getByRole("heading", { name: "措施 增加食品安全监督检查频次" }).waitFor();
  await reader.context().close();
});

test("a hall files what is brought on paper", async () => {
  expect(await send(platform, csv([penaltyOf(8403)]))).toMatchObject({ accepted: 1 });
  const hall = await enterAs(bench, { role: "hall-clerk", room: "/hall/objection" });
  await hall.getByRole("button", { name: "查找" }).click();
  await hall.getByText("代码有误，请照营业执照核对。").waitFor();
  await hall.getByLabel("异议主体的统一社会信用代码").fill(firm(8403).code);
  await hall.getByRole("button", { name: "查找" }).click();
  await hall.getByLabel("哪一条").selectOption({ label: "行政处罚 示市监罚〔2026〕8403号" });
  await hall.getByLabel("理由").selectOption({ label: "内容与决定文书不一致" });
  await hall.getByLabel("说明", { exact: false }).first().fill("罚款金额与决定书不一致。");
  await hall.getByLabel("罚款金额(万元) 应为").fill("1");
  await expectSoundRoom(hall);
  await hall.getByRole("button", { name: "提出异议" }).click();
  await hall.getByRole("dialog").getByRole("button", { name: "提出异议" }).click();
  await hall.getByText("请附异议申请书。").waitFor();
  await hall.getByRole("dialog").getByRole("button", { name: "返回" }).click();
  await hall
    .getByRole("group", { name: "异议申请书" })
    .getByLabel("选取文件")
    .setInputFiles({ name: "异议申请书.pdf", mimeType: "application/pdf", buffer: Buffer.from("x") });
  await hall.getByRole("button", { name: "提出异议" }).click();
  await confirm(hall, "提出异议");
  await hall.getByText("请把异议编号告诉申请人").waitFor();
  await expectSoundRoom(hall);
  await hall.context().close();
});
