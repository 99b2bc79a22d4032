// The workbench in Chromium, against a whole platform: what departments, the centre and leaders do in it.
import { execFileSync } from "node:child_process";
import { existsSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { chromium } from "playwright";
import type { Browser, Page } from "playwright";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { chromiumPath } from "../../../house/browser.ts";
import { market } from "../../../server/test/journeys/test-client.ts";
import { openPlatform } from "../../../server/test/journeys/test-platform.ts";
import type { Platform } from "../../../server/test/journeys/test-platform.ts";
import { csv, firm, penaltyOf } from "../../../server/test/journeys/test-sheets.ts";
import { enterAs, expectSoundRoom, matter, proveAs } from "./test-seats.ts";

const root = fileURLToPath(new URL("../../..", import.meta.url));
const quiet = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking"];
/** A dozen rooms at two widths, on a machine that is busy with other things. */
const manyRoomsMs = 600_000;

let platform: Platform;
let browser: Browser;
let base: string;

beforeAll(async () => {
  if (!existsSync(path.join(root, "web/workbench/dist/index.html"))) {
    execFileSync(process.execPath, [path.join(root, "house/build.ts")], { stdio: "inherit" });
  }
  platform = await openPlatform();
  base = `http://localhost:${platform.port}`;
  browser = await chromium.launch({ executablePath: chromiumPath, args: quiet });
});

afterAll(async () => {
  await browser.close();
  await platform.close();
});

const enter = (role: string, room: string): Promise<Page> =>
  enterAs({ browser, base, folder: platform.folder }, { role, room });

const file = (rows: readonly string[][]): { name: string; mimeType: string; buffer: Buffer } => ({
  name: "处罚.csv",
  mimeType: "text/csv",
  buffer: Buffer.from(csv(rows)),
});

describe("a department", () => {
  let clerk: Page;
  let batch: string;
  let proposal: string;

  test("sends a file, and reads where its rows went", async () => {
    clerk = await enter("clerk", "/upload?entry=penalty");
    const rows = [
      penaltyOf(8001),
      penaltyOf(8002, { decided: "2026-09-31" }),
      penaltyOf(8003, { code: `${firm(8003).code.slice(0, 17)}${firm(8003).code.endsWith("A") ? "B" : "A"}` }),
    ];
    await clerk.getByLabel("文件", { exact: false }).setInputFiles(file(rows));
    await clerk.getByRole("button", { name: "报送", exact: true }).click();
    await clerk.getByText("有问题的行").first().waitFor();
    const told = await matter(clerk);
    expect(told).toContain("没有这一天");
    expect(await clerk.locator(".equation").getAttribute("aria-label")).toBe(
      "收到 3 行：入库 1，重复 0，疑问 1，退回 1，说明行 0。",
    );
    batch = /\/batches\/([\w-]{36})/u.exec(clerk.url())?.[1] ?? "";
    await clerk.getByLabel("字段", { exact: true }).selectOption("处罚决定日期");
    expect(new URL(clerk.url()).searchParams.get("field")).toBe("处罚决定日期");
    expect(await clerk.locator("#matter tbody tr").count()).toBe(1);
    await expectSoundRoom(clerk);
  });

  test("mends the row in place and sends it by itself", async () => {
    await clerk.getByRole("button", { name: "改正并重报" }).click();
    const row = clerk.getByRole("listitem", { name: "行 3", exact: true });
    await row.getByLabel("处罚决定日期").fill("2026-08-31");
    await expectSoundRoom(clerk);
    await clerk.keyboard.press("Control+s");
    await clerk.getByRole("dialog").getByRole("button", { name: "提交改好的 1 行" }).click();
    await clerk.waitForURL((url) => /\/batches\/[\w-]{36}$/u.test(url.pathname) && !url.pathname.endsWith(batch));
    await expect
      .poll(() => clerk.locator(".equation").getAttribute("aria-label"), { timeout: 30_000 })
      .toBe("收到 1 行：入库 1，重复 0，疑问 0，退回 0，说明行 0。");
  });

  test("proposes to take a question in, and is told why it cannot agree to its own", async () => {
    await clerk.goto(`${base}/workbench/questions/${batch}/4`);
    await clerk.getByRole("heading", { name: "对照" }).waitFor();
    await expectSoundRoom(clerk);
    await clerk.getByRole("button", { name: "入库", exact: true }).click();
    await clerk.getByRole("dialog").getByRole("button", { name: "提出入库" }).click();
    expect(await clerk.getByRole("dialog").getByRole("alert").innerText()).toContain("理由");
    await clerk.getByRole("dialog").getByRole("button", { name: "返回" }).click();
    await clerk.getByLabel("归属的主体代码").fill(firm(8003).code);
    await clerk.getByLabel("理由").fill("已核对登记证照");
    await clerk.getByLabel("证明材料编号").fill("示市监〔2026〕1号");
    await clerk.getByRole("button", { name: "入库", exact: true }).click();
    await clerk.getByRole("dialog").getByRole("button", { name: "提出入库" }).click();
    await clerk.getByRole("link", { name: "查看申请" }).click();
    await clerk.getByText("须由另一人办理").waitFor();
    proposal = new URL(clerk.url()).pathname;
    await expectSoundRoom(clerk);
  });

  test("a second person agrees, after proving anew who it is; what was written is still there", async () => {
    const reviewer = await enter("reviewer", "/approvals");
    await reviewer.getByRole("link", { name: "疑问数据入库" }).click();
    await reviewer.waitForURL(`${base}${proposal}`);
    await reviewer.getByLabel("办理理由").fill("证照属实");
    const agree = async (): Promise<void> => {
      await reviewer.getByRole("button", { name: "同意", exact: true }).click();
      await reviewer.getByRole("dialog").getByRole("button", { name: "同意", exact: true }).click();
    };
    await agree();
    await reviewer.getByRole("dialog").getByRole("link", { name: "再次确认身份" }).click();
    await proveAs(reviewer, platform, "reviewer");
    await reviewer.waitForURL(`${base}${proposal}`);
    expect(await reviewer.getByLabel("办理理由").inputValue()).toBe("证照属实");
    await agree();
    await reviewer.getByText("已同意并执行").waitFor();
    await reviewer.context().close();
  });

  test("takes an old platform's records over, once a second person has seen their counts", async () => {
    const head =
      "主体名称,主体代码,文书号,处罚内容,处罚日期,处罚机关,入库时间,数据状态,状态日期,状态文书号,异议结果,异议办结日期,企业信用分";
    const row = (at: number, state: string): string =>
      `${firm(at).name},${firm(at).code},示旧罚〔2025〕${at}号,罚款人民币贰万元整,2026-06-18,示例市市场监督管理局,2026-06-20,${state},2026-08-01,,,,88`;
    const buffer = Buffer.from([head, row(71, "正常"), row(72, "已修复"), row(73, "归档")].join("\n"));
    await clerk.goto(`${base}/workbench/upload?entry=penalty`);
    await clerk.getByLabel("表格格式").selectOption({ label: "旧平台行政处罚导出(示例)" });
    await clerk.getByLabel("文件").setInputFiles({ name: "旧.csv", mimeType: "text/csv", buffer });
    await clerk.getByRole("button", { name: "报送", exact: true }).click();
    expect(await clerk.getByText("须填写。").count()).toBe(2);
    await expectSoundRoom(clerk);
    await clerk.getByLabel("旧平台各状态条数").fill("正常=1,已修复=2");
    await clerk.getByLabel("移交文书号").fill("移交〔2026〕1号");
    await clerk.getByRole("button", { name: "报送", exact: true }).click();
    await clerk.getByText("已修复 2/1、归档 0/1").waitFor();
    await clerk.getByLabel("旧平台各状态条数").fill("正常=1,已修复=1,归档=1");
    await clerk.getByRole("button", { name: "报送", exact: true }).click();
    await clerk.getByText("旧平台数据须由本单位第二人放行").waitFor();
    const address = new URL(clerk.url()).pathname.replace("/workbench", "");
    const reviewer = await enter("reviewer", "/approvals");
    await reviewer.getByRole("link", { name: "接收旧平台数据" }).click();
    await reviewer.getByText("归档：1 条").waitFor();
    expect(await matter(reviewer)).toContain("正常：1 条");
    await expectSoundRoom(reviewer);
    const agree = async (): Promise<void> => {
      await reviewer.getByRole("button", { name: "同意", exact: true }).click();
      await reviewer.getByRole("dialog").getByRole("button", { name: "同意", exact: true }).click();
    };
    await agree();
    await reviewer.getByRole("dialog").getByRole("link", { name: "再次确认身份" }).click();
    await proveAs(reviewer, platform, "reviewer");
    await agree();
    await reviewer.getByText("已同意并执行").waitFor();
    await reviewer.context().close();
    await clerk.goto(`${base}/workbench${address}`);
    await clerk.getByRole("row", { name: /已修复/u }).waitFor();
    const told = await matter(clerk);
    expect(told).toContain("1 列，未读取、未保存");
    expect(told).toContain("旧平台状态不认识");
    await expectSoundRoom(clerk);
  });

  test("goes by keyboard alone from the list into a batch", async () => {
    await clerk.goto(`${base}/workbench/batches`);
    await clerk.locator("#matter tbody tr").nth(1).waitFor();
    for (let at = 0; at < 40; at += 1) {
      await clerk.keyboard.press("Tab");
      if ((await clerk.evaluate("document.activeElement.tagName")) === "TR") break;
    }
    await clerk.keyboard.press("ArrowDown");
    await clerk.keyboard.press("Enter");
    await clerk.waitForURL(/\/workbench\/batches\/[\w-]{36}$/u);
    // Whichever it is: one that failed has no rows to reckon.
    await clerk.locator("code.meta", { hasText: clerk.url().slice(-36) }).waitFor();
    await clerk.context().close();
  });
});

describe("the credit centre", () => {
  test(
    "finds every room sound",
    async () => {
      const page = await enter("operator", "/batches");
      const links = await page.locator(".rail a").all();
      const hrefs = await Promise.all(links.map((link) => link.getAttribute("href")));
      expect(hrefs.length).toBeGreaterThan(8);
      for (const href of hrefs) {
        await page.goto(`${base}${href ?? ""}`);
        await page.locator("#matter h1").waitFor();
        await expect.poll(() => page.locator(".loading").count(), { timeout: 30_000 }).toBe(0);
        await expectSoundRoom(page);
      }
      await page.context().close();
    },
    manyRoomsMs,
  );

  test("opens another unit's batch by a look alone, with purpose and matter", async () => {
    const page = await enter("operator", "/questions");
    await page
      .getByRole("link", { name: "看该单位批次" })
      .or(page.getByText("各单位都没有等待核实的行"))
      .first()
      .waitFor();
    await page.goto(`${base}/workbench/batches?provider=${market}`);
    await page.locator("#matter tbody tr").first().getByRole("link").click();
    await page.getByText("先记录，后显示").waitFor();
    await page.getByRole("button", { name: "记录并查看" }).click();
    await page.getByText("须填写事由和办件编号。").waitFor();
    await page.getByLabel("事由").fill("核对疑问数据");
    await page.getByLabel("办件编号").fill("XY-2026-000001");
    await page.getByRole("button", { name: "记录并查看" }).click();
    await page.getByText("本次查看已记录").waitFor();
    expect(await page.getByRole("button", { name: "撤回整批" }).count()).toBe(0);
    await page.context().close();
  });
});

describe("a leader", () => {
  test("sees figures, and no row of them", async () => {
    const page = await enter("leader", "/figures?month=2026-09");
    await page.locator("#matter tbody tr").first().waitFor();
    expect(await page.locator('#matter a[href*="/figures/rows"]').count()).toBe(0);
    expect(await matter(page)).toMatch(/\d\d\.\d\d%/u);
    await expectSoundRoom(page);
    await page.goto(`${base}/workbench/figures/rows?month=2026-09`);
    await page.getByText("没有这个页面").waitFor();
    expect(await page.locator(".rail a").allInnerTexts()).not.toContain("批次");
    await page.context().close();
  });
});

describe("the page", () => {
  test("is the same for whoever asks, and runs nothing that is not ours", async () => {
    const response = await fetch(`${base}/workbench/batches`);
    const policy = response.headers.get("content-security-policy") ?? "";
    expect(policy).toContain("script-src 'self';");
    expect(policy).not.toContain("unsafe");
    const page = await browser.newPage();
    const refused: string[] = [];
    page.on("console", (message) => {
      if (message.text().includes("Content Security Policy")) refused.push(message.text());
    });
    await page.goto(`${base}/workbench/batches`);
    await page.waitForURL(/\/sign-in\?back=/u);
    expect(new URL(page.url()).searchParams.get("back")).toBe("/workbench/batches");
    expect(refused).toEqual([]);
    await page.close();
  });
});
