// Exports: marked and written down before the first byte leaves; a file that is found is told from which it came.
import { randomBytes } from "node:crypto";
import { Readable } from "node:stream";
import { addDays, dayOfInstant } from "../../kernel/day.ts";
import type { Day } from "../../kernel/day.ts";
import { granted, refused } from "../../kernel/refusal.ts";
import type { Outcome } from "../../kernel/refusal.ts";
import { isUscc } from "../../kernel/uscc.ts";
import type { Clock } from "../../platform/clock.ts";
import { inOneTransaction } from "../../platform/database/in-one-transaction.ts";
import type { Database } from "../../platform/database/pool.ts";
import type { Keys } from "../../platform/keys/keys.ts";
import { readTabular } from "../../platform/tabular/read-tabular.ts";
import { TabularRefusal } from "../../platform/tabular/tabular-refusal.ts";
import type { Cell, Limits } from "../../platform/tabular/table.ts";
import { mayDo } from "../accounts/index.ts";
import type { Account } from "../accounts/index.ts";
import { record } from "../audit/index.ts";
import { EXPORT_ID_BYTES, exportCommitment, likeness, markedOrder, rowKey } from "./rules.ts";
import type { Likeness, MarkMac, RowIdentity } from "./rules.ts";
import { exportsLike, forgetExports, saveExport } from "./store.ts";
import type { MadeExport } from "./store.ts";

export interface ExportPorts {
  readonly db: Database;
  readonly clock: Clock;
  readonly keys: Keys;
}

export interface ExportWish {
  readonly by: Account;
  readonly channel: "duty" | "authorisation";
  readonly purpose: string;
  readonly asOf: Day;
  readonly rows: readonly RowIdentity[];
  /** How many days it stays traceable (`access/rules.yaml`). */
  readonly keepDays: number;
}

/** An export that may leave now. */
export interface Marked {
  /** 32 hex digits; stands in the file where people see it. */
  readonly id: string;
  readonly at: Date;
  /** Places of the rows, in the order in which they leave. */
  readonly order: readonly number[];
}

const NONCE_BYTES = 32;

function markMac(keys: Keys): MarkMac {
  return (bytes) => keys.mac("exports.mark", bytes);
}

/** Gives an export its mark. Once this has resolved it is durable, and the file may be sent. */
export function markExport({ db, clock, keys }: ExportPorts, wish: ExportWish): Promise<Marked> {
  const { by, channel, purpose, asOf } = wish;
  const mac = markMac(keys);
  const id = randomBytes(EXPORT_ID_BYTES);
  const unordered = wish.rows.map((row) => rowKey(mac, row));
  const order = markedOrder(mac, id, unordered);
  const rowKeys = order.flatMap((at) => unordered[at] ?? []);
  const nonce = randomBytes(NONCE_BYTES);
  const commitment = exportCommitment({ id, recipient: by.organisation, keys: rowKeys, asOf, nonce });
  return db.write(async (tx) => {
    const at = new Date(clock.now());
    const { account, organisation, organisationName } = by;
    const keptThrough = addDays(dayOfInstant(at.getTime()), wish.keepDays);
    const who = { account, organisation, organisationName, purpose, channel };
    await saveExport(tx, { id, at, ...who, asOf, keys: rowKeys, nonce, commitment, keptThrough });
    await record(tx, {
      at,
      account: by,
      action: "exports.mark",
      purpose,
      target: id.toString("hex"),
      state: { commitment: commitment.toString("hex"), channel },
      count: rowKeys.length,
    });
    return { id: id.toString("hex"), at, order };
  });
}

/** A file that turned up. */
export interface FoundFile {
  readonly bytes: Buffer;
  /** Why it is looked into; written down. */
  readonly reason: string;
}

/** Its rows as cells, and the number that still stands in it. */
interface FoundRows {
  readonly rows: readonly (readonly string[])[];
  /** 32 hex digits; null where it was cut off. */
  readonly id: string | null;
}

/** An export that a found file may come from. It names who got it, never who passed it on. */
export interface TracedExport extends Likeness {
  readonly made: MadeExport;
  /** The number in the file is this export's. */
  readonly named: boolean;
}

export interface Trace {
  /** Rows of the file that could be a row of an export at all. */
  readonly rows: number;
  /** The likeliest first. */
  readonly exports: readonly TracedExport[];
}

const CANDIDATES = 50;
const readLimits: Limits = {
  bytesMax: 1024 * 1024,
  rowsMax: 10_000,
  columnsMax: 60,
  cellMax: 20_000,
  ratioMax: 100,
  sheetsMax: 5,
  msMax: 10_000,
  unpackedMax: 32 * 1024 * 1024,
  sharedMax: 16 * 1024 * 1024,
};
const numberInFile = /\b[0-9a-f]{32}\b/;

async function* linesOf(bytes: Buffer): AsyncGenerator<readonly Cell[]> {
  for await (const events of readTabular(() => Readable.from([bytes]), { limits: readLimits })) {
    for (const event of events) {
      if (event.kind === "row") {
        yield event.row.cells;
        continue;
      }
      // Titles above the heads are given with them and nowhere else: the number of the export is one.
      yield* (event.header.above ?? []).map(({ cells }) => cells);
      yield event.header.heads;
    }
  }
}

/** The rows of a file that turned up, heads and titles too. Refuses `exports.unreadable`. */
async function readFound(bytes: Buffer): Promise<Outcome<FoundRows>> {
  const rows: (readonly string[])[] = [];
  try {
    for await (const cells of linesOf(bytes)) rows.push(cells.map((cell) => cell ?? ""));
  } catch (error) {
    if (!(error instanceof TabularRefusal)) throw error;
    return refused({ code: "exports.unreadable", kind: "invalid" });
  }
  const id = rows.flatMap((cells) => cells.flatMap((cell) => numberInFile.exec(cell)?.[0] ?? []))[0] ?? null;
  return granted({ rows, id });
}

/** Which exports a file may come from. Refuses `accounts.role`, `exports.unreadable`. Asking is written down; nothing about a subject is answered. */
export async function traceFile(
  { db, clock, keys }: ExportPorts,
  by: Account,
  file: FoundFile,
): Promise<Outcome<Trace>> {
  const may = mayDo({ account: by, command: "export.trace", provider: null });
  if (!may.ok) return may;
  const read = await readFound(file.bytes);
  if (!read.ok) return read;
  const { rows } = read.value;
  const mac = markMac(keys);
  const candidates = rows.map((cells) => keysOfCells(mac, cells));
  const id = read.value.id === null ? null : Buffer.from(read.value.id, "hex");
  return inOneTransaction(db, async (tx) => {
    const asked = candidates.flat();
    const like = await exportsLike(tx, { keys: asked, id, limit: CANDIDATES });
    const known = new Set(like.flatMap((made) => made.keys.map((key) => key.toString("hex"))));
    const found = candidates.flatMap((keysOfRow) => keysOfRow.find((key) => known.has(key.toString("hex"))) ?? []);
    const exports = like
      .map((made): TracedExport => {
        const set = new Set(made.keys.map((key) => key.toString("hex")));
        return { made, named: id?.equals(made.id) === true, ...likeness(mac, found, { id: made.id, keys: set }) };
      })
      .toSorted(byLikelihood);
    await record(tx, {
      at: new Date(clock.now()),
      account: by,
      action: "exports.trace",
      purpose: file.reason,
      target: read.value.id ?? "",
      state: { exports: exports.map(({ made }) => made.id.toString("hex")) },
      count: rows.length,
    });
    return granted({ rows: candidates.filter((row) => row.length > 0).length, exports });
  });
}

function byLikelihood(a: TracedExport, b: TracedExport): number {
  return Number(b.named) - Number(a.named) || b.common * (b.inOrder ?? 0.5) - a.common * (a.inOrder ?? 0.5);
}

/** Every row that a line of cells could be: its code with each of its other cells, or with none. */
function keysOfCells(mac: MarkMac, cells: readonly string[]): Buffer[] {
  const plain = cells.map((cell) => cell.replace(/^'/, "").trim());
  const subject = plain.find((cell) => isUscc(cell));
  if (subject === undefined) return [];
  const documents = new Set(plain.filter((cell) => cell !== "" && cell !== subject));
  return [
    ...[...documents].map((documentNo) => rowKey(mac, { subject, documentNo })),
    rowKey(mac, { subject, documentNo: null }),
  ];
}

/** Forgets what is past its end; once a day. */
export function createExportJob({ db }: Pick<ExportPorts, "db">): (now: number) => Promise<void> {
  let done: Day | undefined;
  return async (now) => {
    const today = dayOfInstant(now);
    if (done === today) return;
    await db.write((tx) => forgetExports(tx, today));
    done = today;
  };
}
