// What an enterprise can do about each decision against it, and from when; and what it has asked for.
import type { ReactNode } from "react";
import { entryName, useCatalogue } from "../../client/catalogue.ts";
import type { Catalogue } from "../../client/catalogue.ts";
import { get } from "../../client/client.ts";
import { useResource } from "../../client/resource.ts";
import { navigate } from "../../router/address.ts";
import { Link } from "../../router/link.tsx";
import { hrefOf } from "../../router/path.ts";
import { EmptyState } from "../../ui/empty-state.tsx";
import { Chapter, PageHead } from "../../ui/page-head.tsx";
import { Read } from "../../ui/read.tsx";
import { RowTable } from "../../ui/row-table.tsx";
import type { Column } from "../../ui/row-table.tsx";
import { StatusMark } from "../../ui/status-mark.tsx";
import { repairsText } from "./text.ts";
import { Verdict } from "./verdict.tsx";
import { leftWord, phaseMark } from "./words.ts";
import type { Decision, RepairItem } from "./words.ts";

const text = repairsText.own;
const words = repairsText.columns;

function May({ one }: { readonly one: Decision }): ReactNode {
  return (
    <>
      <Verdict one={one} />
      {one.eligible === null ? null : <Link href={hrefOf(`/own/repairs/new/${one.record}`)}>{text.apply}</Link>}
      <p>
        <Link href={hrefOf(`/own/repairs/notices/${one.record}`)}>{repairsText.notice.print}</Link>
      </p>
    </>
  );
}

function columnsOf(catalogue: Catalogue | null): readonly Column<Decision>[] {
  return [
    { name: "document", head: words.document, names: true, cell: (one) => one.documentNo ?? repairsText.noDocument },
    { name: "entry", head: words.entry, cell: (one) => entryName(catalogue, one.entry) },
    { name: "authority", head: words.authority, cell: (one) => one.authority.name },
    { name: "decided", head: words.decided, cell: (one) => one.decidedOn },
    { name: "may", head: words.may, cell: (one) => <May one={one} /> },
  ];
}

const hrefTo = ({ repair }: RepairItem): string => hrefOf(`/own/repairs/${repair}`);
const applied: readonly Column<RepairItem>[] = [
  {
    name: "document",
    head: words.document,
    names: true,
    cell: (one) => <Link href={hrefTo(one)}>{one.documentNo ?? repairsText.noDocument}</Link>,
  },
  { name: "authority", head: words.authority, cell: ({ authority }) => authority.name },
  { name: "applied", head: words.applied, cell: ({ appliedOn }) => appliedOn },
  { name: "phase", head: words.phase, cell: ({ phase }) => <StatusMark {...phaseMark(phase)} /> },
  { name: "due", head: words.due, cell: ({ due }) => leftWord(due) },
];

export function Room(): ReactNode {
  const catalogue = useCatalogue();
  const decisions = useResource("own-decisions", (signal) => get("/api/v1/own/repairs/eligibility", { signal }));
  const applications = useResource("own-repairs", (signal) => get("/api/v1/own/repairs", { signal }));
  return (
    <>
      <PageHead title={text.title} />
      <p className="meta">{text.says}</p>
      <p>{repairsText.free}</p>
      <Chapter title={text.decisions} scope={text.decisionsScope}>
        <Read of={decisions}>
          {({ items }) => (
            <RowTable
              caption={text.decisions}
              columns={columnsOf(catalogue.value)}
              rows={items}
              keyOf={({ record }) => record}
              empty={<EmptyState {...text.none} />}
            />
          )}
        </Read>
      </Chapter>
      <Chapter title={text.applications} scope={text.applicationsScope}>
        <Read of={applications}>
          {({ items }) => (
            <RowTable
              caption={text.applications}
              columns={applied}
              rows={items}
              keyOf={({ repair }) => repair}
              open={(one) => navigate(hrefTo(one))}
              empty={<EmptyState {...text.noneApplied} />}
            />
          )}
        </Read>
      </Chapter>
    </>
  );
}
