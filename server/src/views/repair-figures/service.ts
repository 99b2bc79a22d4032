import { mayDo } from "../../foundation/accounts/index.ts";
import type { SignedIn } from "../../foundation/accounts/index.ts";
import { addDays, addMonths } from "../../kernel/day.ts";
import type { Day, WorkingCalendar } from "../../kernel/day.ts";
import { granted } from "../../kernel/refusal.ts";
import type { Outcome } from "../../kernel/refusal.ts";
import type { Clock } from "../../platform/clock.ts";
import type { Database } from "../../platform/database/pool.ts";
import { figuresOf, rowsOf } from "./rules.ts";
import type { AuthorityFigures, FigureRow } from "./rules.ts";
import { loadSteps } from "./store.ts";

export interface RepairFiguresPorts {
  readonly db: Database;
  readonly clock: Clock;
  readonly calendar: WorkingCalendar | null;
}

export interface MonthOfRepairs {
  readonly month: string;
  /** Days that late applications are late on. */
  readonly day: Day;
  readonly authorities: readonly AuthorityFigures[];
  /** What the figures are reckoned from; null for those who may read figures and no applications. */
  readonly rows: readonly FigureRow[] | null;
}

/**
 * Figures of a month: for the centre those of all authorities, for an authority its own. Refuses `accounts.role`.
 * @param month `YYYY-MM`; null: that of today.
 */
export async function monthOfRepairs(
  { db, clock, calendar }: RepairFiguresPorts,
  by: SignedIn,
  month: string | null,
): Promise<Outcome<MonthOfRepairs>> {
  const may = mayDo({ account: by, command: "repair.figures", provider: by.organisation });
  if (!may.ok) return may;
  const isOwn = may.value === "own";
  const today = clock.today();
  const asked = month ?? today.slice(0, "YYYY-MM".length);
  const from = `${asked}-01` as Day;
  const stretch = { from, through: addDays(addMonths(from, 1), -1) };
  const authority = isOwn ? by.organisation : null;
  const rows = rowsOf(await db.read((tx) => loadSteps(tx, { ...stretch, authority, today })), stretch, calendar);
  const opens = isOwn || mayDo({ account: by, command: "repair.oversee", provider: null }).ok;
  return granted({ month: asked, day: today, authorities: figuresOf(rows), rows: opens ? rows : null });
}
