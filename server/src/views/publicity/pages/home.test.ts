import { describe, expect, it } from "vitest";
import { parseDay, type Day } from "../../../kernel/day.ts";
import type { Html } from "../../../platform/html/markup.ts";
import type { Chrome } from "../../site/index.ts";
import { publicPages } from "../pages.ts";

function day(text: string): Day {
  const read = parseDay(text);
  if (read === undefined) throw new Error(text);
  return read;
}

const chrome: Chrome = {
  siteName: "信用示例市",
  regionName: "示例市",
  official: false,
  today: day("2026-09-09"),
  generatedAt: "2026-09-09 09:42",
  policyVersion: "demo-990100 / 2026-09-01",
  large: false,
  path: "/subjects/91990100MADEM0C18J",
};
const home = {
  asOf: "09:42",
  subjects: 20418,
  providers: 42,
  blind: { lines: [], late: 0, senders: 12 },
  shown: [
    { entry: "permit", title: "行政许可", count: 1200 },
    { entry: "penalty", title: "行政处罚", count: 34 },
  ],
};

const words = (page: Html): string =>
  String(page)
    .replace(/<style>[^]*?<\/style>/u, "")
    .replace(/<[^>]+>/gu, "")
    .replace(/\s+/gu, " ");

describe("home", () => {
  it("adds up in front of the reader", () => {
    expect(words(publicPages.home.render(home, chrome))).toMatch(/行政许可1,200行政处罚34正在公示合计1,234/u);
  });
  it("draws the terms when it is given them", () => {
    const terms = {
      article: "《示例办法》第九条",
      lines: [{ severity: "general", shown: true, monthsMin: 3, monthsMax: 12 }],
    } as const;
    expect(words(publicPages.home.render({ ...home, terms }, chrome))).toContain(
      "满 3 个月可以申请修复，满 12 个月自动停止",
    );
    expect(words(publicPages.home.render(home, chrome))).not.toContain("公示有期限");
  });
});

describe("an error page", () => {
  it.each([
    [404, "没有这个页面，或其内容已依法停止公示。"],
    [429, "30 秒后可以再试"],
    [500, "编号 7f3a"],
    [503, "公示页面照常可查"],
  ] as const)("%i says what holds and offers the search", (status, said) => {
    const model = {
      status,
      retryAfterSeconds: status === 429 ? 30 : null,
      incident: status === 500 ? "7f3a" : null,
      own: null,
    };
    const page = publicPages.problem.render(model, chrome);
    expect(words(page)).toContain(said);
    expect(String(page)).toContain('role="search"');
  });
  it("does not repeat the path, so that 404 is the same for never and for ended", () => {
    const model = { status: 404, retryAfterSeconds: null, incident: null, own: null } as const;
    expect(String(publicPages.problem.render(model, chrome))).toBe(
      String(publicPages.problem.render(model, { ...chrome, path: "/other" })),
    );
  });
});
