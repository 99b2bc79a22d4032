import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import fc from "fast-check";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { Day, WorkingCalendar } from "../../kernel/day.ts";
import { statement } from "../../platform/database/pool.ts";
import { testDatabase } from "../../platform/database/test-database.ts";
import type { TestDatabase } from "../../platform/database/test-database.ts";
import { openKeys } from "../../platform/keys/keys.ts";
import type { Keys } from "../../platform/keys/keys.ts";
import type { Account } from "../accounts/index.ts";
import { openAccessLog } from "./index.ts";
import type { AccessLog } from "./index.ts";
import { boundOf, dueDay, isDrawn, isOverdue, seedHash, stateOf } from "./rules/draw.ts";
import { drawLooks } from "./service/draw.ts";
import { confirm, drawnFor, justify, publicDraws } from "./service/justify.ts";
import type { DrawFigures } from "./service/justify.ts";
import { accessPolicy, accountOf, entry, handClock, look, office, otherOffice } from "./test-looks.ts";

const clock = handClock("2026-09-09T02:00:00Z");
const calendar: WorkingCalendar = { years: new Set([2026]), holidays: new Set(), workdays: new Set() };
let database: TestDatabase;
let folder: string;
let keys: Keys;
let log: AccessLog;

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "xinheng-draw-"));
  keys = await openKeys({ folder: path.join(folder, "keys") });
});
afterAll(() => rm(folder, { recursive: true, force: true }));
beforeEach(async () => {
  database = await testDatabase();
  log = openAccessLog({ db: database.db, clock, keys });
  clock.set("2026-09-08T02:00:00Z");
});
afterEach(() => database.drop());

const draw = (): Promise<void> =>
  drawLooks({ db: database.db, keys, policyAt: () => accessPolicy(), calendar }, clock.now());
const ports = () => ({ db: database.db, clock });
const firstPage = { before: null, limit: 100 };
const drawOf = async (day: string): Promise<DrawFigures | undefined> =>
  (await publicDraws(ports(), firstPage)).find((one) => one.day === day);

describe("the rule of the draw", () => {
  test("takes all of ten thousand, none of none, and as good as its part of many", () => {
    const seed = Buffer.alloc(32, 1);
    const looks = Array.from({ length: 2000 }, (_, at) => {
      const id = Buffer.alloc(16);
      id.writeUInt32BE(at);
      return id;
    });
    const drawn = (part: number): number => looks.filter((id) => isDrawn(seed, id, part)).length;
    expect(drawn(10_000)).toBe(2000);
    expect(drawn(0)).toBe(0);
    expect(drawn(100)).toBeGreaterThan(5);
    expect(drawn(100)).toBeLessThan(45);
  });

  test("draws at a higher part whatever it draws at a lower one", () => {
    fc.assert(
      fc.property(
        fc.uint8Array({ minLength: 16, maxLength: 16 }),
        fc.integer({ min: 0, max: 10_000 }),
        fc.integer({ min: 0, max: 10_000 }),
        (id, a, b) => {
          const seed = Buffer.alloc(32, 9);
          const [low, high] = [Math.min(a, b), Math.max(a, b)];
          expect(isDrawn(seed, id, low) && !isDrawn(seed, id, high)).toBe(false);
          expect(Buffer.compare(boundOf(low), boundOf(high))).toBeLessThanOrEqual(0);
        },
      ),
    );
  });

  test.each([
    [null, null, "open", true],
    ["x", null, "justified", false],
    ["x", true, "confirmed", false],
    ["x", false, "rejected", false],
  ] as const)("a reason %s and a word %s are %s", (reason, sound, state, overdue) => {
    expect(stateOf(reason, sound)).toBe(state);
    expect(isOverdue(state, "2026-09-16" as Day, "2026-09-17" as Day)).toBe(overdue);
    expect(isOverdue(state, "2026-09-16" as Day, "2026-09-16" as Day)).toBe(false);
    expect(isOverdue(state, null, "2026-09-17" as Day)).toBe(false);
  });

  test("guesses no working day beyond its calendar", () => {
    expect(dueDay("2026-09-10" as Day, 5, calendar)).toBe("2026-09-17");
    expect(dueDay("2026-12-30" as Day, 5, calendar)).toBeNull();
    expect(dueDay("2026-09-10" as Day, 5, null)).toBeNull();
  });
});

describe("a draw", () => {
  test("shows its hash before the day and its seed only after it; anyone can draw again", async () => {
    await draw();
    const [tomorrow, today] = await publicDraws(ports(), firstPage);
    expect(tomorrow).toMatchObject({ day: "2026-09-09", seed: null, drawn: null });
    expect(today).toMatchObject({ day: "2026-09-08", seed: null });
    clock.set("2026-09-09T02:00:00Z");
    const by = await accountOf(database, "approver");
    const own = look(99, { basis: { kind: "own" } });
    const recorded = await log.record(entry([...Array.from({ length: 60 }, (_, at) => look(at)), own], { by }));
    clock.set("2026-09-09T16:09:59Z");
    await draw();
    expect(await drawOf("2026-09-09")).toMatchObject({ seed: null });
    clock.set("2026-09-09T16:10:00Z");
    await Promise.all([draw(), draw()]);
    await draw();
    const shown = await drawOf("2026-09-09");
    expect(await drawOf("2026-09-10")).toMatchObject({ seed: null });
    expect(shown?.seedHash).toEqual(tomorrow?.seedHash);
    expect(seedHash(shown?.seed ?? Buffer.alloc(0))).toEqual(shown?.seedHash);
    expect(shown).toMatchObject({ looks: 60, perTenThousand: 5000, due: "2026-09-17", justified: 0, overdue: 0 });
    const ids = recorded.ok ? recorded.value.slice(0, 60) : [];
    const again = ids.filter((id) => isDrawn(shown?.seed ?? Buffer.alloc(32), Buffer.from(id, "hex"), 5000));
    const list = await drawnFor(ports(), by, { after: null, limit: 100 });
    expect(list.ok ? list.value.map((row) => row.look.toString("hex")).toSorted() : []).toEqual(again.toSorted());
    expect(shown?.drawn).toBe(again.length);
    clock.set("2026-09-18T02:00:00Z");
    expect(await drawOf("2026-09-09")).toMatchObject({ overdue: again.length });
  });

  test("keeps its seed from whoever reads the tables", async () => {
    await draw();
    const rows = await database.admin.read((tx) =>
      tx.rows<{ seed_hash: Buffer; sealed_seed: Buffer }>(statement("t.draws", "select * from access.draw")),
    );
    for (const { seed_hash: digest, sealed_seed: sealed } of rows) {
      expect(seedHash(keys.unwrap(sealed))).toEqual(digest);
      expect(sealed.includes(keys.unwrap(sealed))).toBe(false);
    }
  });
});

describe("a drawn look", () => {
  let by: Account;
  let colleague: Account;
  let drawn: string;
  const said = { document: "SL-2026-000001", reason: "许可审查需要核对处罚情况" };
  const word = { sound: true, remark: "已核对案卷" };
  const code = async (asked: Promise<{ ok: boolean; refusal?: { code: string } }>): Promise<string> =>
    (await asked).refusal?.code ?? "granted";

  beforeEach(async () => {
    await draw();
    by = await accountOf(database, "approver");
    colleague = await accountOf(database, "approver");
    await log.record(
      entry(
        Array.from({ length: 20 }, (_, at) => look(at)),
        { by },
      ),
    );
    clock.set("2026-09-09T02:00:00Z");
    await draw();
    const list = await drawnFor(ports(), by, { after: null, limit: 1 });
    drawn = list.ok ? (list.value[0]?.look.toString("hex") ?? "") : "";
  });

  test("is justified once by its office and confirmed by a second person", async () => {
    expect(await justify(ports(), by, { look: drawn, ...said })).toMatchObject({ value: said });
    expect(await code(justify(ports(), colleague, { look: drawn, ...said }))).toBe("access.justified");
    expect(await code(confirm(ports(), by, { look: drawn, ...word }))).toBe("accounts.second-person");
    expect(await confirm(ports(), colleague, { look: drawn, ...word })).toMatchObject({ value: { sound: true } });
    expect(await code(confirm(ports(), colleague, { look: drawn, ...word }))).toBe("access.confirmed");
    expect(await drawOf("2026-09-08")).toMatchObject({ justified: 1, confirmed: 1, rejected: 0 });
  });

  test("is confirmed neither by the looker nor by whoever justified, but by a third or the auditor", async () => {
    expect(await code(confirm(ports(), colleague, { look: drawn, ...word }))).toBe("access.unjustified");
    await justify(ports(), colleague, { look: drawn, ...said });
    expect(await code(confirm(ports(), by, { look: drawn, ...word }))).toBe("accounts.second-person");
    expect(await code(confirm(ports(), colleague, { look: drawn, ...word }))).toBe("accounts.second-person");
    const auditor = await accountOf(database, "auditor", otherOffice);
    expect(await confirm(ports(), auditor, { look: drawn, sound: false, remark: "案卷无此事" })).toMatchObject({
      value: { sound: false },
    });
  });

  test("of another office, of no draw and of nobody are one and the same", async () => {
    const foreign = await accountOf(database, "approver", otherOffice);
    const keeper = await accountOf(database, "system-admin");
    const random = "0".repeat(32);
    expect(await justify(ports(), foreign, { look: drawn, ...said })).toEqual(
      await justify(ports(), foreign, { look: random, ...said }),
    );
    expect(await code(justify(ports(), keeper, { look: drawn, ...said }))).toBe("access.unknown-look");
    await justify(ports(), by, { look: drawn, ...said });
    expect(await code(confirm(ports(), foreign, { look: drawn, ...word }))).toBe("access.unknown-look");
  });

  test("is listed to its office and, whoever's it is, to the auditor; to no other administrator", async () => {
    const page = { after: null, limit: 100 };
    const count = async (asked: Account): Promise<number | string> => {
      const list = await drawnFor(ports(), asked, page);
      return list.ok ? list.value.length : list.refusal.code;
    };
    const all = await count(by);
    expect(all).toBeGreaterThan(0);
    expect(await count(await accountOf(database, "auditor", otherOffice))).toBe(all);
    expect(await count(await accountOf(database, "approver", otherOffice))).toBe(0);
    for (const role of ["security-admin", "clerk", "leader"] as const)
      expect(await count(await accountOf(database, role, office))).toBe("accounts.role");
    const first = await drawnFor(ports(), by, { after: null, limit: 2 });
    const place = first.ok ? (first.value[1] ?? null) : null;
    const rest = await drawnFor(ports(), by, { after: place, limit: 100 });
    expect(rest.ok ? rest.value.length + 2 : 0).toBe(all);
  });
});
