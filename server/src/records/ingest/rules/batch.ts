import { granted, refused } from "../../../kernel/refusal.ts";
import type { Outcome as Lawful, RefusalCode } from "../../../kernel/refusal.ts";
import type { StateCounts } from "./carried.ts";
import type { DecidedRow } from "./chunk.ts";

/**
 * receiving → (waiting →) processing → done → withdrawn
 *     ↘          ↘            ↘ failed (the file as a whole could not be read, or was not let through; nothing of it stands)
 *
 * `waiting`: a machine sent what a second person must let through first.
 */
export type BatchState = "receiving" | "waiting" | "processing" | "done" | "withdrawn" | "failed";

export interface Failure {
  readonly code: RefusalCode;
  readonly values: Readonly<Record<string, string | number>>;
}

/** `received` is always the sum of the five fates; `naturalPersons` is counted within `rejected`. */
export interface Counts {
  readonly received: number;
  readonly skipped: number;
  readonly accepted: number;
  readonly duplicates: number;
  readonly quarantined: number;
  readonly rejected: number;
  readonly naturalPersons: number;
}

/** What a batch that is taken over from an old platform (旧平台数据迁移) comes with. */
export interface CarriedBatch {
  /** Rows of each word of state, as the old platform counts them. */
  readonly declared: StateCounts;
  /** The document of the handover. */
  readonly documentNo: string;
  /** Heads of columns of scores, which were not read. */
  readonly scores: readonly string[];
}

/** 归集批次 as stored. */
export interface Batch extends Counts {
  readonly batch: string;
  readonly provider: string;
  readonly entry: string;
  readonly mapping: string;
  readonly account: string;
  /** The key of the machine that sent it; null where a person did. */
  readonly client: string | null;
  readonly purpose: string | null;
  readonly state: BatchState;
  readonly failure: RefusalCode | null;
  readonly failureValues: Readonly<Record<string, string | number>> | null;
  readonly format: string | null;
  readonly uploadLength: number | null;
  readonly wrappedKey: Buffer | null;
  readonly wrappedDigest: Buffer | null;
  readonly mends: string | null;
  readonly policyHash: Buffer | null;
  readonly createdAt: Date;
  readonly receivedAt: Date | null;
  readonly finishedAt: Date | null;
  readonly eventsDone: number;
  readonly tree: Buffer | null;
  readonly issues: number;
  readonly receipt: string | null;
  readonly carried: CarriedBatch | null;
}

const places: Readonly<Record<DecidedRow["outcome"], keyof Counts>> = {
  skipped: "skipped",
  accepted: "accepted",
  duplicate: "duplicates",
  quarantined: "quarantined",
  rejected: "rejected",
};

/** Counts each row once, in the state where it ended. */
export function countRows(rows: readonly DecidedRow[]): Counts {
  const counts = {
    received: rows.length,
    skipped: 0,
    accepted: 0,
    duplicates: 0,
    quarantined: 0,
    rejected: 0,
    naturalPersons: 0,
  };
  for (const row of rows) {
    counts[places[row.outcome]] += 1;
    if (row.naturalPerson) counts.naturalPersons += 1;
  }
  return counts;
}

export type BatchCommand = "append" | "release" | "withdraw" | "decide" | "receipt";

const allowed: Readonly<Record<BatchCommand, readonly BatchState[]>> = {
  append: ["receiving"],
  release: ["waiting"],
  withdraw: ["done"],
  decide: ["done"],
  receipt: ["done", "withdrawn"],
};

/** Whether a command may be given to a batch in its state. */
export function mayCommand(batch: Pick<Batch, "state">, command: BatchCommand): Lawful<true> {
  if (allowed[command].includes(batch.state)) return granted(true);
  return refused({ code: "ingest.wrong-state", kind: "conflict" });
}
