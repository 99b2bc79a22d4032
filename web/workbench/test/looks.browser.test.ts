// Looks in Chromium, against a whole platform: an officer asks, the enterprise sees it, authorises and revokes, a lender asks.
import { chromium } from "playwright";
import type { Page } from "playwright";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { chromiumPath } from "../../../house/browser.ts";
import { market, send } from "../../../server/test/journeys/test-client.ts";
import { clerkOf, openPlatform } from "../../../server/test/journeys/test-platform.ts";
import type { Platform } from "../../../server/test/journeys/test-platform.ts";
import { csv, penaltyOf } from "../../../server/test/journeys/test-sheets.ts";
import { enterAs, expectSoundRoom, goTo, matter, tabTo } from "./test-seats.ts";
import type { Bench } from "./test-seats.ts";

const enterprise = { code: "91990100MA0XH0026G", name: "示例市云岭机械制造有限公司" };
const bank = "91990100MA0XH0034B";
/** An entry that few report, so that all of them can say that they reported all. */
const covered = "judgment-debtor";
const quiet = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking"];

let platform: Platform;
let bench: Bench;

interface Listed {
  readonly providers: readonly { readonly uscc: string; readonly name: string }[];
}

/** Every provider of an entry says that it has sent all up to yesterday. */
async function cover(entry: string): Promise<void> {
  const read = await fetch(`${platform.url}/api/v1/catalogue/${entry}`);
  const { providers } = (await read.json()) as Listed;
  for (const provider of providers) {
    const token = provider.uscc === market ? platform.token("clerk") : await clerkOf(platform, provider);
    const declared = await fetch(`${platform.url}/api/v1/completeness`, {
      method: "POST",
      headers: { authorization: `Bearer ${token}`, "content-type": "application/json" },
      body: JSON.stringify({ provider: provider.uscc, entry, through: "2026-09-08", nilFrom: "2026-09-01" }),
    });
    expect(declared.status, await declared.text()).toBeLessThan(300);
  }
}

beforeAll(async () => {
  platform = await openPlatform();
  const browser = await chromium.launch({ executablePath: chromiumPath, args: quiet });
  bench = { browser, base: `http://localhost:${platform.port}`, folder: platform.folder };
  const rows = [penaltyOf(8100, { ...enterprise, decided: "2026-06-18", severity: "一般" })];
  expect(await send(platform, csv(rows))).toMatchObject({ accepted: 1 });
  await cover(covered);
});

afterAll(async () => {
  await bench.browser.close();
  await platform.close();
});

const part = (page: Page, name: string) =>
  page.locator(".answer-part").filter({ has: page.getByRole("heading", { name: new RegExp(`^${name}`, "u") }) });
const asked = `purpose=administrative-approval&duty=permit-review&matter=SW-2026-000101&entries=penalty,${covered}`;

describe("an officer", () => {
  let page: Page;
  afterAll(() => page.context().close());

  test("judges a pasted column before anything is asked", async () => {
    page = await enterAs(bench, { role: "approver", room: `/check?${asked}` });
    await page.getByLabel("统一社会信用代码").fill(`${enterprise.code}\n${enterprise.code}\n${bank.slice(0, 17)}C\n91`);
    const judged = await page.locator(".judged").innerText();
    expect(judged).toContain("重复");
    expect(judged).toContain("校验位不符");
    expect(judged).toContain("不是 18 位");
    await page.getByRole("button", { name: "查询", exact: true }).click();
    expect(await matter(page)).toContain("有 3 行须先改正或删去");
    await expectSoundRoom(page);
    await page.getByRole("button", { name: "删去有误的行" }).click();
    expect(await page.getByLabel("统一社会信用代码").inputValue()).toBe(enterprise.code);
    expect((await matter(page)).includes("今日已查 0 个主体")).toBe(true);
    await page.getByRole("button", { name: "清空" }).click();
  });

  test("asks by keyboard alone, and is told what was found, what was not, and what could not be checked", async () => {
    await tabTo(page, "textarea");
    await page.keyboard.type(enterprise.code);
    await page.keyboard.press("Control+Enter");
    await page.getByRole("heading", { name: "答复", exact: true }).waitFor();
    await expect.poll(() => page.evaluate("document.activeElement.textContent")).toBe("答复");
    expect(await part(page, "有记录").innerText()).toContain("行政处罚");
    const absent = await part(page, "未查询到").innerText();
    expect(absent).toContain("失信被执行人");
    expect(absent).toContain("2026-09-08");
    const unchecked = part(page, "未能核查");
    expect(await unchecked.innerText()).toContain("这不表示“没有”");
    expect(await unchecked.innerText()).not.toContain("失信被执行人");
    const frame = "getComputedStyle(document.querySelector('.unchecked')).borderTopStyle";
    expect(await page.evaluate(frame)).toBe("dashed");
    expect(await matter(page)).toContain("由承办人决定");
    expect(await matter(page)).toContain("今日已查 1 个主体");
    await expectSoundRoom(page);
  });

  test("takes a marked file along, and finds his matters of the day", async () => {
    await page.getByRole("button", { name: "导出 CSV" }).click();
    const [download] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("dialog").getByRole("button", { name: "导出 CSV" }).click(),
    ]);
    expect(download.suggestedFilename()).toMatch(/\.csv$/u);
    await goTo(page, bench, "/today");
    expect(await matter(page)).toContain("SW-2026-000101");
    await expectSoundRoom(page);
    for (const room of ["/justifications", "/authorisations", "/draws"]) {
      await goTo(page, bench, room);
      await expectSoundRoom(page);
    }
  });
});

describe("an enterprise and a lender", () => {
  let owner: Page;
  let lender: Page;
  afterAll(async () => {
    await owner.context().close();
    await lender.context().close();
  });

  const look = async (number: string): Promise<string> => {
    await goTo(lender, bench, `/lending?purpose=financing&matter=XDA-2026-${number}&entries=penalty`);
    await lender.getByLabel("统一社会信用代码").fill(enterprise.code);
    await lender.getByLabel("统一社会信用代码").press("Control+Enter");
    await lender.getByRole("heading", { name: "答复", exact: true }).waitFor();
    return lender.locator(".answer").innerText();
  };

  test("the enterprise sees who looked, for which matter, by which article", async () => {
    owner = await enterAs(bench, { role: "enterprise", room: "/own/looks", twice: true });
    await owner.getByText("SW-2026-000101").first().waitFor();
    await expectSoundRoom(owner);
    await owner.locator("#matter tbody tr").first().focus();
    await owner.keyboard.press("Enter");
    await owner.getByText("条文").waitFor();
    const told = await matter(owner);
    expect(told).toContain("行政审批");
    expect(told).not.toContain("demo-approver");
    for (const room of ["/own/records", "/own/ways", "/notices", "/authorisations"]) {
      await goTo(owner, bench, room);
      await expectSoundRoom(owner);
    }
  });

  test("gives what it has read, and no more", async () => {
    await goTo(owner, bench, `/authorisations/new?grantee=${bank}&purpose=financing&uses=5&through=2026-12-31`);
    await owner.getByLabel("行政处罚", { exact: true }).check();
    await owner.getByRole("button", { name: "取得授权书全文" }).click();
    await owner.getByRole("heading", { name: "授权书全文" }).waitFor();
    await owner.getByRole("button", { name: "给出授权" }).click();
    expect(await matter(owner)).toContain("请先看过全文并勾选同意");
    await expectSoundRoom(owner);
    await owner.getByLabel("已看过授权书全文").check();
    await owner.getByRole("button", { name: "给出授权" }).click();
    await owner.waitForURL(/\/authorisations\/[0-9a-f]{32}$/u);
    await owner.getByText("5 / 5").waitFor();
    await expectSoundRoom(owner);
  });

  test("the lender looks by it, and once it is revoked is refused", async () => {
    lender = await enterAs(bench, { role: "bank", room: "/authorisations" });
    await lender.getByText("5 / 5").waitFor();
    await expectSoundRoom(lender);
    expect(await look("000001")).toContain("行政处罚");
    await expectSoundRoom(lender);
    await owner.reload();
    await owner.getByText("4 / 5").waitFor();
    await owner.getByRole("button", { name: "撤回授权" }).click();
    await owner.getByRole("dialog").getByRole("button", { name: "撤回授权" }).click();
    await owner.getByText("已终止").waitFor();
    const refused = await look("000002");
    expect(refused).toContain("没有可以使用的授权");
    expect(refused).not.toContain("行政处罚");
    await expectSoundRoom(lender);
  });
});

describe("halls and administrators", () => {
  test.each([
    ["hall-clerk", ["/hall", "/hall?part=ending", "/hall?part=mandate", "/hall?part=mandateEnd"]],
    ["system-admin", ["/accounts", "/accounts/new", "/approvals"]],
    ["security-admin", ["/accounts?state=active", "/alerts", "/export-traces", "/approvals"]],
    ["auditor", ["/trail", "/draws", "/justifications", "/alerts"]],
  ])("rooms of %s are sound", async (role, rooms) => {
    const page = await enterAs(bench, { role: role, room: rooms[0] ?? "/" });
    for (const room of rooms) {
      await goTo(page, bench, room);
      await expectSoundRoom(page);
    }
    await page.context().close();
  });

  test("an account is asked for by one and waits for the other", async () => {
    const page = await enterAs(bench, { role: "system-admin", room: "/accounts/new", twice: true });
    const fill = (label: string, value: string): Promise<void> => page.getByLabel(label).fill(value);
    await fill("单位的统一社会信用代码", market);
    await fill("单位名称", "示例市市场监督管理局");
    await page.getByLabel("岗位").selectOption("clerk");
    await fill("登录名", "new-clerk");
    await fill("理由", "新到岗");
    await page.getByRole("button", { name: "提交申请" }).click();
    await page
      .getByText("等待第二人")
      .or(page.getByRole("link", { name: "再次确认身份" }))
      .waitFor();
    expect(await matter(page)).not.toContain("页面出错");
    await page.context().close();
  });

  test("a freezing shows what it does and wants a reason", async () => {
    const page = await enterAs(bench, { role: "security-admin", room: "/accounts?role=leader", twice: true });
    await page.locator("#matter tbody tr").first().focus();
    await page.keyboard.press("Enter");
    await page.getByRole("button", { name: "冻结" }).click();
    const dialog = page.getByRole("dialog");
    await dialog.getByRole("button", { name: "冻结" }).click();
    expect(await dialog.innerText()).toContain("请写明理由");
    await dialog.getByLabel("理由").fill("核查");
    await dialog.getByRole("button", { name: "冻结" }).click();
    await page.getByText("已冻结").first().waitFor();
    await page.context().close();
  });
});
