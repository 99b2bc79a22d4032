// What one's own organisation receives, how far it confirmed, what it owes, and how its copy is compared.
import type { components } from "@xinheng/contract/client";
import type { ReactNode } from "react";
import { entryName, useCatalogue } from "../../client/catalogue.ts";
import type { Catalogue } from "../../client/catalogue.ts";
import { get } from "../../client/client.ts";
import { useResource } from "../../client/resource.ts";
import { EmptyState } from "../../ui/empty-state.tsx";
import { Facts } from "../../ui/facts.tsx";
import { dayOf, momentOf } from "../../ui/moment.ts";
import { Notice } from "../../ui/notice.tsx";
import { Chapter, PageHead } from "../../ui/page-head.tsx";
import { Read } from "../../ui/read.tsx";
import { RowTable } from "../../ui/row-table.tsx";
import type { Column } from "../../ui/row-table.tsx";
import { Subscriptions } from "./parts.tsx";
import { progressWord } from "./standing.ts";
import { subscribersText } from "./text.ts";

const text = subscribersText.own;
const words = subscribersText.one;
type Standing = components["schemas"]["OwnWithdrawalStanding"];
type Entry = components["schemas"]["WithdrawalDigest"]["entries"][number];

const columnsOf = (catalogue: Catalogue | null): readonly Column<Entry>[] => [
  { name: "entry", head: text.entry, names: true, cell: ({ entry }) => entryName(catalogue, entry) },
  { name: "count", head: text.count, number: true, cell: ({ count }) => count },
  { name: "sum", head: text.sum, cell: ({ digest }) => <code className="long">{digest}</code> },
];

function Owed({ standing }: { readonly standing: Standing }): ReactNode {
  const [reminder] = standing.reminders;
  if (standing.unacknowledged === 0) return null;
  return (
    <Notice>
      <p>{text.owed}</p>
      {reminder === undefined ? null : <p>{text.reminded(dayOf(reminder.at), reminder.unacknowledged)}</p>}
    </Notice>
  );
}

function Receipts(): ReactNode {
  const standing = useResource("own-standing", (signal) => get("/api/v1/withdrawals/standing", { signal }));
  return (
    <Chapter title={text.standing}>
      <Read of={standing}>
        {(found) => (
          <>
            <Owed standing={found} />
            <Facts
              facts={[
                [words.received, found.received],
                [words.progress, progressWord(found)],
                [words.receipts, found.unacknowledged],
                [text.oldest, found.oldestAt === null ? subscribersText.none : momentOf(found.oldestAt)],
              ]}
            />
          </>
        )}
      </Read>
    </Chapter>
  );
}

function Digest(): ReactNode {
  const { value: catalogue } = useCatalogue();
  const digest = useResource("own-digest", (signal) => get("/api/v1/withdrawals/digest", { signal }));
  const { value } = digest;
  return (
    <Chapter title={text.digest} scope={value === null ? undefined : text.digestSays(value.day, value.nextPosition)}>
      <Read of={digest}>
        {({ entries }) => (
          <RowTable
            caption={text.digest}
            columns={columnsOf(catalogue)}
            rows={entries}
            keyOf={({ entry }) => entry}
            empty={<EmptyState {...text.noDigest} />}
          />
        )}
      </Read>
    </Chapter>
  );
}

function Compare(): ReactNode {
  return (
    <Chapter title={text.compare}>
      <ol>
        {text.compareSays.map((one) => (
          <li key={one}>{one}</li>
        ))}
      </ol>
      <p>
        <code>{text.command}</code>
      </p>
    </Chapter>
  );
}

export function Room(): ReactNode {
  const subscriptions = useResource("own-subscriptions", (signal) => get("/api/v1/subscriptions", { signal }));
  return (
    <>
      <PageHead title={text.title} />
      <p className="meta">{text.says}</p>
      <Receipts />
      <Chapter title={text.subscriptions}>
        <Read of={subscriptions}>
          {({ items }) => <Subscriptions items={items} empty={text.noSubscriptions} ended={subscriptions.reload} />}
        </Read>
      </Chapter>
      <Digest />
      <Compare />
    </>
  );
}
