// Authorisations: what a subject gave, or what an office was given.
import type { ReactNode } from "react";
import { entryName, useCatalogue } from "../../client/catalogue.ts";
import type { Catalogue } from "../../client/catalogue.ts";
import { get } from "../../client/client.ts";
import { useResource } from "../../client/resource.ts";
import { stateOf } from "../../looks/authorisation-parts.tsx";
import type { Authorisation } from "../../looks/authorisation-parts.tsx";
import { Code } from "../../looks/code.tsx";
import { Listing } from "../../looks/listing.tsx";
import "../../looks/looks.css";
import { purposeName, useLookRules } from "../../looks/rules.ts";
import type { LookRules } from "../../looks/rules.ts";
import { looksText } from "../../looks/text.ts";
import type { RoomProps } from "../../room.ts";
import { navigate, useFilters } from "../../router/address.ts";
import { Link } from "../../router/link.tsx";
import { given, hrefOf } from "../../router/path.ts";
import { EmptyState } from "../../ui/empty-state.tsx";
import { ChoiceField } from "../../ui/field.tsx";
import { PageHead } from "../../ui/page-head.tsx";
import { RowTable } from "../../ui/row-table.tsx";
import type { Column } from "../../ui/row-table.tsx";
import { SavedFilters } from "../../ui/saved-filters.tsx";
import { StatusMark } from "../../ui/status-mark.tsx";
import { authorisationsText as text } from "./text.ts";

interface Words {
  readonly isGiven: boolean;
  readonly catalogue: Catalogue | null;
  readonly rules: LookRules | null;
}

function columnsOf({ isGiven, catalogue, rules }: Words): readonly Column<Authorisation>[] {
  return [
    {
      name: "who",
      head: isGiven ? text.who.given : text.who.received,
      names: true,
      cell: ({ grantee, subject }) => (isGiven ? grantee.name : <Code code={subject} />),
    },
    {
      name: "entries",
      head: text.entries,
      cell: ({ scope }) => scope.map(({ entry }) => entryName(catalogue, entry)).join(looksText.join),
    },
    { name: "purpose", head: text.purpose, cell: ({ purpose }) => purposeName(rules, purpose) },
    {
      name: "uses",
      head: text.uses,
      number: true,
      cell: ({ uses, usesLeft }) => looksText.authorisation.usesOf(usesLeft, uses),
    },
    { name: "term", head: text.term, cell: ({ from, through }) => looksText.authorisation.termOf(from, through) },
    { name: "state", head: text.state, cell: (one) => <StatusMark {...stateOf(one)} /> },
  ];
}

function Acts({ isGiven, isLender }: { readonly isGiven: boolean; readonly isLender: boolean }): ReactNode {
  if (isGiven) return <Link href={hrefOf("/authorisations/new")}>{text.give}</Link>;
  return (
    <Link href={hrefOf(isLender ? "/lending" : "/check", isLender ? {} : { basis: "authorisation" })}>
      {text.query}
    </Link>
  );
}

function StateFilter({ state, set }: { readonly state: string; readonly set: (state: string) => void }): ReactNode {
  const choices = Object.entries(looksText.states).map(([value, word]) => ({ value, word }));
  return (
    <div className="filters">
      <ChoiceField
        label={text.state}
        value={state}
        onChange={set}
        choices={[{ value: "", word: text.all }, ...choices]}
      />
    </div>
  );
}

export function Room({ session }: RoomProps): ReactNode {
  const [{ cursor, state = "" }, change] = useFilters();
  const resource = useResource(`authorisations ${cursor ?? ""}`, (signal) =>
    get("/api/v1/authorisations", { query: given({ cursor }), signal }),
  );
  const { value: catalogue } = useCatalogue();
  const { value: rules } = useLookRules();
  const isGiven = session.role === "enterprise";
  const words = { isGiven, catalogue, rules };
  const next = { href: hrefOf("/authorisations/new"), word: text.emptyGiven.next };
  return (
    <>
      <PageHead
        title={isGiven ? text.titles.given : text.titles.received}
        acts={<Acts isGiven={isGiven} isLender={session.role === "bank"} />}
      />
      <p className="meta">{isGiven ? text.givenSays : text.receivedSays}</p>
      <StateFilter state={state} set={(to) => change({ state: to })} />
      <SavedFilters room="authorisations" allowed={["state"]} />
      <Listing resource={resource} empty={isGiven ? { ...text.emptyGiven, next } : text.emptyReceived}>
        {(items) => {
          const shown = items.filter((one) => state === "" || one.state === state);
          if (shown.length === 0) return <EmptyState {...text.emptyHere} />;
          return (
            <RowTable
              caption={text.table}
              columns={columnsOf(words)}
              rows={shown}
              keyOf={({ authorisation }) => authorisation}
              open={({ authorisation }) => navigate(hrefOf(`/authorisations/${authorisation}`))}
            />
          );
        }}
      </Listing>
    </>
  );
}
