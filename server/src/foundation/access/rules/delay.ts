// Delayed disclosure: only by a rule with article, for an end that is named. Pure.
import { addDays } from "../../../kernel/day.ts";
import type { Day } from "../../../kernel/day.ts";
import { granted, refused } from "../../../kernel/refusal.ts";
import type { Outcome } from "../../../kernel/refusal.ts";
import type { DelayRule } from "../../../policy/access-policy.ts";

/**
 * The rule that carries a delay. Refuses `access.no-delay-rule` (none such, or not this office's), `access.delay-end`
 * (an end that is not after today, or later than the rule allows).
 */
export function ruleFor(
  rules: readonly DelayRule[],
  wish: { readonly rule: string; readonly office: string; readonly today: Day; readonly until: Day },
): Outcome<DelayRule> {
  const rule = rules.find(({ id, offices }) => id === wish.rule && offices.includes(wish.office));
  if (rule === undefined) return refused({ code: "access.no-delay-rule", kind: "forbidden" });
  const last = addDays(wish.today, rule.daysMax);
  if (wish.until <= wish.today || wish.until > last) {
    return refused({ code: "access.delay-end", kind: "invalid", article: rule.article, values: { last } });
  }
  return granted(rule);
}
