// The watch: counts against rules, an alert, and what follows from it.
import { randomUUID } from "node:crypto";
import { dayOfInstant } from "../../../kernel/day.ts";
import type { Day } from "../../../kernel/day.ts";
import { granted, refused } from "../../../kernel/refusal.ts";
import type { Outcome } from "../../../kernel/refusal.ts";
import type { Clock } from "../../../platform/clock.ts";
import { inOneTransaction } from "../../../platform/database/in-one-transaction.ts";
import type { Database, Tx } from "../../../platform/database/pool.ts";
import type { PolicySnapshot } from "../../../policy/snapshot.ts";
import { expireStepUp, freeze, isSecondPerson } from "../../accounts/index.ts";
import type { Account } from "../../accounts/index.ts";
import { record } from "../../audit/index.ts";
import { breachesOf, toRaise, windowsOf } from "../rules/watch.ts";
import type { Breach, Counts } from "../rules/watch.ts";
import { alertBy, alertsAfter, countAccounts, raisedFor, saveAlert, saveClosing } from "../store/alerts.ts";
import type { AlertFacts, AlertPlace } from "../store/alerts.ts";

export type { AlertFacts } from "../store/alerts.ts";

export interface WatchPorts {
  readonly db: Database;
  readonly policyAt: (day: Day) => Pick<PolicySnapshot, "access">;
}

const MINUTE_MS = 60_000;

/**
 * Judges what every account did lately and answers each breach once. By the minute and not in the flush: rules count over
 * ten minutes and more, a flush keeps its fixed number of statements and holds no lock on accounts, and what an office can
 * see meanwhile is bounded by its budget.
 */
export async function watchLooks({ db, policyAt }: WatchPorts, now: number): Promise<void> {
  const { watch, hours } = policyAt(dayOfInstant(now)).access;
  if (watch.length === 0) return;
  await db.tryLock("access.watch", async () => {
    const found = await db.read(async (tx) => {
      const counts = new Map<number, ReadonlyMap<string, Counts>>();
      for (const minutes of windowsOf(watch)) {
        const since = new Date(now - minutes * MINUTE_MS);
        counts.set(minutes, await countAccounts(tx, { since, until: new Date(now), hours }));
      }
      const breaches = breachesOf(watch, counts);
      if (breaches.length === 0) return [];
      const longest = Math.max(...windowsOf(watch));
      const accounts = [...new Set(breaches.map(({ account }) => account))];
      return toRaise(breaches, await raisedFor(tx, accounts, new Date(now - longest * MINUTE_MS)), now);
    });
    for (const breach of found) await db.write((tx) => raise(tx, breach, new Date(now)));
  });
}

/** Alert and response stand together or not at all. */
async function raise(tx: Tx, { rule, account, counted }: Breach, at: Date): Promise<void> {
  const alert = randomUUID();
  const { id, more, minutes, then: response } = rule;
  await saveAlert(tx, { alert, rule: id, account, at, counted, more, minutes, response });
  const state = { rule: id, account, counted, response };
  await record(tx, { at, account: null, action: "access.alert", purpose: null, target: alert, state });
  if (response === "step-up") await expireStepUp(tx, account, { at, reason: id });
  // An account that is unknown or frozen already needs nothing more.
  if (response === "freeze") await freeze(tx, account, { at, by: null, reason: id });
}

export interface AlertPorts {
  readonly db: Database;
  readonly clock: Clock;
}

const WATCHERS: ReadonlySet<string> = new Set(["security-admin", "auditor"]);
const notYours = refused({ code: "accounts.role", kind: "forbidden" });

/** Alerts, newest first, for the security administrator and the auditor. Refuses `accounts.role`. */
export function alertsFor(
  { db }: AlertPorts,
  by: Account,
  page: { readonly after: AlertPlace | null; readonly limit: number },
): Promise<Outcome<readonly AlertFacts[]>> {
  if (!WATCHERS.has(by.role)) return Promise.resolve(notYours);
  return db.read(async (tx) => granted(await alertsAfter(tx, page.after, page.limit)));
}

/**
 * Closes an alert with a reason; a frozen account stays frozen until it is lifted. Refuses `accounts.role`,
 * `access.unknown-alert`, `accounts.second-person` (whoever is watched closes nothing), `access.alert-closed`.
 */
export function closeAlert(
  { db, clock }: AlertPorts,
  by: Account,
  { alert, reason }: { readonly alert: string; readonly reason: string },
): Promise<Outcome<AlertFacts>> {
  if (!WATCHERS.has(by.role)) return Promise.resolve(notYours);
  return inOneTransaction(db, async (tx) => {
    const row = await alertBy(tx, alert);
    if (row === undefined) return refused({ code: "access.unknown-alert", kind: "absent" });
    const isOther = row.account !== by.account && (row.person === null || isSecondPerson(by, { person: row.person }));
    if (!isOther) return refused({ code: "accounts.second-person", kind: "forbidden" });
    const at = new Date(clock.now());
    if (row.closedAt !== null || !(await saveClosing(tx, alert, { at, by, reason }))) {
      return refused({ code: "access.alert-closed", kind: "conflict" });
    }
    const deed = { at, account: by, action: "access.close-alert", purpose: reason, target: alert, state: {} };
    await record(tx, deed);
    return granted((await alertBy(tx, alert)) ?? row);
  });
}
