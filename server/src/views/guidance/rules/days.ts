// On which days a policy can be read, and on which of them the law changes.
import { addDays } from "../../../kernel/day.ts";
import type { Day } from "../../../kernel/day.ts";
import type { PolicySnapshot } from "../../../policy/snapshot.ts";
import type { Basis, Source } from "../../../policy/source.ts";

/** Both inclusive. */
export interface ReadableDays {
  readonly first: Day;
  readonly last: Day;
}

const AHEAD_DAYS = 366;

/** Where a source stands on a day. `undated`: its first day is not known. */
export type Standing = "in-force" | "not-yet" | "ended" | "undated";

export function standingOf(source: Pick<Source, "inForce" | "until">, day: Day): Standing {
  if (source.until !== null && source.until <= day) return "ended";
  if (source.inForce === null) return "undated";
  return source.inForce > day ? "not-yet" : "in-force";
}

/** What carries a live rule: each must be in force on the day, or the policy as a whole does not load. */
function carrying(policy: PolicySnapshot): readonly Basis[] {
  const { publicity } = policy;
  const live = [...policy.entries.values()].filter((entry) => entry.state === "live");
  return [
    ...live.flatMap(({ basis, updateTerm, retention }) => [
      ...basis,
      ...(updateTerm === null ? [] : [updateTerm.basis]),
      ...(retention.basis === null ? [] : [retention.basis]),
    ]),
    ...publicity.rules.flatMap((rule) => (rule.kind === "severity-term" ? [] : [rule.basis])),
    publicity.conventionBasis,
    publicity.minorProceduresBasis,
  ];
}

/** What only has to exist and not to have ended. */
function known(policy: PolicySnapshot): readonly Basis[] {
  const templates = [...policy.entries.values()].filter((entry) => entry.state === "template");
  return [...policy.forbidden, ...policy.categories]
    .map(({ basis }) => basis)
    .concat(templates.flatMap(({ basis }) => basis));
}

/**
 * The days on which this policy holds as a whole, and at most a year ahead. The policy's own day is always among them.
 */
export function readableDays(policy: PolicySnapshot): ReadableDays {
  const sourcesOf = (bases: readonly Basis[]): Source[] =>
    bases.flatMap(({ source }) => policy.sources.get(source) ?? []);
  const inForce = sourcesOf(carrying(policy));
  const begins = inForce.flatMap((source) => source.inForce ?? []);
  const ends = [...inForce, ...sourcesOf(known(policy))].flatMap((source) => source.until ?? []);
  const first = begins.reduce((latest, day) => (day > latest ? day : latest), "0001-01-01" as Day);
  const last = ends.map((day) => addDays(day, -1));
  return {
    first: first > policy.day ? policy.day : first,
    last: last.reduce((earliest, day) => (day < earliest ? day : earliest), addDays(policy.day, AHEAD_DAYS)),
  };
}

/**
 * The latest day up to the one asked on which anything changes: the policy is the same from there on, so that reading
 * all days of a century loads no more snapshots than the law has changes.
 */
export function anchorOf(policy: PolicySnapshot, day: Day): Day {
  const { first } = readableDays(policy);
  const changes = [...policy.sources.values()].flatMap(({ inForce, until }) => [inForce, until]);
  return changes.reduce<Day>(
    (latest, change) => (change !== null && change <= day && change > latest ? change : latest),
    first,
  );
}

/** A day on which an instrument begins to hold, or ends without another in its place. */
export interface Change {
  readonly day: Day;
  readonly kind: "begins" | "ends";
  readonly source: Source;
  /** Instruments whose place it takes. */
  readonly replaces: readonly Source[];
}

/** All changes, earliest first. */
export function changesOf(policy: Pick<PolicySnapshot, "sources">): readonly Change[] {
  const sources = [...policy.sources.values()];
  const begins = sources.flatMap((source): Change[] => {
    if (source.inForce === null) return [];
    const replaces = source.succeeds.flatMap((id) => policy.sources.get(id) ?? []);
    return [{ day: source.inForce, kind: "begins", source, replaces }];
  });
  const replaced = new Set(begins.flatMap((change) => change.replaces.map(({ id }) => id)));
  const ends = sources.flatMap((source): Change[] =>
    source.until === null || replaced.has(source.id) ? [] : [{ day: source.until, kind: "ends", source, replaces: [] }],
  );
  return [...begins, ...ends].toSorted((a, b) => (a.day === b.day ? 0 : a.day < b.day ? -1 : 1));
}
