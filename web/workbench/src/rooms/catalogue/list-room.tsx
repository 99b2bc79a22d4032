// What may be recorded today, and by which rules.
import type { ReactNode } from "react";
import { useCatalogue } from "../../client/catalogue.ts";
import type { Catalogue } from "../../client/catalogue.ts";
import { navigate, useFilters } from "../../router/address.ts";
import { Link } from "../../router/link.tsx";
import { hrefOf } from "../../router/path.ts";
import { EmptyState } from "../../ui/empty-state.tsx";
import { ErrorState } from "../../ui/error-state.tsx";
import { TextField } from "../../ui/field.tsx";
import { Loading } from "../../ui/loading.tsx";
import { PageHead } from "../../ui/page-head.tsx";
import { RowTable } from "../../ui/row-table.tsx";
import type { Column } from "../../ui/row-table.tsx";
import { StatusMark } from "../../ui/status-mark.tsx";
import { catalogueText as text } from "./text.ts";

type Entry = Catalogue["entries"][number];

const hrefOfEntry = ({ id }: Entry): string => hrefOf(`/catalogue/${id}`);

function columnsOf({ categories }: Catalogue): readonly Column<Entry>[] {
  const names = new Map(categories.map(({ id, name }) => [id, name]));
  return [
    { name: "entry", head: text.entry, names: true, cell: (one) => <Link href={hrefOfEntry(one)}>{one.name}</Link> },
    { name: "category", head: text.category, cell: (one) => names.get(one.category) ?? one.category },
    {
      name: "state",
      head: text.state,
      cell: ({ state }) =>
        state === "live" ? (
          <StatusMark shape="tick" word={text.states.live} tone="lv" />
        ) : (
          <StatusMark shape="hollow" word={text.states.template} tone="ink" />
        ),
    },
    { name: "adverse", head: text.adverse, cell: ({ adverse }) => (adverse ? text.isAdverse : text.notAdverse) },
    { name: "version", head: text.version, number: true, cell: ({ version }) => version },
  ];
}

export function Room(): ReactNode {
  const { value, problem, reload } = useCatalogue();
  const [{ name = "" }, set] = useFilters();
  if (problem !== null) return <ErrorState problem={problem} again={reload} />;
  if (value === null) return <Loading />;
  const rows = value.entries.filter((entry) => entry.name.includes(name.trim()));
  return (
    <>
      <PageHead
        title={text.title}
        meta={[
          value.day,
          text.policy(value.policyHash),
          <a key="rules" href="/rules">
            {text.rules}
          </a>,
        ]}
      />
      <TextField label={text.find} hint={text.findHint} value={name} onChange={(next) => set({ name: next })} />
      {rows.length === 0 ? (
        <EmptyState title={text.none} scope={text.scope(value.day)} />
      ) : (
        <RowTable
          caption={text.caption}
          columns={columnsOf(value)}
          rows={rows}
          keyOf={({ id }) => id}
          open={(one) => navigate(hrefOfEntry(one))}
        />
      )}
    </>
  );
}
