// 信用承诺书 at a counter: drawn up, printed, signed by hand, and registered by the paper that was signed.
import { Button } from "antd";
import { useState } from "react";
import type { ReactNode } from "react";
import { post } from "../../client/client.ts";
import { ProofField } from "../../ui/proof-fields.tsx";
import { isProof, noProof } from "../../ui/proof.ts";
import "./repairs.css";
import { repairsText } from "./text.ts";
import { RepairWording } from "./wording.tsx";
import type { HandedIn, HandedInDecision } from "./words.ts";

const text = repairsText.hall;

interface PaperProps {
  readonly wording: string;
  readonly subject: HandedIn["subject"];
}

/** One sheet to sign. */
function Sheet({ wording, subject }: PaperProps): ReactNode {
  const [title = "", ...lines] = wording.trimEnd().split("\n");
  return (
    <article className="paper" aria-label={title}>
      <h2>{title}</h2>
      {lines.map((line, at) => (
        <p key={at}>{line}</p>
      ))}
      <p className="sealed">
        {text.signature(subject.name)}
        <br />
        {text.day}
      </p>
    </article>
  );
}

interface CommitmentProps {
  readonly subject: HandedIn["subject"];
  readonly decision: HandedInDecision;
  readonly registered: () => void;
}

/** What was promised for the number that was handed in, or the paper on which it is promised now. */
export function HallCommitment({ subject, decision, registered }: CommitmentProps): ReactNode {
  const [paper, setPaper] = useState(noProof);
  const [tried, setTried] = useState(false);
  if (decision.commitment !== null) return <p>{text.promised(decision.commitment)}</p>;
  return (
    <RepairWording decision={decision} hallFor={subject.uscc} signed={registered}>
      {({ wording, draft, digest }, sign) => (
        <>
          <Sheet wording={wording} subject={subject} />
          <div className="unprinted">
            <p className="acts">
              <Button onClick={() => print()}>{repairsText.paper.print}</Button>
            </p>
            <ProofField label={text.signedPaper} proof={paper} set={setPaper} />
            {tried && !isProof(paper) ? <p role="alert">{text.signedMissing}</p> : null}
            <p className="acts">
              <Button
                onClick={() => {
                  setTried(true);
                  if (!isProof(paper)) return;
                  const hall = { subject: subject.uscc, paper };
                  sign((wish) => post("/api/v1/commitments", { body: { ...wish, draft, digest, hall } }));
                }}
              >
                {text.register}
              </Button>
            </p>
          </div>
        </>
      )}
    </RepairWording>
  );
}
