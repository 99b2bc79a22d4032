// What an officer has looked at today, and how much of his office's budget is left.
import { dayOfInstant, startOfDay } from "../../../kernel/day.ts";
import type { Day } from "../../../kernel/day.ts";
import { granted, refused } from "../../../kernel/refusal.ts";
import type { Outcome } from "../../../kernel/refusal.ts";
import type { Clock } from "../../../platform/clock.ts";
import type { Database } from "../../../platform/database/pool.ts";
import type { PolicySnapshot } from "../../../policy/snapshot.ts";
import { mayDo } from "../../accounts/index.ts";
import type { SignedIn } from "../../accounts/index.ts";
import { budgetUsed, countLooksToday, looksToday } from "../store/today.ts";
import type { TodayLook, TodayPlace } from "../store/today.ts";

export interface TodayPorts {
  readonly db: Database;
  readonly clock: Clock;
  readonly policyAt: (day: Day) => Pick<PolicySnapshot, "access">;
}

/** The day of an office, as far as somebody may see it. */
export interface Today {
  readonly day: Day;
  /** own: one's own looks · office: those of everybody in it, without subjects. */
  readonly reach: "own" | "office";
  /** Different subjects: how many an office may look at in the day, and has; null where it is no office that may ask. */
  readonly budget: { readonly subjects: number; readonly used: number; readonly left: number } | null;
  readonly looks: number;
  readonly matters: number;
  readonly items: readonly TodayLook[];
}

/**
 * Today's looks: an officer's own; for a reviewer those of the whole office, whom nobody has allowed to see subjects.
 * Refuses `accounts.role`.
 */
export function officeToday(
  { db, clock, policyAt }: TodayPorts,
  by: SignedIn,
  page: { readonly after: TodayPlace | null; readonly limit: number },
): Promise<Outcome<Today>> {
  const { organisation } = by;
  const isOfficer = mayDo({ account: by, command: "subject.query", provider: organisation }).ok;
  if (!isOfficer && by.role !== "reviewer") {
    return Promise.resolve(refused({ code: "accounts.role", kind: "forbidden" }));
  }
  const day = dayOfInstant(clock.now());
  const office = policyAt(day).access.offices.get(organisation);
  const filter = { organisation, account: isOfficer ? by.account : null, since: new Date(startOfDay(day)) };
  return db.read(async (tx) => {
    const [items, counted, used] = await Promise.all([
      looksToday(tx, filter, page),
      countLooksToday(tx, filter),
      budgetUsed(tx, organisation, day),
    ]);
    const budget =
      office === undefined
        ? null
        : { subjects: office.subjectsPerDay, used, left: Math.max(0, office.subjectsPerDay - used) };
    return granted({ day, reach: isOfficer ? "own" : "office", budget, ...counted, items });
  });
}
