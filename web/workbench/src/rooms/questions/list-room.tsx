// Rows that wait for a person; of other providers an operator sees how many.
import type { ReactNode } from "react";
import { entryName, useCatalogue } from "../../client/catalogue.ts";
import type { Catalogue } from "../../client/catalogue.ts";
import { get } from "../../client/client.ts";
import type { Answer, Operation } from "../../client/contract.ts";
import { useResource } from "../../client/resource.ts";
import type { RoomProps } from "../../room.ts";
import { navigate, useFilters } from "../../router/address.ts";
import { Link } from "../../router/link.tsx";
import { given, hrefOf } from "../../router/path.ts";
import { EmptyState } from "../../ui/empty-state.tsx";
import { ChoiceField } from "../../ui/field.tsx";
import { Chapter, PageHead } from "../../ui/page-head.tsx";
import { Read, When } from "../../ui/read.tsx";
import { RowTable } from "../../ui/row-table.tsx";
import type { Column } from "../../ui/row-table.tsx";
import { Pages } from "../../ui/saved-filters.tsx";
import { questionsText as text } from "./text.ts";

type Page = Answer<Operation<"/api/v1/questions", "get">>;
type Question = Page["items"][number];
type Count = Page["counts"][number];

const hrefOfQuestion = ({ batch, row, sheet }: Question): string => hrefOf(`/questions/${batch}/${row}`, { sheet });

function columnsOf(catalogue: Catalogue | null): readonly Column<Question>[] {
  const words = text.list;
  return [
    {
      name: "name",
      head: words.name,
      names: true,
      cell: (one) => <Link href={hrefOfQuestion(one)}>{one.name}</Link>,
    },
    { name: "entry", head: text.entry, cell: (one) => entryName(catalogue, one.entry) },
    { name: "stated", head: words.stated, cell: (one) => <code>{one.statedCode ?? words.noCode}</code> },
    { name: "document", head: words.document, cell: (one) => one.documentNo ?? words.noDocument },
    { name: "why", head: words.why, cell: (one) => one.messages.join("") },
    { name: "row", head: words.row, number: true, cell: (one) => one.row },
  ];
}

function Counts({
  counts,
  catalogue,
}: {
  readonly counts: readonly Count[];
  readonly catalogue: Catalogue | null;
}): ReactNode {
  const words = text.counts;
  const columns: readonly Column<Count>[] = [
    { name: "provider", head: words.provider, names: true, cell: (one) => one.providerName ?? one.provider },
    { name: "entry", head: text.entry, cell: (one) => entryName(catalogue, one.entry) },
    { name: "open", head: words.open, number: true, cell: (one) => one.open },
    {
      name: "batches",
      head: words.batches,
      cell: (one) => (
        <Link href={hrefOf("/batches", { provider: one.provider, entry: one.entry })}>{words.batches}</Link>
      ),
    },
  ];
  return (
    <Chapter title={words.title} scope={words.scope}>
      {counts.length === 0 ? (
        <EmptyState title={words.none} scope={words.noneScope} />
      ) : (
        <RowTable
          caption={words.title}
          columns={columns}
          rows={counts}
          keyOf={(one) => `${one.provider}:${one.entry}`}
          open={(one) => navigate(hrefOf("/batches", { provider: one.provider, entry: one.entry }))}
        />
      )}
    </Chapter>
  );
}

interface OwnProps {
  readonly rows: readonly Question[];
  readonly catalogue: Catalogue | null;
  readonly scope: string;
}

function Own({ rows, catalogue, scope }: OwnProps): ReactNode {
  return (
    <RowTable
      caption={text.list.caption}
      columns={columnsOf(catalogue)}
      rows={rows}
      keyOf={(one) => `${one.batch}:${one.sheet ?? ""}:${one.row}`}
      open={(one) => navigate(hrefOfQuestion(one))}
      empty={<EmptyState title={text.list.none} scope={scope} />}
    />
  );
}

export function Room({ session }: RoomProps): ReactNode {
  const catalogue = useCatalogue();
  const [{ entry, batch, cursor }, set] = useFilters();
  const query = given({ entry, cursor });
  const list = useResource(JSON.stringify(query), (signal) => get("/api/v1/questions", { query, signal }));
  const choices = (catalogue.value?.entries ?? []).map(({ id, name }) => ({ value: id, word: name }));
  const scope = batch === undefined ? text.list.scope : text.list.scopeBatch;
  return (
    <>
      <PageHead title={text.title} />
      <div className="filters">
        <ChoiceField
          label={text.entry}
          value={entry ?? ""}
          onChange={(next) => set({ entry: next })}
          choices={[{ value: "", word: text.all }, ...choices]}
        />
      </div>
      <Read of={list}>
        {({ items, counts, next }) => (
          <>
            <Own
              rows={batch === undefined ? items : items.filter((one) => one.batch === batch)}
              catalogue={catalogue.value}
              scope={scope}
            />
            <Pages next={next} />
            <When is={session.role === "operator"}>
              <Counts counts={counts} catalogue={catalogue.value} />
            </When>
          </>
        )}
      </Read>
    </>
  );
}
