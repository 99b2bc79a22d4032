// What a draft would make of the policy: its faults, its cases, what it changes, and from which day it may hold.
import type { Day } from "../../../kernel/day.ts";
import { granted, refused } from "../../../kernel/refusal.ts";
import type { Outcome } from "../../../kernel/refusal.ts";
import type { Clock } from "../../../platform/clock.ts";
import type { Database } from "../../../platform/database/pool.ts";
import type { PolicyQuestion, PolicyRelease } from "../../../policy/draft.ts";
import type { Fault } from "../../../policy/fault.ts";
import type { NoticeRule } from "../../../policy/office-policy.ts";
import { loadPolicy, policyAt } from "../../../policy/load.ts";
import { policyDiff, worsens } from "../../../policy/policy-diff.ts";
import type { PolicyChange } from "../../../policy/policy-diff.ts";
import type { PolicyOverlay } from "../../../policy/policy-files.ts";
import type { PolicySnapshot } from "../../../policy/snapshot.ts";
import { hashOfTexts } from "../rules/draft.ts";
import type { PolicyTexts } from "../rules/draft.ts";
import { earliestDay, layerOf } from "../rules/release.ts";
import type { StandingRelease } from "../rules/release.ts";

/** A case of the draft's own `cases.yaml` files, by the rules that the platform runs. */
export interface CaseOutcome {
  readonly title: string;
  readonly passed: boolean;
  /** What came out, and what was expected. */
  readonly told: string;
}

/** What the policy office stands on. */
export interface ReleasePorts {
  readonly db: Database;
  readonly clock: Clock;
  /** Where the policy comes from that releases are laid over. */
  readonly base: Pick<PolicyQuestion, "folders" | "region" | "production">;
  /** Runs the cases that a draft brings with it. */
  readonly runCases: (snapshot: PolicySnapshot, draft: PolicyOverlay) => readonly CaseOutcome[];
  /** To be told once a release or a withdrawal is committed. */
  readonly onChange: () => void;
}

/** A draft judged for the day on which it would take effect. */
export interface Judgement {
  readonly effective: Day;
  readonly faults: readonly Fault[];
  readonly cases: readonly CaseOutcome[];
  readonly changes: readonly PolicyChange[];
  /** Whether any change worsens a position, on its first day or on the first day of a release that waits. */
  readonly worsens: boolean;
  /** The first day on which it may take effect if it were confirmed today; null where no rule of notice stands. */
  readonly earliest: Day | null;
  /** The rule of notice that holds today: a draft that shortens it waits by the one that stood before. */
  readonly notice: NoticeRule | null;
  /** The policy of the day with and without it; null where it has faults. */
  readonly before: PolicySnapshot;
  readonly after: PolicySnapshot | null;
}

/** Faults name a draft's files as `draft/path`. */
const DRAFT = "draft";

function layerOfDraft(files: PolicyTexts, effective: Day): PolicyRelease {
  return { name: DRAFT, hash: hashOfTexts(files).toString("hex"), effective, files: new Map(Object.entries(files)) };
}

/** Judges texts over what stands. Refuses `releases.base-faulty` where the policy has faults even without them. */
export function judgeTexts(
  ports: Pick<ReleasePorts, "base" | "runCases">,
  asked: {
    readonly files: PolicyTexts;
    readonly effective: Day;
    readonly today: Day;
    readonly standing: readonly StandingRelease[];
  },
): Outcome<Judgement> {
  const { effective, today } = asked;
  const standing = asked.standing.map(layerOf);
  const draft = layerOfDraft(asked.files, effective);
  const later = standing.map((release) => release.effective).filter((day) => day > effective);
  const current = policyAt({ ...ports.base, day: today, releases: standing });
  if (!current.ok) return baseFaulty(today, current.faults);
  const { notice } = current.snapshot.office;
  const found: PolicyChange[][] = [];
  let first: { before: PolicySnapshot; after: PolicySnapshot } | undefined;
  for (const day of [...new Set([effective, ...later])].toSorted()) {
    const before = policyAt({ ...ports.base, day, releases: standing });
    if (!before.ok) return baseFaulty(day, before.faults);
    const after = loadPolicy({ ...ports.base, day, releases: [...standing, draft] });
    if (!after.ok) return granted(faulty(effective, { faults: after.faults, before: before.snapshot, notice }));
    found.push([...policyDiff(before.snapshot, after.snapshot)]);
    first ??= { before: before.snapshot, after: after.snapshot };
  }
  if (first === undefined) throw new Error("a draft was judged for no day");
  const worse = found.some(worsens);
  const cases = ports.runCases(first.after, draft);
  const earliest = earliestDay(today, { worsens: worse, notice }) ?? null;
  return granted({ effective, faults: [], cases, changes: found[0] ?? [], worsens: worse, earliest, notice, ...first });
}

function baseFaulty(day: Day, faults: readonly Fault[]): Outcome<never> {
  return refused({ code: "releases.base-faulty", kind: "unavailable", values: { day, count: faults.length } });
}

function faulty(effective: Day, found: Pick<Judgement, "faults" | "before" | "notice">): Judgement {
  return { effective, cases: [], changes: [], worsens: true, earliest: null, after: null, ...found };
}
