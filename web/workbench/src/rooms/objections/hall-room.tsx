// At a counter: an objection that is handed in on paper, for whoever has no account of its own.
import { Button } from "antd";
import { useState } from "react";
import type { ReactNode } from "react";
import { get, post } from "../../client/client.ts";
import type { Answer, Operation } from "../../client/contract.ts";
import type { Problem } from "../../client/problem.ts";
import { useResource } from "../../client/resource.ts";
import { judgeCode } from "../../looks/code-list.ts";
import "../../looks/looks.css";
import { ChoiceField, TextField } from "../../ui/field.tsx";
import { Notice } from "../../ui/notice.tsx";
import { Chapter, PageHead } from "../../ui/page-head.tsx";
import { ProofField } from "../../ui/proof-fields.tsx";
import { isProof, noProof } from "../../ui/proof.ts";
import { Refused } from "../../ui/read.tsx";
import { FilingForm } from "./filing.tsx";
import type { Target } from "./filing.tsx";
import { objectionsText } from "./text.ts";

const text = objectionsText.hall;
const LOOK = /^[0-9a-f]{32}$/u;

type Shown = Answer<Operation<"/api/v1/subjects/{uscc}/records", "get">>["items"][number];

interface Subject {
  readonly uscc: string;
  /** What everybody may read about it; what is not public is disputed by its number. */
  readonly records: readonly Shown[];
}

async function recordsOf(uscc: string): Promise<Subject | Problem> {
  const records: Shown[] = [];
  let cursor: string | null = null;
  do {
    const page: Awaited<ReturnType<typeof readPage>> = await readPage(uscc, cursor);
    if (!page.ok) return page.problem;
    records.push(...page.value.items);
    cursor = page.value.next;
  } while (cursor !== null);
  return { uscc, records };
}

const readPage = (uscc: string, cursor: string | null) =>
  get("/api/v1/subjects/{uscc}/records", { path: { uscc }, query: cursor === null ? {} : { cursor } });

interface FindingProps {
  readonly found: (subject: Subject | null) => void;
}

function Finding({ found }: FindingProps): ReactNode {
  const [uscc, setUscc] = useState("");
  const [tried, setTried] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const isSound = judgeCode(uscc) === "sound";
  const find = async (): Promise<void> => {
    setTried(true);
    if (!isSound) return;
    const read = await recordsOf(uscc);
    setProblem("records" in read ? null : read);
    found("records" in read ? read : null);
  };
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        void find();
      }}
    >
      <TextField
        label={text.subject}
        error={tried && !isSound ? text.unsound : undefined}
        value={uscc}
        onChange={(code) => {
          setUscc(code.trim().toUpperCase());
          found(null);
        }}
        required
      />
      <Button htmlType="submit">{text.find}</Button>
      <Refused problem={problem} />
    </form>
  );
}

interface ChosenProps {
  readonly subject: Subject;
  readonly chosen: Chosen;
  readonly set: (chosen: Chosen) => void;
}

interface Chosen {
  readonly kind: Target["kind"];
  readonly record: string;
  readonly look: string;
  readonly measure: string;
}
const nothing: Chosen = { kind: "record", record: "", look: "", measure: "" };

function targetOf({ kind, record, look, measure }: Chosen): Target | null {
  if (kind === "record") return record === "" ? null : { kind, record };
  if (!LOOK.test(look)) return null;
  if (kind === "look") return { kind, look };
  return measure === "" ? null : { kind, look, measure };
}

/** A record of the public page, or what the subject was told about a look: its number, and the measure taken after it. */
function ChosenFields({ subject, chosen, set }: ChosenProps): ReactNode {
  const kinds = (["record", "look", "measure"] as const).map((value) => ({ value, word: text.kinds[value] }));
  const records = subject.records.map(({ id, documentNo, entryName }) => ({
    value: id,
    word: text.record(entryName, documentNo ?? id),
  }));
  return (
    <Chapter title={objectionsText.file.matter} scope={text.matterSays}>
      <ChoiceField
        label={text.kind}
        value={chosen.kind}
        choices={kinds}
        onChange={(kind) => set({ ...chosen, kind: kind as Chosen["kind"] })}
      />
      {chosen.kind === "record" ? (
        <ChoiceField
          label={text.which}
          value={chosen.record}
          choices={[{ value: "", word: objectionsText.file.choose }, ...records]}
          onChange={(record) => set({ ...chosen, record })}
          required
        />
      ) : (
        <TextField
          label={objectionsText.one.lookId}
          hint={text.lookHint}
          value={chosen.look}
          onChange={(look) => set({ ...chosen, look: look.trim().toLowerCase() })}
          required
        />
      )}
      {chosen.kind === "measure" ? <MeasureField chosen={chosen} set={set} /> : null}
    </Chapter>
  );
}

function MeasureField({ chosen, set }: Pick<ChosenProps, "chosen" | "set">): ReactNode {
  const registry = useResource("measures", (signal) => get("/api/v1/measures", { signal }));
  const all = (registry.value?.measures ?? []).map(({ id, name }) => ({ value: id, word: name }));
  return (
    <ChoiceField
      label={objectionsText.one.measure}
      value={chosen.measure}
      choices={[{ value: "", word: objectionsText.file.choose }, ...all]}
      onChange={(measure) => set({ ...chosen, measure })}
      required
    />
  );
}

function Filing({
  subject,
  filed,
}: {
  readonly subject: Subject;
  readonly filed: (objection: string) => void;
}): ReactNode {
  const [chosen, setChosen] = useState(nothing);
  const [paper, setPaper] = useState(noProof);
  const target = targetOf(chosen);
  const record = subject.records.find(({ id }) => id === chosen.record) ?? null;
  return (
    <>
      <ChosenFields subject={subject} chosen={chosen} set={setChosen} />
      <Chapter title={text.paper} scope={text.paperSays}>
        <ProofField label={text.paper} proof={paper} set={setPaper} />
      </Chapter>
      {target === null ? null : (
        <FilingForm
          key={JSON.stringify(target)}
          target={target}
          record={target.kind === "record" ? record : null}
          sends={{
            lack: isProof(paper) ? undefined : text.lackPaper,
            send: (filing) => post("/api/v1/objections", { body: { ...filing, subject: subject.uscc, paper } }),
            sent: filed,
          }}
        />
      )}
    </>
  );
}

export function Room(): ReactNode {
  const [subject, setSubject] = useState<Subject | null>(null);
  const [filed, setFiled] = useState<string | null>(null);
  const again = (): void => {
    setFiled(null);
    setSubject(null);
  };
  return (
    <>
      <PageHead title={text.title} />
      <p className="meta">{text.says}</p>
      {filed === null ? (
        <>
          <Finding found={setSubject} />
          {subject === null ? null : <Filing key={subject.uscc} subject={subject} filed={setFiled} />}
        </>
      ) : (
        <>
          <Notice live>
            {text.done} <code>{filed}</code>
          </Notice>
          <p className="acts">
            <Button onClick={again}>{text.another}</Button>
          </p>
        </>
      )}
    </>
  );
}
