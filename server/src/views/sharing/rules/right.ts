// By what right somebody looks at what is not public. Pure: who asks, for what, on which day, by which policy.
import type { Day } from "../../../kernel/day.ts";
import { granted, refused } from "../../../kernel/refusal.ts";
import type { Outcome, Refusal } from "../../../kernel/refusal.ts";
import { parseUscc } from "../../../kernel/uscc.ts";
import type { AccessPolicy, Duty, Office } from "../../../policy/access-policy.ts";
import { articleOf } from "../../../policy/source.ts";
import type { AbsenceScope } from "../../coverage/index.ts";
import type { Grant } from "../../visibility/index.ts";

/** What every query states, whatever it stands on. */
export interface Stated {
  /** Code of the office that asks. */
  readonly office: string;
  readonly purpose: string;
  readonly matters: readonly string[];
}

/** Whether a matter number has the form that its office registered: `#` a digit, `@` a capital letter, the rest itself. */
export function isMatterNumber(format: string, text: string): boolean {
  if (text.length !== format.length) return false;
  return [...format].every((sign, at) => {
    const character = text.charAt(at);
    if (sign === "#") return character >= "0" && character <= "9";
    if (sign === "@") return character >= "A" && character <= "Z";
    return character === sign;
  });
}

/**
 * The office of a query that is stated well. Refuses, in this order: `sharing.no-office` (not registered as one that may
 * ask), `sharing.unknown-purpose`, `sharing.matter-format`.
 */
export function officeOf(access: AccessPolicy, stated: Stated): Outcome<Office> {
  const office = access.offices.get(stated.office);
  if (office === undefined) return refused({ code: "sharing.no-office", kind: "forbidden" });
  if (!access.purposes.has(stated.purpose)) return refused({ code: "sharing.unknown-purpose", kind: "invalid" });
  if (!stated.matters.every((matter) => isMatterNumber(office.matterFormat, matter))) {
    return refused({ code: "sharing.matter-format", kind: "invalid", values: { format: office.matterFormat } });
  }
  return granted(office);
}

/**
 * Form alone: every code is sound, none stands twice, one matter on several subjects is declared. Refuses, in this order,
 * `sharing.unsound-code`, `sharing.twice`, `sharing.many-parties`; null where nothing is wrong.
 */
export function faultOfParties(asked: {
  readonly subjects: readonly { readonly uscc: string; readonly matter: string }[];
  readonly multiParty: boolean;
}): Refusal | null {
  const seen = new Set<string>();
  const matters = new Set<string>();
  for (const [at, { uscc, matter }] of asked.subjects.entries()) {
    const values = { place: at + 1 };
    if (!parseUscc(uscc).ok) return { code: "sharing.unsound-code", kind: "invalid", values };
    if (seen.has(uscc)) return { code: "sharing.twice", kind: "invalid", values };
    if (matters.has(matter) && !asked.multiParty) {
      return { code: "sharing.many-parties", kind: "invalid", values: { matter: matter.slice(0, 40) } };
    }
    seen.add(uscc);
    matters.add(matter);
  }
  return null;
}

export interface DutyAsked {
  readonly office: string;
  readonly duty: string;
  readonly purpose: string;
  /** Null: all that the duty names. */
  readonly entries: readonly string[] | null;
  readonly day: Day;
}

/** A duty that carries a look, and what it opens. */
export interface DutyGrant {
  readonly duty: Duty;
  readonly grant: Grant;
}

/**
 * What a duty opens to an office on a day. Refuses `sharing.no-duty` (there is none such, it is another office's, or not
 * in force), `sharing.purpose-outside-duty`, `sharing.entry-outside-duty`: nothing is cut down in silence.
 */
export function grantByDuty(access: AccessPolicy, asked: DutyAsked): Outcome<DutyGrant> {
  const duty = access.duties.get(asked.duty);
  if (duty === undefined || !duty.offices.includes(asked.office) || !stands(duty, asked.day)) {
    return refused({ code: "sharing.no-duty", kind: "forbidden" });
  }
  if (!duty.purposes.includes(asked.purpose)) return outside("sharing.purpose-outside-duty", duty);
  if (asked.entries?.some((entry) => !duty.entries.includes(entry)) === true) {
    return outside("sharing.entry-outside-duty", duty);
  }
  return granted({ duty, grant: { entries: new Set(asked.entries ?? duty.entries), fields: null } });
}

function outside(code: Refusal["code"], { basis }: Duty): Outcome<never> {
  return refused({ code, kind: "forbidden", article: articleOf(basis) });
}

function stands(duty: Duty, day: Day): boolean {
  return duty.from <= day && (duty.until === null || day < duty.until);
}

/** As much of an authorisation as decides what it opens. */
export interface AuthorisedPart {
  readonly purpose: string;
  /** By entry the fields; null: all that the channel carries. */
  readonly entries: ReadonlyMap<string, readonly string[] | null>;
}

/** What a subject's authorisation opens of what is asked for; null where it opens nothing of it. */
export function grantByAuthorisation(
  part: AuthorisedPart,
  asked: { readonly purpose: string; readonly entries: readonly string[] | null },
): Grant | null {
  if (part.purpose !== asked.purpose) return null;
  const wanted = asked.entries ?? [...part.entries.keys()];
  // Asked for more than was given: the subject said no to that, and so the whole question is not authorised.
  if (wanted.length === 0 || wanted.some((entry) => !part.entries.has(entry))) return null;
  const fields = wanted.map((entry): [string, Set<string> | null] => {
    const named = part.entries.get(entry) ?? null;
    return [entry, named === null ? null : new Set(named)];
  });
  return { entries: new Set(wanted), fields: new Map(fields) };
}

/** found: there are records · not-found: none, and every source was checked · unchecked: none, and some source was not. */
export type EntryState = "found" | "not-found" | "unchecked";

/** What may be said of one entry: absence is claimed of checked sources only (promise 6). */
export function stateOf(records: number, scope: AbsenceScope): EntryState {
  if (records > 0) return "found";
  return scope.unchecked.length === 0 && scope.providers > 0 ? "not-found" : "unchecked";
}

export type AnswerOutcome = "data" | "nothing-found" | "not-checked" | "not-authorised";

/** The outcome for a subject of which these entries were asked. */
export function outcomeOf(states: readonly EntryState[]): Exclude<AnswerOutcome, "not-authorised"> {
  if (states.includes("found")) return "data";
  return states.length > 0 && states.every((state) => state === "not-found") ? "nothing-found" : "not-checked";
}
