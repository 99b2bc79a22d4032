import { Button } from "antd";
import { useState } from "react";
import type { ReactNode } from "react";
import { post } from "../../client/client.ts";
import type { Problem } from "../../client/problem.ts";
import { judgeCode } from "../../looks/code-list.ts";
import { ConfirmAct } from "../../ui/confirm-act.tsx";
import { DayField, TextField } from "../../ui/field.tsx";
import { Notice } from "../../ui/notice.tsx";
import { Chapter } from "../../ui/page-head.tsx";
import { hallText } from "./text.ts";
import { Form, Missing } from "../../looks/parts.tsx";
import { Refused } from "../../ui/read.tsx";

const text = hallText.mandate;
const SCOPES = ["own-record", "authorisation"] as const;
type MandateScope = (typeof SCOPES)[number];

interface MandateForm {
  readonly person: string;
  readonly enterprise: string;
  readonly scope: readonly MandateScope[];
  readonly from: string;
  readonly until: string;
  readonly representative: string;
}

const empty: MandateForm = { person: "", enterprise: "", scope: [], from: "", until: "", representative: "" };

function isWhole({ person, enterprise, scope, from, until, representative }: MandateForm): boolean {
  const isFilled = [person, from, until, representative].every((one) => one.trim() !== "");
  return isFilled && scope.length > 0 && judgeCode(enterprise) === "sound";
}

function ScopeFields({
  scope,
  change,
}: {
  readonly scope: readonly MandateScope[];
  readonly change: (scope: readonly MandateScope[]) => void;
}): ReactNode {
  return (
    <fieldset>
      <legend>{text.scope}</legend>
      <div className="checks">
        {SCOPES.map((one) => (
          <label key={one}>
            <input
              type="checkbox"
              checked={scope.includes(one)}
              onChange={() => change(scope.includes(one) ? scope.filter((other) => other !== one) : [...scope, one])}
            />
            {text.scopes[one]}
          </label>
        ))}
      </div>
    </fieldset>
  );
}

interface FieldsProps {
  readonly form: MandateForm;
  readonly set: (change: Partial<MandateForm>) => void;
}

function MandateFields({ form, set }: FieldsProps): ReactNode {
  return (
    <>
      <TextField
        label={text.enterprise}
        required
        value={form.enterprise}
        onChange={(code) => set({ enterprise: code.trim().toUpperCase() })}
      />
      <TextField
        label={text.person}
        hint={text.personHint}
        required
        value={form.person}
        onChange={(person) => set({ person })}
      />
      <ScopeFields scope={form.scope} change={(scope) => set({ scope })} />
      <div className="two">
        <DayField label={text.from} required value={form.from} onChange={(from) => set({ from })} />
        <DayField
          label={text.until}
          hint={text.untilHint}
          required
          value={form.until}
          onChange={(until) => set({ until })}
        />
      </div>
      <TextField
        label={text.representative}
        hint={text.representativeHint}
        required
        value={form.representative}
        onChange={(representative) => set({ representative })}
      />
    </>
  );
}

/** Registers what an agent may do for an enterprise. */
export function Mandate(): ReactNode {
  const [form, setForm] = useState(empty);
  const [tried, setTried] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [made, setMade] = useState<string | null>(null);
  const submit = async (): Promise<void> => {
    setTried(true);
    setProblem(null);
    setMade(null);
    if (!isWhole(form)) return;
    const sent = await post("/api/v1/mandates", {
      body: { ...form, person: form.person.trim(), scope: [...form.scope] },
    });
    if (!sent.ok) return setProblem(sent.problem);
    setMade(sent.value.mandate);
    setForm(empty);
    setTried(false);
  };
  return (
    <Chapter title={text.word} scope={text.says}>
      <Form submit={() => void submit()}>
        <MandateFields form={form} set={(change) => setForm({ ...form, ...change })} />
        <Missing is={tried && !isWhole(form)} says={hallText.needed} />
        <div className="acts">
          <Button type="primary" htmlType="submit">
            {text.word}
          </Button>
        </div>
      </Form>
      <Refused problem={problem} />
      {made === null ? null : <Notice live>{text.done(made)}</Notice>}
    </Chapter>
  );
}

export function MandateEnd(): ReactNode {
  const [number, setNumber] = useState("");
  const [reason, setReason] = useState("");
  const [tried, setTried] = useState(false);
  const [open, setOpen] = useState(false);
  const [done, setDone] = useState(false);
  const mandate = number.trim();
  const lacks = mandate === "" || reason.trim() === "";
  return (
    <Chapter title={text.end} scope={text.endSays}>
      <Form
        submit={() => {
          setTried(true);
          setDone(false);
          setOpen(!lacks);
        }}
      >
        <TextField label={text.number} required value={number} onChange={setNumber} />
        <TextField label={text.reason} required lines={2} value={reason} onChange={setReason} />
        <Missing is={tried && lacks} says={hallText.needed} />
        <div className="acts">
          <Button type="primary" htmlType="submit">
            {text.end}
          </Button>
        </div>
      </Form>
      {done ? <Notice live>{text.ended}</Notice> : null}
      {open ? (
        <ConfirmAct
          title={text.end}
          word={text.end}
          act={() => post("/api/v1/mandates/{mandate}/end", { path: { mandate }, body: { reason } })}
          done={() => {
            setOpen(false);
            setDone(true);
          }}
          close={() => setOpen(false)}
        >
          <p>{text.endSays}</p>
        </ConfirmAct>
      ) : null}
    </Chapter>
  );
}
