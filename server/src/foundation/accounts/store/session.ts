import { statement } from "../../../platform/database/pool.ts";
import type { Tx } from "../../../platform/database/pool.ts";

export interface SessionRow {
  /** UUID: its name for lists; never what the cookie holds. */
  readonly session: string;
  readonly account: string;
  readonly idHash: Buffer;
  readonly startedAt: Date;
  readonly seenAt: Date;
  readonly rotatedAt: Date;
  readonly endsAt: Date;
  readonly steppedUpAt: Date | null;
  readonly revokedAt: Date | null;
}

const columns = `session, account, id_hash as "idHash", started_at as "startedAt", seen_at as "seenAt",
  rotated_at as "rotatedAt", ends_at as "endsAt", stepped_up_at as "steppedUpAt", revoked_at as "revokedAt"`;

const insert = statement(
  "accounts.insert-session",
  `insert into accounts.session (session, id_hash, account, started_at, seen_at, rotated_at, ends_at)
   values ($1, $2, $3, $4, $4, $4, $5)`,
);
const byHash = statement(
  "accounts.session-by-hash",
  `select ${columns} from accounts.session where id_hash = $1 or former_hash = $1`,
);
const byId = statement("accounts.session-by-id", `select ${columns} from accounts.session where session = $1`);
const byAccount = statement(
  "accounts.sessions",
  `select ${columns} from accounts.session where account = $1 and revoked_at is null and ends_at > $2 order by started_at desc`,
);
const rotate = statement(
  "accounts.rotate-session",
  `update accounts.session set former_hash = id_hash, id_hash = $3, rotated_at = $4, seen_at = $4
   where session = $1 and id_hash = $2 and revoked_at is null`,
);
const note = statement(
  "accounts.note-session",
  "update accounts.session set seen_at = $2 where session = $1 and seen_at < $2",
);
const stepUp = statement("accounts.step-up", "update accounts.session set stepped_up_at = $2 where session = $1");
const end = statement(
  "accounts.end-session",
  "update accounts.session set revoked_at = $3 where session = $1 and account = $2 and revoked_at is null",
);
const endAll = statement(
  "accounts.end-sessions",
  "update accounts.session set revoked_at = $2 where account = $1 and revoked_at is null and ends_at > $2",
);
const clear = statement("accounts.clear-sessions", "delete from accounts.session where account = $1 and ends_at < $2");

export async function saveSession(
  tx: Tx,
  one: Pick<SessionRow, "session" | "idHash" | "account" | "startedAt" | "endsAt">,
): Promise<void> {
  await tx.run(insert, [one.session, one.idHash, one.account, one.startedAt, one.endsAt]);
}

/** The session whose present number, or the one before, has this hash. */
export async function sessionByHash(tx: Tx, hash: Buffer): Promise<SessionRow | undefined> {
  return (await tx.rows<SessionRow>(byHash, [hash]))[0];
}

export async function loadSession(tx: Tx, session: string): Promise<SessionRow | undefined> {
  return (await tx.rows<SessionRow>(byId, [session]))[0];
}

/** Sessions of an account that nobody ended and whose term has not run out, the newest first. */
export function sessionsOf(tx: Tx, account: string, now: Date): Promise<SessionRow[]> {
  return tx.rows<SessionRow>(byAccount, [account, now]);
}

/** @returns whether `from` was still the present number: of several requests at once one changes it. */
export async function saveRotation(
  tx: Tx,
  session: string,
  { from, to, at }: { readonly from: Buffer; readonly to: Buffer; readonly at: Date },
): Promise<boolean> {
  return (await tx.run(rotate, [session, from, to, at])) === 1;
}

export async function noteActivity(tx: Tx, session: string, at: Date): Promise<void> {
  await tx.run(note, [session, at]);
}

export async function saveStepUp(tx: Tx, session: string, at: Date): Promise<void> {
  await tx.run(stepUp, [session, at]);
}

/** @returns whether it is the account's and was live until now. */
export async function markEnded(tx: Tx, session: string, of: { account: string; at: Date }): Promise<boolean> {
  return (await tx.run(end, [session, of.account, of.at])) === 1;
}

/** @returns how many were live until now. */
export function markAllEnded(tx: Tx, account: string, at: Date): Promise<number> {
  return tx.run(endAll, [account, at]);
}

/** Forgets sessions of an account whose term ran out before `before`. */
export async function clearSessions(tx: Tx, account: string, before: Date): Promise<void> {
  await tx.run(clear, [account, before]);
}
