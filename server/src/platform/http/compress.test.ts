import { setTimeout as wait } from "node:timers/promises";
import { gunzipSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { compress, takesGzip } from "./compress.ts";
import { createHttpApp } from "./http-app.ts";
import type { HttpApp } from "./http-app.ts";
import { httpTexts } from "./text.ts";

const long = "信用记录".repeat(2000);

function site(): HttpApp {
  const app = createHttpApp({
    texts: httpTexts,
    watch: { request: () => undefined, fault: () => undefined },
    secure: false,
    bodyBytes: 1000,
    uploadPaths: [],
  });
  app.use(compress());
  const html = { "content-type": "text/html; charset=utf-8", "cache-control": "no-cache", etag: '"one"' };
  app.get("/page", (c) =>
    c.req.header("if-none-match") === undefined ? c.body(Buffer.from(long), 200, html) : c.body(null, 304, html),
  );
  app.get("/large", (c) => c.body(Buffer.from(long.repeat(20)), 200, html));
  app.get("/short", (c) => c.body("short", 200, { ...html, vary: "Cookie" }));
  app.get("/empty", (c) => c.body("", 200, html));
  app.get("/private", (c) => c.body(long, 200, { ...html, "cache-control": "private, no-cache" }));
  app.get("/unsaid", (c) => c.html(long));
  app.get("/cookie", (c) => c.body(long, 200, { ...html, "set-cookie": "a=1" }));
  app.get("/image", (c) => c.body(long, 200, { ...html, "content-type": "image/png" }));
  app.get("/packed", (c) => c.body(long, 200, { ...html, "content-encoding": "br" }));
  app.post("/page", (c) => c.body(long, 200, html));
  app.get("/stream", (c) =>
    c.body(
      new ReadableStream({
        async start(controller) {
          for (let line = 0; line < 50; line += 1) {
            controller.enqueue(Buffer.from(`${line},示例\n`));
            await wait(1);
          }
          controller.close();
        },
      }),
      200,
      { "content-type": "text/csv; charset=utf-8", "cache-control": "no-cache" },
    ),
  );
  return app;
}

const gzip = { "accept-encoding": "gzip, deflate, br" };
const get = (path: string, headers: Record<string, string> = gzip, method = "GET"): Promise<Response> =>
  Promise.resolve(site().request(path, { headers, method }));
const plain = async (answer: Response): Promise<string> =>
  gunzipSync(Buffer.from(await answer.arrayBuffer())).toString("utf8");

test.each([
  [undefined, false],
  ["", false],
  ["gzip", true],
  ["br;q=1.0, gzip;q=0.8, *;q=0.1", true],
  ["GZIP ; q=0.5", true],
  ["gzip;q=0", false],
  ["gzip;q=0.000, br", false],
  ["x-gzip", true],
  ["notgzip, gzipper", false],
  ["identity", false],
])("Accept-Encoding %j takes gzip: %s", (header, takes) => {
  expect(takesGzip(header)).toBe(takes);
});

describe("a public answer", () => {
  test("is packed for who takes it, with Vary, a weak tag and no wrong length", async () => {
    const answer = await get("/page");
    expect(answer.headers.get("content-encoding")).toBe("gzip");
    expect(answer.headers.get("vary")).toBe("Accept-Encoding");
    expect(answer.headers.get("etag")).toBe('W/"one"');
    expect(answer.headers.get("content-length")).toBeNull();
    expect(answer.headers.get("cache-control")).toBe("no-cache");
    expect(await plain(answer)).toBe(long);
    expect(await plain(await get("/large"))).toBe(long.repeat(20));
  });

  test("stays plain for who does not, and says that it varies", async () => {
    const answer = await get("/page", {});
    expect(answer.headers.get("content-encoding")).toBeNull();
    expect(answer.headers.get("vary")).toBe("Accept-Encoding");
    expect(answer.headers.get("etag")).toBe('"one"');
    expect(await answer.text()).toBe(long);
  });

  test("is confirmed by the tag that it was given", async () => {
    const answer = await get("/page", { ...gzip, "if-none-match": 'W/"one"' });
    expect([answer.status, answer.headers.get("etag"), answer.headers.get("vary")]).toEqual([
      304,
      'W/"one"',
      "Accept-Encoding",
    ]);
  });

  test("HEAD says the same without a body", async () => {
    const [head, got] = [await get("/page", gzip, "HEAD"), await get("/page")];
    expect(await head.text()).toBe("");
    for (const name of ["content-encoding", "vary", "etag", "content-type"])
      expect(head.headers.get(name)).toBe(got.headers.get(name));
  });

  test("a stream is packed as it flows", async () => {
    const answer = await get("/stream");
    expect(answer.headers.get("content-encoding")).toBe("gzip");
    const lines = (await plain(answer)).trimEnd().split("\n");
    expect([lines.length, lines.at(-1)]).toEqual([50, "49,示例"]);
  });

  test("a short or empty one is not worth it", async () => {
    const answer = await get("/short");
    expect(answer.headers.get("content-encoding")).toBeNull();
    expect(answer.headers.get("vary")).toBe("Cookie, Accept-Encoding");
    expect(await answer.text()).toBe("short");
    expect(await (await get("/empty")).text()).toBe("");
  });
});

test.each(["/private", "/unsaid", "/cookie", "/image"])("%s is never packed", async (path) => {
  const answer = await get(path);
  expect(answer.headers.get("content-encoding")).toBeNull();
  expect(await answer.text()).toBe(long);
});

test("an answer to a token, to a POST, or packed already stays as it is", async () => {
  const token = await get("/page", { ...gzip, authorization: "Bearer x" });
  expect(token.headers.get("content-encoding")).toBeNull();
  expect((await get("/page", gzip, "POST")).headers.get("content-encoding")).toBeNull();
  expect((await get("/packed")).headers.get("content-encoding")).toBe("br");
});
