// Checks before a decision in Chromium, against a whole platform: an officer asks what applies, and says what was done.
import { chromium } from "playwright";
import type { Page } from "playwright";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { chromiumPath } from "../../../house/browser.ts";
import { send } from "../../../server/test/journeys/test-client.ts";
import { openPlatform } from "../../../server/test/journeys/test-platform.ts";
import type { Platform } from "../../../server/test/journeys/test-platform.ts";
import { csv, penaltyHeads, penaltyOf } from "../../../server/test/journeys/test-sheets.ts";
import { enterAs, expectSoundRoom, goTo, matter } from "./test-seats.ts";
import type { Bench } from "./test-seats.ts";

const enterprise = { code: "91990100MA0XH0026G", name: "示例市云岭机械制造有限公司" };
const quiet = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking"];
const asked = "matter=food-licence&purpose=administrative-approval&duty=permit-review";

let platform: Platform;
let bench: Bench;

beforeAll(async () => {
  platform = await openPlatform();
  const browser = await chromium.launch({ executablePath: chromiumPath, args: quiet });
  bench = { browser, base: `http://localhost:${platform.port}`, folder: platform.folder };
  const revoked = {
    penalty: "吊销许可证件",
    content: "吊销食品经营许可证",
    fine: "",
    severity: "严重",
    valid: "2031-06-18",
  };
  const row = [...penaltyOf(8200, { ...enterprise, ...revoked }), "食品经营许可证 JY1990100000001"];
  const file = csv([row], [...penaltyHeads, "暂扣或吊销证照名称及编号"]);
  expect(await send(platform, file)).toMatchObject({ accepted: 1 });
});

afterAll(async () => {
  await bench.browser.close();
  await platform.close();
});

const part = (page: Page, name: string) =>
  page.locator(".answer-part").filter({ has: page.getByRole("heading", { name, exact: true }) });

describe("an officer before a decision", () => {
  let page: Page;
  afterAll(() => page.context().close());

  test("is held to the matter number of the office", async () => {
    page = await enterAs(bench, { role: "approver", room: `/checks?${asked}&number=12345` });
    await page.getByLabel("统一社会信用代码").fill(enterprise.code);
    await page.getByRole("button", { name: "核对", exact: true }).click();
    expect(await matter(page)).toContain("与本单位的格式不符");
    expect(await page.getByRole("heading", { name: "答复", exact: true }).count()).toBe(0);
    await expectSoundRoom(page);
  });

  test("is told what applies by which article, what could not be checked, and that it is a prompt", async () => {
    await page.getByLabel("办件编号").fill("SW-2026-000201");
    await page.getByLabel("统一社会信用代码").press("Control+Enter");
    await page.getByRole("heading", { name: "答复", exact: true }).waitFor();
    const told = await part(page, "有依据的措施").innerText();
    expect(told).toContain("五年内不得申请食品生产经营许可");
    expect(told).toContain("食品安全法》第一百三十五条");
    expect(told).toContain("示市监罚〔2026〕8200号");
    expect(await part(page, "未能核查").innerText()).toContain("这不表示“没有”");
    expect(await matter(page)).toContain("是提示，不是决定");
    await expectSoundRoom(page);
  });

  test("says what was done, with the decision and the reason", async () => {
    await page.getByRole("button", { name: "填写处理结果" }).first().click();
    const form = page.getByRole("group", { name: "处理结果" });
    expect(await form.getByRole("radio", { checked: true }).count()).toBe(0);
    await form.getByRole("button", { name: "提交反馈" }).click();
    expect(await form.innerText()).toContain("请选择是否适用");
    await form.getByLabel("已适用").check();
    await form.getByLabel("理由").fill("限制期未满");
    await form.getByRole("button", { name: "提交反馈" }).click();
    expect(await form.innerText()).toContain("须写明据以作出的决定文书号");
    await expectSoundRoom(page);
    await form.getByLabel("本单位决定的文书号").fill("示税不予〔2026〕8号");
    await form.getByRole("button", { name: "提交反馈" }).click();
    await page.getByText("已反馈：已适用，示税不予〔2026〕8号").waitFor();
  });

  test("reads the registry, by filters that can be linked to", async () => {
    await goTo(page, bench, "/measures?kind=statutory-bar");
    await page.getByRole("link", { name: "五年内不得申请食品生产经营许可" }).waitFor();
    await expectSoundRoom(page);
    await page.getByRole("link", { name: "五年内不得申请食品生产经营许可" }).click();
    await page.getByText("自决定作出之日起 60 个月").waitFor();
    await expectSoundRoom(page);
    await goTo(page, bench, "/measures/no-such-measure");
    expect(await matter(page)).toContain("登记册中没有这项措施");
  });
});
