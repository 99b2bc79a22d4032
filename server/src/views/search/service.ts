import { granted } from "../../kernel/refusal.ts";
import type { Outcome } from "../../kernel/refusal.ts";
import type { Tx } from "../../platform/database/pool.ts";
import { queryReader } from "./rules.ts";
import type { SearchAnswer, SearchPlace } from "./rules.ts";
import { findSubjects } from "./store.ts";
import { nameWords } from "./text.ts";

const readQuery = queryReader(nameWords);

export interface SearchRequest {
  readonly text: string;
  readonly limit: number;
  readonly after: SearchPlace | null;
  /** First 16 bytes of the keyed digest of a folded name: the only way to an individual business by its name. */
  readonly nameDigest: (folded: string) => Buffer;
}

/**
 * Subjects by code, by the beginning of a code, or by any fragment of a present or former name. Individual businesses
 * answer to their full code or full name only. What was typed is kept nowhere. Refuses as `queryReader` says.
 */
export async function searchSubjects(tx: Tx, request: SearchRequest): Promise<Outcome<SearchAnswer>> {
  const read = readQuery(request.text);
  if (!read.ok) return read;
  const { folded, wrongCheckDigit } = read.value;
  const page = { limit: request.limit + 1, after: request.after, digest: request.nameDigest(folded) };
  const rows = await findSubjects(tx, read.value, page);
  const shown = rows.slice(0, request.limit);
  return granted({
    items: shown.map(({ uscc, name, formerName, kind, standing }) => ({ uscc, name, formerName, kind, standing })),
    more: rows[0]?.more ?? false,
    next: rows.length > request.limit ? (shown.at(-1)?.place ?? null) : null,
    wrongCheckDigit,
  });
}
