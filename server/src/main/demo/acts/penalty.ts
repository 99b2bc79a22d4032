// Penalties, with and without a severity, in both procedures.
import { addMonths } from "../../../kernel/day.ts";
import type { Day } from "../../../kernel/day.ts";
import { wanOfYuan, writtenYuan } from "../sums.ts";
import type { RowOf } from "../table.ts";
import { bothSides, documentNo, textOf } from "./act.ts";
import type { Act } from "./act.ts";
import { PENALTY_CONTENTS, PENALTY_KINDS, PERFORMANCES, PROCEDURES, SEVERITIES } from "./text.ts";

export type Severity = keyof typeof SEVERITIES | "unclassified" | "simple";
type Kind = keyof typeof PENALTY_KINDS;

/** What a penalty is about, where it is not left to chance. */
export interface PenaltyWish {
  readonly severity?: Severity;
  readonly publicUntil?: Day;
}

/** How often each severity stands in a department's files. */
function severityBy(turn: number): Severity {
  if (turn < 0.52) return "general";
  if (turn < 0.74) return "unclassified";
  if (turn < 0.85) return "minor";
  return turn < 0.92 ? "serious" : "simple";
}

function kindFor(severity: Severity, turn: number): Kind {
  if (severity === "simple" || severity === "minor") return turn < 0.6 ? "warning" : "fine";
  if (severity === "serious" && turn < 0.2) return "halt";
  if (turn < 0.75) return "fine";
  return turn < 0.9 ? "both" : "seizure";
}

function fineFor(severity: Severity, act: Act): number {
  if (severity === "simple") return 100 * (1 + act.random.below(30));
  if (severity === "minor") return 500 * (1 + act.random.below(8));
  return (severity === "serious" ? 10_000 : 1000) * (1 + act.random.below(48));
}

function hasFine(kind: Kind): boolean {
  return kind !== "warning" && kind !== "halt";
}

/** The extension columns: who leaves the severity open leaves its column empty. */
function extensions(severity: Severity, random: Act["random"]): RowOf {
  const isStated = severity !== "unclassified" && severity !== "simple";
  const ordinary = random.chance(0.5) ? PROCEDURES.ordinary : "";
  return {
    severity: isStated ? SEVERITIES[severity] : "",
    procedure: severity === "simple" ? PROCEDURES.simple : ordinary,
    performance: random.chance(0.6) ? random.pick(PERFORMANCES) : "",
  };
}

/** A penalty's row. Its sum stands in digits (万元) and in words, and both agree. */
export function penaltyRow(act: Act, wish: PenaltyWish = {}): RowOf {
  const { random, day } = act;
  const severity = wish.severity ?? severityBy(random.next());
  const kind = kindFor(severity, random.next());
  const [offenceKind, offenceFacts, legalBasis] = random.pick(textOf(act.actor.text.offences, act.actor));
  const yuan = fineFor(severity, act);
  return {
    ...bothSides(act),
    offenceKind,
    offenceFacts,
    legalBasis,
    documentNo: documentNo(act, "penalty"),
    penaltyKinds: PENALTY_KINDS[kind],
    content: PENALTY_CONTENTS[kind].replace("{sum}", writtenYuan(yuan)),
    fine: hasFine(kind) ? wanOfYuan(yuan) : "",
    confiscated: kind === "seizure" ? wanOfYuan(10 * (1 + random.below(9000))) : "",
    decidedOn: day,
    validUntil: addMonths(day, 12),
    publicUntil: wish.publicUntil ?? "",
    ...extensions(severity, random),
  };
}
