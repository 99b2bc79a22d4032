import { granted, refused } from "../../../kernel/refusal.ts";
import type { Outcome } from "../../../kernel/refusal.ts";
import type { Database } from "../../../platform/database/pool.ts";
import type { CatalogueEntry } from "../../../policy/catalogue-entry.ts";
import type { SourceCoverage } from "../../coverage/index.ts";
import type { Moment } from "../../site/index.ts";
import { admits } from "../../visibility/index.ts";
import { goesOn, listedKinds, readForm, rowsOfPage } from "../rules/browse.ts";
import type { BrowseForm, BrowsePlace, ReadForm } from "../rules/browse.ts";
import { loadListed } from "../store.ts";
import { readRows } from "./record.ts";
import type { ShownRecord } from "./record.ts";

/** A record of a list, with whom it is about. */
export interface ListedRecord {
  readonly record: ShownRecord;
  /** Null: known by code alone. */
  readonly name: string | null;
}

export interface BrowseQuestion {
  readonly entry: string;
  readonly form: BrowseForm;
  readonly after: BrowsePlace | null;
}

export interface BrowseAnswer {
  readonly entry: CatalogueEntry;
  readonly read: ReadForm;
  readonly records: readonly ListedRecord[];
  readonly next: BrowsePlace | null;
  /** There is more than may be paged through. */
  readonly capped: boolean;
  readonly coverage: readonly SourceCoverage[];
}

/** One page of an entry's shown records. A form that cannot be read lists nothing and says why. */
export async function browse(
  { db, coverage }: { readonly db: Database; readonly coverage: readonly SourceCoverage[] },
  { policy, today }: Moment,
  { entry: asked, form, after }: BrowseQuestion,
): Promise<Outcome<BrowseAnswer>> {
  const entry = policy.entries.get(asked);
  if (entry === undefined || !admits("public-page", entry)) {
    return refused({ code: "publicity.unknown-list", kind: "absent" });
  }
  const read = readForm(form, entry, policy);
  const own = coverage.filter((one) => one.entry === entry.id);
  const nothing = { entry, read, records: [], next: null, capped: false, coverage: own };
  if (read.faults.length > 0) return granted(nothing);
  const { kind, ...filter } = read.filter;
  const kinds = kind === null ? listedKinds(entry) : [kind];
  const rows = await db.read((tx) =>
    loadListed(tx, {
      entry: entry.id,
      filter: { ...filter, kinds },
      after,
      limit: rowsOfPage + 1,
      policy,
      day: today,
      today,
    }),
  );
  const shown = rows.slice(0, rowsOfPage);
  const before = (after?.before ?? 0) + shown.length;
  const last = rows.length > rowsOfPage ? shown.at(-1) : undefined;
  const open = last !== undefined && goesOn(entry, before);
  const records = shown.flatMap((row) => readRows([row], policy).map((record) => ({ record, name: row.subjectName })));
  return granted({
    ...nothing,
    records,
    next: open ? { day: last.decidedOn ?? "0001-01-01", id: last.id, before } : null,
    capped: last !== undefined && !open,
  });
}
