import { granted, refused } from "../../../kernel/refusal.ts";
import type { Outcome } from "../../../kernel/refusal.ts";
import { planAnew } from "../../../platform/database/plan-mode.ts";
import type { Database } from "../../../platform/database/pool.ts";
import type { CatalogueEntry } from "../../../policy/catalogue-entry.ts";
import type { SourceCoverage } from "../../coverage/index.ts";
import { publicDay } from "../../site/index.ts";
import type { Moment } from "../../site/index.ts";
import { admits, providersOf } from "../../visibility/index.ts";
import { goesOn, listedKinds, readForm, rowsOfPage } from "../rules/browse.ts";
import type { BrowseFilter, BrowseForm, BrowsePlace, ReadForm } from "../rules/browse.ts";
import { loadListed } from "../store.ts";
import type { ListedRow } from "../store.ts";
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
  const read = readForm(form, entry, providersOf(entry, policy));
  const own = coverage.filter((one) => one.entry === entry.id);
  const nothing = { entry, read, records: [], next: null, capped: false, coverage: own };
  if (read.faults.length > 0) return granted(nothing);
  const rows = await db.read(async (tx) => {
    await planAnew(tx);
    return loadListed(tx, rowsAsked(entry, read.filter, { after, policy, today }));
  });
  return granted({ ...nothing, ...pageOf(rows, entry, { after, policy }) });
}

function rowsAsked(
  entry: CatalogueEntry,
  { kind, ...filter }: BrowseFilter,
  { after, policy, today }: Pick<Moment, "policy" | "today"> & Pick<BrowseQuestion, "after">,
): Parameters<typeof loadListed>[1] {
  const kinds = kind === null ? listedKinds(entry) : [kind];
  return {
    entry: entry.id,
    filter: { ...filter, kinds },
    after,
    limit: rowsOfPage + 1,
    ...publicDay({ policy, today }),
  };
}

/** One row more was read than a page lists, to know whether there are more. */
function pageOf(
  rows: readonly ListedRow[],
  entry: CatalogueEntry,
  { after, policy }: Pick<Moment, "policy"> & Pick<BrowseQuestion, "after">,
): Pick<BrowseAnswer, "records" | "next" | "capped"> {
  const shown = rows.slice(0, rowsOfPage);
  const records = shown.flatMap((row) => readRows([row], policy).map((record) => ({ record, name: row.subjectName })));
  const last = shown.at(-1);
  if (last === undefined || rows.length <= rowsOfPage) return { records, next: null, capped: false };
  const before = (after?.before ?? 0) + shown.length;
  if (!goesOn(entry, before)) return { records, next: null, capped: true };
  return { records, next: { day: last.decidedOn ?? "0001-01-01", id: last.id, before }, capped: false };
}
