// Whether an objection may be filed.
import type { Day } from "../../../kernel/day.ts";
import { granted, refused } from "../../../kernel/refusal.ts";
import type { Outcome } from "../../../kernel/refusal.ts";
import type { ObjectionTarget } from "../../../policy/objection-file.ts";
import type { ObjectionPolicy } from "../../../policy/objection.ts";
import type { Evidence, Phase } from "./objection.ts";

/** An objection that was filed on the same thing before. */
export interface Earlier {
  readonly phase: Phase;
  /** Digests of all evidence that was handed in with it. */
  readonly evidence: readonly string[];
  readonly filedOn: Day;
}

export interface FilingWish {
  readonly target: ObjectionTarget;
  readonly ground: string;
  readonly fields: readonly { readonly field: string; readonly should: string }[];
  readonly evidence: readonly Evidence[];
}

/**
 * Refuses `objection.unknown-ground`, `objection.ground-unfit`, `objection.fields-unfit` (only a record has fields),
 * `objection.already-open`, and `objection.new-evidence-needed` where the same thing was answered and nothing new is handed in.
 */
export function judgeFiling(
  policy: Pick<ObjectionPolicy, "grounds">,
  wish: FilingWish,
  earlier: readonly Earlier[],
): Outcome<null> {
  const ground = policy.grounds.get(wish.ground);
  if (ground === undefined) return refused({ code: "objection.unknown-ground", kind: "invalid" });
  if (!ground.targets.includes(wish.target)) return refused({ code: "objection.ground-unfit", kind: "invalid" });
  if (wish.target !== "record" && wish.fields.length > 0)
    return refused({ code: "objection.fields-unfit", kind: "invalid" });
  const answered = earlier.filter(({ phase }) => phase === "closed");
  const under = earlier.some(({ phase }) => !["closed", "not-accepted", "withdrawn"].includes(phase));
  if (under) return refused({ code: "objection.already-open", kind: "conflict" });
  const seen = new Set(answered.flatMap(({ evidence }) => evidence));
  if (answered.length > 0 && !wish.evidence.some(({ digest }) => !seen.has(digest)))
    return refused({ code: "objection.new-evidence-needed", kind: "conflict" });
  return granted(null);
}
