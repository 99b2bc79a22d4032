// The wording of a commitment for repair: written, drawn up by the platform, and then signed in the portal or on paper.
import { Button } from "antd";
import { useState } from "react";
import type { ReactNode } from "react";
import { post } from "../../client/client.ts";
import type { Answer, Operation } from "../../client/contract.ts";
import type { Outcome, Problem } from "../../client/problem.ts";
import "../../looks/looks.css";
import { useDraft } from "../../ui/draft.ts";
import { TextField } from "../../ui/field.tsx";
import { Refused } from "../../ui/read.tsx";
import { repairsText } from "./text.ts";
import type { Decision } from "./words.ts";

const text = repairsText.apply;
type Drawn = Answer<Operation<"/api/v1/commitments/drafts", "post">>;

/** What is promised: one document number, to whoever decides its repair. */
export type Promised = ReturnType<typeof wishOf>;

const wishOf = ({ authority, documentNo }: Decision, promise: string) => ({
  receiver: authority.uscc,
  kind: "repair" as const,
  matter: null,
  promise,
  documentNo: documentNo ?? "",
});

interface WordingProps {
  readonly decision: Decision;
  /** At a hall: the code of who promises; null in the portal. */
  readonly hallFor: string | null;
  /** Below the wording that was drawn up; `sign` gives it, and tells what came. */
  readonly children: (
    drawn: Drawn,
    sign: (act: (promised: Promised) => Promise<Outcome<unknown>>) => void,
  ) => ReactNode;
  readonly signed: () => void;
}

/** A wording that is changed has to be drawn up anew before it can be signed. */
export function RepairWording({ decision, hallFor, children, signed }: WordingProps): ReactNode {
  const [written, write] = useDraft(`repair:${decision.record}:promise`);
  const [drawn, setDrawn] = useState<Drawn | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  const promise = written === "" ? text.promiseDraft : written;
  const wish = wishOf(decision, promise);
  const draw = async (): Promise<void> => {
    const told = await post("/api/v1/commitments/drafts", { body: { ...wish, hallFor } });
    setProblem(told.ok ? null : told.problem);
    setDrawn(told.ok ? told.value : null);
  };
  const sign = async (act: (promised: Promised) => Promise<Outcome<unknown>>): Promise<void> => {
    const given = await act(wish);
    setProblem(given.ok ? null : given.problem);
    if (!given.ok) return;
    write("");
    signed();
  };
  const change = (next: string): void => {
    write(next);
    setDrawn(null);
  };
  return (
    <>
      <div className="unprinted">
        <TextField label={text.promise} value={promise} onChange={change} lines={3} required />
        {drawn === null ? (
          <p className="acts">
            <Button onClick={() => void draw()}>{text.draw}</Button>
          </p>
        ) : null}
      </div>
      {drawn === null ? null : children(drawn, (act) => void sign(act))}
      <Refused problem={problem} />
    </>
  );
}
