// Sessions of browsers. The cookie holds 256 random bits, of which the tables keep the hash; it is changed while it is used.
import { randomBytes, randomUUID, timingSafeEqual } from "node:crypto";
import { dayOfInstant } from "../../../kernel/day.ts";
import { granted, refused } from "../../../kernel/refusal.ts";
import type { Outcome } from "../../../kernel/refusal.ts";
import type { Tx } from "../../../platform/database/pool.ts";
import { record } from "../../audit/index.ts";
import type { Account, SignedIn } from "../rules.ts";
import { countingStepUp, judgeSession, SESSION_TERMS } from "../rules/session.ts";
import type { SessionState } from "../rules/session.ts";
import { accountById, saveStepUpFrom } from "../store.ts";
import type { AccountRow } from "../store.ts";
import {
  clearSessions,
  loadSession,
  markAllEnded,
  markEnded,
  noteActivity,
  saveRotation,
  saveSession,
  saveStepUp,
  sessionByHash,
  sessionsOf,
} from "../store/session.ts";
import type { SessionRow } from "../store/session.ts";
import { admitAccount, hashToken, publicPart } from "./account.ts";
import type { Admission } from "./account.ts";
import { mandateFor } from "./mandate.ts";
import type { AccountPorts } from "./ports.ts";

const ID_BYTES = 32;
const ID = /^[A-Za-z0-9_-]{43}$/;
/** Sessions that ended are kept for whoever asks what happened. */
const KEPT_MS = 90 * 86_400_000;

const ended = refused({ code: "accounts.session-ended", kind: "unauthenticated" });

function createId(): string {
  return randomBytes(ID_BYTES).toString("base64url");
}

/** A session as the request that bears its cookie finds it. */
export interface Session {
  readonly signedIn: SignedIn;
  readonly row: SessionRow;
  /** Whether its number is old enough to be changed with this answer. */
  readonly due: boolean;
}

/** Begins a session in the caller's transaction, for an account that was recognised. @returns what its cookie holds. */
export async function beginSession(tx: Tx, account: Account, at: Date): Promise<string> {
  const [id, session] = [createId(), randomUUID()];
  const endsAt = new Date(at.getTime() + SESSION_TERMS.absoluteMs);
  await clearSessions(tx, account.account, new Date(at.getTime() - KEPT_MS));
  await saveSession(tx, { session, idHash: hashToken(id), account: account.account, startedAt: at, endsAt });
  const state = { session };
  await record(tx, { at, account, action: "session.begin", purpose: null, target: account.account, state });
  return id;
}

function sessionOf(row: SessionRow, account: AccountRow, state: SessionState): Session {
  const steppedUpAt = countingStepUp(row.steppedUpAt, account.stepUpFrom);
  const signedIn: SignedIn = {
    ...publicPart(account),
    via: "session",
    session: row.session,
    client: null,
    steppedUpAt,
  };
  return { signedIn, row, due: state === "due" };
}

interface Found {
  readonly row: SessionRow;
  readonly account: AccountRow;
  readonly state: SessionState;
}

async function findSession(tx: Tx, id: string, now: number): Promise<Found | undefined> {
  const hash = hashToken(id);
  const row = await sessionByHash(tx, hash);
  if (row === undefined) return undefined;
  const account = await accountById(tx, row.account);
  if (account === undefined) return undefined;
  return { row, account, state: judgeSession(row, { former: !timingSafeEqual(row.idHash, hash), now }) };
}

/** Two hold one cookie, so neither is believed: the session ends. */
async function endReplayed(ports: AccountPorts, { row, account }: Found, at: Date): Promise<void> {
  await ports.db.write(async (tx) => {
    if (!(await markEnded(tx, row.session, { account: row.account, at }))) return;
    const [target, state] = [account.account, { session: row.session, replayed: true }];
    await record(tx, { at, account, action: "session.end", purpose: null, target, state });
  });
}

/**
 * The session that a cookie stands for. Refuses `accounts.session-ended` (unknown, over, ended, or a number that was
 * changed before, which ends it), `accounts.disabled`, `accounts.frozen`, `accounts.mandate-lapsed`.
 */
export async function readSession(ports: AccountPorts, id: string, admission: Admission): Promise<Outcome<Session>> {
  if (!ID.test(id)) return ended;
  const now = ports.clock.now();
  const found = await ports.db.read(async (tx) => {
    const one = await findSession(tx, id, now);
    if (one === undefined) return undefined;
    const { representativeOf } = ports;
    return { ...one, mandate: await mandateFor(tx, one.account, { day: dayOfInstant(now), representativeOf }) };
  });
  if (found === undefined || found.state === "over") return ended;
  const at = new Date(now);
  if (found.state === "replayed") {
    await endReplayed(ports, found, at);
    return ended;
  }
  const { row, account, state } = found;
  const admitted = admitAccount(account, admission);
  if (!admitted.ok) return admitted;
  if (!found.mandate.ok && admission.allowLapsed !== true) return found.mandate;
  if (now - row.seenAt.getTime() >= SESSION_TERMS.noteMs)
    await ports.db.write((tx) => noteActivity(tx, row.session, at));
  return granted(sessionOf(row, account, state));
}

/** Changes a session's number. @returns the new one; null where another request changed it first, or it is over. */
export async function rotateSession(ports: AccountPorts, { row }: Session): Promise<string | null> {
  const [to, at] = [createId(), new Date(ports.clock.now())];
  const changed = await ports.db.write((tx) =>
    saveRotation(tx, row.session, { from: row.idHash, to: hashToken(to), at }),
  );
  return changed ? to : null;
}

/**
 * Notes in the caller's transaction that the person of a session proved anew that it is he, and changes its number.
 * @returns what the cookie holds now; null where the session is not live any more.
 */
export async function stepUpSession(tx: Tx, session: string, at: Date): Promise<string | null> {
  const row = await loadSession(tx, session);
  if (row === undefined || judgeSession(row, { former: false, now: at.getTime() }) === "over") return null;
  const account = await accountById(tx, row.account);
  const id = createId();
  if (account === undefined || !(await saveRotation(tx, session, { from: row.idHash, to: hashToken(id), at })))
    return null;
  await saveStepUp(tx, session, at);
  if (account.stepUpFrom !== null) await saveStepUpFrom(tx, account.account, null);
  const state = { session };
  await record(tx, { at, account, action: "session.step-up", purpose: null, target: account.account, state });
  return id;
}

/** The live sessions of an account, the newest first. */
export async function listSessions({ db, clock }: AccountPorts, account: string): Promise<SessionRow[]> {
  const now = clock.now();
  const rows = await db.read((tx) => sessionsOf(tx, account, new Date(now)));
  return rows.filter((row) => judgeSession(row, { former: false, now }) !== "over");
}

/** Ends one of an account's own sessions. Refuses `accounts.unknown-session`, for another's as for none. */
export async function endSession(ports: AccountPorts, by: Account, session: string): Promise<Outcome<void>> {
  const at = new Date(ports.clock.now());
  const done = await ports.db.write(async (tx) => {
    if (!(await markEnded(tx, session, { account: by.account, at }))) return false;
    const state = { session };
    await record(tx, { at, account: by, action: "session.end", purpose: null, target: by.account, state });
    return true;
  });
  return done ? granted(undefined) : refused({ code: "accounts.unknown-session", kind: "absent" });
}

/** Ends all sessions of an account, that of the request among them. @returns how many there were. */
export async function endAllSessions(ports: AccountPorts, by: Account): Promise<number> {
  const at = new Date(ports.clock.now());
  return ports.db.write(async (tx) => {
    const count = await markAllEnded(tx, by.account, at);
    const state = { all: true };
    if (count > 0)
      await record(tx, { at, account: by, action: "session.end", purpose: null, target: by.account, state, count });
    return count;
  });
}

/** The token that our own pages put into requests of a session: it stays the same when the session's number changes. */
export function csrfToken({ keys }: Pick<AccountPorts, "keys">, session: string): string {
  return keys.mac("accounts.csrf", session).toString("base64url");
}

/** Compared in a time that says nothing of how much of it was right. */
export function isCsrfToken(ports: Pick<AccountPorts, "keys">, session: string, token: string): boolean {
  const [wanted, given] = [Buffer.from(csrfToken(ports, session)), Buffer.from(token)];
  return wanted.length === given.length && timingSafeEqual(wanted, given);
}
