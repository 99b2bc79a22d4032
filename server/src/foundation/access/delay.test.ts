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
import type { Look } from "./rules/look.ts";
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
  });
  afterEach(() => database.drop());

  const log = () => openAccessLog({ db: database.db, clock, keys });
  /** Somebody of the office looks at subject 1 for the matter. */
  const lookNow = (more: Partial<Look> = {}, whose: Account = by) =>
    log().record(entry([look(1, { matter, ...more })], { by: whose }));
  const delayNow = async (end: Day = until): Promise<void> => {
    const proposed = await proposeDelay(ports(), by, { ...wish, until: end });
    const confirmed = await confirmDelay(ports(), second, proposed.ok ? proposed.value.delay : "");
    expect(confirmed.ok).toBe(true);
    clock.add(1000);
  };

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
    await lookNow();
    expect(await shown("2026-09-09")).toBe(1);
    expect(await code(confirmDelay(ports(), by, delay))).toBe("accounts.second-person");
    expect(await code(confirmDelay(ports(), second, delay))).toBe("granted");
    expect(await code(confirmDelay(ports(), second, delay))).toBe("access.delay-confirmed");
    expect(await publicDelays(ports())).toEqual([]);
    clock.add(1000);
    await lookNow();
    await log().record(entry([look(2)], { by }));
    await lookNow({}, { ...by, organisation: otherOffice });
    expect(await shown("2026-09-09")).toBe(3);
    expect(await publicDelays(ports())).toEqual([{ article: "example-law#9", matters: 1, looks: 1 }]);
    clock.set("2026-09-19T15:59:00Z");
    expect(await shown(clock.today())).toBe(3);
    clock.set("2026-09-19T16:00:00Z");
    expect(await shown(clock.today())).toBe(4);
    expect(await publicDelays(ports())).toEqual([]);
  });

  const byAuthorisation: Partial<Look> = {
    basis: { kind: "authorisation", authorisation: "0".repeat(32) },
    channel: "share-by-authorisation",
  };
  const own: Partial<Look> = { basis: { kind: "own" }, channel: "own" };
  test.each<[string, Partial<Look>, "before" | "after", string]>([
    ["by duty before the delay", {}, "before", "2026-09-09"],
    ["by duty after it", {}, "after", "2026-09-20"],
    ["by authorisation before it", byAuthorisation, "before", "2026-09-09"],
    ["by authorisation after it", byAuthorisation, "after", "2026-09-09"],
    ["by the subject itself after it", own, "after", "2026-09-09"],
  ])("a look %s is told from %s %s on", async (_, asked, when, told) => {
    if (when === "before") await lookNow(asked);
    clock.add(1000);
    await delayNow();
    if (when === "after") await lookNow(asked);
    expect(await shown("2026-09-08")).toBe(0);
    expect(await shown(told)).toBe(1);
    if (told === until) expect(await shown("2026-09-19")).toBe(0);
  });

  test("takes back nothing that was told, however often and however long it is delayed", async () => {
    const told: number[] = [];
    const ends = ["2026-09-10", "2026-09-30", "2026-09-12", "2026-10-09"] as const;
    for (const [index, end] of ends.entries()) {
      await lookNow(index % 2 === 0 ? {} : byAuthorisation);
      told.push(await shown(clock.today()));
      await delayNow(end as Day);
      expect(await shown(clock.today())).toBe(told.at(-1));
      clock.add(index * 3_600_000);
    }
    // The first, and those by authorisation; the third was made under delays.
    expect(told).toEqual([1, 2, 2, 3]);
    expect(await shown("2026-09-29")).toBe(3);
    expect(await shown("2026-09-30")).toBe(4);
  });

  test("stands for a matter before its first look; has no way without a rule, or for those who keep the system", async () => {
    expect(await code(proposeDelay(ports([]), by, wish))).toBe("access.no-delay-rule");
    expect(await code(proposeDelay(ports(), by, { ...wish, matter: "SL-2026-999999" }))).toBe("granted");
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
    await lookNow();
    expect(await shown("2026-09-09")).toBe(1);
  });
});
