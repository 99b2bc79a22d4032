import { Button } from "antd";
import type { ReactNode } from "react";
import { Facts } from "../ui/facts.tsx";
import { Icon } from "../ui/icon.tsx";
import { momentOf } from "../ui/moment.ts";
import { StatusMark } from "../ui/status-mark.tsx";
import type { Status } from "../ui/status-mark.tsx";
import { partsOf } from "./answer.ts";
import type { AnsweredEntry, SubjectAnswer } from "./answer.ts";
import { Code } from "./code.tsx";
import { useFieldNames } from "./field-names.ts";
import type { FieldNames } from "./field-names.ts";
import { RecordRow } from "./record.tsx";
import { looksText } from "./text.ts";

const text = looksText.answer;

/** Shape, word and colour of an outcome: absence is quiet, what could not be checked is loud. */
export function outcomeStatus(outcome: SubjectAnswer["outcome"]): Status {
  const word = looksText.outcomes[outcome];
  if (outcome === "data") return { shape: "filled", word, tone: "zhe" };
  if (outcome === "not-checked") return { shape: "broken", word, tone: "mo" };
  return outcome === "nothing-found" ? { shape: "hollow", word, tone: "ink" } : { shape: "bar", word, tone: "soft" };
}

function Found({ answer, names }: { readonly answer: SubjectAnswer; readonly names: FieldNames }): ReactNode {
  const { records } = partsOf(answer);
  return (
    <section className="answer-part">
      <h3>
        {text.found}
        <span className="meta"> {text.foundCount(answer.records.length, records)}</span>
      </h3>
      {records === 0 ? <p className="meta">{text.foundNone}</p> : null}
      {answer.records.map((record) => (
        <RecordRow key={record.id} record={record} names={names} />
      ))}
    </section>
  );
}

function scopeOf({ scope }: AnsweredEntry): string {
  const { providers, completeThrough } = scope;
  return completeThrough === null ? text.absentOpen(providers) : text.absentScope(providers, completeThrough);
}

function Absent({ entries }: { readonly entries: readonly AnsweredEntry[] }): ReactNode {
  return (
    <section className="answer-part">
      <h3>{text.absent}</h3>
      {entries.length === 0 ? <p className="meta">{text.absentNone}</p> : null}
      <ul className="absent">
        {entries.map((entry) => (
          <li key={entry.entry}>
            <Icon name="hollow" />
            <strong>{entry.entryName}</strong> <span className="meta">{scopeOf(entry)}</span>
          </li>
        ))}
      </ul>
      {entries.length === 0 ? null : <p className="meta">{text.absentSays}</p>}
    </section>
  );
}

function Sources({ entry }: { readonly entry: AnsweredEntry }): ReactNode {
  const { unchecked } = entry.scope;
  return (
    <li>
      <strong>{entry.entryName}</strong>
      {unchecked.length === 0 ? <p>{text.uncheckedBare}</p> : null}
      <ul>
        {unchecked.map(({ title, through }) => (
          <li key={title}>
            {title}
            {looksText.colon}
            {through === null ? text.uncheckedNever : text.uncheckedTo(through)}
          </li>
        ))}
      </ul>
    </li>
  );
}

function Unchecked({ entries }: { readonly entries: readonly AnsweredEntry[] }): ReactNode {
  return (
    <section className="answer-part">
      <h3>{text.unchecked}</h3>
      {entries.length === 0 ? (
        <p className="meta">{text.uncheckedNone}</p>
      ) : (
        <div className="unchecked">
          <p className="says">
            <Icon name="broken" />
            {text.unchecked}
            {looksText.colon}
            {text.uncheckedSays}
          </p>
          <ul>
            {entries.map((entry) => (
              <Sources key={entry.entry} entry={entry} />
            ))}
          </ul>
          <p>{text.uncheckedNext}</p>
        </div>
      )}
    </section>
  );
}

function NotAuthorised(): ReactNode {
  return (
    <div className="note">
      <p>
        <strong>{text.refused}</strong>
      </p>
      <p>{text.refusedSays}</p>
      <p>{text.refusedNext}</p>
    </div>
  );
}

/** The same three parts in the same order, also where one is empty: nothing is left to be guessed from what is missing. */
function Parts({ answer }: { readonly answer: SubjectAnswer }): ReactNode {
  const { absent, unchecked } = partsOf(answer);
  const names = useFieldNames(answer.records.map(({ entry }) => entry));
  return (
    <>
      <Found answer={answer} names={names} />
      <Absent entries={absent} />
      <Unchecked entries={unchecked} />
    </>
  );
}

interface AnswerViewProps {
  readonly answer: SubjectAnswer;
  /** When it was answered, ISO 8601. */
  readonly at: string;
  readonly more?: (cursor: string) => void;
  readonly print?: () => void;
}

/** The answer about one subject. */
export function AnswerView({ answer, at, more, print }: AnswerViewProps): ReactNode {
  const { uscc, name, matter, look, outcome, next } = answer;
  return (
    <section className="answer" aria-label={name ?? uscc}>
      <header>
        <h2>{name ?? <Code code={uscc} />}</h2>
        <StatusMark {...outcomeStatus(outcome)} />
        {print === undefined ? null : (
          <Button size="small" onClick={print}>
            {text.print}
          </Button>
        )}
      </header>
      <Facts
        facts={[
          [text.code, <Code key="code" code={uscc} />],
          [text.matter, matter],
          [text.look, <code key="look">{look}</code>],
          [text.recorded, momentOf(at)],
        ]}
      />
      {answer.known === false ? <p className="meta">{text.unknown}</p> : null}
      {outcome === "not-authorised" ? <NotAuthorised /> : <Parts answer={answer} />}
      {next === null || more === undefined ? null : (
        <p className="pages">
          <Button onClick={() => more(next)}>{text.more}</Button>
          <span className="meta">{text.moreSays}</span>
        </p>
      )}
    </section>
  );
}
