import { addMonths, dayOf } from "../../../kernel/day.ts";
import type { Database } from "../../../platform/database/pool.ts";
import { loadFigures } from "../../../records/feedback/index.ts";
import type { MeasureFigure } from "../../../records/feedback/index.ts";

/** What officers reported of each measure in a month, written YYYY-MM; nothing of a month that does not exist. */
export async function figuresOfMonth(db: Database, month: string): Promise<readonly MeasureFigure[]> {
  const from = dayOf(Number(month.slice(0, 4)), Number(month.slice(5)), 1);
  if (from === undefined) return [];
  return db.read((tx) => loadFigures(tx, { from, until: addMonths(from, 1) }));
}
