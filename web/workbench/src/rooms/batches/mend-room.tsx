// Mends the rows of a batch that came back, in place, and sends them as a batch of their own.
import { Button, Input } from "antd";
import { useEffect, useState } from "react";
import type { ReactNode } from "react";
import { entryName, useCatalogue } from "../../client/catalogue.ts";
import { get } from "../../client/client.ts";
import { useResource } from "../../client/resource.ts";
import { keepFile, keptFile } from "../../client/sent-files.ts";
import type { RoomProps } from "../../room.ts";
import { navigate } from "../../router/address.ts";
import { hrefOf } from "../../router/path.ts";
import { ConfirmAct } from "../../ui/confirm-act.tsx";
import { EmptyState } from "../../ui/empty-state.tsx";
import { ErrorState } from "../../ui/error-state.tsx";
import { Field } from "../../ui/field.tsx";
import { KeyHints } from "../../ui/key-hints.tsx";
import { Loading } from "../../ui/loading.tsx";
import { Notice } from "../../ui/notice.tsx";
import { PageHead } from "../../ui/page-head.tsx";
import { StatusMark } from "../../ui/status-mark.tsx";
import { readCsv, textOf, writeCsv } from "../../ui/table-text.ts";
import { allIssues, sendRows } from "./batch.ts";
import type { Batch, BatchIssue } from "./batch.ts";
import { IssueWords, Original } from "./issue-table.tsx";
import { change, mendedRows, openRows } from "./mend.ts";
import type { Changes, MendRow, Opened } from "./mend.ts";
import { outcomeMark } from "./status.ts";
import { batchesText } from "./text.ts";

const text = batchesText.mend;

type Rows = Extract<Opened, { kind: "rows" }>;

/** What the chosen file is, if it is one to mend. */
function useOpened(batch: string, issues: readonly BatchIssue[]): [Opened | null, (file: File) => void] {
  const [file, setFile] = useState(() => keptFile(batch));
  const [opened, setOpened] = useState<Opened | null>(null);
  useEffect(() => {
    if (file === null) return;
    void textOf(file).then((read) => setOpened(openRows(readCsv(read), issues)));
  }, [file, issues]);
  return [opened, setFile];
}

function ChooseFile({
  opened,
  choose,
}: {
  readonly opened: Opened | null;
  readonly choose: (file: File) => void;
}): ReactNode {
  const wrong =
    opened?.kind === "no-head" ? text.noHead : opened?.kind === "other-file" ? text.other(opened.row) : undefined;
  return (
    <>
      <Field label={text.choose} hint={text.chooseHint} error={wrong}>
        {(wiring) => (
          <input
            {...wiring}
            type="file"
            accept=".csv,text/csv"
            onChange={(event) => {
              const [file] = event.target.files ?? [];
              if (file !== undefined) choose(file);
            }}
          />
        )}
      </Field>
      <p className="meta">{text.xlsx}</p>
    </>
  );
}

interface RowFormProps {
  readonly heads: readonly string[];
  readonly row: MendRow;
  readonly changes: Changes;
  readonly set: (column: number, value: string) => void;
}

function Cells({
  columns,
  heads,
  row,
  changes,
  set,
}: RowFormProps & { readonly columns: readonly number[] }): ReactNode {
  return columns.map((column) => (
    <Field key={column} label={heads[column] ?? ""}>
      {(wiring) => (
        <Input
          {...wiring}
          value={changes.get(row.row)?.get(column) ?? row.cells[column] ?? ""}
          onChange={(event) => set(column, event.target.value)}
        />
      )}
    </Field>
  ));
}

function MendForm(props: RowFormProps): ReactNode {
  const { row, heads, changes } = props;
  const rest = heads.map((_, at) => at).filter((at) => !row.faulty.includes(at));
  const [first] = row.issues;
  return (
    <li className="mend" aria-label={`${text.row} ${row.row}`}>
      <p className="mend-row">
        <strong>{row.row}</strong>
        {first === undefined ? null : <StatusMark {...outcomeMark(first.outcome)} />}
      </p>
      <div>
        {row.issues.map((issue) => (
          <div key={`${issue.code}:${issue.field ?? ""}`} className="mend-issue">
            <p>
              <Original issue={issue} />
            </p>
            <p>
              <IssueWords issue={issue} />
            </p>
          </div>
        ))}
      </div>
      <div>
        {row.barred ? (
          <p>{text.skip}</p>
        ) : (
          <>
            <Cells {...props} columns={row.faulty} />
            <details>
              <summary>{text.rest}</summary>
              <Cells {...props} columns={rest} />
            </details>
            {changes.has(row.row) ? <StatusMark shape="tick" word={text.changed} tone="lv" /> : null}
          </>
        )}
      </div>
    </li>
  );
}

/** Ctrl+S sends, as the page says. */
function useSaveKey(save: () => void): void {
  useEffect(() => {
    const press = (event: KeyboardEvent): void => {
      if (event.key !== "s" || !(event.ctrlKey || event.metaKey)) return;
      event.preventDefault();
      save();
    };
    addEventListener("keydown", press);
    return () => removeEventListener("keydown", press);
  });
}

function MendList({
  batch,
  opened,
  entry,
}: {
  readonly batch: Batch;
  readonly opened: Rows;
  readonly entry: string;
}): ReactNode {
  const [changes, setChanges] = useState<Changes>(new Map());
  const [confirming, setConfirming] = useState(false);
  const [first, ...rows] = mendedRows(opened.heads, opened.rows, changes);
  const ready = rows.length > 0;
  useSaveKey(() => {
    if (ready) setConfirming(true);
  });
  const csv = writeCsv([first ?? [], ...rows]);
  return (
    <>
      <KeyHints
        hints={[
          { keys: text.keyMove, does: text.keyMoveSays },
          { keys: text.keySave, does: text.keySaveSays },
        ]}
      />
      <ol className="mends">
        {opened.rows.map((row) => (
          <MendForm
            key={row.row}
            heads={opened.heads}
            row={row}
            changes={changes}
            set={(column, value) => setChanges((at) => change(at, { row, column }, value))}
          />
        ))}
      </ol>
      <p className="meta">{ready ? text.kept : text.nothing}</p>
      <Button type="primary" disabled={!ready} onClick={() => setConfirming(true)}>
        {text.send(rows.length)}
      </Button>
      {confirming ? (
        <ConfirmAct
          title={text.confirm}
          word={text.send(rows.length)}
          act={() => sendRows(batch, csv)}
          done={(made) => {
            keepFile(made.batch, new File([csv], "rows.csv", { type: "text/csv" }));
            navigate(hrefOf(`/batches/${made.batch}`));
          }}
          close={() => setConfirming(false)}
        >
          <p>{text.confirmSays(rows.length, entry)}</p>
          {opened.rows.length > rows.length ? <p>{text.left(opened.rows.length - rows.length)}</p> : null}
        </ConfirmAct>
      ) : null}
    </>
  );
}

function Mend({
  batch,
  issues,
  entry,
}: {
  readonly batch: Batch;
  readonly issues: readonly BatchIssue[];
  readonly entry: string;
}): ReactNode {
  const [opened, choose] = useOpened(batch.batch, issues);
  if (issues.length === 0) {
    return <EmptyState title={text.none} next={{ href: hrefOf(`/batches/${batch.batch}`), word: text.back }} />;
  }
  if (opened?.kind !== "rows") return <ChooseFile opened={opened} choose={choose} />;
  return <MendList batch={batch} opened={opened} entry={entry} />;
}

export function Room({ slots }: RoomProps): ReactNode {
  const id = slots["batch"] ?? "";
  const catalogue = useCatalogue();
  const batch = useResource(id, (signal) => get("/api/v1/batches/{batch}", { path: { batch: id }, signal }));
  const issues = useResource(id, (signal) => allIssues(id, signal));
  const problem = batch.problem ?? issues.problem;
  if (problem !== null) return <ErrorState problem={problem} again={batch.reload} />;
  if (batch.value === null || issues.value === null) return <Loading />;
  const entry = entryName(catalogue.value, batch.value.entry);
  return (
    <>
      <PageHead
        title={text.title}
        crumbs={[
          { href: hrefOf("/batches"), word: batchesText.batch.crumb },
          { href: hrefOf(`/batches/${id}`), word: entry },
        ]}
      />
      <Notice>{text.lead}</Notice>
      <Mend batch={batch.value} issues={issues.value} entry={entry} />
    </>
  );
}
