// What every answer of the public interfaces shares: its version, how long it may be kept, and from what it is made.
import type { Caching } from "../../../platform/http/cache.ts";
import { etagOf } from "../../../platform/http/etag.ts";
import type { EtagPart } from "../../../platform/http/etag.ts";
import type { CatalogueEntry } from "../../../policy/catalogue-entry.ts";
import type { PolicySnapshot } from "../../../policy/snapshot.ts";
import type { SourceCoverage } from "../../coverage/index.ts";
import type { PublicRow, ShownVersion } from "../service/record.ts";
import type { LoadedSubject } from "../rules/subject.ts";

export function versionOfShown(shown: readonly ShownVersion[]): EtagPart[] {
  return shown.flatMap(({ id, shownUntil, marks, erased }) => [id, shownUntil, marks.join(" "), erased]);
}

export function versionOfRows(rows: readonly PublicRow[]): EtagPart[] {
  return versionOfShown(rows.map(({ fields, ...row }) => ({ ...row, erased: fields === null })));
}

export function versionOfSubject(subject: LoadedSubject | null): EtagPart[] {
  if (subject === null) return [null];
  return [subject.kind, subject.standing, ...subject.names.flatMap(({ name, until }) => [name, until])];
}

const versions = new WeakMap<readonly SourceCoverage[], string>();

export function versionOfCoverage(sources: readonly SourceCoverage[]): string {
  const known = versions.get(sources);
  if (known !== undefined) return known;
  const made = etagOf(sources.flatMap((one) => [one.entry, one.provider, one.through, one.state, one.lateWorkingDays]));
  versions.set(sources, made);
  return made;
}

/**
 * About one subject: always revalidated. Kept out of search engines where anything adverse stands in it, or where the
 * subject is an individual business, whose data are personal.
 */
export function cachingOf(subject: LoadedSubject | null, entries: Iterable<CatalogueEntry | undefined>): Caching {
  const hidden = subject === null || subject.kind === "individual-business";
  return {
    kind: hidden || [...entries].some((entry) => entry === undefined || entry.adverse) ? "adverse" : "revalidated",
  };
}

/** The entries of rows; undefined for one that the policy does not know. */
export function entriesOf(
  rows: readonly Pick<PublicRow, "entry">[],
  policy: PolicySnapshot,
): (CatalogueEntry | undefined)[] {
  return rows.map((row) => policy.entries.get(row.entry));
}
