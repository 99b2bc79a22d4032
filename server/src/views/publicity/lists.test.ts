import { describe, expect, it } from "vitest";
import { FIRM, QUIET, SHOP, at, code, end, get, record, subject, useTestSite, withdrawBatch } from "./test-site.ts";

useTestSite();

async function list(query = "", entry = "penalty"): Promise<string> {
  const response = await get(`/lists/${entry}${query}`);
  expect(response.status).toBe(200);
  return response.text();
}

const shown = (html: string): string[] => [...html.matchAll(/\/records\/([\w-]{22})"/gu)].map((one) => one[1] ?? "");

describe("the list of an entry", () => {
  it("holds what is shown, newest decision first, each with its last day", async () => {
    const older = await record({ key: 1, decidedOn: "2026-06-18" });
    const newer = await record({ key: 2, decidedOn: "2026-08-01", uscc: QUIET });
    await record({ key: 3, decidedOn: "2020-01-01" });
    const html = await list();
    expect(shown(html)).toEqual([newer, older]);
    expect(html).toContain('<time datetime="2027-06-18">');
    expect(html.replaceAll("<wbr>", "")).toContain("示例静默有限公司");
    expect(html).not.toContain("不得外传");
    expect(html).not.toContain("张三丰");
  });

  it("leaves individual businesses out, in every filter", async () => {
    await record({ key: 1, uscc: SHOP });
    expect(shown(await list())).toEqual([]);
    expect(await list("?kind=individual-business")).toContain("没有这个类型");
    expect(await list()).not.toContain("李记");
  });

  it("is narrowed by day, territory, authority and kind", async () => {
    const id = await record({ key: 1, decidedOn: "2026-06-18" });
    const found = async (query: string): Promise<boolean> => shown(await list(query)).includes(id);
    expect(await found("?from=2026-06-18&until=2026-06-18")).toBe(true);
    expect(await found("?from=2026年6月19日")).toBe(false);
    expect(await found("?until=2026-06-17")).toBe(false);
    expect(await found("?authority=监督")).toBe(true);
    expect(await found("?authority=%25")).toBe(false);
    expect(await found("?kind=enterprise")).toBe(true);
    expect(await found("?kind=social-organisation")).toBe(false);
  });

  it("keeps what was typed and says what is wrong with it", async () => {
    await record({ key: 1 });
    const html = await list("?from=9%E6%9C%8831%E6%97%A5&region=123456&authority=%3Cb%3E");
    expect(html).toContain('value="9月31日"');
    expect(html).toContain('value="&lt;b&gt;"');
    expect(html).toContain("没有这个地区");
    expect(shown(html)).toEqual([]);
    expect(await list("?from=2026-09-02&until=2026-09-01")).toContain("起日晚于止日");
  });

  it("repeats no personal number that was typed into any of its fields", async () => {
    const number = "110101199003070054";
    for (const name of ["from", "until", "region", "authority", "kind"]) {
      expect([name, (await list(`?${name}=${number}`)).includes(number)]).toEqual([name, false]);
    }
  });

  it("goes on by cursor without a gap or a double, and the cursor fits no other list", async () => {
    const ids: string[] = [];
    for (let key = 1; key <= 45; key += 1) ids.push(await record({ key, decidedOn: "2026-06-18" }));
    const seen: string[] = [];
    let next: string | undefined = "/lists/penalty";
    let pages = 0;
    while (next !== undefined) {
      const html: string = await (await get(next)).text();
      seen.push(...shown(html));
      next = /rel="next" href="([^"]*)"/u.exec(html)?.[1]?.replaceAll("&amp;", "&");
      pages += 1;
      if (pages === 2 && next !== undefined) {
        expect((await get(next.replace("penalty", "permit"))).status).toBe(422);
        expect((await get(`${next}&kind=enterprise`)).status).toBe(422);
      }
    }
    expect(pages).toBe(3);
    expect(seen.toSorted()).toEqual(ids.toSorted());
    expect(new Set(seen).size).toBe(45);
  });

  it("of an adverse entry ends after 500 rows and says so; another goes on", async () => {
    for (let firm = 10; firm < 10 + 521; firm += 1) {
      await subject(code(firm), `示例第${firm}有限公司`);
      await record({ key: firm, uscc: code(firm), decidedOn: "2026-06-18" });
    }
    let html = await list();
    let pages = 1;
    for (;;) {
      const next = /rel="next" href="([^"]*)"/u.exec(html)?.[1]?.replaceAll("&amp;", "&");
      if (next === undefined) break;
      html = await (await get(next)).text();
      pages += 1;
    }
    expect(pages).toBe(25);
    expect(html).toContain("已有 500 条");
  }, 60_000);

  it("lets go of what has ended: by its day, by an end, by a batch taken back", async () => {
    const id = await record({ key: 1, decidedOn: "2026-06-18" });
    at("2027-06-18T23:59:30");
    expect(shown(await list())).toEqual([id]);
    at("2027-06-19T00:00:00");
    expect(shown(await list())).toEqual([]);
    at("2026-09-09T10:00:00");
    const held = (await get("/lists/penalty")).headers.get("etag") ?? "";
    expect((await get("/lists/penalty", { "if-none-match": held })).status).toBe(304);
    await end("repaired", "2026-09-09");
    const after = await get("/lists/penalty", { "if-none-match": held });
    expect(after.status).toBe(200);
    expect(shown(await after.text())).toEqual([]);
    await record({ key: 2 });
    expect(shown(await list())).toHaveLength(1);
    await withdrawBatch();
    expect(shown(await list())).toEqual([]);
  });

  it("is kept out of search engines where it is adverse", async () => {
    await record({ key: 1, uscc: FIRM });
    const adverse = await get("/lists/penalty");
    expect(adverse.headers.get("x-robots-tag")).toContain("noindex");
    expect(adverse.headers.get("cache-control")).toBe("no-cache");
    expect((await get("/lists/permit")).headers.get("x-robots-tag")).toBeNull();
  });

  it("of nothing says how far the looking went; of no entry there is none", async () => {
    expect(await list("", "permit")).toMatch(/未查询到|未能核查/u);
    expect((await get("/lists/nothing", { accept: "text/html" })).status).toBe(404);
    expect((await get("/lists/constructor")).status).toBe(404);
  });
});

describe("the index of lists", () => {
  it("names each entry that is shown, with a count that leads to its rows", async () => {
    await record({ key: 1 });
    const html = await (await get("/lists")).text();
    expect(html).toContain('href="/lists/penalty"');
    expect(html).toContain("截至今日 09:42");
  });
});
