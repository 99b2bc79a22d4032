import { Button } from "antd";
import { useEffect, useRef, useState } from "react";
import type { ReactNode } from "react";
import type { QueryAnswer, SubjectAnswer } from "../../looks/answer.ts";
import { AnswerView, outcomeStatus } from "../../looks/answer-view.tsx";
import { Code } from "../../looks/code.tsx";
import { saveAnswerTo } from "../../looks/files.ts";
import { looksText } from "../../looks/text.ts";
import { Link } from "../../router/link.tsx";
import { useFilters } from "../../router/address.ts";
import { hrefOf } from "../../router/path.ts";
import { ConfirmAct } from "../../ui/confirm-act.tsx";
import { momentOf } from "../../ui/moment.ts";
import { Notice } from "../../ui/notice.tsx";
import { RowTable } from "../../ui/row-table.tsx";
import type { Column } from "../../ui/row-table.tsx";
import { StatusMark } from "../../ui/status-mark.tsx";
import type { AskedQuery } from "./asked.ts";
import { checkText } from "./text.ts";

const text = checkText.answers;

const columns: readonly Column<SubjectAnswer>[] = [
  { name: "subject", head: text.subject, names: true, cell: ({ name, uscc }) => name ?? uscc },
  { name: "code", head: text.code, cell: ({ uscc }) => <Code code={uscc} /> },
  { name: "matter", head: text.matter, cell: ({ matter }) => matter },
  { name: "outcome", head: text.outcome, cell: ({ outcome }) => <StatusMark {...outcomeStatus(outcome)} /> },
  {
    name: "records",
    head: text.records,
    number: true,
    cell: ({ entries }) => entries.reduce((sum, { records }) => sum + records, 0),
  },
];

function ExportAct({ query }: { readonly query: AskedQuery }): ReactNode {
  const [open, setOpen] = useState(false);
  const [done, setDone] = useState<string | null>(null);
  const words = looksText.export;
  return (
    <>
      <Button onClick={() => setOpen(true)}>{words.word}</Button>
      {done === null ? null : <span role="status">{words.done(done)}</span>}
      {open ? (
        <ConfirmAct
          title={words.title}
          word={words.word}
          act={() => saveAnswerTo("/api/v1/queries/exports", query, "export.csv")}
          done={(name) => {
            setDone(name);
            setOpen(false);
          }}
          close={() => setOpen(false)}
        >
          <p>{words.says}</p>
        </ConfirmAct>
      ) : null}
    </>
  );
}

interface AnswersProps {
  readonly answer: QueryAnswer;
  readonly query: AskedQuery;
  readonly path: string;
  readonly more: (cursor: string) => void;
}

/** All answers, each with what was found, what was not, and what could not be checked. */
export function Answers({ answer, query, path, more }: AnswersProps): ReactNode {
  const [filters, change] = useFilters();
  const head = useRef<HTMLHeadingElement>(null);
  useEffect(() => head.current?.focus(), [answer.at]);
  const { answers, at, prompt } = answer;
  const only = answers.find(({ look }) => look === filters["answer"]);
  const shown = only === undefined ? answers : [only];
  return (
    <section className="chapter">
      <header>
        <h2 ref={head} tabIndex={-1}>
          {text.title}
        </h2>
        <p className="meta">{text.scope(momentOf(at), answers.length)}</p>
      </header>
      <Notice>{prompt}</Notice>
      {only === undefined ? (
        <div className="acts">
          <ExportAct query={query} />
        </div>
      ) : (
        <p className="no-print">
          <Link href={hrefOf(path, { ...filters, answer: null })}>{text.back}</Link>
        </p>
      )}
      {answers.length === 1 || only !== undefined ? null : (
        <RowTable
          caption={text.table}
          columns={columns}
          rows={answers}
          keyOf={({ look }) => look}
          open={({ look }) => change({ answer: look })}
        />
      )}
      {shown.map((one) => (
        <AnswerView
          key={one.look}
          answer={one}
          at={at}
          more={more}
          print={() => {
            change({ answer: one.look });
            // The page shows that one alone before the browser is asked for it.
            requestAnimationFrame(() => requestAnimationFrame(() => print()));
          }}
        />
      ))}
    </section>
  );
}
