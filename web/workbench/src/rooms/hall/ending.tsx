import { Button } from "antd";
import { useState } from "react";
import type { ReactNode } from "react";
import { post } from "../../client/client.ts";
import { ConfirmAct } from "../../ui/confirm-act.tsx";
import { TextField } from "../../ui/field.tsx";
import { Notice } from "../../ui/notice.tsx";
import { Chapter } from "../../ui/page-head.tsx";
import { noPaper, paperOf } from "./paper.ts";
import type { HallPaper } from "./paper.ts";
import { PaperFields } from "./paper-fields.tsx";
import { hallText } from "./text.ts";
import { Form, Missing } from "../../looks/parts.tsx";

const text = hallText.ending;
const AUTHORISATION = /^[0-9a-f]{32}$/u;

interface AskingProps {
  readonly authorisation: string;
  readonly hall: HallPaper;
  readonly settle: (isDone: boolean) => void;
}

function Asking({ authorisation, hall, settle }: AskingProps): ReactNode {
  const path = { authorisation };
  return (
    <ConfirmAct
      title={text.title}
      word={text.word}
      act={() => post("/api/v1/authorisations/{authorisation}/revocation", { path, body: { hall } })}
      done={() => settle(true)}
      close={() => settle(false)}
    >
      <p>{text.says}</p>
    </ConfirmAct>
  );
}

/** Revokes an authorisation on the subject's paper. */
export function Ending(): ReactNode {
  const [form, setForm] = useState(noPaper);
  const [number, setNumber] = useState("");
  const [tried, setTried] = useState(false);
  const [asking, setAsking] = useState<HallPaper | null>(null);
  const [done, setDone] = useState(false);
  const authorisation = number.trim().toLowerCase();
  const paper = AUTHORISATION.test(authorisation) ? paperOf(form) : null;
  return (
    <Chapter title={text.title} scope={hallText.paperSays}>
      <Form
        submit={() => {
          setTried(true);
          setDone(false);
          setAsking(paper);
        }}
      >
        <TextField label={text.number} hint={text.numberHint} required value={number} onChange={setNumber} />
        <TextField
          label={hallText.subject}
          required
          value={form.subject}
          onChange={(subject) => setForm({ ...form, subject })}
        />
        <PaperFields form={form} change={setForm} />
        <Missing is={tried && paper === null} says={hallText.needed} />
        <div className="acts">
          <Button type="primary" htmlType="submit">
            {text.word}
          </Button>
        </div>
      </Form>
      {done ? <Notice live>{text.done}</Notice> : null}
      {asking === null ? null : (
        <Asking
          authorisation={authorisation}
          hall={asking}
          settle={(isDone) => {
            setAsking(null);
            setDone(isDone);
          }}
        />
      )}
    </Chapter>
  );
}
