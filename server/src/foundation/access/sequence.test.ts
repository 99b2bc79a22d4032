import { createHash } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { verifyDisclosure } from "@xinheng/log/commitment";
import { leafHash, verifyInclusion } from "@xinheng/log/merkle";
import { openNote, readVerifierKey } from "@xinheng/log/note";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { statement } from "../../platform/database/pool.ts";
import type { Database } from "../../platform/database/pool.ts";
import { testDatabase } from "../../platform/database/test-database.ts";
import type { TestDatabase } from "../../platform/database/test-database.ts";
import { openKeys } from "../../platform/keys/keys.ts";
import type { Keys } from "../../platform/keys/keys.ts";
import { accessKey, openAccessLog, proofOfLook, verifyAccessLog } from "./index.ts";
import type { AccessLog, LookProof, Verdict } from "./index.ts";
import { paddedSize } from "./rules/tree.ts";
import { sequenceLooks } from "./service/sequence.ts";
import { entry, handClock, look, subjectOf } from "./test-looks.ts";

let database: TestDatabase;
let folder: string;
let keys: Keys;
let log: AccessLog;
const clock = handClock("2026-09-09T02:00:00Z");
const origin = "credit.example.invalid";

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "xinheng-access-"));
  keys = await openKeys({ folder: path.join(folder, "keys") });
});
afterAll(() => rm(folder, { recursive: true, force: true }));
async function open(): Promise<void> {
  database = await testDatabase();
  clock.set("2026-09-09T02:00:00Z");
  log = openAccessLog({ db: database.db, clock, keys });
}

const HOUR = 3_600_000;
const run = (db: Database = database.db): Promise<void> => sequenceLooks({ db, keys, origin }, clock.now());
const verify = (): Promise<Verdict> => verifyAccessLog(database.admin, accessKey({ keys, origin }));

class Undone extends Error {}

/** What the log's own proof says once somebody has changed its tables; nothing of that stays. */
async function afterTampering(sql: string): Promise<Verdict | undefined> {
  let verdict: Verdict | undefined;
  const tampered = database.admin.write(async (tx) => {
    await tx.run(statement(`t.${createHash("md5").update(sql).digest("hex")}`, sql));
    const read: Database["read"] = (work) => work(tx);
    verdict = await verifyAccessLog({ ...database.admin, read }, accessKey({ keys, origin }));
    throw new Undone();
  });
  await expect(tampered).rejects.toThrow(Undone);
  return verdict;
}

async function rows<R extends object>(sql: string): Promise<R[]> {
  return database.admin.read((tx) => tx.rows<R>(statement(`q.${sql.slice(0, 50)}`, sql)));
}

async function lookTimes(from: number, count: number): Promise<string[]> {
  const outcomes = await Promise.all(Array.from({ length: count }, (_, at) => log.record(entry([look(from + at)]))));
  return outcomes.map((outcome) => (outcome.ok ? (outcome.value[0] ?? "") : outcome.refusal.code));
}

describe("positions", () => {
  beforeEach(open);
  afterEach(() => database.drop());

  test("are given after commit, without a gap, once, however many processes give them", async () => {
    await lookTimes(0, 30);
    await Promise.all([run(), run(), run()]);
    await lookTimes(30, 30);
    await run();
    const positions = await rows<{ position: number }>("select position from access.position order by 1");
    // The first run has signed an hour: the second thirty begin behind its padding.
    expect(positions.map(({ position }) => position)).toEqual([
      ...Array.from({ length: 30 }, (_, at) => at),
      ...Array.from({ length: 30 }, (_, at) => 256 + at),
    ]);
    expect(await rows("select 1 from access.outbox")).toEqual([]);
  });
});

describe("a root", () => {
  beforeEach(open);
  afterEach(() => database.drop());

  test("is signed every hour, also when empty, and tells nothing of how many looks there were", async () => {
    await run();
    clock.add(HOUR);
    await lookTimes(0, 3);
    await run();
    await run();
    clock.add(HOUR);
    await run();
    const roots = await rows<{ size: number; hour: Date; note: string }>("select * from access.root order by size");
    expect(roots.map(({ size }) => size)).toEqual([256, 512, 768]);
    const { text, signedBy } = openNote(roots[1]?.note ?? "", [readVerifierKey(accessKey({ keys, origin }))]);
    expect(signedBy).toEqual([`${origin}/access`]);
    expect(text).toMatch(
      /^credit\.example\.invalid\/access\nxinheng\/v1\/access-root\nhour 2026-09-09T03:00:00Z\nsize 512\nroot [\w+/]{43}=\n$/,
    );
    expect(await verify()).toEqual({ ok: true, looks: 3, roots: 3, size: 768 });
  });
});

describe("a subject's proof", () => {
  beforeEach(open);
  afterEach(() => database.drop());

  function holds(proof: LookProof): boolean {
    const { text } = openNote(proof.note, [readVerifierKey(accessKey({ keys, origin }))]);
    const root = Buffer.from(/^root (.+)$/m.exec(text)?.[1] ?? "", "base64");
    const commitment = Buffer.from(proof.commitment, "hex");
    const leaf = leafHash(Buffer.concat([Buffer.of(1, 1), commitment]));
    const path_ = proof.path.map((hash) => Buffer.from(hash, "hex"));
    return (
      verifyDisclosure(proof.disclosure, commitment) &&
      text.includes(`\nsize ${proof.size}\n`) &&
      verifyInclusion({ leafHash: leaf, index: proof.position, size: proof.size, proof: path_, root })
    );
  }

  test("shows one look in the log, and nothing of who it was or of others", async () => {
    const first = await lookTimes(0, 270);
    await run();
    clock.add(HOUR);
    const second = await lookTimes(300, 3);
    await run();
    const proof = (number: number, id: string): Promise<LookProof | undefined> =>
      database.db.read((tx) => proofOfLook(tx, subjectOf(number), id));
    for (const [number, id] of [
      [0, first[0]],
      [255, first[255]],
      [269, first[269]],
      [301, second[1]],
    ] as const) {
      const given = await proof(number, id ?? "");
      expect(given?.disclosure.header).toMatchObject({ subject: subjectOf(number), id });
      expect(JSON.stringify(given)).not.toContain("00000000-0000-4000");
      expect(given !== undefined && holds(given)).toBe(true);
    }
    // All at once, in any order, what was asked before among them.
    const asked = [301, 0, 269, 300, 255].map(async (number) => {
      const given = await proof(number, (number < 300 ? first[number] : second[number - 300]) ?? "");
      return given !== undefined && holds(given);
    });
    expect(await Promise.all(asked)).toEqual([true, true, true, true, true]);
    expect(await proof(1, first[0] ?? "")).toBeUndefined();
    const [late] = await lookTimes(400, 1);
    expect(await proof(400, late ?? "")).toBeUndefined();
  });
});

test.each([
  [0, 0, 256],
  [0, 1, 256],
  [0, 256, 256],
  [0, 257, 512],
  [256, 256, 512],
  [256, 257, 512],
  [256, 513, 768],
])("a root over %i with the next position %i has size %i", (before, next, size) => {
  expect(paddedSize(before, next)).toBe(size);
});

describe("a log of three hours", () => {
  beforeAll(async () => {
    await open();
    await lookTimes(0, 300);
    await run();
    clock.add(HOUR);
    await lookTimes(300, 20);
    await run();
    clock.add(HOUR / 2);
    await lookTimes(400, 5);
    await run();
    await lookTimes(500, 2);
  });
  afterAll(() => database.drop());

  test("is sound", async () => {
    expect(await verify()).toEqual({ ok: true, looks: 325, roots: 2, size: 768 });
  });

  const at = (position: number): string => `(select look from access.position where position = ${position})`;
  test.each([
    ["an altered matter", `update access.look set matter = 'x' where look = ${at(7)}`, "altered", 7],
    ["another account", `update access.look set account = gen_random_uuid() where look = ${at(8)}`, "altered", 8],
    ["another seed", `update access.look set seed = commitment where look = ${at(299)}`, "altered", 299],
    ["a look of another day", `update access.look set at = at + interval '1 day' where look = ${at(9)}`, "missing", 9],
    ["a look that is gone", `delete from access.look where look = ${at(515)}`, "missing", 515],
    ["a look that is gone before its root", `delete from access.look where look = ${at(770)}`, "missing", 770],
    ["a position that is gone", "delete from access.position where position = 3", "missing", 3],
    ["the last position of an hour gone", "delete from access.position where position = 299", "missing", 299],
    [
      "a look with its position gone",
      `with l as (delete from access.look where look = ${at(4)} returning look) delete from access.position p using l where p.look = l.look`,
      "missing",
      4,
    ],
    [
      "a position where padding stood",
      "insert into access.position select 400, subject, at, look, commitment from access.position where position = 1",
      "inserted",
      400,
    ],
    [
      "a commitment that agrees with an altered position",
      "update access.position p set commitment = (select commitment from access.position q where q.position = 6), look = (select look from access.position q where q.position = 6), subject = (select subject from access.position q where q.position = 6) where p.position = 5",
      "rewritten",
      0,
    ],
    [
      "another tile",
      "update access.tile set root = (select root from access.tile where tile = 1) where tile = 0",
      "rewritten",
      0,
    ],
    ["another root", "update access.root set root = padding_seed where size = 768", "root", 768],
    ["another hour", "update access.root set hour = hour - interval '2 hours' where size = 512", "note", 512],
    [
      "another note",
      "update access.root set note = replace(note, 'size 512', 'size 513') where size = 512",
      "note",
      512,
    ],
    ["a note by nobody", "update access.root set note = '' where size = 768", "note", 768],
    ["another padding", "update access.root set padding_seed = root where size = 768", "rewritten", 512],
  ])("%s is found", async (_, sql, kind, position) => {
    expect(await afterTampering(sql)).toMatchObject({ ok: false, finding: { kind, position } });
  });

  test("a look that never went through the log is found", async () => {
    const sql =
      "insert into access.look select 'X', at, decode('00112233445566778899aabbccddeeff', 'hex'), account, person, organisation, organisation_name, role, matter, purpose, basis_kind, basis_ref, basis_article, channel, entries, fields, statements, outcome, seed, commitment from access.look limit 1";
    expect(await afterTampering(sql)).toEqual({
      ok: false,
      finding: { kind: "inserted", position: null, look: "00112233445566778899aabbccddeeff" },
    });
  });

  test("is not believed under another key", async () => {
    const other = accessKey({ keys: await openKeys({ folder: path.join(folder, "other") }), origin });
    expect(await verifyAccessLog(database.db, other)).toMatchObject({
      ok: false,
      finding: { kind: "note", position: 512 },
    });
  });
});
