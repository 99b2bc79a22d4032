import { useMemo } from "react";
import type { ReactNode } from "react";
import { useFilters } from "../../router/address.ts";
import { EmptyState } from "../../ui/empty-state.tsx";
import { ChoiceField } from "../../ui/field.tsx";
import { RowTable } from "../../ui/row-table.tsx";
import type { Column } from "../../ui/row-table.tsx";
import { StatusMark } from "../../ui/status-mark.tsx";
import type { BatchIssue } from "./batch.ts";
import { outcomeMark } from "./status.ts";
import { batchesText } from "./text.ts";

const text = batchesText.issues;
/** More rows than this make a page slow; the rest is read by filter or in the export. */
const SHOWN_MAX = 300;

export function Original({ issue }: { readonly issue: BatchIssue }): ReactNode {
  if (issue.field === null) return <span className="meta">{text.wholeRow}</span>;
  return (
    <>
      <strong>{issue.field}</strong>
      <br />
      <code className="original">{issue.value ?? text.empty}</code>
    </>
  );
}

export function IssueWords({ issue }: { readonly issue: BatchIssue }): ReactNode {
  return (
    <>
      {batchesText.without(issue.message)}
      <br />
      <code className="meta">{issue.code}</code>
    </>
  );
}

const columns: readonly Column<BatchIssue>[] = [
  {
    name: "row",
    head: text.row,
    number: true,
    names: true,
    cell: ({ row, sheet }) => (
      <>
        {row}
        {sheet === undefined ? null : <span className="meta"> {text.sheet(sheet)}</span>}
      </>
    ),
  },
  { name: "outcome", head: text.outcome, cell: ({ outcome }) => <StatusMark {...outcomeMark(outcome)} /> },
  { name: "field", head: text.field, cell: (issue) => <Original issue={issue} /> },
  { name: "message", head: text.message, cell: (issue) => <IssueWords issue={issue} /> },
];

const choicesOf = (values: readonly string[], all: string): { value: string; word: string }[] => [
  { value: "", word: all },
  ...[...new Set(values)].toSorted((one, other) => (one < other ? -1 : 1)).map((value) => ({ value, word: value })),
];

/** The issues of a batch, by code and by field; both stand in the address. @param acts a last column, if rows are worked. */
export function IssueTable({
  issues,
  acts,
}: {
  readonly issues: readonly BatchIssue[];
  readonly acts?: Column<BatchIssue> | undefined;
}): ReactNode {
  const [{ code = "", field = "" }, set] = useFilters();
  const found = useMemo(
    () => issues.filter((issue) => (code === "" || issue.code === code) && (field === "" || issue.field === field)),
    [issues, code, field],
  );
  const shown = found.slice(0, SHOWN_MAX);
  const fields = issues.flatMap((issue) => (issue.field === null ? [] : [issue.field]));
  return (
    <>
      <div className="filters">
        <ChoiceField
          label={batchesText.filter.code}
          value={code}
          onChange={(next) => set({ code: next })}
          choices={choicesOf(
            issues.map((issue) => issue.code),
            text.allCodes,
          )}
        />
        <ChoiceField
          label={batchesText.filter.field}
          value={field}
          onChange={(next) => set({ field: next })}
          choices={choicesOf(fields, text.allFields)}
        />
        <p className="meta">{text.scope(shown.length, issues.length)}</p>
      </div>
      {shown.length === 0 ? (
        <EmptyState title={text.none} />
      ) : (
        <RowTable
          caption={text.title}
          columns={acts === undefined ? columns : [...columns, acts]}
          rows={shown}
          keyOf={(issue) => `${issue.sheet ?? ""}:${issue.row}:${issue.code}:${issue.field ?? ""}`}
        />
      )}
    </>
  );
}
