// What an objection says: the ground, what should stand there instead, and what proves it.
import { Button } from "antd";
import { useState } from "react";
import type { ReactNode } from "react";
import { get } from "../../client/client.ts";
import type { Body, Operation } from "../../client/contract.ts";
import type { Outcome } from "../../client/problem.ts";
import { useResource } from "../../client/resource.ts";
import type { SharedRecord } from "../../looks/answer.ts";
import { useFieldNames } from "../../looks/field-names.ts";
import { ConfirmAct } from "../../ui/confirm-act.tsx";
import { useDraft } from "../../ui/draft.ts";
import { ChoiceField, TextField } from "../../ui/field.tsx";
import { Chapter } from "../../ui/page-head.tsx";
import { ProofFields } from "../../ui/proof-fields.tsx";
import { isProof, noProof } from "../../ui/proof.ts";
import type { Proof } from "../../ui/proof.ts";
import { objectionsText } from "./text.ts";

const text = objectionsText.file;

/** What is filed, whoever files it. */
export type Filing = Body<Operation<"/api/v1/own/objections", "post">>;
export type Target = Filing["target"];
/** As much of a record as can be said to be wrong. */
export type Disputed = Pick<SharedRecord, "entry" | "fields">;

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

function bodyOf(target: Target, { ground, claim, should, evidence }: Written): Filing {
  const fields = Object.entries(should)
    .filter(([, value]) => value.trim() !== "")
    .map(([field, value]) => ({ field, should: value.trim() }));
  return { target, ground, claim: claim.trim(), fields, evidence: evidence.filter(isProof) };
}

/** How it is sent, and where that leads. */
export interface Sends {
  readonly send: (filing: Filing) => Promise<Outcome<{ readonly objection: string }>>;
  readonly sent: (objection: string) => void;
  /** What is still needed besides what an objection itself says. */
  readonly lack?: string | undefined;
}

function Sending({
  filing,
  lack,
  sends,
}: {
  readonly filing: Filing;
  readonly lack: string | undefined;
  readonly sends: Sends;
}): ReactNode {
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
          missing={sends.lack ?? lack}
          act={() => sends.send(filing)}
          done={({ objection }) => sends.sent(objection)}
          close={() => setOpen(false)}
        >
          <p>{text.sendSays}</p>
        </ConfirmAct>
      ) : null}
    </>
  );
}

interface ShouldProps {
  readonly record: Disputed;
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

/** One thing and what is wrong with it; `record` is null where what is disputed has no fields. */
export function FilingForm({
  target,
  record,
  sends,
}: {
  readonly target: Target;
  readonly record: Disputed | null;
  readonly sends: Sends;
}): ReactNode {
  const key = target.kind === "record" ? target.record : target.look;
  const [ground, setGround] = useState("");
  const [claim, setClaim] = useDraft(`objection-new:${key}`);
  const [should, setShould] = useState<Written["should"]>({});
  const [evidence, setEvidence] = useState<readonly Proof[]>([noProof]);
  const rules = useResource("objection-rules", (signal) => get("/api/v1/objections/rules", { signal }));
  const grounds = (rules.value?.grounds ?? [])
    .filter(({ targets }) => targets.includes(target.kind))
    .map(({ ground: value, name }) => ({ value, word: name }));
  const written = { ground, claim, should, evidence };
  const sent = (objection: string): void => {
    setClaim("");
    sends.sent(objection);
  };
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
      <Sending filing={bodyOf(target, written)} lack={lackOf(written)} sends={{ ...sends, sent }} />
    </>
  );
}
