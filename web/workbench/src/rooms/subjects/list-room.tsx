// The public search, at hand while working.
import { Button } from "antd";
import { useState } from "react";
import type { FormEvent, ReactNode } from "react";
import { get } from "../../client/client.ts";
import type { Answer, Operation } from "../../client/contract.ts";
import { useResource } from "../../client/resource.ts";
import { navigate, useFilters } from "../../router/address.ts";
import { Link } from "../../router/link.tsx";
import { hrefOf } from "../../router/path.ts";
import { EmptyState } from "../../ui/empty-state.tsx";
import { ErrorState } from "../../ui/error-state.tsx";
import { TextField } from "../../ui/field.tsx";
import { Loading } from "../../ui/loading.tsx";
import { Notice } from "../../ui/notice.tsx";
import { PageHead } from "../../ui/page-head.tsx";
import { RowTable } from "../../ui/row-table.tsx";
import type { Column } from "../../ui/row-table.tsx";
import { Pages } from "../../ui/saved-filters.tsx";
import { subjectsText as text } from "./text.ts";

type Found = Answer<Operation<"/api/v1/subjects", "get">>;
type Subject = Found["items"][number];

const QUERY_MIN = 2;
const hrefOfSubject = ({ uscc }: Subject): string => hrefOf(`/subjects/${uscc}`);

const columns: readonly Column<Subject>[] = [
  {
    name: "name",
    head: text.name,
    names: true,
    cell: (one) => <Link href={hrefOfSubject(one)}>{one.name ?? text.noName}</Link>,
  },
  { name: "code", head: text.code, cell: ({ uscc }) => <code>{uscc}</code> },
  { name: "former", head: text.former, cell: ({ formerName }) => formerName ?? "" },
  {
    name: "standing",
    head: text.standing,
    cell: ({ standing }) => (standing === "registered" ? text.registered : text.provisional),
  },
];

function Results({ found }: { readonly found: Found }): ReactNode {
  const { items, scope, wrongCheckDigit } = found;
  return (
    <>
      {wrongCheckDigit ? <Notice>{text.wrongDigit}</Notice> : null}
      {items.length === 0 ? (
        <EmptyState title={text.none} scope={text.scope(scope.providers, scope.completeThrough)} />
      ) : (
        <RowTable
          caption={text.caption}
          columns={columns}
          rows={items}
          keyOf={({ uscc }) => uscc}
          open={(one) => navigate(hrefOfSubject(one))}
        />
      )}
      <Pages next={found.next} />
    </>
  );
}

export function Room(): ReactNode {
  const [{ q = "", cursor }, set] = useFilters();
  const [typed, setTyped] = useState(q);
  const [isShort, setShort] = useState(false);
  const query = { q, ...(cursor === undefined ? {} : { cursor }) };
  const read = useResource(q === "" ? null : JSON.stringify(query), (signal) =>
    get("/api/v1/subjects", { query, signal }),
  );
  const search = (event: FormEvent): void => {
    event.preventDefault();
    const wanted = typed.trim();
    setShort(wanted.length < QUERY_MIN);
    if (wanted.length >= QUERY_MIN) set({ q: wanted });
  };
  return (
    <>
      <PageHead title={text.title} />
      <p className="lead">{text.lead}</p>
      <form onSubmit={search}>
        <TextField
          label={text.q}
          hint={text.hint}
          error={isShort ? text.short : undefined}
          value={typed}
          onChange={setTyped}
        />
        <Button type="primary" htmlType="submit">
          {text.go}
        </Button>
      </form>
      {read.problem === null ? null : <ErrorState problem={read.problem} again={read.reload} />}
      {read.loading && read.value === null ? <Loading /> : null}
      {read.value === null ? null : <Results found={read.value} />}
    </>
  );
}
