import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { Day } from "../../kernel/day.ts";
import { statement } from "../../platform/database/pool.ts";
import { testDatabase } from "../../platform/database/test-database.ts";
import type { TestDatabase } from "../../platform/database/test-database.ts";
import type { Account } from "../accounts/index.ts";
import { openAccessLog } from "./index.ts";
import type { DelayRule } from "../../policy/access-policy.ts";
import { ruleFor } from "./rules/delay.ts";
import { confirmDelay, proposeDelay, publicDelays } from "./service/delay.ts";
import type { DelayWish } from "./service/delay.ts";
import { accountOf, entry, handClock, keys, look, office, otherOffice } from "./test-looks.ts";

const rule: DelayRule = { id: "inquiry", zh: "示例", article: "example-law#9", offices: [office], daysMax: 30 };
const clock = handClock("2026-09-09T02:00:00Z");
const today = "2026-09-09" as Day;
const until = "2026-09-20" as Day;

describe("a rule of delay", () => {
  test.each([
    ["", office, until, "access.no-delay-rule"],
    ["inquiry", otherOffice, until, "access.no-delay-rule"],
    ["inquiry", office, today, "access.delay-end"],
    ["inquiry", office, "2026-10-10", "access.delay-end"],
    ["inquiry", office, "2026-10-09", "granted"],
    ["inquiry", office, "2026-09-10", "granted"],
  ])("%s of %s until %s: %s", (id, asked, end, code) => {
    const found = ruleFor([rule], { rule: id, office: asked, today, until: end as Day });
    expect(found.ok ? "granted" : found.refusal.code).toBe(code);
  });
});

describe("delayed disclosure", () => {
  let database: TestDatabase;
  let by: Account;
  let second: Account;
  const matter = "SL-2026-000001";
  beforeEach(async () => {
    database = await testDatabase();
    clock.set("2026-09-09T02:00:00Z");
    by = await accountOf(database, "approver");
    second = await accountOf(database, "approver");
    const log = openAccessLog({ db: database.db, clock, keys });
    await log.record(entry([look(1, { matter }), look(2)], { by }));
    await log.record(entry([look(1, { matter })], { by: { ...by, organisation: otherOffice } }));
  });
  afterEach(() => database.drop());

  const ports = (rules: readonly DelayRule[] = [rule]) => ({ db: database.db, clock, delayRules: () => rules });
  const wish: DelayWish = { rule: "inquiry", matter, reason: "查办期间", until };
  const code = async (asked: Promise<{ ok: boolean; refusal?: { code: string } }>): Promise<string> =>
    (await asked).refusal?.code ?? "granted";
  const shown = async (day: string): Promise<number> => {
    const sql = "select 1 from access.pub_look where shown_from <= $1::date";
    return (await database.db.read((tx) => tx.rows(statement("t.shown", sql), [day]))).length;
  };

  test("acts once a second person has confirmed it, for its own matter, until its end, counted in public", async () => {
    const proposed = await proposeDelay(ports(), by, wish);
    const delay = proposed.ok ? proposed.value.delay : "";
    expect(await shown("2026-09-09")).toBe(3);
    expect(await publicDelays(ports())).toEqual([]);
    expect(await code(confirmDelay(ports(), by, delay))).toBe("accounts.second-person");
    expect(await code(confirmDelay(ports(), second, delay))).toBe("granted");
    expect(await code(confirmDelay(ports(), second, delay))).toBe("access.delay-confirmed");
    expect(await shown("2026-09-09")).toBe(2);
    expect(await publicDelays(ports())).toEqual([{ article: "example-law#9", matters: 1, looks: 1 }]);
    clock.set("2026-09-19T15:59:00Z");
    expect(await shown(clock.today())).toBe(2);
    clock.set("2026-09-19T16:00:00Z");
    expect(await shown(clock.today())).toBe(3);
    expect(await publicDelays(ports())).toEqual([]);
  });

  test("has no way without a rule, without a look, or for those who keep the system", async () => {
    expect(await code(proposeDelay(ports([]), by, wish))).toBe("access.no-delay-rule");
    expect(await code(proposeDelay(ports(), by, { ...wish, matter: "SL-2026-999999" }))).toBe("access.unknown-matter");
    expect(await code(proposeDelay(ports(), await accountOf(database, "security-admin"), wish))).toBe("accounts.role");
  });

  test("of another office and of nobody are one; a rule that was repealed confirms nothing", async () => {
    const proposed = await proposeDelay(ports(), by, wish);
    const delay = proposed.ok ? proposed.value.delay : "";
    const foreign = await accountOf(database, "approver", otherOffice);
    expect(await code(confirmDelay(ports(), foreign, delay))).toBe("access.unknown-delay");
    expect(await code(confirmDelay(ports(), second, "00000000-0000-4000-8000-000000000000"))).toBe(
      "access.unknown-delay",
    );
    expect(await code(confirmDelay(ports([]), second, delay))).toBe("access.no-delay-rule");
    expect(await shown("2026-09-09")).toBe(3);
  });
});
