import { describe, expect, test } from "vitest";
import {
  FIRM,
  QUIET,
  at,
  code,
  end,
  everywhere,
  get,
  idOf,
  json,
  nowhere,
  record,
  records,
  seen,
  site,
  useTestSite,
  withdrawBatch,
} from "./test-site.ts";
import type { Listed } from "./test-site.ts";

useTestSite();

describe("who sees what on which day", () => {
  test("a penalty is shown until the last second of its last day, and gone with the next", async () => {
    const id = await record({});
    at("2027-06-18T23:59:30");
    expect(await seen(id)).toEqual(everywhere);
    at("2027-06-19T00:00:00");
    expect(await seen(id)).toEqual(nowhere);
  });

  test("a decision of a leap day ends on the last of February", async () => {
    const id = await record({ decidedOn: "2028-02-29", receivedOn: "2028-03-01" });
    at("2029-02-28T23:59:30");
    expect(await seen(id)).toEqual(everywhere);
    at("2029-03-01T00:00:00");
    expect(await seen(id)).toEqual(nowhere);
  });

  test("a repaired one is gone from its day on, everywhere at once", async () => {
    const id = await record({});
    await end("repaired", "2026-09-09");
    expect(await seen(id)).toEqual(nowhere);
  });

  test("a quashed one is gone as soon as it is recorded", async () => {
    const id = await record({});
    await end("quashed", "2030-01-01");
    expect(await seen(id)).toEqual(nowhere);
  });

  test("a withdrawn batch takes all its records away", async () => {
    const id = await record({});
    await withdrawBatch();
    expect(await seen(id)).toEqual(nowhere);
  });

  test("a newer version takes the place of the older one", async () => {
    const old = await record({});
    const newer = await record({ version: 2, fields: { documentNo: "x", content: "更正后的内容" } });
    expect((await records()).items.map((item) => item.id)).toEqual([newer]);
    expect((await get(`/subjects/${FIRM}/records/${old}`)).status).toBe(404);
  });

  test.each([
    ["minor", "minor" as const, "2026-06-18"],
    ["a record without a day", "general" as const, null],
  ])("%s never stands on the public page", async (_, severity, decidedOn) => {
    expect(await seen(await record({ severity, decidedOn }))).toEqual(nowhere);
  });

  test("what never was and what has ended are answered alike", async () => {
    const id = await record({});
    await end("repaired", "2026-09-01");
    const [ended, never] = await Promise.all(
      [id, idOf(77)].map(async (one) => (await get(`/api/v1/subjects/${FIRM}/records/${one}`)).text()),
    );
    expect(ended).toBe(never);
  });

  test("no parameter travels in time", async () => {
    const id = await record({});
    at("2028-01-01T12:00:00");
    for (const query of [
      "asOf=2026-09-09",
      "day=2026-09-09",
      "today=2026-09-09",
      "at=2026-09-09T00:00:00Z",
      "date=2026-09-09",
    ]) {
      expect((await records(`?${query}`)).items).toEqual([]);
      expect(await (await get(`/subjects/${FIRM}?${query}`)).text()).not.toContain(id);
    }
  });
});

describe("the API", () => {
  test("a record says who, when, until when, and by which article", async () => {
    const id = await record({});
    const { items } = await records();
    expect(items[0]).toMatchObject({
      id,
      entry: "penalty",
      documentNo: "示罚〔2026〕1号",
      authority: "示例市监督局",
      decidedOn: "2026-06-18",
      shownUntil: "2027-06-18",
      severity: "general",
      article: "order-36#12",
      repairableFrom: "2026-09-19",
      providerName: "示例市市场监督管理局",
      receivedOn: "2026-06-24",
    });
    expect(Buffer.from(id, "base64url")).toHaveLength(16);
  });

  test("only fields for everybody leave", async () => {
    await record({});
    const [item] = (await records()).items;
    expect(item?.fields).toEqual({ documentNo: "示罚〔2026〕1号", content: "未按规定保存记录" });
    for (const path of [
      `/subjects/${FIRM}`,
      `/subjects/${FIRM}/records/${idOf(1)}`,
      `/api/v1/subjects/${FIRM}/records/${idOf(1)}`,
    ]) {
      expect(await (await get(path)).text()).not.toMatch(/不得外传|张三丰/u);
    }
  });

  test("pages of records join without gap or double, newest first", async () => {
    for (let key = 1; key <= 7; key += 1)
      await record({
        key,
        entry: key % 2 === 0 ? "permit" : "honour",
        decidedOn: key === 7 ? null : `2026-0${String(1 + (key % 3))}-01`,
      });
    const found: string[] = [];
    let next: string | null = "";
    while (next !== null) {
      const page: Listed = await records(`?limit=2${next === "" ? "" : `&cursor=${encodeURIComponent(next)}`}`);
      found.push(...page.items.map((item) => item.id));
      next = page.next;
    }
    expect(found).toEqual((await records("?limit=100")).items.map((item) => item.id));
    expect(new Set(found).size).toBe(7);
    expect(found.at(-1)).toBe(idOf(7));
    expect((await records("?entry=permit")).items).toHaveLength(3);
  });

  test("an open cursor does not bring back what ended meanwhile", async () => {
    for (let key = 1; key <= 3; key += 1) await record({ key, decidedOn: `2026-06-1${String(key)}` });
    const first = await records("?limit=1");
    await end("repaired", "2026-09-09", 2);
    const rest = await records(`?limit=10&cursor=${encodeURIComponent(first.next ?? "")}`);
    expect(rest.items.map((item) => item.id)).toEqual([idOf(1)]);
  });

  test("a cursor fits its own list only", async () => {
    for (let key = 1; key <= 2; key += 1) await record({ key });
    const { next } = await records("?limit=1");
    expect((await get(`/api/v1/subjects/${QUIET}/records?cursor=${encodeURIComponent(next ?? "")}`)).status).toBe(422);
    expect((await get(`/api/v1/subjects/${FIRM}/records?cursor=abc`)).status).toBe(422);
  });

  test("a known subject without records, an unknown code and a malformed one", async () => {
    expect(await json(`/api/v1/subjects/${QUIET}`)).toMatchObject({
      known: true,
      name: "示例静默有限公司",
      counts: [],
    });
    expect(await records("", QUIET)).toEqual({ items: [], next: null, known: true });
    const unknown = await json<{ coverage: unknown[] }>(`/api/v1/subjects/${code(99)}`);
    expect(unknown).toMatchObject({ known: false, name: null });
    expect(unknown.coverage.length).toBeGreaterThan(0);
    for (const bad of [
      "abc",
      `${code(1).slice(0, 17)}${code(1).endsWith("1") ? "2" : "1"}`,
      "11010119900307233X",
      "%27%3Bdrop",
    ]) {
      const answer = await get(`/api/v1/subjects/${bad}`);
      expect(answer.status).toBe(422);
      const problem = (await answer.json()) as Record<string, unknown>;
      expect(problem).toMatchObject({ code: "publicity.malformed-code" });
      expect(JSON.stringify(problem)).not.toContain("19900307");
    }
  });

  test("search lists subjects and seals its cursor", async () => {
    const first = await json<{ items: { uscc: string }[]; next: string }>(
      `/api/v1/subjects?q=${encodeURIComponent("示例")}&limit=1`,
    );
    const second = await json<{ items: { uscc: string }[]; next: null }>(
      `/api/v1/subjects?q=${encodeURIComponent("示例")}&limit=1&cursor=${encodeURIComponent(first.next)}`,
    );
    expect([first.items[0]?.uscc, second.items[0]?.uscc]).toEqual(expect.arrayContaining([FIRM, QUIET]));
    expect(second.next).toBeNull();
    expect((await get("/api/v1/subjects?q=11010119900307233X")).status).toBe(422);
  });

  test("coverage lists every source of every entry", async () => {
    const { items } = await json<{ items: { entry: string; state: string }[] }>("/api/v1/coverage");
    expect(items.map((one) => one.entry)).toContain("penalty");
    expect(items.every((one) => one.state === "never")).toBe(true);
  });

  test("has a contract with every path", () => {
    const { paths } = site().getOpenAPI31Document({ openapi: "3.1.0", info: { title: "t", version: "1" } });
    expect(Object.keys(paths ?? {})).toEqual([
      "/api/v1/coverage",
      "/api/v1/subjects",
      "/api/v1/subjects/{uscc}",
      "/api/v1/subjects/{uscc}/records",
      "/api/v1/subjects/{uscc}/records/{id}",
    ]);
  });
});
