import { afterAll, beforeAll, expect, test } from "vitest";
import { auditTrail } from "../../foundation/audit/index.ts";
import { statement } from "../../platform/database/pool.ts";
import { testDatabase } from "../../platform/database/test-database.ts";
import type { TestDatabase } from "../../platform/database/test-database.ts";
import { markRead, readMark } from "./index.ts";
import type { NoticePlace } from "./index.ts";

const now = Date.parse("2026-09-09T00:00:00Z");
const clock = { now: () => now, today: () => "2026-09-09" as never };
let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.drop());

const by = (account: string) => ({
  account,
  person: account,
  organisation: "91990100MA0XH00501",
  organisationName: "示例公司",
  role: "enterprise" as const,
  login: "x",
});
const first = "11111111-1111-4111-8111-111111111111";
const place = (at: string, notice: string): NoticePlace => ({ at: new Date(at), notice });
const mark = (account: string): Promise<NoticePlace | null> => database.db.read((tx) => readMark(tx, account));

test("the furthest mark counts, whenever it came; each is in the trail once", async () => {
  const ports = { db: database.db, clock };
  expect(await mark(first)).toBeNull();
  const far = place("2026-09-08T00:00:00Z", "b");
  for (const one of [place("2026-09-08T00:00:00Z", "a"), far, place("2026-09-01T00:00:00Z", "z"), far]) {
    expect(await markRead(ports, by(first), one)).toMatchObject({ ok: true });
  }
  expect(await mark(first)).toEqual(far);
  expect(await mark("22222222-2222-4222-8222-222222222222")).toBeNull();
  const trail = await database.db.read((tx) => auditTrail(tx, first));
  expect(trail.map(({ action }) => action)).toEqual(["notices.read", "notices.read", "notices.read"]);
});

test("what is to come cannot have been read", async () => {
  const ahead = await markRead({ db: database.db, clock }, by(first), place("2026-09-10T00:00:00Z", "a"));
  expect(ahead).toMatchObject({ ok: false, refusal: { code: "notices.not-yet" } });
});

test("the server's role can neither change nor delete a mark", async () => {
  for (const text of ["update notices.read_mark set notice = 'x'", "delete from notices.read_mark"]) {
    await expect(database.db.write((tx) => tx.run(statement(`test.${text.slice(0, 6)}`, text)))).rejects.toThrow(
      "permission denied",
    );
  }
});
