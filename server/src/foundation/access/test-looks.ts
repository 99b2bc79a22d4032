// What the tests of the access log begin with: offices, lookers, looks, and a clock that is moved by hand.
import { randomBytes } from "node:crypto";
import { dayOfInstant } from "../../kernel/day.ts";
import type { Clock } from "../../platform/clock.ts";
import { administer } from "../../platform/database/test-cluster.ts";
import { statement } from "../../platform/database/pool.ts";
import type { TestDatabase } from "../../platform/database/test-database.ts";
import type { AccessPolicy } from "../../policy/access-policy.ts";
import { createAccount } from "../accounts/index.ts";
import type { Account, Role } from "../accounts/index.ts";
import type { Look, LookEntry, Looker } from "./rules/look.ts";

let accountsMade = 0;

export const office = "11990100990001378K";
export const otherOffice = "11990100990006857Y";

/** A number as a UUID. */
export function uuid(number: number): string {
  return `00000000-0000-4000-8000-${String(number).padStart(12, "0")}`;
}

export function looker(number: number, organisation = office): Looker {
  return {
    account: uuid(number),
    person: uuid(1000 + number),
    organisation,
    organisationName: "示例市市场监督管理局",
    role: "approver",
  };
}

/** An invented code of the demo region; its check character is not sound, which nobody asks here. */
export function subjectOf(number: number): string {
  return `91990100MA${String(number).padStart(8, "0")}`;
}

export function look(number: number, more: Partial<Look> = {}): Look {
  return {
    subject: subjectOf(number),
    matter: `SL-2026-${String(number).padStart(6, "0")}`,
    purpose: "administrative-approval",
    basis: { kind: "duty", duty: "permit-review", article: "opinions-2025#7" },
    channel: "share-by-duty",
    entries: ["penalty"],
    fields: ["documentNo"],
    statements: [],
    outcome: "data",
    ...more,
  };
}

export function entry(looks: readonly Look[], more: Partial<LookEntry> = {}): LookEntry {
  return { by: looker(1), multiParty: false, budget: null, looks, ...more };
}

export const keys = { random: (count: number): Buffer => randomBytes(count) };

/** A clock that stands still until it is moved. */
export function handClock(start: string): Clock & { set(at: string): void; add(ms: number): void } {
  let now = Date.parse(start);
  return {
    now: () => now,
    today: () => dayOfInstant(now),
    set: (at) => {
      now = Date.parse(at);
    },
    add: (ms) => {
      now += ms;
    },
  };
}

const endSessions = (name: string): string =>
  `select pg_terminate_backend(pid) from pg_stat_activity where datname = '${name}'`;

/** Takes the database away from everybody, as a server that stops does; `back` brings it back. */
export async function takeAway(database: TestDatabase): Promise<{ back(): Promise<void> }> {
  const name = new URL(database.url).pathname.slice(1);
  await administer(database.url, `alter database ${name} with allow_connections false`);
  await administer(database.url, endSessions(name));
  return { back: () => administer(database.url, `alter database ${name} with allow_connections true`) };
}

const countLooks = statement("test.count-looks", "select count(*) as looks from access.look");

export async function looksIn(database: TestDatabase): Promise<number> {
  const [row] = await database.db.read((tx) => tx.rows<{ looks: number }>(countLooks));
  return row?.looks ?? 0;
}

/** A policy of access that draws and watches nothing, but for what is given. */
export function accessPolicy(more: Partial<AccessPolicy> = {}): { readonly access: AccessPolicy } {
  return {
    access: {
      purposes: new Map(),
      duties: new Map(),
      offices: new Map(),
      authorisation: { monthsMax: 12, usesMax: 100, basis: { source: "opinions-2025", article: "10" } },
      draw: { perTenThousand: 5000, workingDays: 5 },
      exports: { rowsMax: 5000, keepDays: 30 },
      watch: [],
      delays: [],
      hours: { from: 7, until: 21 },
      ...more,
    },
  };
}

/** An account as the platform makes it; each is a person of its own. */
export async function accountOf(database: TestDatabase, role: Role, organisation = office): Promise<Account> {
  accountsMade += 1;
  const made = await createAccount(database.db, {
    at: new Date("2026-09-01T00:00:00Z"),
    by: null,
    organisation: { uscc: organisation, name: "示例市市场监督管理局" },
    role,
    login: `test-${accountsMade}`,
  });
  if (!made.ok) throw new Error(made.refusal.code);
  return made.value.account;
}
