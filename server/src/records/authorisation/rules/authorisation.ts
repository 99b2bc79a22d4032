// What an authorisation is, and whether it holds: pure, by the legal day alone.
import { addDays } from "../../../kernel/day.ts";
import type { Day } from "../../../kernel/day.ts";
import { refused } from "../../../kernel/refusal.ts";
import type { Outcome, Refusal } from "../../../kernel/refusal.ts";

/** One entry that may be looked at, with its fields by id: spelt out, so that what the catalogue gains later stays shut. */
export interface ScopeEntry {
  readonly entry: string;
  /** Version of the entry whose fields these are. */
  readonly version: number;
  readonly fields: readonly string[];
}

/** Who came to a hall for the subject. */
export type Appeared = "legal-representative" | "agent";

/** How the subject gave it: in its portal, or on paper at a service hall. */
export type Given =
  | { readonly how: "portal"; readonly mandate: string | null }
  | { readonly how: "hall"; readonly file: string; readonly appeared: Appeared };

/** What a subject allows an office, before anybody has used it. */
export interface Terms {
  readonly subject: string;
  /** Code and name of the office that may look. */
  readonly grantee: string;
  readonly granteeName: string;
  readonly scope: readonly ScopeEntry[];
  /** 查询事由, by its id in the policy. */
  readonly purpose: string;
  readonly uses: number;
  readonly from: Day;
  /** First day on which it holds no more: it ends at 24:00 of the day before. */
  readonly until: Day;
}

/** Who ended it: the subject in its portal, the subject on paper, or the office that renounces. */
export type RevokingSide = "grantor" | "hall" | "grantee";

export interface Revocation {
  readonly side: RevokingSide;
  readonly at: Date;
}

/** An authorisation as it stands now. */
export interface Authorisation extends Terms {
  /** 32 hex digits. */
  readonly authorisation: string;
  readonly how: Given["how"];
  readonly givenAt: Date;
  readonly usesLeft: number;
  readonly revocation: Revocation | null;
  /** Its fields by entry: what a look may read. */
  readonly entries: ReadonlyMap<string, readonly string[]>;
  readonly commitment: Buffer;
}

export type AuthorisationState = "live" | "not-yet" | "expired" | "revoked" | "spent";

/** What decides the state, and nothing else. */
export type Standing = Pick<Authorisation, "from" | "until" | "usesLeft" | "revocation">;

/**
 * The state on a legal day. A revocation holds from the moment it is written, whatever the clocks of two machines say;
 * the last day counts to its end, the day after not at all.
 */
export function stateOn({ from, until, usesLeft, revocation }: Standing, day: Day): AuthorisationState {
  if (revocation !== null) return "revoked";
  if (day >= until) return "expired";
  if (usesLeft === 0) return "spent";
  return day < from ? "not-yet" : "live";
}

/** The last day on which it holds. */
export function lastDay({ until }: Pick<Terms, "until">): Day {
  return addDays(until, -1);
}

/**
 * Why it may not be used on a day, null where it may: `authorisation.revoked`, `authorisation.expired`,
 * `authorisation.spent`, `authorisation.not-yet` (with its first day).
 */
export function whyNot(one: Standing, day: Day): Refusal | null {
  const state = stateOn(one, day);
  switch (state) {
    case "live":
      return null;
    case "revoked":
      return { code: "authorisation.revoked", kind: "forbidden" };
    case "expired":
      return { code: "authorisation.expired", kind: "forbidden", values: { last: lastDay(one) } };
    case "spent":
      return { code: "authorisation.spent", kind: "forbidden" };
    case "not-yet":
      return { code: "authorisation.not-yet", kind: "too-early", availableFrom: one.from, values: { from: one.from } };
  }
}

/** What somebody wants to use an authorisation for; what is absent is not asked about. */
export interface Wanted {
  readonly grantee: string;
  readonly purpose?: string | undefined;
  /** All of them must be open. */
  readonly entries?: readonly string[] | null | undefined;
  readonly field?: { readonly entry: string; readonly field: string } | undefined;
}

/** Whether what was given covers what is wanted, whatever its state. */
export function covers(one: Pick<Authorisation, "grantee" | "purpose" | "entries">, wanted: Wanted): boolean {
  const { grantee, purpose, entries, field } = wanted;
  if (one.grantee !== grantee) return false;
  if (purpose !== undefined && one.purpose !== purpose) return false;
  if (entries?.every((entry) => one.entries.has(entry)) === false) return false;
  return field === undefined || one.entries.get(field.entry)?.includes(field.field) === true;
}

/** Of several that would do, the one that ends first, then the older one: what lasts longer is kept for later. */
export function firstToUse(a: Authorisation, b: Authorisation): number {
  if (a.until !== b.until) return a.until < b.until ? -1 : 1;
  if (a.givenAt.getTime() !== b.givenAt.getTime()) return a.givenAt.getTime() - b.givenAt.getTime();
  return a.authorisation < b.authorisation ? -1 : 1;
}

/** The one that serves: the first that covers what is wanted. */
export function choose(candidates: readonly Authorisation[], wanted: Wanted): Authorisation | undefined {
  return candidates.filter((one) => covers(one, wanted)).toSorted(firstToUse)[0];
}

/** One answer for what never was and for what is another's. */
export function unknownAuthorisation(): Outcome<never> {
  return refused({ code: "authorisation.unknown", kind: "absent" });
}
