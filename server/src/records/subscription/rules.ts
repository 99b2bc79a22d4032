import type { Day } from "../../kernel/day.ts";
import { granted, refused } from "../../kernel/refusal.ts";
import type { Outcome } from "../../kernel/refusal.ts";
import { parseUscc } from "../../kernel/uscc.ts";
import type { PolicySnapshot } from "../../policy/snapshot.ts";

/** What a subscription stands on: an article that gives the right, or a contract with the centre. */
export type SubscriptionBasis =
  | { readonly kind: "article"; readonly article: string }
  | { readonly kind: "contract"; readonly number: string };

/** What is asked for: who shall receive statements of which entries, why, until when. */
export interface SubscriptionWish {
  /** 统一社会信用代码 of the recipient. */
  readonly organisation: string;
  readonly name: string;
  readonly basis: SubscriptionBasis;
  /** 查询事由, by its id in the policy. */
  readonly purpose: string;
  readonly entries: readonly string[];
  readonly since: Day;
  /** First day on which it is not good any more. */
  readonly until: Day;
}

/** A subscription as it was granted, and whether it was ended since. */
export interface Subscription extends SubscriptionWish {
  /** UUID. */
  readonly subscription: string;
  readonly grantedAt: Date;
  readonly endedAt: Date | null;
}

/** Years that a subscription may run before it is looked at anew: the platform's own bound. */
const YEARS_MAX = 3;

const badTerm = refused({ code: "subscription.bad-term", kind: "invalid", values: { years: YEARS_MAX } });

/**
 * Whether a subscription may be granted on a day. Refuses, in this order: `subscription.unsound-code`,
 * `subscription.unknown-purpose`, `subscription.unknown-entry` (only live entries), `subscription.unknown-article`,
 * `subscription.bad-term`.
 */
export function judgeWish(wish: SubscriptionWish, policy: PolicySnapshot, today: Day): Outcome<true> {
  if (!parseUscc(wish.organisation).ok) return refused({ code: "subscription.unsound-code", kind: "invalid" });
  if (!policy.access.purposes.has(wish.purpose)) {
    return refused({ code: "subscription.unknown-purpose", kind: "invalid" });
  }
  const unknown = wish.entries.find((entry) => policy.entries.get(entry)?.state !== "live");
  if (unknown !== undefined) {
    return refused({ code: "subscription.unknown-entry", kind: "invalid", values: { entry: unknown } });
  }
  if (wish.basis.kind === "article" && !policy.sources.has(wish.basis.article.split("#")[0] ?? "")) {
    return refused({ code: "subscription.unknown-article", kind: "invalid" });
  }
  return isSoundTerm(wish, today) ? granted(true) : badTerm;
}

function isSoundTerm({ since, until }: SubscriptionWish, today: Day): boolean {
  const latest = `${Number(since.slice(0, 4)) + YEARS_MAX}${since.slice(4)}`;
  return since >= today && since < until && until <= latest;
}

/** Whether a subscription opens anything on a day. */
export function isLive(
  { since, until, endedAt }: Pick<Subscription, "since" | "until" | "endedAt">,
  day: Day,
): boolean {
  return endedAt === null && since <= day && day < until;
}
