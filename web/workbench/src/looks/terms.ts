// What an authorisation is to say, as it stands in the address; judged before its wording is asked for. Pure.
import type { components } from "@xinheng/contract/client";
import type { Query } from "../router/path.ts";
import { judgeCode } from "./code-list.ts";

export type TermsBody = components["schemas"]["AuthorisationDraft"];

export interface Terms {
  readonly grantee: string;
  readonly purpose: string;
  readonly entries: readonly string[];
  /** Fields by entry; an entry that is not in it is given with all that may be authorised. */
  readonly fields: ReadonlyMap<string, readonly string[]>;
  readonly uses: string;
  readonly from: string;
  readonly through: string;
}

const partsOf = (text: string | undefined): readonly string[] => (text ?? "").split(",").filter((part) => part !== "");

/** `entry.field,entry.field` by entry. */
export function readFields(text: string | undefined): ReadonlyMap<string, readonly string[]> {
  const fields = new Map<string, readonly string[]>();
  for (const part of partsOf(text)) {
    const dot = part.indexOf(".");
    const [entry, field] = [part.slice(0, dot), part.slice(dot + 1)];
    if (dot > 0 && field !== "") fields.set(entry, [...(fields.get(entry) ?? []), field]);
  }
  return fields;
}

export function writeFields(fields: ReadonlyMap<string, readonly string[]>): string {
  return [...fields].flatMap(([entry, ids]) => ids.map((id) => `${entry}.${id}`)).join(",");
}

/** @param today the day that stands where none was chosen. */
export function termsOf(query: Query, today: string): Terms {
  const { grantee = "", purpose = "", uses = "1", from = today, through = "" } = query;
  return {
    grantee: grantee.trim().toUpperCase(),
    purpose,
    entries: partsOf(query["entries"]),
    fields: readFields(query["fields"]),
    uses,
    from,
    through,
  };
}

export type TermsFault = "grantee" | "purpose" | "entries" | "uses" | "from" | "through" | "order";

function isCount(uses: string, most: number | null): boolean {
  return /^[1-9]\d{0,3}$/u.test(uses) && (most === null || Number(uses) <= most);
}

/** @param usesMax as the rules have it; null: the server judges. */
export function termsFaults(terms: Terms, usesMax: number | null): readonly TermsFault[] {
  const { grantee, purpose, entries, uses, from, through } = terms;
  const faults: (TermsFault | false)[] = [
    judgeCode(grantee) !== "sound" && "grantee",
    purpose === "" && "purpose",
    entries.length === 0 && "entries",
    !isCount(uses, usesMax) && "uses",
    from === "" && "from",
    through === "" ? "through" : through < from && "order",
  ];
  return faults.filter((fault) => fault !== false);
}

/** @param subject for whom a hall registers it; null in one's own portal. */
export function bodyOf(terms: Terms, subject: string | null): TermsBody {
  const { grantee, purpose, entries, fields, uses, from, through } = terms;
  return {
    grantee,
    scope: entries.map((entry) => ({ entry, fields: [...(fields.get(entry) ?? [])] })).map(allWhereNone),
    purpose,
    uses: Number(uses),
    from,
    through,
    subject,
  };
}

const allWhereNone = ({ entry, fields }: { readonly entry: string; readonly fields: readonly string[] }) => ({
  entry,
  fields: fields.length === 0 ? null : [...fields],
});

/** SHA-256 of a wording in hex, as whoever reads it sees it; null where the browser offers none. */
export async function digestOf(wording: string): Promise<string | null> {
  const subtle = (globalThis.crypto as Crypto | undefined)?.subtle as SubtleCrypto | undefined;
  if (subtle === undefined) return null;
  const digest = new Uint8Array(await subtle.digest("SHA-256", new TextEncoder().encode(wording)));
  return [...digest].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}
