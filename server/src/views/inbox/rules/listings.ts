// 实施单位 are told of listings and exits that bear on what they decide: how many on a day, never whom. Whom, a check says, in a
// matter that has a number.
import type { Day } from "../../../kernel/day.ts";
import type { Duty } from "../../../policy/access-policy.ts";
import type { Measure, Trigger } from "../../../policy/measure.ts";
import type { PolicySnapshot } from "../../../policy/snapshot.ts";
import type { Notice } from "./notices.ts";

/** How many came onto a list, and off it, on one day. */
export interface ListingDigest {
  readonly list: string;
  readonly day: Day;
  readonly at: Date;
  readonly listed: number;
  readonly removed: number;
}

function purposesOf(duties: Iterable<Duty>, organisation: string, day: Day): ReadonlySet<string> {
  const own = [...duties].filter(
    ({ offices, from, until }) => offices.includes(organisation) && from <= day && (until === null || day < until),
  );
  return new Set(own.flatMap(({ purposes }) => purposes));
}

/** Lists that a measure hangs on: what triggers it, and what takes an incentive away. */
const listsOf = ({ triggers, unless }: Measure): readonly string[] =>
  [...triggers, ...unless].flatMap((trigger: Trigger) => ("list" in trigger ? [trigger.list] : []));

/**
 * The lists that bear on what an office decides, each with the names of the matters: by the measures that are offered on the
 * day, their matters, and the purposes of the duties that the office has on it.
 */
export function listsForOffice(
  policy: Pick<PolicySnapshot, "access" | "measures" | "matters">,
  organisation: string,
  day: Day,
): ReadonlyMap<string, readonly string[]> {
  const purposes = purposesOf(policy.access.duties.values(), organisation, day);
  const found = new Map<string, Set<string>>();
  for (const measure of policy.measures.values()) {
    if (measure.state !== "live") continue;
    const matters = measure.matters.flatMap((id) => {
      const matter = policy.matters.get(id);
      return matter?.purposes.some((purpose) => purposes.has(purpose)) === true ? [matter.zh] : [];
    });
    if (matters.length === 0) continue;
    for (const list of listsOf(measure)) {
      const known = found.get(list) ?? new Set<string>();
      for (const matter of matters) known.add(matter);
      found.set(list, known);
    }
  }
  return new Map([...found].map(([list, matters]) => [list, [...matters]]));
}

/** What an office is told of days on which somebody came onto such a list or off it. */
export function listingNotices(
  digests: readonly ListingDigest[],
  told: {
    readonly lists: ReadonlyMap<string, readonly string[]>;
    readonly nameOf: (list: string) => string;
    readonly join: (names: readonly string[]) => string;
  },
): Notice[] {
  return digests.map(({ list, day, at, listed, removed }) => ({
    kind: "listings-changed",
    notice: `listings:${list}:${day}`,
    at,
    about: list,
    values: { list: told.nameOf(list), day, listed, removed, matters: told.join(told.lists.get(list) ?? []) },
  }));
}
