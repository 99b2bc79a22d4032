import { describe, expect, test } from "vitest";
import { createHttpApp } from "./http-app.ts";
import { VISITOR, createRateLimiter, limitRate } from "./rate-limit.ts";
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
      c.req.path === "/free" ? null : { key: "x", policy: "visitor", limit: { burst: 1, perSecond: 0.1 } },
    ),
  );
  app.get("/free", (c) => c.text("free"));
  app.get("/paid", (c) => c.text("paid"));
  const first = await app.request("/paid");
  expect(first.status).toBe(200);
  expect(first.headers.get("ratelimit-policy")).toBe('"visitor";q=1;w=10');
  expect(first.headers.get("ratelimit")).toBe('"visitor";r=0;t=10');
  const second = await app.request("/paid");
  expect([second.status, second.headers.get("retry-after")]).toEqual([429, "10"]);
  expect(second.headers.get("ratelimit")).toBe('"visitor";r=0;t=10');
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

/** A generator of numbers in 0 ≤ x < 1, the same in each run. */
function randomOf(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1_664_525 + 1_013_904_223) % 2 ** 32;
    return state / 2 ** 32;
  };
}

/** When a person asks within an hour, in milliseconds: reads a page for 2 to 40 seconds, now and then opens ten at once. */
function hourOfReading(random: () => number): number[] {
  const asked: number[] = [];
  for (let at = random() * 20_000; at < 3_600_000; at += 2000 + random() ** 2 * 38_000) {
    const tabs = random() < 0.03 ? 10 : 1;
    for (let tab = 0; tab < tabs; tab += 1) asked.push(at + tab * 150);
  }
  return asked;
}

describe("limits of a visitor", () => {
  test.each([1, 2, 3, 4, 5])("a household of ten that reads for an hour is never refused (%i)", (seed) => {
    let now = 0;
    const limiter = createRateLimiter(10, () => now);
    const random = randomOf(seed);
    const asked = Array.from({ length: 10 }, () => hourOfReading(random)).flat();
    const verdicts = asked
      .toSorted((a, b) => a - b)
      .map((at) => {
        now = at;
        return limiter.take("address", VISITOR);
      });
    expect(verdicts.length).toBeGreaterThan(1500);
    expect(verdicts.filter(({ allowed }) => !allowed)).toEqual([]);
    expect(Math.min(...verdicts.map(({ remaining }) => remaining))).toBeGreaterThan(VISITOR.burst / 2);
  });

  test("a hall of sixty that reads behind one address is not refused either", () => {
    let now = 0;
    const limiter = createRateLimiter(10, () => now);
    const random = randomOf(60);
    const asked = Array.from({ length: 60 }, () => hourOfReading(random)).flat();
    const refused = asked
      .toSorted((a, b) => a - b)
      .filter((at) => {
        now = at;
        return !limiter.take("address", VISITOR).allowed;
      });
    expect(refused).toEqual([]);
  });

  test("a robot that does not listen gets its eight a second and 429 for the rest, and may go on as soon as it waits", () => {
    let now = 0;
    const limiter = createRateLimiter(10, () => now);
    let answered = 0;
    for (; now < 600_000; now += 10) if (limiter.take("robot", VISITOR).allowed) answered += 1;
    expect(answered).toBeLessThanOrEqual(VISITOR.burst + 600 * VISITOR.perSecond + 1);
    let refused = limiter.take("robot", VISITOR);
    while (refused.allowed) refused = limiter.take("robot", VISITOR);
    expect(refused.retrySeconds).toBe(1);
    now += refused.retrySeconds * 1000;
    expect(limiter.take("robot", VISITOR).allowed).toBe(true);
  });

  test("a robot over all addresses of its own network is one caller", () => {
    const limiter = createRateLimiter(1000, () => 0);
    let answered = 0;
    for (let address = 0; address < 1000; address += 1) {
      const key = addressKey(`2001:db8:7:7::${address.toString(16)}`);
      if (limiter.take(key, VISITOR).allowed) answered += 1;
    }
    expect(answered).toBe(VISITOR.burst);
  });
});
