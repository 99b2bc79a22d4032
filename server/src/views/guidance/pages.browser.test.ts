// The pages in Chromium: no fault of accessibility, no sideways scroll; the calculator without script.
import AxeBuilder from "@axe-core/playwright";
import { chromium } from "playwright";
import type { Browser } from "playwright";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { chromiumPath } from "../../../../house/browser.ts";
import { listenHttp } from "../../platform/http/server.ts";
import type { HttpServer } from "../../platform/http/server.ts";
import { guidanceSite } from "./test-site.ts";

const quiet = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

let server: HttpServer;
let browser: Browser;
const url = (path: string): string => `http://127.0.0.1:${server.port}${path}`;

beforeAll(async () => {
  const app = guidanceSite("2026-09-09T09:00:00");
  server = await listenHttp({ fetch: (request, env) => app.fetch(request, env), host: "127.0.0.1", port: 0 });
  browser = await chromium.launch({ executablePath: chromiumPath, args: quiet });
});

afterAll(async () => {
  await browser.close();
  await server.stop(0);
});

test("the calculator answers without script, and keeps a day that there is not", async () => {
  const page = await browser.newPage({ javaScriptEnabled: false });
  await page.goto(url("/guide/dates"));
  await page.getByLabel("决定书上的日期").fill("2026年9月31日");
  await page.getByRole("button", { name: "计算" }).click();
  expect(await page.locator("main").innerText()).toContain("9月没有31日");
  expect(await page.getByLabel("决定书上的日期").inputValue()).toBe("2026年9月31日");
  await page.getByLabel("决定书上的日期").fill("2026年6月18日");
  await page.getByRole("button", { name: "计算" }).click();
  await expect.poll(() => page.locator("main").innerText()).toContain("2026年9月19日起");
  expect(await page.locator("main").innerText()).toContain("2027年6月18日");
  await page.close();
});

describe.each([
  ["1440 px", 1440, ""],
  ["360 px", 360, ""],
  ["320 px", 320, ""],
  ["768 px in large type", 768, "large=1"],
])("at %s", (_, width, type) => {
  test.each([
    "/rules",
    "/rules?day=2026-02-30",
    "/rules/sources/order-36",
    "/catalogue",
    "/catalogue/penalty",
    "/guide",
    "/guide/repair",
    "/guide/dates?decided=2026-03-31&severity=serious",
    "/guide/dates?decided=2026-09-31&severity=general",
    "/about",
    "/accessibility",
    "/sitemap",
  ])("%s has no fault of accessibility and no sideways scroll", async (path) => {
    const context = await browser.newContext({ viewport: { width, height: 800 }, bypassCSP: true });
    const page = await context.newPage();
    await page.goto(url(type === "" ? path : `${path}${path.includes("?") ? "&" : "?"}${type}`));
    await page.addStyleTag({ content: "*{content-visibility:visible!important}" });
    const { violations } = await new AxeBuilder({ page })
      .withTags(["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"])
      .analyze();
    expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html.slice(0, 80))])).toEqual([]);
    expect(await page.evaluate("document.documentElement.scrollWidth - window.innerWidth")).toBeLessThanOrEqual(0);
    await context.close();
  });
});
