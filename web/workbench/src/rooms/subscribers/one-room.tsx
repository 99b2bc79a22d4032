// One recipient: what it may receive, what it received, what it was told, what it owes.
import type { components } from "@xinheng/contract/client";
import type { ReactNode } from "react";
import { useCatalogue } from "../../client/catalogue.ts";
import { get } from "../../client/client.ts";
import { useResource } from "../../client/resource.ts";
import type { RoomProps } from "../../room.ts";
import { Link } from "../../router/link.tsx";
import { hrefOf } from "../../router/path.ts";
import { EmptyState } from "../../ui/empty-state.tsx";
import { Facts } from "../../ui/facts.tsx";
import { momentOf } from "../../ui/moment.ts";
import { Chapter, PageHead } from "../../ui/page-head.tsx";
import { Read } from "../../ui/read.tsx";
import { RowTable } from "../../ui/row-table.tsx";
import type { Column } from "../../ui/row-table.tsx";
import { StatusMark } from "../../ui/status-mark.tsx";
import { entriesWord, Subscriptions } from "./parts.tsx";
import { progressWord, receiptStatus } from "./standing.ts";
import { subscribersText } from "./text.ts";

const text = subscribersText.one;
type One = components["schemas"]["OneSubscriber"];
type Open = One["open"][number];
type Pull = One["pulls"][number];
type Reminder = One["reminders"][number];

const openColumns: readonly Column<Open>[] = [
  { name: "position", head: text.position, number: true, names: true, cell: ({ position }) => position + 1 },
  { name: "kind", head: text.kind, cell: ({ kind }) => subscribersText.kinds[kind] },
  { name: "at", head: text.at, cell: ({ at }) => momentOf(at) },
];
const pullColumns: readonly Column<Pull>[] = [
  { name: "delivery", head: text.delivery, names: true, cell: ({ delivery }) => <code>{delivery}</code> },
  { name: "at", head: text.lastAt, cell: ({ at }) => momentOf(at) },
  { name: "statements", head: text.statements, number: true, cell: ({ statements }) => statements },
];
const reminderColumns: readonly Column<Reminder>[] = [
  { name: "at", head: text.lastAt, names: true, cell: ({ at }) => momentOf(at) },
  { name: "then", head: text.owedThen, number: true, cell: ({ unacknowledged }) => unacknowledged },
  { name: "oldest", head: text.oldest, cell: ({ oldestAt }) => momentOf(oldestAt) },
];

const told = (at: string | null): string => (at === null ? subscribersText.never : momentOf(at));

function Standing({ one }: { readonly one: One }): ReactNode {
  const { value: catalogue } = useCatalogue();
  return (
    <Facts
      facts={[
        [text.code, one.organisation],
        [text.entries, entriesWord(catalogue, one.entries)],
        [text.received, one.received],
        [text.receivedAt, told(one.receivedAt)],
        [text.progress, progressWord(one)],
        [text.receipts, <StatusMark key="receipts" {...receiptStatus(one)} />],
        [text.reminded, told(one.remindedAt)],
        [text.named, told(one.namedAt)],
        [
          text.endpoints,
          <Link key="endpoints" href={hrefOf("/endpoints", { organisation: one.organisation })}>
            {text.endpointsOf}
          </Link>,
        ],
      ]}
    />
  );
}

function Lists({ one }: { readonly one: One }): ReactNode {
  return (
    <>
      <Chapter title={text.open} scope={text.openSays(one.open.length, one.unacknowledged)}>
        <RowTable
          caption={text.open}
          columns={openColumns}
          rows={one.open}
          keyOf={({ position }) => String(position)}
          empty={<EmptyState {...text.noOpen} />}
        />
      </Chapter>
      <Chapter title={text.reminders}>
        <RowTable
          caption={text.reminders}
          columns={reminderColumns}
          rows={one.reminders}
          keyOf={({ at }) => at}
          empty={<EmptyState {...text.noReminders} />}
        />
      </Chapter>
      <Chapter title={text.pulls} scope={text.pullsSays}>
        <RowTable
          caption={text.pulls}
          columns={pullColumns}
          rows={one.pulls}
          keyOf={({ delivery }) => delivery}
          empty={<EmptyState {...text.noPulls} />}
        />
      </Chapter>
    </>
  );
}

function Granted({ organisation, mayEnd }: { readonly organisation: string; readonly mayEnd: boolean }): ReactNode {
  const subscriptions = useResource(`subscriptions ${organisation}`, (signal) =>
    get("/api/v1/subscriptions", { query: { organisation }, signal }),
  );
  return (
    <Chapter title={text.subscriptions}>
      <Read of={subscriptions}>
        {({ items }) => (
          <Subscriptions items={items} empty={text.noSubscriptions} ended={mayEnd ? subscriptions.reload : null} />
        )}
      </Read>
    </Chapter>
  );
}

export function Room({ session, slots }: RoomProps): ReactNode {
  const organisation = slots["organisation"] ?? "";
  const one = useResource(`subscriber ${organisation}`, (signal) =>
    get("/api/v1/withdrawals/subscribers/{organisation}", { path: { organisation }, signal }),
  );
  return (
    <>
      <PageHead title={one.value?.name ?? organisation} crumbs={[{ href: hrefOf("/subscribers"), word: text.crumb }]} />
      <Read of={one}>
        {(found) => (
          <>
            <Standing one={found} />
            <Granted organisation={organisation} mayEnd={session.role === "operator"} />
            <Lists one={found} />
          </>
        )}
      </Read>
    </>
  );
}
