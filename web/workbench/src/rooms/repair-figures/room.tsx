// How repair goes, by the month and authority; every number opens to the applications that it counts.
import type { ReactNode } from "react";
import { get } from "../../client/client.ts";
import { useResource } from "../../client/resource.ts";
import { useFilters } from "../../router/address.ts";
import { Link } from "../../router/link.tsx";
import { given, hrefOf } from "../../router/path.ts";
import { EmptyState } from "../../ui/empty-state.tsx";
import { DayField } from "../../ui/field.tsx";
import { Chapter, PageHead } from "../../ui/page-head.tsx";
import { Read } from "../../ui/read.tsx";
import { RowTable } from "../../ui/row-table.tsx";
import type { Column } from "../../ui/row-table.tsx";
import { chosenOf, FIGURES } from "./chosen.ts";
import type { Chosen, FigureName, FigureRow, OfAuthority, RepairFigures } from "./chosen.ts";
import { repairFiguresText as text } from "./text.ts";

function CountLink({ one, figure, of }: { one: OfAuthority; figure: FigureName; of: RepairFigures }): ReactNode {
  const count = one[figure];
  if (count === 0 || of.rows === null) return count;
  const { authority, name } = one;
  return (
    <Link href={hrefOf("/repair-figures", { month: of.month, authority, figure })}>
      <span className="unseen">{text.rows(name, text.figures[figure])}</span>
      {count}
    </Link>
  );
}

const columnsOf = (of: RepairFigures): readonly Column<OfAuthority>[] => [
  { name: "authority", head: text.authority, names: true, cell: ({ name }) => name },
  ...FIGURES.map((figure) => ({
    name: figure,
    head: text.figures[figure],
    number: true,
    cell: (one: OfAuthority) => <CountLink one={one} figure={figure} of={of} />,
  })),
  {
    name: "mean",
    head: text.mean,
    number: true,
    cell: ({ meanWorkingDays: days }) => (days === null ? text.dash : text.days(days)),
  },
  {
    name: "longest",
    head: text.longest,
    number: true,
    cell: ({ longestWorkingDays: days }) => days ?? text.dash,
  },
];

const rowColumns: readonly Column<FigureRow>[] = [
  {
    name: "document",
    head: text.document,
    names: true,
    cell: ({ repair, documentNo }) => <Link href={hrefOf(`/repairs/${repair}`)}>{documentNo ?? text.noDocument}</Link>,
  },
  { name: "applied", head: text.applied, cell: ({ appliedOn }) => appliedOn },
  { name: "days", head: text.workingDays, number: true, cell: ({ workingDays }) => workingDays ?? text.dash },
];

function Rows({ chosen }: { readonly chosen: Chosen }): ReactNode {
  const title = text.rows(chosen.authority.name, text.figures[chosen.figure]);
  return (
    <Chapter title={title} scope={text.count(chosen.rows.length)}>
      <RowTable caption={title} columns={rowColumns} rows={chosen.rows} keyOf={({ repair }) => repair} />
    </Chapter>
  );
}

export function Room(): ReactNode {
  const [filters, change] = useFilters();
  const month = filters["month"] ?? "";
  const figures = useResource(`repair-figures ${month}`, (signal) =>
    get("/api/v1/repairs/figures", { query: given({ month: month === "" ? undefined : month }), signal }),
  );
  const { value } = figures;
  const chosen = value === null ? null : chosenOf(value, filters);
  return (
    <>
      <PageHead title={text.title} />
      <p className="meta">{text.says}</p>
      <DayField
        label={text.month}
        month
        value={month}
        onChange={(to) => change({ month: to, authority: null, figure: null })}
      />
      <Read of={figures}>
        {(found) => (
          <Chapter title={text.table} scope={text.of(found.month, found.day)}>
            <RowTable
              caption={text.table}
              columns={columnsOf(found)}
              rows={found.authorities}
              keyOf={({ authority }) => authority}
              empty={<EmptyState {...text.none} />}
            />
            {found.rows === null ? <p className="meta">{text.closed}</p> : null}
          </Chapter>
        )}
      </Read>
      {chosen === null ? null : <Rows chosen={chosen} />}
    </>
  );
}
