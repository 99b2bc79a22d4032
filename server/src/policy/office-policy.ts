// The policy office's own rules: how long a change that worsens waits, and what an assessment before issue looks for.
import type { PolicyDraft } from "./draft.ts";
import type { Fault } from "./fault.ts";
import { basisOf } from "./file-schema.ts";
import { lintBasis } from "./lint-basis.ts";
import type { Basis, Mark } from "./source.ts";

/** Days from a release's confirmation to its effect, where it worsens a position. */
export interface NoticeRule {
  readonly days: number;
  readonly basis: Basis;
  readonly mark: Mark;
}

/** Words that raise a flag in a draft of measures (公平竞争): told with the article, and judged by a person. */
export interface FlagRule {
  readonly id: string;
  readonly zh: string;
  readonly words: readonly string[];
  /** Phrases that hold such a word and mean something else. */
  readonly except: readonly string[];
  /** Classes of measure that it looks at; empty: every one. */
  readonly classes: readonly (1 | 2 | 3)[];
  readonly basis: Basis;
  readonly mark: Mark;
}

/** Longest term of a measure in months by the severity of its cause, where no statute sets its own. */
export interface ProportionRule {
  readonly minor: number;
  readonly general: number;
  readonly serious: number;
  readonly basis: Basis;
  readonly mark: Mark;
}

/** What the policy office works by; null or empty where no folder says it. */
export interface OfficePolicy {
  readonly notice: NoticeRule | null;
  readonly flags: readonly FlagRule[];
  readonly proportion: ProportionRule | null;
}

/** The rules as the last layer writes them. Unverified ones hold: they favour the subject. */
export function officePolicyOf({ releaseRules, assessment }: PolicyDraft): OfficePolicy {
  const notice = releaseRules?.value.notice;
  const months = assessment?.value.monthsMax;
  return {
    notice: notice === undefined ? null : { ...notice, basis: basisOf(notice.basis) },
    flags: (assessment?.value.flags ?? []).map((flag) => ({ ...flag, basis: basisOf(flag.basis) })),
    proportion: months === undefined ? null : { ...months, basis: basisOf(months.basis) },
  };
}

/** Every rule names an instrument that is known and has not ended; a flag stands once. */
export function lintOffice(draft: PolicyDraft): Fault[] {
  const { releaseRules, assessment } = draft;
  const faults: Fault[] = [];
  if (releaseRules !== undefined) {
    const at = releaseRules.at(["notice", "basis"]);
    faults.push(...lintBasis(draft, releaseRules.value.notice.basis, { at, use: "known" }));
  }
  if (assessment === undefined) return faults;
  const { flags, monthsMax } = assessment.value;
  faults.push(...lintBasis(draft, monthsMax.basis, { at: assessment.at(["monthsMax", "basis"]), use: "known" }));
  for (const [index, flag] of flags.entries()) {
    faults.push(...lintBasis(draft, flag.basis, { at: assessment.at(["flags", index, "basis"]), use: "known" }));
    if (flags.findIndex(({ id }) => id === flag.id) === index) continue;
    faults.push({ ...assessment.at(["flags", index, "id"]), code: "policy.duplicate-id", values: { id: flag.id } });
  }
  return faults;
}
