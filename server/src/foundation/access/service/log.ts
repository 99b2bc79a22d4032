// The access log: durable before the answer leaves, and cheap because callers share a commit.
import { dayOfInstant } from "../../../kernel/day.ts";
import { granted, refused } from "../../../kernel/refusal.ts";
import type { Outcome, Refusal } from "../../../kernel/refusal.ts";
import type { Clock } from "../../../platform/clock.ts";
import { inOneTransaction } from "../../../platform/database/in-one-transaction.ts";
import type { Database, Tx } from "../../../platform/database/pool.ts";
import type { Keys } from "../../../platform/keys/keys.ts";
import { wishOf } from "../rules/books.ts";
import { rowsOf } from "../rules/look.ts";
import type { Looker, LookEntry } from "../rules/look.ts";
import { hasLanded } from "../store/looks.ts";
import { idsOf, writeGroup } from "./write.ts";
import type { Candidate, Recorded } from "./write.ts";

export interface AccessLog {
  /**
   * Writes the looks of a request down, all or none, and resolves once they are durable: nothing may be answered before.
   * `within` runs in the same transaction (an authorisation is spent there); it must be repeatable, must not open a
   * transaction of its own, and its refusal undoes the looks. Refuses `access.matter-taken`, `access.budget`,
   * `audit.unavailable`, and what `within` refuses. After `audit.unavailable` the looks may stand all the same: what was
   * about to be answered counts as a look rather than as none.
   * @returns the ids of the looks, 32 hex digits each, in their order.
   */
  record(entry: LookEntry, within?: (tx: Tx) => Promise<Outcome<void>>): Promise<Recorded>;
  /** Counts a refusal against an account, for the watch. Nobody waits for it, and it may be lost with the process. */
  refused(by: Pick<Looker, "account">): void;
}

export interface AccessLogLimits {
  /** Looks written by one flush; a single request may hold more. */
  readonly group: number;
  /** Requests that wait at once, and as many again with a transaction of their own; beyond it `audit.unavailable`. */
  readonly waiting: number;
  /** Longest wait in milliseconds; after it `audit.unavailable`. */
  readonly waitMs: number;
}

export interface AccessLogPorts {
  readonly db: Database;
  readonly clock: Clock;
  readonly keys: Pick<Keys, "random">;
  /** Hears what the database answered where a caller only hears `audit.unavailable`. */
  readonly onFault?: (error: unknown) => void;
  readonly limits?: Partial<AccessLogLimits>;
}

const defaultLimits: AccessLogLimits = { group: 500, waiting: 2000, waitMs: 5000 };

/** How long a flush is waited for, in longest waits: a little more than one, so that its callers have gone first. */
const PATIENCE = 1.1;

const unavailable: Refusal = { code: "audit.unavailable", kind: "unavailable" };
const noRefusals: ReadonlyMap<string, number> = new Map();

/** Opens the log of this process. */
export function openAccessLog(ports: AccessLogPorts): AccessLog {
  const limits = { ...defaultLimits, ...ports.limits };
  const { clock, keys } = ports;
  const flusher = openFlusher(ports, limits);
  const apart = openApart(ports, limits);
  return {
    record: async (entry, within) => {
      if (entry.looks.length === 0 && within === undefined) return granted([]);
      const at = new Date(clock.now());
      const rows = rowsOf(entry, at, (count) => keys.random(count));
      const { account } = entry.by;
      const candidate = { account, rows, wish: wishOf(entry, dayOfInstant(at.getTime())) };
      const outcome = within === undefined ? await flusher.write(candidate) : await apart(candidate, within);
      if (!outcome.ok && outcome.refusal.kind !== "unavailable") flusher.refused(account);
      return outcome;
    },
    refused: ({ account }) => flusher.refused(account),
  };
}

interface Waiting {
  readonly candidate: Candidate;
  readonly settle: (outcome: Recorded) => void;
  /** Whether it was told `audit.unavailable` already, and is not written if that can still be helped. */
  readonly isGone: () => boolean;
}

interface Flusher {
  write(candidate: Candidate): Promise<Recorded>;
  refused(account: string): void;
}

/** Settles with `audit.unavailable` where nothing else has settled it in time. */
function awaited(waitMs: number): Omit<Waiting, "candidate"> & { readonly outcome: Promise<Recorded> } {
  const { promise, resolve } = Promise.withResolvers<Recorded>();
  let isOver = false;
  const settle = (outcome: Recorded): void => {
    isOver = true;
    clearTimeout(timer);
    resolve(outcome);
  };
  const timer = setTimeout(() => settle(refused(unavailable)), waitMs);
  return { settle, isGone: () => isOver, outcome: promise };
}

/** Waits for work, but no longer than this. */
async function inTime(work: Promise<void>, waitMs: number): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>();
  const timer = setTimeout(resolve, waitMs);
  await Promise.race([work, promise]);
  clearTimeout(timer);
}

/** Group commit: whoever arrives while a flush is under way is written by the next one. */
function openFlusher(ports: AccessLogPorts, limits: AccessLogLimits): Flusher {
  let queue: Waiting[] = [];
  let refusals = new Map<string, number>();
  let isRunning = false;

  const take = (): readonly Waiting[] => {
    queue = queue.filter((one) => !one.isGone());
    let looks = 0;
    const beyond = queue.findIndex((one, at) => {
      looks += one.candidate.rows.length;
      return at > 0 && looks > limits.group;
    });
    return queue.splice(0, beyond === -1 ? queue.length : beyond);
  };
  const run = async (): Promise<void> => {
    while (queue.length > 0 || refusals.size > 0) {
      const counted = refusals;
      refusals = new Map();
      // A connection that fell silent must not hold up whoever comes after: by then all of its group have been told.
      await inTime(flush(ports, take(), counted), limits.waitMs * PATIENCE);
    }
    isRunning = false;
  };
  const wake = (): void => {
    if (isRunning) return;
    isRunning = true;
    void run();
  };
  return {
    write: async (candidate) => {
      if (queue.length >= limits.waiting) return refused(unavailable);
      const { outcome, ...waiting } = awaited(limits.waitMs);
      queue.push({ candidate, ...waiting });
      wake();
      return outcome;
    },
    refused: (account) => {
      refusals.set(account, (refusals.get(account) ?? 0) + 1);
      wake();
    },
  };
}

/** Writes a group; where that fails, each of it by itself, so that none suffers for another. Never throws. */
async function flush(
  ports: AccessLogPorts,
  group: readonly Waiting[],
  refusals: ReadonlyMap<string, number>,
): Promise<void> {
  const { db, clock, onFault } = ports;
  const candidates = group.map(({ candidate }) => candidate);
  const at = new Date(clock.now());
  try {
    const outcomes = await db.write((tx) => writeGroup(tx, { at, candidates, refusals }));
    for (const [index, one] of group.entries()) one.settle(outcomes[index] ?? refused(unavailable));
  } catch (error) {
    onFault?.(error);
    for (const one of group) if (!one.isGone()) one.settle(await writeAgain(ports, one.candidate));
  }
}

/** A commit whose answer was lost may have landed: the same rows are looked for before they are written again. */
async function writeAgain({ db, clock, onFault }: AccessLogPorts, candidate: Candidate): Promise<Recorded> {
  const [first] = candidate.rows;
  const group = { at: new Date(clock.now()), candidates: [candidate], refusals: noRefusals };
  try {
    return await db.write(async (tx) => {
      if (first !== undefined && (await hasLanded(tx, first))) return granted(idsOf(candidate));
      return only(await writeGroup(tx, group));
    });
  } catch (error) {
    onFault?.(error);
    return refused(unavailable);
  }
}

function only(outcomes: readonly Recorded[]): Recorded {
  return outcomes[0] ?? refused(unavailable);
}

type Apart = (candidate: Candidate, within: (tx: Tx) => Promise<Outcome<void>>) => Promise<Recorded>;

/** Looks with a transaction of their own. Not tried again: what `within` does must not be done twice by a lost answer. */
function openApart({ db, clock, onFault }: AccessLogPorts, limits: AccessLogLimits): Apart {
  let running = 0;
  return async (candidate, within) => {
    if (running >= limits.waiting) return refused(unavailable);
    running += 1;
    const { outcome, settle } = awaited(limits.waitMs);
    const group = { at: new Date(clock.now()), candidates: [candidate], refusals: noRefusals };
    const written = inOneTransaction(db, async (tx) => {
      const recorded = only(await writeGroup(tx, group));
      if (!recorded.ok) return recorded;
      const done = await within(tx);
      return done.ok ? recorded : done;
    });
    written.then(settle, (error: unknown) => {
      onFault?.(error);
      settle(refused(unavailable));
    });
    void written.then(
      () => (running -= 1),
      () => (running -= 1),
    );
    return outcome;
  };
}
