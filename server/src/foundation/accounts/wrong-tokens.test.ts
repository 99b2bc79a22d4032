import { randomBytes } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import { dayOfInstant } from "../../kernel/day.ts";
import type { Database } from "../../platform/database/pool.ts";
import { testDatabase } from "../../platform/database/test-database.ts";
import type { TestDatabase } from "../../platform/database/test-database.ts";
import { createFailureGuard } from "../../platform/http/failure-guard.ts";
import { createRateLimiter } from "../../platform/http/rate-limit.ts";
import { createAccount, disableAccount, signInGuarded } from "./index.ts";

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.drop());

const now = Date.parse("2026-09-09T08:00:00+08:00");
const admission = { allowFrozen: false };

/** Signs in over a real database and counts how often that is read. */
function bed() {
  let reads = 0;
  const db: Database = {
    ...database.db,
    read: (work) => {
      reads += 1;
      return database.db.read(work);
    },
  };
  const guard = createFailureGuard(
    createRateLimiter(10, () => 0),
    () => 0,
  );
  const ports = { db, clock: { now: () => now, today: () => dayOfInstant(now) }, guard };
  return {
    reads: () => reads,
    show: async (token: string) => {
      const outcome = await signInGuarded(ports, { token, admission, caller: "office" });
      return outcome.ok ? outcome.value.login : outcome.refusal.code;
    },
  };
}

const guess = (): string => randomBytes(32).toString("base64url");

async function make(login: string): Promise<string> {
  const organisation = { uscc: "11990100MB0XH0054P", name: "示例市市场监督管理局" };
  const made = await createAccount(database.db, { at: new Date(now), by: null, organisation, role: "clerk", login });
  if (!made.ok) throw new Error(made.refusal.code);
  return made.value.token;
}

test.each(["x", "令牌", "a".repeat(42), "a".repeat(44), `${"a".repeat(42)}=`, `${"a".repeat(42)}.`])(
  "the database is not asked about %s, which is no token",
  async (text) => {
    const { show, reads } = bed();
    expect(await show(text)).toBe("accounts.unknown-token");
    expect(reads()).toBe(0);
  },
);

test("a thousand guesses cost sixty reads, and a token that was shown before is still read each time", async () => {
  const token = await make("zhang");
  const { show, reads } = bed();
  expect(await show(token)).toBe("zhang");
  for (let at = 0; at < 1000; at += 1) await show(guess());
  expect(reads()).toBe(61);
  expect(await show(token)).toBe("zhang");
  expect(reads()).toBe(62);
  await disableAccount(database.db, { at: new Date(now), by: null, login: "zhang", reason: "left" });
  expect(await show(token)).toBe("accounts.disabled");
});
