import { useEffect, useRef } from "react";
import type { ReactNode } from "react";
import { Code } from "../../looks/code.tsx";
import { useFilters } from "../../router/address.ts";
import { Link } from "../../router/link.tsx";
import { hrefOf } from "../../router/path.ts";
import { momentOf } from "../../ui/moment.ts";
import { Notice } from "../../ui/notice.tsx";
import { RowTable } from "../../ui/row-table.tsx";
import type { Column } from "../../ui/row-table.tsx";
import { StatusMark } from "../../ui/status-mark.tsx";
import type { Status } from "../../ui/status-mark.tsx";
import type { CheckAnswer } from "./asked.ts";
import { OneAnswer } from "./one-answer.tsx";
import { outcomeStatus } from "./outcome.ts";
import type { CheckedEntry, CheckedSubject } from "./outcome.ts";
import { checksText } from "./text.ts";

const text = checksText.answers;
/** More are opened one by one from the table. */
const AT_ONCE = 10;

const columns: readonly Column<CheckedSubject>[] = [
  { name: "subject", head: text.subject, names: true, cell: ({ name, uscc }) => name ?? uscc },
  { name: "code", head: text.code, cell: ({ uscc }) => <Code code={uscc} /> },
  { name: "number", head: text.number, cell: ({ matterNo }) => matterNo },
  { name: "outcome", head: text.outcome, cell: ({ outcome }) => <StatusMark {...outcomeStatus(outcome)} /> },
  { name: "count", head: text.count, number: true, cell: ({ measures }) => measures.length },
];

const statuses: Readonly<Record<CheckedEntry["state"], Status>> = {
  checked: { shape: "tick", word: text.states.checked, tone: "lv" },
  unchecked: { shape: "broken", word: text.states.unchecked, tone: "mo" },
  outside: { shape: "bar", word: text.states.outside, tone: "soft" },
};

const coverage: readonly Column<CheckedEntry>[] = [
  { name: "entry", head: text.entry, names: true, cell: ({ entryName }) => entryName },
  { name: "state", head: text.state, cell: ({ state }) => <StatusMark {...statuses[state]} /> },
  { name: "through", head: text.completeThrough, cell: ({ completeThrough }) => completeThrough ?? text.never },
  { name: "providers", head: text.providers, number: true, cell: ({ providers }) => providers },
];

/** How far was looked; what the duty does not reach is named, not passed over. */
function Coverage({ entries }: { readonly entries: readonly CheckedEntry[] }): ReactNode {
  const outside = entries.filter(({ state }) => state === "outside");
  return (
    <section className="chapter">
      <header>
        <h2>{text.coverage}</h2>
      </header>
      {outside.length === 0 ? null : (
        <Notice>
          {text.outsideSays}
          {outside.map(({ entryName }) => entryName).join(text.join)}
        </Notice>
      )}
      <RowTable caption={text.coverage} columns={coverage} rows={entries} keyOf={({ entry }) => entry} />
    </section>
  );
}

/** Those to be shown in full: the one of the address, or the few there are. */
function shownOf(answers: readonly CheckedSubject[], look: string | undefined): readonly CheckedSubject[] {
  const only = answers.filter((one) => one.look === look);
  if (only.length > 0) return only;
  return answers.length > AT_ONCE ? [] : answers;
}

export function Answers({ answer, path }: { readonly answer: CheckAnswer; readonly path: string }): ReactNode {
  const [filters, change] = useFilters();
  const head = useRef<HTMLHeadingElement>(null);
  useEffect(() => head.current?.focus(), [answer.at]);
  const { answers, at, prompt, matter, entries } = answer;
  const shown = shownOf(answers, filters["answer"]);
  const isOnly = filters["answer"] !== undefined && shown.length === 1;
  return (
    <section className="chapter">
      <header>
        <h2 ref={head} tabIndex={-1}>
          {text.title}
        </h2>
        <p className="meta">{text.scope(matter.name, momentOf(at), answers.length)}</p>
      </header>
      <Notice>{prompt}</Notice>
      {isOnly && answers.length > 1 ? (
        <p className="no-print">
          <Link href={hrefOf(path, { ...filters, answer: null })}>{text.back}</Link>
        </p>
      ) : null}
      {answers.length === 1 || isOnly ? null : (
        <RowTable
          caption={text.table}
          columns={columns}
          rows={answers}
          keyOf={({ look }) => look}
          open={({ look }) => change({ answer: look })}
        />
      )}
      {shown.map((one) => (
        <OneAnswer
          key={one.look}
          subject={one}
          entries={entries}
          at={at}
          print={() => {
            change({ answer: one.look });
            // The page shows that one alone before the browser is asked for it.
            requestAnimationFrame(() => requestAnimationFrame(() => print()));
          }}
        />
      ))}
      <Coverage entries={entries} />
    </section>
  );
}
