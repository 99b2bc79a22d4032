// What is told of a draft: faults with their lines, cases, what changes for whom, and from which day it may stand.
import { Button } from "antd";
import type { ReactNode } from "react";
import { EmptyState } from "../../ui/empty-state.tsx";
import { Chapter } from "../../ui/page-head.tsx";
import { RowTable } from "../../ui/row-table.tsx";
import type { Column } from "../../ui/row-table.tsx";
import { StatusMark } from "../../ui/status-mark.tsx";
import "./policy.css";
import { policyText } from "./text.ts";
import { countWord, effectMark, wordFor } from "./words.ts";
import type { Change, Fault, Impact, Judgement } from "./words.ts";

const text = policyText.draft;

interface FaultsProps {
  readonly faults: readonly Fault[];
  readonly goTo: (fault: Fault) => void;
}

export function Faults({ faults, goTo }: FaultsProps): ReactNode {
  return (
    <Chapter title={text.faults}>
      {faults.length === 0 ? <StatusMark shape="tick" tone="lv" word={text.noFaults} /> : null}
      <ul className="told">
        {faults.map((fault, at) => (
          <li key={at}>
            <StatusMark shape="cross" tone="zhe" word={fault.message} />
            <p>{fault.cure}</p>
            <p className="meta">
              {policyText.lines(fault.file, fault.line, fault.column)} {fault.articleText}{" "}
              <Button size="small" onClick={() => goTo(fault)}>
                {text.goTo}
              </Button>
            </p>
          </li>
        ))}
      </ul>
    </Chapter>
  );
}

export function Cases({ cases }: Pick<Judgement, "cases">): ReactNode {
  const failed = cases.filter(({ passed }) => !passed);
  return (
    <Chapter title={text.cases}>
      <p>{cases.length === 0 ? text.noCases : text.casesPassed(cases.length - failed.length, cases.length)}</p>
      <ul className="told">
        {failed.map(({ title, told }) => (
          <li key={title}>
            <StatusMark shape="cross" tone="zhe" word={text.failed} /> {title}
            <p className="meta">{told}</p>
          </li>
        ))}
      </ul>
    </Chapter>
  );
}

const columns: readonly Column<Change>[] = [
  { name: "place", head: text.place, names: true, cell: ({ place }) => place },
  { name: "what", head: text.what, cell: ({ what }) => wordFor(policyText.whats, what) },
  { name: "effect", head: text.effect, cell: ({ effect }) => <StatusMark {...effectMark(effect)} /> },
  { name: "before", head: text.before, cell: ({ before }) => before ?? policyText.none },
  { name: "after", head: text.after, cell: ({ after }) => after ?? policyText.none },
];

export function Changes({ judged }: { readonly judged: Judgement }): ReactNode {
  const { changes, earliest, notice, worsens } = judged;
  if (judged.faults.length > 0) return null;
  return (
    <Chapter title={text.changes}>
      {worsens ? <p>{text.worsens}</p> : null}
      {earliest === null ? null : <p>{text.earliest(earliest)}</p>}
      {notice === null || !worsens ? null : <p className="meta">{text.notice(notice.days, notice.articleText)}</p>}
      <RowTable
        caption={text.changes}
        columns={columns}
        rows={changes}
        keyOf={({ kind, id, path }) => `${kind}:${id ?? ""}:${path.join("/")}`}
        empty={<EmptyState title={text.noChanges} />}
      />
    </Chapter>
  );
}

interface Cell {
  readonly key: string;
  readonly name: string;
  readonly kind: string;
  readonly territory: string;
  readonly subjects: number | null;
  readonly records: number | null;
}

const cellColumns: readonly Column<Cell>[] = [
  { name: "entry", head: text.entry, names: true, cell: ({ name }) => name },
  { name: "kind", head: text.kind, cell: ({ kind }) => kind },
  { name: "territory", head: text.territory, cell: ({ territory }) => territory },
  { name: "subjects", head: text.subjects, number: true, cell: ({ subjects }) => countWord(subjects) },
  { name: "records", head: text.records, number: true, cell: ({ records }) => countWord(records) },
];

/** Counts by kind and region, never a name. */
export function Touched({ items, title }: Pick<Impact, "items"> & { readonly title: string }): ReactNode {
  const rows = items.flatMap(({ entry, name, cells }) =>
    cells.map((cell): Cell => ({ ...cell, name, key: `${entry}:${cell.kind}:${cell.territory}` })),
  );
  return (
    <Chapter title={title} scope={text.impactScope}>
      <RowTable
        caption={title}
        columns={cellColumns}
        rows={rows}
        keyOf={({ key }) => key}
        empty={<EmptyState title={text.noImpact} />}
      />
    </Chapter>
  );
}
