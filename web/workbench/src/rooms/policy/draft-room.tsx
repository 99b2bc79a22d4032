// One draft: its files, what is wrong with them, what they change, and the way to a release.
import { Button } from "antd";
import { useRef, useState } from "react";
import type { ReactNode } from "react";
import { get, post } from "../../client/client.ts";
import type { Problem } from "../../client/problem.ts";
import { useResource } from "../../client/resource.ts";
import type { RoomProps } from "../../room.ts";
import { Link } from "../../router/link.tsx";
import { hrefOf } from "../../router/path.ts";
import { ConfirmAct } from "../../ui/confirm-act.tsx";
import { DayField, TextField } from "../../ui/field.tsx";
import { Notice } from "../../ui/notice.tsx";
import { Chapter, PageHead } from "../../ui/page-head.tsx";
import { Read, Refused } from "../../ui/read.tsx";
import { FilesEditor } from "./files.tsx";
import type { Files } from "./files.tsx";
import { Cases, Changes, Faults, Touched } from "./judgement.tsx";
import { policyText } from "./text.ts";
import { placeOfLine, wholeFiles } from "./words.ts";
import type { Draft, Fault } from "./words.ts";

const text = policyText.draft;

interface ProposingProps {
  readonly draft: Draft;
  readonly effective: string;
  readonly close: () => void;
  readonly done: (proposal: string) => void;
}

function Proposing({ draft, effective, close, done }: ProposingProps): ReactNode {
  const [day, setDay] = useState(effective);
  const [reason, setReason] = useState("");
  const [documentNo, setDocument] = useState("");
  const act = () =>
    post("/api/v1/policy/drafts/{draft}/release", {
      path: { draft: draft.draft },
      body: {
        version: draft.version,
        effective: day,
        reason: reason.trim(),
        documentNo: documentNo.trim() === "" ? null : documentNo.trim(),
      },
    });
  return (
    <ConfirmAct
      title={text.proposeTitle}
      word={text.propose}
      missing={reason.trim() === "" || day === "" ? text.lackReason : undefined}
      act={act}
      done={({ proposal }) => done(proposal)}
      close={close}
    >
      <p>{text.proposeSays(draft.version)}</p>
      <DayField label={text.effective} value={day} onChange={setDay} required />
      <TextField label={text.reason} value={reason} onChange={setReason} lines={2} required />
      <TextField label={text.documentNo} value={documentNo} onChange={setDocument} />
    </ConfirmAct>
  );
}

interface JudgedProps {
  readonly draft: Draft;
  readonly mayPropose: boolean;
  readonly goTo: (fault: Fault) => void;
}

function Judged({ draft, mayPropose, goTo }: JudgedProps): ReactNode {
  const [effective, setEffective] = useState("");
  const [open, setOpen] = useState(false);
  const [proposal, setProposal] = useState<string | null>(null);
  const path = { draft: draft.draft };
  const query = effective === "" ? {} : { effective };
  const key = `${draft.draft} ${draft.version} ${effective}`;
  const judged = useResource(`judged ${key}`, (signal) =>
    get("/api/v1/policy/drafts/{draft}/judgement", { path, query, signal }),
  );
  const isSound = judged.value !== null && judged.value.faults.length === 0;
  // Whom a draft touches can be told once it can be read.
  const impact = useResource(isSound ? `impact ${key}` : null, (signal) =>
    get("/api/v1/policy/drafts/{draft}/impact", { path, query, signal }),
  );
  return (
    <>
      <DayField label={text.effective} hint={text.judgeSays} value={effective} onChange={setEffective} />
      <Read of={judged}>
        {(told) => (
          <>
            <Faults faults={told.faults} goTo={goTo} />
            <Cases cases={told.cases} />
            <Changes judged={told} />
            {open ? (
              <Proposing
                draft={draft}
                effective={effective === "" ? (told.earliest ?? "") : effective}
                close={() => setOpen(false)}
                done={(made) => {
                  setOpen(false);
                  setProposal(made);
                }}
              />
            ) : null}
          </>
        )}
      </Read>
      <Read of={impact}>{({ items }) => <Touched items={items} title={text.impact} />}</Read>
      {proposal === null ? null : (
        <Notice live>
          {text.proposed} <Link href={hrefOf(`/approvals/${proposal}`)}>{text.open}</Link>
        </Notice>
      )}
      {mayPropose && isSound && proposal === null ? (
        <p className="acts">
          <Button type="primary" onClick={() => setOpen(true)}>
            {text.propose}
          </Button>
        </p>
      ) : null}
    </>
  );
}

interface EditingProps {
  readonly draft: Draft;
  readonly mayEdit: boolean;
  readonly saved: () => void;
}

function Editing({ draft, mayEdit, saved }: EditingProps): ReactNode {
  const [files, setFiles] = useState<Files>(draft.files);
  const [at, open] = useState("");
  const [problem, setProblem] = useState<Problem | null>(null);
  const area = useRef<HTMLTextAreaElement>(null);
  const isChanged = JSON.stringify(files) !== JSON.stringify(draft.files);
  const save = async (): Promise<void> => {
    const body = { version: draft.version, files: wholeFiles(files) };
    const made = await post("/api/v1/policy/drafts/{draft}/versions", { path: { draft: draft.draft }, body });
    setProblem(made.ok ? null : made.problem);
    if (made.ok) saved();
  };
  const goTo = ({ file, line }: Fault): void => {
    const [path = ""] = Object.keys(files).filter((one) => file.endsWith(one));
    open(path);
    requestAnimationFrame(() => {
      const place = placeOfLine(files[path] ?? "", line);
      area.current?.focus();
      area.current?.setSelectionRange(place, placeOfLine(files[path] ?? "", line + 1));
    });
  };
  return (
    <>
      <Chapter title={text.version(draft.version)}>
        <FilesEditor files={files} set={setFiles} at={at} open={open} area={area} />
        {isChanged ? <p>{text.unsaved}</p> : null}
        <Refused problem={problem} />
        {mayEdit ? (
          <p className="acts">
            <Button disabled={!isChanged} onClick={() => void save()}>
              {text.save}
            </Button>
          </p>
        ) : null}
      </Chapter>
      <Judged draft={draft} mayPropose={mayEdit && !isChanged} goTo={goTo} />
    </>
  );
}

export function Room({ session, slots }: RoomProps): ReactNode {
  const draft = slots["draft"] ?? "";
  const resource = useResource(`draft ${draft}`, (signal) =>
    get("/api/v1/policy/drafts/{draft}", { path: { draft }, signal }),
  );
  return (
    <>
      <PageHead
        title={resource.value?.title ?? text.crumb}
        crumbs={[{ href: hrefOf("/policy/drafts"), word: text.crumb }]}
      />
      <Read of={resource}>
        {(found) => (
          <Editing key={found.version} draft={found} mayEdit={session.role === "operator"} saved={resource.reload} />
        )}
      </Read>
    </>
  );
}
