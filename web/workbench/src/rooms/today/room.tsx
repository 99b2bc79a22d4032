// What an officer has looked at today, and how much of his office's budget is left.
import type { components } from "@xinheng/contract/client";
import type { ReactNode } from "react";
import { entryName, useCatalogue } from "../../client/catalogue.ts";
import type { Catalogue } from "../../client/catalogue.ts";
import { get } from "../../client/client.ts";
import { useResource } from "../../client/resource.ts";
import { outcomeStatus } from "../../looks/answer-view.tsx";
import { Code } from "../../looks/code.tsx";
import { Listing } from "../../looks/listing.tsx";
import "../../looks/looks.css";
import { purposeName, useLookRules } from "../../looks/rules.ts";
import type { LookRules } from "../../looks/rules.ts";
import { looksText } from "../../looks/text.ts";
import type { RoomProps } from "../../room.ts";
import { useAddress } from "../../router/address.ts";
import { Link } from "../../router/link.tsx";
import { given, hrefOf } from "../../router/path.ts";
import { momentOf } from "../../ui/moment.ts";
import { PageHead } from "../../ui/page-head.tsx";
import { RowTable } from "../../ui/row-table.tsx";
import type { Column } from "../../ui/row-table.tsx";
import { StatusMark } from "../../ui/status-mark.tsx";
import { todayText as text } from "./text.ts";

type OfficeToday = components["schemas"]["OfficeToday"];
type TodayLook = OfficeToday["items"][number];

function columnsOf(catalogue: Catalogue | null, rules: LookRules | null): readonly Column<TodayLook>[] {
  return [
    { name: "at", head: text.at, names: true, cell: ({ at }) => momentOf(at) },
    {
      name: "subject",
      head: text.subject,
      cell: ({ subject }) => (subject === null ? text.hidden : <Code code={subject} />),
    },
    { name: "matter", head: text.matter, cell: ({ matter }) => matter },
    { name: "purpose", head: text.purpose, cell: ({ purpose }) => purposeName(rules, purpose) },
    { name: "basis", head: text.basis, cell: ({ basis }) => looksText.bases[basis] },
    {
      name: "entries",
      head: text.entries,
      cell: ({ entries }) => entries.map((entry) => entryName(catalogue, entry)).join(looksText.join),
    },
    { name: "outcome", head: text.outcome, cell: ({ outcome }) => <StatusMark {...outcomeStatus(outcome)} /> },
  ];
}

function factsOf({ day, looks, matters, budget }: OfficeToday): readonly string[] {
  const left = budget === null ? text.noBudget : text.budget(budget.used, budget.left);
  return [day, text.counts(looks, matters), left];
}

export function Room({ session }: RoomProps): ReactNode {
  const { query } = useAddress();
  const { cursor } = query;
  const resource = useResource(`today ${cursor ?? ""}`, (signal) =>
    get("/api/v1/access/looks/mine", { query: given({ cursor }), signal }),
  );
  const { value: catalogue } = useCatalogue();
  const { value: rules } = useLookRules();
  const { value } = resource;
  const isOfficer = session.role !== "reviewer";
  const check = hrefOf(session.role === "bank" ? "/lending" : "/check");
  return (
    <>
      <PageHead
        title={text.title}
        meta={value === null ? [] : factsOf(value)}
        acts={isOfficer ? <Link href={check}>{text.go}</Link> : undefined}
      />
      <p className="meta">{isOfficer ? text.own : text.office}</p>
      <Listing
        resource={resource}
        empty={{
          title: text.empty.title,
          scope: text.empty.scope,
          ...(isOfficer ? { next: { href: check, word: text.empty.next } } : {}),
        }}
      >
        {(items) => (
          <RowTable
            caption={text.table}
            columns={columnsOf(catalogue, rules)}
            rows={items}
            keyOf={({ look }) => look}
          />
        )}
      </Listing>
    </>
  );
}
