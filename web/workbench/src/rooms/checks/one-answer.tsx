import { Button } from "antd";
import type { ReactNode } from "react";
import { Code } from "../../looks/code.tsx";
import { Facts } from "../../ui/facts.tsx";
import { Icon } from "../../ui/icon.tsx";
import { momentOf } from "../../ui/moment.ts";
import { StatusMark } from "../../ui/status-mark.tsx";
import { Feedback } from "./feedback.tsx";
import { outcomeStatus, scopeOf, untilOf } from "./outcome.ts";
import type { AppliedMeasure, CheckedEntry, CheckedSubject } from "./outcome.ts";
import { checksText } from "./text.ts";

const text = checksText.answers;
const words = checksText.measure;

type Incentive = CheckedSubject["incentives"][number];

const basisOf = (basis: AppliedMeasure["basis"]): ReactNode => (
  <ul>
    {basis.map((one) => (
      <li key={one.article}>{one.text}</li>
    ))}
  </ul>
);

function MeasureView({ one, subject }: { readonly one: AppliedMeasure; readonly subject: CheckedSubject }): ReactNode {
  const kind = words.kinds[one.kind];
  const className = one.measureClass === null ? undefined : words.classes[one.measureClass];
  return (
    <article className="record">
      <header>
        <StatusMark shape="sheet" word={kind} tone="zhe" />
        <h4>{one.name}</h4>
        {className === undefined ? null : <span className="meta">{className}</span>}
        {one.marks.map((mark) => (
          <StatusMark key={mark.kind} shape="diamond" tone="mo" word={mark.name} />
        ))}
      </header>
      <p>{one.content}</p>
      <Facts
        facts={[
          [words.decider, one.decider ?? words.notStated],
          [words.documentNo, one.documentNo ?? words.notStated],
          [words.decidedOn, one.decidedOn ?? words.notStated],
          [words.until, untilOf(one)],
          [words.bodies, one.bodies.join(words.join)],
          [words.basis, basisOf(one.basis)],
          [words.remedy, one.remedy],
        ]}
      />
      <Feedback uscc={subject.uscc} look={subject.look} measure={one.measure} />
    </article>
  );
}

function IncentiveView({ one }: { readonly one: Incentive }): ReactNode {
  return (
    <article className="record">
      <header>
        <h4>{one.name}</h4>
      </header>
      <p>{one.content}</p>
      <Facts
        facts={[
          [words.commitment, one.commitment ?? words.noCommitment],
          [words.basis, basisOf(one.basis)],
          [words.remedy, one.remedy],
        ]}
      />
    </article>
  );
}

function Unchecked({ entries }: { readonly entries: readonly CheckedEntry[] }): ReactNode {
  if (entries.length === 0) return <p className="meta">{text.uncheckedNone}</p>;
  return (
    <div className="unchecked">
      <p className="says">
        <Icon name="broken" />
        {text.uncheckedSays}
      </p>
      <ul>
        {entries.map(({ entry, entryName, unchecked }) => (
          <li key={entry}>
            <strong>{entryName}</strong>
            {unchecked.length === 0 ? <p>{text.uncheckedBare}</p> : null}
            <ul>
              {unchecked.map(({ title, through }) => (
                <li key={title}>
                  {title} <span>{through === null ? text.uncheckedNever : text.uncheckedTo(through)}</span>
                </li>
              ))}
            </ul>
          </li>
        ))}
      </ul>
      <p>{text.uncheckedNext}</p>
    </div>
  );
}

function Absent({
  subject,
  entries,
}: {
  readonly subject: CheckedSubject;
  readonly entries: readonly CheckedEntry[];
}): ReactNode {
  if (subject.outcome !== "no-measure") return <p className="meta">{text.absentNot}</p>;
  return (
    <>
      <p>{text.absentSays}</p>
      <ul className="absent">
        {entries.map((entry) => (
          <li key={entry.entry}>
            <Icon name="hollow" />
            <strong>{entry.entryName}</strong> <span className="meta">{scopeOf(entry)}</span>
          </li>
        ))}
      </ul>
    </>
  );
}

function Part({ title, children }: { readonly title: string; readonly children: ReactNode }): ReactNode {
  return (
    <section className="answer-part">
      <h3>{title}</h3>
      {children}
    </section>
  );
}

interface OneAnswerProps {
  readonly subject: CheckedSubject;
  readonly entries: readonly CheckedEntry[];
  /** When it was answered, ISO 8601. */
  readonly at: string;
  readonly print: () => void;
}

/** The answer about one subject: the same parts in the same order, also where one is empty. No overall verdict. */
export function OneAnswer({ subject, entries, at, print }: OneAnswerProps): ReactNode {
  const of = (state: CheckedEntry["state"]): readonly CheckedEntry[] => entries.filter((one) => one.state === state);
  const { uscc, name, measures, incentives } = subject;
  return (
    <section className="answer" aria-label={name ?? uscc}>
      <header>
        <h2>{name ?? <Code code={uscc} />}</h2>
        <StatusMark {...outcomeStatus(subject.outcome)} />
        <Button size="small" onClick={print}>
          {text.print}
        </Button>
      </header>
      <Facts
        facts={[
          [text.code, <Code key="code" code={uscc} />],
          [text.number, subject.matterNo],
          [
            text.look,
            <code key="look" className="hash">
              {subject.look}
            </code>,
          ],
          [text.recorded, momentOf(at)],
        ]}
      />
      {subject.known ? null : <p className="meta">{text.unknown}</p>}
      <Part title={text.measures}>
        {measures.length === 0 ? <p className="meta">{text.noneFound}</p> : null}
        {measures.map((one) => (
          <MeasureView key={`${one.measure} ${one.record}`} one={one} subject={subject} />
        ))}
      </Part>
      <Part title={text.absent}>
        <Absent subject={subject} entries={of("checked")} />
      </Part>
      <Part title={text.unchecked}>
        <Unchecked entries={of("unchecked")} />
      </Part>
      <Part title={text.incentives}>
        {incentives.length === 0 ? <p className="meta">{text.incentivesNone}</p> : null}
        {incentives.map((one) => (
          <IncentiveView key={one.measure} one={one} />
        ))}
      </Part>
    </section>
  );
}
