import { dayOfInstant } from "../../../kernel/day.ts";
import { receiptLeaf } from "@xinheng/log/receipt";
import { leafHash, RootBuilder } from "@xinheng/log/merkle";
import { randomBytes } from "node:crypto";
import { record } from "../../../foundation/audit/index.ts";
import type { CatalogueEntry } from "../../../policy/catalogue-entry.ts";
import { preferIndexProbes } from "../../../platform/database/index-probes.ts";
import type { Tx } from "../../../platform/database/pool.ts";
import {
  appendStatements,
  endedDecisions,
  fieldsOf,
  groupsOf,
  hasPersonal,
  loadStanding,
  locate,
  openKeyring,
  sealStatements,
  standsElsewhere,
} from "../../statements/index.ts";
import type { Hex, Keyring, Located, StatementRow, WriteHeading } from "../../statements/index.ts";
import {
  closeOtherNames,
  confirmName,
  insertNames,
  insertSubjects,
  loadSubjects,
  lockNewSubjects,
  promoteSubjects,
  reviveNames,
  reviveSubjects,
  subjectsByName,
  subjectsByOrganisationCode,
} from "../../subject/index.ts";
import type { Batch } from "../rules/batch.ts";
import { countRows } from "../rules/batch.ts";
import { carriedEnd } from "../rules/carried.ts";
import { decideChunk } from "../rules/chunk.ts";
import type { ChunkFacts, ChunkPlan, ChunkRow, DecidedRow, Keyed } from "../rules/chunk.ts";
import type { Candidate } from "../rules/fate.ts";
import { isRemoval } from "../rules/removal.ts";
import { reliefOf } from "../rules/favour.ts";
import type { Relief } from "../rules/favour.ts";
import { keysOf } from "../rules/keys.ts";
import { isSame } from "../rules/chunk.ts";
import { packLeaves } from "../rules/leaves.ts";
import type { Leaf } from "../rules/leaves.ts";
import { insertIssues, insertLeaves, insertQuestions, lockSource, saveCheckpoint } from "../store.ts";
import type { RowIssue, RowQuestion } from "../store.ts";
import { withPersonal } from "./digest.ts";
import { countCarried, keepCarried, takenOver } from "./carried.ts";
import { endRemoved } from "./removal.ts";
import type { IngestPorts } from "./ports.ts";

const idBytes = 16;

/** What all chunks of a batch share. */
export interface ChunkWork {
  readonly ports: IngestPorts;
  readonly batch: Batch;
  readonly entry: CatalogueEntry;
  readonly heading: WriteHeading;
}

/** Rows that were read together, and how far in the file they reach. */
export interface Chunk {
  readonly rows: readonly ChunkRow[];
  readonly eventsDone: number;
}

/** Where the file stands after the last committed chunk. */
export interface Checkpoint {
  readonly tree: Buffer;
  readonly issues: number;
}

type Asked = Pick<ChunkWork, "batch" | "entry">;

/** Reads what stands under a row's key where the row says other, and only of entries that hold something against one. */
async function reliefFor(
  tx: Tx,
  { batch, entry }: Asked,
  { rows, located }: { readonly rows: readonly Keyed[]; readonly located: ReadonlyMap<Hex, Located> },
): Promise<Pick<ChunkFacts, "relief" | "removals">> {
  const removals = new Set<Keyed>();
  if (!entry.adverse) return { relief: new Map(), removals };
  const changed = rows.filter((row) => {
    const one = located.get(row.sourceKey);
    return one !== undefined && !one.withdrawn && one.subject === row.claim.subject && !isSame(row, one);
  });
  const idOf = ({ sourceKey }: Keyed): Hex => located.get(sourceKey)?.id ?? "";
  const standing = await loadStanding(
    tx,
    { provider: batch.provider, entry: entry.id },
    changed.map((row) => ({ id: idOf(row), sourceKey: row.sourceKey, subject: row.claim.subject ?? "" })),
  );
  const groups = groupsOf(entry).length;
  const relief = new Map<Keyed, readonly Relief[]>();
  for (const row of changed) {
    const before = standing.get(idOf(row));
    if (before === undefined) continue;
    const after = { facts: row.claim.facts, fields: fieldsOf(row.content, groups) };
    if (isRemoval(entry, before.fields, after.fields)) removals.add(row);
    else relief.set(row, reliefOf(entry, before, after));
  }
  return { relief, removals };
}

/** Rows of an old platform that end a decision which is not the sender's own. */
function endedByOthers(provider: string, rows: readonly Keyed[]): { subject: string; decision: Hex }[] {
  return rows.flatMap(({ claim, decision }) =>
    carriedEnd(claim.carried) === null || claim.facts.authorityCode === provider
      ? []
      : [{ subject: claim.subject ?? "", decision }],
  );
}

/** What the record knows about the given candidates, under the lock of their source. */
export async function factsFor(tx: Tx, work: Asked, rows: readonly Keyed[]): Promise<ChunkFacts> {
  const { provider, entry } = work.batch;
  await preferIndexProbes(tx);
  const coded = rows.filter((row) => row.claim.subject !== null);
  const codeless = rows.filter((row) => row.claim.subject === null);
  const unique = (values: readonly (string | null)[]): string[] => [
    ...new Set(values.filter((value) => value !== null)),
  ];
  const subjects = await loadSubjects(tx, unique(coded.map((row) => row.claim.subject)));
  const located = await locate(
    tx,
    { provider, entry },
    rows.map((row) => row.sourceKey),
  );
  return {
    subjects,
    byName: await subjectsByName(tx, unique(codeless.map((row) => row.claim.folded))),
    byOrganisationCode: await subjectsByOrganisationCode(
      tx,
      unique(codeless.map((row) => row.claim.stated.organisationCode)),
    ),
    located,
    ...(await reliefFor(tx, work, { rows, located })),
    elsewhere: await standsElsewhere(tx, provider, endedByOthers(provider, coded)),
    ended: await endedDecisions(
      tx,
      coded
        .filter((row) => subjects.has(row.claim.subject ?? ""))
        .map((row) => ({ subject: row.claim.subject ?? "", decision: row.decision })),
    ),
  };
}

/** Writes the subjects and names that a plan brings. */
export async function writeSubjects(tx: Tx, work: ChunkWork, plan: Omit<ChunkPlan, "rows">): Promise<void> {
  const { ports, batch, heading } = work;
  await insertSubjects(tx, { batch: batch.batch, at: heading.receivedAt }, plan.newSubjects);
  const digest = (folded: string): Buffer => ports.keys.mac("subject.name", folded).subarray(0, 16);
  await insertNames(tx, { batch: batch.batch, digest }, plan.newNames);
  await reviveSubjects(tx, batch.batch, plan.revivedSubjects);
  await reviveNames(tx, batch.batch, plan.revivedNames);
  await promoteSubjects(tx, plan.promoted);
  for (const name of plan.confirmed) {
    await confirmName(tx, name);
    await closeOtherNames(tx, { subject: name.subject, folded: name.folded, from: name.knownFrom });
  }
}

/** The leaves of a chunk's rows. Sealed rows stand in the order of the drafts that they were made from. */
function leavesOf(decided: readonly DecidedRow[], rows: readonly StatementRow[]): Leaf[] {
  let sealed = 0;
  return decided.map(({ position, outcome, draft }) => {
    const statement = draft === null ? undefined : rows[sealed++];
    const [statementId, commitment] = [statement?.id ?? null, statement?.commitment ?? null];
    return { row: position.row, outcome, statementId, commitment };
  });
}

/** Adds a chunk's leaves to the batch's tree; gives the root over them alone. */
function growTree(tree: RootBuilder, leaves: readonly Leaf[]): Buffer {
  const chunk = new RootBuilder();
  for (const leaf of leaves) {
    const hash = leafHash(receiptLeaf(leaf));
    tree.appendHash(hash);
    chunk.appendHash(hash);
  }
  return chunk.root();
}

function issuesOf(decided: readonly DecidedRow[]): RowIssue[] {
  return decided.flatMap((row) =>
    row.issues.map((issue) => ({ ...issue, position: row.position, outcome: row.outcome })),
  );
}

/**
 * A question keeps the whole candidate but its personal values: what waits for a person lies in clear. What the claim left
 * out is made from its content again.
 */
function candidateOf(entry: CatalogueEntry, { claim, content }: Keyed): Candidate {
  const whole = { ...claim, personal: {}, fields: fieldsOf(content, groupsOf(entry).length) };
  return { ...whole, ...keysOf(entry, whole) };
}

function questionsOf(entry: CatalogueEntry, decided: readonly DecidedRow[]): RowQuestion[] {
  return decided.flatMap(({ question, position, issues }) =>
    question === null
      ? []
      : [
          {
            candidate: candidateOf(entry, question.keyed),
            proposals: question.proposals,
            position,
            codes: [...new Set(issues.map((issue) => issue.code))],
          },
        ],
  );
}

/** The keys of all subjects of whom a chunk brings personal values: one reading a chunk. */
function keyringFor(tx: Tx, { keys }: IngestPorts, rows: readonly ChunkRow[]): Promise<Keyring> {
  const subjects = rows.flatMap(({ fate }) =>
    fate.kind === "claim" && hasPersonal(fate.keyed.claim.personal) ? [fate.keyed.claim.subject ?? ""] : [],
  );
  return openKeyring(tx, keys.keystore, subjects);
}

function keyedUnder(keyring: Keyring, row: ChunkRow): ChunkRow {
  const { fate } = row;
  return fate.kind === "claim" ? { ...row, fate: { ...fate, keyed: withPersonal(keyring, fate.keyed) } } : row;
}

/**
 * Decides and writes one chunk in the caller's transaction: subjects, names, statements, issues, questions, checkpoint
 * and audit entry stand or fall together. Repeatable: the tree grows from the saved checkpoint each time.
 */
export async function writeChunk(
  tx: Tx,
  work: ChunkWork,
  step: { chunk: Chunk; from: Checkpoint },
): Promise<Checkpoint> {
  const { batch, entry, heading, ports } = work;
  const { chunk, from } = step;
  await lockSource(tx, batch.provider, batch.entry);
  await lockNewSubjects(tx);
  const keyring = await keyringFor(tx, ports, chunk.rows);
  const given = chunk.rows.map((row) => keyedUnder(keyring, row));
  const facts = await factsFor(
    tx,
    work,
    given.flatMap(({ fate }) => (fate.kind === "claim" ? [fate.keyed] : [])),
  );
  const ids = randomBytes(chunk.rows.length * idBytes).toString("hex");
  let drawn = 0;
  const newId = (): Hex => ids.slice(drawn * 2 * idBytes, ++drawn * 2 * idBytes);
  const day = dayOfInstant((batch.receivedAt ?? batch.createdAt).getTime());
  const plan = decideChunk(given, facts, { entry, day, batch: batch.batch, mends: batch.mends, newId });
  const drafts = plan.rows.flatMap((row) => (row.draft === null ? [] : [row.draft]));
  const rows = sealStatements(heading, drafts);
  await writeSubjects(tx, work, plan);
  await appendStatements(tx, heading, { rows, keyring });
  await endRemoved(tx, work, drafts);
  if (batch.carried !== null) {
    await keepCarried(tx, work, takenOver(plan.rows));
    await countCarried(tx, batch.batch, plan.rows);
  }
  const tree = RootBuilder.restore(from.tree);
  const leaves = leavesOf(plan.rows, rows);
  await insertLeaves(tx, { batch: batch.batch, first: tree.size, leaves: packLeaves(leaves) });
  const root = growTree(tree, leaves);
  const issues = issuesOf(plan.rows);
  await insertIssues(tx, { batch: batch.batch, seq: from.issues + 1 }, issues);
  await insertQuestions(tx, batch.batch, questionsOf(entry, plan.rows));
  const saved = tree.save();
  await saveCheckpoint(tx, {
    batch: batch.batch,
    eventsDone: chunk.eventsDone,
    tree: saved,
    counts: countRows(plan.rows),
    issues: issues.length,
  });
  await record(tx, {
    at: new Date(ports.clock.now()),
    account: { account: batch.account, organisation: batch.provider },
    action: "ingest.chunk",
    purpose: batch.purpose,
    target: batch.batch,
    state: { eventsDone: chunk.eventsDone },
    count: plan.rows.length,
    root,
  });
  return { tree: saved, issues: from.issues + issues.length };
}
