// Where the records of an old platform went: each state with what was declared of it.
import type { ReactNode } from "react";
import { Facts } from "../../ui/facts.tsx";
import { Chapter } from "../../ui/page-head.tsx";
import { RowTable } from "../../ui/row-table.tsx";
import type { Column } from "../../ui/row-table.tsx";
import type { Batch } from "./batch.ts";
import { batchesText } from "./text.ts";

const text = batchesText.carriedOver;

type Handover = NonNullable<Batch["carriedOver"]>;
type StateLine = Handover["states"][number];

const counts = ["declared", "accepted", "duplicate", "quarantined", "rejected"] as const;
const columns: readonly Column<StateLine>[] = [
  { name: "word", head: text.word, names: true, cell: ({ word }) => (word === "" ? text.noWord : word) },
  ...counts.map((name): Column<StateLine> => ({
    name,
    head: text.counts[name],
    number: true,
    cell: (line) => line[name],
  })),
];

export function CarriedOver({ handover }: { readonly handover: Handover }): ReactNode {
  const { documentNo, states, scores } = handover;
  return (
    <Chapter title={text.title}>
      <p className="meta">{text.says}</p>
      <Facts
        facts={[
          [text.document, documentNo],
          [text.scores, scores.length === 0 ? text.noScores : text.scoresLeft(scores.length)],
        ]}
      />
      <RowTable caption={text.title} columns={columns} rows={states} keyOf={({ word }) => word} />
    </Chapter>
  );
}
