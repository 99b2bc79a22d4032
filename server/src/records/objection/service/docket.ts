import type { Tx } from "../../../platform/database/pool.ts";
import { nextDue } from "../rules/due.ts";
import type { Reckoning } from "../rules/due.ts";
import { stateOf } from "../rules/objection.ts";
import type { Step } from "../rules/objection.ts";
import { loadSteps, saveDocket } from "../store/objection.ts";
import type { KeptObjection, KeptStep } from "../store/objection.ts";
import type { ObjectionPorts } from "./ports.ts";

/** The steps as the rules know them. */
export function stepsOf(kept: readonly KeptStep[]): readonly Step[] {
  return kept.map(({ kind, day, person, terms }) => ({ kind, day, person, answer: terms.answer }));
}

/** Whether the platform's own organisation answers: said once, when it is accepted. */
export function isOwn(kept: readonly KeptStep[]): boolean {
  return kept.some(({ kind, terms }) => kind === "accept" && terms.own);
}

/** What the terms of an objection are reckoned by: the rule of the day of its filing, as it was promised. */
export function reckoningOf(ports: ObjectionPorts, kept: KeptObjection, steps: readonly KeptStep[]): Reckoning {
  const { rule } = ports.policyAt(kept.filedOn).objection;
  return { terms: rule, calendar: ports.calendar, own: isOwn(steps), day: ports.clock.today() };
}

/** Keeps the queue as the steps say. */
export async function writeDocket(tx: Tx, ports: ObjectionPorts, kept: KeptObjection): Promise<void> {
  const steps = await loadSteps(tx, kept);
  const state = stateOf(stepsOf(steps));
  const reckoning = reckoningOf(ports, kept, steps);
  await saveDocket(tx, kept, {
    forwarded: state.forwardedOn !== null || reckoning.own,
    phase: state.phase,
    due: nextDue(state, reckoning)?.until ?? null,
    closedOn: state.endedOn,
  });
}
