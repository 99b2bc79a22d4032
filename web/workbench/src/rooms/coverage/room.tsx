// How far each provider declares itself complete, for each entry.
import type { ReactNode } from "react";
import { get } from "../../client/client.ts";
import type { Answer, Operation } from "../../client/contract.ts";
import { useResource } from "../../client/resource.ts";
import { useFilters } from "../../router/address.ts";
import { coverageMark } from "../../ui/coverage-mark.ts";
import { EmptyState } from "../../ui/empty-state.tsx";
import { ErrorState } from "../../ui/error-state.tsx";
import { ChoiceField } from "../../ui/field.tsx";
import { Loading } from "../../ui/loading.tsx";
import { momentOf } from "../../ui/moment.ts";
import { PageHead } from "../../ui/page-head.tsx";
import { RowTable } from "../../ui/row-table.tsx";
import type { Column } from "../../ui/row-table.tsx";
import { SavedFilters } from "../../ui/saved-filters.tsx";
import { StatusMark } from "../../ui/status-mark.tsx";
import { coverageText as text } from "./text.ts";

type Coverage = Answer<Operation<"/api/v1/coverage", "get">>;
type Line = Coverage["items"][number];

const kept = ["provider", "entry", "state"];

const columns: readonly Column<Line>[] = [
  { name: "provider", head: text.provider, names: true, cell: (line) => line.providerName },
  { name: "entry", head: text.entry, cell: (line) => line.entryName },
  { name: "through", head: text.through, cell: (line) => line.through ?? text.never },
  {
    name: "state",
    head: text.state,
    cell: (line) => <StatusMark {...coverageMark(line.state, line.lateWorkingDays)} />,
  },
  {
    name: "last",
    head: text.last,
    cell: (line) => (line.lastReceiptAt === null ? text.notReceived : momentOf(line.lastReceiptAt)),
  },
  { name: "open", head: text.open, number: true, cell: (line) => line.openQuestions },
];

function choicesOf(pairs: readonly (readonly [value: string, word: string])[]) {
  const unique = [...new Map(pairs)];
  return [{ value: "", word: text.all }, ...unique.map(([value, word]) => ({ value, word }))];
}

function Matter({ coverage }: { readonly coverage: Coverage }): ReactNode {
  const [{ provider = "", entry = "", state = "" }, set] = useFilters();
  const { items, day } = coverage;
  const rows = items.filter(
    (line) =>
      (provider === "" || line.provider === provider) &&
      (entry === "" || line.entry === entry) &&
      (state === "" || line.state === state),
  );
  return (
    <>
      <div className="filters">
        <ChoiceField
          label={text.provider}
          value={provider}
          onChange={(next) => set({ provider: next })}
          choices={choicesOf(items.map((line) => [line.provider, line.providerName]))}
        />
        <ChoiceField
          label={text.entry}
          value={entry}
          onChange={(next) => set({ entry: next })}
          choices={choicesOf(items.map((line) => [line.entry, line.entryName]))}
        />
        <ChoiceField
          label={text.state}
          value={state}
          onChange={(next) => set({ state: next })}
          choices={choicesOf(Object.entries(text.states))}
        />
      </div>
      <SavedFilters room="coverage" allowed={kept} />
      <p className="meta">{text.shown(rows.length, items.length)}</p>
      {rows.length === 0 ? (
        <EmptyState title={text.none} scope={text.scope(day)} />
      ) : (
        <RowTable
          caption={text.caption}
          columns={columns}
          rows={rows}
          keyOf={(line) => `${line.provider}:${line.entry}`}
        />
      )}
    </>
  );
}

export function Room(): ReactNode {
  const { value, problem, reload } = useResource("coverage", (signal) => get("/api/v1/coverage", { signal }));
  return (
    <>
      <PageHead title={text.title} meta={value === null ? [] : [value.day]} />
      <p className="lead">{text.lead}</p>
      {problem === null ? null : <ErrorState problem={problem} again={reload} />}
      {value === null && problem === null ? <Loading /> : null}
      {value === null ? null : <Matter coverage={value} />}
    </>
  );
}
