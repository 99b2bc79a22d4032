import { describe, expect, test } from "vitest";
import type { Day } from "../../kernel/day.ts";
import { covers } from "../../policy/lint-basis.ts";
import { lintPolicy } from "../../policy/lint.ts";
import { guidancePages } from "./pages.ts";
import { catalogueModel, entryModel } from "./rules/catalogue.ts";
import { anchorOf, changesOf, readableDays, standingOf } from "./rules/days.ts";
import { askedDay, rulesModel, sourceModel } from "./rules/law.ts";
import { readDocuments, readGuides } from "./service.ts";
import { folders, guidanceSite, origin, region, shipped } from "./test-site.ts";

const TODAY = "2026-09-09" as Day;
const policy = shipped(TODAY);
const guides = readGuides();
const site = guidanceSite("2026-09-09T09:00:00");
const get = async (path: string): Promise<Response> => site.request(path);
const read = async (path: string): Promise<string> => (await get(path)).text();

/** Places of the site that other slices answer. */
const elsewhere =
  /^\/($|lists|rules\/lists|listings|measures|repair|policy|coverage|open-data|figures|type-size|workbench|api\/)/;
const paths = [
  "/rules",
  "/catalogue",
  "/guide",
  "/guide/dates",
  "/guide/dates?decided=2025-06-15&severity=unclassified",
  "/guide/dates?decided=2026-06-18&severity=general",
  "/about",
  "/accessibility",
  "/sitemap",
  ...guides.map(({ id }) => `/guide/${id}`),
  ...[...policy.sources.keys()].map((id) => `/rules/sources/${id}`),
  ...[...policy.entries.keys()].map((id) => `/catalogue/${id}`),
];

describe("the guides", () => {
  test("rest on articles of instruments that are registered, hold here and have not ended", () => {
    for (const basis of guides.flatMap(({ chapters }) =>
      chapters.flatMap(({ steps }) => steps.flatMap((s) => s.basis)),
    )) {
      const source = policy.sources.get(basis.source);
      expect(source, basis.source).toBeDefined();
      if (source === undefined) continue;
      expect(standingOf(source, TODAY), basis.source).not.toBe("ended");
      expect(covers(source.territory, region)).toBe(true);
    }
  });

  test("never say more than their source is worth", () => {
    for (const { basis, mark } of guides.flatMap((one) => one.chapters.flatMap(({ steps }) => steps))) {
      const worst = basis.some(({ source }) => policy.sources.get(source)?.mark !== "verified");
      if (worst) expect(mark).not.toBe("verified");
    }
  });

  test("say that repair is free, who decides, and that what is wrong is corrected", async () => {
    const page = await read("/guide/repair");
    for (const words of ["不收取任何费用", "谁认定，谁修复", "不属于修复", "据二手来源", "已核对"])
      expect(page).toContain(words);
    expect(page).not.toMatch(/电话：|\d{3,4}-\d{7,8}|https?:\/\//);
  });
});

describe("the days that can be read", () => {
  const range = readableDays(policy);

  test("are exactly those on which the policy loads", () => {
    const faults = (day: string): number => lintPolicy(folders, region, day as Day).length;
    expect(range.first).toBe("2025-03-21");
    expect(range.last > TODAY).toBe(true);
    expect(faults("2025-03-20")).toBeGreaterThan(0);
    for (const day of [range.first, "2026-03-31", "2026-04-01", range.last]) expect(faults(day)).toBe(0);
  });

  test("load one policy between two changes of the law, however many are asked for", async () => {
    const loaded: string[] = [];
    const other = guidanceSite("2026-09-09T09:00:00", (day) => loaded.push(day));
    for (const day of ["2026-04-01", "2026-05-20", "2026-06-30", "2026-07-01"]) {
      const answer = await other.request(`/rules?day=${day}`);
      expect(answer.status).toBe(200);
      expect(await answer.text()).toContain("不是今日的");
    }
    expect(new Set(loaded)).toEqual(new Set(["2026-04-01"]));
    expect(anchorOf(policy, "2025-04-01" as Day)).toBe("2025-03-21");
  });

  test.each([
    ["1999-01-01", "只能看"],
    ["2099-01-01", "只能看"],
    ["2026-02-30", "没有这一天"],
    ["gestern", "看不懂"],
  ])("%s is refused in words, kept in its field, and nothing else is loaded", async (day, words) => {
    const answer = await get(`/rules?day=${day}`);
    expect(answer.status).toBe(422);
    expect(answer.headers.get("cache-control")).toBe("no-store");
    const page = await answer.text();
    expect(page).toContain(words);
    expect(page).toContain(`value="${day}"`);
  });

  test("show the edition of that day as the one in force", async () => {
    const at = (day: string) => rulesModel(policy, { asked: askedDay(day, policy), today: TODAY, guides });
    const current = (day: string): string[] =>
      at(day)
        .editions.filter((edition) => edition.current)
        .map(({ citation }) => citation.label);
    expect(current("2026-03-31")[0]).toContain("试行");
    expect(current("2026-04-01")).toEqual(["《信用修复管理办法》"]);
    expect(await read("/rules?day=2026-03-31")).toContain("试行");
  });
});

describe("the law", () => {
  test("says what changed and what will, from the days of the register", () => {
    const model = rulesModel(policy, { asked: askedDay(undefined, policy), today: TODAY, guides });
    expect(model.next[0]).toMatchObject({ day: "2027-01-01", kind: "begins" });
    expect(model.lately.map(({ day }) => day)).toEqual(["2026-04-01", "2026-03-01", "2026-01-01", "2025-12-25"]);
    expect(model.lately[0]?.replaces).toHaveLength(1);
    expect(changesOf(policy).filter(({ kind }) => kind === "ends")).toEqual([]);
  });

  test("lists every source once, in force or apart with the reason", () => {
    const model = rulesModel(policy, { asked: askedDay(undefined, policy), today: TODAY, guides });
    const listed = [...model.ranks.flatMap(({ sources }) => sources), ...model.aside].map(({ href }) => href);
    expect(listed.toSorted()).toEqual([...policy.sources.keys()].map((id) => `/rules/sources/${id}`).toSorted());
    expect(model.aside.filter(({ foreign }) => foreign).length).toBe(5);
  });

  test("tells of a source where each of its articles is used", () => {
    const model = sourceModel(policy, "public-security-law", guides);
    expect(model?.articles.map(({ anchor }) => anchor)).toEqual(["a-136"]);
    expect(model?.articles[0]?.uses.map(({ kind }) => kind)).toContain("forbidden");
    expect(model?.predecessors).toHaveLength(1);
    expect(sourceModel(policy, "nothing", guides)).toBeNull();
  });

  test("has thirteen categories, and what waits stands apart", () => {
    const model = catalogueModel(policy);
    expect(model.categories.map(({ no }) => no)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13]);
    expect(model.templates).toMatchObject([{ href: "/catalogue/title-qualification", personal: true }]);
    const listed = model.categories.flatMap(({ entries }) => entries.map(({ href }) => href));
    expect(listed).not.toContain("/catalogue/title-qualification");
    expect(listed.length + model.templates.length).toBe(policy.entries.size);
  });

  test("a personal field says that it is not kept, whatever its group", () => {
    const fields = entryModel(policy, "penalty", { isOpen: () => true, providersOf: () => [] })?.fields ?? [];
    expect(fields.filter(({ personal }) => personal).length).toBeGreaterThan(3);
    expect(fields.find(({ id }) => id === "fine")?.requirement).toEqual({
      kind: "contains",
      field: "处罚类别",
      words: ["罚款"],
    });
  });
});

describe("the pages", () => {
  test.each(paths)("%s answers, may be kept until tonight, and all it links to is there", async (path) => {
    const answer = await get(path);
    expect(answer.status).toBe(200);
    expect(answer.headers.get("cache-control")).toBe("public, max-age=300");
    const page = await answer.text();
    expect(page).not.toMatch(/undefined|\[object|NaN|\{[a-z]+\}(?![^<]*<\/style>)/);
    const hrefs = [...page.matchAll(/href="([^"]+)"/g)].map((found) => (found[1] ?? "").replaceAll("&amp;", "&"));
    for (const href of new Set(hrefs)) {
      if (href.startsWith("data:")) continue;
      const [target = "", anchor] = href.split("#");
      if (elsewhere.test(target) || (target === "" && anchor === "m")) continue;
      const there = target === "" ? page : await cached(target);
      if (anchor !== undefined && anchor !== "m") expect(there, href).toContain(`id="${anchor}"`);
    }
  });

  const seen = new Map<string, string>();
  async function cached(path: string): Promise<string> {
    const known = seen.get(path);
    if (known !== undefined) return known;
    const answer = await get(path);
    expect(answer.status, path).toBe(200);
    const text = await answer.text();
    seen.set(path, text);
    return text;
  }

  test("send no more than 8,192 bytes of style, and no script", async () => {
    for (const path of paths) {
      const page = await cached(path);
      const css = /<style>([^]*?)<\/style>/.exec(page)?.[1] ?? "";
      expect(Buffer.byteLength(css), path).toBeLessThanOrEqual(8192);
      expect(page).not.toContain("<script");
    }
    expect(Object.keys(guidancePages)).toHaveLength(9);
  });

  test("keep what was typed and escape it", async () => {
    const answer = await get(`/guide/dates?decided=${encodeURIComponent('"><img src=x>')}&severity=%3Cb%3E`);
    expect(answer.status).toBe(422);
    const page = await answer.text();
    expect(page).not.toMatch(/<img|<b>(?!请)[^<]*<\/b>>/);
    expect(page).toContain('value="&quot;&gt;&lt;img src=x&gt;"');
    expect(page).toContain('href="#decided"');
    expect(page).toContain('aria-invalid="true"');
  });

  test("name no absent page: an unknown source, entry or guide is not there", async () => {
    for (const path of ["/rules/sources/x", "/catalogue/x", "/guide/x"]) expect((await get(path)).status).toBe(404);
  });

  test("are confirmed while they hold, and not past midnight", async () => {
    const etag = (await get("/rules")).headers.get("etag") ?? "";
    expect((await site.request("/rules", { headers: { "if-none-match": etag } })).status).toBe(304);
    const late = await guidanceSite("2026-09-09T23:59:50").request("/rules");
    expect(late.headers.get("cache-control")).toBe("public, max-age=10");
  });

  test("say that the demonstration is one, and who should say who runs the site", async () => {
    const page = await read("/about");
    expect(page).toContain("全是虚构的");
    expect(page).toContain("应当在此写明");
    expect([...readDocuments().keys()]).toEqual(["about", "accessibility"]);
  });
});

describe("the site map", () => {
  test("for robots names fixed pages of the configured address only, whatever host was asked", async () => {
    const answer = await site.request("/sitemap.xml", { headers: { host: "evil.example" } });
    expect(answer.headers.get("content-type")).toBe("application/xml; charset=utf-8");
    const urls = [...(await answer.text()).matchAll(/<loc>([^<]+)<\/loc>/g)].map((found) => found[1] ?? "");
    expect(urls.length).toBeGreaterThan(80);
    expect(new Set(urls).size).toBe(urls.length);
    for (const url of urls) {
      expect(url.startsWith(`${origin}/`)).toBe(true);
      expect(url).not.toMatch(/\/subjects|\/lists\/|\/api\//);
    }
  });
});
