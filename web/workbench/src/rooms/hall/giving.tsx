import { Button } from "antd";
import { useState } from "react";
import type { ReactNode } from "react";
import { judgeCode } from "../../looks/code-list.ts";
import { useDrafting } from "../../looks/drafting.ts";
import { DraftButton, TermsForm } from "../../looks/terms-form.tsx";
import { useTerms } from "../../looks/use-terms.ts";
import { looksText } from "../../looks/text.ts";
import { Wording } from "../../looks/wording.tsx";
import { TextField } from "../../ui/field.tsx";
import { Notice } from "../../ui/notice.tsx";
import { Chapter } from "../../ui/page-head.tsx";
import { noPaper, paperOf } from "./paper.ts";
import type { HallPaper } from "./paper.ts";
import { PaperFields } from "./paper-fields.tsx";
import { hallText as text } from "./text.ts";
import { Form, Missing } from "../../looks/parts.tsx";
import { Refused } from "../../ui/read.tsx";

const words = looksText.terms;

interface PaperProps {
  readonly subject: string;
  readonly busy: boolean;
  readonly register: (hall: HallPaper) => void;
}

/** The wording is printed, signed and filed; then it is registered by the paper. */
function Paper({ subject, busy, register }: PaperProps): ReactNode {
  const [form, setForm] = useState(noPaper);
  const [tried, setTried] = useState(false);
  const paper = paperOf({ ...form, subject });
  return (
    <form
      className="form no-print"
      onSubmit={(event) => {
        event.preventDefault();
        setTried(true);
        if (paper !== null && !busy) register(paper);
      }}
    >
      <h3>{text.paper}</h3>
      <p className="meta">{text.paperSays}</p>
      <p>
        <Button onClick={() => print()}>{text.print}</Button>
      </p>
      <PaperFields form={form} change={setForm} />
      <Missing is={tried && paper === null} says={text.needed} />
      <div className="acts">
        <Button type="primary" htmlType="submit" disabled={busy}>
          {text.register}
        </Button>
      </div>
    </form>
  );
}

/** Registers an authorisation that a subject signed on paper. */
export function Giving(): ReactNode {
  const drafting = useDrafting();
  const { drafted, problem, busy, drop } = drafting;
  const form = useTerms(drop);
  const [subject, setSubject] = useState("");
  const [given, setGiven] = useState<string | null>(null);
  const isSound = judgeCode(subject) === "sound";
  const register = async (hall: HallPaper): Promise<void> => {
    const made = await drafting.give(hall);
    if (made === null) return;
    setGiven(made.authorisation);
    drop();
  };
  const submit = (): void => {
    form.attempt();
    setGiven(null);
    if (isSound && form.isWhole) void drafting.draft(form.terms, subject);
  };
  return (
    <>
      <Chapter title={words.title} scope={words.scope}>
        <Form submit={submit}>
          <TextField
            label={text.subject}
            error={form.tried && !isSound ? words.faults.grantee : undefined}
            required
            value={subject}
            onChange={(code) => {
              drop();
              setSubject(code.trim().toUpperCase());
            }}
          />
          <TermsForm {...form} />
          <DraftButton busy={busy} />
        </Form>
      </Chapter>
      {drafted === null ? null : (
        <Wording drafted={drafted}>
          <Paper subject={subject} busy={busy} register={(hall) => void register(hall)} />
        </Wording>
      )}
      <Refused problem={problem} />
      {given === null ? null : <Notice live>{text.registered(given)}</Notice>}
    </>
  );
}
