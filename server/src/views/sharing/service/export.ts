// A query taken along as a file: every subject and page a look, the file marked and written down before it leaves.
import { granted, refused } from "../../../kernel/refusal.ts";
import type { Outcome } from "../../../kernel/refusal.ts";
import { markExport } from "../../../foundation/exports/index.ts";
import type { ExportPorts } from "../../../foundation/exports/index.ts";
import type { Account } from "../../../foundation/accounts/index.ts";
import { writeCsv } from "../../../platform/tabular/write-csv.ts";
import { presentAnswer } from "../schema.ts";
import { markLine, sheetRows } from "./sheet.ts";
import { sheet } from "../text.ts";
import type { QueryAnswer, QueryWish, Sharing, SubjectAnswer } from "./query.ts";

export interface ExportedFile {
  /** 32 hex digits. */
  readonly id: string;
  readonly csv: string;
}

/** Refuses what `query` refuses, and `sharing.too-many-records`, `sharing.changed-meanwhile`. */
export async function exportQuery(
  ports: ExportPorts & { readonly sharing: Sharing },
  by: Account,
  wish: QueryWish,
): Promise<Outcome<ExportedFile>> {
  const { sharing } = ports;
  const rule = sharing.moment().policy.access.exports;
  const first = await sharing.query(by, { ...wish, recordsMost: rule.rowsMax });
  if (!first.ok) return first;
  const { policy, today } = first.value.moment;
  const whole = await wholeAnswers(sharing, by, first.value);
  if (!whole.ok) return whole;
  const table = sheetRows(
    whole.value.map((answer) => presentAnswer(answer, policy, null)),
    policy,
  );
  const { purpose, basis } = wish;
  const made = { by, channel: basis.kind, purpose, asOf: today, rows: table, keepDays: rule.keepDays };
  const marked = await markExport(ports, made);
  const told = { id: marked.id, at: marked.at.toISOString(), organisation: by.organisationName };
  const lines = [
    markLine(told),
    sheet.heads,
    ...marked.order.flatMap((at) => (table[at] === undefined ? [] : [table[at].cells])),
  ];
  const pieces: string[] = [];
  for await (const piece of writeCsv(lines)) pieces.push(piece);
  return granted({ id: marked.id, csv: pieces.join("") });
}

/** Whether the pages hold what the first one counted: each is a snapshot of its own, and records may end in between. */
function isWhole({ rows, entries }: SubjectAnswer): boolean {
  return rows.length === entries.reduce((sum, { records }) => sum + records, 0);
}

/**
 * The answers with all their pages; each further page is another look, judged anew. Refuses `sharing.changed-meanwhile`
 * rather than hand out a file with a gap.
 */
async function wholeAnswers(sharing: Sharing, by: Account, first: QueryAnswer): Promise<Outcome<SubjectAnswer[]>> {
  const whole: SubjectAnswer[] = [];
  for (const answer of first.answers) {
    const rows = [...answer.rows];
    for (let { next } = answer; next !== null;) {
      const page = await sharing.more(by, next);
      if (!page.ok) return page;
      const [more] = page.value.answers;
      rows.push(...(more?.rows ?? []));
      next = more?.next ?? null;
    }
    const told = { ...answer, rows };
    if (!isWhole(told)) return refused({ code: "sharing.changed-meanwhile", kind: "conflict" });
    whole.push(told);
  }
  return granted(whole);
}
