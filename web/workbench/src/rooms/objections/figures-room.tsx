// How often it is objected, how it ends, how long it takes: figures that the list of closed objections makes anew.
import type { ReactNode } from "react";
import { get } from "../../client/client.ts";
import type { Answer, Operation } from "../../client/contract.ts";
import { useResource } from "../../client/resource.ts";
import { useFilters } from "../../router/address.ts";
import { given, hrefOf } from "../../router/path.ts";
import { EmptyState } from "../../ui/empty-state.tsx";
import { DayField } from "../../ui/field.tsx";
import { Facts } from "../../ui/facts.tsx";
import { Chapter, PageHead } from "../../ui/page-head.tsx";
import { Read } from "../../ui/read.tsx";
import { RowTable } from "../../ui/row-table.tsx";
import type { Column } from "../../ui/row-table.tsx";
import { objectionsText } from "./text.ts";

const text = objectionsText.figures;
type Figures = Answer<Operation<"/api/v1/objections/figures", "get">>;
type Row = Figures["respondents"][number];

const columns: readonly Column<Row>[] = [
  { name: "name", head: text.respondent, names: true, cell: ({ name }) => name },
  { name: "closed", head: text.closed, number: true, cell: ({ closed }) => closed },
  { name: "upheld", head: text.upheld, number: true, cell: ({ upheld }) => upheld },
  { name: "share", head: text.upheldShare, number: true, cell: ({ upheldShare }) => text.percent(upheldShare) },
  { name: "mean", head: text.mean, number: true, cell: ({ meanWorkingDays }) => text.days(meanWorkingDays) },
];

export function Room(): ReactNode {
  const [{ month = "" }, change] = useFilters();
  const figures = useResource(`objection-figures ${month}`, (signal) =>
    get("/api/v1/objections/figures", { query: given({ month: month === "" ? undefined : month }), signal }),
  );
  return (
    <>
      <PageHead title={text.title} crumbs={[{ href: hrefOf("/objections"), word: objectionsText.queue.title }]} />
      <DayField label={text.month} month value={month} onChange={(to) => change({ month: to })} />
      <Read of={figures}>
        {(found) => (
          <>
            <Facts
              facts={[
                [text.month, found.month],
                [text.received, found.received],
                [text.objected, found.objected],
                [text.share, found.perTenThousand ?? text.dash],
                [text.closed, found.closed],
                [text.upheld, found.upheld],
                [text.upheldShare, text.percent(found.upheldShare)],
                [text.mean, text.days(found.meanWorkingDays)],
                [text.notAccepted, found.notAccepted],
                [text.withdrawn, found.withdrawn],
                [text.overdue, found.overdue],
              ]}
            />
            <Chapter title={text.table}>
              <RowTable
                caption={text.table}
                columns={columns}
                rows={found.respondents}
                keyOf={({ respondent }) => respondent}
                empty={<EmptyState {...text.none} />}
              />
            </Chapter>
          </>
        )}
      </Read>
    </>
  );
}
