// One's own file to take along, and the ways out: what can be done, from which day, and where.
import { Button } from "antd";
import { useState } from "react";
import type { ReactNode } from "react";
import type { Problem } from "../../client/problem.ts";
import { saveFrom } from "../../looks/files.ts";
import "../../looks/looks.css";
import { ErrorState } from "../../ui/error-state.tsx";
import { Notice } from "../../ui/notice.tsx";
import { Chapter, PageHead } from "../../ui/page-head.tsx";
import { RowTable } from "../../ui/row-table.tsx";
import type { Column } from "../../ui/row-table.tsx";
import { ownDataText as text } from "./text.ts";

type Way = (typeof text.ways.rows)[number];

const columns: readonly Column<Way>[] = [
  { name: "day", head: text.ways.day, names: true, cell: ({ day }) => day },
  { name: "act", head: text.ways.act, cell: ({ act }) => act },
  { name: "where", head: text.ways.where, cell: ({ href, word }) => <a href={href}>{word}</a> },
];

function Download(): ReactNode {
  const [problem, setProblem] = useState<Problem | null>(null);
  const [done, setDone] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const save = async (): Promise<void> => {
    setBusy(true);
    const saved = await saveFrom("/api/v1/own/download", "own.ndjson");
    setBusy(false);
    setProblem(saved.ok ? null : saved.problem);
    setDone(saved.ok ? saved.value : null);
  };
  return (
    <Chapter title={text.download.title}>
      <p>{text.download.says}</p>
      <div className="acts">
        <Button type="primary" disabled={busy} onClick={() => void save()}>
          {busy ? text.download.working : text.download.word}
        </Button>
      </div>
      {done === null ? null : <p role="status">{text.download.done(done)}</p>}
      {problem === null ? null : <ErrorState problem={problem} />}
    </Chapter>
  );
}

export function Room(): ReactNode {
  return (
    <>
      <PageHead title={text.title} />
      <Chapter title={text.ways.title} scope={text.ways.says}>
        <RowTable caption={text.ways.table} columns={columns} rows={text.ways.rows} keyOf={({ act }) => act} />
        <Notice>{text.later}</Notice>
      </Chapter>
      <Download />
    </>
  );
}
