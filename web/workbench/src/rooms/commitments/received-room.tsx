// What an office was promised, and its word on whether it was kept.
import { useState } from "react";
import type { ReactNode } from "react";
import { get, post } from "../../client/client.ts";
import type { Body, Operation } from "../../client/contract.ts";
import { useResource } from "../../client/resource.ts";
import { useFilters } from "../../router/address.ts";
import { given } from "../../router/path.ts";
import { ConfirmAct } from "../../ui/confirm-act.tsx";
import { useDraft } from "../../ui/draft.ts";
import { ChoiceField, TextField } from "../../ui/field.tsx";
import { PageHead } from "../../ui/page-head.tsx";
import { Read } from "../../ui/read.tsx";
import { Pages } from "../../ui/saved-filters.tsx";
import { CommitmentList } from "./list.tsx";
import { commitmentsText } from "./text.ts";
import { lackOfJudgement, wordFor } from "./words.ts";
import type { Commitment } from "./words.ts";

const text = commitmentsText.received;
const words = commitmentsText;
type Outcome = Body<Operation<"/api/v1/commitments/{commitment}/judgements", "post">>["outcome"];
const OUTCOMES = ["fulfilled", "broken", "lapsed"] as const;

interface JudgingProps {
  readonly one: Commitment;
  readonly done: () => void;
  readonly close: () => void;
}

function Judging({ one, done, close }: JudgingProps): ReactNode {
  const [outcome, setOutcome] = useState("");
  const [reason, setReason] = useDraft(`commitment:${one.commitment}:reason`);
  const [paper, setPaper] = useState("");
  const act = () =>
    post("/api/v1/commitments/{commitment}/judgements", {
      path: { commitment: one.commitment },
      body: {
        version: one.judgements.length,
        outcome: outcome as Outcome,
        reason: reason.trim(),
        document: paper.trim() === "" ? null : paper.trim(),
      },
    });
  const choices = OUTCOMES.map((value) => ({ value, word: wordFor(words.states, value) }));
  return (
    <ConfirmAct
      title={words.judge}
      word={words.judge}
      missing={lackOfJudgement({ outcome, reason, paper }) ?? undefined}
      act={act}
      done={() => {
        setReason("");
        done();
      }}
      close={close}
    >
      <p>{words.judgeSays}</p>
      <ChoiceField
        label={words.outcome}
        value={outcome}
        onChange={setOutcome}
        choices={[{ value: "", word: words.choose }, ...choices]}
        required
      />
      <TextField label={words.reason} value={reason} onChange={setReason} lines={3} required />
      <TextField label={words.paper} value={paper} onChange={setPaper} />
    </ConfirmAct>
  );
}

export function Room(): ReactNode {
  const [{ cursor }] = useFilters();
  const [judged, judge] = useState<Commitment | null>(null);
  const list = useResource(`commitments ${cursor ?? ""}`, (signal) =>
    get("/api/v1/commitments", { query: given({ cursor }), signal }),
  );
  return (
    <>
      <PageHead title={text.title} />
      <p className="meta">{text.says}</p>
      <Read of={list}>
        {({ items, next }) => (
          <>
            <CommitmentList items={items} empty={text.none} judge={judge} />
            <Pages next={next} />
          </>
        )}
      </Read>
      {judged === null ? null : (
        <Judging
          one={judged}
          done={() => {
            judge(null);
            list.reload();
          }}
          close={() => judge(null)}
        />
      )}
    </>
  );
}
