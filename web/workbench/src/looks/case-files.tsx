// Files of a case, in every room that shows one: handed in, opened, redacted, and let go by a second person.
import { Button } from "antd";
import type { components } from "@xinheng/contract/client";
import { useState } from "react";
import type { ReactNode } from "react";
import { addressOf, ask, get, post } from "../client/client.ts";
import type { Outcome } from "../client/problem.ts";
import { useResource } from "../client/resource.ts";
import { ConfirmAct } from "../ui/confirm-act.tsx";
import { ChoiceField, Field, TextField } from "../ui/field.tsx";
import { momentOf } from "../ui/moment.ts";
import { Chapter } from "../ui/page-head.tsx";
import { Read, When } from "../ui/read.tsx";
import { StatusMark } from "../ui/status-mark.tsx";
import type { Status } from "../ui/status-mark.tsx";
import { additionFault, findingsOf, sizeOf } from "./case-file.ts";
import { looksText } from "./text.ts";

type CaseFile = components["schemas"]["CaseFile"];
type CaseFilesAnswer = components["schemas"]["CaseFiles"];

const text = looksText.files;

interface Place {
  readonly owner: "lists" | "repair" | "objection";
  readonly case: string;
}

const markOf = ({ state, stateText }: CaseFile): Status =>
  state === "public"
    ? { shape: "sheet", word: stateText, tone: "lv" }
    : { shape: state === "non-public" ? "hollow" : "diamond", word: stateText, tone: "mo" };

async function send(place: Place, query: Record<string, string>, file: File | null): Promise<Outcome<Response>> {
  const address = addressOf("/api/v1/files/{owner}/{case}", { ...place }, query);
  return ask(address, { method: "POST", headers: { "content-type": "application/octet-stream" }, body: file });
}

interface AddProps {
  readonly place: Place;
  /** What may be handed in; null: a redacted version of `of`. */
  readonly adds: CaseFilesAnswer["adds"] | null;
  readonly of: CaseFile | null;
  readonly done: () => void;
  readonly close: () => void;
}

function Add({ place, adds, of, done, close }: AddProps): ReactNode {
  const [file, setFile] = useState<File | null>(null);
  const [kind, setKind] = useState(adds?.[0]?.kind ?? "evidence");
  const query: Record<string, string> = of === null ? { kind } : { redacts: of.file };
  return (
    <ConfirmAct
      title={of === null ? text.add : text.redactOf(of.title)}
      word={text.send}
      missing={additionFault(file)}
      act={() => send(place, query, file)}
      done={done}
      close={close}
    >
      <p>{of === null ? text.addSays : text.redactSays}</p>
      <When is={adds !== null}>
        <ChoiceField
          label={text.kind}
          required
          value={kind}
          onChange={(chosen) => setKind(adds?.find((one) => one.kind === chosen)?.kind ?? kind)}
          choices={(adds ?? []).map((one) => ({ value: one.kind, word: one.text }))}
        />
      </When>
      <Field label={text.file} hint={text.formats} required>
        {(wiring) => <input {...wiring} type="file" onChange={(event) => setFile(event.target.files?.[0] ?? null)} />}
      </Field>
    </ConfirmAct>
  );
}

function Confirm({ place, of, done, close }: Omit<AddProps, "adds" | "of"> & { readonly of: CaseFile }): ReactNode {
  const [reason, setReason] = useState("");
  const path = { ...place, file: of.file };
  const body = { reason: reason.trim() === "" ? null : reason.trim() };
  return (
    <ConfirmAct
      title={text.confirmOf(of.title)}
      word={text.confirm}
      missing={of.reasonNeeded && body.reason === null ? text.reasonMissing : undefined}
      act={() => post("/api/v1/files/{owner}/{case}/{file}/confirmation", { path, body })}
      done={done}
      close={close}
    >
      <p>{text.confirmSays}</p>
      <p>{[of.readingText, ...findingsOf(of)].join(text.join)}</p>
      <TextField label={text.reason} required={of.reasonNeeded} lines={3} value={reason} onChange={setReason} />
    </ConfirmAct>
  );
}

interface RowProps {
  readonly one: CaseFile;
  readonly place: Place;
  readonly redacts: boolean;
  readonly choose: (act: Act) => void;
}

function Row({ one, place, redacts, choose }: RowProps): ReactNode {
  const { title, file, size, attachedAt, readingText } = one;
  const told = [sizeOf(size), momentOf(attachedAt), readingText, ...findingsOf(one)];
  return (
    <li>
      <a href={addressOf("/api/v1/files/{owner}/{case}/{file}", { ...place, file })} download>
        {title}
      </a>{" "}
      <StatusMark {...markOf(one)} /> <span className="meta">{told.join(text.join)}</span>
      <div className="acts">
        {redacts && one.redacts === null ? (
          <Button size="small" onClick={() => choose({ kind: "redact", of: one })}>
            {text.redact}
          </Button>
        ) : null}
        {one.confirmable ? (
          <Button size="small" onClick={() => choose({ kind: "confirm", of: one })}>
            {text.confirm}
          </Button>
        ) : null}
      </div>
    </li>
  );
}

type Act = { readonly kind: "add" } | { readonly kind: "redact" | "confirm"; readonly of: CaseFile };

/** The chapter of a case's files. */
export function CaseFiles(place: Place): ReactNode {
  const [act, setAct] = useState<Act | null>(null);
  const { owner, case: id } = place;
  const resource = useResource(`files ${owner} ${id}`, (signal) =>
    get("/api/v1/files/{owner}/{case}", { path: { owner, case: id }, signal }),
  );
  const close = (): void => setAct(null);
  const common = { place: { owner, case: id }, close, done: () => (close(), resource.reload()) };
  return (
    <Chapter title={text.title} scope={text.scope}>
      <Read of={resource}>
        {({ items, adds, redacts }) => (
          <>
            {items.length === 0 ? <p>{text.none}</p> : null}
            <ul className="plain">
              {items.map((one) => (
                <Row key={one.file} one={one} place={common.place} redacts={redacts} choose={setAct} />
              ))}
            </ul>
            <When is={adds.length > 0}>
              <div className="acts">
                <Button onClick={() => setAct({ kind: "add" })}>{text.add}</Button>
              </div>
            </When>
            {act?.kind === "add" ? <Add {...common} adds={adds} of={null} /> : null}
            {act?.kind === "redact" ? <Add {...common} adds={null} of={act.of} /> : null}
            {act?.kind === "confirm" ? <Confirm {...common} of={act.of} /> : null}
          </>
        )}
      </Read>
    </Chapter>
  );
}
