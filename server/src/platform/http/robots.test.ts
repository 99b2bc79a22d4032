import { expect, test } from "vitest";
import { robotsText } from "./robots.ts";

test("robots are asked to leave lists alone, to walk, and where the site map is", () => {
  const text = robotsText({
    origin: "https://credit.example.gov.cn",
    disallow: ["/api/", "/*?"],
    delaySeconds: 2,
  });
  expect(text.split("\n")).toEqual([
    "User-agent: *",
    "Disallow: /api/",
    "Disallow: /*?",
    "Crawl-delay: 2",
    "",
    "Sitemap: https://credit.example.gov.cn/sitemap.xml",
    "",
  ]);
});
