// Taking records over from an old platform (旧平台数据迁移): states, receipt days and objections come along; scores do not.
import { propose } from "../../../foundation/approvals/index.ts";
import type { SignedIn } from "../../../foundation/accounts/index.ts";
import { granted, refused } from "../../../kernel/refusal.ts";
import type { Outcome as Lawful } from "../../../kernel/refusal.ts";
import type { PolicySnapshot } from "../../../policy/snapshot.ts";
import type { Tx } from "../../../platform/database/pool.ts";
import { readTabular } from "../../../platform/tabular/read-tabular.ts";
import type { Batch, CarriedBatch } from "../rules/batch.ts";
import { listed, parseDeclared, reconcile } from "../rules/carried.ts";
import type { StateCounts } from "../rules/carried.ts";
import { bindLayout, isHead } from "../rules/layout.ts";
import { listCarriedCounts } from "../store/carried.ts";
import { failureOf } from "./failure.ts";
import { fileLimits, sourceOf, spoolKey } from "./file.ts";
import { judgedRows } from "./judged-rows.ts";
import type { IngestPorts } from "./ports.ts";
import { readingOf, taskOf } from "./process.ts";
import type { Reading } from "./process.ts";
import { needsPerson } from "./sender.ts";
import type { Sender } from "./sender.ts";

/** What is said with a file that is taken over: its counts, and the document of the handover. */
export interface CarriedWish {
  /** `正常=120,已修复=30`. */
  readonly declared: string | null;
  readonly documentNo: string | null;
}

/**
 * Whether a file under a mapping is taken over, and with what. Null where the mapping is no old platform's. Refuses
 * `ingest.not-carried-over` (counts for another kind of file), `clients.person-needed`, `ingest.carry-over-closed`,
 * `ingest.declared-counts`, `ingest.carry-over-document`.
 */
export function admitCarried(
  asked: { readonly mapping: string; readonly carried: CarriedWish | null; readonly sender: Sender },
  law: { readonly policy: PolicySnapshot; readonly today: string },
): Lawful<CarriedBatch | null> {
  const carriedOver = law.policy.mappings.get(asked.mapping)?.carriedOver ?? null;
  if (carriedOver === null)
    return asked.carried === null ? granted(null) : refused({ code: "ingest.not-carried-over", kind: "invalid" });
  const person = needsPerson(asked.sender);
  if (!person.ok) return person;
  if (law.today > carriedOver.until)
    return refused({ code: "ingest.carry-over-closed", kind: "forbidden", values: { until: carriedOver.until } });
  return carriedWith(asked.carried);
}

function carriedWith(wish: CarriedWish | null): Lawful<CarriedBatch> {
  const documentNo = wish?.documentNo ?? null;
  if (documentNo === null) return refused({ code: "ingest.carry-over-document", kind: "invalid" });
  const counts = parseDeclared(wish?.declared ?? "");
  return counts.ok ? granted({ declared: counts.value, documentNo, scores: [] }) : counts;
}

/** Heads of columns of scores in the first table of a file. */
async function scoresOf({ ports, batch, entry, mapping, policy }: Reading): Promise<readonly string[]> {
  const key = spoolKey(ports, batch);
  const source = await sourceOf(batch.format, () => ports.spool.read(batch.batch, key));
  const { forbidden, words } = policy;
  const isHeader = (cells: readonly (string | null)[]): boolean => isHead(entry, mapping, cells);
  for await (const events of readTabular(source, { limits: fileLimits, isHeader })) {
    for (const event of events) {
      if (event.kind === "row") continue;
      const { heads } = event.header;
      const { notStated, scoreHeads } = words;
      const layout = bindLayout(entry, mapping, { heads, forbidden, notStated, scoreHeads });
      return layout.ok ? layout.value.scores : [];
    }
  }
  return [];
}

async function countStates(reading: Reading): Promise<StateCounts> {
  const counts: Record<string, number> = {};
  for await (const block of judgedRows(reading.ports, reading.batch, taskOf(reading))) {
    for (const { word } of block) if (word !== null) counts[word] = (counts[word] ?? 0) + 1;
  }
  return counts;
}

/**
 * Counts the rows of each state before anything is taken in: a file that was cut or changed on its way is refused whole.
 * Refuses `ingest.counts-differ`, and what is wrong with the file.
 */
export async function examineCarried(ports: IngestPorts, batch: Batch): Promise<Lawful<CarriedBatch | null>> {
  if (batch.carried === null) return granted(null);
  const reading = await readingOf(ports, batch);
  if (!reading.ok) return reading;
  try {
    const same = reconcile(batch.carried.declared, await countStates(reading.value));
    return same.ok ? granted({ ...batch.carried, scores: await scoresOf(reading.value) }) : same;
  } catch (error) {
    const failure = failureOf(error);
    if (failure === undefined) throw error;
    return refused({ ...failure, kind: "invalid" });
  }
}

/** Puts a counted file before a second person of its provider, with the document of the handover. Refuses as a proposal does. */
export async function askCarryOver(
  tx: Tx,
  by: SignedIn,
  step: { readonly batch: Batch; readonly carried: CarriedBatch; readonly reason: string; readonly at: Date },
): Promise<Lawful<true>> {
  const { batch, carried, reason, at } = step;
  const { documentNo, declared, scores } = carried;
  const asked = await propose(tx, by, {
    command: "batch.carry-over",
    organisation: batch.provider,
    target: batch.batch,
    documentNo,
    reason,
    payload: { batch: batch.batch, entry: batch.entry, declared: listed(declared), scores },
    submittedBy: [batch.account],
    at,
  });
  return asked.ok ? granted(true) : asked;
}

/** One state of the old platform's: how many rows it declared, and where those of the file ended. */
export interface StateLine {
  readonly word: string;
  readonly declared: number;
  readonly accepted: number;
  readonly duplicate: number;
  readonly quarantined: number;
  readonly rejected: number;
}

/** How the counts of a batch that is taken over reconcile; null for any other. */
export async function reconciliationOf(
  ports: Pick<IngestPorts, "db">,
  { batch, carried }: Pick<Batch, "batch" | "carried">,
): Promise<(Omit<CarriedBatch, "declared"> & { readonly states: StateLine[] }) | null> {
  if (carried === null) return null;
  const counts = await ports.db.read((tx) => listCarriedCounts(tx, batch));
  const { declared, ...more } = carried;
  const of = (word: string, outcome: string): number =>
    counts.find((one) => one.word === word && one.outcome === outcome)?.count ?? 0;
  const states = Object.keys(declared).map((word): StateLine => ({
    word,
    declared: declared[word] ?? 0,
    accepted: of(word, "accepted"),
    duplicate: of(word, "duplicate"),
    quarantined: of(word, "quarantined"),
    rejected: of(word, "rejected"),
  }));
  return { ...more, states };
}
