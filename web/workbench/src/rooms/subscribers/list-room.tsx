// Who receives statements in bulk, and how far each came.
import type { ReactNode } from "react";
import { useCatalogue } from "../../client/catalogue.ts";
import type { Catalogue } from "../../client/catalogue.ts";
import { get } from "../../client/client.ts";
import { useResource } from "../../client/resource.ts";
import type { RoomProps } from "../../room.ts";
import { navigate } from "../../router/address.ts";
import { Link } from "../../router/link.tsx";
import { hrefOf } from "../../router/path.ts";
import { EmptyState } from "../../ui/empty-state.tsx";
import { PageHead } from "../../ui/page-head.tsx";
import { Read } from "../../ui/read.tsx";
import { RowTable } from "../../ui/row-table.tsx";
import type { Column } from "../../ui/row-table.tsx";
import { StatusMark } from "../../ui/status-mark.tsx";
import { entriesWord } from "./parts.tsx";
import { receiptStatus } from "./standing.ts";
import type { Subscriber } from "./standing.ts";
import { subscribersText } from "./text.ts";

const text = subscribersText.list;
const hrefTo = ({ organisation }: Subscriber): string => hrefOf(`/subscribers/${organisation}`);

function columnsOf(catalogue: Catalogue | null): readonly Column<Subscriber>[] {
  return [
    {
      name: "organisation",
      head: text.organisation,
      names: true,
      cell: (one) => <Link href={hrefTo(one)}>{one.name}</Link>,
    },
    { name: "entries", head: text.entries, cell: ({ entries }) => entriesWord(catalogue, entries) },
    { name: "until", head: text.until, cell: ({ until }) => until ?? subscribersText.none },
    { name: "received", head: text.received, number: true, cell: ({ received }) => received },
    { name: "receipts", head: text.receipts, cell: (one) => <StatusMark {...receiptStatus(one)} /> },
  ];
}

export function Room({ session }: RoomProps): ReactNode {
  const { value: catalogue } = useCatalogue();
  const list = useResource("subscribers", (signal) => get("/api/v1/withdrawals/subscribers", { signal }));
  return (
    <>
      <PageHead
        title={text.title}
        acts={
          <>
            <Link href={hrefOf("/subscribers/overdue")}>{text.overdue}</Link>
            {session.role === "operator" ? <Link href={hrefOf("/subscribers/new")}>{text.add}</Link> : null}
          </>
        }
      />
      <p className="meta">{text.says}</p>
      <Read of={list}>
        {({ items }) => (
          <>
            <p role="status">{text.count(items.length, items.filter((one) => one.unacknowledged > 0).length)}</p>
            <RowTable
              caption={text.table}
              columns={columnsOf(catalogue)}
              rows={items}
              keyOf={({ organisation }) => organisation}
              open={(one) => navigate(hrefTo(one))}
              empty={<EmptyState {...text.empty} />}
            />
          </>
        )}
      </Read>
    </>
  );
}
