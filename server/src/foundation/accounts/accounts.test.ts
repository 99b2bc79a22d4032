import { createHash } from "node:crypto";
import { chmod, mkdtemp, readFile, rm, stat, unlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { statement } from "../../platform/database/pool.ts";
import { testDatabase } from "../../platform/database/test-database.ts";
import type { TestDatabase } from "../../platform/database/test-database.ts";
import { auditTrail } from "../audit/index.ts";
import {
  addAccount,
  authenticate,
  createAccount,
  disableAccount,
  initialiseInstance,
  provideDemoAccounts,
  readInstance,
  ROLES,
} from "./index.ts";
import type { Role } from "./index.ts";
import type { DemoAccount } from "./service/demo.ts";

let database: TestDatabase;
let folder: string;
beforeEach(async () => {
  database = await testDatabase();
  folder = await mkdtemp(path.join(tmpdir(), "xinheng-accounts-"));
});
afterEach(async () => {
  await database.drop();
  await rm(folder, { recursive: true });
});

/** As good as the instance's own, since nobody signs in here. */
const keys = { mac: (_: string, bytes: Uint8Array | string) => createHash("sha256").update(bytes).digest() };
const at = new Date("2026-09-09T00:00:00Z");
const organisation = { uscc: "11990100MB0XH0054P", name: "示例市市场监督管理局" };

async function make(login: string, role: Role = "clerk") {
  return createAccount(database.db, { at, by: null, organisation, role, login });
}

async function made(login: string, role: Role = "clerk") {
  const outcome = await make(login, role);
  if (!outcome.ok) throw new Error(outcome.refusal.code);
  return outcome.value;
}

async function count(table: string): Promise<number> {
  const rows = await database.admin.read((tx) =>
    tx.rows<{ n: number }>(statement(`test.count-${table}`, `select count(*) as n from ${table}`)),
  );
  return rows[0]?.n ?? -1;
}

async function code(asked: Promise<{ ok: boolean; refusal?: { code: string } }>): Promise<string> {
  return (await asked).refusal?.code ?? "granted";
}

test("a token opens its own account and nothing else does", async () => {
  const { account, token } = await made("zhang");
  expect(token).toMatch(/^[A-Za-z0-9_-]{43}$/);
  expect(await authenticate(database.db, token)).toEqual({ ok: true, value: account });
  const rows = await database.admin.read((tx) =>
    tx.rows<{ hash: Buffer }>(statement("test.hash", "select token_hash as hash from accounts.account")),
  );
  expect(rows[0]?.hash).toEqual(createHash("sha256").update(token).digest());
  expect(await code(authenticate(database.db, null))).toBe("accounts.unauthenticated");
  for (const wrong of ["", `${token}A`, token.slice(1), token.toLowerCase(), "' or 1=1 --"]) {
    expect(await code(authenticate(database.db, wrong))).toBe("accounts.unknown-token");
  }
});

test("a disabled account is told so, for good, and its deed is written down once", async () => {
  const { account, token } = await made("zhang");
  for (const reason of ["离职", "再次"]) {
    expect((await disableAccount(database.db, { at, by: null, login: "zhang", reason })).ok).toBe(true);
  }
  expect(await code(authenticate(database.db, token))).toBe("accounts.disabled");
  const trail = await database.db.read((tx) => auditTrail(tx, account.account));
  expect(trail.map(({ action, purpose }) => [action, purpose])).toEqual([
    ["account.create", null],
    ["account.disable", "离职"],
  ]);
  expect(await code(disableAccount(database.db, { at, by: null, login: "li", reason: "" }))).toBe(
    "accounts.unknown-login",
  );
});

test("making an account is refused by name, and a refused one leaves no trace", async () => {
  await made("zhang");
  const admin = (await made("root", "system-admin")).account;
  expect(await code(make("zhang", "clerk"))).toBe("accounts.login-taken");
  expect(await code(make("Wang Er", "clerk"))).toBe("accounts.bad-login");
  const bad = {
    at,
    by: null,
    role: "clerk" as const,
    login: "wang",
    organisation: { uscc: "11990100MB0XH0054X", name: "x" },
  };
  expect(await code(createAccount(database.db, bad))).toBe("accounts.bad-organisation");
  expect([await count("accounts.account"), await count("audit.entry"), await count("accounts.person")]).toEqual([
    2, 2, 2,
  ]);
  const wanted = { at, by: admin, organisation, role: "clerk" as const, login: "wang" };
  const outcome = await database.db.write((tx) => addAccount(tx, wanted));
  const trail = await database.db.read((tx) => auditTrail(tx, outcome.ok ? outcome.value.account.account : ""));
  expect(trail).toMatchObject([{ account: admin.account, organisation: admin.organisation }]);
});

test("an audit entry that cannot be written undoes the account", async () => {
  await database.admin.write((tx) => tx.run(statement("test.revoke", "revoke insert on audit.entry from xinheng_app")));
  await expect(make("zhang")).rejects.toThrow("permission denied");
  expect(await count("accounts.account")).toBe(0);
});

test("the server's role cannot move a token to another account", async () => {
  await made("zhang");
  const steal = statement("test.steal", "update accounts.account set token_hash = '\\x00'");
  await expect(database.db.write((tx) => tx.run(steal))).rejects.toThrow("permission denied");
});

test("what the database is can be said once", async () => {
  expect(await readInstance(database.db)).toBeNull();
  const wish = { at, region: "990100", production: true };
  expect((await initialiseInstance(database.db, wish)).ok).toBe(true);
  expect((await initialiseInstance(database.db, { ...wish, at: new Date() })).ok).toBe(true);
  expect(await readInstance(database.db)).toEqual({ region: "990100", production: true, initialisedAt: at });
  for (const other of [
    { ...wish, production: false },
    { ...wish, region: "990200" },
  ]) {
    expect(await code(initialiseInstance(database.db, other))).toBe("accounts.instance-differs");
  }
  expect(await count("audit.entry")).toBe(1);
});

async function demo(): Promise<readonly DemoAccount[]> {
  const outcome = await provideDemoAccounts(database.db, { keys, folder, at, provider: organisation });
  if (!outcome.ok) throw new Error(outcome.refusal.code);
  expect((await stat(outcome.value.file)).mode & 0o777).toBe(0o600);
  return JSON.parse(await readFile(outcome.value.file, "utf8")) as DemoAccount[];
}

test("the demo file holds one working account a role and survives a restart", async () => {
  const first = await demo();
  expect(first.map(({ role }) => role)).toEqual([...ROLES]);
  expect(new Set(first.map(({ token }) => token)).size).toBe(ROLES.length);
  for (const { role, token, uscc, organisation: name } of first) {
    const outcome = await authenticate(database.db, token);
    expect(outcome.ok && outcome.value).toMatchObject({ role, organisation: uscc, organisationName: name });
  }
  expect(first.find(({ role }) => role === "clerk")).toMatchObject({
    uscc: organisation.uscc,
    organisation: organisation.name,
  });
  await chmod(path.join(folder, "demo-accounts.json"), 0o644);
  expect(await demo()).toEqual(first);
  expect(await count("accounts.account")).toBe(ROLES.length);
});

test("a lost, broken or altered demo file gets new tokens, and the old ones end", async () => {
  const file = path.join(folder, "demo-accounts.json");
  const first = await demo();
  await unlink(file);
  const second = await demo();
  expect(second.map(({ login }) => login)).toContain("demo-clerk-2");
  for (const { token } of first) expect(await code(authenticate(database.db, token))).toBe("accounts.disabled");
  await writeFile(file, "{ not json");
  const third = await demo();
  const clerk = third[0];
  await writeFile(
    file,
    JSON.stringify(third.map((account) => (account === clerk ? { ...account, token: "x" } : account))),
  );
  const fourth = await demo();
  expect(fourth.slice(1)).toEqual(third.slice(1));
  expect(fourth[0]?.login).toBe("demo-clerk-4");
});

test("production refuses demo accounts", async () => {
  await initialiseInstance(database.db, { at, region: "990100", production: true });
  expect(await code(provideDemoAccounts(database.db, { keys, folder, at }))).toBe("accounts.production");
  await expect(stat(path.join(folder, "demo-accounts.json"))).rejects.toThrow("ENOENT");
  expect(await count("accounts.account")).toBe(0);
});
