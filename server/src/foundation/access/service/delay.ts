// Delayed disclosure of a matter's looks: proposed by one person, confirmed by another, counted in public.
import { randomUUID } from "node:crypto";
import type { Day } from "../../../kernel/day.ts";
import { granted, refused } from "../../../kernel/refusal.ts";
import type { Outcome } from "../../../kernel/refusal.ts";
import type { Clock } from "../../../platform/clock.ts";
import { inOneTransaction } from "../../../platform/database/in-one-transaction.ts";
import type { Database } from "../../../platform/database/pool.ts";
import { isSecondPerson, mayDo } from "../../accounts/index.ts";
import type { DelayRule } from "../../../policy/access-policy.ts";
import type { Account } from "../../accounts/index.ts";
import { record } from "../../audit/index.ts";
import { ruleFor } from "../rules/delay.ts";
import { confirmDelayRow, delayBy, delayFigures, saveDelay } from "../store/delays.ts";
import type { DelayFigures, DelayRow } from "../store/delays.ts";

export type { DelayFigures, DelayRow } from "../store/delays.ts";

export interface DelayPorts {
  readonly db: Database;
  readonly clock: Clock;
  /** Rules of the policy in force on a day; none where the policy names none. */
  readonly delayRules: (day: Day) => readonly DelayRule[];
}

export interface DelayWish {
  readonly rule: string;
  readonly matter: string;
  readonly reason: string;
  /** First day on which the subject is told. */
  readonly until: Day;
}

const notYours = refused({ code: "accounts.role", kind: "forbidden" });
const unknown = refused({ code: "access.unknown-delay", kind: "absent" });

/**
 * Proposes to tell the subjects of a matter's looks later: before its first look, else that one is told. Acts once it is
 * confirmed, on looks by duty from then on. Refuses `accounts.role`, `access.no-delay-rule`, `access.delay-end`.
 */
export function proposeDelay(
  { db, clock, delayRules }: DelayPorts,
  by: Account,
  wish: DelayWish,
): Promise<Outcome<DelayRow>> {
  if (!mayDo({ account: by, command: "subject.query", provider: by.organisation }).ok) return Promise.resolve(notYours);
  const today = clock.today();
  return inOneTransaction(db, async (tx) => {
    const { matter, reason, until } = wish;
    const rule = ruleFor(delayRules(today), { ...wish, office: by.organisation, today });
    if (!rule.ok) return rule;
    const { id, article } = rule.value;
    const { organisation } = by;
    const row = { delay: randomUUID(), organisation, matter, rule: id, article, reason, until };
    const at = new Date(clock.now());
    await saveDelay(tx, row, { by, at });
    const state = { rule: id, article, until };
    await record(tx, { at, account: by, action: "access.delay", purpose: reason, target: row.delay, state });
    return granted({ ...row, person: by.person, confirmedAt: null });
  });
}

/**
 * Confirms a delay as a second person of the same office; from now on it acts. Refuses `accounts.role`,
 * `access.unknown-delay` (no such, or another office's), `accounts.second-person`, `access.no-delay-rule` (its rule or its
 * end has passed meanwhile), `access.delay-confirmed`.
 */
export function confirmDelay(
  { db, clock, delayRules }: DelayPorts,
  by: Account,
  delay: string,
): Promise<Outcome<DelayRow>> {
  if (!mayDo({ account: by, command: "subject.query", provider: by.organisation }).ok) return Promise.resolve(notYours);
  const today = clock.today();
  return inOneTransaction(db, async (tx) => {
    const row = await delayBy(tx, delay);
    if (row === undefined || row.organisation !== by.organisation) return unknown;
    if (!isSecondPerson(by, row)) return refused({ code: "accounts.second-person", kind: "forbidden" });
    const rule = ruleFor(delayRules(today), { rule: row.rule, office: row.organisation, today, until: row.until });
    if (!rule.ok) return rule;
    const at = new Date(clock.now());
    if (!(await confirmDelayRow(tx, delay, { by, at }))) {
      return refused({ code: "access.delay-confirmed", kind: "conflict" });
    }
    await record(tx, { at, account: by, action: "access.confirm-delay", purpose: null, target: delay, state: {} });
    return granted({ ...row, confirmedAt: at });
  });
}

/** How many looks are delayed at present, by article. */
export function publicDelays({ db, clock }: Pick<DelayPorts, "db" | "clock">): Promise<readonly DelayFigures[]> {
  return db.read((tx) => delayFigures(tx, clock.today()));
}
