// What the platform once acknowledged is held against its key and against what it says today (commitments §3).
import { readdir, readFile, stat } from "node:fs/promises";
import path from "node:path";
import { readVerifierKey } from "@xinheng/log/note";
import type { NoteVerifier } from "@xinheng/log/note";
import type { Call, Command } from "../call.ts";
import { EXIT, fault, NotNow, reasonOf } from "../fault.ts";
import type { Exit } from "../fault.ts";
import { examineReceipt } from "../examine-receipt.ts";
import type { Examined, ReceiptFault } from "../examine-receipt.ts";
import { compareWithServer } from "../compare-receipt.ts";
import { openServer } from "../server.ts";
import type { Server } from "../server.ts";
import { answer, tell } from "../terminal.ts";
import type { Terminal } from "../terminal.ts";
import { receiptFaults, sayings } from "../text.ts";

/** Far above any receipt: its length does not depend on the batch's. */
const BYTES_MAX = 1024 * 1024;

/** What is said of one file on stdout. */
interface Verdict {
  readonly file: string;
  readonly batch: string | null;
  readonly faults: readonly ReceiptFault[];
  /** Whether the server was asked too. */
  readonly compared: boolean;
}

async function run(call: Call): Promise<Exit> {
  const { terminal } = call;
  const folder = call.needed("receipts");
  const server = openServer(terminal);
  const files = await filesIn(folder);
  const verifiers = await verifiersOf(call, server);
  // One after the other: thousands of files at once would run into the system's limit and look unreadable.
  const examined: (Examined & { readonly file: string })[] = [];
  for (const file of files) examined.push({ file, ...(await examineFile(folder, file, verifiers)) });
  const twice = contradicted(examined);
  const comparing = { terminal, server, open: server.isSomebody };
  if (!comparing.open) tell(terminal, sayings.notCompared, { reason: sayings.noTokenReason });
  const verdicts: Verdict[] = [];
  for (const one of examined) {
    const verdict = await judge(one, twice, comparing);
    verdicts.push(verdict);
    tellVerdict(terminal, verdict, one);
  }
  const failures = verdicts.filter(({ faults }) => faults.length > 0).length;
  const compared = verdicts.filter((verdict) => verdict.compared).length;
  await answer(terminal, { receipts: verdicts.length, failures, compared, items: verdicts });
  tell(terminal, sayings.verified, { receipts: verdicts.length, failures, compared });
  return failures === 0 ? EXIT.well : EXIT.refused;
}

/** Every visible file: one that cannot be opened as a receipt is a finding, not something to pass over. */
async function filesIn(folder: string): Promise<readonly string[]> {
  const entries = await readdir(folder, { withFileTypes: true }).catch((error: unknown) => {
    throw fault({ code: "cli.file-unreadable", values: { file: folder, reason: reasonOf(error) } });
  });
  const files = entries.filter((entry) => !entry.isDirectory() && !entry.name.startsWith("."));
  // A nightly job that verified nothing must not report that all is well.
  if (files.length === 0) throw fault({ code: "cli.no-receipts", values: { folder }, exit: EXIT.refused });
  return files.map(({ name }) => name).toSorted();
}

async function examineFile(folder: string, file: string, verifiers: readonly NoteVerifier[]): Promise<Examined> {
  const full = path.join(folder, file);
  try {
    const found = await stat(full);
    if (!found.isFile() || found.size > BYTES_MAX) return { faults: ["shape"] };
    return examineReceipt(await readFile(full, "utf8"), verifiers);
  } catch {
    return { faults: ["unreadable"] };
  }
}

/** Batches of which two sound receipts say different things. */
function contradicted(examined: readonly Examined[]): ReadonlySet<string> {
  const first = new Map<string, string>();
  const found = new Set<string>();
  for (const { opened } of examined) {
    if (opened === undefined) continue;
    const { batch } = opened.receipt;
    const before = first.get(batch);
    if (before !== undefined && before !== opened.text) found.add(batch);
    first.set(batch, before ?? opened.text);
  }
  return found;
}

interface Comparing {
  readonly terminal: Terminal;
  readonly server: Server;
  /** Falls when the server turns out to be away. */
  open: boolean;
}

async function judge(
  one: Examined & { file: string },
  twice: ReadonlySet<string>,
  comparing: Comparing,
): Promise<Verdict> {
  const { file, opened } = one;
  const batch = opened?.receipt.batch ?? null;
  if (opened === undefined) return { file, batch, faults: one.faults, compared: false };
  const conflict: readonly ReceiptFault[] = twice.has(opened.receipt.batch) ? ["conflict"] : [];
  const own = [...one.faults, ...conflict];
  if (!comparing.open) return { file, batch, faults: own, compared: false };
  try {
    return { file, batch, faults: [...own, ...(await compareWithServer(comparing.server, opened))], compared: true };
  } catch (error) {
    if (!(error instanceof NotNow)) throw error;
    comparing.open = false;
    tell(comparing.terminal, sayings.notCompared, { reason: error.problem.detail ?? error.problem.title });
    return { file, batch, faults: own, compared: false };
  }
}

function tellVerdict(terminal: Terminal, { file, batch, faults, compared }: Verdict, { opened }: Examined): void {
  if (faults.length > 0) {
    tell(terminal, sayings.receiptBad, { file, faults: faults.map((name) => receiptFaults[name]).join("; ") });
    return;
  }
  const received = opened?.receipt.counts["received"] ?? 0;
  const word = compared ? sayings.comparedYes : sayings.comparedNo;
  tell(terminal, sayings.receiptGood, { file, batch: batch ?? "", received, compared: word });
}

/** The keys that are believed: given ones, or the server's own word for it. */
async function verifiersOf(call: Call, server: Server): Promise<readonly NoteVerifier[]> {
  const given = call.text("key");
  if (given !== undefined) return readKeys(isKey(given) ? given : await readKeyFile(given), given);
  const reply = await server.ask({ method: "GET", path: "/api/v1/receipt-key" });
  tell(call.terminal, sayings.keyFromServer);
  return readKeys(reply.text, `${server.url}/api/v1/receipt-key`);
}

function isKey(text: string): boolean {
  return /^[^+\s]+\+[0-9a-f]{8}\+/.test(text);
}

async function readKeyFile(file: string): Promise<string> {
  return readFile(file, "utf8").catch((error: unknown) => {
    throw fault({ code: "cli.file-unreadable", values: { file, reason: reasonOf(error) } });
  });
}

/** One key a line: a platform that changed its key publishes the former ones too. */
function readKeys(text: string, from: string): readonly NoteVerifier[] {
  const lines = text.split("\n").map((line) => line.trim());
  try {
    const keys = lines.filter((line) => line !== "" && !line.startsWith("#")).map(readVerifierKey);
    if (keys.length > 0) return keys;
  } catch {
    // Named below: what was read may be anything, so it is not repeated.
  }
  throw fault({ code: "cli.bad-key", values: { key: from } });
}

const text = { type: "string" } as const;

export const verify: Command = { options: { receipts: text, key: text }, places: [], needs: ["receipts"], run };
