// Who looked at one's own organisation, and the proof that the look stands in the log.
import { Button } from "antd";
import { useState } from "react";
import type { ReactNode } from "react";
import { get } from "../../client/client.ts";
import type { Outcome, Problem } from "../../client/problem.ts";
import { useResource } from "../../client/resource.ts";
import { saveText } from "../../client/save-file.ts";
import { Listing } from "../../looks/listing.tsx";
import "../../looks/looks.css";
import { looksText } from "../../looks/text.ts";
import { useFilters } from "../../router/address.ts";
import { given } from "../../router/path.ts";
import { EmptyState } from "../../ui/empty-state.tsx";
import { ErrorState } from "../../ui/error-state.tsx";
import { ChoiceField } from "../../ui/field.tsx";
import { momentOf } from "../../ui/moment.ts";
import { PageHead } from "../../ui/page-head.tsx";
import { RowTable } from "../../ui/row-table.tsx";
import type { Column } from "../../ui/row-table.tsx";
import { writeCsv } from "../../ui/table-text.ts";
import { OneLook } from "./one.tsx";
import { outcomeWord, sheetOf } from "./sheet.ts";
import type { OwnLook } from "./sheet.ts";
import { ownLooksText as text } from "./text.ts";

const columns: readonly Column<OwnLook>[] = [
  { name: "at", head: text.at, cell: ({ at }) => momentOf(at) },
  { name: "office", head: text.office, names: true, cell: ({ organisationName }) => organisationName },
  { name: "post", head: text.post, cell: ({ post }) => text.posts[post] ?? post },
  { name: "matter", head: text.matter, cell: ({ matter }) => matter },
  { name: "purpose", head: text.purpose, cell: ({ purposeName }) => purposeName },
  { name: "basis", head: text.basis, cell: ({ basis }) => looksText.bases[basis] },
  { name: "outcome", head: text.outcome, cell: ({ outcome }) => outcomeWord(outcome) },
  {
    name: "measures",
    head: text.measures,
    cell: ({ measures }) => text.done(measures.filter(({ applied }) => applied).length),
  },
];

const readPage = (cursor: string | null) => get("/api/v1/own/looks", { query: cursor === null ? {} : { cursor } });

async function readAll(): Promise<Outcome<readonly OwnLook[]>> {
  const all: OwnLook[] = [];
  let cursor: string | null = null;
  do {
    const page: Awaited<ReturnType<typeof readPage>> = await readPage(cursor);
    if (!page.ok) return page;
    all.push(...page.value.items);
    cursor = page.value.next;
  } while (cursor !== null);
  return { ok: true, value: all };
}

/** All pages as one file, made here: nothing is asked but what the page may read. */
function Export(): ReactNode {
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [count, setCount] = useState<number | null>(null);
  const run = async (): Promise<void> => {
    setBusy(true);
    const read = await readAll();
    setBusy(false);
    setProblem(read.ok ? null : read.problem);
    if (!read.ok) return;
    saveText(text.file, writeCsv(sheetOf(read.value), true));
    setCount(read.value.length);
  };
  return (
    <>
      <Button disabled={busy} onClick={() => void run()}>
        {busy ? text.exporting : text.export}
      </Button>
      {count === null ? null : <span role="status">{text.exported(count)}</span>}
      {problem === null ? null : <ErrorState problem={problem} />}
    </>
  );
}

function BasisFilter({ basis, set }: { readonly basis: string; readonly set: (basis: string) => void }): ReactNode {
  const choices = (["duty", "authorisation"] as const).map((value) => ({ value, word: looksText.bases[value] ?? "" }));
  return (
    <div className="filters">
      <ChoiceField
        label={text.basis}
        value={basis}
        onChange={set}
        choices={[{ value: "", word: text.all }, ...choices]}
      />
    </div>
  );
}

export function Room(): ReactNode {
  const [query, change] = useFilters();
  const { cursor, basis = "", look } = query;
  const resource = useResource(`own-looks ${cursor ?? ""}`, (signal) =>
    get("/api/v1/own/looks", { query: given({ cursor }), signal }),
  );
  const one = look === undefined ? undefined : resource.value?.items.find((item) => item.look === look);
  if (one !== undefined) return <OneLook one={one} query={query} />;
  return (
    <>
      <PageHead title={text.title} acts={<Export />} />
      <p className="meta">{text.says}</p>
      <p className="meta">{text.delayed}</p>
      {look === undefined || resource.value === null ? null : <EmptyState title={text.one.gone} />}
      <BasisFilter basis={basis} set={(to) => change({ basis: to })} />
      <Listing resource={resource} empty={text.empty}>
        {(items) => {
          const shown = items.filter((item) => basis === "" || item.basis === basis);
          if (shown.length === 0) return <EmptyState {...text.emptyHere} />;
          return (
            <RowTable
              caption={text.table}
              columns={columns}
              rows={shown}
              keyOf={(item) => item.look}
              open={(item) => change({ look: item.look, cursor: cursor ?? null })}
            />
          );
        }}
      </Listing>
    </>
  );
}
