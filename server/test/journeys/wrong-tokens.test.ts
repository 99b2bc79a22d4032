// Guessed and mistyped tokens, and who stands behind the same address.
import { randomBytes } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openTestApp } from "./test-app.ts";
import type { TestApp } from "./test-app.ts";

let bed: TestApp;
beforeAll(async () => {
  bed = await openTestApp();
});
afterAll(() => bed.close());

const provider = "11990100990001378K";
const batch = "/api/v1/batches/00000000-0000-7000-8000-000000000000?purpose=test";

/** A request as it comes over a socket from an address. */
async function ask(address: string, token: string, path = batch): Promise<Response> {
  const env = { incoming: { socket: { remoteAddress: address } } };
  return bed.app.request(path, { headers: { authorization: `Bearer ${token}` } }, env);
}

const guess = (): string => randomBytes(32).toString("base64url");

async function guessOften(address: string): Promise<number[]> {
  const statuses: number[] = [];
  for (let at = 0; at < 100; at += 1) statuses.push((await ask(address, guess())).status);
  return statuses;
}

test("whoever guesses tokens is refused unread, told so in Chinese, and told when to come back", async () => {
  const statuses = await guessOften("203.0.113.1");
  expect(statuses.slice(0, 60)).toEqual(Array.from({ length: 60 }, () => 401));
  expect(statuses.slice(-10)).toEqual(Array.from({ length: 10 }, () => 429));
  const refused = await ask("203.0.113.1", guess());
  expect(refused.status).toBe(429);
  expect(refused.headers.get("content-type")).toBe("application/problem+json; charset=utf-8");
  expect(Number(refused.headers.get("retry-after"))).toBeGreaterThan(0);
  expect(Number(refused.headers.get("retry-after"))).toBeLessThanOrEqual(5);
  expect(await refused.json()).toMatchObject({
    status: 429,
    code: "http.too-many-failures",
    title: "无效令牌过多",
    detail: expect.stringMatching(
      /^来自同一地址的无效令牌过多，本次未予核验。请核对令牌，并在 [1-5] 秒后再试。$/,
    ) as string,
  });
  // A page for everybody is not refused for a wrong token.
  expect((await ask("203.0.113.1", guess(), "/about")).status).toBe(200);
});

test("a department at the same address goes on working, and one elsewhere begins", async () => {
  const [known, other] = [await bed.tokenOf(provider), await bed.tokenOf(provider)];
  expect((await ask("203.0.113.2", known)).status).toBe(404);
  await guessOften("203.0.113.2");
  expect((await ask("203.0.113.2", guess())).status).toBe(429);
  for (let at = 0; at < 20; at += 1) expect((await ask("203.0.113.2", known)).status).toBe(404);
  expect((await ask("203.0.113.3", other)).status).toBe(404);
});

test("a text that is no token, and the same wrong token again, is nobody's guess", async () => {
  const mistyped = guess();
  for (let at = 0; at < 80; at += 1) {
    expect((await ask("203.0.113.4", "not-a-token")).status).toBe(401);
    expect((await ask("203.0.113.4", mistyped)).status).toBe(401);
  }
  expect((await ask("203.0.113.4", await bed.tokenOf(provider))).status).toBe(404);
});
