// The cases of the deciding authority on all its lists: where each stands, what is next and from when on.
import type { ReactNode } from "react";
import { get } from "../../client/client.ts";
import type { Answer, Operation, Query } from "../../client/contract.ts";
import { useResource } from "../../client/resource.ts";
import { Listing } from "../../looks/listing.tsx";
import "../../looks/looks.css";
import { navigate, useFilters } from "../../router/address.ts";
import { Link } from "../../router/link.tsx";
import { given, hrefOf } from "../../router/path.ts";
import { ChoiceField } from "../../ui/field.tsx";
import { dayOf } from "../../ui/moment.ts";
import { PageHead } from "../../ui/page-head.tsx";
import { RowTable } from "../../ui/row-table.tsx";
import type { Column } from "../../ui/row-table.tsx";
import { SavedFilters } from "../../ui/saved-filters.tsx";
import { StatusMark } from "../../ui/status-mark.tsx";
import { standingMark, stepName, waitsFor, whenOf } from "./case.ts";
import type { CaseItem } from "./case.ts";
import { casesText } from "./text.ts";

const text = casesText.list;
type Work = Operation<"/api/v1/cases", "get">;
type Lists = Answer<Work>["lists"];
type State = NonNullable<Query<Work>["state"]>;

const isState = (state: string): state is State => Object.hasOwn(casesText.standings, state);
const hrefOfCase = (one: CaseItem): string => hrefOf(`/cases/${one.list}/${one.case}`);

function nextOf(one: CaseItem): string {
  const step = waitsFor(one);
  return step === null ? text.none : stepName({ kind: step.kind, exit: null });
}

const columns: readonly Column<CaseItem>[] = [
  {
    name: "subject",
    head: text.subject,
    names: true,
    cell: (one) => <Link href={hrefOfCase(one)}>{one.subject.name}</Link>,
  },
  { name: "list", head: text.list, cell: ({ listName }) => listName },
  { name: "standing", head: text.standing, cell: ({ standing }) => <StatusMark {...standingMark(standing)} /> },
  { name: "next", head: text.next, cell: nextOf },
  { name: "when", head: text.when, cell: whenOf },
  { name: "openedAt", head: text.openedAt, cell: ({ openedAt }) => dayOf(openedAt) },
];

function Filters({ lists }: { readonly lists: Lists }): ReactNode {
  const [{ state = "", list = "" }, set] = useFilters();
  const all = { value: "", word: text.all };
  const states = Object.entries(casesText.standings).map(([value, word]) => ({ value, word }));
  const names = lists.map((one) => ({ value: one.list, word: one.name }));
  return (
    <div className="filters">
      <ChoiceField
        label={text.standing}
        value={state}
        onChange={(to) => set({ state: to })}
        choices={[all, ...states]}
      />
      <ChoiceField label={text.list} value={list} onChange={(to) => set({ list: to })} choices={[all, ...names]} />
    </div>
  );
}

export function Room(): ReactNode {
  const [{ cursor, state = "", list }] = useFilters();
  const query = given({ cursor, list, state: isState(state) ? state : undefined });
  const resource = useResource(`cases ${JSON.stringify(query)}`, (signal) => get("/api/v1/cases", { query, signal }));
  const { value } = resource;
  const isShort = value !== null && value.items.length === 0 && value.next !== null;
  return (
    <>
      <PageHead title={text.title} acts={<Link href={hrefOf("/cases/new")}>{text.open}</Link>} />
      <p className="lead">{text.lead}</p>
      <Filters lists={value?.lists ?? []} />
      <SavedFilters room="cases" allowed={["state", "list"]} />
      <Listing resource={resource} empty={isShort ? { title: text.moreBelow } : text.empty}>
        {(items) => (
          <RowTable
            caption={text.caption}
            columns={columns}
            rows={items}
            keyOf={(one) => one.case}
            open={(one) => navigate(hrefOfCase(one))}
          />
        )}
      </Listing>
    </>
  );
}
