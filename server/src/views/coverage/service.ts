import type { Day, WorkingCalendar } from "../../kernel/day.ts";
import type { Tx } from "../../platform/database/pool.ts";
import type { PolicySnapshot } from "../../policy/snapshot.ts";
import { admits } from "../visibility/index.ts";
import { coverageOf, linesIn, scopeIn } from "./rules.ts";
import type { AbsenceScope, CoverageLine, SourceCoverage } from "./rules.ts";
import { loadDeclarations, loadSenders } from "./store.ts";
import { coverageText } from "./text.ts";

/** How far every provider's word reaches today, for every entry of the public page. */
export async function readCoverage(
  tx: Tx,
  question: { readonly policy: PolicySnapshot; readonly today: Day; readonly calendar: WorkingCalendar | null },
): Promise<readonly SourceCoverage[]> {
  const [declarations, senders] = await Promise.all([loadDeclarations(tx), loadSenders(tx)]);
  const entries = [...question.policy.entries.values()].filter((entry) => admits("public-page", entry));
  return coverageOf({ ...question, entries, declarations, senders });
}

/** The scope that an absence over these sources must name. */
export function scopeOf(sources: readonly SourceCoverage[]): AbsenceScope {
  return scopeIn(coverageText, sources);
}

/** The lines of the coverage table. */
export function coverageLines(sources: readonly SourceCoverage[]): readonly CoverageLine[] {
  return linesIn(coverageText, sources);
}
