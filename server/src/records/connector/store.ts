import { statement } from "../../platform/database/pool.ts";
import type { Tx } from "../../platform/database/pool.ts";

/** How far a connector has read. `place` and `page` are sealed; see `service/seal.ts`. */
export interface StoredSource {
  readonly fingerprint: Buffer;
  readonly place: Buffer | null;
  readonly batch: string | null;
  readonly page: Buffer | null;
}

const insertOne = statement(
  "connector.open",
  "insert into connector.source (connector, fingerprint, opened_at) values ($1, $2, $3) on conflict (connector) do nothing",
);
const loadOne = statement(
  "connector.load",
  "select fingerprint, place, batch, page from connector.source where connector = $1",
);
const savePageOf = statement(
  "connector.save-page",
  "update connector.source set batch = $2, page = $3 where connector = $1",
);
const dropPageOf = statement(
  "connector.drop-page",
  "update connector.source set batch = null, page = null where connector = $1",
);
const move = statement(
  "connector.move",
  "update connector.source set place = $2, batch = null, page = null, rows_read = rows_read + $3, moved_at = $4 where connector = $1",
);
const acceptedOf = statement("connector.accepted-lines", "select row from statements.pub_statement where batch = $1");

/** Makes the connector's row at its first run. */
export async function openSource(
  tx: Tx,
  one: { connector: string; fingerprint: Buffer; at: Date },
): Promise<StoredSource | undefined> {
  await tx.run(insertOne, [one.connector, one.fingerprint, one.at]);
  return loadSource(tx, one.connector);
}

export async function loadSource(tx: Tx, connector: string): Promise<StoredSource | undefined> {
  return (await tx.rows<StoredSource>(loadOne, [connector]))[0];
}

/** Before a batch may become whole, it is written down which rows it holds. */
export async function savePage(tx: Tx, one: { connector: string; batch: string; page: Buffer }): Promise<void> {
  await tx.run(savePageOf, [one.connector, one.batch, one.page]);
}

export async function dropPage(tx: Tx, connector: string): Promise<void> {
  await tx.run(dropPageOf, [connector]);
}

/** The page has been answered: the next one begins behind it. */
export async function movePlace(
  tx: Tx,
  one: { connector: string; place: Buffer | null; rows: number; at: Date },
): Promise<void> {
  await tx.run(move, [one.connector, one.place, one.rows, one.at]);
}

/** Lines of a batch that became records. */
export async function acceptedLines(tx: Tx, batch: string): Promise<ReadonlySet<number>> {
  return new Set((await tx.rows<{ row: number }>(acceptedOf, [batch])).map((one) => one.row));
}
