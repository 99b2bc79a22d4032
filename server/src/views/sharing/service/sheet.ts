// The answer of a query as a table: absence and refusal are rows of their own, never a table without rows.
import type { z } from "@hono/zod-openapi";
import type { RowIdentity } from "../../../foundation/exports/index.ts";
import type { PolicySnapshot } from "../../../policy/snapshot.ts";
import type { queryAnswerSchema } from "../schema.ts";
import { sheet, words } from "../text.ts";

type Answer = z.infer<typeof queryAnswerSchema>["answers"][number];
type EntryState = Answer["entries"][number];
type SharedRecord = Answer["records"][number];

/** A row and what it is about. */
export interface SheetRow extends RowIdentity {
  readonly cells: readonly string[];
}

function worded(text: string, values: Readonly<Record<string, string | number>>): string {
  return text.replaceAll(/\{(\w+)\}/g, (slot, name: string) => String(values[name] ?? slot));
}

const nothingMore = sheet.heads.slice(6).map(() => "");

function scopeText({ scope }: EntryState): string {
  const checked = worded(sheet.checkedThrough, { providers: scope.providers, through: scope.completeThrough ?? "—" });
  if (scope.unchecked.length === 0) return checked;
  const sources = scope.unchecked.map(({ title }) => title).join(words.listJoin);
  return [checked, worded(sheet.uncheckedSources, { sources })].join(sheet.fieldJoin);
}

function recordCells(record: SharedRecord, policy: PolicySnapshot): string[] {
  const known = new Map(policy.entries.get(record.entry)?.fields.map((field) => [field.id, field]));
  // A file is copied on: what is of a person is shown to who was authorised, and put into none.
  const fields = Object.entries(record.fields).flatMap(([id, value]) =>
    known.get(id)?.personal === true
      ? []
      : [worded(sheet.field, { label: known.get(id)?.zh ?? id, value: value ?? sheet.notProvided })],
  );
  return [
    record.documentNo ?? "",
    record.authority ?? "",
    record.decidedOn ?? "",
    record.shownUntil ?? sheet.noEnd,
    record.severity === null ? "" : sheet.severities[record.severity],
    record.providerName,
    record.receivedOn,
    record.marks.map(({ name }) => name).join(words.listJoin),
    fields.join(sheet.fieldJoin),
  ];
}

/** The rows of answers, whose records may go on over several pages. */
export function sheetRows(answers: readonly Answer[], policy: PolicySnapshot): SheetRow[] {
  return answers.flatMap((answer): SheetRow[] => {
    const { uscc: subject, matter } = answer;
    const about = [subject, answer.name ?? "", matter];
    if (answer.outcome === "not-authorised") {
      const cells = [...about, "", sheet.outcomes["not-authorised"], "", ...nothingMore];
      return [{ subject, documentNo: null, cells }];
    }
    return answer.entries.flatMap((entry): SheetRow[] => {
      const head = [...about, entry.entryName, sheet.outcomes[entry.state], scopeText(entry)];
      const own = answer.records.filter((record) => record.entry === entry.entry);
      const rows = own.map((record): SheetRow => {
        const found = [...about, entry.entryName, sheet.outcomes.found, scopeText(entry)];
        return { subject, documentNo: record.documentNo, cells: [...found, ...recordCells(record, policy)] };
      });
      // Records were found, and still a source was not asked: both are said.
      return entry.state === "found"
        ? rows
        : [...rows, { subject, documentNo: null, cells: [...head, ...nothingMore] }];
    });
  });
}

/** The line above the heads: people see at once that the file is not theirs to pass on. */
export function markLine(marked: {
  readonly id: string;
  readonly at: string;
  readonly organisation: string;
}): string[] {
  return [worded(sheet.mark, marked)];
}
