// An objection to one record or one look: why, what should stand there, and what proves it.
import { Button } from "antd";
import { useState } from "react";
import type { ReactNode } from "react";
import { get, post } from "../../client/client.ts";
import { useResource } from "../../client/resource.ts";
import type { SharedRecord } from "../../looks/answer.ts";
import { useFieldNames } from "../../looks/field-names.ts";
import { findOwnRecord } from "../../looks/own-record.ts";
import { RecordRow } from "../../looks/record.tsx";
import "../../looks/looks.css";
import { navigate, useFilters } from "../../router/address.ts";
import { hrefOf } from "../../router/path.ts";
import { ConfirmAct } from "../../ui/confirm-act.tsx";
import { useDraft } from "../../ui/draft.ts";
import { EmptyState } from "../../ui/empty-state.tsx";
import { ChoiceField, TextField } from "../../ui/field.tsx";
import { Chapter, PageHead } from "../../ui/page-head.tsx";
import { ProofFields } from "../../ui/proof-fields.tsx";
import { isProof, noProof } from "../../ui/proof.ts";
import type { Proof } from "../../ui/proof.ts";
import { Read } from "../../ui/read.tsx";
import { objectionsText } from "./text.ts";

const text = objectionsText.file;

type Target = { readonly kind: "record"; readonly record: string } | { readonly kind: "look"; readonly look: string };

interface Written {
  readonly ground: string;
  readonly claim: string;
  readonly should: Readonly<Record<string, string>>;
  readonly evidence: readonly Proof[];
}

function lackOf({ ground, claim }: Written): string | undefined {
  if (ground === "") return text.lackGround;
  return claim.trim() === "" ? text.lackClaim : undefined;
}

function bodyOf(target: Target, { ground, claim, should, evidence }: Written) {
  const fields = Object.entries(should)
    .filter(([, value]) => value.trim() !== "")
    .map(([field, value]) => ({ field, should: value.trim() }));
  return { target, ground, claim: claim.trim(), fields, evidence: evidence.filter(isProof) };
}

interface SendingProps {
  readonly target: Target;
  readonly written: Written;
  readonly sent: () => void;
}

function Sending({ target, written, sent }: SendingProps): ReactNode {
  const [open, setOpen] = useState(false);
  return (
    <>
      <p className="acts">
        <Button type="primary" onClick={() => setOpen(true)}>
          {text.send}
        </Button>
      </p>
      {open ? (
        <ConfirmAct
          title={text.title}
          word={text.send}
          missing={lackOf(written)}
          act={() => post("/api/v1/own/objections", { body: bodyOf(target, written) })}
          done={({ objection }) => {
            sent();
            navigate(hrefOf(`/own/objections/${objection}`));
          }}
          close={() => setOpen(false)}
        >
          <p>{text.sendSays}</p>
        </ConfirmAct>
      ) : null}
    </>
  );
}

interface ShouldProps {
  readonly record: SharedRecord;
  readonly should: Written["should"];
  readonly set: (should: Written["should"]) => void;
}

const asText = (value: SharedRecord["fields"][string] | undefined): string =>
  value === null || value === undefined ? text.empty : [value].flat().join(" ");

/** Each field that the record shows, and what should stand there. */
function Should({ record, should, set }: ShouldProps): ReactNode {
  const names = useFieldNames([record.entry]);
  return (
    <Chapter title={text.fields} scope={text.fieldsSays}>
      <div className="columns">
        {Object.entries(record.fields).map(([field, value]) => (
          <TextField
            key={field}
            label={text.should(names.get(record.entry)?.get(field) ?? field)}
            hint={text.says(asText(value))}
            value={should[field] ?? ""}
            onChange={(to) => set({ ...should, [field]: to })}
          />
        ))}
      </div>
    </Chapter>
  );
}

function Form({ target, record }: { readonly target: Target; readonly record: SharedRecord | null }): ReactNode {
  const key = target.kind === "record" ? target.record : target.look;
  const [ground, setGround] = useState("");
  const [claim, setClaim] = useDraft(`objection-new:${key}`);
  const [should, setShould] = useState<Written["should"]>({});
  const [evidence, setEvidence] = useState<readonly Proof[]>([noProof]);
  const rules = useResource("objection-rules", (signal) => get("/api/v1/objections/rules", { signal }));
  const grounds = (rules.value?.grounds ?? [])
    .filter(({ targets }) => targets.includes(target.kind))
    .map(({ ground: value, name }) => ({ value, word: name }));
  return (
    <>
      <ChoiceField
        label={text.ground}
        value={ground}
        onChange={setGround}
        choices={[{ value: "", word: text.choose }, ...grounds]}
        required
      />
      <TextField label={text.claim} hint={text.claimHint} value={claim} onChange={setClaim} lines={4} required />
      {record === null ? null : <Should record={record} should={should} set={setShould} />}
      <Chapter title={text.evidence} scope={text.evidenceSays}>
        <ProofFields label={text.evidence} proofs={evidence} set={setEvidence} />
      </Chapter>
      <Sending target={target} written={{ ground, claim, should, evidence }} sent={() => setClaim("")} />
    </>
  );
}

function OfRecord({ id }: { readonly id: string }): ReactNode {
  const resource = useResource(`own-record ${id}`, (signal) => findOwnRecord(id, signal));
  const { title, scope, next } = text.gone;
  return (
    <Read of={resource}>
      {({ record }) =>
        record === null ? (
          <EmptyState title={title} scope={scope} next={{ href: hrefOf("/own/records"), word: next }} />
        ) : (
          <>
            <Disputed record={record} />
            <Form target={{ kind: "record", record: id }} record={record} />
          </>
        )
      }
    </Read>
  );
}

function Disputed({ record }: { readonly record: SharedRecord }): ReactNode {
  const names = useFieldNames([record.entry]);
  return (
    <Chapter title={text.matter}>
      <RecordRow record={record} names={names} />
    </Chapter>
  );
}

export function Room(): ReactNode {
  const [{ record, look }] = useFilters();
  const { title, scope, next } = text.gone;
  return (
    <>
      <PageHead title={text.title} crumbs={[{ href: hrefOf("/own/objections"), word: text.crumb }]} />
      {record === undefined ? null : <OfRecord id={record} />}
      {record === undefined && look !== undefined ? (
        <>
          <p>
            {text.look} <code>{look}</code>
          </p>
          <Form target={{ kind: "look", look }} record={null} />
        </>
      ) : null}
      {record === undefined && look === undefined ? (
        <EmptyState title={title} scope={scope} next={{ href: hrefOf("/own/records"), word: next }} />
      ) : null}
    </>
  );
}
