import { describe, expect, test } from "vitest";
import { FIRM, SHOP, at, code, end, get, idOf, record, site, subject, useTestSite } from "./test-site.ts";

useTestSite();

describe("caches", () => {
  const paths = (): string[] => [
    `/subjects/${FIRM}`,
    `/api/v1/subjects/${FIRM}`,
    `/api/v1/subjects/${FIRM}/records`,
    `/subjects/${FIRM}/records/${idOf(1)}`,
    `/api/v1/subjects/${FIRM}/records/${idOf(1)}`,
  ];

  test("what is adverse is always revalidated and kept out of search engines", async () => {
    await record({});
    for (const path of paths()) {
      const { headers } = await get(path);
      expect(headers.get("cache-control")).toBe("no-cache");
      expect(headers.get("x-robots-tag")).toBe("noindex, noarchive");
    }
  });

  test("an old version is confirmed while it holds and refused when the day, an end or a name changed it", async () => {
    await record({});
    for (const path of paths()) {
      at("2026-09-09T09:42:00");
      const etag = (await get(path)).headers.get("etag") ?? "";
      expect((await get(path, { "if-none-match": etag })).status).toBe(304);
      at("2026-09-10T00:00:00");
      expect((await get(path, { "if-none-match": etag })).status).toBe(200);
    }
    at("2026-09-09T09:42:00");
    const etags = await Promise.all(paths().map(async (path) => (await get(path)).headers.get("etag") ?? ""));
    await end("repaired", "2026-09-09");
    for (const [index, path] of paths().entries())
      expect((await get(path, { "if-none-match": etags[index] ?? "" })).status).not.toBe(304);
  });

  test("nothing is reused past midnight", async () => {
    at("2026-09-09T23:59:55");
    for (const path of ["/", "/api/v1/coverage"]) {
      const seconds = /max-age=(\d+)/.exec((await get(path)).headers.get("cache-control") ?? "")?.[1];
      expect(Number(seconds)).toBeLessThanOrEqual(5);
    }
  });

  test("HEAD says what GET says, without a body", async () => {
    await record({});
    const head = await site().request(`/subjects/${FIRM}`, { method: "HEAD" });
    expect(head.status).toBe(200);
    expect(await head.text()).toBe("");
    expect(head.headers.get("etag")).toBe((await get(`/subjects/${FIRM}`)).headers.get("etag"));
  });
});

describe("the site", () => {
  test("the home page counts what is shown, and nothing of individual businesses", async () => {
    await record({});
    await record({ key: 2, decidedOn: "2024-01-01" });
    await record({ key: 3, uscc: SHOP, entry: "permit" });
    const page = await (await get("/")).text();
    expect(page).toContain("截至今日 09:42");
    expect(page).toMatch(/行政处罚<\/a><\/th>\s*<td class="num">1</);
    expect(page).not.toMatch(/行政许可<\/th>/);
  });

  test("chapters stand in their fixed order, whatever there is", async () => {
    await record({ key: 1, entry: "honour", severity: null });
    await record({ key: 2 });
    const page = await (await get(`/subjects/${FIRM}`)).text();
    const places = ['id="permit"', 'id="penalty"', 'id="abnormal-operation"', 'id="honour"', 'id="coverage"'].map(
      (one) => page.indexOf(one),
    );
    expect(places).toEqual(places.toSorted((a, b) => a - b));
    expect(Math.min(...places)).toBeGreaterThan(0);
  });

  test("an individual business is kept out of search engines", async () => {
    await record({ uscc: SHOP, entry: "permit", severity: null });
    const answer = await get(`/subjects/${SHOP}`);
    expect(answer.headers.get("x-robots-tag")).toBe("noindex, noarchive");
    expect(await answer.text()).toContain("示例市东门李记面馆");
    expect((await get(`/subjects/${FIRM}`)).headers.get("x-robots-tag")).toBeNull();
  });

  test("an unknown code is answered with the scope of the looking", async () => {
    const answer = await get(`/subjects/${code(99)}`);
    expect(answer.status).toBe(200);
    expect(await answer.text()).toContain("未能核查");
  });

  test("what is typed like an identity number is not repeated", async () => {
    const answer = await get("/subjects?q=11010119900307233X");
    expect(answer.status).toBe(422);
    expect(await answer.text()).not.toContain("19900307");
    expect(answer.headers.get("cache-control")).toBe("no-store");
  });

  test("names and texts are escaped", async () => {
    await subject(code(50), '<img src=x onerror="alert(1)">有限公司');
    await record({ uscc: code(50), fields: { documentNo: "1", content: "<script>alert(1)</script>" } });
    for (const path of [
      `/subjects/${code(50)}`,
      `/subjects/${code(50)}/records/${idOf(1)}`,
      "/subjects?q=%3Cscript%3Ealert(1)%3C/script%3E",
      `/subjects?q=${encodeURIComponent("<img")}`,
    ]) {
      expect(await (await get(path)).text()).not.toMatch(/<script|<img/);
    }
  });

  test("large type is a cookie, and its link leads to no other site", async () => {
    const answer = await get(`/type-size?size=large&back=${encodeURIComponent(`/subjects/${FIRM}`)}`);
    expect(answer.status).toBe(303);
    expect(answer.headers.get("location")).toBe(`/subjects/${FIRM}`);
    const cookie = answer.headers.get("set-cookie")?.split(";")[0] ?? "";
    expect(await (await get("/", { cookie })).text()).toMatch(/<html[^>]*class="big"/);
    expect(await (await get("/?large=1")).text()).toMatch(/<html[^>]*class="big"/);
    for (const back of ["//evil.example", "/\\evil.example", "https://evil.example", "/\t/evil.example", "/\u00e9"]) {
      expect((await get(`/type-size?size=large&back=${encodeURIComponent(back)}`)).headers.get("location")).toBe("/");
    }
  });
});
