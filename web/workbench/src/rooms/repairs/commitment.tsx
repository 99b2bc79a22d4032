// The commitment that a repair needs: one for one document number, read before it is signed.
import { Button } from "antd";
import { useState } from "react";
import type { ReactNode } from "react";
import { get, post } from "../../client/client.ts";
import type { Answer, Operation } from "../../client/contract.ts";
import type { Outcome, Problem } from "../../client/problem.ts";
import { useResource } from "../../client/resource.ts";
import "../../looks/looks.css";
import { useDraft } from "../../ui/draft.ts";
import { TextField } from "../../ui/field.tsx";
import { Facts } from "../../ui/facts.tsx";
import { momentOf } from "../../ui/moment.ts";
import { Read, Refused } from "../../ui/read.tsx";
import { repairsText } from "./text.ts";
import type { Decision } from "./words.ts";

const text = repairsText.apply;
type Commitment = Answer<Operation<"/api/v1/own/commitments", "get">>["items"][number];
type Wording = Answer<Operation<"/api/v1/commitments/drafts", "post">>;

const readPage = (cursor: string | null, signal: AbortSignal) =>
  get("/api/v1/own/commitments", { query: cursor === null ? {} : { cursor }, signal });

/** The own commitment for a document number that still stands, where there is one. */
async function find(documentNo: string, signal: AbortSignal): Promise<Outcome<{ readonly found: Commitment | null }>> {
  let cursor: string | null = null;
  do {
    const page: Awaited<ReturnType<typeof readPage>> = await readPage(cursor, signal);
    if (!page.ok) return page;
    const found = page.value.items.find(
      (one) => one.kind === "repair" && one.documentNo === documentNo && one.state !== "broken",
    );
    if (found !== undefined) return { ok: true, value: { found } };
    cursor = page.value.next;
  } while (cursor !== null);
  return { ok: true, value: { found: null } };
}

interface SigningProps {
  readonly decision: Decision;
  readonly documentNo: string;
  readonly signed: () => void;
}

function Signing({ decision, documentNo, signed }: SigningProps): ReactNode {
  const [written, write] = useDraft(`repair:${decision.record}:promise`);
  const [wording, setWording] = useState<Wording | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  const promise = written === "" ? text.promiseDraft : written;
  const wish = { receiver: decision.authority.uscc, kind: "repair" as const, matter: null, promise, documentNo };
  const draw = async (): Promise<void> => {
    const drawn = await post("/api/v1/commitments/drafts", { body: wish });
    setProblem(drawn.ok ? null : drawn.problem);
    setWording(drawn.ok ? drawn.value : null);
  };
  const sign = async ({ draft, digest }: Wording): Promise<void> => {
    const given = await post("/api/v1/commitments", { body: { ...wish, draft, digest } });
    setProblem(given.ok ? null : given.problem);
    if (!given.ok) return;
    write("");
    signed();
  };
  const change = (next: string): void => {
    write(next);
    setWording(null);
  };
  return (
    <>
      <TextField label={text.promise} value={promise} onChange={change} lines={3} required />
      {wording === null ? null : (
        <figure>
          <figcaption>{text.wording}</figcaption>
          <pre className="wording">{wording.wording}</pre>
        </figure>
      )}
      <Refused problem={problem} />
      <p className="acts">
        {wording === null ? (
          <Button onClick={() => void draw()}>{text.draw}</Button>
        ) : (
          <Button onClick={() => void sign(wording)}>{text.sign}</Button>
        )}
      </p>
    </>
  );
}

interface CommitmentProps {
  readonly decision: Decision;
  readonly set: (commitment: string | null) => void;
}

/** Shows the commitment that stands, or has it signed. */
export function RepairCommitment({ decision, set }: CommitmentProps): ReactNode {
  const documentNo = decision.documentNo ?? "";
  const resource = useResource(`commitment ${documentNo}`, async (signal) => {
    const read = await find(documentNo, signal);
    if (read.ok) set(read.value.found?.commitment ?? null);
    return read;
  });
  return (
    <Read of={resource}>
      {({ found }) =>
        found === null ? (
          <Signing decision={decision} documentNo={documentNo} signed={resource.reload} />
        ) : (
          <>
            <p>{text.signed}</p>
            <Facts
              facts={[
                [text.promise, found.promise],
                [text.signedOn, momentOf(found.givenAt)],
              ]}
            />
          </>
        )
      }
    </Read>
  );
}
