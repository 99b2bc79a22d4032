import type { components } from "@xinheng/contract/client";
import { Button } from "antd";
import { useState } from "react";
import type { ReactNode } from "react";
import { post } from "../../client/client.ts";
import type { Outcome, Problem } from "../../client/problem.ts";
import { useDraft } from "../../ui/draft.ts";
import { Facts } from "../../ui/facts.tsx";
import { TextField } from "../../ui/field.tsx";
import { Chapter } from "../../ui/page-head.tsx";
import { justificationsText } from "./text.ts";
import { Form, Missing } from "../../looks/parts.tsx";
import { Refused } from "../../ui/read.tsx";

export type Drawn = components["schemas"]["LookJustification"];

const text = justificationsText.one;

/** Sends once; what was refused stays on the page with what was written. */
function useSending(done: () => void): {
  readonly problem: Problem | null;
  readonly busy: boolean;
  readonly send: (act: () => Promise<Outcome<unknown>>) => Promise<boolean>;
} {
  const [problem, setProblem] = useState<Problem | null>(null);
  const [busy, setBusy] = useState(false);
  const send = async (act: () => Promise<Outcome<unknown>>): Promise<boolean> => {
    setBusy(true);
    setProblem(null);
    const sent = await act();
    setBusy(false);
    if (sent.ok) done();
    else setProblem(sent.problem);
    return sent.ok;
  };
  return { problem, busy, send };
}

function Justify({ look, done }: { readonly look: string; readonly done: () => void }): ReactNode {
  const [document, setDocument] = useDraft(`justify:${look}:document`);
  const [reason, setReason] = useDraft(`justify:${look}:reason`);
  const [tried, setTried] = useState(false);
  const { problem, busy, send } = useSending(done);
  const lacks = document.trim() === "" || reason.trim() === "";
  const submit = async (): Promise<void> => {
    setTried(true);
    if (lacks || busy) return;
    const path = { look };
    if (!(await send(() => post("/api/v1/access/justifications/{look}", { path, body: { document, reason } })))) return;
    setDocument("");
    setReason("");
  };
  return (
    <Form submit={() => void submit()}>
      <TextField label={text.document} hint={text.documentHint} required value={document} onChange={setDocument} />
      <TextField label={text.reason} hint={text.reasonHint} required lines={3} value={reason} onChange={setReason} />
      <Missing is={tried && lacks} says={text.needed} />
      <Refused problem={problem} />
      <Button type="primary" htmlType="submit" disabled={busy}>
        {text.justify}
      </Button>
    </Form>
  );
}

function Verdict({
  sound,
  choose,
}: {
  readonly sound: boolean | null;
  readonly choose: (sound: boolean) => void;
}): ReactNode {
  return (
    <fieldset>
      <legend>{text.sound}</legend>
      <div className="checks">
        {[true, false].map((value) => (
          <label key={String(value)}>
            <input type="radio" name="sound" checked={sound === value} onChange={() => choose(value)} />
            {value ? text.yes : text.no}
          </label>
        ))}
      </div>
    </fieldset>
  );
}

function Confirm({ look, done }: { readonly look: string; readonly done: () => void }): ReactNode {
  const [sound, setSound] = useState<boolean | null>(null);
  const [remark, setRemark] = useDraft(`confirm:${look}`);
  const [tried, setTried] = useState(false);
  const { problem, busy, send } = useSending(done);
  const submit = async (): Promise<void> => {
    setTried(true);
    if (sound === null || remark.trim() === "" || busy) return;
    const body = { sound, remark };
    if (await send(() => post("/api/v1/access/justifications/{look}/confirmation", { path: { look }, body }))) {
      setRemark("");
    }
  };
  return (
    <Form submit={() => void submit()}>
      <Verdict sound={sound} choose={setSound} />
      <TextField label={text.remark} hint={text.second} required lines={2} value={remark} onChange={setRemark} />
      <Missing is={tried && (sound === null || remark.trim() === "")} says={text.remarkNeeded} />
      <Refused problem={problem} />
      <Button type="primary" htmlType="submit" disabled={busy}>
        {text.confirm}
      </Button>
    </Form>
  );
}

/** One drawn look: what was looked at, what is said about it, and what a second person says about that. */
export function OneDrawn({
  drawn,
  mayJustify,
  done,
}: {
  readonly drawn: Drawn;
  readonly mayJustify: boolean;
  readonly done: () => void;
}): ReactNode {
  const { look, state, document, reason, remark } = drawn;
  return (
    <>
      {reason === null ? null : (
        <Chapter title={text.said}>
          <Facts
            facts={[
              [text.document, document],
              [text.reason, reason],
            ]}
          />
        </Chapter>
      )}
      {remark === null ? null : (
        <Chapter title={text.checked}>
          <p>{remark}</p>
        </Chapter>
      )}
      {state === "open" && mayJustify ? (
        <Chapter title={text.justify}>
          <Justify look={look} done={done} />
        </Chapter>
      ) : null}
      {state === "justified" ? (
        <Chapter title={text.confirm}>
          <Confirm look={look} done={done} />
        </Chapter>
      ) : null}
    </>
  );
}
