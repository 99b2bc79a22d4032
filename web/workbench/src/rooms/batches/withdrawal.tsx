import { useState } from "react";
import type { ReactNode } from "react";
import { post } from "../../client/client.ts";
import { useResource } from "../../client/resource.ts";
import { Link } from "../../router/link.tsx";
import { hrefOf } from "../../router/path.ts";
import { ConfirmAct } from "../../ui/confirm-act.tsx";
import { useDraft } from "../../ui/draft.ts";
import { TextField } from "../../ui/field.tsx";
import { Notice } from "../../ui/notice.tsx";
import type { Batch } from "./batch.ts";
import { countSubjects } from "./batch.ts";
import { batchesText } from "./text.ts";

const text = batchesText.withdrawal;
const REASON_MIN = 2;

/** Proposes to take a batch back whole: what it touches is shown first, a second person decides. */
export function Withdrawal({ batch, close }: { readonly batch: Batch; readonly close: () => void }): ReactNode {
  const [reason, setReason] = useDraft(`withdrawal:${batch.batch}:reason`);
  const [documentNo, setDocument] = useDraft(`withdrawal:${batch.batch}:document`);
  const [proposal, setProposal] = useState<string | null>(null);
  const subjects = useResource(
    batch.batch,
    async () => ({ ok: true, value: await countSubjects(batch.batch) }) as const,
  );
  if (proposal !== null) {
    return (
      <Notice live>
        {text.done} <Link href={hrefOf(`/approvals/${proposal}`)}>{text.open}</Link>
      </Notice>
    );
  }
  const isWhole = reason.trim().length >= REASON_MIN && documentNo.trim() !== "";
  return (
    <ConfirmAct
      title={text.title}
      word={text.word}
      missing={isWhole ? undefined : text.missing}
      act={() =>
        post("/api/v1/batches/{batch}/withdrawal", {
          path: { batch: batch.batch },
          body: { reason: reason.trim(), documentNo: documentNo.trim() },
        })
      }
      done={(made) => {
        setReason("");
        setDocument("");
        setProposal(made.proposal);
      }}
      close={close}
    >
      <p>{text.preview(batch.accepted, subjects.value ?? "…")}</p>
      <p className="meta">{text.effect}</p>
      <TextField label={text.reason} value={reason} onChange={setReason} lines={2} required />
      <TextField label={text.document} hint={text.hint} value={documentNo} onChange={setDocument} required />
    </ConfirmAct>
  );
}
