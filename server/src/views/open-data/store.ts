import { hash } from "node:crypto";
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

/** Everything by which the file of an entry could differ from another day's, as text. */
export interface FileVersion {
  readonly rows: number;
  readonly newestReceipt: Date | null;
  readonly checksum: string;
}

/**
 * What the rows of an entry are made of: which statements pass, the name of each subject, and whether its values were
 * erased. Statements themselves never change. Two sums of hashes do not depend on an order, and no body is read.
 */
export async function loadVersion(tx: Tx, question: { readonly entry: string } & OpenDay): Promise<FileVersion> {
  const { where, whereValues } = openChannel(question, 1);
  const text = `select count(*)::int as rows, max(v.received_at) as "newestReceipt",
      concat(sum(hashtextextended(v.made, 0)), ' ', sum(hashtextextended(v.made, 1))) as checksum
    from (
      select s.received_at, concat_ws(' ', s.id, coalesce(pg_column_size(b.fields), 0), m.name) as made
      from statements.pub_statement s ${beside} where s.entry = $1 and ${where}) v`;
  const [version] = await tx.rows<FileVersion>(named("version", text), [question.entry, ...whereValues]);
  return version ?? { rows: 0, newestReceipt: null, checksum: "" };
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
