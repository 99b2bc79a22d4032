// Anomalies: what is counted of an account within some minutes, and which counts are too many. Pure.
import type { Watched, WatchRule } from "../../../policy/access-policy.ts";

/** What an account did within a window. */
export type Counts = Readonly<Record<Watched, number>>;

/** A rule that an account has broken. */
export interface Breach {
  readonly rule: WatchRule;
  readonly account: string;
  readonly counted: number;
}

/** An alert that was raised before. */
export interface Raised {
  readonly rule: string;
  readonly account: string;
  readonly at: Date;
  readonly isOpen: boolean;
}

const MINUTE_MS = 60_000;

/** The different windows of some rules, in minutes. */
export function windowsOf(rules: readonly WatchRule[]): readonly number[] {
  return [...new Set(rules.map(({ minutes }) => minutes))];
}

/**
 * Which rules are broken by whom. @param counts by window in minutes, then by account; who does not stand there did
 * nothing.
 */
export function breachesOf(
  rules: readonly WatchRule[],
  counts: ReadonlyMap<number, ReadonlyMap<string, Counts>>,
): readonly Breach[] {
  return rules.flatMap((rule) =>
    [...(counts.get(rule.minutes) ?? [])]
      .map(([account, counted]) => ({ rule, account, counted: counted[rule.counts] }))
      .filter(({ counted }) => counted > rule.more),
  );
}

/**
 * Breaches that are told: one alert a rule and account as long as it is open, and again only for what was done since the
 * last one, or closing it would raise it anew at once.
 */
export function toRaise(breaches: readonly Breach[], raised: readonly Raised[], now: number): readonly Breach[] {
  return breaches.filter(({ rule, account }) => {
    const since = now - rule.minutes * MINUTE_MS;
    const same = raised.filter((before) => before.rule === rule.id && before.account === account);
    return !same.some(({ isOpen, at }) => isOpen || at.getTime() > since);
  });
}
