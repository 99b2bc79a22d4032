// One batch: how far it is, where its rows went, what is wrong with which, and what can be done.
import { Button } from "antd";
import { useEffect, useState } from "react";
import type { ReactNode } from "react";
import { entryName, useCatalogue } from "../../client/catalogue.ts";
import { get } from "../../client/client.ts";
import type { Problem } from "../../client/problem.ts";
import { useResource } from "../../client/resource.ts";
import type { RoomProps } from "../../room.ts";
import { navigate } from "../../router/address.ts";
import { Link } from "../../router/link.tsx";
import { hrefOf } from "../../router/path.ts";
import { ErrorState } from "../../ui/error-state.tsx";
import { momentOf } from "../../ui/moment.ts";
import { Notice } from "../../ui/notice.tsx";
import { Chapter, PageHead } from "../../ui/page-head.tsx";
import { Read, Refused, When } from "../../ui/read.tsx";
import { StatusMark } from "../../ui/status-mark.tsx";
import { allIssues, saveIssues, saveReceipt } from "./batch.ts";
import type { Batch } from "./batch.ts";
import { CarriedOver } from "./carried-over.tsx";
import { Equation } from "./equation.tsx";
import { IssueTable } from "./issue-table.tsx";
import { Look } from "./look.tsx";
import { isMoving, stateMark } from "./status.ts";
import { batchesText } from "./text.ts";
import { Withdrawal } from "./withdrawal.tsx";

const text = batchesText.batch;
const POLL_MS = 1500;
/** Another unit's batch and one that never was are refused alike. */
const OTHERS: ReadonlySet<number> = new Set([403, 404, 422]);
const PERCENT = 100;

function Moving({ batch }: { readonly batch: Batch }): ReactNode {
  const { state, uploadLength, uploadOffset = 0 } = batch;
  const isUpload = state === "receiving" && uploadLength !== null;
  return (
    <Notice live>
      {text.moving}
      {isUpload ? text.progress(`${Math.floor((uploadOffset / Math.max(1, uploadLength)) * PERCENT)}%`) : null}
    </Notice>
  );
}

function Failed({ batch }: { readonly batch: Batch }): ReactNode {
  return (
    <div className="refusal" role="alert">
      <p>
        <strong>{batch.failure?.message}</strong> <code className="meta">{batch.failure?.code}</code>
      </p>
      <p>{text.failed}</p>
      <p>
        <Link href={hrefOf("/upload", { entry: batch.entry })}>{text.again}</Link>
      </p>
    </div>
  );
}

function Done({ batch }: { readonly batch: Batch }): ReactNode {
  const { quarantined, rejected, naturalPersons } = batch;
  return (
    <Notice>
      <p>{quarantined + rejected === 0 ? text.clean : text.deal(quarantined, rejected)}</p>
      {naturalPersons === 0 ? null : <p>{text.persons(naturalPersons)}</p>}
    </Notice>
  );
}

/** What the reader has to know and do, by the state of the batch. */
function Standing({ batch }: { readonly batch: Batch }): ReactNode {
  if (isMoving(batch.state)) return <Moving batch={batch} />;
  if (batch.state === "failed") return <Failed batch={batch} />;
  if (batch.state === "withdrawn") return <Notice>{text.withdrawnSays}</Notice>;
  if (batch.state === "done") return <Done batch={batch} />;
  return (
    <Notice>
      {batch.carriedOver === null ? text.waiting : batchesText.carriedOver.waiting}{" "}
      <Link href={hrefOf("/approvals")}>{text.approvals}</Link>
    </Notice>
  );
}

function Acts({ batch, say }: { readonly batch: Batch; readonly say: (problem: Problem) => void }): ReactNode {
  const [withdrawing, setWithdrawing] = useState(false);
  const id = batch.batch;
  const download = async (): Promise<void> => {
    const saved = await saveReceipt(id);
    if (!saved.ok) say(saved.problem);
  };
  const save = async (): Promise<void> => {
    const issues = await allIssues(id);
    if (issues.ok) saveIssues(id, issues.value);
    else say(issues.problem);
  };
  const isDone = batch.state === "done";
  const hasIssues = batch.issueCount > 0;
  return (
    <>
      {isDone ? <Button onClick={() => setWithdrawing(true)}>{text.withdraw}</Button> : null}
      {isDone ? <Button onClick={() => void download()}>{text.receipt}</Button> : null}
      {hasIssues ? <Button onClick={() => void save()}>{text.csv}</Button> : null}
      {isDone && hasIssues ? (
        <Button type="primary" onClick={() => navigate(hrefOf(`/batches/${id}/mend`))}>
          {text.mend}
        </Button>
      ) : null}
      {withdrawing ? <Withdrawal batch={batch} close={() => setWithdrawing(false)} /> : null}
    </>
  );
}

function metaOf(batch: Batch): readonly ReactNode[] {
  return [
    <StatusMark key="state" {...stateMark(batch.state)} />,
    ...(batch.receivedAt === null ? [] : [text.received(momentOf(batch.receivedAt))]),
    ...(batch.finishedAt === null ? [] : [text.finished(momentOf(batch.finishedAt))]),
    ...(batch.mapping === "" ? [] : [text.mapping(batch.mapping.slice(0, 12))]),
    ...(batch.mends === null
      ? []
      : [
          <Link key="mends" href={hrefOf(`/batches/${batch.mends}`)}>
            {text.mends}
          </Link>,
        ]),
    <code key="batch" className="meta">
      {batch.batch}
    </code>,
  ];
}

function Issues({ batch }: { readonly batch: Batch }): ReactNode {
  const all = useResource(`${batch.batch}:${batch.issueCount}`, (signal) => allIssues(batch.batch, signal));
  const issues = all.value ?? batch.issues;
  if (issues.length === 0) return null;
  return (
    <Chapter
      title={batchesText.issues.title}
      scope={
        batch.quarantined === 0 ? undefined : (
          <Link href={hrefOf("/questions", { batch: batch.batch })}>{text.questions}</Link>
        )
      }
    >
      {all.problem === null ? null : <ErrorState problem={all.problem} again={all.reload} />}
      <IssueTable issues={issues} />
    </Chapter>
  );
}

function OneBatch({ batch }: { readonly batch: Batch }): ReactNode {
  const catalogue = useCatalogue();
  const [refused, setRefused] = useState<Problem | null>(null);
  return (
    <>
      <PageHead
        title={entryName(catalogue.value, batch.entry)}
        crumbs={[{ href: hrefOf("/batches"), word: text.crumb }]}
        meta={metaOf(batch)}
        acts={<Acts batch={batch} say={setRefused} />}
      />
      <Refused problem={refused} />
      <When is={batch.state !== "failed" && batch.state !== "receiving"}>
        <Equation counts={batch} />
      </When>
      <Standing batch={batch} />
      {batch.carriedOver === null ? null : <CarriedOver handover={batch.carriedOver} />}
      <Issues batch={batch} />
    </>
  );
}

export function Room({ session, slots }: RoomProps): ReactNode {
  const id = slots["batch"] ?? "";
  const read = useResource(id, (signal) => get("/api/v1/batches/{batch}", { path: { batch: id }, signal }));
  const { value: batch, problem, reload } = read;
  const moving = batch !== null && isMoving(batch.state);
  useEffect(() => {
    if (!moving) return undefined;
    const timer = setInterval(reload, POLL_MS);
    return () => clearInterval(timer);
  }, [moving, reload]);
  const isOthers = session.role === "operator" && problem !== null && OTHERS.has(problem.status);
  return isOthers ? <Look batch={id} /> : <Read of={read}>{(known) => <OneBatch batch={known} />}</Read>;
}
