// Applications that an authority has to decide, the most urgent first; the centre sees what is late everywhere.
import type { ReactNode } from "react";
import { get } from "../../client/client.ts";
import { useResource } from "../../client/resource.ts";
import type { RoomProps } from "../../room.ts";
import { navigate, useFilters } from "../../router/address.ts";
import { Link } from "../../router/link.tsx";
import { hrefOf } from "../../router/path.ts";
import { EmptyState } from "../../ui/empty-state.tsx";
import { PageHead } from "../../ui/page-head.tsx";
import { Read } from "../../ui/read.tsx";
import { RowTable } from "../../ui/row-table.tsx";
import type { Column } from "../../ui/row-table.tsx";
import { StatusMark } from "../../ui/status-mark.tsx";
import { Switch } from "../../ui/switch.tsx";
import { repairsText } from "./text.ts";
import { byUrgency, leftWord, phaseMark } from "./words.ts";
import type { RepairItem } from "./words.ts";

const text = repairsText.queue;
const words = repairsText.columns;
const hrefTo = ({ repair }: RepairItem): string => hrefOf(`/repairs/${repair}`);

const columns: readonly Column<RepairItem>[] = [
  {
    name: "document",
    head: words.document,
    names: true,
    cell: (one) => <Link href={hrefTo(one)}>{one.documentNo ?? repairsText.noDocument}</Link>,
  },
  { name: "subject", head: words.subject, cell: ({ subject }) => subject.name },
  { name: "authority", head: words.authority, cell: ({ authority }) => authority.name },
  { name: "applied", head: words.applied, cell: ({ appliedOn }) => appliedOn },
  { name: "phase", head: words.phase, cell: ({ phase }) => <StatusMark {...phaseMark(phase)} /> },
  { name: "due", head: words.due, cell: ({ due }) => leftWord(due) },
];

export function Room({ session }: RoomProps): ReactNode {
  const [filters, change] = useFilters();
  const state = filters["state"] === "overdue" || session.role === "operator" ? "overdue" : "open";
  const list = useResource(`repairs ${state}`, (signal) => get("/api/v1/repairs", { query: { state }, signal }));
  const choices = (["open", "overdue"] as const).map((value) => ({ value, word: text.states[value] }));
  return (
    <>
      <PageHead
        title={text.title}
        acts={
          <>
            {session.role === "operator" ? null : (
              <Link href={hrefOf("/repairs/notices")}>{repairsText.notice.title}</Link>
            )}
            <Link href={hrefOf("/repair-figures")}>{text.figures}</Link>
            <Link href={hrefOf("/repairs/rules")}>{text.rules}</Link>
          </>
        }
      />
      <p className="meta">{text.says}</p>
      {session.role === "operator" ? null : (
        <Switch label={text.state} value={state} choices={choices} onChange={(to) => change({ state: to })} />
      )}
      <Read of={list}>
        {({ items }) => (
          <RowTable
            caption={text.table}
            columns={columns}
            rows={byUrgency(items)}
            keyOf={({ repair }) => repair}
            open={(one) => navigate(hrefTo(one))}
            empty={<EmptyState {...(state === "open" ? text.none : text.noneLate)} />}
          />
        )}
      </Read>
    </>
  );
}
