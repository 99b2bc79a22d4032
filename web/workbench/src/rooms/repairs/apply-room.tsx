// An application for one decision: proofs, one commitment for its number, or a court's ruling.
import { Button } from "antd";
import { useState } from "react";
import type { ReactNode } from "react";
import { entryName, useCatalogue } from "../../client/catalogue.ts";
import { get, post } from "../../client/client.ts";
import { useResource } from "../../client/resource.ts";
import type { RoomProps } from "../../room.ts";
import { navigate } from "../../router/address.ts";
import { hrefOf } from "../../router/path.ts";
import { ConfirmAct } from "../../ui/confirm-act.tsx";
import { EmptyState } from "../../ui/empty-state.tsx";
import { Facts } from "../../ui/facts.tsx";
import { Chapter, PageHead } from "../../ui/page-head.tsx";
import { Read } from "../../ui/read.tsx";
import { Switch } from "../../ui/switch.tsx";
import { RepairCommitment } from "./commitment.tsx";
import { CourtFields, isWhole, noCourt } from "./court.tsx";
import type { Court } from "./court.tsx";
import { ProofFields } from "../../ui/proof-fields.tsx";
import { isProof, noProof } from "../../ui/proof.ts";
import type { Proof } from "../../ui/proof.ts";
import { repairsText } from "./text.ts";
import type { Decision } from "./words.ts";

const text = repairsText.apply;
type Kind = "repair" | "bankruptcy";

interface Filled {
  readonly kind: Kind;
  readonly proofs: readonly Proof[];
  readonly commitment: string | null;
  readonly court: Court;
}

function lackOf({ kind, proofs, commitment, court }: Filled): string | undefined {
  const { lacks } = repairsText;
  if (kind === "bankruptcy") return isWhole(court) ? undefined : lacks.court;
  if (proofs.filter(isProof).length === 0) return lacks.proofs;
  return commitment === null ? lacks.commitment : undefined;
}

function bodyOf(record: string, { kind, proofs, commitment, court }: Filled) {
  const materials = kind === "repair" ? { commitment, court: null } : { commitment: null, court };
  return { kind, record, proofs: proofs.filter(isProof), ...materials };
}

const kinds = (["repair", "bankruptcy"] as const).map((value) => ({ value, word: repairsText.kinds[value] ?? value }));

function Matter({ decision }: { readonly decision: Decision }): ReactNode {
  const catalogue = useCatalogue();
  const words = repairsText.columns;
  return (
    <Chapter title={text.matter}>
      <Facts
        facts={[
          [words.document, decision.documentNo ?? repairsText.noDocument],
          [words.entry, entryName(catalogue.value, decision.entry)],
          [words.authority, decision.authority.name],
          [words.decided, decision.decidedOn],
        ]}
      />
    </Chapter>
  );
}

interface SendingProps {
  readonly decision: Decision;
  readonly filled: Filled;
}

function Sending({ decision, filled }: SendingProps): ReactNode {
  const [open, setOpen] = useState(false);
  return (
    <>
      <p>{repairsText.free}</p>
      <p className="acts">
        <Button type="primary" onClick={() => setOpen(true)}>
          {text.send}
        </Button>
      </p>
      {open ? (
        <ConfirmAct
          title={text.sendTitle}
          word={text.send}
          missing={lackOf(filled)}
          act={() => post("/api/v1/own/repairs", { body: bodyOf(decision.record, filled) })}
          done={({ repair }) => navigate(hrefOf(`/own/repairs/${repair}`))}
          close={() => setOpen(false)}
        >
          <p>{text.sendSays(decision.authority.name, decision.documentNo ?? repairsText.noDocument)}</p>
        </ConfirmAct>
      ) : null}
    </>
  );
}

function Form({ decision }: { readonly decision: Decision }): ReactNode {
  const [kind, setKind] = useState<Kind>("repair");
  const [proofs, setProofs] = useState<readonly Proof[]>([noProof]);
  const [commitment, setCommitment] = useState<string | null>(null);
  const [court, setCourt] = useState(noCourt);
  return (
    <>
      <Matter decision={decision} />
      <Switch label={text.kind} value={kind} choices={kinds} onChange={(to) => setKind(to as Kind)} />
      {kind === "repair" ? (
        <>
          <Chapter title={text.proofs} scope={text.proofsSays}>
            <ProofFields label={repairsText.one.proofs} proofs={proofs} set={setProofs} />
          </Chapter>
          <Chapter title={text.commitment} scope={text.commitmentSays}>
            <RepairCommitment decision={decision} set={setCommitment} />
          </Chapter>
        </>
      ) : (
        <Chapter title={text.court} scope={text.courtSays}>
          <CourtFields court={court} set={setCourt} />
        </Chapter>
      )}
      <Sending decision={decision} filled={{ kind, proofs, commitment, court }} />
    </>
  );
}

export function Room({ slots }: RoomProps): ReactNode {
  const record = slots["record"] ?? "";
  const decisions = useResource("own-decisions", (signal) => get("/api/v1/own/repairs/eligibility", { signal }));
  const back = hrefOf("/own/repairs");
  const { title, scope, next } = text.gone;
  return (
    <>
      <PageHead title={text.title} crumbs={[{ href: back, word: text.crumb }]} />
      <Read of={decisions}>
        {({ items }) => {
          const decision = items.find((one) => one.record === record);
          return decision === undefined ? (
            <EmptyState title={title} scope={scope} next={{ href: back, word: next }} />
          ) : (
            <Form decision={decision} />
          );
        }}
      </Read>
    </>
  );
}
