// Opening a case: one list, one ground, one code, facts and evidence.
import { Button } from "antd";
import { useState } from "react";
import type { ReactNode } from "react";
import { get, post } from "../../client/client.ts";
import type { Answer, Operation } from "../../client/contract.ts";
import { useResource } from "../../client/resource.ts";
import "../../looks/looks.css";
import { Form, Missing } from "../../looks/parts.tsx";
import { navigate } from "../../router/address.ts";
import { hrefOf } from "../../router/path.ts";
import { ConfirmAct } from "../../ui/confirm-act.tsx";
import { useDraft } from "../../ui/draft.ts";
import { EmptyState } from "../../ui/empty-state.tsx";
import { ChoiceField, TextField } from "../../ui/field.tsx";
import { PageHead } from "../../ui/page-head.tsx";
import { Read } from "../../ui/read.tsx";
import { noProof } from "../../ui/proof.ts";
import { openingFault } from "./case.ts";
import type { OpeningForm } from "./case.ts";
import "./cases.css";
import { ProofFields } from "../../ui/proof-fields.tsx";
import { casesText } from "./text.ts";

const text = casesText.fresh;
type Lists = Answer<Operation<"/api/v1/cases", "get">>["lists"];
interface Parts {
  readonly form: OpeningForm;
  readonly set: (change: Partial<OpeningForm>) => void;
}

const QUERY_MIN = 2;

/** A name yields candidates whose code is taken by hand: it is the code that is listed. */
function Candidates({ name, take }: { readonly name: string; readonly take: (code: string) => void }): ReactNode {
  const found = useResource(`candidates ${name}`, (signal) => get("/api/v1/subjects", { query: { q: name }, signal }));
  return (
    <Read of={found}>
      {({ items }) => (
        <section className="case-candidates" aria-label={text.candidates}>
          {items.length === 0 ? <p>{text.noCandidates}</p> : null}
          <ul>
            {items.map((one) => (
              <li key={one.uscc}>
                {one.name} <code>{one.uscc}</code>{" "}
                <Button size="small" onClick={() => take(one.uscc)}>
                  {text.take(one.name ?? one.uscc)}
                </Button>
              </li>
            ))}
          </ul>
        </section>
      )}
    </Read>
  );
}

function SubjectField({ form, set }: Parts): ReactNode {
  const [name, setName] = useState("");
  const typed = form.subject.trim();
  return (
    <>
      <TextField
        label={text.subject}
        hint={text.subjectHint}
        required
        value={form.subject}
        onChange={(subject) => set({ subject })}
      />
      <div className="acts">
        <Button onClick={() => setName(typed.length < QUERY_MIN ? "" : typed)}>{text.find}</Button>
      </div>
      {name === "" ? null : (
        <Candidates
          name={name}
          take={(subject) => {
            setName("");
            set({ subject });
          }}
        />
      )}
    </>
  );
}

function RuleFields({ form, set, lists }: Parts & { readonly lists: Lists }): ReactNode {
  const grounds = lists.find(({ list }) => list === form.list)?.grounds ?? [];
  const none = { value: "", word: text.choose };
  return (
    <>
      <ChoiceField
        label={text.list}
        required
        value={form.list}
        onChange={(list) => set({ list, ground: "" })}
        choices={[none, ...lists.map(({ list, name }) => ({ value: list, word: name }))]}
      />
      <ChoiceField
        label={text.ground}
        hint={grounds.find(({ ground }) => ground === form.ground)?.threshold}
        required
        value={form.ground}
        onChange={(ground) => set({ ground })}
        choices={[none, ...grounds.map(({ ground, name }) => ({ value: ground, word: name }))]}
      />
    </>
  );
}

function Opening({ lists }: { readonly lists: Lists }): ReactNode {
  const [facts, setFacts] = useDraft("/cases/new facts");
  const [rest, setRest] = useState({ list: "", ground: "", subject: "", evidence: [noProof] });
  const [tried, setTried] = useState(false);
  const [sure, setSure] = useState(false);
  const form: OpeningForm = { ...rest, facts };
  const set = ({ facts: said, evidence, ...others }: Partial<OpeningForm>): void => {
    if (said !== undefined) setFacts(said);
    setRest((now) => ({ ...now, ...others, evidence: evidence === undefined ? now.evidence : [...evidence] }));
  };
  const fault = openingFault(form);
  const subject = form.subject.trim().toUpperCase();
  const body = {
    subject,
    ground: form.ground,
    facts: facts.trim(),
    evidence: [...form.evidence],
    naturalPersons: 0,
  };
  const submit = (): void => {
    setTried(true);
    setSure(fault === undefined);
  };
  return (
    <Form submit={submit}>
      <RuleFields form={form} set={set} lists={lists} />
      <SubjectField form={form} set={set} />
      <TextField label={text.facts} required lines={5} value={facts} onChange={setFacts} />
      <ProofFields label={text.evidence} proofs={form.evidence} set={(evidence) => set({ evidence })} />
      <Missing is={tried && fault !== undefined} says={fault ?? ""} />
      <div className="acts">
        <Button type="primary" htmlType="submit">
          {text.word}
        </Button>
      </div>
      {sure ? (
        <ConfirmAct
          title={text.confirm}
          word={text.word}
          act={() => post("/api/v1/lists/{list}/cases", { path: { list: form.list }, body })}
          done={(made) => {
            setFacts("");
            navigate(hrefOf(`/cases/${made.list}/${made.case}`));
          }}
          close={() => setSure(false)}
        >
          <p>{text.says(subject, lists.find(({ list }) => list === form.list)?.name ?? form.list)}</p>
        </ConfirmAct>
      ) : null}
    </Form>
  );
}

export function Room(): ReactNode {
  const work = useResource("case-lists", (signal) => get("/api/v1/cases", { signal }));
  return (
    <>
      <PageHead title={text.title} crumbs={[{ href: hrefOf("/cases"), word: casesText.crumb }]} />
      <p className="lead">{text.lead}</p>
      <Read of={work}>
        {({ lists }) => (lists.length === 0 ? <EmptyState {...text.noLists} /> : <Opening lists={lists} />)}
      </Read>
    </>
  );
}
