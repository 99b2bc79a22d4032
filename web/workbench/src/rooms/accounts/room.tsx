// Who has an account, and what the two administrators do to one.
import { Button } from "antd";
import { useState } from "react";
import type { ReactNode } from "react";
import { get } from "../../client/client.ts";
import { useResource } from "../../client/resource.ts";
import { Code } from "../../looks/code.tsx";
import { Listing } from "../../looks/listing.tsx";
import "../../looks/looks.css";
import type { RoomProps } from "../../room.ts";
import { useFilters } from "../../router/address.ts";
import { Link } from "../../router/link.tsx";
import { given, hrefOf } from "../../router/path.ts";
import type { Query } from "../../router/path.ts";
import { EmptyState } from "../../ui/empty-state.tsx";
import { Facts } from "../../ui/facts.tsx";
import { ChoiceField, TextField } from "../../ui/field.tsx";
import { Chapter, PageHead } from "../../ui/page-head.tsx";
import { RowTable } from "../../ui/row-table.tsx";
import type { Column } from "../../ui/row-table.tsx";
import { SavedFilters } from "../../ui/saved-filters.tsx";
import { StatusMark } from "../../ui/status-mark.tsx";
import type { Status } from "../../ui/status-mark.tsx";
import { roleNames } from "../../ui/text.ts";
import { AccountActs } from "./account-acts.tsx";
import type { AccountRow } from "./account-acts.tsx";
import { accountsText as text } from "./text.ts";

type AccountState = AccountRow["state"];
type AccountRole = AccountRow["role"];

function statusOf(state: AccountState): Status {
  const word = text.states[state];
  if (state === "active") return { shape: "tick", word, tone: "lv" };
  return state === "frozen" ? { shape: "half", word, tone: "zhe" } : { shape: "bar", word, tone: "soft" };
}

const columns: readonly Column<AccountRow>[] = [
  { name: "name", head: text.name, names: true, cell: ({ name }) => name },
  { name: "office", head: text.office, cell: ({ organisationName }) => organisationName },
  { name: "code", head: text.code, cell: ({ organisation }) => <Code code={organisation} /> },
  { name: "role", head: text.role, cell: ({ role }) => roleNames[role] },
  { name: "state", head: text.state, cell: ({ state }) => <StatusMark {...statusOf(state)} /> },
  { name: "last", head: text.last, cell: ({ signedInOn }) => signedInOn ?? text.never },
];

const isRole = (role: string | undefined): role is AccountRole => role !== undefined && role in roleNames;
const isState = (state: string | undefined): state is AccountState => state !== undefined && state in text.states;

/** The filters as the server takes them; what it would not know is left out. */
function askedOf({ organisation, role, state, cursor }: Query) {
  return given({
    cursor,
    organisation,
    role: isRole(role) ? role : undefined,
    state: isState(state) ? state : undefined,
  });
}

function Filters(): ReactNode {
  const [{ organisation = "", role = "", state = "" }, change] = useFilters();
  const [code, setCode] = useState(organisation);
  const all = { value: "", word: text.all };
  const roles = Object.entries(roleNames).map(([value, word]) => ({ value, word }));
  const states = Object.entries(text.states).map(([value, word]) => ({ value, word }));
  return (
    <form
      className="filters"
      onSubmit={(event) => {
        event.preventDefault();
        change({ organisation: code.trim().toUpperCase() });
      }}
    >
      <TextField label={text.organisation} value={code} onChange={setCode} />
      <ChoiceField label={text.role} value={role} onChange={(to) => change({ role: to })} choices={[all, ...roles]} />
      <ChoiceField
        label={text.state}
        value={state}
        onChange={(to) => change({ state: to })}
        choices={[all, ...states]}
      />
      <div className="find">
        <Button htmlType="submit">{text.find}</Button>
      </div>
    </form>
  );
}

function OneAccount({
  row,
  session,
  reload,
  query,
}: {
  readonly row: AccountRow;
  readonly session: RoomProps["session"];
  readonly reload: () => void;
  readonly query: Query;
}): ReactNode {
  return (
    <>
      <PageHead
        title={row.name}
        crumbs={[{ href: hrefOf("/accounts", { ...query, account: null }), word: text.one.crumb }]}
      />
      <Facts
        facts={[
          [text.state, <StatusMark key="state" {...statusOf(row.state)} />],
          [text.office, row.organisationName],
          [text.code, <Code key="code" code={row.organisation} />],
          [text.role, roleNames[row.role]],
          [text.last, row.signedInOn ?? text.never],
          [text.one.number, <code key="number">{row.account}</code>],
        ]}
      />
      <Chapter title={text.one.acts}>
        <AccountActs row={row} role={session.role} reload={reload} />
      </Chapter>
    </>
  );
}

export function Room({ session }: RoomProps): ReactNode {
  const [query, change] = useFilters();
  const asked = askedOf(query);
  const resource = useResource(`accounts ${JSON.stringify(asked)}`, (signal) =>
    get("/api/v1/accounts", { query: asked, signal }),
  );
  const { account, cursor } = query;
  const row = account === undefined ? undefined : resource.value?.items.find((one) => one.account === account);
  if (row !== undefined) {
    return <OneAccount key={row.account} row={row} session={session} reload={resource.reload} query={query} />;
  }
  return (
    <>
      <PageHead
        title={text.title}
        acts={session.role === "system-admin" ? <Link href={hrefOf("/accounts/new")}>{text.create}</Link> : undefined}
      />
      <p className="meta">{text.says}</p>
      {account === undefined || resource.value === null ? null : <EmptyState title={text.one.gone} />}
      <Filters />
      <SavedFilters room="accounts" allowed={["role", "state"]} />
      <Listing resource={resource} empty={text.empty}>
        {(items) => (
          <RowTable
            caption={text.table}
            columns={columns}
            rows={items}
            keyOf={(one) => one.account}
            open={(one) => change({ account: one.account, cursor: cursor ?? null })}
          />
        )}
      </Listing>
    </>
  );
}
