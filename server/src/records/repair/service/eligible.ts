// What a subject may do about each decision against it, from which day, and by which article.
import { mayDo } from "../../../foundation/accounts/index.ts";
import type { SignedIn } from "../../../foundation/accounts/index.ts";
import { granted } from "../../../kernel/refusal.ts";
import type { Outcome } from "../../../kernel/refusal.ts";
import { judgeApplying } from "../rules/eligible.ts";
import type { Eligibility } from "../rules/eligible.ts";
import { referenceText } from "../../../policy/article-text.ts";
import { findDecisions } from "../store/decision.ts";
import type { DecisionRow } from "../store/decision.ts";
import { listOf } from "./apply.ts";
import type { RepairPorts } from "./ports.ts";

/** One decision against the subject, and whether its repair may be applied for today. */
export interface DecisionView {
  readonly found: DecisionRow;
  readonly list: string | null;
  readonly eligible: Outcome<Eligibility>;
  /** The article that it is judged by, as people read it; null where none is named. */
  readonly article: string | null;
}

const DECISIONS_MAX = 500;

/** Every decision about the caller's enterprise that the rules of repair speak of. Refuses what `mayDo` and the mandate refuse. */
export function ownDecisions(ports: RepairPorts, by: SignedIn): Promise<Outcome<readonly DecisionView[]>> {
  return ports.db.read(async (tx) => {
    const may = mayDo({ account: by, command: "repair.apply", provider: by.organisation });
    if (!may.ok) return may;
    const day = ports.clock.today();
    const mandate = await ports.mandateOf(tx, by, day);
    if (!mandate.ok) return mandate;
    const policy = ports.policyAt(day);
    const entries = [...new Set((policy.repair?.scope ?? []).map(({ entry }) => entry))];
    const rows = await findDecisions(tx, by.organisation, { entries, limit: DECISIONS_MAX });
    return granted(
      rows.map((found) => {
        const list = listOf(policy, found);
        const facts = { ...found, list, shownUntil: found.validUntil, kind: "repair" } as const;
        const eligible = judgeApplying(facts, policy, day);
        const reference = eligible.ok ? eligible.value.article : (eligible.refusal.article ?? null);
        return { found, list, eligible, article: reference === null ? null : referenceText(policy, reference) };
      }),
    );
  });
}
