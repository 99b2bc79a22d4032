// A file that was found somewhere, and the exports that its rows came from.
import type { components } from "@xinheng/contract/client";
import { Button } from "antd";
import { useState } from "react";
import type { DragEvent, ReactNode } from "react";
import { post } from "../../client/client.ts";
import type { Problem } from "../../client/problem.ts";
import { base64Of } from "../../looks/files.ts";
import "../../looks/looks.css";
import { looksText } from "../../looks/text.ts";
import { EmptyState } from "../../ui/empty-state.tsx";
import { Field, TextField } from "../../ui/field.tsx";
import { momentOf } from "../../ui/moment.ts";
import { Notice } from "../../ui/notice.tsx";
import { Chapter, PageHead } from "../../ui/page-head.tsx";
import { RowTable } from "../../ui/row-table.tsx";
import type { Column } from "../../ui/row-table.tsx";
import { FILE_BYTES, headOf, kilobytesOf } from "./found-file.ts";
import { exportTracesText as text } from "./text.ts";
import { Form, Missing } from "../../looks/parts.tsx";
import { Refused } from "../../ui/read.tsx";

type Trace = components["schemas"]["Trace"];
type Found = Trace["exports"][number];

const columns: readonly Column<Found>[] = [
  { name: "export", head: text.export, names: true, cell: (one) => <code>{one.export}</code> },
  { name: "at", head: text.at, cell: ({ at }) => momentOf(at) },
  { name: "office", head: text.office, cell: ({ organisationName }) => organisationName },
  { name: "channel", head: text.channel, cell: ({ channel }) => looksText.bases[channel] },
  { name: "common", head: text.common, number: true, cell: ({ common, rows }) => text.commonOf(common, rows) },
  {
    name: "order",
    head: text.order,
    number: true,
    cell: ({ inOrder }) => (inOrder === null ? text.noOrder : `${Math.round(inOrder * 100)}%`),
  },
  { name: "named", head: text.named, cell: ({ named }) => (named ? text.yes : text.no) },
  { name: "account", head: text.account, cell: ({ account }) => <code>{account}</code> },
];

function Result({ trace }: { readonly trace: Trace }): ReactNode {
  return (
    <Chapter title={text.result} scope={text.rows(trace.rows)}>
      {trace.exports.length === 0 ? (
        <EmptyState {...text.none} />
      ) : (
        <RowTable caption={text.table} columns={columns} rows={trace.exports} keyOf={(one) => one.export} />
      )}
      <Notice live>{trace.note}</Notice>
    </Chapter>
  );
}

function DropZone({
  file,
  choose,
}: {
  readonly file: File | null;
  readonly choose: (file: File | null) => void;
}): ReactNode {
  const [over, setOver] = useState(false);
  const hold = (event: DragEvent): void => {
    event.preventDefault();
    setOver(true);
  };
  return (
    <div
      className={over ? "drop-zone over" : "drop-zone"}
      onDragOver={hold}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault();
        setOver(false);
        choose(event.dataTransfer.files[0] ?? null);
      }}
    >
      <Field label={text.file} hint={text.drop} required>
        {(wiring) => (
          <input
            {...wiring}
            type="file"
            accept=".csv,text/csv"
            onChange={(event) => choose(event.target.files?.[0] ?? null)}
          />
        )}
      </Field>
      {file === null ? null : <p role="status">{text.chosen(file.name, kilobytesOf(file.size))}</p>}
      {file !== null && file.size > FILE_BYTES ? <p className="meta">{text.cut(kilobytesOf(FILE_BYTES))}</p> : null}
    </div>
  );
}

export function Room(): ReactNode {
  const [file, setFile] = useState<File | null>(null);
  const [reason, setReason] = useState("");
  const [tried, setTried] = useState(false);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [trace, setTrace] = useState<Trace | null>(null);
  const lacks = file === null || reason.trim().length < 2;
  const run = async (): Promise<void> => {
    setTried(true);
    if (file === null || lacks || busy) return;
    setBusy(true);
    setProblem(null);
    const bytes = headOf(new Uint8Array(await file.arrayBuffer()));
    const asked = await post("/api/v1/exports/traces", { body: { file: base64Of(bytes), reason } });
    setBusy(false);
    setTrace(asked.ok ? asked.value : null);
    setProblem(asked.ok ? null : asked.problem);
  };
  return (
    <>
      <PageHead title={text.title} />
      <p>{text.says}</p>
      <Form submit={() => void run()}>
        <DropZone file={file} choose={setFile} />
        <TextField label={text.reason} hint={text.reasonHint} required value={reason} onChange={setReason} />
        <Missing is={tried && lacks} says={text.needed} />
        <div className="acts">
          <Button type="primary" htmlType="submit" disabled={busy}>
            {busy ? text.running : text.run}
          </Button>
        </div>
      </Form>
      <Refused problem={problem} />
      {trace === null ? null : <Result trace={trace} />}
    </>
  );
}
