// One decision that was found by its number: what it is, whether it is time, its papers, and the application.
import { Button } from "antd";
import { useState } from "react";
import type { ReactNode } from "react";
import { entryName, useCatalogue } from "../../client/catalogue.ts";
import { post } from "../../client/client.ts";
import { ConfirmAct } from "../../ui/confirm-act.tsx";
import { Facts } from "../../ui/facts.tsx";
import { Chapter } from "../../ui/page-head.tsx";
import { ProofFields } from "../../ui/proof-fields.tsx";
import { isProof, noProof } from "../../ui/proof.ts";
import type { Proof } from "../../ui/proof.ts";
import { Switch } from "../../ui/switch.tsx";
import { CourtFields, isWhole, noCourt } from "./court.tsx";
import type { Court } from "./court.tsx";
import { HallCommitment } from "./hall-commitment.tsx";
import { repairsText } from "./text.ts";
import { Verdict } from "./verdict.tsx";
import type { HandedIn, HandedInDecision, Repair } from "./words.ts";

const text = repairsText.hall;
const columns = repairsText.columns;
const kinds = (["repair", "bankruptcy"] as const).map((value) => ({ value, word: repairsText.kinds[value] ?? value }));
type Kind = "repair" | "bankruptcy";

interface ApplicationProps {
  readonly found: HandedIn;
  /** Reads the document again: a commitment was registered for it. */
  readonly readAgain: () => void;
  readonly done: (repair: Repair) => void;
}

function Matter({ subject, decision }: { readonly subject: HandedIn["subject"]; readonly decision: HandedInDecision }) {
  const catalogue = useCatalogue();
  return (
    <Facts
      facts={[
        [repairsText.one.subject, repairsText.withCode(subject.name, subject.uscc)],
        [columns.document, decision.documentNo ?? repairsText.noDocument],
        [columns.entry, entryName(catalogue.value, decision.entry)],
        [columns.authority, decision.authority.name],
        [columns.decided, decision.decidedOn],
        [columns.may, <Verdict key="may" one={decision} />],
      ]}
    />
  );
}

interface Filled {
  readonly kind: Kind;
  readonly proofs: readonly Proof[];
  readonly mandate: Proof | undefined;
  readonly court: Court;
}

function lackOf({ kind, proofs, mandate, court }: Filled, { commitment }: HandedInDecision): string | undefined {
  const { lacks } = repairsText;
  if (mandate === undefined) return lacks.paper;
  if (kind === "bankruptcy") return isWhole(court) ? undefined : lacks.court;
  if (proofs.filter(isProof).length === 0) return lacks.proofs;
  return commitment === null ? lacks.commitment : undefined;
}

function bodyOf({ kind, proofs, mandate, court }: Filled, subject: string, { record, commitment }: HandedInDecision) {
  const materials = kind === "repair" ? { commitment, court: null } : { commitment: null, court };
  const paper = mandate ?? { title: "", digest: "" };
  return { kind, subject, record, paper, proofs: proofs.filter(isProof), ...materials };
}

interface SendingProps {
  readonly subject: string;
  readonly decision: HandedInDecision;
  readonly filled: Filled;
  readonly done: (repair: Repair) => void;
}

function Sending({ subject, decision, filled, done }: SendingProps): ReactNode {
  const [open, setOpen] = useState(false);
  return (
    <>
      <p>{repairsText.free}</p>
      <p className="acts">
        <Button type="primary" onClick={() => setOpen(true)}>
          {repairsText.apply.send}
        </Button>
      </p>
      {open ? (
        <ConfirmAct
          title={repairsText.apply.sendTitle}
          word={repairsText.apply.send}
          missing={lackOf(filled, decision)}
          act={() => post("/api/v1/repairs", { body: bodyOf(filled, subject, decision) })}
          done={done}
          close={() => setOpen(false)}
        >
          <p>{text.confirms}</p>
        </ConfirmAct>
      ) : null}
    </>
  );
}

interface FormProps {
  readonly subject: HandedIn["subject"];
  readonly decision: HandedInDecision;
  readonly readAgain: () => void;
  readonly done: (repair: Repair) => void;
}

function Form({ subject, decision, readAgain, done }: FormProps): ReactNode {
  const [kind, setKind] = useState<Kind>("repair");
  const [proofs, setProofs] = useState<readonly Proof[]>([noProof]);
  const [paper, setPaper] = useState<readonly Proof[]>([noProof]);
  const [court, setCourt] = useState(noCourt);
  const [mandate] = paper.filter(isProof);
  const { apply } = repairsText;
  return (
    <>
      <div className="unprinted">
        <Switch label={apply.kind} value={kind} choices={kinds} onChange={(to) => setKind(to as Kind)} />
        <Chapter title={text.paper} scope={text.paperSays}>
          <ProofFields label={text.paper} proofs={paper} set={setPaper} />
        </Chapter>
        <Chapter title={kind === "repair" ? apply.proofs : apply.court}>
          {kind === "repair" ? (
            <ProofFields label={repairsText.one.proofs} proofs={proofs} set={setProofs} />
          ) : (
            <CourtFields court={court} set={setCourt} />
          )}
        </Chapter>
      </div>
      {kind === "repair" ? (
        <Chapter title={apply.commitment} scope={text.commitmentSays}>
          <HallCommitment subject={subject} decision={decision} registered={readAgain} />
        </Chapter>
      ) : null}
      <div className="unprinted">
        <Sending subject={subject.uscc} decision={decision} filled={{ kind, proofs, mandate, court }} done={done} />
      </div>
    </>
  );
}

/** Every decision of the number; nearly always one. What it is too early for, or what is over, is told and not offered. */
export function HallApplication({ found, readAgain, done }: ApplicationProps): ReactNode {
  const { subject } = found;
  return found.items.map((decision) => (
    <section key={decision.record}>
      <div className="unprinted">
        <Chapter title={repairsText.apply.matter}>
          <Matter subject={subject} decision={decision} />
        </Chapter>
      </div>
      {decision.eligible === null ? null : (
        <Form subject={subject} decision={decision} readAgain={readAgain} done={done} />
      )}
    </section>
  ));
}
