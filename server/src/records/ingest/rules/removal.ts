import { addDays } from "../../../kernel/day.ts";
import type { Day } from "../../../kernel/day.ts";
import type { CatalogueEntry } from "../../../policy/catalogue-entry.ts";
import type { Fields } from "../../statements/index.ts";
import { text } from "./keys.ts";

type Removable = Pick<CatalogueEntry, "roles">;

/** The day from which what was decided elsewhere holds no more (移出日期), as the row states it; null where it states none. */
export function removedOn({ roles }: Removable, fields: Fields): Day | null {
  return text(fields, roles.removal?.[0]) as Day | null;
}

/** The valid-to day that a removal leaves: the day before it, where the act would have lasted longer. */
export function shortened(entry: Removable, fields: Fields, validUntil: Day | null): Day | null {
  const removed = removedOn(entry, fields);
  // Where the valid-to role is the day of removal itself, its rule already knows.
  if (removed === null || entry.roles.removal?.[0] === entry.roles.validUntil) return validUntil;
  const last = addDays(removed, -1);
  return validUntil === null || last < validUntil ? last : validUntil;
}

/**
 * Whether a row says of what stands only that it was removed: an exit decided elsewhere, which acts at once and asks
 * nobody. Any other difference is a correction and goes its own way.
 */
export function isRemoval(entry: Removable, before: Fields, after: Fields): boolean {
  if (removedOn(entry, after) === null || removedOn(entry, before) !== null) return false;
  const told = new Set(entry.roles.removal);
  const ids = new Set([...Object.keys(before), ...Object.keys(after)]);
  return [...ids].every((id) => told.has(id) || JSON.stringify(before[id]) === JSON.stringify(after[id]));
}
