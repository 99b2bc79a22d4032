import { createRoute, z } from "@hono/zod-openapi";
import { expect, test } from "vitest";
import { createHttpApp, refuse } from "./http-app.ts";
import type { HttpApp, HttpFrame, RequestLine } from "./http-app.ts";
import { problemResponses } from "./problem.ts";
import { httpTexts } from "./text.ts";

interface Watched {
  readonly app: HttpApp;
  readonly lines: RequestLine[];
  readonly faults: unknown[];
}

const route = createRoute({
  method: "post",
  path: "/api/v1/things/{thing}",
  request: {
    params: z.object({ thing: z.string() }),
    body: {
      content: {
        "application/json": { schema: z.object({ count: z.number().int().max(5), kind: z.enum(["a", "b"]) }) },
      },
      required: true,
    },
  },
  responses: {
    200: { description: "A thing.", content: { "application/json": { schema: z.object({ count: z.number() }) } } },
    ...problemResponses,
  },
});

function watched(extra: Partial<HttpFrame> = {}): Watched {
  const lines: RequestLine[] = [];
  const faults: unknown[] = [];
  const app = createHttpApp({
    texts: { ...httpTexts, "thing.early": { title: "未到期", detail: "自 {day} 起可办理。" } },
    watch: { request: (line) => lines.push(line), fault: (fault) => faults.push(fault) },
    errorPage: ({ status, title, number }) => `<h1>${status} ${title} ${number}</h1>`,
    secure: false,
    bodyBytes: 1000,
    uploadPaths: ["/upload"],
    ...extra,
  });
  app.openapi(route, (c) => {
    if (c.req.valid("param").thing === "early") {
      return refuse(c, {
        code: "thing.early",
        kind: "too-early",
        article: "order-36#9",
        values: { day: "2026-01-02" },
      });
    }
    return c.json({ count: c.req.valid("json").count }, 200);
  });
  app.get("/boom/:secret", () => {
    throw new Error("the password is swordfish");
  });
  app.use(async (_c, next) => next());
  app.get("/page", (c) => c.html("<p>x</p>"));
  app.post("/upload/:part", async (c) => c.text(String((await c.req.arrayBuffer()).byteLength)));
  return { app, lines, faults };
}

function post(app: HttpApp, path: string, body: string): Promise<Response> {
  return Promise.resolve(app.request(path, { method: "POST", body, headers: { "content-type": "application/json" } }));
}

test("a refusal is problem+json with its text, article and the pattern of its route", async () => {
  const { app } = watched();
  const response = await post(app, "/api/v1/things/early", '{"count":1,"kind":"a"}');
  expect(response.status).toBe(409);
  expect(response.headers.get("content-type")).toBe("application/problem+json; charset=utf-8");
  expect(await response.json()).toEqual({
    type: "/problems/thing.early",
    title: "未到期",
    status: 409,
    detail: "自 2026-01-02 起可办理。",
    instance: "/api/v1/things/{thing}",
    code: "thing.early",
    article: "order-36#9",
  });
});

test.each([
  ["{", "http.invalid-json", ""],
  ['{"kind":"a"}', "http.invalid", "「count」为必填项。"],
  ['{"count":"1","kind":"a"}', "http.invalid", "「count」类型应为数字。"],
  ['{"count":6,"kind":"a"}', "http.invalid", "「count」过长或过大，最多 5。"],
  ['{"count":1,"kind":"c"}', "http.invalid", "「kind」只能取：a、b。"],
  ["[]", "http.invalid", "「请求体」类型应为对象。"],
])("a malformed body %s is refused by name of the field", async (body, code, detail) => {
  const response = await post(watched().app, "/api/v1/things/x", body);
  const problem = (await response.json()) as { code: string; detail: string };
  expect([response.status, problem.code]).toEqual([422, code]);
  expect(problem.detail).toContain(detail);
});

test("a fault shows a number and nothing internal, and is written down with the same number", async () => {
  const { app, lines, faults } = watched();
  const response = await app.request("/boom/91440300MA5EXAMPLE?q=secret");
  const text = await response.text();
  expect(response.status).toBe(500);
  expect(text).not.toContain("swordfish");
  const number = response.headers.get("x-request-id") ?? "";
  expect(number).toMatch(/^[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}$/);
  expect(text).toContain(number);
  expect(faults).toMatchObject([{ requestId: number, route: "/boom/{secret}" }]);
  expect(JSON.stringify(lines)).not.toContain("9144");
  expect(lines).toMatchObject([{ route: "/boom/{secret}", status: 500, method: "GET" }]);
});

test("a browser gets a page, the interface always problem+json", async () => {
  const { app, lines } = watched();
  const accept = { headers: { accept: "text/html,*/*" } };
  const page = await app.request("/nowhere/13800138000", accept);
  expect(page.status).toBe(404);
  expect(await page.text()).toContain("<h1>404 没有这个地址");
  const api = await app.request("/api/v1/nowhere", accept);
  expect(api.headers.get("content-type")).toContain("application/problem+json");
  expect(((await api.json()) as { instance: string }).instance).toBe("(unmatched)");
  expect(lines.map((line) => line.route)).toEqual(["(unmatched)", "(unmatched)"]);
  const boom = await app.request("/boom/x", accept);
  expect([boom.status, boom.headers.get("content-type")]).toEqual([500, "text/html; charset=utf-8"]);
});

test("every answer carries the security headers, pages a policy of their own", async () => {
  const { app } = watched({ pagePolicy: () => "default-src 'none'; style-src 'sha256-x'", secure: true });
  for (const path of ["/page", "/nowhere", "/boom/x"]) {
    const { headers } = await app.request(path);
    expect(headers.get("x-content-type-options")).toBe("nosniff");
    expect(headers.get("referrer-policy")).toBe("no-referrer");
    expect(headers.get("cross-origin-opener-policy")).toBe("same-origin");
    expect(headers.get("strict-transport-security")).toContain("max-age=");
    expect(headers.get("cache-control")).toBe("no-store");
  }
  expect((await app.request("/page")).headers.get("content-security-policy")).toContain("sha256-x");
  expect((await app.request("/nowhere")).headers.get("content-security-policy")).toContain("default-src 'none'");
});

test("a body over the limit is refused, said or streamed; an upload path bounds itself", async () => {
  const { app } = watched();
  const large = await post(app, "/api/v1/things/x", `{"count":1,"kind":"${"a".repeat(2000)}"}`);
  expect(large.status).toBe(413);
  const stream = new ReadableStream({
    pull(controller) {
      controller.enqueue(new Uint8Array(400));
    },
  });
  const init = { method: "POST", body: stream, duplex: "half", headers: { "content-type": "application/json" } };
  expect((await app.request("/api/v1/things/x", init as RequestInit)).status).toBe(413);
  expect(await (await post(app, "/upload/1", "x".repeat(5000))).text()).toBe("5000");
  expect((await post(app, "/uploads", "x".repeat(5000))).status).toBe(413);
});

test.each(["/api/v1/things/%ff%fe", "/%", "/..%2f..%2fetc/passwd", "/api/v1/things/%00", `/${"a".repeat(9000)}`])(
  "the hostile path %s gets a refusal",
  async (path) => {
    const response = await watched().app.request(path);
    expect(response.status).toBe(404);
  },
);
