import { describe, expect, it } from "vitest";
import { parseDay, type Day } from "../../kernel/day.ts";
import { absence, unknown } from "./claim.ts";
import { markup } from "./markup.ts";
import { layout, stylesheet } from "./layout.ts";
import { pager } from "./pager.ts";
import { ruler } from "./ruler.ts";
import { searchBox } from "./search-box.ts";
import { contentSecurityPolicy } from "./security.ts";
import { brokenName, grouped, groupedCode, longDay, wholeDays } from "./setting.ts";
import { thread } from "./thread.ts";

function day(text: string): Day {
  const read = parseDay(text);
  if (read === undefined) throw new Error(text);
  return read;
}

describe("markup", () => {
  it("escapes every string in text and in attributes", () => {
    expect(String(markup`<a title="${'"><script>'}">${"<b>&'"}</a>`)).toBe(
      '<a title="&quot;&gt;&lt;script&gt;">&lt;b&gt;&amp;&#39;</a>',
    );
  });
  it("leaves nothing for null, undefined and false", () => {
    expect(String(markup`a${null}${undefined}${false}b`)).toBe("ab");
  });
  it("does not escape its own pieces twice, in lists neither", () => {
    expect(String(markup`<p>${[markup`<i>${"<"}</i>`, "&"]}</p>`)).toBe("<p><i>&lt;</i>&amp;</p>");
  });
  it("refuses a promise", () => {
    const late: unknown = Promise.resolve("x");
    expect(() => markup`${late as string}`).toThrow(TypeError);
  });
});

describe("setting", () => {
  it("sets a code as 2·6·9·1 without a character of its own, so that it copies whole", () => {
    const set = String(groupedCode("91990100MADEM0C18J"));
    expect(set.replace(/<[^>]*>/gu, "")).toBe("91990100MADEM0C18J");
    expect(set).toContain("<i>990100</i><i>MADEM0C18</i><i>J</i>");
  });
  it("leaves a code of another length alone", () => {
    expect(String(groupedCode("123"))).toBe('<span class="code">123</span>');
  });
  it("writes a day in a sentence without leading zeros", () => {
    expect(String(longDay(day("2026-09-01"), { year: "年", month: "月", day: "日" }))).toBe(
      '<time datetime="2026-09-01">2026年9月1日</time>',
    );
  });
  it.each([
    [0, "0"],
    [999, "999"],
    [1000, "1,000"],
    [1204318, "1,204,318"],
  ])("groups %i as %s", (count, written) => {
    expect(grouped(count)).toBe(written);
  });
  it("keeps each day of a sentence in one line", () => {
    expect(String(markup`${wholeDays("2025-03-21 至 2027-09-10，例如 <2026-04-01>。")}`)).toBe(
      '<span class="n">2025-03-21</span> 至 <span class="n">2027-09-10</span>，例如 &lt;<span class="n">2026-04-01</span>&gt;。',
    );
  });
  it("breaks a name between its parts only, a very long one anywhere but in its last part", () => {
    expect(String(brokenName(["甲市", "乙", "有限公司"]))).toBe(
      '<span class="name keep">甲市<wbr>乙<wbr>有限公司</span>',
    );
    expect(String(brokenName(["甲市", "乙".repeat(30), "有限公司"]))).toContain(
      '<span class="n">有限公司</span></span>',
    );
    expect(String(brokenName(["乙".repeat(30)]))).not.toContain("keep");
  });
});

describe("claims", () => {
  it("says an absence with its scope, and what is unknown with its reason", () => {
    expect(String(absence({ says: "none", scope: "of two" }))).toMatch(/none<\/p><p class="meta">of two/u);
    expect(String(unknown({ word: "unknown", about: "b", since: "since" }))).toMatch(
      /class="none na".*unknown.*since/u,
    );
  });
});

describe("thread", () => {
  const today = day("2026-09-09");
  it("ends filled where it is as due and open where it is short", () => {
    expect(String(thread({ kind: "whole", through: day("2026-09-08"), today }))).toMatch(
      /cx="96.67%" cy="50%" r="4.5" fill="#14201f"/u,
    );
    expect(String(thread({ kind: "short", through: day("2026-08-27"), today }))).toMatch(
      /cx="56.67%" cy="50%" r="4.5" fill="#fff"/u,
    );
  });
  it("is dotted all along where nothing was ever declared", () => {
    const drawn = String(thread({ kind: "none", through: null, today }));
    expect(drawn).not.toContain("<circle");
    expect(drawn).toContain('x1="0%" x2="100%"');
  });
  it("has a hollow middle for a nil return", () => {
    expect(String(thread({ kind: "hollow", through: today, today }))).toContain('cx="50%" cy="50%" r="6" fill="#fff"');
  });
  it("stays within its window for a day long past", () => {
    expect(String(thread({ kind: "short", through: day("2020-01-01"), today }))).toContain('cx="0%"');
  });
});

describe("ruler", () => {
  it("draws all terms on one scale, with a tick at each turning month", () => {
    const lines = [
      { word: "a", says: "x", months: 12, turn: 3, light: false },
      { word: "b", says: "y", months: 36, turn: 12, light: false },
      { word: "c", says: "z", months: 3, turn: 0, light: true },
    ];
    const drawn = String(ruler({ lines, unit: "m" }));
    expect(drawn.match(/<text/gu)).toHaveLength(4);
    expect(drawn).toContain(">36 m</text>");
    expect(drawn).toContain('x1="33.33%" x2="33.33%" y1="3"');
    expect(drawn).toContain("stroke-dasharray");
  });
});

describe("search box", () => {
  const words = { action: "/s", label: "l", placeholder: "p", button: "b", hint: "h" };
  it("keeps what was typed and names what is wrong, tied to the field", () => {
    const box = String(searchBox({ ...words, value: '"x', problem: "wrong" }));
    expect(box).toContain('value="&quot;x"');
    expect(box).toMatch(/aria-invalid="true" aria-describedby="qe qh"/u);
    expect(box).toContain('id="qe">wrong');
  });
  it("without a problem says none", () => {
    expect(String(searchBox({ ...words, value: "", problem: null }))).not.toContain("aria-invalid");
  });
});

describe("pager", () => {
  it("leaves nothing on the last page", () => {
    expect(pager({ label: "l", next: "n", href: null })).toBeNull();
    expect(String(pager({ label: "l", next: "n", href: "/s?q=a&c=b" }))).toContain('href="/s?q=a&amp;c=b"');
  });
});

describe("layout", () => {
  const page = (large: boolean): string =>
    String(
      layout({
        language: "zh-CN",
        title: "</title>",
        css: stylesheet(['.a>.b{content:"x"}']),
        large,
        skip: "skip",
        top: { note: null, link: { href: "/t", word: "t" } },
        brand: { href: "/", word: "brand" },
        navigation: { label: "nav", items: [{ href: "/", word: "home", current: true }] },
        body: markup`<h1>h</h1>`,
        footer: ["f"],
      }),
    );
  it("inlines its style unescaped, so that the policy's hash is the hash of what is sent", async () => {
    const css = /<style>([^]*?)<\/style>/u.exec(page(false))?.[1] ?? "";
    expect(css).toContain('.a>.b{content:"x"}');
    const digest = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(css));
    expect(contentSecurityPolicy(css)).toContain(`'sha256-${Buffer.from(digest).toString("base64")}'`);
  });
  it("names its language, escapes its title, skips to its matter and marks where one is", () => {
    expect(page(false)).toContain('<html lang="zh-CN">');
    expect(page(false)).toContain("<title>&lt;/title&gt;</title>");
    expect(page(false)).toContain('<a class="skip" href="#m">');
    expect(page(false)).toContain('aria-current="page"');
  });
  it("leaves undrawn what is far away on narrow screens alone, never on paper", () => {
    const found = stylesheet([]).split("content-visibility:auto");
    expect(found).toHaveLength(2);
    expect(found[0]).toMatch(/@media screen and \(max-width:40rem\)\{[^{}]*\{$/u);
  });
  it("is the same page in large type but for one class", () => {
    expect(page(true).replace(' class="big"', "")).toBe(page(false));
  });
});
