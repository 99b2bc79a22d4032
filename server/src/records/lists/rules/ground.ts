import type { Day } from "../../../kernel/day.ts";
import { granted } from "../../../kernel/refusal.ts";
import type { Outcome } from "../../../kernel/refusal.ts";
import type { EntryGround, ListProcedure } from "../../../policy/list-procedure.ts";
import { articleOf } from "../../../policy/source.ts";
import { weaknessOf } from "./instrument.ts";
import type { Instruments, Weakness } from "./instrument.ts";
import { no } from "./verdict.ts";

const WEAK = {
  unknown: "lists.basis-unknown",
  "not-yet": "lists.basis-not-yet",
  expired: "lists.basis-expired",
  foreign: "lists.basis-foreign",
} as const satisfies Record<Weakness, string>;

/**
 * Whether a ground of a list carries a listing on a day: it is there, and its own instrument and one of the procedure are in
 * force here.
 */
export function judgeGround(
  policy: Instruments,
  procedure: ListProcedure,
  wish: { readonly ground: string; readonly day: Day },
): Outcome<EntryGround> {
  const ground = procedure.grounds.get(wish.ground);
  if (ground === undefined) return no("lists.ground-unknown", { kind: "invalid", values: { ground: wish.ground } });
  for (const basis of [ground.basis, ...procedure.procedure]) {
    const weakness = weaknessOf(policy, basis, wish.day);
    if (weakness !== null && (basis === ground.basis || procedure.procedure.length === 1))
      return no(WEAK[weakness], { kind: "forbidden", article: articleOf(basis) });
  }
  return granted(ground);
}

/** Whether an authority is registered for a list in this region. */
export function judgeCompetence(procedure: ListProcedure, organisation: string): Outcome<null> {
  return procedure.competent.some(({ uscc }) => uscc === organisation)
    ? granted(null)
    : no("lists.not-competent", { kind: "forbidden", values: { list: procedure.zh } });
}
