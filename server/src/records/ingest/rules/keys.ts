import { foldDocumentNo, foldName } from "../../../kernel/fold.ts";
import type { CatalogueEntry } from "../../../policy/catalogue-entry.ts";
import type { Fields } from "../../statements/index.ts";
import type { Candidate } from "./fate.ts";

/** A field's value where it is a text. */
export function text(fields: Fields, id: string | null | undefined): string | null {
  const value = id === null || id === undefined ? null : fields[id];
  return typeof value === "string" ? value : null;
}

/** The fields as one text, in the order of their ids: a row that waited for a person comes back in another order. */
function contentText(fields: Fields): string {
  return JSON.stringify(Object.entries(fields).toSorted(([a], [b]) => (a < b ? -1 : 1)));
}

/**
 * A listing is another act than the penalty it rests on, even where one document says both: to end the one ends the other
 * never (意见十三; each list's own rule of exit).
 */
const LISTING = "listing";

/** An entry of what is entered and removed: lists and registers. */
function isListing({ roles }: Pick<CatalogueEntry, "roles">): boolean {
  return (roles.removal ?? []).length > 0;
}

/** The provider's own key and the identity of the act, from the fields that the catalogue names. */
export function keysOf(
  entry: CatalogueEntry,
  candidate: Pick<Candidate, "subject" | "name" | "facts" | "fields">,
): Pick<Candidate, "keyParts" | "decisionParts"> {
  const { facts, name, fields } = candidate;
  const subject = candidate.subject ?? "";
  const authority = facts.authorityCode ?? (facts.authority === null ? null : foldName(facts.authority));
  const part = (id: string): string | null => {
    if (id === entry.roles.subjectCode) return subject;
    if (id === entry.roles.authority || id === entry.roles.authorityCode) return authority;
    const value = text(fields, id);
    return value === null ? null : foldDocumentNo(value);
  };
  const whole = (ids: readonly string[]): string[] | null => {
    const parts: string[] = [];
    for (const id of ids) {
      const one = part(id);
      if (one === null) return null;
      parts.push(one);
    }
    return parts.length > 0 ? parts : null;
  };
  // Code and name of the authority are one part: whichever was sent, the code when both were.
  const act = whole(entry.decisionIdentity.filter((id) => id !== entry.roles.authorityCode));
  return {
    keyParts: whole(entry.sourceKey) ?? ["content", subject, name, contentText(fields)],
    decisionParts: act === null ? null : [...act, subject, ...(isListing(entry) ? [LISTING] : [])],
  };
}
