import type { Day } from "../../../kernel/day.ts";
import { granted } from "../../../kernel/refusal.ts";
import type { EarlyRemoval } from "../../../policy/list-procedure.ts";
import { standingOn } from "./case.ts";
import type { Listing } from "./case.ts";
import { articleIn, no, tooEarly } from "./verdict.ts";
import type { Asked, Verdict } from "./verdict.ts";
import { afterMonths } from "./term.ts";

/** The first day on which early removal may be decided. */
export function earlyRemovalFrom(rule: EarlyRemoval, listing: Listing, correctedOn: Day | null): Day | null {
  if (rule.from === "listing") return afterMonths(listing.from, rule.monthsMin);
  return correctedOn === null ? null : afterMonths(correctedOn, rule.monthsMin);
}

function judgeEarlyRemoval({ procedure, state, wish, day }: Asked): Verdict {
  const rule = procedure.earlyRemoval;
  if (rule === null || state.listing === null) return no("lists.exit-unknown", { kind: "invalid" });
  const article = articleIn(rule.basis);
  const { correctedOn, conditionsMet } = wish.terms;
  if (correctedOn !== null && correctedOn > day)
    return no("lists.future-day", { kind: "invalid", values: { on: correctedOn } });
  const from = earlyRemovalFrom(rule, state.listing, correctedOn);
  if (from === null) return no("lists.correction-day-needed", { kind: "invalid", article });
  if (day < from) return tooEarly("lists.exit-too-early", from, article);
  const unmet = rule.conditions.find((condition) => !conditionsMet.includes(condition));
  return unmet === undefined
    ? granted(wish.terms)
    : no("lists.condition-unmet", { article, values: { condition: unmet } });
}

/** Whether a listing may end by a decision: by the exits of its own list, and revocation from the beginning even afterwards. */
export function judgeExit(asked: Asked): Verdict {
  const { procedure, state, wish, day } = asked;
  const { exit } = wish.terms;
  if (exit === null || !procedure.exits.includes(exit)) return no("lists.exit-unknown", { kind: "invalid" });
  if (exit === "revocation") return granted(wish.terms);
  if (standingOn(state, day) === "expired") return no("lists.ended");
  return exit === "early-removal" ? judgeEarlyRemoval(asked) : granted(wish.terms);
}
