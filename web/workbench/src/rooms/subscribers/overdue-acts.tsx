// Reminding a recipient that owes receipts, and asking that it be named.
import type { components } from "@xinheng/contract/client";
import { useState } from "react";
import type { ReactNode } from "react";
import { post } from "../../client/client.ts";
import { ConfirmAct } from "../../ui/confirm-act.tsx";
import { useDraft } from "../../ui/draft.ts";
import { Facts } from "../../ui/facts.tsx";
import { TextField } from "../../ui/field.tsx";
import { momentOf } from "../../ui/moment.ts";
import type { LateSubscriber, Naming } from "./standing.ts";
import { subscribersText } from "./text.ts";

const text = subscribersText.overdue;
export type Proposal = components["schemas"]["Proposal"];

interface RemindProps {
  readonly one: LateSubscriber;
  readonly done: () => void;
  readonly close: () => void;
}

/** Shows what will be told before it is. */
export function RemindAct({ one, done, close }: RemindProps): ReactNode {
  const [reason, setReason] = useDraft(`overdue:${one.organisation}:remind`);
  const { organisation, name, unacknowledged, oldestAt, days } = one;
  return (
    <ConfirmAct
      title={subscribersText.actOn(text.remind, name)}
      word={text.remind}
      missing={reason.trim() === "" ? text.lackReason : undefined}
      act={() => post("/api/v1/withdrawals/reminders", { body: { organisation, reason: reason.trim() } })}
      done={() => {
        setReason("");
        done();
      }}
      close={close}
    >
      <p className="meta">{text.preview}</p>
      <blockquote>{text.previewOf(name, unacknowledged, momentOf(oldestAt), days)}</blockquote>
      <p className="meta">{text.previewWhere}</p>
      <TextField label={text.reason} required lines={2} value={reason} onChange={setReason} />
    </ConfirmAct>
  );
}

interface NamingProps {
  readonly one: LateSubscriber;
  readonly naming: Naming;
  readonly done: (proposal: Proposal) => void;
  readonly close: () => void;
}

/** Asks a second person that a recipient be named, by a document and the basis of the rule. */
export function NamingAct({ one, naming, done, close }: NamingProps): ReactNode {
  const [reason, setReason] = useDraft(`overdue:${one.organisation}:name`);
  const [documentNo, setDocumentNo] = useState("");
  const body = { organisation: one.organisation, documentNo: documentNo.trim(), reason: reason.trim() };
  return (
    <ConfirmAct
      title={subscribersText.actOn(text.name, one.name)}
      word={text.name}
      missing={body.documentNo === "" || body.reason === "" ? text.lackDocument : undefined}
      act={() => post("/api/v1/withdrawals/namings", { body })}
      done={(proposal) => {
        setReason("");
        done(proposal);
      }}
      close={close}
    >
      <p>{text.nameSays}</p>
      <Facts
        facts={[
          [text.basis, naming.basis],
          [text.count, one.unacknowledged],
          [text.days, one.days],
        ]}
      />
      <TextField label={text.document} required value={documentNo} onChange={setDocumentNo} />
      <TextField label={text.reason} required lines={2} value={reason} onChange={setReason} />
    </ConfirmAct>
  );
}
