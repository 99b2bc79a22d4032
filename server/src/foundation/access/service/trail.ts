// Looks at the audit trail: by the auditor, for a purpose, and written into that same trail before they are answered.
import { addDays, startOfDay } from "../../../kernel/day.ts";
import type { Day } from "../../../kernel/day.ts";
import { granted } from "../../../kernel/refusal.ts";
import type { Outcome } from "../../../kernel/refusal.ts";
import type { Clock } from "../../../platform/clock.ts";
import type { Database } from "../../../platform/database/pool.ts";
import { mayDo } from "../../accounts/index.ts";
import type { Account } from "../../accounts/index.ts";
import { listTraces, record } from "../../audit/index.ts";
import type { Trace, TraceFilter, TracePlace } from "../../audit/index.ts";
import { withoutSubjects } from "../rules/trace.ts";

export interface TrailPorts {
  readonly db: Database;
  readonly clock: Clock;
}

export interface TrailWish extends Pick<TraceFilter, "action" | "account" | "organisation" | "target"> {
  readonly purpose: string;
  /** First and last day. */
  readonly from: Day | null;
  readonly to: Day | null;
  readonly after: TracePlace | null;
}

/** Traces of a page. */
export const tracesMax = 100;

/**
 * A page of the trail, newest first: who did what, when, how much; no subject, no free words, nothing of what was left
 * behind. The look stands in the trail itself, and is the first thing that the next look sees. Refuses `accounts.role`.
 */
export async function lookAtTrail({ db, clock }: TrailPorts, by: Account, wish: TrailWish): Promise<Outcome<Trace[]>> {
  const may = mayDo({ account: by, command: "audit.read", provider: null });
  if (!may.ok) return may;
  const { purpose, from, to, after, ...filter } = wish;
  const stretch = {
    from: from === null ? null : new Date(startOfDay(from)),
    until: to === null ? null : new Date(startOfDay(addDays(to, 1))),
  };
  return db.write(async (tx) => {
    const traces = await listTraces(tx, { ...filter, ...stretch, after, limit: tracesMax });
    const state = { ...filter, from, to, further: after !== null };
    const deed = { at: new Date(clock.now()), account: by, action: "audit.look", purpose, target: null };
    await record(tx, { ...deed, state, count: traces.length });
    return granted(traces.map(withoutSubjects));
  });
}
