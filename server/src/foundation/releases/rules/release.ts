// When a release takes effect, and how long it can be taken back.
import { addDays } from "../../../kernel/day.ts";
import type { Day } from "../../../kernel/day.ts";
import { granted, refused } from "../../../kernel/refusal.ts";
import type { Outcome } from "../../../kernel/refusal.ts";
import type { PolicyRelease } from "../../../policy/draft.ts";
import type { NoticeRule } from "../../../policy/office-policy.ts";
import type { PolicyChange } from "../../../policy/policy-diff.ts";
import { articleOf } from "../../../policy/source.ts";
import type { PolicyTexts } from "./draft.ts";

/** What two persons put in force. */
export interface Release {
  /** Counted from 1, without gaps. */
  readonly number: number;
  readonly draft: string;
  readonly version: number;
  readonly title: string;
  readonly files: PolicyTexts;
  /** SHA-256 over the files. */
  readonly hash: Buffer;
  readonly effective: Day;
  readonly reason: string;
  readonly documentNo: string | null;
  readonly organisation: string;
  readonly organisationName: string;
  readonly worsens: boolean;
  readonly difference: readonly PolicyChange[];
  /** Hash of the whole policy of the first day. */
  readonly policyHash: Buffer;
  readonly proposedBy: string;
  readonly confirmedBy: string;
  readonly confirmedAt: Date;
  /** When and why it was taken back before its day; null while it stands. */
  readonly withdrawnAt: Date | null;
  readonly withdrawnReason: string | null;
}

/** What a process needs of a release to lay it over its folders. */
export type StandingRelease = Pick<Release, "number" | "files" | "hash" | "effective">;

/** A release as the policy loader takes it. */
export function layerOf({ number, files, hash, effective }: StandingRelease): PolicyRelease {
  return { name: `release-${number}`, hash: hash.toString("hex"), effective, files: new Map(Object.entries(files)) };
}

/** The first day on which something confirmed on `today` may take effect; undefined where no rule of notice stands. */
export function earliestDay(today: Day, asked: { worsens: boolean; notice: NoticeRule | null }): Day | undefined {
  if (!asked.worsens) return today;
  return asked.notice === null ? undefined : addDays(today, asked.notice.days);
}

/**
 * Whether something confirmed on `today` may take effect on `effective`. Refuses `releases.past-day` (what worsens or
 * eases is never retroactive), `releases.no-notice-rule`, `releases.notice-too-short`.
 */
export function mayTakeEffect(
  today: Day,
  asked: { readonly effective: Day; readonly worsens: boolean; readonly notice: NoticeRule | null },
): Outcome<true> {
  const { effective, notice } = asked;
  if (effective < today) return refused({ code: "releases.past-day", kind: "invalid", availableFrom: today });
  const earliest = earliestDay(today, asked);
  if (earliest === undefined) return refused({ code: "releases.no-notice-rule", kind: "unavailable" });
  if (effective >= earliest || notice === null) return granted(true);
  return refused({
    code: "releases.notice-too-short",
    kind: "too-early",
    article: articleOf(notice.basis),
    availableFrom: earliest,
    values: { days: notice.days },
  });
}

/**
 * Whether a release can be taken back on `today`. Refuses `releases.already-withdrawn`, `releases.in-effect` from its day
 * on, `releases.later-stands` while one that was judged over it waits for its own day.
 */
export function mayWithdraw(
  today: Day,
  release: Pick<Release, "number" | "effective" | "withdrawnAt">,
  standing: readonly Pick<Release, "number" | "effective">[],
): Outcome<true> {
  if (release.withdrawnAt !== null) return refused({ code: "releases.already-withdrawn", kind: "conflict" });
  if (release.effective <= today) return refused({ code: "releases.in-effect", kind: "conflict" });
  const later = standing.find(({ number, effective }) => number > release.number && effective > today);
  if (later === undefined) return granted(true);
  return refused({ code: "releases.later-stands", kind: "conflict", values: { number: later.number } });
}

/** What is said of a release that is not there. */
export const unknownRelease = refused({ code: "releases.unknown-release", kind: "absent" });
