import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { auditTrail, isUnaltered } from "../foundation/audit/index.ts";
import { statement } from "../platform/database/pool.ts";
import { testDatabase } from "../platform/database/test-database.ts";
import type { TestDatabase } from "../platform/database/test-database.ts";
import { openKeystore } from "../platform/keys/keystore.ts";
import type { Keystore } from "../platform/keys/keystore.ts";
import { openKeyring } from "../records/statements/index.ts";
import { readConfig } from "./config.ts";
import { rekey } from "./rekey.ts";

const insertSubject = statement(
  "test.subject",
  "insert into subject.subject values ($1, 'enterprise', 'registered', '2020-01-01Z', gen_random_uuid())",
);
const insertKey = statement(
  "test.key",
  "insert into statements.subject_key values ($1, decode($2, 'hex'), $3, $4, $5)",
);
const subjects = Array.from({ length: 501 }, (_, at) => `S${at}`);

let database: TestDatabase;
let folder: string;
beforeEach(async () => {
  database = await testDatabase();
  folder = await mkdtemp(path.join(tmpdir(), "xinheng-rekey-"));
});
afterEach(async () => {
  await database.drop();
  await rm(folder, { recursive: true });
});

const keystore = (): Keystore => openKeystore({ folder: path.join(folder, "keys"), suite: "aes-256-gcm" });

async function run(finish: boolean): Promise<string> {
  const config = readConfig({ XINHENG_DATA: folder, DATABASE_URL: database.url });
  if (!config.ok) throw new Error(config.refusal.code);
  return rekey(config.value, finish);
}

/** What the trail says was done to a key-encryption key, by nobody's account. */
async function deedsAbout(kek: string): Promise<readonly string[]> {
  const entries = await database.db.read((tx) => auditTrail(tx, kek));
  expect(entries.every((entry) => entry.account === null && isUnaltered(entry))).toBe(true);
  return entries.map(({ action }) => action);
}

test("a new key-encryption key wraps all data keys, the old one opens until the second step, and values stay", async () => {
  const before = keystore();
  const secrets = await database.admin.write(async (tx) => {
    const made = new Map<string, Uint8Array>();
    for (const subject of subjects) {
      const { key, kept } = before.make(subject);
      await tx.run(insertSubject, [subject]);
      await tx.run(insertKey, [subject, kept.id, kept.suite, kept.kek, kept.wrapped]);
      made.set(subject, key.secret);
    }
    return made;
  });
  expect(await run(false)).toContain("重新封装 501 个");
  expect(keystore().kek).not.toBe(before.kek);
  expect(await deedsAbout(keystore().kek)).toEqual(["keys.rekey"]);
  // A server that was not restarted yet still wraps by the old key.
  const { kept } = before.make("late");
  await database.admin.write(async (tx) => {
    await tx.run(insertSubject, ["late"]);
    await tx.run(insertKey, ["late", kept.id, kept.suite, kept.kek, kept.wrapped]);
  });
  expect(await run(true)).toContain("又重新封装 1 个数据密钥，旧密钥仍保留");
  expect(keystore().knows(before.kek)).toBe(true);
  expect(await deedsAbout(keystore().kek)).toEqual(["keys.rekey"]);
  expect(await run(true)).toContain("key-encryption.keys.retired");
  const ring = await database.db.read((tx) => openKeyring(tx, keystore(), [...subjects, "late"]));
  for (const subject of subjects) expect(ring.keyOf(subject).secret).toEqual(secrets.get(subject));
  expect(ring.newAmong(new Set([...subjects, "late"]))).toEqual([]);
  expect(() => keystore().unwrap("late", kept)).toThrow("is missing");
  expect(await deedsAbout(keystore().kek)).toEqual(["keys.rekey", "keys.retire"]);
  const retired = await readFile(path.join(folder, "keys", "key-encryption.keys.retired"), "utf8");
  expect(retired).toContain(before.kek);
});

test("two do not change the key at once", async () => {
  const before = keystore().kek;
  const held = await database.admin.tryLock("keys.rekey", () => run(false).catch((error: unknown) => error));
  expect(held).toMatchObject({ locked: true, value: { refusal: { code: "main.rekey-running" } } });
  expect(keystore().kek).toBe(before);
});
