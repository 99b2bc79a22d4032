// Takes the pictures of docs/pictures from a running platform: node house/pictures.ts [http://localhost:8080]
import { mkdir } from "node:fs/promises";
import { chromium } from "playwright";
import { chromiumPath } from "./browser.ts";
import { root } from "./tool.ts";

const widths = [360, 768, 1440];
/** What every picture shows: a page of the invented city, by the name of its file. */
const pages: Readonly<Record<string, string>> = {
  home: "/",
  results: "/subjects?q=%E6%BE%84%E5%B2%B8",
  subject: "/subjects/91990100MA0XH00501",
  lists: "/lists",
  list: "/lists/penalty",
  coverage: "/coverage",
  figures: "/figures?month=2026-08",
  "figure-rows": "/figures/rows?month=2026-08&entry=penalty&kind=late",
  "open-data": "/open-data",
  rules: "/rules",
  catalogue: "/catalogue",
  "catalogue-entry": "/catalogue/penalty",
  guide: "/guide",
  "guide-repair": "/guide/repair",
  "guide-dates": "/guide/dates?decided=2026-06-18&severity=general",
  "repair-progress": "/repair/progress",
  "repair-verify": `/repair/verify?number=1&digest=${"0".repeat(64)}`,
  about: "/about",
  accessibility: "/accessibility",
  sitemap: "/sitemap",
};
const quiet = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking"];
/** Long pages are cut: what matters of their look stands in their first screens. */
const heightMax = 2400;

const base = process.argv[2] ?? "http://localhost:8080";
const folder = `${root}/docs/pictures`;
await mkdir(folder, { recursive: true });
const browser = await chromium.launch({ executablePath: chromiumPath, args: quiet });
try {
  for (const width of widths) {
    const page = await browser.newPage({ javaScriptEnabled: false, viewport: { width, height: 900 } });
    for (const [name, path] of Object.entries(pages)) {
      await page.setViewportSize({ width, height: 900 });
      await page.goto(`${base}${path}`);
      // Twice: what a narrow page left undrawn for being far away takes its true height only once it is in view.
      for (let time = 0; time < 2; time += 1) {
        const box = await page.locator("body").boundingBox();
        await page.setViewportSize({ width, height: Math.min(Math.ceil(box?.height ?? 900), heightMax) });
        await page.waitForTimeout(100);
      }
      await page.screenshot({ path: `${folder}/${name}-${width}.jpg`, type: "jpeg", quality: 60 });
    }
    await page.close();
  }
} finally {
  await browser.close();
}
