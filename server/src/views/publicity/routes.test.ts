import { createHash, createHmac } from "node:crypto";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { bigrams, foldName } from "../../kernel/fold.ts";
import { dayOfInstant, startOfDay } from "../../kernel/day.ts";
import type { Day } from "../../kernel/day.ts";
import { checkCharacter } from "../../kernel/uscc.ts";
import { statement } from "../../platform/database/pool.ts";
import { testDatabase } from "../../platform/database/test-database.ts";
import type { TestDatabase } from "../../platform/database/test-database.ts";
import { openCursors } from "../../platform/http/cursor.ts";
import { createHttpApp } from "../../platform/http/http-app.ts";
import type { HttpApp } from "../../platform/http/http-app.ts";
import { searchTexts } from "../search/index.ts";
import { testSnapshot } from "../visibility/test-policy.ts";
import { addPublicityRoutes, publicityTexts } from "./index.ts";

const nameDigest = (folded: string): Buffer => createHash("sha256").update(folded).digest().subarray(0, 16);
const cursors = openCursors((bytes) => createHmac("sha256", "test").update(bytes).digest());
const code = (at: number, head = "91"): string => {
  const first = `${head}990100MA${String(at).padStart(7, "0")}`;
  return first + (checkCharacter(first) ?? "");
};
const FIRM = code(1);
const SHOP = code(2, "92");
const QUIET = code(3);
const BATCH = "00000000-0000-4000-8000-000000000001";

let bed: TestDatabase;
let app: HttpApp;
let now = 0;
const at = (text: string): void => {
  now = Date.parse(`${text}+08:00`);
};

beforeAll(async () => {
  bed = await testDatabase();
});
afterAll(() => bed.drop());

beforeEach(async () => {
  at("2026-09-09T09:42:00");
  app = createHttpApp({
    texts: { ...publicityTexts, ...searchTexts }, watch: { request: () => undefined, fault: ({ error }) => { throw error; } },
    secure: false, bodyBytes: 1024, uploadPaths: [],
  });
  const clock = { now: () => now, today: () => dayOfInstant(now) };
  const policy = testSnapshot({ day: "2026-09-09" as Day });
  addPublicityRoutes(app, { db: bed.db, clock, policy: () => policy, nameDigest, calendar: null, cursors, site: { name: "信用示例市" } });
  await bed.admin.write(async (tx) => {
    await tx.run(statement("test.clear", "truncate statements.statement, statements.body, statements.ended, statements.ended_batch, subject.subject cascade"));
  });
  await subject(FIRM, "示例华信有限公司");
  await subject(SHOP, "示例市东门李记面馆", "individual-business");
  await subject(QUIET, "示例静默有限公司");
});

async function subject(uscc: string, name: string, kind = "enterprise"): Promise<void> {
  const folded = foldName(name);
  const open = kind !== "individual-business";
  await bed.admin.write(async (tx) => {
    await tx.run(statement("test.subject", "insert into subject.subject values ($1, $2, 'registered', '2020-01-01Z', gen_random_uuid())"), [uscc, kind]);
    await tx.run(
      statement("test.name", "insert into subject.name values ($1, $2, $3, '2020-01-01', null, true, gen_random_uuid(), $4, $5, $6)"),
      [uscc, folded, name, open, open ? Buffer.alloc(0) : nameDigest(folded), open ? bigrams(folded) : []],
    );
  });
}

interface Given {
  readonly uscc?: string;
  readonly entry?: string;
  readonly key?: number;
  readonly version?: number;
  readonly decidedOn?: string | null;
  readonly validUntil?: string | null;
  readonly severity?: string | null;
  readonly receivedOn?: string;
  readonly batch?: string;
  readonly fields?: Record<string, string | string[] | null>;
}

const bytes = (n: number): Buffer => Buffer.from(String(n).padStart(16, "0"));
const idOf = (key: number, version = 1): string => bytes(key * 10 + version).toString("base64url");

async function record(given: Given): Promise<string> {
  const { uscc = FIRM, entry = "penalty", key = 1, version = 1, decidedOn = "2026-06-18", severity = "general" } = given;
  const fields = given.fields ?? { documentNo: `示罚〔2026〕${String(key)}号`, content: "未按规定保存记录", internal: "不得外传", legalRepresentative: "张三丰" };
  await bed.admin.write(async (tx) => {
    await tx.run(
      statement(
        "test.statement",
        `insert into statements.statement values ($1, $2, '11990100000000001A', $3, $4, $5, 1, $3, $6, '示例市监督局', null, $7, null, $8, $9, 'provider', null,
           $10, $11, 1, '{}', null, '\\x00', '\\x00')`,
      ),
      [uscc, entry, bytes(key), version, bytes(key * 10 + version), `示罚〔2026〕${String(key)}号`, decidedOn, given.validUntil ?? null, severity,
        new Date(startOfDay((given.receivedOn ?? "2026-06-24") as Day)), given.batch ?? BATCH],
    );
    await tx.run(statement("test.body", "insert into statements.body values ($1, $2, '\\x00', $3)"), [uscc, bytes(key * 10 + version), JSON.stringify(fields)]);
  });
  return idOf(key, version);
}

async function end(kind: string, effective: string, key = 1): Promise<void> {
  await bed.admin.write((tx) =>
    tx.run(statement("test.end", "insert into statements.ended values ($1, $2, $3, $4, '2026-09-01Z', null, gen_random_uuid())"), [FIRM, bytes(key), kind, effective]),
  );
}

const get = (path: string, headers: Record<string, string> = {}): Promise<Response> => Promise.resolve(app.request(path, { headers }));
async function json<T>(path: string): Promise<T> {
  const response = await get(path);
  expect(response.status).toBe(200);
  return (await response.json()) as T;
}
interface Listed {
  readonly items: readonly { id: string; shownUntil: string | null; fields: Record<string, string | null>; [more: string]: unknown }[];
  readonly next: string | null;
  readonly known: boolean;
}
const records = (query = "", uscc = FIRM): Promise<Listed> => json<Listed>(`/api/v1/subjects/${uscc}/records${query}`);

/** Everything in which a record could show, at this moment. */
async function seen(id: string): Promise<boolean[]> {
  const listed = (await records()).items.some((item) => item.id === id);
  const counted = (await json<{ counts: unknown[] }>(`/api/v1/subjects/${FIRM}`)).counts.length > 0;
  const page = (await (await get(`/subjects/${FIRM}`)).text()).includes(id);
  const one = (await get(`/api/v1/subjects/${FIRM}/records/${id}`)).status === 200;
  const html = (await get(`/subjects/${FIRM}/records/${id}`)).status === 200;
  return [listed, counted, page, one, html];
}
const everywhere = [true, true, true, true, true];
const nowhere = [false, false, false, false, false];

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
    await bed.admin.write((tx) => tx.run(statement("test.batch-end", "insert into statements.ended_batch values ($1, '2026-09-09', '2026-09-09Z', gen_random_uuid())"), [BATCH]));
    expect(await seen(id)).toEqual(nowhere);
  });

  test("a newer version takes the place of the older one", async () => {
    const old = await record({});
    const newer = await record({ version: 2, fields: { documentNo: "x", content: "更正后的内容" } });
    expect((await records()).items.map((item) => item.id)).toEqual([newer]);
    expect((await get(`/subjects/${FIRM}/records/${old}`)).status).toBe(404);
  });

  test.each([["minor", "minor" as const, "2026-06-18"], ["a record without a day", "general" as const, null]])("%s never stands on the public page", async (_, severity, decidedOn) => {
    expect(await seen(await record({ severity, decidedOn }))).toEqual(nowhere);
  });

  test("what never was and what has ended are answered alike", async () => {
    const id = await record({});
    await end("repaired", "2026-09-01");
    const [ended, never] = await Promise.all([id, idOf(77)].map(async (one) => (await get(`/api/v1/subjects/${FIRM}/records/${one}`)).text()));
    expect(ended).toBe(never);
  });

  test("no parameter travels in time", async () => {
    const id = await record({});
    at("2028-01-01T12:00:00");
    for (const query of ["asOf=2026-09-09", "day=2026-09-09", "today=2026-09-09", "at=2026-09-09T00:00:00Z", "date=2026-09-09"]) {
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
      id, entry: "penalty", documentNo: "示罚〔2026〕1号", authority: "示例市监督局", decidedOn: "2026-06-18", shownUntil: "2027-06-18",
      severity: "general", article: "order-36#12", repairableFrom: "2026-09-19", providerName: "示例市市场监督管理局", receivedOn: "2026-06-24",
    });
    expect(Buffer.from(id, "base64url")).toHaveLength(16);
  });

  test("only fields for everybody leave", async () => {
    await record({});
    const [item] = (await records()).items;
    expect(item?.fields).toEqual({ documentNo: "示罚〔2026〕1号", content: "未按规定保存记录" });
    for (const path of [`/subjects/${FIRM}`, `/subjects/${FIRM}/records/${idOf(1)}`, `/api/v1/subjects/${FIRM}/records/${idOf(1)}`]) {
      expect(await (await get(path)).text()).not.toMatch(/不得外传|张三丰/u);
    }
  });

  test("pages of records join without gap or double, newest first", async () => {
    for (let key = 1; key <= 7; key += 1) await record({ key, entry: key % 2 === 0 ? "permit" : "honour", decidedOn: key === 7 ? null : `2026-0${String(1 + (key % 3))}-01` });
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
    expect(await json(`/api/v1/subjects/${QUIET}`)).toMatchObject({ known: true, name: "示例静默有限公司", counts: [] });
    expect(await records("", QUIET)).toEqual({ items: [], next: null, known: true });
    const unknown = await json<{ coverage: unknown[] }>(`/api/v1/subjects/${code(99)}`);
    expect(unknown).toMatchObject({ known: false, name: null });
    expect(unknown.coverage.length).toBeGreaterThan(0);
    for (const bad of ["abc", `${code(1).slice(0, 17)}${code(1).endsWith("1") ? "2" : "1"}`, "11010119900307233X", "%27%3Bdrop"]) {
      const answer = await get(`/api/v1/subjects/${bad}`);
      expect(answer.status).toBe(422);
      const problem = (await answer.json()) as Record<string, unknown>;
      expect(problem).toMatchObject({ code: "publicity.malformed-code" });
      expect(JSON.stringify(problem)).not.toContain("19900307");
    }
  });

  test("search lists subjects and seals its cursor", async () => {
    const first = await json<{ items: { uscc: string }[]; next: string }>(`/api/v1/subjects?q=${encodeURIComponent("示例")}&limit=1`);
    const second = await json<{ items: { uscc: string }[]; next: null }>(`/api/v1/subjects?q=${encodeURIComponent("示例")}&limit=1&cursor=${encodeURIComponent(first.next)}`);
    expect([first.items[0]?.uscc, second.items[0]?.uscc].toSorted()).toEqual([FIRM, QUIET].toSorted());
    expect(second.next).toBeNull();
    expect((await get("/api/v1/subjects?q=11010119900307233X")).status).toBe(422);
  });

  test("coverage lists every source of every entry", async () => {
    const { items } = await json<{ items: { entry: string; state: string }[] }>("/api/v1/coverage");
    expect(items.map((one) => one.entry)).toContain("penalty");
    expect(items.every((one) => one.state === "never")).toBe(true);
  });

  test("has a contract with every path", () => {
    const { paths } = app.getOpenAPI31Document({ openapi: "3.1.0", info: { title: "t", version: "1" } });
    expect(Object.keys(paths ?? {})).toEqual([
      "/api/v1/subjects", "/api/v1/subjects/{uscc}", "/api/v1/subjects/{uscc}/records", "/api/v1/subjects/{uscc}/records/{id}", "/api/v1/coverage",
    ]);
  });
});

describe("caches", () => {
  const paths = (): string[] => [`/subjects/${FIRM}`, `/api/v1/subjects/${FIRM}`, `/api/v1/subjects/${FIRM}/records`, `/subjects/${FIRM}/records/${idOf(1)}`, `/api/v1/subjects/${FIRM}/records/${idOf(1)}`];

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
    for (const [index, path] of paths().entries()) expect((await get(path, { "if-none-match": etags[index] ?? "" })).status).not.toBe(304);
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
    const head = await app.request(`/subjects/${FIRM}`, { method: "HEAD" });
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
    expect(page).toMatch(/行政处罚<\/th>\s*<td class="num">1</);
    expect(page).not.toMatch(/行政许可<\/th>/);
  });

  test("chapters stand in their fixed order, whatever there is", async () => {
    await record({ key: 1, entry: "honour", severity: null });
    await record({ key: 2 });
    const page = await (await get(`/subjects/${FIRM}`)).text();
    const places = ['id="permit"', 'id="penalty"', 'id="abnormal-operation"', 'id="honour"', 'id="coverage"'].map((one) => page.indexOf(one));
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
    for (const path of [`/subjects/${code(50)}`, `/subjects/${code(50)}/records/${idOf(1)}`, "/subjects?q=%3Cscript%3Ealert(1)%3C/script%3E", `/subjects?q=${encodeURIComponent("<img")}`]) {
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
