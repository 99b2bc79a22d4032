// The steps that may be taken now: each with its words, a preview, and the state that it stands on.
import { Button } from "antd";
import { useState } from "react";
import type { ReactNode } from "react";
import { post } from "../../client/client.ts";
import type { Body, Operation } from "../../client/contract.ts";
import type { Outcome } from "../../client/problem.ts";
import { ConfirmAct } from "../../ui/confirm-act.tsx";
import { useDraft } from "../../ui/draft.ts";
import { ChoiceField, TextField } from "../../ui/field.tsx";
import { Chapter } from "../../ui/page-head.tsx";
import { ProofFields } from "../../ui/proof-fields.tsx";
import { isProof, noProof } from "../../ui/proof.ts";
import type { Proof } from "../../ui/proof.ts";
import { objectionsText } from "./text.ts";
import { lackOfAnswer, wordFor, WORDED } from "./words.ts";
import type { Objection } from "./words.ts";

const text = objectionsText.one;
type StepBody = Body<Operation<"/api/v1/objections/{objection}/steps", "post">>;
type StepAnswer = NonNullable<StepBody["answer"]>;
type Change = NonNullable<StepAnswer["change"]>;

/** In the order of the buttons: the way forward stands last. */
const ORDER = [
  "withdraw",
  "remind",
  "escalate",
  "not-accept",
  "return",
  "extend",
  "accept",
  "forward",
  "answer",
  "confirm",
] as const;

interface ActProps {
  readonly objection: Objection;
  readonly kind: string;
  readonly own: boolean;
  readonly done: () => void;
  readonly close: () => void;
}

const orNull = (written: string): string | null => (written.trim() === "" ? null : written.trim());

interface DialogueProps extends ActProps {
  readonly missing: string | undefined;
  readonly act: () => Promise<Outcome<Objection>>;
  readonly children: ReactNode;
}

function Dialogue({ objection, kind, missing, act, done, close, children }: DialogueProps): ReactNode {
  const words = objectionsText.acts[kind];
  return (
    <ConfirmAct
      title={words?.word ?? kind}
      word={words?.word ?? kind}
      missing={missing}
      act={act}
      done={done}
      close={close}
    >
      <p>{words?.says}</p>
      {children}
      <p className="meta">{text.version(objection.version)}</p>
    </ConfirmAct>
  );
}

function Stepping(props: ActProps): ReactNode {
  const { objection, kind, own, done } = props;
  const [words, setWords] = useDraft(`objection:${objection.objection}:${kind}`);
  const path = { objection: objection.objection };
  const { version } = objection;
  const act = () =>
    own
      ? post("/api/v1/own/objections/{objection}/withdrawal", { path, body: { version, words: orNull(words) } })
      : post("/api/v1/objections/{objection}/steps", {
          path,
          body: { version, kind: kind as StepBody["kind"], words: orNull(words), answer: null },
        });
  const settle = (): void => {
    setWords("");
    done();
  };
  const isWorded = WORDED.has(kind);
  const missing = isWorded && orNull(words) === null ? text.lackWords : undefined;
  return (
    <Dialogue {...props} missing={missing} act={act} done={settle}>
      {isWorded || own ? (
        <TextField label={text.words} value={words} onChange={setWords} lines={3} required={isWorded} />
      ) : null}
    </Dialogue>
  );
}

/** Only what is about somebody else leaves its subject. */
const WRONG_SUBJECT = "wrong-subject";

/** Ways in which an objection can have been put right. */
function changesFor({ kind, ground }: Objection): readonly string[] {
  if (kind === "measure" || kind === "look") return ["acted"];
  return ["version", "ended", ...(ground === WRONG_SUBJECT ? ["detached"] : [])];
}

function changeOf(change: string, detail: string): Change | null {
  if (change === "version") return { kind: "version", record: detail.trim() };
  if (change === "acted") return { kind: "acted", documentNo: detail.trim() };
  return change === "ended" || change === "detached" ? { kind: change } : null;
}

interface ChangeProps {
  readonly objection: Objection;
  readonly change: string;
  readonly setChange: (change: string) => void;
  readonly detail: string;
  readonly setDetail: (detail: string) => void;
}

function ChangeFields({ objection, change, setChange, detail, setDetail }: ChangeProps): ReactNode {
  const choices = changesFor(objection).map((value) => ({ value, word: wordFor(text.changes, value) }));
  const label = change === "version" ? text.newRecord : text.documentNo;
  return (
    <>
      <ChoiceField
        label={text.change}
        value={change}
        onChange={setChange}
        choices={[{ value: "", word: objectionsText.file.choose }, ...choices]}
        required
      />
      {change === "version" || change === "acted" ? (
        <TextField label={label} value={detail} onChange={setDetail} required />
      ) : null}
    </>
  );
}

/** An answer, for a second person. */
function Answering(props: ActProps): ReactNode {
  const { objection, done } = props;
  const [words, setWords] = useDraft(`objection:${objection.objection}:answer`);
  const [outcome, setOutcome] = useState("");
  const [change, setChange] = useState("");
  const [detail, setDetail] = useState("");
  const [evidence, setEvidence] = useState<readonly Proof[]>([noProof]);
  const whole = evidence.filter(isProof);
  const answer: StepAnswer = {
    outcome: outcome as StepAnswer["outcome"],
    change: outcome === "upheld" ? changeOf(change, detail) : null,
    evidence: whole,
  };
  const act = () =>
    post("/api/v1/objections/{objection}/steps", {
      path: { objection: objection.objection },
      body: { version: objection.version, kind: "answer", words: orNull(words), answer },
    });
  const settle = (): void => {
    setWords("");
    done();
  };
  const outcomes = Object.entries(objectionsText.outcomes).map(([value, word]) => ({ value, word }));
  const missing = lackOfAnswer({ words, outcome, change, evidence: whole.length }) ?? undefined;
  return (
    <Dialogue {...props} missing={missing} act={act} done={settle}>
      <ChoiceField
        label={text.outcome}
        value={outcome}
        onChange={setOutcome}
        choices={[{ value: "", word: objectionsText.file.choose }, ...outcomes]}
        required
      />
      <TextField label={text.words} value={words} onChange={setWords} lines={3} required />
      {outcome === "upheld" ? (
        <ChangeFields
          objection={objection}
          change={change}
          setChange={setChange}
          detail={detail}
          setDetail={setDetail}
        />
      ) : null}
      {outcome === "rejected" ? <ProofFields label={text.evidence} proofs={evidence} set={setEvidence} /> : null}
    </Dialogue>
  );
}

interface NextProps {
  readonly objection: Objection;
  readonly kinds: readonly string[];
  readonly own: boolean;
  readonly done: () => void;
}

/** Buttons for what may be done next; the way forward stands last. */
export function NextSteps({ objection, kinds, own, done }: NextProps): ReactNode {
  const [kind, setKind] = useState<string | null>(null);
  const inOrder = ORDER.filter((one) => kinds.includes(one));
  const settle = (): void => {
    setKind(null);
    done();
  };
  const Form = kind === "answer" ? Answering : Stepping;
  return (
    <Chapter title={text.next}>
      {inOrder.length === 0 ? <p>{text.nothing}</p> : null}
      <p className="acts">
        {inOrder.map((one) => (
          <Button key={one} type={one === inOrder.at(-1) ? "primary" : "default"} onClick={() => setKind(one)}>
            {objectionsText.acts[one]?.word ?? one}
          </Button>
        ))}
      </p>
      {kind === null ? null : (
        <Form key={kind} objection={objection} kind={kind} own={own} done={settle} close={() => setKind(null)} />
      )}
    </Chapter>
  );
}
