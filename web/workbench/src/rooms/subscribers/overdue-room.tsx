// Who owes receipts: reminders, the list as a file, and naming, which is an act of its own.
import { Button } from "antd";
import { useState } from "react";
import type { ReactNode } from "react";
import { get } from "../../client/client.ts";
import type { Problem } from "../../client/problem.ts";
import { useResource } from "../../client/resource.ts";
import { saveAnswer } from "../../client/save-file.ts";
import { Waiting } from "../../looks/waiting.tsx";
import type { RoomProps } from "../../room.ts";
import { Link } from "../../router/link.tsx";
import { hrefOf } from "../../router/path.ts";
import { EmptyState } from "../../ui/empty-state.tsx";
import { momentOf } from "../../ui/moment.ts";
import { Notice } from "../../ui/notice.tsx";
import { PageHead } from "../../ui/page-head.tsx";
import { Read, Refused } from "../../ui/read.tsx";
import { RowTable } from "../../ui/row-table.tsx";
import type { Column } from "../../ui/row-table.tsx";
import { NamingAct, RemindAct } from "./overdue-acts.tsx";
import type { Proposal } from "./overdue-acts.tsx";
import { bar } from "./standing.ts";
import type { LateSubscriber, Naming } from "./standing.ts";
import { subscribersText } from "./text.ts";

const text = subscribersText.overdue;
type Chosen = { readonly act: "remind" | "name"; readonly one: LateSubscriber } | null;

function columnsOf(naming: Naming, choose: ((chosen: Chosen) => void) | null): readonly Column<LateSubscriber>[] {
  const acts = (one: LateSubscriber): ReactNode => (
    <span className="acts">
      <Button onClick={() => choose?.({ act: "remind", one })}>{text.remind}</Button>
      {bar(naming, one) === null ? <Button onClick={() => choose?.({ act: "name", one })}>{text.name}</Button> : null}
    </span>
  );
  return [
    {
      name: "organisation",
      head: text.organisation,
      names: true,
      cell: ({ organisation, name }) => <Link href={hrefOf(`/subscribers/${organisation}`)}>{name}</Link>,
    },
    { name: "count", head: text.count, number: true, cell: ({ unacknowledged }) => unacknowledged },
    { name: "days", head: text.days, number: true, cell: ({ days }) => days },
    { name: "oldest", head: text.oldest, cell: ({ oldestAt }) => momentOf(oldestAt) },
    {
      name: "reminded",
      head: text.reminded,
      cell: ({ remindedAt }) => (remindedAt === null ? subscribersText.never : momentOf(remindedAt)),
    },
    ...(choose === null ? [] : [{ name: "act", head: text.act, cell: acts }]),
  ];
}

/** Why nobody on the list can be named, where that is so for all of them. */
function WhyNot({ naming, items }: { readonly naming: Naming; readonly items: readonly LateSubscriber[] }): ReactNode {
  const [first] = items.toSorted((one, other) => other.days - one.days);
  const told = bar(naming, first ?? { days: 0 });
  if (told === null || (naming.confirmed && first === undefined)) return null;
  const [says, cure] = told;
  return (
    <Notice>
      <p>
        <strong>{text.whyNot}</strong>
      </p>
      <p>{says}</p>
      <p>{cure}</p>
    </Notice>
  );
}

function Download(): ReactNode {
  const [problem, setProblem] = useState<Problem | null>(null);
  const save = async (): Promise<void> => {
    const saved = await saveAnswer("/api/v1/withdrawals/overdue.csv", text.fileName, "text/csv");
    setProblem(saved.ok ? null : saved.problem);
  };
  return (
    <>
      <Button onClick={() => void save()}>{text.file}</Button>
      <Refused problem={problem} />
    </>
  );
}

export function Room({ session }: RoomProps): ReactNode {
  const [chosen, setChosen] = useState<Chosen>(null);
  const [proposal, setProposal] = useState<Proposal | null>(null);
  const list = useResource("overdue", (signal) => get("/api/v1/withdrawals/overdue", { signal }));
  const close = (): void => setChosen(null);
  const settle = (asked: Proposal | null): void => {
    close();
    setProposal(asked);
    list.reload();
  };
  const { value } = list;
  return (
    <>
      <PageHead
        title={text.title}
        crumbs={[{ href: hrefOf("/subscribers"), word: subscribersText.one.crumb }]}
        acts={<Download />}
      />
      <p className="meta">{text.says}</p>
      {proposal === null ? null : <Waiting proposal={proposal} />}
      <Read of={list}>
        {({ items, naming }) => (
          <>
            <RowTable
              caption={text.table}
              columns={columnsOf(naming, session.role === "operator" ? setChosen : null)}
              rows={items}
              keyOf={({ organisation }) => organisation}
              empty={<EmptyState {...text.empty} />}
            />
            <WhyNot naming={naming} items={items} />
          </>
        )}
      </Read>
      {chosen?.act === "remind" ? <RemindAct one={chosen.one} done={() => settle(null)} close={close} /> : null}
      {chosen?.act === "name" && value !== null ? (
        <NamingAct one={chosen.one} naming={value.naming} done={settle} close={close} />
      ) : null}
    </>
  );
}
