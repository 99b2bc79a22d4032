import { Button } from "antd";
import type { ReactNode } from "react";
import "../../looks/looks.css";
import { EmptyState } from "../../ui/empty-state.tsx";
import { Facts } from "../../ui/facts.tsx";
import { momentOf } from "../../ui/moment.ts";
import { Chapter } from "../../ui/page-head.tsx";
import { StatusMark } from "../../ui/status-mark.tsx";
import { commitmentsText as text } from "./text.ts";
import { stateMark, wordFor } from "./words.ts";
import type { Commitment } from "./words.ts";

function One({ one, judge }: { readonly one: Commitment; readonly judge: (() => void) | null }): ReactNode {
  const said = one.judgements.map(({ no, outcome, reason, day }) => (
    <div key={no}>{text.judged(wordFor(text.states, outcome), reason, day)}</div>
  ));
  return (
    <Chapter title={wordFor(text.kinds, one.kind)}>
      <Facts
        facts={[
          [text.state, <StatusMark key="state" {...stateMark(one.state)} />],
          [text.subject, one.subject],
          [text.receiver, one.receiver.name],
          [text.promise, one.promise],
          [text.document, one.documentNo ?? one.matter ?? text.none],
          [text.through, one.through ?? text.noTerm],
          [text.given, momentOf(one.givenAt)],
          [text.how, one.onPaper === null ? text.portal : text.onPaper(one.onPaper.title, one.onPaper.registrar)],
          ...(said.length === 0 ? [] : [[text.said, said] as const]),
        ]}
      />
      <details>
        <summary>{text.wording}</summary>
        <pre className="wording">{one.wording}</pre>
      </details>
      {judge === null ? null : (
        <p className="acts">
          <Button onClick={judge}>{text.judge}</Button>
        </p>
      )}
    </Chapter>
  );
}

interface ListProps {
  readonly items: readonly Commitment[];
  readonly empty: { readonly title: string; readonly scope: string };
  /** What is done to judge one; null for whoever gave them. */
  readonly judge: ((one: Commitment) => void) | null;
}

/** Commitments, the newest first, each with its wording and what was said of it. */
export function CommitmentList({ items, empty, judge }: ListProps): ReactNode {
  if (items.length === 0) return <EmptyState {...empty} />;
  return items.map((one) => <One key={one.commitment} one={one} judge={judge === null ? null : () => judge(one)} />);
}
