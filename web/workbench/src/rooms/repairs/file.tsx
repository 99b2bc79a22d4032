// One application as its sides read it: facts, what was done, documents.
import type { ReactNode } from "react";
import { Link } from "../../router/link.tsx";
import { hrefOf } from "../../router/path.ts";
import { Facts } from "../../ui/facts.tsx";
import { Chapter } from "../../ui/page-head.tsx";
import { RowTable } from "../../ui/row-table.tsx";
import type { Column } from "../../ui/row-table.tsx";
import { StatusMark } from "../../ui/status-mark.tsx";
import { ProofList } from "../../ui/proof-fields.tsx";
import "./repairs.css";
import { repairsText } from "./text.ts";
import { leftWord, phaseMark, wordFor } from "./words.ts";
import type { Repair } from "./words.ts";

const text = repairsText.one;

export function RepairFacts({ repair }: { readonly repair: Repair }): ReactNode {
  const { eligible, subject } = repair;
  const { severities, own } = repairsText;
  return (
    <Chapter title={text.facts}>
      <Facts
        facts={[
          [repairsText.columns.phase, <StatusMark key="phase" {...phaseMark(repair.phase)} />],
          [repairsText.columns.due, leftWord(repair.due)],
          [text.subject, repairsText.withCode(subject.name, subject.uscc)],
          [repairsText.columns.document, repair.documentNo ?? repairsText.noDocument],
          [text.authority, repair.authority.name],
          [text.kind, wordFor(repairsText.kinds, repair.kind)],
          [text.applied, repair.appliedOn],
          [text.via, wordFor(text.ways, repair.via)],
          [text.eligible, eligible.from],
          [
            text.rule,
            repairsText.withCode(
              own.edition(wordFor(severities, eligible.severity), eligible.monthsMin),
              eligible.articleText,
            ),
          ],
          ...(repair.shieldedThrough === null ? [] : [[text.shield, repair.shieldedThrough] as const]),
          ...(repair.code === null
            ? []
            : [
                [
                  text.code,
                  <span key="code">
                    <code>{repair.code}</code> <span className="meta">{text.codeSays}</span>
                  </span>,
                ] as const,
              ]),
        ]}
      />
    </Chapter>
  );
}

export function RepairProofs({ repair }: { readonly repair: Repair }): ReactNode {
  return (
    <Chapter title={text.proofs}>
      <ProofList proofs={repair.proofs} empty={text.noProofs} />
      <Facts
        facts={[
          [
            text.commitment,
            repair.commitment === null ? text.noCommitment : <code key="commitment">{repair.commitment}</code>,
          ],
        ]}
      />
    </Chapter>
  );
}

type Step = Repair["steps"][number];

function stepWord({ kind, outcome }: Step): string {
  const word = wordFor(repairsText.steps, kind);
  return outcome === null ? word : repairsText.outcomeOf(word, wordFor(repairsText.outcomes, outcome));
}

export function RepairHistory({ repair }: { readonly repair: Repair }): ReactNode {
  return (
    <Chapter title={text.history}>
      <ol className="plain history">
        {repair.steps.map((step) => (
          <li key={step.no}>
            <strong>{stepWord(step)}</strong> <span className="meta">{step.day}</span>
            {step.words === null ? null : <p>{step.words}</p>}
            {step.proofs.length === 0 || step.kind === "apply" ? null : <ProofList proofs={step.proofs} empty="" />}
          </li>
        ))}
      </ol>
    </Chapter>
  );
}

type Paper = Repair["documents"][number];

export function RepairPapers({ repair, base }: { readonly repair: Repair; readonly base: string }): ReactNode {
  const columns: readonly Column<Paper>[] = [
    {
      name: "paper",
      head: text.paper,
      names: true,
      cell: ({ kind, document }) => (
        <Link href={hrefOf(`${base}/${repair.repair}/documents/${document}`)}>{wordFor(repairsText.papers, kind)}</Link>
      ),
    },
    { name: "number", head: text.number, cell: ({ number }) => number },
    { name: "issued", head: text.issued, cell: ({ issuedOn }) => issuedOn },
  ];
  return (
    <Chapter title={text.papers}>
      {repair.documents.length === 0 ? (
        <p>{text.noPapers}</p>
      ) : (
        <RowTable caption={text.papers} columns={columns} rows={repair.documents} keyOf={({ document }) => document} />
      )}
    </Chapter>
  );
}
