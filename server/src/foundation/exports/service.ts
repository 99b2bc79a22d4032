// Exports: marked and written down before the first byte leaves; a file that is found is told from which it came.
import { randomBytes } from "node:crypto";
import { Readable } from "node:stream";
import { setImmediate as nextTurn } from "node:timers/promises";
import { addDays, dayOfInstant } from "../../kernel/day.ts";
import type { Day } from "../../kernel/day.ts";
import { granted, refused } from "../../kernel/refusal.ts";
import type { Outcome } from "../../kernel/refusal.ts";
import { isUscc } from "../../kernel/uscc.ts";
import type { Clock } from "../../platform/clock.ts";
import type { Database } from "../../platform/database/pool.ts";
import type { Keys } from "../../platform/keys/keys.ts";
import { readTabular } from "../../platform/tabular/read-tabular.ts";
import { TabularRefusal } from "../../platform/tabular/tabular-refusal.ts";
import type { Cell, Limits } from "../../platform/tabular/table.ts";
import { mayDo, requireStepUp } from "../accounts/index.ts";
import type { Account, SignedIn } from "../accounts/index.ts";
import { record } from "../audit/index.ts";
import { EXPORT_ID_BYTES, exportCommitment, isShown, likeness, markedOrder, rowKey } from "./rules.ts";
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

/** Its rows as cells, and the numbers that stand in it: more than one where somebody planted another's. */
interface FoundRows {
  readonly rows: readonly (readonly string[])[];
  readonly ids: readonly string[];
}

/** An export that a found file comes from. It names who got it, never who passed it on. */
export interface TracedExport extends Likeness {
  readonly made: MadeExport;
  /** The number of this export stands in the file. */
  readonly named: boolean;
}

export interface Trace {
  /** Rows of the file that could be a row of an export at all. */
  readonly rows: number;
  /** The likeliest first. */
  readonly exports: readonly TracedExport[];
}

const CANDIDATES = 50;
/** Keys that are compared at most; rows beyond are left out of the comparison. */
const KEYS_MAX = 20_000;
/** Rows between which others get their turn. */
const SLICE = 200;
/** No document number is longer. */
const CELL_MAX = 128;
const IDS_MAX = 20;
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
const numberInFile = /(?<![0-9a-f])[0-9a-f]{32}(?![0-9a-f])/g;

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
  const ids = new Set(rows.flatMap((cells) => cells.flatMap((cell) => cell.match(numberInFile) ?? [])));
  return granted({ rows, ids: [...ids].slice(0, IDS_MAX) });
}

/** A row of the file, and every row of an export that it could be. */
interface Candidate {
  readonly subject: string;
  readonly keys: readonly Buffer[];
}

async function candidatesOf(mac: MarkMac, rows: FoundRows["rows"]): Promise<Candidate[]> {
  const found: Candidate[] = [];
  let keys = 0;
  for (const [at, cells] of rows.entries()) {
    const candidate = keys < KEYS_MAX ? candidateOf(mac, cells) : null;
    if (candidate !== null) found.push(candidate);
    keys += candidate?.keys.length ?? 0;
    if (at % SLICE === SLICE - 1) await nextTurn();
  }
  return found;
}

/** Its code with each of its other cells, or with none. */
function candidateOf(mac: MarkMac, cells: readonly string[]): Candidate | null {
  const plain = cells.map((cell) => cell.replace(/^'/, "").trim());
  const subject = plain.find((cell) => isUscc(cell));
  if (subject === undefined) return null;
  const documents = new Set(plain.filter((cell) => cell !== "" && cell !== subject && cell.length <= CELL_MAX));
  const numbers = [...documents, null];
  return { subject, keys: numbers.map((documentNo) => rowKey(mac, { subject, documentNo })) };
}

/**
 * Which exports a file comes from. An export is named only where the file shows what nobody can make up: its number, its
 * order, or most of a set about several subjects; so a file that is made for the purpose tells nobody who looked at whom.
 * Asking is written down. Refuses `accounts.role`, `accounts.step-up`, `exports.unreadable`.
 */
export async function traceFile(
  { db, clock, keys }: ExportPorts,
  by: SignedIn,
  file: FoundFile,
): Promise<Outcome<Trace>> {
  const may = mayDo({ account: by, command: "export.trace", provider: null });
  if (!may.ok) return may;
  const proved = requireStepUp(by, clock.now());
  if (!proved.ok) return proved;
  const read = await readFound(file.bytes);
  if (!read.ok) return read;
  const mac = markMac(keys);
  const candidates = await candidatesOf(mac, read.value.rows);
  const ids = read.value.ids.map((id) => Buffer.from(id, "hex"));
  const asked = candidates.flatMap((candidate) => candidate.keys);
  const like = await db.read((tx) => exportsLike(tx, { keys: asked, ids, limit: CANDIDATES }));
  const exports: TracedExport[] = [];
  for (const made of like) {
    const told = compare(mac, made, { candidates, ids: new Set(read.value.ids) });
    if (told !== null) exports.push(told);
    await nextTurn();
  }
  exports.sort(byLikelihood);
  await db.write((tx) =>
    record(tx, {
      at: new Date(clock.now()),
      account: by,
      action: "exports.trace",
      purpose: file.reason,
      target: exports[0]?.made.id.toString("hex") ?? read.value.ids[0] ?? "",
      state: { exports: exports.map(({ made }) => made.id.toString("hex")), numbers: [...read.value.ids] },
      count: read.value.rows.length,
    }),
  );
  return granted({ rows: candidates.length, exports });
}

/** Null where the file does not show that it is a copy of this export. */
function compare(
  mac: MarkMac,
  made: MadeExport,
  { candidates, ids }: { readonly candidates: readonly Candidate[]; readonly ids: ReadonlySet<string> },
): TracedExport | null {
  const set = new Set(made.keys.map((key) => key.toString("hex")));
  const shared = candidates.flatMap(({ subject, keys }) => {
    const key = keys.find((one) => set.has(one.toString("hex")));
    return key === undefined ? [] : [{ subject, key }];
  });
  const like = likeness(
    mac,
    shared.map(({ key }) => key),
    { id: made.id, keys: set },
  );
  const named = ids.has(made.id.toString("hex")) && like.common > 0;
  const subjects = new Set(shared.map(({ subject }) => subject)).size;
  return named || isShown({ ...like, of: set.size, subjects }) ? { made, named, ...like } : null;
}

function byLikelihood(a: TracedExport, b: TracedExport): number {
  return Number(b.named) - Number(a.named) || b.common * (b.inOrder ?? 0.5) - a.common * (a.inOrder ?? 0.5);
}

/**
 * Forgets what is past its end; once a day. The rule of the day says how long that is, beside the end that each export was
 * given: no export that was marked for less leaves earlier.
 */
export function createExportJob({
  db,
  keepDays,
}: Pick<ExportPorts, "db"> & { readonly keepDays: (day: Day) => number }): (now: number) => Promise<void> {
  let done: Day | undefined;
  return async (now) => {
    const today = dayOfInstant(now);
    if (done === today) return;
    await db.write(async (tx) => {
      const gone = await forgetExports(tx, today, { keepDays: keepDays(today) });
      const deed = { at: new Date(now), account: null, action: "exports.forget", purpose: null, target: today };
      if (gone > 0) await record(tx, { ...deed, state: { through: today }, count: gone });
    });
    done = today;
  };
}
