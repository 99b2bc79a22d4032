import { Button } from "antd";
import { useState } from "react";
import type { ReactNode } from "react";
import { post } from "../../client/client.ts";
import type { Problem } from "../../client/problem.ts";
import { Form } from "../../looks/parts.tsx";
import { ErrorState } from "../../ui/error-state.tsx";
import { TextField } from "../../ui/field.tsx";
import { StatusMark } from "../../ui/status-mark.tsx";
import { missingOf } from "./outcome.ts";
import type { Choice } from "./outcome.ts";
import { checksText } from "./text.ts";

const text = checksText.feedback;

interface FeedbackProps {
  readonly uscc: string;
  readonly look: string;
  readonly measure: string;
}

interface ChoiceProps {
  readonly name: string;
  readonly value: Choice;
  readonly onChange: (choice: Choice) => void;
  readonly isWrong: boolean;
}

function Chosen({ name, value, onChange, isWrong }: ChoiceProps): ReactNode {
  return (
    <fieldset>
      <legend>{text.choose}</legend>
      <div className="checks">
        {(["applied", "notApplied"] as const).map((one) => (
          <label key={one}>
            <input type="radio" name={name} checked={value === one} onChange={() => onChange(one)} />
            {text[one]}
          </label>
        ))}
      </div>
      {isWrong ? <p className="wrong">{text.chooseNeeded}</p> : null}
    </fieldset>
  );
}

interface OpenProps extends FeedbackProps {
  readonly done: (word: string) => void;
  readonly close: () => void;
}

function FeedbackForm({ uscc, look, measure, done, close }: OpenProps): ReactNode {
  const [choice, setChoice] = useState<Choice>(null);
  const [decisionNo, setDecisionNo] = useState("");
  const [reason, setReason] = useState("");
  const [tried, setTried] = useState(false);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const missing = missingOf({ choice, decisionNo, reason });
  const wrong = tried ? missing : [];
  const send = async (): Promise<void> => {
    setTried(true);
    if (missing.length > 0 || busy) return;
    setBusy(true);
    const applied = choice === "applied";
    const no = decisionNo.trim();
    const body = { uscc, look, measure, applied, decisionNo: no === "" ? null : no, reason: reason.trim() };
    const sent = await post("/api/v1/checks/feedback", { body });
    setBusy(false);
    if (sent.ok) done(text.sent(applied, no));
    else setProblem(sent.problem);
  };
  return (
    <Form submit={() => void send()}>
      <Chosen name={`${look}:${measure}`} value={choice} onChange={setChoice} isWrong={wrong.includes("choice")} />
      <TextField
        label={text.decisionNo}
        hint={text.decisionHint}
        error={wrong.includes("decisionNo") ? text.decisionNeeded : undefined}
        value={decisionNo}
        onChange={setDecisionNo}
      />
      <TextField
        label={text.reason}
        hint={text.once}
        error={wrong.includes("reason") ? text.reasonNeeded : undefined}
        required
        value={reason}
        onChange={setReason}
      />
      {problem === null ? null : <ErrorState problem={problem} />}
      <div className="acts">
        <Button type="primary" htmlType="submit" disabled={busy}>
          {busy ? text.sending : text.send}
        </Button>
        <Button onClick={close}>{text.close}</Button>
      </div>
    </Form>
  );
}

/** What the officer did with a measure: nothing is chosen for him, and what he said cannot be changed. */
export function Feedback(props: FeedbackProps): ReactNode {
  const [open, setOpen] = useState(false);
  const [told, setTold] = useState<string | null>(null);
  if (told !== null)
    return (
      <p role="status">
        <StatusMark shape="tick" word={told} tone="lv" />
      </p>
    );
  if (!open)
    return (
      <p className="no-print">
        <Button size="small" onClick={() => setOpen(true)}>
          {text.open}
        </Button>
      </p>
    );
  return (
    <div className="no-print" role="group" aria-label={text.title}>
      <FeedbackForm {...props} done={setTold} close={() => setOpen(false)} />
    </div>
  );
}
