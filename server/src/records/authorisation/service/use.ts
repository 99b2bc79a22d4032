import { dayOfInstant } from "../../../kernel/day.ts";
import type { Day } from "../../../kernel/day.ts";
import { granted, refused } from "../../../kernel/refusal.ts";
import type { Outcome } from "../../../kernel/refusal.ts";
import type { Tx } from "../../../platform/database/pool.ts";
import { choose, unknownAuthorisation, whyNot } from "../rules/authorisation.ts";
import type { Authorisation } from "../rules/authorisation.ts";
import { loadOwned, locateAll, lockAllowance, saveUse, standing } from "../store.ts";

/** What an office asks. */
export interface LiveQuestion {
  /** Code of the office. */
  readonly grantee: string;
  readonly subjects: readonly string[];
  /** The legal day of this moment, whatever day the question is about: a right to look is judged at the real present. */
  readonly day: Day;
  /** Only those for this purpose. */
  readonly purpose?: string;
  /** Only those that open all of these entries; null or absent: any. */
  readonly entries?: readonly string[] | null;
  /** An authorisation whose use was spent on an earlier page of the same answer: it may have none left, and must still stand. */
  readonly used?: string | null;
}

/**
 * The live authorisation of each subject that has one for this office; of several the one that ends first. A subject
 * without one is not in the map. Nothing is spent by asking.
 */
export async function findLive(tx: Tx, question: LiveQuestion): Promise<Map<string, Authorisation>> {
  const { grantee, subjects, day, purpose, entries, used = null } = question;
  const candidates = await standing(tx, { grantee, subjects, day, used });
  const own = used === null ? candidates : candidates.filter((one) => one.authorisation === used);
  const live = new Map<string, Authorisation>();
  for (const [subject, ofSubject] of Map.groupBy(own, (one) => one.subject)) {
    const chosen = choose(ofSubject, { grantee, purpose, entries });
    if (chosen !== undefined) live.set(subject, chosen);
  }
  return live;
}

/**
 * Takes one use of each authorisation, all or none, in the caller's transaction: an id that stands twice is taken once.
 * Whoever spends or revokes the same one waits until that transaction ends, so the order of commits is the order of
 * deeds. Refuses `authorisation.unknown`, `authorisation.revoked`, `authorisation.expired`, `authorisation.spent`,
 * `authorisation.not-yet`; a refusal has written nothing. The transaction must be read committed (`Database.write`).
 */
export async function spend(tx: Tx, ids: readonly string[], now: Date): Promise<Outcome<void>> {
  const held = await lockAll(tx, ids);
  if (!held.ok) return held;
  const day = dayOfInstant(now.getTime());
  for (const one of held.value) {
    const why = whyNot(one, day);
    if (why !== null) return refused(why);
  }
  for (const one of held.value) await saveUse(tx, one, now);
  return granted(undefined);
}

/**
 * The same for a later page of an answer whose use was spent on the first: takes nothing and does not ask what is left,
 * but a revocation that was acknowledged stops it, and one that comes now waits until this transaction ends.
 */
export async function confirmSpent(tx: Tx, ids: readonly string[], now: Date): Promise<Outcome<void>> {
  const held = await lockAll(tx, ids);
  if (!held.ok) return held;
  const day = dayOfInstant(now.getTime());
  for (const one of held.value) {
    const why = whyNot({ ...one, usesLeft: Math.max(1, one.usesLeft) }, day);
    if (why !== null) return refused(why);
  }
  return granted(undefined);
}

/** Locks in one order for everybody, else two batches could wait for each other; reads what was left behind. */
async function lockAll(tx: Tx, ids: readonly string[]): Promise<Outcome<readonly Authorisation[]>> {
  const wanted = [...new Set(ids)];
  const located = await locateAll(tx, wanted);
  if (located.length < wanted.length) return unknownAuthorisation();
  for (const one of located) await lockAllowance(tx, one);
  const held: Authorisation[] = [];
  for (const { subject, authorisation } of located) {
    const one = await loadOwned(tx, { side: "grantor", organisation: subject }, authorisation);
    if (one === undefined) return unknownAuthorisation();
    held.push(one);
  }
  return granted(held);
}
