import { hash } from "node:crypto";
import { statement } from "../../platform/database/pool.ts";
import type { Tx } from "../../platform/database/pool.ts";
import { compileChannel, nameByText } from "../visibility/index.ts";
import type { CompiledChannel, CompileQuestion } from "../visibility/index.ts";
import type { PassedRow } from "./service/row.ts";

/** Open data on a day; what ended is judged on the same day, which is the present. */
export type OpenDay = Pick<CompileQuestion, "policy" | "day" | "today">;

const named = nameByText("open-data");

function openChannel(day: OpenDay, offset: number): CompiledChannel {
  return compileChannel({ ...day, channel: "open-data", offset });
}

/** A subject that is not known here has no kind, so nothing shows that it is no person: its statements stay out. */
const beside = `join subject.pub_subject p on p.subject = s.subject
  left join lateral (
    select a.name from subject.pub_name a where a.subject = s.subject
    order by a.known_until is not null, a.registered desc, a.known_until desc, a.known_from desc, a.folded limit 1
  ) m on true
  left join statements.pub_body b on b.subject = s.subject and b.id = s.id`;

/** How far everything has come that a file could follow from. Equal states: not one row was written between them. */
export interface RecordState {
  readonly batches: number;
  readonly newestBatch: Date | null;
  readonly received: number;
  readonly accepted: number;
  readonly quarantined: number;
  readonly openQuestions: number;
  readonly ends: number;
  readonly endedBatches: number;
}

/**
 * Statements, subjects and names are written by batches alone, in the transaction that counts their rows; by decided
 * questions, which are those ever asked but for those still open; and by a batch that is taken back. Ends and marks
 * are added, and what takes one back is counted twice, once for the one that no longer stands. So each number only grows, and what is read of a few small tables tells whether millions of rows are
 * still the same. The newest moment tells a state from an equal one of a database that was set back since.
 */
const recordState = statement(
  "open-data.state",
  `select b.*, q.*, e.*, w.* from
     (select count(*) as batches, max(created_at) as "newestBatch", coalesce(sum(received), 0) as received,
        coalesce(sum(accepted), 0) as accepted, coalesce(sum(quarantined), 0) as quarantined from ingest.pub_batch) b,
     (select count(*) as "openQuestions" from ingest.pub_question where state = 'open') q,
     (select (select count(*) from statements.pub_ended) + 2 * (select count(*) from statements.pub_restored)
        + (select count(*) from statements.pub_mark) + 2 * (select count(*) from statements.pub_mark_lifted) as ends) e,
     (select count(*) as "endedBatches" from statements.pub_ended_batch) w`,
);

const snapshotName = statement("open-data.snapshot", "select pg_current_snapshot()::text as name");

/** What names the transaction's snapshot: where two are called alike, not one row differs between them. */
export async function loadSnapshotName(tx: Tx): Promise<string> {
  const [snapshot] = await tx.rows<{ name: string }>(snapshotName);
  if (snapshot === undefined) throw new Error("open-data: no snapshot");
  return snapshot.name;
}

export async function loadRecordState(tx: Tx): Promise<RecordState> {
  const [state] = await tx.rows<RecordState>(recordState);
  if (state === undefined) throw new Error("open-data: a count brought no row");
  return state;
}

/** Rows that the database hands over at a time. */
const portion = 250;

/**
 * The rows of an entry in portions, through a cursor: by subject, provider and the provider's own key, so that two files of
 * one version are the same bytes. At most one a transaction.
 */
export async function* walkRows(tx: Tx, question: { readonly entry: string } & OpenDay): AsyncGenerator<PassedRow[]> {
  const { where, select, values } = openChannel(question, 1);
  const rows = `select ${select}, m.name, b.fields from statements.pub_statement s ${beside} where s.entry = $1 and ${where}
    order by s.subject, s.entry, s.provider, s.source_key, s.version`;
  await tx.run(named("open", `declare open_data no scroll cursor for ${rows}`), [question.entry, ...values]);
  // A prepared fetch keeps the columns of the cursor it was first used with, so it is named after them.
  const fetch = named("fetch", `fetch ${portion} from open_data -- ${hash("sha256", rows).slice(0, 16)}`);
  for (;;) {
    const next = await tx.rows<PassedRow>(fetch);
    if (next.length > 0) yield next;
    if (next.length < portion) return;
  }
}

/** What one data set holds at a moment. */
export interface DatasetFigures {
  readonly entry: string;
  readonly count: number;
  readonly newestReceipt: Date;
}

export async function loadFigures(tx: Tx, day: OpenDay): Promise<DatasetFigures[]> {
  const { where, whereValues } = openChannel(day, 0);
  const text = `select s.entry, count(*)::int as count, max(s.received_at) as "newestReceipt"
    from statements.pub_statement s join subject.pub_subject p on p.subject = s.subject
    where ${where} group by s.entry order by s.entry`;
  return tx.rows(named("figures", text), whereValues);
}
