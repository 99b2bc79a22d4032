// One entry of the catalogue: its basis, its terms, who sends it, and its fields.
import type { ReactNode } from "react";
import { useEntry } from "../../client/catalogue.ts";
import type { CatalogueEntry, CatalogueField } from "../../client/catalogue.ts";
import type { RoomProps } from "../../room.ts";
import { Link } from "../../router/link.tsx";
import { hrefOf } from "../../router/path.ts";
import { ErrorState } from "../../ui/error-state.tsx";
import { Facts } from "../../ui/facts.tsx";
import { Loading } from "../../ui/loading.tsx";
import { Chapter, PageHead } from "../../ui/page-head.tsx";
import { RowTable } from "../../ui/row-table.tsx";
import type { Column } from "../../ui/row-table.tsx";
import { catalogueText } from "./text.ts";

const text = catalogueText.one;

function limitsOf(field: CatalogueField): readonly string[] {
  return [
    ...(field.values === null ? [] : [text.codes(field.values)]),
    ...(field.lengthMax === null || field.values !== null ? [] : [text.length(field.lengthMax)]),
    ...(field.scale === null || field.type !== "decimal" ? [] : [text.scale(field.scale)]),
    ...(field.personal ? [text.personal] : []),
  ];
}

const columns: readonly Column<CatalogueField>[] = [
  {
    name: "field",
    head: text.field,
    names: true,
    cell: ({ id, name, names }) => (
      <>
        {name}
        <br />
        <code className="meta">{[names[0], id].filter((one) => one !== undefined).join(" · ")}</code>
      </>
    ),
  },
  { name: "type", head: text.type, cell: ({ type }) => text.types[type] },
  { name: "required", head: text.required, cell: ({ required }) => text.requireds[required] },
  { name: "group", head: text.group, cell: ({ group }) => text.groups[group] },
  {
    name: "values",
    head: text.values,
    cell: (field) => (
      <div>
        {limitsOf(field).map((limit) => (
          <p key={limit}>{limit}</p>
        ))}
      </div>
    ),
  },
];

function termsOf(entry: CatalogueEntry): readonly (readonly [string, ReactNode])[] {
  const { updateTermWorkingDays: days, retentionYears: years, publicityRule: rule } = entry;
  return [
    [text.update, days === null ? text.notSet : text.updateDays(days)],
    [text.retention, years === null ? text.notSet : text.retentionYears(years)],
    [text.rule, rule === null ? text.noRule : <code>{rule}</code>],
  ];
}

const senders = ["clerk", "reviewer", "operator"];

export function Room({ session, slots }: RoomProps): ReactNode {
  const { value, problem, reload } = useEntry(slots["entry"] ?? "");
  if (problem !== null) return <ErrorState problem={problem} again={reload} />;
  if (value === null) return <Loading />;
  return (
    <>
      <PageHead
        title={value.name}
        crumbs={[{ href: hrefOf("/catalogue"), word: text.crumb }]}
        meta={[
          value.categoryName,
          <a key="template" href={`/api/v1/catalogue/${value.id}/template.csv`} download>
            {text.template}
          </a>,
          ...(senders.includes(session.role)
            ? [
                <Link key="upload" href={hrefOf("/upload", { entry: value.id })}>
                  {text.upload}
                </Link>,
              ]
            : []),
        ]}
      />
      <Chapter title={text.basis}>
        <ul>
          {value.basis.map(({ source, article, label }) => (
            <li key={`${source}:${article ?? ""}`}>{label}</li>
          ))}
        </ul>
      </Chapter>
      <Chapter title={text.terms}>
        <Facts facts={termsOf(value)} />
      </Chapter>
      <Chapter title={text.fields} scope={text.fieldsScope(value.fields.length)}>
        <RowTable caption={text.fields} columns={columns} rows={value.fields} keyOf={({ id }) => id} />
      </Chapter>
      <Chapter title={text.providers}>
        <ul className="names">
          {value.providers.map(({ uscc, name }) => (
            <li key={uscc}>{name}</li>
          ))}
        </ul>
      </Chapter>
    </>
  );
}
