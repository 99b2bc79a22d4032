// At a counter: an application on paper, for whoever has no account of its own.
import { Button } from "antd";
import { useState } from "react";
import type { ReactNode } from "react";
import { post } from "../../client/client.ts";
import { ConfirmAct } from "../../ui/confirm-act.tsx";
import { TextField } from "../../ui/field.tsx";
import { Notice } from "../../ui/notice.tsx";
import { Chapter, PageHead } from "../../ui/page-head.tsx";
import { Switch } from "../../ui/switch.tsx";
import { CourtFields, isWhole, noCourt } from "./court.tsx";
import type { Court } from "./court.tsx";
import { ProofFields } from "../../ui/proof-fields.tsx";
import { isProof, noProof } from "../../ui/proof.ts";
import type { Proof } from "../../ui/proof.ts";
import { repairsText } from "./text.ts";
import type { Repair } from "./words.ts";

const text = repairsText.hall;
const kinds = (["repair", "bankruptcy"] as const).map((value) => ({ value, word: repairsText.kinds[value] ?? value }));

interface Handed {
  readonly kind: "repair" | "bankruptcy";
  readonly subject: string;
  readonly record: string;
  readonly commitment: string;
}
const nothing: Handed = { kind: "repair", subject: "", record: "", commitment: "" };

function Done({ repair, again }: { readonly repair: Repair; readonly again: () => void }): ReactNode {
  return (
    <>
      <Notice live>
        {text.done} <code>{repair.code}</code>
      </Notice>
      <p className="acts">
        <Button onClick={again}>{text.another}</Button>
      </p>
    </>
  );
}

interface Filled {
  readonly handed: Handed;
  readonly proofs: readonly Proof[];
  readonly mandate: Proof | undefined;
  readonly court: Court;
}

function lackOf({ handed, proofs, mandate, court }: Filled): string | undefined {
  const { lacks } = repairsText;
  if (handed.subject.trim() === "" || handed.record.trim() === "") return lacks.subject;
  if (mandate === undefined) return lacks.paper;
  if (handed.kind === "bankruptcy") return isWhole(court) ? undefined : lacks.court;
  return proofs.filter(isProof).length === 0 ? lacks.proofs : undefined;
}

function bodyOf({ handed, proofs, mandate, court }: Filled) {
  const { kind, subject, record, commitment } = handed;
  const isRepair = kind === "repair";
  return {
    kind,
    subject: subject.trim(),
    record: record.trim(),
    paper: mandate ?? { title: "", digest: "" },
    proofs: proofs.filter(isProof),
    commitment: isRepair && commitment.trim() !== "" ? commitment.trim() : null,
    court: isRepair ? null : court,
  };
}

function Sending({ filled, done }: { readonly filled: Filled; readonly done: (repair: Repair) => void }): ReactNode {
  const [open, setOpen] = useState(false);
  return (
    <>
      <p className="acts">
        <Button type="primary" onClick={() => setOpen(true)}>
          {repairsText.apply.send}
        </Button>
      </p>
      {open ? (
        <ConfirmAct
          title={repairsText.apply.sendTitle}
          word={repairsText.apply.send}
          missing={lackOf(filled)}
          act={() => post("/api/v1/repairs", { body: bodyOf(filled) })}
          done={done}
          close={() => setOpen(false)}
        >
          <p>{text.says}</p>
        </ConfirmAct>
      ) : null}
    </>
  );
}

interface ProofsProps {
  readonly proofs: readonly Proof[];
  readonly setProofs: (proofs: readonly Proof[]) => void;
  readonly handed: Handed;
  readonly hand: (handed: Handed) => void;
}

function Proofs({ proofs, setProofs, handed, hand }: ProofsProps): ReactNode {
  return (
    <Chapter title={repairsText.apply.proofs} scope={repairsText.apply.proofsSays}>
      <ProofFields label={repairsText.one.proofs} proofs={proofs} set={setProofs} />
      <TextField
        label={text.commitment}
        value={handed.commitment}
        onChange={(commitment) => hand({ ...handed, commitment })}
      />
    </Chapter>
  );
}

function Form({ done }: { readonly done: (repair: Repair) => void }): ReactNode {
  const [handed, hand] = useState(nothing);
  const [proofs, setProofs] = useState<readonly Proof[]>([noProof]);
  const [paper, setPaper] = useState<readonly Proof[]>([noProof]);
  const [court, setCourt] = useState(noCourt);
  const [mandate] = paper.filter(isProof);
  const change = (part: Partial<Handed>): void => hand({ ...handed, ...part });
  return (
    <>
      <Switch
        label={repairsText.apply.kind}
        value={handed.kind}
        choices={kinds}
        onChange={(kind) => change({ kind: kind as Handed["kind"] })}
      />
      <TextField label={text.subject} value={handed.subject} onChange={(subject) => change({ subject })} required />
      <TextField
        label={text.record}
        hint={text.recordHint}
        value={handed.record}
        onChange={(record) => change({ record })}
        required
      />
      <Chapter title={text.paper}>
        <ProofFields label={text.paper} proofs={paper} set={setPaper} />
      </Chapter>
      {handed.kind === "repair" ? (
        <Proofs proofs={proofs} setProofs={setProofs} handed={handed} hand={hand} />
      ) : (
        <Chapter title={repairsText.apply.court} scope={repairsText.apply.courtSays}>
          <CourtFields court={court} set={setCourt} />
        </Chapter>
      )}
      <Sending filled={{ handed, proofs, mandate, court }} done={done} />
    </>
  );
}

export function Room(): ReactNode {
  const [made, setMade] = useState<Repair | null>(null);
  return (
    <>
      <PageHead title={text.title} />
      <p className="meta">{text.says}</p>
      {made === null ? <Form done={setMade} /> : <Done repair={made} again={() => setMade(null)} />}
    </>
  );
}
