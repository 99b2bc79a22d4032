// One proposal: what it asks for, what it would do, and the decision of a second person.
import { Button } from "antd";
import { useState } from "react";
import type { ReactNode } from "react";
import { get, post } from "../../client/client.ts";
import type { Outcome } from "../../client/problem.ts";
import { useResource } from "../../client/resource.ts";
import type { RoomProps } from "../../room.ts";
import { Link } from "../../router/link.tsx";
import { hrefOf } from "../../router/path.ts";
import { ConfirmAct } from "../../ui/confirm-act.tsx";
import { useDraft } from "../../ui/draft.ts";
import { ErrorState } from "../../ui/error-state.tsx";
import { Facts } from "../../ui/facts.tsx";
import { TextField } from "../../ui/field.tsx";
import { Loading } from "../../ui/loading.tsx";
import { dayOf, momentOf } from "../../ui/moment.ts";
import { Notice } from "../../ui/notice.tsx";
import { Chapter, PageHead } from "../../ui/page-head.tsx";
import { StatusMark } from "../../ui/status-mark.tsx";
import { Preview } from "./preview.tsx";
import type { Proposal } from "./preview.tsx";
import { proposalMark } from "./state-mark.ts";
import { approvalsText } from "./text.ts";

const text = approvalsText.one;
const REASON_MIN = 2;

type Act = "approve" | "refuse" | "withdraw";

const words: Readonly<Record<Act, { title: string; says: string; word: string; done: string }>> = {
  approve: { title: text.approveTitle, says: text.approveSays, word: text.approve, done: text.approved },
  refuse: { title: text.refuseTitle, says: text.refuseSays, word: text.refuse, done: text.refused },
  withdraw: { title: text.withdrawTitle, says: text.withdrawSays, word: text.withdraw, done: text.withdrawn },
};

async function carryOut(act: Act, proposal: string, reason: string): Promise<Outcome<unknown>> {
  const path = { proposal };
  if (act === "refuse") return post("/api/v1/approvals/{proposal}/refusal", { path, body: { reason } });
  if (act === "withdraw") return post("/api/v1/approvals/{proposal}/withdrawal", { path });
  return post("/api/v1/approvals/{proposal}/approval", { path, body: { reason: reason === "" ? null : reason } });
}

/** Whether it is one's own: then it can be taken back, and the page says why it cannot be decided. */
function useIsMine(proposal: string): boolean {
  const mine = useResource(`mine:${proposal}`, (signal) =>
    get("/api/v1/approvals", { query: { list: "mine" }, signal }),
  );
  return mine.value?.items.some((one) => one.proposal === proposal) ?? false;
}

function Decision({ proposal, reload }: { readonly proposal: Proposal; readonly reload: () => void }): ReactNode {
  const id = proposal.proposal;
  const isMine = useIsMine(id);
  const [reason, setReason] = useDraft(`approval:${id}`);
  const [act, setAct] = useState<Act | null>(null);
  const [done, setDone] = useState<Act | null>(null);
  if (done !== null) {
    return (
      <Notice live>
        {words[done].done} <Link href={hrefOf("/approvals")}>{text.back}</Link>
      </Notice>
    );
  }
  const lacks = act === "refuse" && reason.trim().length < REASON_MIN ? text.missing : undefined;
  return (
    <div className="decision">
      {proposal.mayDecide ? (
        <>
          <TextField label={text.reason} hint={text.reasonHint} value={reason} onChange={setReason} lines={2} />
          <p className="acts">
            <Button onClick={() => setAct("refuse")}>{text.refuse}</Button>
            <Button type="primary" onClick={() => setAct("approve")}>
              {text.approve}
            </Button>
          </p>
        </>
      ) : (
        <p>{text.cannot}</p>
      )}
      {isMine ? <Button onClick={() => setAct("withdraw")}>{text.withdraw}</Button> : null}
      {act === null ? null : (
        <ConfirmAct
          title={words[act].title}
          word={words[act].word}
          missing={lacks}
          act={() => carryOut(act, id, reason.trim())}
          done={() => {
            setReason("");
            setDone(act);
            reload();
          }}
          close={() => setAct(null)}
        >
          <p>
            <strong>{proposal.title}</strong>
          </p>
          <p>{words[act].says}</p>
        </ConfirmAct>
      )}
    </div>
  );
}

function factsOf(proposal: Proposal): readonly (readonly [string, ReactNode])[] {
  const { reason, documentNo, organisation, proposedAt, expiresAt, decidedAt, decisionReason } = proposal;
  const decided = decidedAt === null ? null : text.decision(momentOf(decidedAt), decisionReason ?? "");
  return [
    [approvalsText.reason, reason],
    [approvalsText.document, documentNo ?? text.noDocument],
    [text.organisation, <code key="organisation">{organisation}</code>],
    [approvalsText.at, momentOf(proposedAt)],
    [approvalsText.until, dayOf(expiresAt)],
    ...(decided === null ? [] : [[text.decided, decided] as const]),
  ];
}

export function Room({ slots }: RoomProps): ReactNode {
  const id = slots["proposal"] ?? "";
  const [settled, setSettled] = useState(false);
  const { value, problem, reload } = useResource(id, (signal) =>
    get("/api/v1/approvals/{proposal}", { path: { proposal: id }, signal }),
  );
  if (problem !== null) return <ErrorState problem={problem} again={reload} />;
  if (value === null) return <Loading />;
  return (
    <>
      <PageHead
        title={value.title}
        crumbs={[{ href: hrefOf("/approvals"), word: approvalsText.crumb }]}
        meta={[<StatusMark key="state" {...proposalMark(value.state)} />]}
      />
      <Chapter title={text.facts}>
        <Facts facts={factsOf(value)} />
      </Chapter>
      <Preview proposal={value} />
      {value.state === "open" || settled ? (
        <Decision
          proposal={value}
          reload={() => {
            setSettled(true);
            reload();
          }}
        />
      ) : null}
    </>
  );
}
