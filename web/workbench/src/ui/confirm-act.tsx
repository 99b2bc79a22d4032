import { Modal } from "antd";
import { useState } from "react";
import type { ReactNode } from "react";
import type { Outcome, Problem } from "../client/problem.ts";
import { partsText } from "./text.ts";
import { ErrorState } from "./error-state.tsx";

interface ConfirmActProps<T> {
  readonly title: string;
  /** The word on the button: what is done, never "OK". */
  readonly word: string;
  /** What the act will touch, and fields such as a reason. */
  readonly children: ReactNode;
  /** Why it cannot be done yet; the button then says nothing but this. */
  readonly missing?: string | undefined;
  readonly act: () => Promise<Outcome<T>>;
  readonly done: (value: T) => void;
  readonly close: () => void;
}

/**
 * Shows what an act will do before it is done. A refusal stays in the dialogue with what was written; where a proof anew
 * is asked for, the way there and back stands in it.
 */
export function ConfirmAct<T>({ title, word, children, missing, act, done, close }: ConfirmActProps<T>): ReactNode {
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [asked, setAsked] = useState(false);
  const run = async (): Promise<void> => {
    setAsked(true);
    if (missing !== undefined) return;
    setBusy(true);
    setProblem(null);
    const outcome = await act();
    setBusy(false);
    if (outcome.ok) done(outcome.value);
    else setProblem(outcome.problem);
  };
  return (
    <Modal
      open
      title={title}
      okText={busy ? partsText.confirm.working : word}
      cancelText={partsText.confirm.cancel}
      okButtonProps={{ disabled: busy }}
      closable={false}
      mask={{ closable: false }}
      onOk={() => void run()}
      onCancel={close}
      width={640}
    >
      {children}
      {asked && missing !== undefined ? (
        <p className="wrong" role="alert">
          {missing}
        </p>
      ) : null}
      {problem === null ? null : <ErrorState problem={problem} />}
    </Modal>
  );
}
