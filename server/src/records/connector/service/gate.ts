import type { Account } from "../../../foundation/accounts/index.ts";
import { granted } from "../../../kernel/refusal.ts";
import type { Outcome } from "../../../kernel/refusal.ts";
import type { LineIssue } from "../rules/page.ts";
import type { Gate, SettledBatch } from "./ports.ts";

/** What the gate needs to know of a batch. */
interface GateBatch {
  readonly batch: string;
  readonly state: "receiving" | "waiting" | "processing" | "done" | "failed" | "withdrawn";
  readonly failure: string | null;
  readonly skipped: number;
}

interface UploadRequest {
  readonly provider: string;
  readonly entry: string;
  readonly mapping: string;
  readonly uploadLength: number | null;
  readonly mends: string | null;
  readonly purpose: string | null;
  /** A source is asked for what is decided now: nothing is taken over from an old platform this way. */
  readonly carried: null;
}

/** The commands of the ingest that an upload by HTTP uses too, bound to their ports. */
export interface IngestDoor<B extends GateBatch> {
  readonly openBatch: (account: Account, request: UploadRequest) => Promise<Outcome<B>>;
  readonly appendUpload: (
    batch: B,
    part: { offset: number; stream: AsyncIterable<Uint8Array> },
  ) => Promise<Outcome<number>>;
  readonly completeUpload: (batch: B, options: { force: boolean }) => Promise<Outcome<{ batch: B; isNew: boolean }>>;
  readonly settle: (batch: string, ms: number) => Promise<B | undefined>;
  /** A page of issues in their order, with a Chinese message that names no line. */
  readonly issuesOfBatch: (page: {
    batch: string;
    after: number;
    limit: number;
  }) => Promise<readonly (LineIssue & { seq: number })[]>;
}

const issuesPerPage = 1000;
const linesPerPart = 200;

async function* partsOf(lines: readonly string[]): AsyncGenerator<Uint8Array> {
  for (let from = 0; from < lines.length; from += linesPerPart)
    yield Buffer.from(lines.slice(from, from + linesPerPart).join(""));
}

async function send<B extends GateBatch>(
  door: IngestDoor<B>,
  batch: B,
  lines: readonly string[],
): Promise<Outcome<string>> {
  const appended = await door.appendUpload(batch, { offset: 0, stream: partsOf(lines) });
  if (!appended.ok) return appended;
  const completed = await door.completeUpload(batch, { force: false });
  return completed.ok ? granted(completed.value.batch.batch) : completed;
}

/** The gate of the ingest for rows that were pulled: the same commands in the same order as for a file. */
export function createGate<B extends GateBatch>(door: IngestDoor<B>): Gate {
  return {
    open: async (account, request) => {
      const opened = await door.openBatch(account, {
        ...request,
        uploadLength: null,
        mends: null,
        purpose: null,
        carried: null,
      });
      if (!opened.ok) return opened;
      return granted({ batch: opened.value.batch, send: (lines) => send(door, opened.value, lines) });
    },
    settle: async (id, ms): Promise<SettledBatch | undefined> => {
      const batch = await door.settle(id, ms);
      if (batch === undefined || batch.state === "processing" || batch.state === "waiting") return undefined;
      return { state: batch.state, failure: batch.failure, skipped: batch.skipped };
    },
    issues: async (batch) => {
      const all: LineIssue[] = [];
      for (let after = 0; ;) {
        const page = await door.issuesOfBatch({ batch, after, limit: issuesPerPage });
        all.push(...page);
        const last = page.at(-1);
        if (last === undefined || page.length < issuesPerPage) return all;
        after = last.seq;
      }
    },
  };
}
