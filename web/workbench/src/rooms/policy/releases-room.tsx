// What was released, what comes on its day, and the way to take it back before.
import { Button } from "antd";
import { useState } from "react";
import type { ReactNode } from "react";
import { get, post } from "../../client/client.ts";
import { useResource } from "../../client/resource.ts";
import type { RoomProps } from "../../room.ts";
import { Link } from "../../router/link.tsx";
import { hrefOf } from "../../router/path.ts";
import { ConfirmAct } from "../../ui/confirm-act.tsx";
import { EmptyState } from "../../ui/empty-state.tsx";
import { TextField } from "../../ui/field.tsx";
import { Notice } from "../../ui/notice.tsx";
import { PageHead } from "../../ui/page-head.tsx";
import { Read } from "../../ui/read.tsx";
import { RowTable } from "../../ui/row-table.tsx";
import type { Column } from "../../ui/row-table.tsx";
import { StatusMark } from "../../ui/status-mark.tsx";
import type { Status } from "../../ui/status-mark.tsx";
import { policyText } from "./text.ts";
import { effectMark, wordFor } from "./words.ts";
import type { Release } from "./words.ts";

const text = policyText.releases;
const SHAPES: Readonly<Record<Release["state"], Omit<Status, "word">>> = {
  waiting: { shape: "half", tone: "ink" },
  "in-effect": { shape: "tick", tone: "lv" },
  withdrawn: { shape: "bar", tone: "soft" },
};

interface ReleaseProps {
  readonly release: Release;
  readonly close: () => void;
  readonly done: (proposal: string) => void;
}

function Withdrawing({ release, close, done }: ReleaseProps): ReactNode {
  const [reason, setReason] = useState("");
  const act = () =>
    post("/api/v1/policy/releases/{number}/withdrawal", {
      path: { number: release.number },
      body: { reason: reason.trim(), documentNo: null },
    });
  return (
    <ConfirmAct
      title={text.withdraw}
      word={text.withdraw}
      missing={reason.trim() === "" ? policyText.draft.lackReason : undefined}
      act={act}
      done={({ proposal }) => done(proposal)}
      close={close}
    >
      <p>{text.withdrawSays}</p>
      <TextField label={policyText.draft.reason} value={reason} onChange={setReason} lines={2} required />
    </ConfirmAct>
  );
}

function columnsOf(withdraw: ((release: Release) => void) | null): readonly Column<Release>[] {
  return [
    { name: "title", head: text.name, names: true, cell: ({ title }) => title },
    { name: "number", head: text.number, number: true, cell: ({ number }) => number },
    {
      name: "state",
      head: text.state,
      cell: ({ state }) => <StatusMark {...SHAPES[state]} word={wordFor(policyText.states, state)} />,
    },
    { name: "effective", head: text.effective, cell: ({ effective }) => effective },
    {
      name: "changes",
      head: text.changes,
      cell: ({ changes, worsens }) => (
        <>
          {changes} {worsens ? <StatusMark {...effectMark("worsening")} /> : null}
        </>
      ),
    },
    { name: "by", head: text.by, cell: ({ organisationName }) => organisationName },
    {
      name: "more",
      head: text.public,
      cell: (one) => (
        <>
          <a href={`/policy/releases/${one.number}`}>{text.public}</a>{" "}
          {withdraw === null || one.state !== "waiting" ? null : (
            <Button size="small" onClick={() => withdraw(one)}>
              {text.withdraw}
            </Button>
          )}
        </>
      ),
    },
  ];
}

export function Room({ session }: RoomProps): ReactNode {
  const list = useResource("releases", (signal) => get("/api/v1/policy/releases", { signal }));
  const [taken, take] = useState<Release | null>(null);
  const [proposal, setProposal] = useState<string | null>(null);
  const columns = columnsOf(session.role === "operator" ? take : null);
  return (
    <>
      <PageHead title={text.title} crumbs={[{ href: hrefOf("/policy/drafts"), word: policyText.list.title }]} />
      <p className="meta">{text.says}</p>
      {proposal === null ? null : (
        <Notice live>
          {policyText.draft.proposed} <Link href={hrefOf(`/approvals/${proposal}`)}>{policyText.draft.open}</Link>
        </Notice>
      )}
      <Read of={list}>
        {({ items }) => (
          <RowTable
            caption={text.table}
            columns={columns}
            rows={items}
            keyOf={({ number }) => String(number)}
            empty={<EmptyState {...text.none} />}
          />
        )}
      </Read>
      {taken === null ? null : (
        <Withdrawing
          release={taken}
          close={() => take(null)}
          done={(made) => {
            take(null);
            setProposal(made);
          }}
        />
      )}
    </>
  );
}
