import { get } from "../client/client.ts";
import type { CatalogueEntry } from "../client/catalogue.ts";
import { useResource } from "../client/resource.ts";

/** Names of fields by entry and field. */
export type FieldNames = ReadonlyMap<string, ReadonlyMap<string, string>>;

const kept = new Map<string, Promise<CatalogueEntry | null>>();

async function readEntry(entry: string): Promise<CatalogueEntry | null> {
  const read = await get("/api/v1/catalogue/{entry}", { path: { entry } });
  if (!read.ok) kept.delete(entry);
  return read.ok ? read.value : null;
}

function entryOf(entry: string): Promise<CatalogueEntry | null> {
  const known = kept.get(entry) ?? readEntry(entry);
  kept.set(entry, known);
  return known;
}

/** Entries of the catalogue with their fields, by id; what could not be read is left out. */
export function useEntries(entries: readonly string[]): ReadonlyMap<string, CatalogueEntry> {
  const ids = [...new Set(entries)].toSorted();
  const { value } = useResource(ids.length === 0 ? null : `entries ${ids.join(" ")}`, async () => {
    const read = await Promise.all(ids.map(entryOf));
    const found = read.flatMap((entry) => (entry === null ? [] : [[entry.id, entry] as const]));
    return { ok: true as const, value: new Map(found) };
  });
  return value ?? new Map<string, CatalogueEntry>();
}

/** What the fields of some entries are called; a field that is not named keeps its id. */
export function useFieldNames(entries: readonly string[]): FieldNames {
  const read = useEntries(entries);
  return new Map(
    [...read].map(([id, { fields }]) => [id, new Map(fields.map(({ id: field, name }) => [field, name]))]),
  );
}
