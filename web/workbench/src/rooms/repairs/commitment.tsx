// The commitment that a repair needs: one for one document number, read before it is signed.
import { Button } from "antd";
import type { ReactNode } from "react";
import { get, post } from "../../client/client.ts";
import type { Answer, Operation } from "../../client/contract.ts";
import type { Outcome } from "../../client/problem.ts";
import { useResource } from "../../client/resource.ts";
import { Facts } from "../../ui/facts.tsx";
import { momentOf } from "../../ui/moment.ts";
import { Read } from "../../ui/read.tsx";
import { repairsText } from "./text.ts";
import { RepairWording } from "./wording.tsx";
import type { Decision } from "./words.ts";

const text = repairsText.apply;
type Commitment = Answer<Operation<"/api/v1/own/commitments", "get">>["items"][number];

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

function Signing({ decision, signed }: { readonly decision: Decision; readonly signed: () => void }): ReactNode {
  return (
    <RepairWording decision={decision} hallFor={null} signed={signed}>
      {({ wording, draft, digest }, sign) => (
        <>
          <figure>
            <figcaption>{text.wording}</figcaption>
            <pre className="wording">{wording}</pre>
          </figure>
          <p className="acts">
            <Button
              onClick={() =>
                sign((wish) => post("/api/v1/commitments", { body: { ...wish, draft, digest, hall: null } }))
              }
            >
              {text.sign}
            </Button>
          </p>
        </>
      )}
    </RepairWording>
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
          <Signing decision={decision} signed={resource.reload} />
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
