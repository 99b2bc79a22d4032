// The public site under a crowd, and what it says to robots.
import { Agent, request } from "node:http";
import { gzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { statement } from "../../src/platform/database/pool.ts";
import { send } from "./test-client.ts";
import { openPlatform } from "./test-platform.ts";
import type { Platform } from "./test-platform.ts";
import { csv, firm, penaltyOf } from "./test-sheets.ts";

const shown = firm(7100);
const clean = firm(7101);
const many = 20;

let platform: Platform;

beforeAll(async () => {
  platform = await openPlatform();
  const rows = Array.from({ length: many }, (_, at) =>
    penaltyOf(7100, {
      document: `示市监罚〔2026〕${at + 1}号`,
      decided: `2026-0${1 + (at % 8)}-${String(10 + at)}`,
      facts: `第${at + 1}次检查中发现未按规定保存进货查验记录`,
    }),
  );
  // Shown no longer: nothing adverse is left on its page.
  rows.push(penaltyOf(7101, { decided: "2024-01-08" }));
  expect(await send(platform, csv(rows))).toMatchObject({ status: 201, accepted: many + 1 });
});
afterAll(() => platform.close());

const get = (path: string, headers: Record<string, string> = {}): Promise<Response> =>
  fetch(`${platform.url}${path}`, { headers });

describe("robots", () => {
  test("are told what to leave alone and where the site map is, from the configured address", async () => {
    const answer = await get("/robots.txt", { host: "evil.example" });
    expect(answer.headers.get("content-type")).toContain("text/plain");
    const lines = (await answer.text()).split("\n");
    expect(lines).toEqual(
      expect.arrayContaining(["User-agent: *", "Disallow: /api/", "Disallow: /subjects?", "Disallow: /type-size"]),
    );
    expect(lines).toContain(`Sitemap: http://localhost:${platform.port}/sitemap.xml`);
    // The page itself must be read for its "keep nothing" to be heard.
    expect(lines).not.toContain("Disallow: /subjects/");
  });

  test("keep nothing of an answer with something adverse in it, as HTML and as JSON", async () => {
    const { items } = (await (await get(`/api/v1/subjects/${shown.code}/records`)).json()) as {
      items: { id: string }[];
    };
    const record = `/subjects/${shown.code}/records/${items[0]?.id ?? ""}`;
    for (const path of [`/subjects/${shown.code}`, record, `/subjects/${shown.code}/records`]) {
      for (const prefix of path.endsWith("/records") ? ["/api/v1"] : ["", "/api/v1"]) {
        const { status, headers } = await get(prefix + path);
        expect([path, status, headers.get("x-robots-tag"), headers.get("cache-control")]).toEqual([
          path,
          200,
          "noindex, noarchive",
          "no-cache",
        ]);
        const again = await get(prefix + path, { "if-none-match": headers.get("etag") ?? "" });
        expect([again.status, again.headers.get("x-robots-tag")]).toEqual([304, "noindex, noarchive"]);
      }
    }
  });

  test("may keep what holds nothing adverse", async () => {
    for (const path of ["/", `/subjects/${clean.code}`, `/api/v1/subjects/${clean.code}`, "/api/v1/coverage"]) {
      const { status, headers } = await get(path);
      expect([path, status, headers.get("x-robots-tag")]).toEqual([path, 200, null]);
    }
    // Lists that are made on demand are no pages of their own.
    expect((await get(`/subjects?q=${encodeURIComponent("示例")}`)).headers.get("x-robots-tag")).toBe("noindex");
  });
});

/** What ten segments of 1460 bytes hold: more needs an answer from the phone first. */
const FIRST_FLIGHT = 14_600;

describe("the first flight", () => {
  test.each([
    ["home", () => "/"],
    ["results", () => `/subjects?q=${encodeURIComponent("示例市试行")}`],
    ["a subject with twenty records", () => `/subjects/${shown.code}`],
  ])("holds the whole of the page: %s", async (_, path) => {
    const answer = await get(path(), { "accept-encoding": "gzip" });
    expect([answer.status, answer.headers.get("content-encoding")]).toEqual([200, "gzip"]);
    const html = await answer.text();
    const head = [...answer.headers].reduce((sum, [name, value]) => sum + name.length + value.length + 4, 20);
    // Packed here as the server packs it: `fetch` hands out what was unpacked.
    expect(head + gzipSync(html, { level: 4 }).length).toBeLessThanOrEqual(FIRST_FLIGHT);
    expect(html).not.toMatch(/<script|<link[^>]+stylesheet|<img|@import|url\(/);
  });
});

interface Answer {
  readonly status: number;
  readonly text: string;
}

const agent = new Agent({ keepAlive: true, maxSockets: 500 });

function ask(path: string): Promise<Answer> {
  return new Promise((resolve, reject) => {
    request(`${platform.url}${path}`, { agent, headers: { accept: "text/html" } }, (answer) => {
      let text = "";
      answer.setEncoding("utf8").on("data", (part: string) => (text += part));
      answer.once("error", reject);
      answer.once("end", () => resolve({ status: answer.statusCode ?? 0, text }));
    })
      .once("error", reject)
      .end();
  });
}

/** What is answered at once and what may wait at most (`server/src/main/crowd.ts`). */
const SEARCHES_TAKEN = 305;
const query = "示例市试行";
const search = `/subjects?q=${encodeURIComponent(query)}`;

/** Every search stands still until `work` is done: the names are locked, as by a slow disk. */
async function whileSearchesWait(work: () => Promise<void>): Promise<void> {
  await platform.database.admin.write(async (tx) => {
    await tx.run(statement("crowd.hold", "lock table subject.name in access exclusive mode"));
    await work();
  });
}

describe("a crowd", () => {
  test("that searches is refused before anyone who reads a page", async () => {
    const turned: Answer[] = [];
    let searches: Promise<Answer[]> = Promise.resolve([]);
    await whileSearchesWait(async () => {
      const counted = async (): Promise<Answer> => {
        const answer = await ask(search);
        if (answer.status === 503) turned.push(answer);
        return answer;
      };
      searches = Promise.all(Array.from({ length: 450 }, counted));
      await vi.waitFor(() => expect(turned.length).toBeGreaterThanOrEqual(450 - SEARCHES_TAKEN), 12_000);
      for (const page of ["/", "/rules"]) expect([page, (await ask(page)).status]).toEqual([page, 200]);
    });
    expect(new Set((await searches).map(({ status }) => status))).toEqual(new Set([200, 503]));
    expect(turned[0]?.text).toContain("查询较多，请稍后重试");
    expect(turned[0]?.text).toContain(`value="${query}"`);
    expect((await ask(search)).status).toBe(200);
    const metrics = await (await get("/metrics")).text();
    expect(metrics).toMatch(/xinheng_http_shed_total\{class="search",why="[a-z]+"\} \d+/);
    expect(metrics).not.toMatch(/shed_total\{class="page"/);
    expect(platform.log()).not.toContain(query);
  });

  test("leaves nobody without an answer, and no reader of a page without the page", async () => {
    const reading = async (): Promise<Answer[]> => {
      const answers: Answer[] = [];
      for (let asked = 0; asked < 30; asked += 1) {
        answers.push(await ask(asked % 2 === 0 ? "/" : `/subjects/${shown.code}`));
      }
      return answers;
    };
    const [searches, pages] = await Promise.all([
      Promise.all(Array.from({ length: 450 }, () => ask(search))),
      reading(),
    ]);
    expect(pages.map(({ status }) => status)).toEqual(pages.map(() => 200));
    expect(searches.filter(({ status }) => status === 200 || status === 503)).toHaveLength(450);
    expect((await ask(search)).status).toBe(200);
  });
});
