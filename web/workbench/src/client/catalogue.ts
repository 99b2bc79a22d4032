import { get } from "./client.ts";
import type { Answer, Operation } from "./contract.ts";
import type { Outcome } from "./problem.ts";
import { useResource } from "./resource.ts";
import type { Resource } from "./resource.ts";

export type Catalogue = Answer<Operation<"/api/v1/catalogue", "get">>;
export type CatalogueEntry = Answer<Operation<"/api/v1/catalogue/{entry}", "get">>;
export type CatalogueField = CatalogueEntry["fields"][number];

let kept: Promise<Outcome<Catalogue>> | undefined;

/** The catalogue changes with the day at most: it is read once a visit, and again after a failure. */
async function readCatalogue(): Promise<Outcome<Catalogue>> {
  kept ??= get("/api/v1/catalogue");
  const read = await kept;
  if (!read.ok) kept = undefined;
  return read;
}

export function useCatalogue(): Resource<Catalogue> {
  return useResource("catalogue", readCatalogue);
}

/** One entry with its fields. @param entry empty: none yet. */
export function useEntry(entry: string): Resource<CatalogueEntry> {
  return useResource(entry === "" ? null : entry, (signal) =>
    get("/api/v1/catalogue/{entry}", { path: { entry }, signal }),
  );
}

/** What an entry is called; its id where the catalogue of today does not name it. */
export function entryName(catalogue: Catalogue | null, entry: string): string {
  return catalogue?.entries.find(({ id }) => id === entry)?.name ?? entry;
}
