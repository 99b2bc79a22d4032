// The rows that make up one figure.
import { Button } from "antd";
import type { ReactNode } from "react";
import { entryName, useCatalogue } from "../../client/catalogue.ts";
import { get } from "../../client/client.ts";
import type { Answer, Operation } from "../../client/contract.ts";
import { useResource } from "../../client/resource.ts";
import { saveText } from "../../client/save-file.ts";
import type { RoomProps } from "../../room.ts";
import { useFilters } from "../../router/address.ts";
import { Link } from "../../router/link.tsx";
import { given, hrefOf } from "../../router/path.ts";
import { EmptyState } from "../../ui/empty-state.tsx";
import { PageHead } from "../../ui/page-head.tsx";
import { Read, When } from "../../ui/read.tsx";
import { RowTable } from "../../ui/row-table.tsx";
import type { Column } from "../../ui/row-table.tsx";
import { Pages } from "../../ui/saved-filters.tsx";
import { StatusMark } from "../../ui/status-mark.tsx";
import { writeCsv } from "../../ui/table-text.ts";
import { figuresText } from "./text.ts";

const text = figuresText.rows;

type Row = Answer<Operation<"/api/v1/figures/dual-publicity/rows", "get">>["items"][number];
type Kind = keyof typeof figuresText.columns;

const isKind = (kind: string | undefined): kind is Kind =>
  kind !== undefined && Object.hasOwn(figuresText.columns, kind);

function Verdict({ row }: { readonly row: Row }): ReactNode {
  if (row.withdrawn) return <StatusMark shape="bar" word={text.withdrawn} tone="soft" />;
  if (row.verdict === null) return text.noDay;
  const word = text.verdicts[row.verdict];
  if (row.verdict === "late") return <StatusMark shape="diamond" word={word} tone="zhe" />;
  return row.verdict === "timely" ? <StatusMark shape="tick" word={word} tone="lv" /> : word;
}

function columnsOf(own: string): readonly Column<Row>[] {
  return [
    { name: "row", head: text.row, number: true, names: true, cell: ({ row }) => row },
    {
      name: "batch",
      head: text.batch,
      cell: ({ batch, provider }) =>
        provider === own ? (
          <Link href={hrefOf(`/batches/${batch}`)}>
            <code>{batch.slice(0, 8)}</code>
          </Link>
        ) : (
          <code>{batch.slice(0, 8)}</code>
        ),
    },
    { name: "outcome", head: text.outcome, cell: ({ outcome }) => text.outcomes[outcome] },
    { name: "decided", head: text.decided, cell: ({ decidedOn }) => decidedOn ?? text.noDay },
    { name: "received", head: text.received, cell: ({ receivedOn }) => receivedOn },
    { name: "days", head: text.days, number: true, cell: ({ workingDays }) => workingDays ?? text.noDay },
    { name: "verdict", head: text.verdict, cell: (row) => <Verdict row={row} /> },
  ];
}

function save(month: string, rows: readonly Row[]): void {
  const heads = [text.entry, text.provider, text.batch, text.row, text.outcome, text.decided, text.received, text.days];
  const lines = rows.map((one) => [
    one.entry,
    one.provider,
    one.batch,
    String(one.row),
    text.outcomes[one.outcome],
    one.decidedOn ?? "",
    one.receivedOn,
    String(one.workingDays ?? ""),
  ]);
  saveText(text.file(month), writeCsv([heads, ...lines], true));
}

export function Room({ session }: RoomProps): ReactNode {
  const catalogue = useCatalogue();
  const [{ month = "", kind, entry, provider, region, cursor }] = useFilters();
  const known = isKind(kind) ? kind : undefined;
  const query = { month, ...given({ entry, provider, region, cursor, kind: known }) };
  const read = useResource(month === "" ? null : JSON.stringify(query), (signal) =>
    get("/api/v1/figures/dual-publicity/rows", { query, signal }),
  );
  const rows = read.value?.items ?? [];
  return (
    <>
      <PageHead
        title={known === undefined ? figuresText.rowsTitle : figuresText.columns[known]}
        crumbs={[{ href: hrefOf("/figures", { month, region }), word: text.crumb }]}
        meta={[month, entryName(catalogue.value, entry ?? "")]}
        acts={
          <When is={rows.length > 0}>
            <Button onClick={() => save(month, rows)}>{text.csv}</Button>
          </When>
        }
      />
      <Read of={read}>
        {({ items, next }) => (
          <>
            <RowTable
              caption={figuresText.rowsTitle}
              columns={columnsOf(session.organisation.uscc)}
              rows={items}
              keyOf={(row) => `${row.batch}:${row.row}:${row.outcome}`}
              empty={<EmptyState title={text.none} scope={text.scope(month)} />}
            />
            <Pages next={next} />
          </>
        )}
      </Read>
    </>
  );
}
