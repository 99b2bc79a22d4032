// The steps that may be taken now: each with its reason, a preview, and the state that it stands on.
import { Button } from "antd";
import { useState } from "react";
import type { ReactNode } from "react";
import { post } from "../../client/client.ts";
import type { Outcome } from "../../client/problem.ts";
import { ConfirmAct } from "../../ui/confirm-act.tsx";
import { useDraft } from "../../ui/draft.ts";
import { ChoiceField, DayField, TextField } from "../../ui/field.tsx";
import { Facts } from "../../ui/facts.tsx";
import { Chapter } from "../../ui/page-head.tsx";
import { ProofFields } from "../../ui/proof-fields.tsx";
import { isProof, noProof } from "../../ui/proof.ts";
import type { Proof } from "../../ui/proof.ts";
import { repairsText } from "./text.ts";
import { lackOfDraft, outcomesFor, wordFor } from "./words.ts";
import type { Repair } from "./words.ts";

const text = repairsText.one;
/** In the order of the buttons: the way forward stands last. */
const ORDER = [
  "withdraw",
  "remind",
  "need-more",
  "not-accept",
  "return",
  "extend",
  "supplement",
  "propose",
  "accept",
  "approve",
] as const;
/** Steps that are nothing without a reason. */
const WORDED: ReadonlySet<string> = new Set(["need-more", "supplement", "not-accept", "extend", "return"]);

type Kind = "need-more" | "accept" | "not-accept" | "extend" | "remind" | "propose" | "return" | "approve";
type OwnKind = "supplement" | "withdraw";

interface ActProps {
  readonly repair: Repair;
  readonly kind: string;
  readonly done: (repair: Repair) => void;
  readonly close: () => void;
}

interface DialogueProps extends ActProps {
  readonly missing: string | undefined;
  readonly act: () => Promise<Outcome<Repair>>;
  readonly children: ReactNode;
}

function Dialogue({ repair, kind, missing, act, done, close, children }: DialogueProps): ReactNode {
  const words = repairsText.acts[kind];
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
      <p className="meta">{text.version(repair.version)}</p>
    </ConfirmAct>
  );
}

const orNull = (written: string): string | null => (written.trim() === "" ? null : written.trim());

/** A draft of a decision, for a second person. */
function Proposing(props: ActProps): ReactNode {
  const { repair, done } = props;
  const draft = `repair:${repair.repair}`;
  const [outcome, setOutcome] = useState("");
  const [reason, setReason] = useDraft(`${draft}:reason`);
  const [mend, setMend] = useDraft(`${draft}:mend`);
  const [through, setThrough] = useState("");
  const choices = outcomesFor(repair).map((value) => ({ value, word: wordFor(repairsText.outcomes, value) }));
  const settle = (made: Repair): void => {
    setReason("");
    setMend("");
    done(made);
  };
  const act = () =>
    post("/api/v1/repairs/{repair}/steps", {
      path: { repair: repair.repair },
      body: {
        version: repair.version,
        kind: "propose",
        words: null,
        proposal: {
          outcome: outcome as "repair" | "refuse" | "shield" | "revoke",
          reason,
          mend: orNull(mend),
          ...(through === "" ? {} : { through }),
        },
      },
    });
  const missing = lackOfDraft({ outcome, reason, mend, through }) ?? undefined;
  return (
    <Dialogue {...props} missing={missing} act={act} done={settle}>
      <ChoiceField
        label={text.outcome}
        value={outcome}
        onChange={setOutcome}
        choices={[{ value: "", word: text.choose }, ...choices]}
        required
      />
      <TextField label={text.reason} value={reason} onChange={setReason} lines={3} required />
      {outcome === "refuse" ? <TextField label={text.mend} value={mend} onChange={setMend} lines={2} required /> : null}
      {outcome === "shield" ? <DayField label={text.through} value={through} onChange={setThrough} required /> : null}
    </Dialogue>
  );
}

/** Any other step of the authority, its second person, or the centre. */
function Stepping(props: ActProps): ReactNode {
  const { repair, kind, done } = props;
  const [words, setWords] = useDraft(`repair:${repair.repair}:${kind}`);
  const isWorded = WORDED.has(kind);
  const settle = (made: Repair): void => {
    setWords("");
    done(made);
  };
  const act = () =>
    post("/api/v1/repairs/{repair}/steps", {
      path: { repair: repair.repair },
      body: { version: repair.version, kind: kind as Kind, words: orNull(words), proposal: null },
    });
  const missing = isWorded && orNull(words) === null ? repairsText.lacks.words : undefined;
  return (
    <Dialogue {...props} missing={missing} act={act} done={settle}>
      {kind === "approve" && repair.draft !== null ? <Draft draft={repair.draft} /> : null}
      {isWorded ? <TextField label={text.words} value={words} onChange={setWords} lines={3} required /> : null}
    </Dialogue>
  );
}

/** A step of the subject itself. */
function OwnStepping(props: ActProps): ReactNode {
  const { repair, kind, done } = props;
  const [words, setWords] = useDraft(`repair:${repair.repair}:${kind}`);
  const [proofs, setProofs] = useState<readonly Proof[]>([noProof]);
  const isSupplement = kind === "supplement";
  const settle = (made: Repair): void => {
    setWords("");
    done(made);
  };
  const act = () =>
    post("/api/v1/own/repairs/{repair}/steps", {
      path: { repair: repair.repair },
      body: {
        version: repair.version,
        kind: kind as OwnKind,
        words: orNull(words),
        proofs: proofs.filter(isProof),
      },
    });
  const missing = isSupplement && orNull(words) === null ? repairsText.lacks.words : undefined;
  return (
    <Dialogue {...props} missing={missing} act={act} done={settle}>
      {isSupplement ? (
        <>
          <TextField label={text.supplementWords} value={words} onChange={setWords} lines={3} required />
          <ProofFields label={repairsText.one.proofs} proofs={proofs} set={setProofs} />
        </>
      ) : null}
    </Dialogue>
  );
}

/** What is drafted, for those who may see it. */
export function Draft({ draft }: { readonly draft: NonNullable<Repair["draft"]> }): ReactNode {
  return (
    <Facts
      facts={[
        [text.outcome, wordFor(repairsText.outcomes, draft.outcome)],
        [text.reason, draft.reason],
        ...(draft.mend === null ? [] : [[text.mend, draft.mend] as const]),
        ...(draft.through === null ? [] : [[text.through, draft.through] as const]),
      ]}
    />
  );
}

interface NextProps {
  readonly repair: Repair;
  /** Steps that this account may take by its role, among those that may be taken now. */
  readonly kinds: readonly string[];
  readonly own: boolean;
  readonly done: () => void;
}

/** Buttons for what may be done next; the way forward stands last. */
export function NextSteps({ repair, kinds, own, done }: NextProps): ReactNode {
  const [kind, setKind] = useState<string | null>(null);
  const inOrder = ORDER.filter((one) => kinds.includes(one));
  const settle = (): void => {
    setKind(null);
    done();
  };
  const open = kind === null ? null : { repair, kind, done: settle, close: () => setKind(null) };
  const Form = own ? OwnStepping : kind === "propose" ? Proposing : Stepping;
  return (
    <Chapter title={text.next}>
      {repair.draft === null ? null : (
        <>
          <p className="meta">{text.draftSays}</p>
          <Draft draft={repair.draft} />
        </>
      )}
      {kinds.length === 0 ? <p>{text.nothing}</p> : null}
      <p className="acts">
        {inOrder.map((one) => (
          <Button key={one} type={one === inOrder.at(-1) ? "primary" : "default"} onClick={() => setKind(one)}>
            {repairsText.acts[one]?.word ?? one}
          </Button>
        ))}
      </p>
      {open === null ? null : <Form key={open.kind} {...open} />}
    </Chapter>
  );
}
