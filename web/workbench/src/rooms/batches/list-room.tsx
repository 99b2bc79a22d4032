// The batches of one's own unit; an operator sees how those of all providers stand.
import { Button } from "antd";
import type { ReactNode } from "react";
import { entryName, useCatalogue } from "../../client/catalogue.ts";
import type { Catalogue } from "../../client/catalogue.ts";
import { get } from "../../client/client.ts";
import { useResource } from "../../client/resource.ts";
import type { RoomProps } from "../../room.ts";
import { navigate, useFilters } from "../../router/address.ts";
import { Link } from "../../router/link.tsx";
import { given, hrefOf } from "../../router/path.ts";
import type { Query } from "../../router/path.ts";
import { EmptyState } from "../../ui/empty-state.tsx";
import { ChoiceField, DayField } from "../../ui/field.tsx";
import { momentOf } from "../../ui/moment.ts";
import { PageHead } from "../../ui/page-head.tsx";
import { Read } from "../../ui/read.tsx";
import { RowTable } from "../../ui/row-table.tsx";
import type { Column } from "../../ui/row-table.tsx";
import { Pages, SavedFilters } from "../../ui/saved-filters.tsx";
import { StatusMark } from "../../ui/status-mark.tsx";
import type { BatchLine } from "./batch.ts";
import { batchStates, stateMark } from "./status.ts";
import type { BatchState } from "./status.ts";
import { batchesText as text } from "./text.ts";

const kept = ["state", "entry", "from", "to"];

const hrefOfBatch = ({ batch }: BatchLine): string => hrefOf(`/batches/${batch}`);

function columnsOf(catalogue: Catalogue | null, withProvider: boolean): readonly Column<BatchLine>[] {
  const words = text.list;
  const provider: Column<BatchLine> = {
    name: "provider",
    head: words.provider,
    cell: (line) => line.providerName ?? line.provider,
  };
  return [
    {
      name: "entry",
      head: words.entryColumn,
      names: true,
      cell: (line) => (
        <>
          <Link href={hrefOfBatch(line)}>{entryName(catalogue, line.entry)}</Link>
          {line.mends === null ? null : <span className="meta"> {words.mends}</span>}
        </>
      ),
    },
    ...(withProvider ? [provider] : []),
    { name: "received", head: words.received, cell: (line) => momentOf(line.receivedAt ?? line.createdAt) },
    { name: "state", head: words.state, cell: (line) => <StatusMark {...stateMark(line.state)} /> },
    { name: "counts", head: words.counts, number: true, cell: (line) => line.received },
    { name: "accepted", head: words.accepted, number: true, cell: (line) => line.accepted },
    { name: "open", head: words.open, number: true, cell: (line) => line.openQuestions },
    { name: "rejected", head: words.rejected, number: true, cell: (line) => line.rejected },
  ];
}

function Filters({ catalogue }: { readonly catalogue: Catalogue | null }): ReactNode {
  const [query, set] = useFilters();
  const all = { value: "", word: text.list.all };
  return (
    <div className="filters">
      <ChoiceField
        label={text.list.state}
        value={query["state"] ?? ""}
        onChange={(state) => set({ state })}
        choices={[all, ...batchStates.map((state) => ({ value: state, word: text.states[state] }))]}
      />
      <ChoiceField
        label={text.list.entry}
        value={query["entry"] ?? ""}
        onChange={(entry) => set({ entry })}
        choices={[all, ...(catalogue?.entries ?? []).map(({ id, name }) => ({ value: id, word: name }))]}
      />
      <DayField label={text.list.from} value={query["from"] ?? ""} onChange={(from) => set({ from })} />
      <DayField label={text.list.to} value={query["to"] ?? ""} onChange={(to) => set({ to })} />
    </div>
  );
}

const stateOf = (query: Query): BatchState | undefined => batchStates.find((state) => state === query["state"]);

export function Room({ session }: RoomProps): ReactNode {
  const catalogue = useCatalogue();
  const [query] = useFilters();
  const isCentre = session.role === "operator";
  const { provider, entry, from, to, cursor } = query;
  const asked = given({ provider, entry, from, to, cursor, state: stateOf(query) });
  const list = useResource(JSON.stringify(asked), (signal) => get("/api/v1/batches", { query: asked, signal }));
  return (
    <>
      <PageHead
        title={text.title}
        acts={
          <Button type="primary" onClick={() => navigate(hrefOf("/upload"))}>
            {text.list.upload}
          </Button>
        }
      />
      <Filters catalogue={catalogue.value} />
      <SavedFilters room="batches" allowed={kept} />
      <Read of={list}>
        {({ items, next }) => (
          <>
            <RowTable
              caption={text.list.caption}
              columns={columnsOf(catalogue.value, isCentre)}
              rows={items}
              keyOf={(line) => line.batch}
              open={(line) => navigate(hrefOfBatch(line))}
              empty={
                <EmptyState
                  title={text.list.none}
                  scope={isCentre ? text.list.scopeAll : text.list.scope}
                  next={{ href: hrefOf("/upload"), word: text.list.upload }}
                />
              }
            />
            <Pages next={next} />
          </>
        )}
      </Read>
    </>
  );
}
