// One row that waits for a person: evidence side by side, then the decision.
import type { ReactNode } from "react";
import { get } from "../../client/client.ts";
import type { Answer, Operation } from "../../client/contract.ts";
import type { Outcome } from "../../client/problem.ts";
import { useResource } from "../../client/resource.ts";
import type { Resource } from "../../client/resource.ts";
import type { RoomProps } from "../../room.ts";
import { useFilters } from "../../router/address.ts";
import { hrefOf } from "../../router/path.ts";
import { EmptyState } from "../../ui/empty-state.tsx";
import { Facts } from "../../ui/facts.tsx";
import { Notice } from "../../ui/notice.tsx";
import { PageHead } from "../../ui/page-head.tsx";
import { Read } from "../../ui/read.tsx";
import { Decide } from "./decide.tsx";
import { Evidence, useCandidates } from "./evidence.tsx";
import { questionsText as text } from "./text.ts";

type Question = Answer<Operation<"/api/v1/batches/{batch}/questions", "get">>["items"][number];

const PAGES_MAX = 50;
const crumbs = [{ href: hrefOf("/questions"), word: text.crumb }];

interface Place {
  readonly batch: string;
  readonly row: number;
  readonly sheet: string | null;
}

/** Looks for one row among the questions of its batch; null where it is not, or no longer, one. */
async function findQuestion(
  { batch, row, sheet }: Place,
  signal: AbortSignal,
): Promise<Outcome<{ found: Question | null }>> {
  let cursor: string | undefined;
  for (let page = 0; page < PAGES_MAX; page += 1) {
    const query = cursor === undefined ? {} : { cursor };
    const read = await get("/api/v1/batches/{batch}/questions", { path: { batch }, query, signal });
    if (!read.ok) return read;
    const found = read.value.items.find((one) => one.row === row && one.sheet === sheet);
    if (found !== undefined) return { ok: true, value: { found } };
    if (read.value.next === null) break;
    cursor = read.value.next;
  }
  return { ok: true, value: { found: null } };
}

function Own({ question, place }: { readonly question: Question; readonly place: Place }): ReactNode {
  const codes = [...new Set([...question.proposals, ...(question.statedCode === null ? [] : [question.statedCode])])];
  const candidates = useCandidates(codes).filter(({ known, uscc }) => known || question.proposals.includes(uscc));
  return (
    <>
      <Notice>
        {question.messages.map((message) => (
          <p key={message}>{message}</p>
        ))}
      </Notice>
      <Evidence stated={question} candidates={candidates} />
      {question.state === "open" ? (
        <Decide {...place} name={question.name} proposals={question.proposals} />
      ) : (
        <Notice>{text.decide.nothing}</Notice>
      )}
    </>
  );
}

/** Of another unit there is only what the look showed. */
function Other({ place, stated }: { readonly place: Place; readonly stated: string }): ReactNode {
  return (
    <>
      <Notice>{text.decide.other}</Notice>
      <Facts facts={[[text.decide.stated, stated]]} />
      <Decide {...place} name={stated} proposals={[]} />
    </>
  );
}

function OneQuestion({ question, place }: { readonly question: Question | null; readonly place: Place }): ReactNode {
  return (
    <>
      <PageHead title={question?.name ?? text.title} crumbs={crumbs} />
      {question === null ? (
        <EmptyState title={text.decide.nothing} next={{ href: hrefOf("/questions"), word: text.decide.back }} />
      ) : (
        <Own question={question} place={place} />
      )}
    </>
  );
}

export function Room({ session, slots }: RoomProps): ReactNode {
  const [{ sheet = null, stated }] = useFilters();
  const place: Place = { batch: slots["batch"] ?? "", row: Number(slots["row"]), sheet };
  const read = useResource(JSON.stringify(place), (signal) => findQuestion(place, signal));
  if (session.role === "operator" && read.problem !== null && stated !== undefined) {
    return (
      <>
        <PageHead title={text.title} crumbs={crumbs} />
        <Other place={place} stated={stated} />
      </>
    );
  }
  return <Found read={read} place={place} />;
}

/** That a row is no question any more is an answer too: null is wrapped, so that it is not taken for not yet read. */
function Found({
  read,
  place,
}: {
  readonly read: Resource<{ found: Question | null }>;
  readonly place: Place;
}): ReactNode {
  return <Read of={read}>{({ found }) => <OneQuestion question={found} place={place} />}</Read>;
}
