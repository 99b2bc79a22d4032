import { statement } from "../../platform/database/pool.ts";
import type { Tx } from "../../platform/database/pool.ts";
import type { Endpoint, EndpointWish } from "./rules.ts";

const insertOne = statement(
  "endpoints.insert",
  `insert into endpoints.endpoint (endpoint, organisation, organisation_name, feed, url, document_no, proposed_account,
     approved_account, registered_at) values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
);
const insertProgress = statement(
  "endpoints.begin",
  "insert into endpoints.progress (endpoint, next_at) values ($1, $2)",
);
const insertEnd = statement(
  "endpoints.end",
  "insert into endpoints.ended (endpoint, ended_at, account, reason) values ($1, $2, $3, $4) on conflict do nothing",
);
const columns = `endpoint, organisation, organisation_name as name, feed, url, registered_at as "registeredAt",
  ended_at as "endedAt", messages::float8 as messages, failures, next_at as "nextAt", last_at as "lastAt",
  last_answer as "lastAnswer"`;
const selectOne = statement("endpoints.one", `select ${columns} from endpoints.pub_endpoint where endpoint = $1`);
const selectOf = statement(
  "endpoints.of",
  `select ${columns} from endpoints.pub_endpoint
   where ($1::text is null or organisation = $1) and ($2::timestamptz is null or (registered_at, endpoint) < ($2, $3::uuid))
   order by registered_at desc, endpoint desc limit $4::int`,
);
const selectDue = statement(
  "endpoints.due",
  `select ${columns}, place from endpoints.pub_endpoint where ended_at is null and next_at <= $1 order by next_at limit $2::int`,
);
const saveArrived = statement(
  "endpoints.arrived",
  `update endpoints.progress set place = $2, messages = messages + 1, failures = 0, next_at = $3, last_at = $3, last_answer = $4
   where endpoint = $1`,
);
const saveFailed = statement(
  "endpoints.failed",
  "update endpoints.progress set failures = failures + 1, next_at = $2, last_at = $3, last_answer = $4 where endpoint = $1",
);

export interface RegisteredRow extends EndpointWish {
  readonly endpoint: string;
  readonly documentNo: string;
  readonly proposedBy: string;
  readonly approvedBy: string;
  readonly at: Date;
}

export async function saveEndpoint(tx: Tx, row: RegisteredRow): Promise<void> {
  const { endpoint, organisation, name, feed, url, documentNo, proposedBy, approvedBy, at } = row;
  await tx.run(insertOne, [endpoint, organisation, name, feed, url, documentNo, proposedBy, approvedBy, at]);
  await tx.run(insertProgress, [endpoint, at]);
}

/** @returns whether it had not ended before. */
export async function endOne(
  tx: Tx,
  end: { readonly endpoint: string; readonly at: Date; readonly account: string; readonly reason: string },
): Promise<boolean> {
  return (await tx.run(insertEnd, [end.endpoint, end.at, end.account, end.reason])) === 1;
}

export async function loadEndpoint(tx: Tx, endpoint: string): Promise<Endpoint | undefined> {
  return (await tx.rows<Endpoint>(selectOne, [endpoint]))[0];
}

/** Where a list goes on, newest first. */
export interface EndpointPlace {
  readonly at: Date;
  readonly endpoint: string;
}

/** Endpoints of an organisation, or of all where it is null; newest first, also those that ended. */
export function loadEndpoints(
  tx: Tx,
  asked: { readonly organisation: string | null; readonly after: EndpointPlace | null; readonly limit: number },
): Promise<Endpoint[]> {
  const { organisation, after, limit } = asked;
  return tx.rows<Endpoint>(selectOf, [organisation, after?.at ?? null, after?.endpoint ?? null, limit]);
}

/** An endpoint that may be told now, and what of. */
export interface Due extends Endpoint {
  /** What comes next, as its feed writes a place; null before the first. */
  readonly place: string | null;
}

export function loadDue(tx: Tx, now: Date, limit: number): Promise<Due[]> {
  return tx.rows<Due>(selectDue, [now, limit]);
}

/** The receiver has it: the next place is noted. */
export async function noteArrived(
  tx: Tx,
  done: { readonly endpoint: string; readonly place: string; readonly at: Date; readonly answer: string },
): Promise<void> {
  await tx.run(saveArrived, [done.endpoint, done.place, done.at, done.answer]);
}

/** The receiver has it not, or did not say so: the same is sent again later. */
export async function noteFailed(
  tx: Tx,
  failed: { readonly endpoint: string; readonly nextAt: Date; readonly at: Date; readonly answer: string },
): Promise<void> {
  await tx.run(saveFailed, [failed.endpoint, failed.nextAt, failed.at, failed.answer]);
}
