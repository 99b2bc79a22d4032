import { expect, test } from "vitest";
import { createHttpApp } from "./http-app.ts";
import { createRateLimiter, limitRate } from "./rate-limit.ts";
import { addressKey } from "./remote-address.ts";
import { httpTexts } from "./text.ts";

test("a caller may burst, then goes at the refill rate, and others are not touched", () => {
  let now = 0;
  const limiter = createRateLimiter(10, () => now);
  const limit = { burst: 3, perSecond: 2 };
  expect([1, 2, 3, 4].map(() => limiter.take("a", limit).allowed)).toEqual([true, true, true, false]);
  expect(limiter.take("a", limit)).toEqual({ allowed: false, remaining: 0, resetSeconds: 2, retrySeconds: 1 });
  expect(limiter.take("b", limit).allowed).toBe(true);
  now += 500;
  expect([1, 2].map(() => limiter.take("a", limit).allowed)).toEqual([true, false]);
  now += 60_000;
  expect(limiter.take("a", limit).remaining).toBe(2);
});

test("a flood of callers is forgotten, the quietest first", () => {
  const limiter = createRateLimiter(100, () => 0);
  const limit = { burst: 1, perSecond: 1 };
  for (let index = 0; index < 10_000; index += 1) {
    limiter.take(`flood-${index}`, limit);
    limiter.take("busy", limit);
  }
  expect(limiter.size()).toBe(100);
  expect(limiter.take("busy", limit).allowed).toBe(false);
});

test("the middleware says what is left and turns away with the time to wait", async () => {
  const app = createHttpApp({
    texts: httpTexts,
    watch: { request: () => undefined, fault: () => undefined },
    secure: false,
    bodyBytes: 1000,
    uploadPaths: [],
  });
  const limiter = createRateLimiter(10, () => 0);
  app.use(
    limitRate(limiter, async (c) =>
      c.req.path === "/free" ? null : { key: "x", limit: { burst: 1, perSecond: 0.1 } },
    ),
  );
  app.get("/free", (c) => c.text("free"));
  app.get("/paid", (c) => c.text("paid"));
  const first = await app.request("/paid");
  expect([first.status, first.headers.get("ratelimit-limit"), first.headers.get("ratelimit-remaining")]).toEqual([
    200,
    "1",
    "0",
  ]);
  const second = await app.request("/paid");
  expect([second.status, second.headers.get("retry-after")]).toEqual([429, "10"]);
  expect(await second.json()).toMatchObject({ code: "http.too-many", detail: "请在 10 秒后再试。" });
  expect((await app.request("/free")).status).toBe(200);
});

test.each([
  ["203.0.113.9", "203.0.113.9"],
  ["2001:db8:0:1::1", "2001:db8:0:1::/64"],
  ["2001:db8::1", "2001:db8:0:0::/64"],
  ["2001:db8:0:0:ffff:1:2:3", "2001:db8:0:0::/64"],
  ["::1", "0:0:0:0::/64"],
])("the address %s counts as %s", (address, key) => {
  expect(addressKey(address)).toBe(key);
});
