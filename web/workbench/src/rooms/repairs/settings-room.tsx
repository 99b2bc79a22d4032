// By which rules repair is done here, and what an operator has still to confirm.
import type { ReactNode } from "react";
import { get } from "../../client/client.ts";
import type { Answer, Operation } from "../../client/contract.ts";
import { useResource } from "../../client/resource.ts";
import { hrefOf } from "../../router/path.ts";
import { Facts } from "../../ui/facts.tsx";
import { Notice } from "../../ui/notice.tsx";
import { Chapter, PageHead } from "../../ui/page-head.tsx";
import { Read } from "../../ui/read.tsx";
import { RowTable } from "../../ui/row-table.tsx";
import type { Column } from "../../ui/row-table.tsx";
import { repairsText } from "./text.ts";
import { wordFor } from "./words.ts";

const text = repairsText.settings;
type Settings = Answer<Operation<"/api/v1/repair/settings", "get">>;
type Rule = Settings["conditions"][number];
type Deadline = Settings["deadlines"][number];

const ruleColumns: readonly Column<Rule>[] = [
  { name: "name", head: text.name, names: true, cell: ({ name }) => name },
  { name: "article", head: text.article, cell: ({ article }) => <code>{article}</code> },
  { name: "mark", head: text.mark, cell: ({ mark }) => wordFor(text.marks, mark) },
];
const days = (of: (one: Deadline) => number | null) => (one: Deadline) => of(one) ?? text.none;
const deadlineColumns: readonly Column<Deadline>[] = [
  { name: "name", head: text.name, names: true, cell: ({ name }) => name },
  { name: "accept", head: text.accept, number: true, cell: days(({ accept }) => accept) },
  { name: "decide", head: text.decide, number: true, cell: days(({ decide }) => decide) },
  { name: "extension", head: text.extension, number: true, cell: days(({ extension }) => extension) },
  { name: "feedback", head: text.feedback, number: true, cell: days(({ feedback }) => feedback) },
  { name: "article", head: text.article, cell: ({ article }) => <code>{article}</code> },
  { name: "mark", head: text.mark, cell: ({ mark }) => wordFor(text.marks, mark) },
];

function Rules({ title, rules }: { readonly title: string; readonly rules: readonly Rule[] }): ReactNode {
  return rules.length === 0 ? null : (
    <Chapter title={title}>
      <RowTable caption={title} columns={ruleColumns} rows={rules} keyOf={({ id }) => id} />
    </Chapter>
  );
}

export function Room(): ReactNode {
  const settings = useResource("repair-settings", (signal) => get("/api/v1/repair/settings", { signal }));
  return (
    <>
      <PageHead title={text.title} crumbs={[{ href: hrefOf("/repairs"), word: text.crumb }]} />
      <Read of={settings}>
        {(found) => (
          <>
            <Notice>{found.on ? text.on : text.off(found.waiting.length)}</Notice>
            <Facts
              facts={[
                [text.tier, wordFor(text.tiers, found.tier)],
                [text.free, found.free.name],
              ]}
            />
            <Rules title={text.waiting} rules={found.waiting} />
            <Rules title={text.conditions} rules={found.conditions} />
            <Rules title={text.materials} rules={found.materials} />
            <Chapter title={text.deadlines}>
              <RowTable
                caption={text.deadlines}
                columns={deadlineColumns}
                rows={found.deadlines}
                keyOf={({ id }) => id}
              />
            </Chapter>
          </>
        )}
      </Read>
    </>
  );
}
