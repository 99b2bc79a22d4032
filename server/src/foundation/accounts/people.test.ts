// Accounts are of persons: one human being is one, whatever he signs in with.
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import pg from "pg";
import { afterEach, beforeEach, expect, test } from "vitest";
import { statement } from "../../platform/database/pool.ts";
import { testDatabase } from "../../platform/database/test-database.ts";
import type { TestDatabase } from "../../platform/database/test-database.ts";
import { openKeys } from "../../platform/keys/keys.ts";
import type { Keys } from "../../platform/keys/keys.ts";
import { auditTrail } from "../audit/index.ts";
import {
  addAccount,
  authenticate,
  bindIdentity,
  changeRole,
  createAccount,
  disableAccount,
  expireStepUp,
  freeze,
  freezeOrganisation,
  identityOf,
  isSecondPerson,
  personKeyOf,
  recognise,
  signInByToken,
  unfreeze,
} from "./index.ts";
import type { Account, Role } from "./index.ts";

const at = new Date("2026-09-09T00:00:00Z");
const organisation = { uscc: "11990100MB0XH0054P", name: "示例市市场监督管理局" };
const clock = { now: () => at.getTime(), today: () => "2026-09-09" as never };
const issuer = "https://id.example.cn";

let database: TestDatabase;
let folder: string;
let keys: Keys;
beforeEach(async () => {
  database = await testDatabase();
  folder = await mkdtemp(path.join(tmpdir(), "xinheng-people-"));
  keys = await openKeys({ folder: path.join(folder, "keys") });
});
afterEach(async () => {
  await database.drop();
  await rm(folder, { recursive: true });
});

async function made(login: string, role: Role = "clerk", person?: string) {
  const more = person === undefined ? {} : { person };
  const outcome = await createAccount(database.db, { at, by: null, organisation, role, login, ...more });
  if (!outcome.ok) throw new Error(outcome.refusal.code);
  return outcome.value;
}

async function code(asked: Promise<{ ok: boolean; refusal?: { code: string } }>): Promise<string> {
  return (await asked).refusal?.code ?? "granted";
}

const see = (subject: string, personKey: string | null = null, from = issuer) =>
  database.db.write((tx) =>
    recognise(tx, identityOf(keys, { id: from, realm: from }, subject), {
      personKey: personKey === null ? null : personKeyOf(keys, personKey),
      at,
    }),
  );

const bind = (account: Account, subject: string, from = issuer) =>
  database.db.write((tx) =>
    bindIdentity(tx, identityOf(keys, { id: from, realm: from }, subject), { person: account.person, at }),
  );

async function reread(token: string): Promise<Account> {
  const outcome = await authenticate(database.db, token);
  if (!outcome.ok) throw new Error(outcome.refusal.code);
  return outcome.value;
}

test("a second account of a person is not a second person", async () => {
  const first = await made("zhang");
  const other = await made("li");
  const second = await made("zhang-b", "reviewer", first.account.person);
  expect(isSecondPerson(first.account, second.account)).toBe(false);
  expect(isSecondPerson(first.account, other.account)).toBe(true);
  expect(await code(database.db.write((tx) => addAccount(tx, { ...wish("wang"), person: crypto.randomUUID() })))).toBe(
    "accounts.unknown-person",
  );
});

const wish = (login: string, role: Role = "clerk") => ({ at, by: null, organisation, role, login });

test("an identity that nobody has leaves nothing behind", async () => {
  expect(await see("subject-1", "990100199001010010")).toBeUndefined();
  const rows = await database.admin.read((tx) =>
    tx.rows<{ n: number }>(
      statement(
        "test.people",
        "select (select count(*) from accounts.identity) + (select count(*) from accounts.person) as n",
      ),
    ),
  );
  expect(rows).toEqual([{ n: 0 }]);
});

test("two accounts whose identities bring the same key of a person are one from then on", async () => {
  const [one, two] = [await made("zhang"), await made("zhang-two", "reviewer")];
  await bind(one.account, "subject-1");
  await bind(two.account, "subject-2", "https://licence.example.cn");
  expect(isSecondPerson(await reread(one.token), await reread(two.token))).toBe(true);
  expect(await see("subject-1", "990100199001010010")).toEqual({ person: one.account.person, separated: true });
  const seen = await see("subject-2", "990100199001010010", "https://licence.example.cn");
  expect(seen).toEqual({ person: one.account.person, separated: true });
  expect(isSecondPerson(await reread(one.token), await reread(two.token))).toBe(false);
  const rows = await database.admin.read((tx) =>
    tx.rows<{ person: string }>(statement("test.view", "select person from accounts.pub_account where account = $1"), [
      two.account.account,
    ]),
  );
  expect(rows).toEqual([{ person: one.account.person }]);
  expect(await database.db.read((tx) => auditTrail(tx, two.account.person))).toMatchObject([{ action: "person.join" }]);
});

test("identity numbers stand nowhere in clear, and a digest fits one issuer only", async () => {
  const { account } = await made("zhang");
  await bind(account, "subject-1");
  await see("subject-1", "990100199001010010");
  const rows = await database.admin.read((tx) =>
    tx.rows<{ row: string }>(statement("test.identities", "select i::text as row from accounts.identity i")),
  );
  expect(rows).toHaveLength(2);
  for (const { row } of rows) expect(row).not.toMatch(/990100199001010010|subject-1/);
  expect(await see("subject-1", null, "https://other.example.cn")).toBeUndefined();
});

test("an administrator's role stands alone at a person, whichever way it would come about", async () => {
  const [clerk, admin] = [await made("zhang"), await made("root", "system-admin")];
  const add = (role: Role, person: string, login: string) =>
    code(database.db.write((tx) => addAccount(tx, { ...wish(login, role), person })));
  expect(await add("auditor", clerk.account.person, "zhang-audits")).toBe("accounts.separated");
  expect(await add("clerk", admin.account.person, "root-sends")).toBe("accounts.separated");
  expect(await add("security-admin", admin.account.person, "root-two")).toBe("accounts.separated");
  const change = (account: string, role: Role) =>
    code(database.db.write((tx) => changeRole(tx, account, { role, at, by: null, reason: "调岗" })));
  const second = await made("zhang-b", "reviewer", clerk.account.person);
  expect(await change(second.account.account, "auditor")).toBe("accounts.separated");
  expect(await change(second.account.account, "operator")).toBe("granted");
  expect((await reread(second.token)).role).toBe("operator");
  expect(await change(admin.account.account, "clerk")).toBe("granted");
  expect(await code(disableAccount(database.db, { at, by: null, login: "zhang-b", reason: "离职" }))).toBe("granted");
  expect(await change(second.account.account, "clerk")).toBe("accounts.disabled");
  expect(await change(crypto.randomUUID(), "clerk")).toBe("accounts.unknown-account");
  await bind(clerk.account, "subject-1");
  const auditor = await made("audit", "auditor");
  await bind(auditor.account, "subject-2");
  await see("subject-1", "key");
  expect(await see("subject-2", "key")).toMatchObject({ separated: false });
});

test("two grants at once cannot give one person both an administrator's role and a data role", async () => {
  const person = (await made("zhang")).account.person;
  await disableAccount(database.db, { at, by: null, login: "zhang", reason: "" });
  const outcomes = await Promise.all(
    (["auditor", "clerk", "system-admin", "reviewer"] as const).map((role) =>
      database.db.write((tx) => addAccount(tx, { ...wish(`z-${role}`, role), person })),
    ),
  );
  const roles = outcomes.flatMap((outcome) => (outcome.ok ? [outcome.value.account.role] : []));
  expect(["auditor", "system-admin", "clerk+reviewer", "reviewer+clerk"]).toContain(roles.toSorted().join("+"));
});

test("a frozen account acts nowhere but in its own record, and only a security administrator lifts it", async () => {
  const clerk = await made("zhang");
  const guard = (await made("guard", "security-admin")).account;
  const stop = (by: Account | null) =>
    database.db.write((tx) => freeze(tx, clerk.account.account, { at, by, reason: "异常查询" }));
  const lift = (by: Account) =>
    code(database.db.write((tx) => unfreeze(tx, clerk.account.account, { at, by, reason: "已核实" })));
  expect(await code(stop((await made("root", "system-admin")).account))).toBe("accounts.role");
  expect(await stop(null)).toEqual({ ok: true, value: true });
  expect(await stop(null)).toEqual({ ok: true, value: false });
  expect(await code(authenticate(database.db, clerk.token))).toBe("accounts.frozen");
  const own = signInByToken({ db: database.db, clock }, clerk.token, { allowFrozen: true });
  expect(await code(own)).toBe("granted");
  expect(await lift(clerk.account)).toBe("accounts.role");
  expect(await lift(guard)).toBe("granted");
  expect(await code(authenticate(database.db, clerk.token))).toBe("granted");
  await database.db.write((tx) => freeze(tx, guard.account, { at, by: null, reason: "异常" }));
  expect(await code(database.db.write((tx) => unfreeze(tx, guard.account, { at, by: guard, reason: "" })))).toBe(
    "accounts.second-person",
  );
});

test("a frozen organisation stops all of its accounts until it is lifted", async () => {
  const clerk = await made("zhang");
  const guard = (await made("guard", "security-admin")).account;
  const set = (frozen: boolean) =>
    database.db.write((tx) => freezeOrganisation(tx, organisation.uscc, { at, by: guard, reason: "核查", frozen }));
  expect(await set(true)).toEqual({ ok: true, value: true });
  expect(await code(authenticate(database.db, clerk.token))).toBe("accounts.frozen");
  expect(await set(false)).toEqual({ ok: true, value: true });
  expect(await code(authenticate(database.db, clerk.token))).toBe("granted");
});

test("a token is a proof of the moment until a better one is asked for", async () => {
  const { account, token } = await made("zhang");
  const proof = async () => {
    const outcome = await signInByToken({ db: database.db, clock }, token, { allowFrozen: false });
    return outcome.ok ? outcome.value.steppedUpAt : outcome.refusal.code;
  };
  expect(await proof()).toEqual(at);
  await database.db.write((tx) => expireStepUp(tx, account.account, { at, reason: "夜间大量查询" }));
  expect(await proof()).toBeNull();
});

test("accounts from before persons were registered are each a person of their own", async () => {
  const old = await testDatabase();
  const client = new pg.Client({ connectionString: old.url });
  try {
    await client.connect();
    await client.query(
      "drop schema accounts cascade; create schema accounts; grant usage on schema accounts to xinheng_app",
    );
    await client.query(`create table accounts.account (account uuid not null primary key, organisation text not null,
      organisation_name text not null, role text not null, login text not null unique, token_hash bytea not null unique,
      created_at timestamptz not null, disabled_at timestamptz)`);
    await client.query(`insert into accounts.account
      select ('00000000-0000-4000-8000-00000000000' || n)::uuid, code, '示例单位', role, 'login-' || n, n::text::bytea, '2026-01-01', null
      from (values (1, '11990100MB0XH0054P', 'clerk'), (2, '11990100MB0XH0054P', 'auditor'), (3, '129901009900397397', 'auditor'))
        as old (n, code, role)`);
    await client.query(await readFile(new URL("../../../migrations/0012-people.sql", import.meta.url), "utf8"));
    const people = await client.query(
      "select account = person as own, organisation_name as name from accounts.pub_account",
    );
    expect(people.rows).toEqual(Array.from({ length: 3 }, () => ({ own: true, name: "示例单位" })));
    const { rows } = await client.query("select uscc, kind from accounts.organisation order by 1");
    expect(rows).toEqual([
      { uscc: "11990100MB0XH0054P", kind: "department" },
      { uscc: "129901009900397397", kind: "auditor" },
    ]);
  } finally {
    await client.end();
    await old.drop();
  }
});
