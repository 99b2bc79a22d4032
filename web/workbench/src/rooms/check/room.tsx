// A matter is opened once, subjects are asked about, and every look is written down before it is answered.
import { useState } from "react";
import type { ReactNode } from "react";
import { get, post } from "../../client/client.ts";
import type { Problem } from "../../client/problem.ts";
import { useResource } from "../../client/resource.ts";
import { withMore } from "../../looks/answer.ts";
import type { QueryAnswer } from "../../looks/answer.ts";
import "../../looks/looks.css";
import { noRules, useLookRules } from "../../looks/rules.ts";
import type { RoomProps } from "../../room.ts";
import { useAddress } from "../../router/address.ts";
import { Link } from "../../router/link.tsx";
import { hrefOf } from "../../router/path.ts";
import { EmptyState } from "../../ui/empty-state.tsx";
import { ErrorState } from "../../ui/error-state.tsx";
import { Loading } from "../../ui/loading.tsx";
import { Notice } from "../../ui/notice.tsx";
import { PageHead } from "../../ui/page-head.tsx";
import { Answers } from "./answers.tsx";
import type { AskedQuery } from "./asked.ts";
import { CheckForm } from "./form.tsx";
import { checkText as text } from "./text.ts";

interface Asked {
  readonly query: AskedQuery;
  readonly answer: QueryAnswer;
}

function Budget({ turn }: { readonly turn: string }): ReactNode {
  const { value, problem } = useResource(`budget ${turn}`, (signal) => get("/api/v1/access/looks/mine", { signal }));
  if (problem !== null) return <ErrorState problem={problem} />;
  if (value === null) return <Loading />;
  const { budget } = value;
  if (budget === null) return <Notice>{text.budget.none}</Notice>;
  return <p className="budget">{text.budget.says(budget.used, budget.left, budget.subjects)}</p>;
}

/** The answers to a query that this page asked; they are kept nowhere. */
function Answered({
  asked,
  more,
}: {
  readonly asked: Asked | null;
  readonly more: (cursor: string) => void;
}): ReactNode {
  const { path, query } = useAddress();
  if (asked !== null) return <Answers answer={asked.answer} query={asked.query} path={path} more={more} />;
  if (query["answer"] === undefined) return null;
  const { gone, goneSays, again } = text.answers;
  return (
    <EmptyState title={gone} scope={goneSays} next={{ href: hrefOf(path, { ...query, answer: null }), word: again }} />
  );
}

export function Room({ session }: RoomProps): ReactNode {
  const { value: rules, problem: noList, reload } = useLookRules();
  const [asked, setAsked] = useState<Asked | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [busy, setBusy] = useState(false);
  const isLender = session.role === "bank";
  const ask = async (query: AskedQuery): Promise<void> => {
    setBusy(true);
    setProblem(null);
    const answered = await post("/api/v1/queries", { body: query });
    setBusy(false);
    if (answered.ok) setAsked({ query, answer: answered.value });
    else setProblem(answered.problem);
  };
  const more = async (cursor: string): Promise<void> => {
    if (asked === null) return;
    const read = await post("/api/v1/queries", { body: { cursor } });
    if (!read.ok) return setProblem(read.problem);
    setAsked({
      ...asked,
      answer: { ...asked.answer, answers: [...withMore(asked.answer.answers, read.value.answers)] },
    });
  };
  return (
    <>
      <div className="no-print">
        <PageHead
          title={isLender ? text.titles.lender : text.titles.officer}
          acts={<Link href={hrefOf("/today")}>{text.today}</Link>}
        />
        <Budget turn={asked?.answer.at ?? ""} />
        <Notice>{text.prompt}</Notice>
        {noList === null ? null : <ErrorState problem={noList} again={reload} />}
        <CheckForm
          office={session.organisation.uscc}
          isLender={isLender}
          rules={rules ?? noRules}
          busy={busy}
          ask={(query) => void ask(query)}
        />
        {problem === null ? null : <ErrorState problem={problem} />}
      </div>
      <Answered asked={asked} more={(cursor) => void more(cursor)} />
    </>
  );
}
