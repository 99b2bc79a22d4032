import { mayDo } from "../../../foundation/accounts/index.ts";
import type { SignedIn } from "../../../foundation/accounts/index.ts";
import { granted } from "../../../kernel/refusal.ts";
import type { Outcome } from "../../../kernel/refusal.ts";
import { figureOf } from "../rules/figures.ts";
import type { Figure } from "../rules/figures.ts";
import { closedRows, loadCounts } from "../store/figures.ts";
import type { ObjectionPorts } from "./ports.ts";
import { monthOf } from "./read.ts";

export interface MonthFigures extends Figure {
  readonly month: string;
  /** Records received in the month, and decisions objected in it. */
  readonly received: number;
  readonly objected: number;
  /** Late today, whenever filed. */
  readonly overdue: number;
  readonly respondents: readonly (Figure & { readonly respondent: string; readonly name: string })[];
}

/** Figures of a month; their rows are the list of what was closed in it. Refuses what `mayDo` refuses. */
export async function monthFigures(
  ports: ObjectionPorts,
  by: SignedIn,
  month: string | null,
): Promise<Outcome<MonthFigures>> {
  const may = mayDo({ account: by, command: "objection.figures", provider: by.organisation });
  if (!may.ok) return may;
  const today = ports.clock.today();
  const asked = month ?? today.slice(0, "YYYY-MM".length);
  const days = monthOf(asked);
  const { rows, counts } = await ports.db.read(async (tx) => ({
    rows: await closedRows(tx, days),
    counts: await loadCounts(tx, { ...days, today }),
  }));
  const { providers } = ports.policyAt(today);
  const respondents = [...Map.groupBy(rows, ({ respondent }) => respondent)].map(([respondent, own]) => ({
    respondent,
    name: providers.get(respondent)?.zh ?? respondent,
    ...figureOf(own, ports.calendar),
  }));
  return granted({ month: asked, ...counts, ...figureOf(rows, ports.calendar), respondents });
}
