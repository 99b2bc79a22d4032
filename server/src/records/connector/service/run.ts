import { readFile } from "node:fs/promises";
import type { Account } from "../../../foundation/accounts/index.ts";
import { record } from "../../../foundation/audit/index.ts";
import { granted, refused } from "../../../kernel/refusal.ts";
import type { Outcome, RefusalCode } from "../../../kernel/refusal.ts";
import { ExchangeFault } from "../../../platform/exchange/exchange-fault.ts";
import { openExchange } from "../../../platform/exchange/exchange.ts";
import type { Exchange } from "../../../platform/exchange/exchange.ts";
import { answersOf, pageOf, writtenTime } from "../rules/page.ts";
import type { BatchOutcome, Page, Place, PulledRow } from "../rules/page.ts";
import type { ConnectorSource } from "../rules/source.ts";
import { acceptedLines, dropPage, movePlace, openSource, savePage } from "../store.ts";
import type { StoredSource } from "../store.ts";
import { connectorTexts } from "../text.ts";
import type { ConnectorPorts, SettledBatch } from "./ports.ts";
import { fingerprintOf, openPage, openPlace, sealed } from "./seal.ts";

/** What one run did. */
export interface RunReport {
  /** Rows that were answered. */
  readonly rows: number;
  /** Whether a batch is still being worked at, so that its rows are answered by the next run. */
  readonly waiting: boolean;
  /** Whether another process was at it. */
  readonly elsewhere: boolean;
  /** Whether rows without cursor or key lie in the table: these are never read. Asked for by `look`. */
  readonly unordered: boolean;
}

export interface RunOptions {
  /** Ends the run between two steps. */
  readonly signal?: AbortSignal;
  /** Milliseconds to wait for a batch before the run leaves it to the next one. */
  readonly settleMs?: number;
  /** Whether to look for rows that can never be read; it may cost a walk over the table. */
  readonly look?: boolean;
}

interface Work {
  readonly ports: ConnectorPorts;
  readonly source: ConnectorSource;
  readonly account: Account;
  readonly exchange: Exchange;
  readonly options: RunOptions;
}

type Step =
  | { readonly kind: "answered"; readonly rows: number }
  | { readonly kind: "waiting" }
  | { readonly kind: "gone" };

const nothing: Step = { kind: "answered", rows: 0 };
const rowsOf = (step: Step): number => (step.kind === "answered" ? step.rows : 0);

const pagesPerRun = 50;
const settleMsDefault = 60_000;

const say = (code: RefusalCode): string => connectorTexts[code]?.title ?? code;

function orAborted<T>(signal: AbortSignal | undefined, work: Promise<T>): Promise<T | undefined> {
  if (signal === undefined) return work;
  return new Promise((resolve, reject) => {
    const stop = (): void => resolve(undefined);
    if (signal.aborted) stop();
    signal.addEventListener("abort", stop, { once: true });
    work.then(resolve, reject).finally(() => signal.removeEventListener("abort", stop));
  });
}

/** Answers each row of a page, then moves on: in this order, so that a row is never behind us without its verdict. */
async function answer(work: Work, page: Page, batch: { id: string; outcome: BatchOutcome } | null): Promise<Step> {
  const { ports, source, account, exchange } = work;
  const at = new Date(ports.clock.now());
  const answers = answersOf(page, batch?.outcome ?? null, say);
  await exchange.writeVerdicts(
    answers.map((one) => ({ ...one, batch: batch?.id ?? noBatch, at: writtenTime(at.getTime()) })),
  );
  await ports.db.write(async (tx) => {
    const place = page.upTo === null ? null : sealed(ports.keys, page.upTo);
    await movePlace(tx, { connector: source.id, place, rows: answers.length, at });
    await record(tx, {
      at,
      account,
      action: "connector.page",
      purpose: null,
      target: batch?.id ?? source.id,
      state: { connector: source.id, rows: answers.length },
      count: answers.length,
    });
  });
  return { kind: "answered", rows: answers.length };
}

/** Rows that were no line of any batch are answered too. */
const noBatch = "00000000-0000-0000-0000-000000000000";

async function outcomeOf(work: Work, batch: string, settled: SettledBatch): Promise<BatchOutcome> {
  const { gate, db } = work.ports;
  const accepted = settled.skipped === 0 ? null : await db.read((tx) => acceptedLines(tx, batch));
  return { state: settled.state === "withdrawn" ? "withdrawn" : "done", issues: await gate.issues(batch), accepted };
}

/** Waits for a batch and answers its page. A batch that never became whole is forgotten: its rows are read again. */
async function conclude(work: Work, batch: string, page: Page): Promise<Outcome<Step>> {
  const { ports, source, options } = work;
  const settled = await orAborted(options.signal, ports.gate.settle(batch, options.settleMs ?? settleMsDefault));
  if (settled === undefined) return granted({ kind: "waiting" });
  if (settled.state === "done" || settled.state === "withdrawn") {
    return granted(await answer(work, page, { id: batch, outcome: await outcomeOf(work, batch, settled) }));
  }
  await ports.db.write((tx) => dropPage(tx, source.id));
  if (settled.state === "receiving") return granted({ kind: "gone" });
  return refused({ code: "connector.batch-failed", kind: "invalid", values: { batch, reason: settled.failure ?? "" } });
}

async function submit(work: Work, rows: readonly PulledRow[], upTo: Place | null): Promise<Outcome<Step>> {
  const { ports, source, account, exchange } = work;
  const { page, lines } = pageOf(exchange.heads, rows, upTo);
  if (lines.length === 0) return granted(await answer(work, page, null));
  const { provider, entry, mapping } = source;
  const opened = await ports.gate.open(account, { provider, entry, mapping });
  if (!opened.ok) return opened;
  const keep = (batch: string): Promise<void> =>
    ports.db.write((tx) => savePage(tx, { connector: source.id, batch, page: sealed(ports.keys, page) }));
  // Written down before the batch can become whole: a process that dies after that finds it, and does not send again.
  await keep(opened.value.batch);
  const sent = await opened.value.send(lines);
  if (!sent.ok) {
    await ports.db.write((tx) => dropPage(tx, source.id));
    return sent;
  }
  if (sent.value !== opened.value.batch) await keep(sent.value);
  return conclude(work, sent.value, page);
}

/** Rows that were laid in behind us, by a transaction that ended late: known by having no verdict. One page a run. */
async function sweep(work: Work, place: Place): Promise<Outcome<Step>> {
  const rows = await work.exchange.readRows({ after: null, unjudgedUpTo: place, limit: work.source.rowsPerBatch });
  return rows.length === 0 ? granted(nothing) : submit(work, rows, place);
}

async function forward(work: Work, from: Place | null): Promise<Outcome<{ rows: number; waiting: boolean }>> {
  let place = from;
  let done = 0;
  for (let pages = 0; pages < pagesPerRun && work.options.signal?.aborted !== true; pages += 1) {
    const rows = await work.exchange.readRows({ after: place, unjudgedUpTo: null, limit: work.source.rowsPerBatch });
    const last = rows.at(-1);
    if (last === undefined) break;
    const step = await submit(work, rows, last.place);
    if (!step.ok) return step;
    if (step.value.kind !== "answered") return granted({ rows: done, waiting: true });
    done += step.value.rows;
    place = last.place;
  }
  return granted({ rows: done, waiting: false });
}

/** The page that an earlier run left, if any: answered first. Gives the place that stands after it. */
async function resume(work: Work, stored: StoredSource): Promise<Outcome<{ step: Step; place: Place | null }>> {
  const { keys } = work.ports;
  const place = stored.place === null ? null : openPlace(keys, stored.place);
  if (stored.batch === null || stored.page === null) return granted({ step: nothing, place });
  const page = openPage(keys, stored.page);
  const step = await conclude(work, stored.batch, page);
  if (!step.ok) return step;
  return granted({ step: step.value, place: step.value.kind === "answered" ? page.upTo : place });
}

async function pull(work: Work, stored: StoredSource): Promise<Outcome<RunReport>> {
  const report = (rows: number, more: { waiting?: boolean; unordered?: boolean } = {}): Outcome<RunReport> =>
    granted({ rows, waiting: false, elsewhere: false, unordered: false, ...more });
  const resumed = await resume(work, stored);
  if (!resumed.ok) return resumed;
  const { step, place } = resumed.value;
  if (step.kind === "waiting") return report(0, { waiting: true });
  const late = place === null ? granted(nothing) : await sweep(work, place);
  if (!late.ok) return late;
  const before = rowsOf(step) + rowsOf(late.value);
  if (late.value.kind !== "answered") return report(before, { waiting: true });
  const read = await forward(work, place);
  if (!read.ok) return read;
  const unordered = work.options.look === true && (await work.exchange.hasUnordered());
  return report(before + read.value.rows, { waiting: read.value.waiting, unordered });
}

async function openTable(source: ConnectorSource): Promise<Outcome<Exchange>> {
  let ca: string | null = null;
  try {
    ca = source.tls === null || source.tls.ca === null ? null : await readFile(source.tls.ca, "utf8");
  } catch {
    return refused({ code: "connector.no-ca", kind: "invalid", values: { at: source.id } });
  }
  return granted(await openExchange({ ...source.target, tls: source.tls === null ? null : { ca } }, source.table));
}

async function run(ports: ConnectorPorts, source: ConnectorSource, options: RunOptions): Promise<Outcome<RunReport>> {
  const account = await ports.accountOf(source.account);
  if (account === undefined || account.organisation !== source.provider) {
    return refused({ code: "connector.no-account", kind: "forbidden", values: { login: source.account } });
  }
  const fingerprint = fingerprintOf(ports.keys, source);
  const at = new Date(ports.clock.now());
  const stored = await ports.db.write((tx) => openSource(tx, { connector: source.id, fingerprint, at }));
  if (stored?.fingerprint.equals(fingerprint) !== true)
    return refused({ code: "connector.source-changed", kind: "conflict" });
  const opened = await openTable(source);
  if (!opened.ok) return opened;
  try {
    return await pull({ ports, source, account, exchange: opened.value, options }, stored);
  } finally {
    await opened.value.close();
  }
}

/**
 * Reads what is new in an exchange table, submits it by the gate and answers each row. Killed at any point and run again
 * it neither loses nor doubles a row. One process at a time works at a connector; the others return at once.
 * Refuses `connector.*`, `exchange.*` (the other side's faults) and whatever the gate refuses.
 */
export async function runConnector(
  ports: ConnectorPorts,
  source: ConnectorSource,
  options: RunOptions = {},
): Promise<Outcome<RunReport>> {
  try {
    const locked = await ports.db.tryLock(`connector:${source.id}`, () => run(ports, source, options));
    return locked.locked ? locked.value : granted({ rows: 0, waiting: false, elsewhere: true, unordered: false });
  } catch (error) {
    if (error instanceof ExchangeFault)
      return refused({ code: error.code, kind: "unavailable", values: { detail: error.detail } });
    throw error;
  }
}
