import { request } from "node:http";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { bookOf, partsOf, rowsXml, zipOf } from "../../src/platform/tabular/test-files.ts";
import { bearer, call, found, get, market, page, queryOf, records, send } from "./test-client.ts";
import type { Issue } from "./test-client.ts";
import { count, openPlatform, placesOf } from "./test-platform.ts";
import type { Platform } from "./test-platform.ts";
import { csv, firm, heads, ndjson, penalty, penaltyHeads, penaltyOf, plantedId, plantedMobile } from "./test-sheets.ts";

const mega = 1024 ** 2;
let platform: Platform;
let slow: Promise<{ readonly status: number; readonly ms: number }>;

/** A sender of a byte every other second; what it was told, and after how long. */
function sendSlowly(): Promise<{ status: number; ms: number }> {
  const started = performance.now();
  return new Promise((resolve, reject) => {
    const headers = { ...bearer(platform), "content-length": "1000000" };
    const sending = request({
      host: "127.0.0.1",
      port: platform.port,
      method: "POST",
      path: `/api/v1/batches?${queryOf()}`,
      headers,
    });
    const trickle = setInterval(() => sending.write("x"), 2000);
    sending.on("response", (answer) => {
      clearInterval(trickle);
      answer.resume();
      resolve({ status: answer.statusCode ?? 0, ms: performance.now() - started });
      sending.destroy();
    });
    sending.on("error", (error) => {
      clearInterval(trickle);
      reject(error);
    });
    sending.write("名");
  });
}

beforeAll(async () => {
  platform = await openPlatform();
  slow = sendSlowly();
  slow.catch(() => undefined);
});
afterAll(() => platform.close());
afterEach(async () => {
  expect((await fetch(`${platform.url}/healthz`)).status).toBe(200);
});

/** Bytes that are made while they are sent. */
function streamOf(first: string, piece: string, bytes: number): ReadableStream<Uint8Array> {
  const block = Buffer.from(piece.repeat(Math.ceil((256 * 1024) / piece.length)));
  let sent = 0;
  return new ReadableStream<Uint8Array>({
    start: (controller) => controller.enqueue(Buffer.from(first)),
    pull: (controller) => {
      if (sent >= bytes) return controller.close();
      sent += block.length;
      controller.enqueue(block);
    },
  });
}

/** Everything that the public could see, and every record. */
async function nothingStands(subject: number): Promise<void> {
  const { code, name } = firm(subject);
  expect.soft(await records(platform, code)).toEqual([]);
  expect.soft(await found(platform, name), "a name from a file that failed is not found").toEqual([]);
}

describe("a file that cannot be read ends in a clear refusal and leaves nothing", () => {
  const bomb = bookOf({ sheets: [{ rows: rowsXml([penaltyHeads]) + " ".repeat(150 * mega) }] });
  const book = (parts: Parameters<typeof zipOf>[0]): Buffer => zipOf(parts);
  const sheet = partsOf({ sheets: [{ rows: rowsXml([penaltyHeads, penaltyOf(500)]) }] });
  test.each([
    ["a zip bomb", () => bomb, "tabular.ratio"],
    [
      "an archive of path names",
      () =>
        book([
          { name: "../../../etc/passwd", content: "x" },
          { name: "/tmp/evil", content: "y" },
        ]),
      "tabular.",
    ],
    ["a cut workbook", () => book(sheet).subarray(0, -40), "tabular.damaged"],
    ["an old workbook", () => Buffer.from("d0cf11e0a1b11ae1".repeat(100), "hex"), "tabular.old-xls"],
    ["nothing", () => Buffer.alloc(0), "tabular.empty"],
    ["NUL bytes", () => Buffer.alloc(5000), "tabular.not-a-table"],
    [
      "a program",
      () => Buffer.concat([Buffer.from("7f454c46020101000000000000000000", "hex"), Buffer.alloc(3000, 0xff)]),
      "tabular.",
    ],
    [
      "bytes of no encoding",
      () => Buffer.concat([Buffer.from(csv([penaltyOf(501)])), Buffer.from("\n"), Buffer.from("ff80ff80ff", "hex")]),
      "tabular.encoding",
    ],
    ["an open quote", () => Buffer.from(`${csv([penaltyOf(502)])}\n"示例`), "tabular.quote-unclosed"],
    [
      "a forbidden column",
      () => Buffer.from(csv([[...penaltyOf(503), "甲"]], [...penaltyHeads, "宗教信仰"])),
      "ingest.forbidden-column",
    ],
    ["no heads at all", () => Buffer.from(csv([penaltyOf(504)], penaltyOf(505))), "ingest.missing-columns"],
    [
      "one column twice under two names",
      () => Buffer.from(csv([[...penaltyOf(506), "甲"]], [...penaltyHeads, "CF_WSH"])),
      "ingest.ambiguous-columns",
    ],
    [
      "nested JSON",
      () => Buffer.from(`${ndjson([penaltyOf(507)])}\n{"a":${"[".repeat(20_000)}${"]".repeat(20_000)}}`),
      "tabular.nested",
    ],
  ])("%s", async (_, make, code) => {
    const answer = await send(platform, make());
    expect([answer.status, answer.code]).toEqual([422, expect.stringContaining(code) as string]);
    expect((answer.title ?? "").length).toBeGreaterThan(3);
    for (let subject = 500; subject < 508; subject += 1)
      expect(await records(platform, firm(subject).code)).toEqual([]);
  });

  test("a line of 64 MB", async () => {
    const answer = await send(platform, streamOf(`${csv([penaltyOf(510)])}\n`, "x", 64 * mega));
    expect([answer.status, answer.code]).toEqual([422, "tabular.cell-too-long"]);
    await nothingStands(510);
  });

  test("100,000 columns", async () => {
    const answer = await send(platform, `${Array.from({ length: 100_000 }, (_, at) => `c${at}`).join(",")}\n1,2`);
    expect([answer.status, answer.code]).toEqual([422, "tabular.too-many-columns"]);
    const late = await send(platform, `${csv([penaltyOf(511)])}\n${",".repeat(100_000)}`);
    expect([late.status, late.code]).toEqual([422, "tabular.too-many-columns"]);
    await nothingStands(511);
  });

  test("whose fault comes after rows were already committed: neither record, name nor correction stands", async () => {
    const original = await send(platform, csv([penaltyOf(519)]));
    const rows = [
      penaltyOf(519, { content: "罚款人民币叁万元整", fine: "3" }),
      ...Array.from({ length: 20_100 }, (_, at) => penaltyOf(20_000 + at)),
    ];
    const answer = await send(platform, `${csv(rows)}\n"示例`, { mends: original.batch });
    expect([answer.status, answer.code]).toEqual([422, "tabular.quote-unclosed"]);
    expect(
      await count(platform, "early", "select count(*)::int as n from statements.statement where batch <> $1", [
        original.batch,
      ]),
      "the file was long enough to be in part committed",
    ).toBeGreaterThan(0);
    expect
      .soft(
        (await records(platform, firm(519).code)).map((record) => record.fields["content"]),
        "what the failed correction was to replace still stands",
      )
      .toEqual(["罚款人民币贰万元整"]);
    await nothingStands(20_001);
    const again = await send(platform, csv([penaltyOf(20_001)]));
    expect(again).toMatchObject({ status: 201, accepted: 1 });
  });
});

describe("cells that mean harm to whoever reads them", () => {
  const harm = `<script>alert(1)</script>'"; drop table subject.subject; -- {{7*7}} \${x}`;
  test("are shown as text on pages", async () => {
    const name = `示例市${harm}有限公司`;
    const answer = await send(
      platform,
      csv([penaltyOf(520, { name, facts: "<img src=x onerror=alert(1)>", content: `${harm}罚款人民币贰万元整` })]),
    );
    expect(answer).toMatchObject({ status: 201, received: 1 });
    expect(answer.accepted).toBe(1);
    const [record] = await records(platform, firm(520).code);
    const pages = [
      `/subjects/${firm(520).code}`,
      `/subjects?q=${encodeURIComponent(name)}`,
      `/subjects?q=${encodeURIComponent(harm)}`,
      `/subjects/${firm(520).code}/records/${record?.id ?? ""}`,
    ];
    for (const path of pages) {
      const html = await page(platform, path);
      expect(html, path).not.toContain("<script>alert");
      expect(html, path).not.toContain("<img src=x");
    }
    expect(await page(platform, pages[0] ?? "")).toContain("&lt;script&gt;");
    expect(await count(platform, "subjects", "select count(*)::int as n from subject.subject")).toBeGreaterThan(0);
  });

  test("that begin a formula are kept as the text they are", async () => {
    const facts = "=cmd|' /C calc'!A0";
    expect(await send(platform, csv([penaltyOf(521, { facts, remark: "@SUM(1+1)" })]))).toMatchObject({ accepted: 1 });
    const [record] = await records(platform, firm(521).code);
    expect(record?.fields["offenceFacts"]).toBe(facts);
  });

  test.each([
    ["a bidirectional override", "销售\u202e不合格产品"],
    ["a NUL", "销售\u0000不合格产品"],
    ["a lone surrogate", "销售\ud800不合格产品"],
    ["a replacement character", "销售\ufffd不合格产品"],
    ["a noncharacter", "销售\uffff不合格产品"],
  ])("holding %s are given back by name, the row beside them goes in", async (_, facts) => {
    const index = 530 + (facts.charCodeAt(2) % 97);
    const lines = ndjson([penaltyOf(index, { facts }), penaltyOf(index + 200)]);
    const answer = await send(platform, lines);
    expect(answer).toMatchObject({ status: 201, received: 2, accepted: 1, rejected: 1 });
    expect(answer.issues[0]?.code).toBe("ingest.damaged-text");
    expect(await records(platform, firm(index).code)).toEqual([]);
  });

  test("in a name are given back too, in CSV as in JSON", async () => {
    const answer = await send(
      platform,
      csv([penaltyOf(860, { name: "示例市\u202e司公限有\u202c" }), penaltyOf(861, { name: "示例\u0000市有限公司" })]),
    );
    expect(answer).toMatchObject({ status: 201, received: 2, rejected: 2 });
    expect(new Set(answer.issues.map((issue) => issue.code))).toEqual(new Set(["ingest.damaged-text"]));
  });

  test("hold no text so long that an answer grows with it", async () => {
    const answer = await send(
      platform,
      csv([penaltyOf(862, { decided: "九".repeat(90_000), document: "号".repeat(90_000) })]),
    );
    expect(answer).toMatchObject({ status: 201, rejected: 1 });
    expect(JSON.stringify(answer.issues).length).toBeLessThan(5000);
  });
});

test("20,000 issues: the first thousand in the answer, the rest by cursor, each once and in order", async () => {
  const rows = Array.from({ length: 20_000 }, (_, at) => penaltyOf(1000 + at, { decided: "去年" }));
  const answer = await send(platform, csv(rows));
  expect(answer).toMatchObject({ status: 201, received: 20_000, rejected: 20_000, issueCount: 20_000 });
  expect(answer.issues).toHaveLength(1000);
  const seen = answer.issues.map((issue) => issue.row);
  let next = answer.issuesNext;
  while (next !== null) {
    const more: { items: Issue[]; next: string | null } = await get(
      platform,
      `/api/v1/batches/${answer.batch}/issues?cursor=${encodeURIComponent(next)}`,
    );
    seen.push(...more.items.map((issue) => issue.row));
    next = more.next;
  }
  expect(seen).toEqual(rows.map((_, at) => at + 2));
});

describe("a caller that asks oddly is told so", () => {
  test.each([
    "provider=",
    "provider=x&entry=",
    "entry=penalty",
    `provider=${market}&entry=penalty&mends=1`,
    `provider=${market}&entry=penalty&force=2`,
    `provider=${"9".repeat(500)}&entry=penalty`,
    `provider=${market}&entry=${"x".repeat(500)}`,
    `provider=${market}&entry=penalty&mapping=${"x".repeat(500)}`,
    `provider=${market}&entry=${encodeURIComponent("penalty\u0000")}`,
    `provider=${market}&entry=penalty&mapping=%00`,
    `provider=${market}&entry=__proto__`,
    `provider=${market}&entry=penalty&mapping=constructor`,
    `provider=${market}&entry=penalty&purpose=%00`,
  ])("in the query (%#)", async (query) => {
    const response = await fetch(`${platform.url}/api/v1/batches?${query}`, {
      method: "POST",
      headers: bearer(platform),
      body: csv([penaltyOf(870)]),
    });
    expect(response.status).toBeGreaterThanOrEqual(400);
    expect(response.status).toBeLessThan(500);
    expect(response.headers.get("content-type")).toContain("application/problem+json");
  });

  test.each([
    ["an array", "[]"],
    ["no JSON", "{"],
    ["a number", "1"],
    ["nested objects", `{"a":${'{"a":'.repeat(10_000)}1${"}".repeat(10_000)}}`],
    ["nested arrays", "[".repeat(400_000)],
    ["a prototype", '{"__proto__":{"x":1},"constructor":"1"}'],
    ["a megabyte and more", JSON.stringify({ x: "y".repeat(2 * mega) })],
    [
      "a hundred thousand keys",
      JSON.stringify(Object.fromEntries(Array.from({ length: 60_000 }, (_, at) => [`k${at}`, "1"]))),
    ],
    ["a NUL in a key", '{"行政\\u0000":"1"}'],
  ])("in a typed form: %s", async (_, body) => {
    const headers = { ...bearer(platform), "content-type": "application/json" };
    const response = await fetch(`${platform.url}/api/v1/submissions?provider=${market}&entry=penalty`, {
      method: "POST",
      headers,
      body,
    });
    expect([400, 413, 422]).toContain(response.status);
  });

  test.each([
    "/batches/x",
    "/batches/00000000-0000-7000-8000-00000000000g",
    "/batches/%00",
    "/batches/..%2f..%2fetc",
    "/subjects/%00",
    "/subjects?q=%00",
    "/subjects?q=%ff",
    `/subjects?q=${"企".repeat(500)}`,
    "/subjects?q=%25%5F%27&limit=0",
    "/subjects?cursor=x&q=企业",
    "/subjects/91990100MA0XH0026G/records?cursor=AAAA",
    "/subjects/91990100MA0XH0026G/records/%00",
  ])("in the path (%#)", async (path) => {
    const answer = await call(platform, `/api/v1${path}`);
    expect(answer.status).toBeLessThan(500);
  });

  test("in a cursor of another list", async () => {
    const rows = Array.from({ length: 1001 }, (_, at) => penaltyOf(3000 + at, { decided: "去年" }));
    const [first, second] = [await send(platform, csv(rows)), await send(platform, csv(rows.slice(0, 1000)))];
    const cursor = encodeURIComponent(first.issuesNext ?? "");
    expect((await call(platform, `/api/v1/batches/${first.batch}/issues?cursor=${cursor}`)).status).toBe(200);
    expect((await call(platform, `/api/v1/batches/${second.batch}/issues?cursor=${cursor}`)).status).toBe(422);
    expect((await call(platform, `/api/v1/batches/${first.batch}/issues?cursor=x${cursor}`)).status).toBe(422);
  });
});

describe("a personal number in a place that is not for it", () => {
  const cases: readonly (readonly [string, Partial<Record<keyof typeof heads, string>>])[] = [
    ["the code column", { code: plantedId }],
    ["the code column, as a mobile number", { code: plantedMobile }],
    ["the code column, with a word before it", { code: `身份证${plantedId}` }],
    ["the name", { name: `某某${plantedId}` }],
    ["the day of the decision", { decided: plantedId }],
    ["the fine", { fine: plantedId }],
    ["the kind of penalty", { penalty: `其他-${plantedId}` }],
    ["the category", { category: plantedId }],
    ["the authority's code", { authorityCode: plantedId }],
    ["the source's code", { sourceCode: plantedId }],
    ["the document number", { document: `示市监罚${plantedId}号` }],
    ["a text that is too long", { kind: `${plantedId}${"长".repeat(3000)}` }],
    [
      "free text, in groups",
      { facts: `身份证 ${plantedId.slice(0, 6)} ${plantedId.slice(6, 14)} ${plantedId.slice(14)} 。${plantedId}` },
    ],
    ["the severity", { severity: plantedMobile }],
    ["the end of validity", { valid: plantedMobile }],
    ["the remark", { remark: `电话${plantedMobile}` }],
  ];
  test.each(cases)("%s: the row is given back without it", async (_, parts) => {
    const answer = await send(
      platform,
      csv([penalty({ document: `甲${String(cases.findIndex(([, one]) => one === parts))}号`, ...parts })]),
    );
    expect(answer.status).toBe(201);
    expect(answer.accepted).toBe(0);
    const told = JSON.stringify(answer);
    expect(told).not.toContain(plantedId);
    expect(told).not.toContain(plantedMobile);
  });

  test("in heads, in the sheet's name, in a key of JSON or in the query is written down nowhere", async () => {
    await send(platform, csv([penaltyOf(880)], [...penaltyHeads.slice(0, -1), plantedId]));
    await send(
      platform,
      bookOf({
        sheets: [
          { name: plantedId, rows: rowsXml([penaltyHeads, penaltyOf(881, { decided: "x" })]) },
          { name: "二", rows: rowsXml([penaltyHeads, penaltyOf(882)]) },
        ],
      }),
    );
    await send(platform, `{"${plantedId}":"${plantedId}"}`);
    await fetch(`${platform.url}/api/v1/subjects?q=${plantedId}`);
    await fetch(`${platform.url}/subjects/${plantedId}`);
    await fetch(`${platform.url}/${plantedId}`);
  });

  test("stands afterwards in no log line, no file and no column of any table", async () => {
    expect(await placesOf(platform, plantedId)).toEqual([]);
    expect(await placesOf(platform, plantedMobile)).toEqual([]);
  });
});

test("a sender that trickles is turned away in bounded time", async () => {
  const { status, ms } = await slow;
  expect(status).toBe(408);
  expect(ms).toBeLessThan(60_000);
});

test("no answer of all these was a fault of the server", () => {
  const faults = platform
    .log()
    .split("\n")
    .filter((line) => line.includes('"level":"error"') || line.includes("Unhandled") || line.includes('"status":500'));
  expect(faults).toEqual([]);
});
