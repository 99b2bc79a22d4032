import AxeBuilder from "@axe-core/playwright";
import { chromium } from "playwright";
import type { Browser, Page } from "playwright";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { chromiumPath } from "../../../house/browser.ts";
import { send } from "./test-client.ts";
import { openPlatform } from "./test-platform.ts";
import type { Platform } from "./test-platform.ts";
import { csv, firm, penaltyOf } from "./test-sheets.ts";

const shown = firm(7000);
const longName = `示例市${"极长名称".repeat(12)}（集团）有限责任公司`;
const quiet = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

let platform: Platform;
let browser: Browser;
let page: Page;

beforeAll(async () => {
  platform = await openPlatform();
  const rows = [
    penaltyOf(7000, { decided: "2026-06-18", severity: "一般", kind: "未按规定保存记录" }),
    penaltyOf(7001, { decided: "2026-06-18", name: longName, facts: "<script>alert(1)</script>" }),
    penaltyOf(7002, { decided: "2025-09-09", severity: "一般" }),
    penaltyOf(7003, { decided: "2025-09-08", severity: "一般" }),
  ];
  expect(await send(platform, csv(rows))).toMatchObject({ status: 201, accepted: 4 });
  browser = await chromium.launch({ executablePath: chromiumPath, args: quiet });
  // Without script, as the pages promise; the checker brings its own below.
  page = await browser.newPage({ javaScriptEnabled: false, viewport: { width: 1280, height: 800 } });
});

afterAll(async () => {
  await browser.close();
  await platform.close();
});

const go = (path: string): Promise<unknown> => page.goto(`${platform.url}${path}`);

describe("a citizen without script", () => {
  test("searches from the home page, opens the subject and reads the record with its rule and last day", async () => {
    await go("/");
    await page.getByRole("textbox").fill(shown.name.slice(0, 9));
    await page.getByRole("button", { name: "查询" }).click();
    await page.getByRole("link", { name: shown.name }).first().click();
    await expect.poll(() => page.getByRole("heading", { level: 1 }).textContent()).toContain(shown.name);
    expect(await page.getByText("公示至 2027-06-18").count()).toBeGreaterThan(0);
    expect(await page.getByText("信用修复管理办法").count()).toBeGreaterThan(0);
    await page.getByRole("link", { name: "未按规定保存记录" }).click();
    await expect.poll(() => page.url()).toMatch(/\/records\/[\w-]{22}$/u);
    expect(await page.locator("main").innerText()).toContain("2026年9月19日");
  });

  test("finds by keyboard alone", async () => {
    await go("/");
    await page.keyboard.press("Tab");
    expect(await page.evaluate("document.activeElement.textContent")).toContain("跳到正文");
    for (let at = 0; at < 12; at += 1) {
      await page.keyboard.press("Tab");
      if ((await page.evaluate("document.activeElement.tagName")) === "INPUT") break;
    }
    await page.keyboard.type(shown.code);
    await page.keyboard.press("Enter");
    await expect.poll(() => page.locator("main").innerText()).toContain(shown.name);
    expect(page.url()).toContain(shown.code);
  });

  test("sees a penalty on its last day, and nothing of one whose term ended the day before", async () => {
    await go(`/subjects/${firm(7002).code}`);
    expect(await page.locator("main").innerText()).toContain("2026-09-09");
    expect(await page.getByText("公示中", { exact: true }).count()).toBeGreaterThan(0);
    await go(`/subjects/${firm(7003).code}`);
    expect(await page.getByText("公示中", { exact: true }).count()).toBe(0);
    expect(await page.locator("main").innerText()).not.toContain("2025-09-08");
  });

  test("is told what was not checked, and never that there is none", async () => {
    await go(`/subjects/${shown.code}`);
    const text = await page.locator("main").innerText();
    expect(text).toContain("未能核查");
    expect(text).toContain("这不表示");
    expect(text).not.toContain("无违法");
  });

  test("may have larger type, and the page says the same", async () => {
    await go(`/subjects/${shown.code}`);
    const before = await page.locator("main h2").allInnerTexts();
    await page.getByRole("link", { name: "大字版" }).click();
    await expect.poll(() => page.getByRole("link", { name: "常规版" }).count()).toBe(1);
    expect(await page.locator("main h2").allInnerTexts()).toEqual(before);
    await page.getByRole("link", { name: "常规版" }).click();
  });

  test("browses penalties, narrows them, and keeps what was typed wrongly", async () => {
    await go("/");
    await page.getByRole("link", { name: "公示目录" }).first().click();
    await page.getByRole("link", { name: "行政处罚" }).click();
    expect(await page.getByRole("row").count()).toBeGreaterThan(3);
    await page.getByLabel("决定日期自").fill("2026年6月19日");
    await page.getByRole("button", { name: "筛选" }).click();
    await expect.poll(() => page.locator("main").innerText()).not.toContain(shown.name);
    await page.getByLabel("决定日期自").fill("9月31日");
    await page.getByRole("button", { name: "筛选" }).click();
    await expect.poll(() => page.locator("main").innerText()).toContain("没有这一天");
    expect(await page.getByLabel("决定日期自").inputValue()).toBe("9月31日");
    await page.getByRole("link", { name: "清除筛选" }).click();
    await page.getByRole("link", { name: shown.name }).click();
    await expect.poll(() => page.getByRole("heading", { level: 1 }).textContent()).toContain(shown.name);
  });

  test("comes from an absence to how far everybody's word reaches", async () => {
    await go("/lists/permit");
    await page.getByRole("link", { name: "查看核查范围" }).first().click();
    await expect.poll(() => page.getByRole("heading", { level: 1 }).textContent()).toContain("覆盖");
    expect(await page.locator("main").innerText()).toContain("从未接入");
  });

  test("opens a number of the figures down to its rows", async () => {
    await go("/figures?month=2026-09");
    await page.locator("main table a").first().click();
    await expect.poll(() => page.url()).toContain("/figures/rows");
    expect(await page.getByRole("row").count()).toBeGreaterThan(1);
  });

  test("reaches every place that the site map names", async () => {
    await go("/sitemap");
    const links = await page.locator("main a").all();
    const places = await Promise.all(links.map((link) => link.getAttribute("href")));
    expect(places.length).toBeGreaterThan(15);
    for (const place of new Set(places)) {
      const response = await page.request.get(`${platform.url}${place}`);
      expect([place, response.status()]).toEqual([place, 200]);
    }
  });

  test("gets the same page for what never was and for what has ended", async () => {
    await go(`/subjects/${shown.code}/records/AAAAAAAAAAAAAAAAAAAAAA`);
    expect(await page.locator("main").innerText()).toContain("没有这个页面，或其内容已依法停止公示");
  });
});

const everyWidth: readonly (readonly [string, string])[] = [
  ["home", "/"],
  ["results", `/subjects?q=${encodeURIComponent("示例市")}`],
  ["no result", `/subjects?q=${encodeURIComponent("查无此名")}`],
  ["a subject", `/subjects/${shown.code}`],
  ["a very long name", `/subjects/${firm(7001).code}`],
  ["nothing there", "/nothing"],
];
const wideAndNarrow: readonly (readonly [string, string])[] = [
  ["the index of lists", "/lists"],
  ["a list", "/lists/penalty"],
  ["a list with faults", "/lists/penalty?from=x&kind=y"],
  ["an empty list", "/lists/permit"],
  ["coverage", "/coverage"],
  ["figures", "/figures?month=2026-09"],
  ["rows of figures", "/figures/rows?month=2026-09&entry=penalty"],
  ["open data", "/open-data"],
  ["the registry of measures", "/measures"],
  ["a measure", "/measures/food-licence-bar"],
  ["a question for a code", "/repair/progress"],
  ["a document that was never issued", `/repair/verify?number=1&digest=${"0".repeat(64)}`],
  ["a document asked for wrongly", "/repair/verify?number=&digest=x"],
];

describe.each([
  [1440, [...everyWidth, ...wideAndNarrow]],
  [360, everyWidth],
  [320, [...everyWidth, ...wideAndNarrow]],
] as const)("at %i px", (width, pages) => {
  test.each(pages)("%s has no fault of accessibility and no sideways scroll", async (_, path) => {
    const context = await browser.newContext({ viewport: { width, height: 800 }, bypassCSP: true });
    const wide = await context.newPage();
    await wide.goto(`${platform.url}${path}`);
    // What a narrow screen leaves undrawn until it comes near is judged as well.
    await wide.addStyleTag({ content: "*{content-visibility:visible!important}" });
    const { violations } = await new AxeBuilder({ page: wide })
      .withTags(["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"])
      .analyze();
    expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html.slice(0, 80))])).toEqual([]);
    const overflow = await wide.evaluate("document.documentElement.scrollWidth - window.innerWidth");
    expect(overflow).toBeLessThanOrEqual(0);
    await context.close();
  });
});
