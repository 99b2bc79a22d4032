import type { ReactNode } from "react";
import { get } from "../../client/client.ts";
import type { Answer, Operation } from "../../client/contract.ts";
import { useResource } from "../../client/resource.ts";
import { Link } from "../../router/link.tsx";
import { hrefOf } from "../../router/path.ts";
import { Facts } from "../../ui/facts.tsx";
import { Chapter } from "../../ui/page-head.tsx";
import { approvalsText } from "./text.ts";

const text = approvalsText.one;

export type Proposal = Answer<Operation<"/api/v1/approvals/{proposal}", "get">>;
type Payload = Readonly<Record<string, unknown>>;

const wordOf = (value: unknown): string => {
  if (value === null || value === undefined || value === "") return text.empty;
  return typeof value === "string" || typeof value === "number" ? String(value) : JSON.stringify(value);
};

function BatchPreview({ batch }: { readonly batch: string }): ReactNode {
  const read = useResource(batch, (signal) => get("/api/v1/batches/{batch}", { path: { batch }, signal }));
  const subjects = useResource(`${batch}:subjects`, (signal) =>
    get("/api/v1/batches/{batch}/subjects", { path: { batch }, signal }),
  );
  const count =
    subjects.value === null ? null : `${subjects.value.items.length}${subjects.value.next === null ? "" : "+"}`;
  return (
    <>
      {read.value === null ? null : <p>{text.batch(read.value.received, read.value.accepted)}</p>}
      {count === null ? null : <p>{text.subjects(count)}</p>}
      <p>
        <Link href={hrefOf(`/batches/${batch}`)}>{text.openBatch}</Link>
      </p>
    </>
  );
}

interface Lowered {
  readonly field?: unknown;
  readonly before?: unknown;
  readonly after?: unknown;
}

function QuestionPreview({ payload }: { readonly payload: Payload }): ReactNode {
  const { batch, row, sheet, subject, lowered } = payload;
  const changes = Array.isArray(lowered) ? (lowered as readonly Lowered[]) : [];
  const href = hrefOf(`/questions/${wordOf(batch)}/${wordOf(row)}`, {
    sheet: typeof sheet === "string" ? sheet : null,
  });
  return (
    <>
      <p>{text.question(Number(row), typeof subject === "string" ? subject : text.asStated)}</p>
      {changes.length === 0 ? null : (
        <>
          <p>{text.lowered}</p>
          <ul>
            {changes.map(({ field, before, after }) => (
              <li key={wordOf(field)}>{text.change(wordOf(field), wordOf(before), wordOf(after))}</li>
            ))}
          </ul>
        </>
      )}
      <p>
        <Link href={href}>{text.openQuestion}</Link>
      </p>
    </>
  );
}

interface StateCount {
  readonly word?: unknown;
  readonly count?: unknown;
}

/** How many records of which state would be taken over from an old platform. */
function CarryOverPreview({ payload }: { readonly payload: Payload }): ReactNode {
  const { batch, declared } = payload;
  const states = Array.isArray(declared) ? (declared as readonly StateCount[]) : [];
  return (
    <>
      <p>{text.carryOver}</p>
      <ul>
        {states.map(({ word, count }) => {
          const state = typeof word === "string" ? word : "";
          return <li key={state}>{text.stateCount(state, wordOf(count))}</li>;
        })}
      </ul>
      <p>
        <Link href={hrefOf(`/batches/${wordOf(batch)}`)}>{text.openBatch}</Link>
      </p>
    </>
  );
}

/** What an approval would do, drawn from the matter itself and not from the proposer's words. */
export function Preview({ proposal }: { readonly proposal: Proposal }): ReactNode {
  const payload = proposal.payload as Payload;
  const { batch } = payload;
  const { command } = proposal;
  const isOfBatch = typeof batch === "string";
  return (
    <Chapter title={text.preview}>
      {command === "batch.withdraw" && isOfBatch ? <BatchPreview batch={batch} /> : null}
      {command === "question.accept" ? <QuestionPreview payload={payload} /> : null}
      {command === "batch.carry-over" ? <CarryOverPreview payload={payload} /> : null}
      {command === "batch.release" ? <p>{text.release}</p> : null}
      {command === "batch.release" && isOfBatch ? <BatchPreview batch={batch} /> : null}
      {["batch.withdraw", "question.accept", "batch.release", "batch.carry-over"].includes(command) ? null : (
        <Facts facts={Object.entries(payload).map(([name, value]) => [name, wordOf(value)] as const)} />
      )}
    </Chapter>
  );
}
