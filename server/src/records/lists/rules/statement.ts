// The statement that a served decision becomes: its fields, and the keys by which an uploaded copy is found to be the same.
import type { Day } from "../../../kernel/day.ts";
import { foldDocumentNo } from "../../../kernel/fold.ts";
import type { CatalogueEntry } from "../../../policy/catalogue-entry.ts";
import type { DecisionFacts, Fields } from "../../statements/index.ts";

export interface ListingFacts {
  readonly subject: { readonly uscc: string; readonly name: string };
  readonly authority: { readonly uscc: string; readonly name: string };
  readonly documentNo: string;
  readonly decidedOn: Day;
  readonly from: Day;
  readonly until: Day | null;
  readonly listName: string | null;
  readonly content: string;
  readonly basis: string;
}

/** What an authority decided, as the catalogue's roles know it. The severity is the provider's to state, and none is. */
export function decisionFacts(listing: ListingFacts): DecisionFacts {
  return {
    documentNo: listing.documentNo,
    authority: listing.authority.name,
    authorityCode: listing.authority.uscc,
    decidedOn: listing.decidedOn,
    validFrom: listing.from,
    validUntil: listing.until,
    providerShownUntil: null,
    severity: null,
    severityBy: null,
  };
}

/** The fields of the entry that a listing states; what the entry does not have is left out. */
export function listingFields(entry: CatalogueEntry, listing: ListingFacts): Fields {
  const { roles } = entry;
  const said: readonly (readonly [string | null, string | null])[] = [
    [roles.subjectName, listing.subject.name],
    [roles.subjectCode, listing.subject.uscc],
    [roles.documentNo, listing.documentNo],
    [roles.authority, listing.authority.name],
    [roles.authorityCode, listing.authority.uscc],
    [roles.decidedOn, listing.decidedOn],
    [roles.validFrom, listing.from],
    // Where the valid-to role is the day of removal, a listing without an end has none.
    [roles.validUntil, listing.until],
    [roles.content ?? null, listing.content],
    ["listName", listing.listName],
    ["listingBasis", listing.basis],
  ];
  const known = new Set(entry.fields.map(({ id }) => id));
  return Object.fromEntries(
    said.flatMap(([id, value]) => (id === null || value === null || !known.has(id) ? [] : [[id, value]])),
  );
}

/** Another act than the penalty that one document may say as well (see the keys of ingest). */
const LISTING = "listing";

/** The parts of the provider's own key and of the identity of the act, as an uploaded row would have them. */
export function listingKeys(
  entry: Pick<CatalogueEntry, "sourceKey" | "decisionIdentity" | "roles">,
  listing: ListingFacts,
): { readonly keyParts: readonly string[]; readonly decisionParts: readonly string[] } {
  const { roles } = entry;
  const part = (id: string): string => {
    if (id === roles.subjectCode) return listing.subject.uscc;
    if (id === roles.authority || id === roles.authorityCode) return listing.authority.uscc;
    return foldDocumentNo(id === roles.decidedOn ? listing.decidedOn : listing.documentNo);
  };
  // Code and name of the authority are one part.
  const act = entry.decisionIdentity.filter((id) => id !== roles.authorityCode);
  const decisionParts = [
    ...act.map(part),
    listing.subject.uscc,
    ...((roles.removal ?? []).length > 0 ? [LISTING] : []),
  ];
  return { keyParts: entry.sourceKey.map(part), decisionParts };
}
