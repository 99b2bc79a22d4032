import { request } from "node:http";
import type { ClientRequest, IncomingMessage } from "node:http";
import { expect, test, vi } from "vitest";
import { statement } from "../../platform/database/pool.ts";
import { listenHttp } from "../../platform/http/server.ts";
import { bodyOf } from "./service/body.ts";
import type { Pace, Pieces } from "./service/body.ts";
import { database, end, get, getFrom, idOf, manyRecords, ndjson, site, useDownloads } from "./test-bed.ts";
import { parquetBytes, parquetHead } from "./test-formats.ts";

useDownloads();

const rows = 1000;

/** Connections that hold a transaction open. */
async function heldOpen(): Promise<number> {
  const held = statement(
    "test.held",
    `select count(*)::int as count from pg_stat_activity
     where datname = current_database() and state <> 'idle' and backend_type = 'client backend' and pid <> pg_backend_pid()`,
  );
  const [row] = await database().admin.read((tx) => tx.rows<{ count: number }>(held));
  return row?.count ?? 0;
}

async function nothingHeld(): Promise<void> {
  await vi.waitFor(async () => expect(await heldOpen()).toBe(0), { timeout: 5000, interval: 20 });
}

async function rest(reader: ReadableStreamDefaultReader<Uint8Array>): Promise<string> {
  let text = "";
  for (let next = await reader.read(); !next.done; next = await reader.read())
    text += Buffer.from(next.value).toString();
  return text;
}

test("a download that began before an end holds its own moment, the next one does not", async () => {
  await manyRecords(rows);
  const response = await get("/open-data/permit.ndjson");
  const reader = response.body?.getReader();
  if (reader === undefined) throw new Error("no body");
  const first = await reader.read();
  await end("repaired", "2026-09-09", rows);
  const text = Buffer.from(first.value ?? []).toString() + (await rest(reader));
  expect(text.split("\n")).toHaveLength(rows + 1);
  expect(text).toContain(idOf(rows));
  await nothingHeld();
  expect((await ndjson()).map(({ id }) => id)).not.toContain(idOf(rows));
});

test("no more files are written at once than leave room for pages; the next one is told when to come again", async () => {
  await manyRecords(rows);
  const [one, other] = [await get("/open-data/permit.csv"), await get("/open-data/permit.parquet")];
  const refused = await get("/open-data/permit.ndjson");
  expect([refused.status, refused.headers.get("retry-after")]).toEqual([503, "60"]);
  expect(await refused.json()).toMatchObject({ code: "open-data.busy" });
  expect((await get("/open-data/permit/schema")).status).toBe(200);
  await one.body?.cancel();
  expect(await ndjson()).toHaveLength(rows);
  await other.arrayBuffer();
  await nothingHeld();
});

test("a caller who takes a file is refused a second one, and others are not", async () => {
  await manyRecords(rows);
  const first = await getFrom("2001:db8::1", "/open-data/permit.csv");
  expect(first.status).toBe(200);
  // An IPv6 customer holds a whole /64.
  const second = await getFrom("2001:db8::2", "/open-data/permit.parquet");
  expect([second.status, second.headers.get("retry-after")]).toEqual([429, "60"]);
  expect([second.headers.get("etag"), second.headers.get("content-disposition")]).toEqual([null, null]);
  const refusal = (await second.json()) as { code: string; title: string; detail: string };
  expect(refusal).toMatchObject({ code: "open-data.one-at-a-time", title: "请先等上一个文件下载完" });
  expect(refusal.detail).toContain("60 秒后");
  const other = await getFrom("203.0.113.7", "/open-data/permit.ndjson");
  expect(other.status).toBe(200);
  await first.body?.cancel();
  const again = await getFrom("2001:db8::2", "/open-data/permit.parquet");
  expect(again.status).toBe(200);
  await again.body?.cancel();
  await other.body?.cancel();
  await nothingHeld();
});

test("behind the operator's proxy callers are told apart by what it hands on", async () => {
  await manyRecords(rows);
  const from = (address: string) => getFrom("10.0.0.1", "/open-data/permit.csv", { "x-forwarded-for": address });
  const [one, other] = [await from("203.0.113.7"), await from("203.0.113.8")];
  expect([one.status, other.status]).toEqual([200, 200]);
  expect((await from("203.0.113.7")).status).toBe(429);
  await one.body?.cancel();
  await other.body?.cancel();
  await nothingHeld();
});

/** Begins to download over a real connection. */
function begin(port: number, encoding: string): Promise<{ asked: ClientRequest; answer: IncomingMessage }> {
  return new Promise((resolve, reject) => {
    const asked = request(
      { port, path: "/api/v1/open-data/permit.csv", headers: { "accept-encoding": encoding } },
      (answer) => resolve({ asked, answer }),
    );
    asked.once("error", reject).end();
  });
}

test.each(["identity", "gzip"])("a cut connection closes the cursor and frees the place (%s)", async (encoding) => {
  await manyRecords(4000);
  const server = await listenHttp({ fetch: (asked, env) => site().fetch(asked, env), host: "127.0.0.1", port: 0 });
  try {
    for (let times = 0; times < 3; times += 1) {
      const { asked, answer } = await begin(server.port, encoding);
      expect([answer.statusCode, answer.headers["content-encoding"] ?? "identity"]).toEqual([200, encoding]);
      // The small reading before it may still be giving its connection back.
      await vi.waitFor(async () => expect(await heldOpen()).toBe(1), { timeout: 5000, interval: 20 });
      asked.on("error", () => undefined);
      asked.destroy();
      await nothingHeld();
    }
  } finally {
    await server.stop(1000);
  }
});

test("a large file is written in row groups of bounded size", async () => {
  await manyRecords(5000);
  const { row_groups: groups } = parquetHead(await parquetBytes("permit"));
  expect(groups.reduce((sum, group) => sum + Number(group.num_rows), 0)).toBe(5000);
  for (const group of groups) expect(Number(group.num_rows)).toBeLessThanOrEqual(2048);
});

const calm: Pace = { silenceMs: 10_000, graceMs: 10_000, bytesPerSecond: 1, totalMs: 60_000 };

function counted(pieces: number): { source: Pieces; made: () => number; ended: () => boolean } {
  let made = 0;
  let ended = false;
  async function* source(): Pieces {
    try {
      for (; made < pieces;) {
        made += 1;
        yield Buffer.alloc(10);
      }
    } finally {
      ended = true;
    }
  }
  return { source: source(), made: () => made, ended: () => ended };
}

test("nothing is made before somebody takes it", async () => {
  const { source, made, ended } = counted(100);
  const close = vi.fn(async () => undefined);
  const reader = bodyOf(source, close, calm).getReader();
  expect(made()).toBe(0);
  await reader.read();
  await reader.read();
  expect(made()).toBe(2);
  expect(close).not.toHaveBeenCalled();
  await reader.cancel();
  expect(ended()).toBe(true);
  expect(close).toHaveBeenCalled();
});

test("a file that nobody takes is closed after a while, and breaks", async () => {
  const close = vi.fn(async () => undefined);
  const body = bodyOf(counted(3).source, close, { ...calm, silenceMs: 20 });
  await vi.waitFor(() => expect(close).toHaveBeenCalled());
  await expect(body.getReader().read()).rejects.toThrow("nobody takes");
});

test("a file that takes longer than the rest of its day breaks", async () => {
  const close = vi.fn(async () => undefined);
  const reader = bodyOf(counted(100).source, close, { ...calm, totalMs: 30 }).getReader();
  const steadily = async (): Promise<void> => {
    for (;;) {
      await reader.read();
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
  };
  await expect(steadily()).rejects.toThrow("too long");
  expect(close).toHaveBeenCalled();
});

test("a file that is taken too slowly breaks", async () => {
  const close = vi.fn(async () => undefined);
  const reader = bodyOf(counted(100).source, close, {
    silenceMs: 1000,
    graceMs: 30,
    bytesPerSecond: 1e6,
    totalMs: 60_000,
  }).getReader();
  const slowly = async (): Promise<void> => {
    for (;;) {
      await reader.read();
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
  };
  await expect(slowly()).rejects.toThrow("too slowly");
  expect(close).toHaveBeenCalled();
});

test("a fault half-way breaks the file instead of ending it", async () => {
  const close = vi.fn(async () => undefined);
  async function* faulty(): Pieces {
    yield Buffer.alloc(1);
    throw new Error("lost");
  }
  const reader = bodyOf(faulty(), close, calm).getReader();
  await reader.read();
  await expect(reader.read()).rejects.toThrow("lost");
  expect(close).toHaveBeenCalled();
});
