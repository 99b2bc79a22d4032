// What a subject may authorise: judged by the catalogue and the limits of the policy before anything is shown for consent.
import { addDays, lastDayOf } from "../../../kernel/day.ts";
import type { Day } from "../../../kernel/day.ts";
import { granted, refused } from "../../../kernel/refusal.ts";
import type { Outcome, Refusal } from "../../../kernel/refusal.ts";
import { isUscc } from "../../../kernel/uscc.ts";
import type { CatalogueEntry } from "../../../policy/catalogue-entry.ts";
import type { PolicySnapshot } from "../../../policy/snapshot.ts";
import type { ScopeEntry, Terms } from "./authorisation.ts";

/** What is asked for. */
export interface TermsWish {
  readonly grantee: string;
  /** Per entry its fields; null: all that may be authorised today. */
  readonly scope: readonly { readonly entry: string; readonly fields: readonly string[] | null }[];
  readonly purpose: string;
  readonly uses: number;
  readonly from: Day;
  /** Last day on which it holds. */
  readonly through: Day;
}

/** What the wish is judged by. */
export interface TermsQuestion {
  readonly subject: string;
  /** Name of the grantee as its own accounts bear it; null where it has none. */
  readonly granteeName: string | null;
  readonly policy: PolicySnapshot;
  readonly today: Day;
}

/**
 * The fields of an entry that a subject may open to an office: personal fields and identity numbers leave by no
 * authorisation, whatever the catalogue's group says.
 */
export function openable(entry: CatalogueEntry): readonly string[] {
  if (entry.state !== "live" || !entry.channels.includes("authorisation")) return [];
  return entry.fields.filter((field) => !field.personal && !field.identityNumber).map((field) => field.id);
}

/**
 * The terms as they would be signed. Refuses `authorisation.unsound-code`, `authorisation.own-grantee` (nobody authorises
 * itself), `authorisation.unknown-grantee`, `authorisation.unknown-purpose`, `authorisation.unknown-entry`,
 * `authorisation.entry-twice`, `authorisation.unknown-field`, `authorisation.begins-past`, `authorisation.ends-before`,
 * `authorisation.too-long`, `authorisation.too-many-uses`.
 */
export function termsOf(wish: TermsWish, question: TermsQuestion): Outcome<Terms> {
  const grantee = granteeOf(wish, question);
  if (!grantee.ok) return grantee;
  if (!question.policy.access.purposes.has(wish.purpose)) {
    return refused({ code: "authorisation.unknown-purpose", kind: "invalid" });
  }
  const scope = scopeOf(wish, question.policy);
  if (!scope.ok) return scope;
  const fault = termFault(wish, question) ?? usesFault(wish, question.policy);
  if (fault !== null) return refused(fault);
  return granted({
    subject: question.subject,
    grantee: wish.grantee,
    granteeName: grantee.value,
    scope: scope.value,
    purpose: wish.purpose,
    uses: wish.uses,
    from: wish.from,
    until: addDays(wish.through, 1),
  });
}

function granteeOf({ grantee }: TermsWish, { subject, granteeName, policy }: TermsQuestion): Outcome<string> {
  if (!isUscc(subject) || !isUscc(grantee)) return refused({ code: "authorisation.unsound-code", kind: "invalid" });
  if (grantee === subject) return refused({ code: "authorisation.own-grantee", kind: "forbidden" });
  if (granteeName === null || !policy.access.offices.has(grantee)) {
    return refused({ code: "authorisation.unknown-grantee", kind: "invalid", values: { grantee } });
  }
  return granted(granteeName);
}

/** Entries and fields in the catalogue's order, so that the same wish has the same bytes. */
function scopeOf({ scope }: TermsWish, policy: PolicySnapshot): Outcome<readonly ScopeEntry[]> {
  const chosen = new Map<string, ScopeEntry>();
  for (const wish of scope) {
    const opened = openedBy(wish, policy.entries.get(wish.entry));
    if (!opened.ok) return opened;
    if (chosen.has(wish.entry)) {
      return refused({ code: "authorisation.entry-twice", kind: "invalid", values: { entry: wish.entry } });
    }
    chosen.set(wish.entry, opened.value);
  }
  return granted([...policy.entries.keys()].flatMap((id) => chosen.get(id) ?? []));
}

function openedBy(
  { entry: id, fields }: TermsWish["scope"][number],
  entry: CatalogueEntry | undefined,
): Outcome<ScopeEntry> {
  const open = entry === undefined ? [] : openable(entry);
  if (entry === undefined || open.length === 0) {
    return refused({ code: "authorisation.unknown-entry", kind: "invalid", values: { entry: id } });
  }
  if (fields === null) return granted({ entry: id, version: entry.version, fields: open });
  const unknown = fields.find((field) => !open.includes(field));
  if (unknown !== undefined || fields.length === 0) {
    const values = { entry: id, field: unknown ?? "" };
    return refused({ code: "authorisation.unknown-field", kind: "invalid", values });
  }
  return granted({ entry: id, version: entry.version, fields: open.filter((field) => fields.includes(field)) });
}

/**
 * From today at the earliest: nobody consents to what has been looked at already. The months are reckoned from the day
 * it is given, and that day counts, so that no authorisation waits in a drawer for years.
 */
function termFault({ from, through }: TermsWish, { policy, today }: TermsQuestion): Refusal | null {
  if (from < today) {
    return { code: "authorisation.begins-past", kind: "invalid", availableFrom: today, values: { today } };
  }
  if (through < from) return { code: "authorisation.ends-before", kind: "invalid", values: { from, through } };
  const { monthsMax } = policy.access.authorisation;
  const last = lastDayOf({ from: today, months: monthsMax, convention: "start-counted" });
  if (through <= last) return null;
  return { code: "authorisation.too-long", kind: "invalid", ...cited(policy), values: { months: monthsMax, last } };
}

function usesFault({ uses }: TermsWish, policy: PolicySnapshot): Refusal | null {
  const { usesMax } = policy.access.authorisation;
  if (uses <= usesMax) return null;
  return { code: "authorisation.too-many-uses", kind: "invalid", ...cited(policy), values: { uses: usesMax } };
}

function cited({ access }: PolicySnapshot): { readonly article: string } {
  const { source, article } = access.authorisation.basis;
  return { article: article === null ? source : `${source}#${article}` };
}
