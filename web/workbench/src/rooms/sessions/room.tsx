// One's own account and live sessions, and ending them.
import { Button } from "antd";
import { useState } from "react";
import type { ReactNode } from "react";
import { get, remove } from "../../client/client.ts";
import { wayOutHref } from "../../client/problem.ts";
import { useResource } from "../../client/resource.ts";
import type { Session } from "../../client/session.ts";
import type { RoomProps } from "../../room.ts";
import { useAddress } from "../../router/address.ts";
import { ConfirmAct } from "../../ui/confirm-act.tsx";
import { EmptyState } from "../../ui/empty-state.tsx";
import { ErrorState } from "../../ui/error-state.tsx";
import { Facts } from "../../ui/facts.tsx";
import { Loading } from "../../ui/loading.tsx";
import { momentOf } from "../../ui/moment.ts";
import { Chapter, PageHead } from "../../ui/page-head.tsx";
import { RowTable } from "../../ui/row-table.tsx";
import type { Column } from "../../ui/row-table.tsx";
import { StatusMark } from "../../ui/status-mark.tsx";
import { roleNames } from "../../ui/text.ts";
import { sessionsText as text } from "./text.ts";

interface LiveSession {
  readonly session: string;
  readonly startedAt: string;
  readonly seenAt: string;
  readonly until: string;
  readonly current: boolean;
}

/** Whom nobody is any more goes to the door; else the list is read anew. */
function afterEnd(isOwn: boolean, reload: () => void): void {
  if (isOwn) location.assign("/sign-in");
  else reload();
}

function columnsOf(ask: (one: LiveSession) => void): readonly Column<LiveSession>[] {
  return [
    { name: "started", head: text.live.started, names: true, cell: (one) => momentOf(one.startedAt) },
    { name: "seen", head: text.live.seen, cell: (one) => momentOf(one.seenAt) },
    { name: "until", head: text.live.until, cell: (one) => momentOf(one.until) },
    {
      name: "state",
      head: text.live.state,
      cell: (one) =>
        one.current ? (
          <StatusMark shape="tick" word={text.live.current} tone="lv" />
        ) : (
          <StatusMark shape="ring" word={text.live.other} tone="soft" />
        ),
    },
    {
      name: "acts",
      head: text.live.acts,
      cell: (one) => (
        <Button
          size="small"
          aria-label={`${text.end} ${text.started(momentOf(one.startedAt))}`}
          onClick={() => ask(one)}
        >
          {text.end}
        </Button>
      ),
    },
  ];
}

function Proof({ session }: { readonly session: Session }): ReactNode {
  const { href } = useAddress();
  const until = session.session?.steppedUpUntil ?? null;
  return (
    <Chapter title={text.proof.title}>
      <p>{until === null ? text.proof.none : text.proof.until(momentOf(until))}</p>
      <p>
        <a href={wayOutHref("step-up", href)}>{text.proof.go}</a>
      </p>
    </Chapter>
  );
}

function Account({ session }: { readonly session: Session }): ReactNode {
  const { login, role, organisation } = session;
  return (
    <Chapter title={text.account.title}>
      <Facts
        facts={[
          [text.account.organisation, organisation.name],
          [text.account.code, organisation.uscc],
          [text.account.role, roleNames[role]],
          [text.account.login, login],
        ]}
      />
    </Chapter>
  );
}

type Ending = LiveSession | "all" | null;

function EndDialogue({
  ending,
  items,
  settle,
}: {
  readonly ending: LiveSession | "all";
  readonly items: readonly LiveSession[];
  readonly settle: (isOwn: boolean | null) => void;
}): ReactNode {
  const isAll = ending === "all";
  const isOwn = isAll || ending.current;
  const says = isAll ? text.endAll.says(items.length) : text.endOne.says(momentOf(ending.startedAt));
  return (
    <ConfirmAct
      title={isAll ? text.endAll.title : text.endOne.title}
      word={text.end}
      act={() =>
        isAll ? remove("/api/v1/sessions") : remove("/api/v1/sessions/{session}", { path: { session: ending.session } })
      }
      done={() => settle(isOwn)}
      close={() => settle(null)}
    >
      <p>{says}</p>
      {!isAll && isOwn ? <p>{text.endOne.own}</p> : null}
    </ConfirmAct>
  );
}

export function Room({ session }: RoomProps): ReactNode {
  const { value, problem, loading, reload } = useResource("sessions", (signal) => get("/api/v1/sessions", { signal }));
  const [ending, setEnding] = useState<Ending>(null);
  const items = value?.items ?? [];
  const settle = (isOwn: boolean | null): void => {
    setEnding(null);
    if (isOwn !== null) afterEnd(isOwn, reload);
  };
  return (
    <>
      <PageHead title={text.title} acts={<Button onClick={() => setEnding("all")}>{text.endAll.word}</Button>} />
      <Account session={session} />
      <Proof session={session} />
      <Chapter title={text.live.title} scope={text.live.scope}>
        {problem === null ? null : <ErrorState problem={problem} again={reload} />}
        {loading && value === null ? <Loading /> : null}
        {value !== null && items.length === 0 ? <EmptyState title={text.live.none} /> : null}
        {items.length === 0 ? null : (
          <RowTable
            caption={text.live.title}
            columns={columnsOf(setEnding)}
            rows={items}
            keyOf={(one) => one.session}
            open={setEnding}
          />
        )}
      </Chapter>
      {ending === null ? null : <EndDialogue ending={ending} items={items} settle={settle} />}
    </>
  );
}
