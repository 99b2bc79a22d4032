// The registry of measures, bars by statute and incentives, as the policy of the day has it.
import type { ReactNode } from "react";
import { useMeasures } from "../../client/measures.ts";
import type { Measure, MeasureRegistry } from "../../client/measures.ts";
import { navigate, useFilters } from "../../router/address.ts";
import { Link } from "../../router/link.tsx";
import { hrefOf } from "../../router/path.ts";
import { EmptyState } from "../../ui/empty-state.tsx";
import { ChoiceField, TextField } from "../../ui/field.tsx";
import { PageHead } from "../../ui/page-head.tsx";
import { Read } from "../../ui/read.tsx";
import { RowTable } from "../../ui/row-table.tsx";
import type { Column } from "../../ui/row-table.tsx";
import { StatusMark } from "../../ui/status-mark.tsx";
import { shownOf, stateStatus } from "./listed.ts";
import { measuresText as text } from "./text.ts";

const hrefOfOne = ({ id }: Measure): string => hrefOf(`/measures/${id}`);

function kindOf({ kind, measureClass }: Measure): string {
  const name = measureClass === null ? undefined : text.classes[measureClass];
  return name === undefined ? text.kinds[kind] : `${text.kinds[kind]} ${name}`;
}

function columnsOf({ matters }: MeasureRegistry): readonly Column<Measure>[] {
  const names = new Map(matters.map(({ id, name }) => [id, name]));
  return [
    { name: "name", head: text.name, names: true, cell: (one) => <Link href={hrefOfOne(one)}>{one.name}</Link> },
    { name: "kind", head: text.kind, cell: kindOf },
    {
      name: "matters",
      head: text.matter,
      cell: (one) => one.matters.map((matter) => names.get(matter) ?? matter).join(text.one.join),
    },
    { name: "basis", head: text.basis, cell: ({ basis }) => basis.map((one) => one.text).join(text.one.join) },
    { name: "state", head: text.state, cell: ({ state }) => <StatusMark {...stateStatus(state)} /> },
  ];
}

const choicesOf = (names: Readonly<Record<string, string>>): { value: string; word: string }[] => [
  { value: "", word: text.all },
  ...Object.entries(names).map(([value, word]) => ({ value, word })),
];

function Filters({ matters }: Pick<MeasureRegistry, "matters">): ReactNode {
  const [query, set] = useFilters();
  const fields = [
    ["kind", text.kind, text.kinds],
    ["class", text.class, text.classes],
    ["matter", text.matter, Object.fromEntries(matters.map(({ id, name }) => [id, name]))],
    ["state", text.state, text.states],
  ] as const;
  return (
    <div className="filters">
      <TextField label={text.find} value={query["name"] ?? ""} onChange={(name) => set({ name })} />
      {fields.map(([name, label, names]) => (
        <ChoiceField
          key={name}
          label={label}
          value={query[name] ?? ""}
          onChange={(value) => set({ [name]: value })}
          choices={choicesOf(names)}
        />
      ))}
    </div>
  );
}

function Listed({ registry }: { readonly registry: MeasureRegistry }): ReactNode {
  const [query] = useFilters();
  const { measures, day } = registry;
  const rows = shownOf(measures, query);
  return (
    <>
      <Filters matters={registry.matters} />
      <p className="meta" role="status">
        {text.count(rows.length, measures.length)}
      </p>
      <RowTable
        caption={text.caption}
        columns={columnsOf(registry)}
        rows={rows}
        keyOf={({ id }) => id}
        open={(one) => navigate(hrefOfOne(one))}
        empty={
          <EmptyState
            title={text.none}
            scope={text.scope(day, measures.length)}
            next={{ href: hrefOf("/measures"), word: text.reset }}
          />
        }
      />
    </>
  );
}

export function Room(): ReactNode {
  const registry = useMeasures();
  const { value } = registry;
  const facts = value === null ? [] : [value.day, text.policy(value.policyHash)];
  return (
    <>
      <PageHead
        title={text.title}
        meta={[
          ...facts,
          ...(value?.official === false ? [text.sample] : []),
          <a key="public" href="/measures">
            {text.public}
          </a>,
        ]}
      />
      <p className="meta">{text.lead}</p>
      <Read of={registry}>{(told) => <Listed registry={told} />}</Read>
    </>
  );
}
