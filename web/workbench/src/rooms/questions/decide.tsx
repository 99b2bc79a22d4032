import { Button } from "antd";
import { useState } from "react";
import type { ReactNode } from "react";
import { post } from "../../client/client.ts";
import { Link } from "../../router/link.tsx";
import { hrefOf } from "../../router/path.ts";
import { ConfirmAct } from "../../ui/confirm-act.tsx";
import { useDraft } from "../../ui/draft.ts";
import { TextField } from "../../ui/field.tsx";
import { Notice } from "../../ui/notice.tsx";
import { Chapter } from "../../ui/page-head.tsx";
import { questionsText } from "./text.ts";

const text = questionsText.decide;
const REASON_MIN = 2;

interface DecideProps {
  readonly batch: string;
  readonly row: number;
  readonly sheet: string | null;
  readonly name: string;
  readonly proposals: readonly string[];
}

type Done = { readonly proposal: string | null };

function Told({ done }: { readonly done: Done }): ReactNode {
  return (
    <Notice live>
      {done.proposal === null ? (
        <>
          {text.rejected} <Link href={hrefOf("/questions")}>{text.back}</Link>
        </>
      ) : (
        <>
          {text.proposed} <Link href={hrefOf(`/approvals/${done.proposal}`)}>{text.open}</Link>
        </>
      )}
    </Notice>
  );
}

interface Written {
  readonly subject: string;
  readonly reason: string;
  readonly documentNo: string;
}

type Action = "accept" | "reject";

function lackOf(action: Action, { reason, documentNo }: Written): string | undefined {
  const hasReason = reason.trim().length >= REASON_MIN;
  if (action === "reject") return hasReason ? undefined : text.missingReject;
  return hasReason && documentNo.trim() !== "" ? undefined : text.missingAccept;
}

const orNull = (value: string): string | null => (value.trim() === "" ? null : value.trim());

function bodyOf({ row, sheet }: DecideProps, action: Action, written: Written) {
  const subject = action === "accept" ? orNull(written.subject) : null;
  return { row, sheet, action, subject, reason: written.reason.trim(), documentNo: orNull(written.documentNo) };
}

interface DialogueProps {
  readonly matter: DecideProps;
  readonly action: Action;
  readonly written: Written;
  readonly done: (done: Done) => void;
  readonly close: () => void;
}

function Dialogue({ matter, action, written, done, close }: DialogueProps): ReactNode {
  const isAccept = action === "accept";
  const says = isAccept
    ? text.acceptSays(matter.name, orNull(written.subject) ?? text.asStated)
    : text.rejectSays(matter.name);
  return (
    <ConfirmAct
      title={isAccept ? text.acceptTitle : text.rejectTitle}
      word={isAccept ? text.acceptTitle : text.reject}
      missing={lackOf(action, written)}
      act={() =>
        post("/api/v1/batches/{batch}/decisions", {
          path: { batch: matter.batch },
          body: bodyOf(matter, action, written),
        })
      }
      done={(made) => done({ proposal: "proposal" in made ? made.proposal : null })}
      close={close}
    >
      <p>{says}</p>
      {isAccept ? <p className="meta">{text.acceptThen}</p> : null}
    </ConfirmAct>
  );
}

/** Nothing is preselected: whose row it is, a person says, with reason and document; a second person agrees. */
export function Decide(matter: DecideProps): ReactNode {
  const draft = `question:${matter.batch}:${matter.sheet ?? ""}:${matter.row}`;
  const [subject, setSubject] = useDraft(`${draft}:subject`);
  const [reason, setReason] = useDraft(`${draft}:reason`);
  const [documentNo, setDocument] = useDraft(`${draft}:document`);
  const [action, setAction] = useState<Action | null>(null);
  const [done, setDone] = useState<Done | null>(null);
  if (done !== null) return <Told done={done} />;
  const settle = (made: Done): void => {
    for (const clear of [setSubject, setReason, setDocument]) clear("");
    setDone(made);
  };
  return (
    <Chapter title={text.title}>
      <TextField label={text.subject} hint={text.subjectHint} value={subject} onChange={setSubject} />
      <p className="acts">
        {matter.proposals.map((code) => (
          <Button key={code} size="small" onClick={() => setSubject(code)}>
            {text.use(code)}
          </Button>
        ))}
      </p>
      <TextField label={text.reason} value={reason} onChange={setReason} lines={2} required />
      <TextField label={text.document} hint={text.documentHint} value={documentNo} onChange={setDocument} />
      <p className="acts">
        <Button onClick={() => setAction("reject")}>{text.reject}</Button>
        <Button type="primary" onClick={() => setAction("accept")}>
          {text.accept}
        </Button>
      </p>
      {action === null ? null : (
        <Dialogue
          matter={matter}
          action={action}
          written={{ subject, reason, documentNo }}
          done={settle}
          close={() => setAction(null)}
        />
      )}
    </Chapter>
  );
}
