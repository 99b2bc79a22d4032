// One objection as its sides read it: what is disputed, how it was answered, what was done, documents.
import type { ReactNode } from "react";
import { Facts } from "../../ui/facts.tsx";
import { Chapter } from "../../ui/page-head.tsx";
import { ProofList } from "../../ui/proof-fields.tsx";
import { RowTable } from "../../ui/row-table.tsx";
import type { Column } from "../../ui/row-table.tsx";
import { StatusMark } from "../../ui/status-mark.tsx";
import { objectionsText } from "./text.ts";
import { aboutWord, leftWord, phaseMark, wordFor } from "./words.ts";
import type { Objection } from "./words.ts";

const text = objectionsText.one;
const words = objectionsText.columns;
interface Shown {
  readonly objection: Objection;
}

export function ObjectionFacts({ objection }: Shown): ReactNode {
  const { about, rule, subject, respondent } = objection;
  return (
    <Chapter title={text.facts}>
      <Facts
        facts={[
          [words.phase, <StatusMark key="phase" {...phaseMark(objection)} />],
          [words.due, leftWord(objection.due)],
          [words.about, aboutWord(objection)],
          ...(about.record === null ? [] : [[text.record, <code key="record">{about.record}</code>] as const]),
          ...(about.look === null ? [] : [[text.lookId, <code key="look">{about.look}</code>] as const]),
          [words.subject, objectionsText.withCode(subject.name, subject.uscc)],
          [words.respondent, respondent.name],
          [words.ground, objection.groundName],
          [words.filed, objection.filedOn],
          [text.via, wordFor(text.ways, objection.via)],
          [text.marked, objection.marked ? text.isMarked : text.notMarked],
          ...(objection.reminders === 0 ? [] : [[text.reminders, text.times(objection.reminders)] as const]),
          ...(rule === null ? [] : [[text.rule, objectionsText.withCode(rule.name, rule.articleText)] as const]),
        ]}
      />
    </Chapter>
  );
}

type Asked = Objection["fields"][number];
const askedColumns: readonly Column<Asked>[] = [
  { name: "field", head: text.field, names: true, cell: ({ name }) => name },
  { name: "now", head: text.now, cell: ({ says }) => says ?? text.empty },
  { name: "should", head: text.should, cell: ({ should }) => should },
];

export function ObjectionClaim({ objection }: Shown): ReactNode {
  return (
    <Chapter title={text.claim}>
      <p>{objection.claim}</p>
      {objection.fields.length === 0 ? null : (
        <RowTable caption={text.claim} columns={askedColumns} rows={objection.fields} keyOf={({ field }) => field} />
      )}
      <ProofList proofs={objection.evidence} empty={text.noEvidence} />
    </Chapter>
  );
}

type Correction = Objection["corrections"][number];
const correctionColumns: readonly Column<Correction>[] = [
  { name: "field", head: text.field, names: true, cell: ({ name }) => name },
  { name: "old", head: text.old, cell: ({ old }) => old ?? text.empty },
  { name: "new", head: text.new, cell: ({ new: now }) => now ?? text.empty },
];

export function ObjectionAnswer({ objection: { answer, corrections } }: Shown): ReactNode {
  if (answer === null) return null;
  return (
    <Chapter title={text.answer}>
      <Facts
        facts={[
          [text.outcome, wordFor(objectionsText.outcomes, answer.outcome)],
          [text.words, answer.words],
          ...(answer.change === null ? [] : [[text.change, wordFor(text.changes, answer.change.kind)] as const]),
        ]}
      />
      {corrections.length === 0 ? null : (
        <RowTable
          caption={text.corrections}
          columns={correctionColumns}
          rows={corrections}
          keyOf={({ field }) => field}
        />
      )}
      {answer.evidence.length === 0 ? null : <ProofList proofs={answer.evidence} empty="" />}
    </Chapter>
  );
}

export function ObjectionHistory({ objection }: Shown): ReactNode {
  return (
    <Chapter title={text.history}>
      <ol className="plain history">
        {objection.steps.map((step) => (
          <li key={step.no}>
            <strong>{step.kindName}</strong> <span className="meta">{step.day}</span>
            {step.words === null ? null : <p>{step.words}</p>}
          </li>
        ))}
      </ol>
    </Chapter>
  );
}

type Paper = Objection["documents"][number];

/** Documents are pages of the server's own, to be read and printed. */
export function ObjectionPapers({ objection, base }: Shown & { readonly base: string }): ReactNode {
  const columns: readonly Column<Paper>[] = [
    {
      name: "paper",
      head: text.paper,
      names: true,
      cell: ({ document, kindName }) => <a href={`${base}/${objection.objection}/documents/${document}`}>{kindName}</a>,
    },
    { name: "number", head: text.number, cell: ({ number }) => number },
    { name: "issued", head: text.issued, cell: ({ issuedOn }) => issuedOn },
  ];
  return (
    <Chapter title={text.papers}>
      {objection.documents.length === 0 ? (
        <p>{text.noPapers}</p>
      ) : (
        <RowTable
          caption={text.papers}
          columns={columns}
          rows={objection.documents}
          keyOf={({ document }) => document}
        />
      )}
    </Chapter>
  );
}
