import { statement } from "./pool.ts";
import type { Tx } from "./pool.ts";

const genericPlans = statement("database.one-plan", "select set_config('plan_cache_mode', 'force_generic_plan', true)");

/**
 * For long statements that read a few rows by key: planning them anew costs more than running them. Not for lists over
 * many subjects, whose plan must know what is asked for; a search has its own bounded probes. Until the transaction
 * ends; statements asked for after this call in the same turn are already under it.
 */
export async function keepOnePlan(tx: Tx): Promise<void> {
  await tx.rows(genericPlans);
}

const customPlans = statement("database.plan-anew", "select set_config('plan_cache_mode', 'force_custom_plan', true)");

/**
 * For statements over many subjects: without knowing what is asked for, the planner reads the whole table where an index
 * would give the first page. Until the transaction ends, as `keepOnePlan`.
 */
export async function planAnew(tx: Tx): Promise<void> {
  await tx.rows(customPlans);
}
