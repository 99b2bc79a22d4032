// Letting a frozen account in again: what was asked about is lifted, and nothing else.
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { refused } from "../../kernel/refusal.ts";
import { statement } from "../../platform/database/pool.ts";
import { testDatabase } from "../../platform/database/test-database.ts";
import type { TestDatabase } from "../../platform/database/test-database.ts";
import { createAccount, freeze, freezeOrganisation, freezingOf } from "../accounts/index.ts";
import type { Account, Role, SignedIn } from "../accounts/index.ts";
import { COMMAND_NAMES } from "./rules.ts";
import type { ApprovalCommand } from "./rules.ts";
import { accountHandlers, proposeRole, proposeStanding } from "./service/account.ts";
import { approve } from "./service/decide.ts";
import type { ApprovalPorts, Handler } from "./service/decide.ts";

const centre = { uscc: "129901009900397397", name: "示例市公共信用信息中心" };
const office = { uscc: "11990100990001378K", name: "示例市市场监督管理局" };
let now = Date.parse("2026-09-09T00:00:00Z");
const clock = { now: () => now, today: () => "2026-09-09" as never };
const none: Handler = { perform: () => Promise.resolve(refused({ code: "test.none", kind: "absent" })) };

let database: TestDatabase;
let ports: ApprovalPorts;
let asker: SignedIn;
let granter: SignedIn;
let account: Account;
let accounts = 0;

async function made(role: Role, organisation = office, person?: string): Promise<Account> {
  accounts += 1;
  const more = person === undefined ? {} : { person };
  const wanted = { at: new Date(now), by: null, organisation, role, login: `test-${accounts}`, ...more };
  const outcome = await createAccount(database.db, wanted);
  if (!outcome.ok) throw new Error(outcome.refusal.code);
  return outcome.value.account;
}

const signedIn = (one: Account): SignedIn => ({
  ...one,
  via: "token",
  session: null,
  client: null,
  steppedUpAt: new Date(now),
});

beforeAll(async () => {
  database = await testDatabase();
  const stubs = Object.fromEntries(COMMAND_NAMES.map((name) => [name, none])) as Record<ApprovalCommand, Handler>;
  ports = { db: database.db, clock, handlers: { ...stubs, ...accountHandlers(clock) } };
  asker = signedIn(await made("system-admin", centre));
  granter = signedIn(await made("security-admin", centre));
});
afterAll(() => database.drop());
beforeEach(async () => {
  account = await made("clerk");
  await organisationIs(false);
});

const change = () => {
  now += 1000;
  return { at: new Date(now), by: granter, reason: "核查" };
};
const freezeNow = () => database.db.write((tx) => freeze(tx, account.account, change()));
const organisationIs = (frozen: boolean) =>
  database.db.write((tx) => freezeOrganisation(tx, office.uscc, { ...change(), frozen }));
const ask = (command: "account.unfreeze" | "account.close" = "account.unfreeze", about = account.account) =>
  proposeStanding(ports, asker, { command, account: about, reason: "核查完毕", documentNo: null });

async function idOf(asked: ReturnType<typeof ask>): Promise<string> {
  const outcome = await asked;
  if (!outcome.ok) throw new Error(outcome.refusal.code);
  return outcome.value.proposal;
}

async function grant(proposal: string): Promise<string> {
  const outcome = await approve(ports, granter, { proposal, reason: null });
  return outcome.ok ? "granted" : outcome.refusal.code;
}

async function stopped(): Promise<readonly boolean[]> {
  const found = await database.db.read((tx) => freezingOf(tx, account.account));
  if (!found.ok) throw new Error(found.refusal.code);
  return [found.value.frozenAt !== null, found.value.organisationFrozenAt !== null];
}

test.each([
  [true, false],
  [false, true],
  [true, true],
])("lets in what is frozen (the account %s, its organisation %s), whole", async (own, whole) => {
  if (own) await freezeNow();
  if (whole) await organisationIs(true);
  expect(await stopped()).toEqual([own, whole]);
  expect(await grant(await idOf(ask()))).toBe("granted");
  expect(await stopped()).toEqual([false, false]);
});

test("is not asked for where nothing is frozen, nor of nobody", async () => {
  expect(await ask()).toEqual(refused({ code: "approvals.not-frozen", kind: "conflict" }));
  const nobody = "00000000-0000-4000-8000-000000000000";
  for (const command of ["account.unfreeze", "account.close"] as const) {
    expect(await ask(command, nobody)).toEqual(refused({ code: "accounts.unknown-account", kind: "absent" }));
  }
});

test("lifts no later freezing, of the account or of its organisation", async () => {
  await freezeNow();
  const first = await idOf(ask());
  await organisationIs(true);
  expect(await grant(first)).toBe("approvals.freezing-changed");
  expect(await stopped()).toEqual([true, true]);
  await organisationIs(false);
  expect(await grant(first)).toBe("granted");
  expect(await grant(first)).toBe("approvals.decided");

  await freezeNow();
  const second = await idOf(ask());
  const thaw = "update accounts.account set frozen_at = null, frozen_why = null where account = $1";
  await database.admin.write((tx) => tx.run(statement("test.thaw", thaw), [account.account]));
  expect(await grant(second)).toBe("approvals.freezing-changed");
  await freezeNow();
  expect(await grant(second)).toBe("approvals.freezing-changed");
  expect(await stopped()).toEqual([true, false]);
});

test("is refused at once for an account of one's own person, as are another role and closing", async () => {
  const no = refused({ code: "approvals.second-person", kind: "forbidden" });
  const own = await made("system-admin", office, asker.person);
  for (const about of [asker.account, own.account]) {
    await database.db.write((tx) => freeze(tx, about, change()));
    expect(await ask("account.unfreeze", about)).toEqual(no);
    expect(await ask("account.close", about)).toEqual(no);
    const role = { account: about, role: "system-admin", reason: "调整", documentNo: null } as const;
    expect(await proposeRole(ports, asker, role)).toEqual(no);
  }
});

test("whoever may not ask learns nothing of accounts", async () => {
  const clerk = signedIn(account);
  const asked = { command: "account.unfreeze", account: granter.account, reason: "x", documentNo: null } as const;
  const answers = [asked, { ...asked, account: "00000000-0000-4000-8000-000000000000" }];
  for (const one of answers) {
    expect(await proposeStanding(ports, clerk, one)).toEqual(refused({ code: "approvals.role", kind: "forbidden" }));
  }
});
