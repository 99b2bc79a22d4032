// A case as both sides read it: facts, what holds it up, its course, its documents, its remedies.
import type { ReactNode } from "react";
import { Facts } from "../../ui/facts.tsx";
import { Chapter } from "../../ui/page-head.tsx";
import { StatusMark } from "../../ui/status-mark.tsx";
import { When } from "../../ui/read.tsx";
import { standingMark, stepName } from "./case.ts";
import type { Case } from "./case.ts";
import "./cases.css";
import { casesText } from "./text.ts";

const text = casesText.one;

type Fact = readonly [string, ReactNode];

function dayFacts({ defenceUntil, hearingOn, listedFrom, listedUntil }: Case): readonly Fact[] {
  return [
    ...(defenceUntil === null ? [] : [[text.defenceUntil, defenceUntil] as const]),
    ...(hearingOn === null ? [] : [[text.hearingOn, hearingOn] as const]),
    ...(listedFrom === null ? [] : [[text.listed, text.term(listedFrom, listedUntil)] as const]),
  ];
}

export function CaseFacts({ one }: { readonly one: Case }): ReactNode {
  const { subject, authority, groundName, facts, evidence } = one;
  return (
    <Chapter title={text.facts} scope={<StatusMark {...standingMark(one.standing)} />}>
      <Facts
        facts={[
          [
            text.subject,
            <>
              {subject.name} <code>{subject.uscc}</code>
            </>,
          ],
          [text.authority, authority.name],
          [text.ground, groundName],
          [text.said, facts],
          [
            text.evidence,
            <ul key="evidence">
              {evidence.map(({ title, digest }) => (
                <li key={digest}>{title}</li>
              ))}
            </ul>,
          ],
          ...dayFacts(one),
        ]}
      />
      <When is={one.noticeRunsLate}>
        <p className="meta">{text.late}</p>
      </When>
    </Chapter>
  );
}

/** Why a step must wait, by which article, and until which day. */
export function Held({ held }: Pick<Case, "held">): ReactNode {
  if (held.length === 0) return null;
  return (
    <section className="case-held" aria-label={text.held}>
      <h3>{text.held}</h3>
      <ul>
        {held.map((one) => (
          <li key={`${one.kind} ${one.exit ?? ""}`}>
            {text.heldLine(stepName(one), one.title)}
            {one.from === null ? null : ` ${text.heldFrom(one.from)}`}
            {one.articleText === null ? null : (
              <span className="meta">
                {" "}
                {text.basis}
                {one.articleText}
              </span>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

export function Course({ steps }: Pick<Case, "steps">): ReactNode {
  return (
    <Chapter title={text.timeline}>
      <ol className="case-course">
        {steps.map(({ no, kind, day, on, words }) => (
          <li key={no}>
            <p>
              <time dateTime={day}>{day}</time> <strong>{stepName({ kind, exit: null })}</strong>
              {on === day ? null : <span className="meta"> {text.factDay(on)}</span>}
            </p>
            {words === null || kind === "open" ? null : <p>{words}</p>}
          </li>
        ))}
      </ol>
    </Chapter>
  );
}

interface DocumentsProps {
  readonly one: Case;
  /** Address of the paper of a document. */
  readonly hrefOf: (document: string) => string;
}

export function Documents({ one, hrefOf }: DocumentsProps): ReactNode {
  return (
    <Chapter title={text.documents}>
      {one.documents.length === 0 ? <p>{text.noDocuments}</p> : null}
      <ul>
        {one.documents.map(({ document, kind, number, issuedOn }) => (
          <li key={document}>
            <a href={hrefOf(document)} target="_blank" rel="noreferrer">
              {text.documentKinds[kind] ?? kind} {number}
            </a>{" "}
            <span className="meta">{issuedOn}</span>
          </li>
        ))}
      </ul>
    </Chapter>
  );
}

export function Remedies({ remedies }: Pick<Case, "remedies">): ReactNode {
  if (remedies.length === 0) return null;
  return (
    <Chapter title={text.remedies}>
      <ul>
        {remedies.map(({ kind, until, mark }) => (
          <li key={kind}>
            {text.remedyKinds[kind] ?? kind} {text.remedyUntil(until)}
            {mark === "unverified" ? <span className="meta"> {text.unverified}</span> : null}
          </li>
        ))}
      </ul>
    </Chapter>
  );
}
