// One record typed into a form that is built from the catalogue entry's fields.
import { Button } from "antd";
import { useMemo, useState } from "react";
import type { FormEvent, ReactNode } from "react";
import { useEntry } from "../../client/catalogue.ts";
import type { CatalogueEntry, CatalogueField } from "../../client/catalogue.ts";
import { post } from "../../client/client.ts";
import type { Answer, Operation } from "../../client/contract.ts";
import { useOwnEntries } from "../../client/own-entries.ts";
import type { Problem } from "../../client/problem.ts";
import type { RoomProps } from "../../room.ts";
import { useFilters } from "../../router/address.ts";
import { Link } from "../../router/link.tsx";
import { hrefOf } from "../../router/path.ts";
import { useDraft } from "../../ui/draft.ts";
import { ErrorState } from "../../ui/error-state.tsx";
import { ChoiceField, DayField, TextField } from "../../ui/field.tsx";
import { Loading } from "../../ui/loading.tsx";
import { Notice } from "../../ui/notice.tsx";
import { PageHead } from "../../ui/page-head.tsx";
import { faultsOf, recordOf } from "./fields.ts";
import type { Typed } from "./fields.ts";
import { entryText as text } from "./text.ts";

type Batch = Answer<Operation<"/api/v1/submissions", "post">>;

function hintOf(field: CatalogueField): string | undefined {
  if (field.personal) return text.personal;
  if (field.type === "decimal" && field.scale !== null) return text.scale(field.scale);
  return field.required === "conditional" ? text.conditional : undefined;
}

interface OneFieldProps {
  readonly field: CatalogueField;
  readonly value: string;
  readonly error: string | undefined;
  readonly onChange: (value: string) => void;
}

function OneField({ field, value, error, onChange }: OneFieldProps): ReactNode {
  const required = field.required === "always";
  const shared = { label: field.name, hint: hintOf(field), error, required, value, onChange };
  if (field.type === "date") return <DayField {...shared} />;
  if (field.type === "enum" && field.values !== null) {
    const choices = [{ value: "", word: text.choose }, ...field.values.map((word) => ({ value: word, word }))];
    return <ChoiceField {...shared} choices={choices} />;
  }
  return field.type === "text" ? <TextField {...shared} lines={3} /> : <TextField {...shared} />;
}

/** What became of it, by the counts of its batch of one. */
function resultWord(batch: Batch): string {
  if (batch.accepted > 0) return text.accepted;
  if (batch.duplicates > 0) return text.duplicate;
  return batch.quarantined > 0 ? text.questioned : text.sentBack;
}

function Result({ batch }: { readonly batch: Batch }): ReactNode {
  return (
    <Notice live>
      <p>
        {resultWord(batch)} <Link href={hrefOf(`/batches/${batch.batch}`)}>{text.open}</Link>
      </p>
      {batch.issues.map(({ code, field, message }) => (
        <p key={`${code}:${field ?? ""}`}>{message}</p>
      ))}
    </Notice>
  );
}

function readTyped(draft: string): Typed {
  try {
    return JSON.parse(draft === "" ? "{}" : draft) as Typed;
  } catch {
    return {};
  }
}

/** Faults of the server by field, so that each stands beside its field. */
function serverFaults(entry: CatalogueEntry, batch: Batch | null): ReadonlyMap<string, string> {
  const ids = new Map(entry.fields.map(({ id, name }) => [name, id]));
  return new Map(
    (batch?.issues ?? []).flatMap(({ field, message }) => [[ids.get(field ?? "") ?? "", message] as const]),
  );
}

/** What is the same in every record of a unit; it can be overwritten. */
function startOf({ name, uscc }: Organisation): Typed {
  return { authority: name, authorityCode: uscc, sourceUnit: name, sourceUnitCode: uscc };
}

type Organisation = RoomProps["session"]["organisation"];

interface EntryFormProps {
  readonly entry: CatalogueEntry;
  readonly organisation: Organisation;
}

function EntryForm({ entry, organisation }: EntryFormProps): ReactNode {
  const [draft, setDraft] = useDraft(`entry:${entry.id}`);
  const [asked, setAsked] = useState(false);
  const [batch, setBatch] = useState<Batch | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  const typed = useMemo(() => (draft === "" ? startOf(organisation) : readTyped(draft)), [draft, organisation]);
  const own = faultsOf(entry.fields, typed);
  const faults = asked && own.size > 0 ? own : serverFaults(entry, batch);
  const send = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    setAsked(true);
    setBatch(null);
    if (own.size > 0) return;
    const query = { provider: organisation.uscc, entry: entry.id };
    const sent = await post("/api/v1/submissions", { query, body: recordOf(entry.fields, typed) });
    setProblem(sent.ok ? null : sent.problem);
    if (!sent.ok) return;
    setBatch(sent.value);
    if (sent.value.accepted + sent.value.duplicates > 0) {
      setDraft("");
      setAsked(false);
    }
  };
  const put = (id: string, value: string): void => setDraft(JSON.stringify({ ...typed, [id]: value }));
  const one = (field: CatalogueField): ReactNode => (
    <OneField
      key={field.id}
      field={field}
      value={typed[field.id] ?? ""}
      error={faults.get(field.id)}
      onChange={(value) => put(field.id, value)}
    />
  );
  const needed = entry.fields.filter(({ required }) => required !== "optional");
  return (
    <form onSubmit={(event) => void send(event)} noValidate>
      {asked && own.size > 0 ? <Notice live>{text.faults(own.size)}</Notice> : null}
      {batch === null ? null : <Result batch={batch} />}
      {problem === null ? null : <ErrorState problem={problem} />}
      <div className="columns">{needed.map(one)}</div>
      <details>
        <summary>{text.optionalFields}</summary>
        <div className="columns">{entry.fields.filter(({ required }) => required === "optional").map(one)}</div>
      </details>
      <p className="meta">{text.keep}</p>
      <p className="acts">
        <Button type="primary" htmlType="submit">
          {text.send}
        </Button>
        <Button onClick={() => setDraft("")}>{text.clear}</Button>
      </p>
    </form>
  );
}

export function Room({ session }: RoomProps): ReactNode {
  const own = useOwnEntries(session.organisation.uscc);
  const [{ entry = "" }, set] = useFilters();
  const read = useEntry(entry);
  const choices = (own.value ?? []).map(({ id, name }) => ({ value: id, word: name }));
  return (
    <>
      <PageHead title={text.title} meta={[session.organisation.name]} />
      <p className="meta">{text.lead}</p>
      <ChoiceField
        label={text.entry}
        value={entry}
        onChange={(next) => set({ entry: next })}
        choices={[{ value: "", word: text.choose }, ...choices]}
      />
      {read.problem === null ? null : <ErrorState problem={read.problem} again={read.reload} />}
      {entry !== "" && read.loading ? <Loading /> : null}
      {read.value === null ? null : (
        <EntryForm key={read.value.id} entry={read.value} organisation={session.organisation} />
      )}
    </>
  );
}
