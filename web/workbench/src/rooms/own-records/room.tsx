// Everything that stands about one's own organisation.
import type { ReactNode } from "react";
import { get } from "../../client/client.ts";
import { useResource } from "../../client/resource.ts";
import type { SharedRecord } from "../../looks/answer.ts";
import { Code } from "../../looks/code.tsx";
import { Listing } from "../../looks/listing.tsx";
import "../../looks/looks.css";
import type { RoomProps } from "../../room.ts";
import { navigate, useFilters } from "../../router/address.ts";
import { Link } from "../../router/link.tsx";
import { given, hrefOf } from "../../router/path.ts";
import { EmptyState } from "../../ui/empty-state.tsx";
import { ChoiceField } from "../../ui/field.tsx";
import { PageHead } from "../../ui/page-head.tsx";
import { RowTable } from "../../ui/row-table.tsx";
import type { Column } from "../../ui/row-table.tsx";
import { ownRecordsText as text } from "./text.ts";

const columns: readonly Column<SharedRecord>[] = [
  { name: "record", head: text.record, names: true, cell: ({ entryName }) => entryName },
  { name: "document", head: text.documentNo, cell: ({ documentNo }) => documentNo ?? text.noDocument },
  { name: "authority", head: text.authority, cell: ({ authority, providerName }) => authority ?? providerName },
  { name: "decided", head: text.decidedOn, cell: ({ decidedOn }) => decidedOn },
  { name: "received", head: text.receivedOn, cell: ({ receivedOn }) => receivedOn },
  { name: "until", head: text.shownUntil, cell: ({ shownUntil }) => shownUntil ?? text.open },
];

/** The entries that there are on a page, by name. */
function entriesOf(items: readonly SharedRecord[]): readonly { readonly value: string; readonly word: string }[] {
  const names = new Map(items.map(({ entry, entryName }) => [entry, entryName]));
  return [...names].map(([value, word]) => ({ value, word }));
}

function EntryFilter({
  items,
  entry,
  set,
}: {
  readonly items: readonly SharedRecord[];
  readonly entry: string;
  readonly set: (entry: string) => void;
}): ReactNode {
  return (
    <div className="filters">
      <ChoiceField
        label={text.filter}
        value={entry}
        onChange={set}
        choices={[{ value: "", word: text.all }, ...entriesOf(items)]}
      />
    </div>
  );
}

export function Room({ session }: RoomProps): ReactNode {
  const [{ cursor, entry = "" }, change] = useFilters();
  const resource = useResource(`own-records ${cursor ?? ""}`, (signal) =>
    get("/api/v1/own/records", { query: given({ cursor }), signal }),
  );
  const { uscc, name } = session.organisation;
  return (
    <>
      <PageHead
        title={text.title}
        meta={[name, <Code key="code" code={uscc} />]}
        acts={
          <>
            <Link href={hrefOf("/own/looks")}>{text.looks}</Link>
            <Link href={hrefOf("/own/ways")}>{text.ways}</Link>
          </>
        }
      />
      <p className="meta">{text.says}</p>
      <Listing resource={resource} empty={text.empty}>
        {(items) => {
          const shown = items.filter((one) => entry === "" || one.entry === entry);
          return (
            <>
              <EntryFilter items={items} entry={entry} set={(to) => change({ entry: to })} />
              {shown.length === 0 ? (
                <EmptyState {...text.emptyHere} />
              ) : (
                <RowTable
                  caption={text.table}
                  columns={columns}
                  rows={shown}
                  keyOf={({ id }) => id}
                  open={({ id }) => navigate(hrefOf(`/own/records/${id}`))}
                />
              )}
            </>
          );
        }}
      </Listing>
    </>
  );
}
