import type { Keys } from "../../../platform/keys/keys.ts";
import type { Page, Place } from "../rules/page.ts";
import type { ConnectorSource } from "../rules/source.ts";

/** A place or a page for the database: keys of a provider's rows may be personal, so they never lie there in clear. */
export function sealed(keys: Keys, what: Page | Place): Buffer {
  return keys.wrap(Buffer.from(JSON.stringify(what), "utf8"));
}

export function openPlace(keys: Keys, bytes: Buffer): Place {
  return JSON.parse(keys.unwrap(bytes).toString("utf8")) as Place;
}

export function openPage(keys: Keys, bytes: Buffer): Page {
  return JSON.parse(keys.unwrap(bytes).toString("utf8")) as Page;
}

/** What a place belongs to. User, password, schedule and mapping may change without losing it. */
export function fingerprintOf(keys: Keys, source: ConnectorSource): Buffer {
  const { target, table, provider, entry } = source;
  const parts = [
    target.engine,
    target.host,
    target.port,
    target.database,
    table.table,
    table.cursor,
    table.key,
    provider,
    entry,
  ];
  return keys.mac("connector.source", JSON.stringify(parts));
}
