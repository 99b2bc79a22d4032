// Assessments before issue, and a new one from a draft.
import { Button } from "antd";
import { useState } from "react";
import type { ReactNode } from "react";
import { get, post } from "../../client/client.ts";
import type { Answer, Operation } from "../../client/contract.ts";
import type { Problem } from "../../client/problem.ts";
import { useResource } from "../../client/resource.ts";
import { navigate, useFilters } from "../../router/address.ts";
import { Link } from "../../router/link.tsx";
import { given, hrefOf } from "../../router/path.ts";
import { useDraft } from "../../ui/draft.ts";
import { EmptyState } from "../../ui/empty-state.tsx";
import { Field, TextField } from "../../ui/field.tsx";
import { momentOf } from "../../ui/moment.ts";
import { Chapter, PageHead } from "../../ui/page-head.tsx";
import { Read, Refused } from "../../ui/read.tsx";
import { RowTable } from "../../ui/row-table.tsx";
import type { Column } from "../../ui/row-table.tsx";
import { Pages } from "../../ui/saved-filters.tsx";
import { StatusMark } from "../../ui/status-mark.tsx";
import "./policy.css";
import { Standing } from "./standing.tsx";
import { policyText } from "./text.ts";

const text = policyText.assess;
type Head = Answer<Operation<"/api/v1/policy/assessments", "get">>["items"][number];
const hrefTo = ({ assessment }: Pick<Head, "assessment">): string => hrefOf(`/policy/assessments/${assessment}`);

const columns: readonly Column<Head>[] = [
  { name: "title", head: text.name, names: true, cell: (one) => <Link href={hrefTo(one)}>{one.title}</Link> },
  { name: "standing", head: text.standing, cell: ({ standing }) => <Standing standing={standing} /> },
  { name: "measures", head: text.measures, number: true, cell: ({ measures }) => measures },
  { name: "reasons", head: text.reasons, number: true, cell: ({ reasons }) => reasons },
  { name: "made", head: text.made, cell: ({ madeAt }) => momentOf(madeAt) },
];

function Making(): ReactNode {
  const [title, setTitle] = useDraft("assess:title");
  const [written, write] = useDraft("assess:draft");
  const [lack, setLack] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const load = async (file: File | undefined): Promise<void> => {
    if (file !== undefined) write(await file.text());
  };
  const run = async (): Promise<void> => {
    const isLacking = title.trim() === "" || written.trim() === "";
    setLack(isLacking);
    if (isLacking) return;
    const made = await post("/api/v1/policy/assessments", { body: { title: title.trim(), document: written } });
    setProblem(made.ok ? null : made.problem);
    if (!made.ok) return;
    write("");
    setTitle("");
    navigate(hrefTo(made.value));
  };
  return (
    <Chapter title={text.fresh}>
      <TextField label={text.name} value={title} onChange={setTitle} required />
      <Field label={policyText.files.load}>
        {(wiring) => (
          <input
            {...wiring}
            className="native"
            type="file"
            accept=".yaml,.yml"
            onChange={(event) => void load(event.target.files?.[0] ?? undefined)}
          />
        )}
      </Field>
      <Field label={text.draft} hint={text.draftHint} required>
        {(wiring) => (
          <textarea
            {...wiring}
            className="native source"
            rows={16}
            spellCheck={false}
            value={written}
            onChange={(event) => write(event.target.value)}
          />
        )}
      </Field>
      {lack ? (
        <p className="wrong" role="alert">
          <StatusMark shape="cross" tone="zhe" word={text.lack} />
        </p>
      ) : null}
      <Refused problem={problem} />
      <p className="acts">
        <Button type="primary" onClick={() => void run()}>
          {text.run}
        </Button>
      </p>
    </Chapter>
  );
}

export function Room(): ReactNode {
  const [{ cursor }] = useFilters();
  const list = useResource(`assessments ${cursor ?? ""}`, (signal) =>
    get("/api/v1/policy/assessments", { query: given({ cursor }), signal }),
  );
  return (
    <>
      <PageHead title={text.title} />
      <p className="meta">{text.says}</p>
      <Read of={list}>
        {({ items, next }) => (
          <>
            <RowTable
              caption={text.table}
              columns={columns}
              rows={items}
              keyOf={({ assessment }) => assessment}
              open={(one) => navigate(hrefTo(one))}
              empty={<EmptyState {...text.none} />}
            />
            <Pages next={next} />
          </>
        )}
      </Read>
      <Making />
    </>
  );
}
