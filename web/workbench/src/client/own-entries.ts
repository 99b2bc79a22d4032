import { get } from "./client.ts";
import { useResource } from "./resource.ts";
import type { Resource } from "./resource.ts";

export interface OwnEntry {
  readonly id: string;
  readonly name: string;
}

/** The entries that a unit is registered to send, by the day's coverage. @param provider USCC of the unit. */
export function useOwnEntries(provider: string): Resource<readonly OwnEntry[]> {
  return useResource(`own-entries:${provider}`, async (signal) => {
    const read = await get("/api/v1/coverage", { signal });
    if (!read.ok) return read;
    const own = read.value.items.filter((line) => line.provider === provider);
    return { ok: true, value: own.map(({ entry, entryName }) => ({ id: entry, name: entryName })) };
  });
}

/** What an entry is called among one's own; its id where it is none of them. */
export function nameAmong(entries: readonly OwnEntry[] | null, entry: string): string {
  return entries?.find(({ id }) => id === entry)?.name ?? entry;
}
