import type { ReactNode } from "react";
import { Facts } from "../ui/facts.tsx";
import { StatusMark } from "../ui/status-mark.tsx";
import type { SharedRecord } from "./answer.ts";
import type { FieldNames } from "./field-names.ts";
import { looksText } from "./text.ts";

const text = looksText.record;

/** What the record's fields say, under the names of the catalogue; what stands in the head already is not said twice. */
function contentOf(record: SharedRecord, names: FieldNames): readonly (readonly [string, string])[] {
  const called = names.get(record.entry);
  return Object.entries(record.fields)
    .filter(([field]) => field !== "documentNo")
    .map(([field, value]) => [called?.get(field) ?? field, value ?? text.none]);
}

function factsOf(record: SharedRecord): readonly (readonly [string, ReactNode])[] {
  const { authority, decidedOn, validUntil, severity, providerName, receivedOn } = record;
  const shown: (readonly [string, ReactNode])[] = [];
  if (authority !== null) shown.push([text.authority, authority]);
  if (decidedOn !== null) shown.push([text.decidedOn, decidedOn]);
  if (validUntil !== null) shown.push([text.validUntil, validUntil]);
  if (severity !== null) shown.push([text.severity, looksText.severities[severity]]);
  shown.push([text.provider, providerName], [text.receivedOn, receivedOn]);
  return shown;
}

/** One record: what, by whom, where it came from, and the last day on which it may be used. */
export function RecordRow({
  record,
  names,
  open = false,
}: {
  readonly record: SharedRecord;
  readonly names: FieldNames;
  /** Whether its content stands open from the beginning. */
  readonly open?: boolean;
}): ReactNode {
  const { entryName, documentNo, shownUntil, id } = record;
  const content = contentOf(record, names);
  return (
    <article className="record">
      <header>
        <h4>{entryName}</h4>
        <span>{documentNo ?? text.noDocument}</span>
        {record.marks.map(({ kind, name }) => (
          <StatusMark key={kind} shape="diamond" tone="mo" word={name} />
        ))}
        <strong className="record-end">{shownUntil === null ? text.open : text.usable(shownUntil)}</strong>
      </header>
      <Facts facts={factsOf(record)} />
      {content.length === 0 ? null : (
        <details open={open}>
          <summary>{text.content}</summary>
          <Facts facts={[...content, [text.id, <code key={id}>{id}</code>]]} />
        </details>
      )}
    </article>
  );
}
