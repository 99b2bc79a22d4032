// What applies to an applicant in a matter today, and by which article; the decision stays the officer's.
import { useState } from "react";
import type { ReactNode } from "react";
import type { components } from "@xinheng/contract/client";
import { post } from "../../client/client.ts";
import { useMeasures } from "../../client/measures.ts";
import type { Problem } from "../../client/problem.ts";
import "../../looks/looks.css";
import { useLookRules } from "../../looks/rules.ts";
import { Waiting } from "../../looks/waiting.tsx";
import type { RoomProps } from "../../room.ts";
import { useAddress } from "../../router/address.ts";
import { Link } from "../../router/link.tsx";
import { hrefOf } from "../../router/path.ts";
import { ErrorState } from "../../ui/error-state.tsx";
import { Notice } from "../../ui/notice.tsx";
import { PageHead } from "../../ui/page-head.tsx";
import { Read } from "../../ui/read.tsx";
import { Answers } from "./answers.tsx";
import { askedOf } from "./asked.ts";
import type { CheckAnswer } from "./asked.ts";
import { CheckForm } from "./form.tsx";
import type { Asking } from "./form.tsx";
import { checksText as text } from "./text.ts";

type Proposal = components["schemas"]["Proposal"];

/** The address at which the approved list is checked: all that was chosen, and the number of the approval. */
function Proposed({ proposal }: { readonly proposal: Proposal }): ReactNode {
  const { path, query } = useAddress();
  return (
    <>
      <Waiting proposal={proposal} />
      <p>
        <Link href={hrefOf(path, { ...query, approval: proposal.proposal })}>{text.form.approvalLink}</Link>
      </p>
    </>
  );
}

export function Room({ session }: RoomProps): ReactNode {
  const { path } = useAddress();
  const registry = useMeasures();
  const rules = useLookRules();
  const [answer, setAnswer] = useState<CheckAnswer | null>(null);
  const [proposal, setProposal] = useState<Proposal | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [busy, setBusy] = useState(false);
  const office = session.organisation.uscc;
  const check = async (body: Asking["body"]): Promise<void> => {
    const told = await post("/api/v1/checks", { body });
    if (told.ok) setAnswer(told.value);
    else setProblem(told.problem);
  };
  const propose = async (body: Asking["body"], reason: string): Promise<void> => {
    const { matter, purpose, duty, multiParty, subjects } = body;
    const told = await post("/api/v1/checks/proposals", {
      body: { matter, purpose, duty, multiParty, subjects, reason },
    });
    if (told.ok) setProposal(told.value);
    else setProblem(told.problem);
  };
  const ask = async (asking: Asking): Promise<void> => {
    setBusy(true);
    setProblem(null);
    setProposal(null);
    await (asking.kind === "check" ? check(asking.body) : propose(asking.body, asking.reason));
    setBusy(false);
  };
  return (
    <>
      <div className="no-print">
        <PageHead title={text.title} acts={<Link href={hrefOf("/today")}>{text.records}</Link>} />
        <Notice>{text.prompt}</Notice>
        <Read of={rules}>
          {(known) => (
            <Read of={registry}>
              {(measures) =>
                askedOf({}, { registry: measures, rules: known, office }).choices.matters.length === 0 ? (
                  <p className="wrong">{text.noOffice}</p>
                ) : (
                  <CheckForm
                    known={{ registry: measures, rules: known, office }}
                    busy={busy}
                    ask={(asking) => void ask(asking)}
                  />
                )
              }
            </Read>
          )}
        </Read>
        {problem === null ? null : <ErrorState problem={problem} />}
        {proposal === null ? null : <Proposed proposal={proposal} />}
      </div>
      {answer === null ? null : <Answers answer={answer} path={path} />}
    </>
  );
}
