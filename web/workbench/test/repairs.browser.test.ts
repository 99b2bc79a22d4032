// Repair in Chromium, against a whole platform: an enterprise asks, its authority decides by two, and the record is gone.
import { chromium } from "playwright";
import type { Page } from "playwright";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { chromiumPath } from "../../../house/browser.ts";
import { send } from "../../../server/test/journeys/test-client.ts";
import { openPlatform } from "../../../server/test/journeys/test-platform.ts";
import type { Platform } from "../../../server/test/journeys/test-platform.ts";
import { csv, firm, penaltyOf } from "../../../server/test/journeys/test-sheets.ts";
import { enterAs, expectSoundRoom, goTo, matter } from "./test-seats.ts";
import type { Bench } from "./test-seats.ts";

const enterprise = { code: "91990100MA0XH0026G", name: "示例市云岭机械制造有限公司" };
const quiet = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking"];

let platform: Platform;
let bench: Bench;

beforeAll(async () => {
  platform = await openPlatform();
  const browser = await chromium.launch({ executablePath: chromiumPath, args: quiet });
  bench = { browser, base: `http://localhost:${platform.port}`, folder: platform.folder };
  const rows = [
    penaltyOf(8301, { ...enterprise, decided: "2026-06-01" }),
    penaltyOf(8302, { ...enterprise, decided: "2026-08-18" }),
    penaltyOf(8303, { decided: "2026-06-02" }),
    penaltyOf(8304, { code: firm(8303).code, name: firm(8303).name, decided: "2026-08-18" }),
  ];
  expect(await send(platform, csv(rows))).toMatchObject({ accepted: 4 });
});

afterAll(async () => {
  await bench.browser.close();
  await platform.close();
});

const isPublic = async (documentNo: string): Promise<boolean> =>
  (await (await fetch(`${bench.base}/subjects/${enterprise.code}`)).text()).includes(documentNo);

async function confirm(page: Page, word: string): Promise<void> {
  await page.getByRole("dialog").getByRole("button", { name: word, exact: true }).click();
  await page.getByRole("dialog").waitFor({ state: "detached" });
}

describe("an enterprise and its authority", () => {
  let own: Page;
  let clerk: Page;
  afterAll(async () => {
    await own.context().close();
    await clerk.context().close();
  });

  test("each decision says what can be done about it, and from which day", async () => {
    own = await enterAs(bench, { role: "enterprise", room: "/own/repairs", twice: true });
    await own.getByText("示市监罚〔2026〕8301号").waitFor();
    const told = await matter(own);
    expect(told).toContain("自 2026-09-02 起，今日即可申请");
    expect(told).toContain("最短公示期未满");
    expect(told).toContain("自 2026-11-19 起可以申请");
    expect(told).toContain("不收取任何费用");
    await expectSoundRoom(own);
  });

  test("what can be done about a decision is a sheet to keep", async () => {
    await own.getByRole("row", { name: /8302/u }).getByRole("link", { name: "打印告知" }).click();
    const sheet = own.getByRole("article", { name: "信用修复告知书" });
    await sheet.getByText("自 2026-11-19 起可以申请").waitFor();
    expect(await sheet.innerText()).toContain("《信用修复管理办法》");
    await expectSoundRoom(own);
    await own.goBack();
    await own.getByRole("link", { name: "申请修复" }).waitFor();
  });

  test("its authority prints the notice and the receipt of its service with the decision", async () => {
    const office = await enterAs(bench, { role: "clerk", room: "/repairs" });
    await office.getByRole("link", { name: "信用修复告知书" }).click();
    await office.getByRole("button", { name: "出具告知书" }).click();
    expect(await office.getByText("须填写。").count()).toBe(2);
    await office.getByLabel("当事人的统一社会信用代码").fill(enterprise.code);
    await office.getByLabel("决定文书号").fill("示市监罚〔2026〕9号");
    await office.getByRole("button", { name: "出具告知书" }).click();
    await office.getByText("没有这份决定").waitFor();
    await office.getByLabel("决定文书号").fill("示市监罚〔2026〕8302号");
    await office.getByRole("button", { name: "出具告知书" }).click();
    await office.getByText("自 2026-11-19 起可以申请").waitFor();
    expect(await office.getByRole("article", { name: "送达回证" }).innerText()).toContain("□ 直接");
    await expectSoundRoom(office);
    await office.emulateMedia({ media: "print" });
    expect(await office.getByRole("button", { name: "出具告知书" }).isVisible()).toBe(false);
    expect(await office.getByRole("article", { name: "送达回证" }).isVisible()).toBe(true);
    await office.context().close();
  });

  test("an application says what it lacks, and keeps the file where it is", async () => {
    await own.getByRole("link", { name: "申请修复" }).click();
    await own.getByRole("heading", { name: "履行证明" }).waitFor();
    await own.getByRole("button", { name: "提出申请" }).click();
    await own.getByRole("dialog").getByRole("button", { name: "提出申请" }).click();
    await own.getByText("请至少附一件履行义务").waitFor();
    await own.getByRole("dialog").getByRole("button", { name: "返回" }).click();
    await own
      .getByLabel("选取文件")
      .setInputFiles({ name: "缴款凭证.pdf", mimeType: "application/pdf", buffer: Buffer.from("x") });
    await own.waitForFunction(
      "[...document.querySelectorAll('input')].some(({ value }) => value.startsWith('2d711642b726'))",
    );
    expect(await own.getByLabel("名称").inputValue()).toBe("缴款凭证.pdf");
    await own.getByRole("button", { name: "生成承诺文本" }).click();
    await own.getByText("签署的文本").waitFor();
    await expectSoundRoom(own);
    await own.getByRole("button", { name: "签署承诺" }).click();
    await own.getByText("已就这一文书号作出承诺").waitFor();
    await own.getByRole("button", { name: "提出申请" }).click();
    await own.getByRole("dialog").getByRole("button", { name: "提出申请" }).click();
    await own.getByText("进度查询码").waitFor();
    expect(await matter(own)).toContain("还有 3 个工作日");
    await expectSoundRoom(own);
  });

  test("the authority decides by two, with reasons, and the record is gone at once", async () => {
    clerk = await enterAs(bench, { role: "clerk", room: "/repairs" });
    await clerk.getByRole("link", { name: "示市监罚〔2026〕8301号" }).click();
    await clerk.getByRole("heading", { name: "下一步" }).waitFor();
    await expectSoundRoom(clerk);
    await clerk.getByRole("button", { name: "受理", exact: true }).click();
    await confirm(clerk, "受理");
    await clerk.getByRole("button", { name: "拟出决定" }).click();
    await clerk.getByRole("dialog").getByRole("button", { name: "拟出决定" }).click();
    await clerk.getByText("请选择拟作的决定").waitFor();
    await clerk.getByLabel("拟作的决定").selectOption({ label: "予以修复" });
    await clerk.getByRole("dialog").getByLabel("理由").fill("罚款已缴清，违法行为已纠正。");
    await confirm(clerk, "拟出决定");
    await clerk.getByText("待第二人批准").waitFor();
    // Who drafts does not approve.
    expect(await clerk.getByRole("button", { name: "批准决定" }).count()).toBe(0);
    expect(await isPublic("示市监罚〔2026〕8301号")).toBe(true);
    const second = await enterAs(bench, {
      role: "reviewer",
      room: new URL(clerk.url()).pathname.replace("/workbench", ""),
      twice: true,
    });
    await second.getByRole("button", { name: "批准决定" }).click();
    await confirm(second, "批准决定");
    await second.getByText("已修复").waitFor();
    expect(await isPublic("示市监罚〔2026〕8301号")).toBe(false);
    await expectSoundRoom(second);
    await second.context().close();
  });

  test("the decision is a document with number and seal place, and can be checked", async () => {
    await own.reload();
    await own.getByRole("link", { name: "准予信用修复决定书" }).click();
    await own.getByText("（印章）").waitFor();
    expect(await matter(own)).toContain("罚款已缴清");
    await own.getByRole("button", { name: "核验这份文书" }).click();
    await own.getByText("真实：平台作出过这份文书").waitFor();
    await expectSoundRoom(own);
  });

  test("the commitment stands on both sides, and its receiver says whether it was kept", async () => {
    await goTo(own, bench, "/own/commitments");
    await own.getByText("履行中").waitFor();
    await expectSoundRoom(own);
    await goTo(clerk, bench, "/commitments");
    await clerk.getByRole("button", { name: "认定" }).first().click();
    await clerk.getByRole("dialog").getByRole("button", { name: "认定" }).click();
    await clerk.getByText("请选择结论").waitFor();
    await clerk.getByLabel("结论").selectOption({ label: "已履行" });
    await clerk.getByRole("dialog").getByLabel("理由").fill("材料属实。");
    await confirm(clerk, "认定");
    await clerk.getByText("已履行：材料属实。").waitFor();
    await expectSoundRoom(clerk);
  });

  test("the rules are readable, with their articles and what was checked", async () => {
    await goTo(clerk, bench, "/repairs/rules");
    expect(await matter(clerk)).toContain("履行法定责任义务");
    await expectSoundRoom(clerk);
  });
});

describe("a hall, for whoever has no account", () => {
  let hall: Page;
  afterAll(() => hall.context().close());

  const look = async (documentNo: string): Promise<void> => {
    await hall.getByLabel("决定文书号").fill(documentNo);
    await hall.getByRole("button", { name: "查找这份决定" }).click();
  };

  test("finds the decision by what stands on it, and says when it is too early", async () => {
    hall = await enterAs(bench, { role: "hall-clerk", room: "/hall/repair" });
    await hall.getByRole("button", { name: "查找这份决定" }).click();
    expect(await hall.getByText("请填写这一项。").count()).toBe(2);
    await hall.getByLabel("申请主体的统一社会信用代码").fill(firm(8303).code);
    await look("示市监罚〔2026〕9号");
    await hall.getByText("没有这份决定").waitFor();
    await look("示市监罚(2026)8304号");
    await hall.getByText("自 2026-11-19 起可以申请").waitFor();
    expect(await hall.getByRole("button", { name: "提出申请" }).count()).toBe(0);
    await expectSoundRoom(hall);
  });

  test("has the promise printed, signed and registered, and applies on paper", async () => {
    await look("示市监罚[2026]8303号");
    await hall.getByRole("button", { name: "生成承诺文本" }).click();
    const sheet = hall.getByRole("article", { name: "信用修复承诺书" });
    await sheet.getByText("涉及文书：示市监罚〔2026〕8303号").waitFor();
    expect(await sheet.innerText()).toContain("由承诺人签署纸质承诺书");
    await expectSoundRoom(hall);
    await hall.emulateMedia({ media: "print" });
    expect(await sheet.isVisible()).toBe(true);
    expect(await hall.getByLabel("决定文书号").isVisible()).toBe(false);
    await hall.emulateMedia({ media: "screen" });
    await hall.getByRole("button", { name: "登记承诺" }).click();
    await hall.getByText("请附签署后的承诺书扫描件。").waitFor();
    const scanned = (part: string, name: string) =>
      hall
        .getByRole("group", { name: part })
        .getByLabel("选取文件")
        .setInputFiles({ name, mimeType: "application/pdf", buffer: Buffer.from(name) });
    await scanned("委托书 1", "委托书.pdf");
    await scanned("申请材料 1", "缴款凭证.pdf");
    await scanned("签署后的承诺书", "承诺书.pdf");
    await hall.getByRole("group", { name: "签署后的承诺书" }).getByLabel("名称").waitFor();
    await hall.getByRole("button", { name: "登记承诺" }).click();
    await hall.getByText("已就这一文书号作出承诺").waitFor();
    await hall.getByRole("button", { name: "提出申请" }).click();
    await hall.getByRole("dialog").getByRole("button", { name: "提出申请" }).click();
    await hall.getByText("请把进度查询码交给申请人").waitFor();
    expect(await matter(hall)).toMatch(/[0-9a-f]{20}/u);
    await expectSoundRoom(hall);
  });

  test("what it registered is seen by whom it was promised to as a paper", async () => {
    const office = await enterAs(bench, { role: "clerk", room: "/commitments" });
    await office.getByText("纸质签署（承诺书.pdf）").waitFor();
    await expectSoundRoom(office);
    await office.context().close();
  });
});
