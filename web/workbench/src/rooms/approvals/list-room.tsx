// Proposals that wait for one's decision, and those that one made.
import type { ReactNode } from "react";
import { get } from "../../client/client.ts";
import type { Answer, Operation } from "../../client/contract.ts";
import { useResource } from "../../client/resource.ts";
import { navigate, useFilters } from "../../router/address.ts";
import { Link } from "../../router/link.tsx";
import { given, hrefOf } from "../../router/path.ts";
import { EmptyState } from "../../ui/empty-state.tsx";
import { dayOf, momentOf } from "../../ui/moment.ts";
import { PageHead } from "../../ui/page-head.tsx";
import { Read } from "../../ui/read.tsx";
import { RowTable } from "../../ui/row-table.tsx";
import type { Column } from "../../ui/row-table.tsx";
import { Pages } from "../../ui/saved-filters.tsx";
import { StatusMark } from "../../ui/status-mark.tsx";
import { Switch } from "../../ui/switch.tsx";
import { proposalMark } from "./state-mark.ts";
import { approvalsText as text } from "./text.ts";

type Proposal = Answer<Operation<"/api/v1/approvals", "get">>["items"][number];

const hrefOfProposal = ({ proposal }: Proposal): string => hrefOf(`/approvals/${proposal}`);

const columns: readonly Column<Proposal>[] = [
  { name: "what", head: text.what, names: true, cell: (one) => <Link href={hrefOfProposal(one)}>{one.title}</Link> },
  { name: "reason", head: text.reason, cell: (one) => one.reason },
  { name: "document", head: text.document, cell: (one) => one.documentNo ?? text.one.noDocument },
  { name: "at", head: text.at, cell: (one) => momentOf(one.proposedAt) },
  { name: "until", head: text.until, cell: (one) => dayOf(one.expiresAt) },
  { name: "state", head: text.state, cell: (one) => <StatusMark {...proposalMark(one.state)} /> },
];

export function Room(): ReactNode {
  const [{ list: asked, cursor }, set] = useFilters();
  const list = asked === "mine" ? "mine" : "inbox";
  const query = given({ list, cursor } as const);
  const read = useResource(JSON.stringify(query), (signal) => get("/api/v1/approvals", { query, signal }));
  return (
    <>
      <PageHead title={text.title} />
      <Switch
        label={text.which}
        value={list}
        choices={[
          { value: "inbox", word: text.lists.inbox },
          { value: "mine", word: text.lists.mine },
        ]}
        onChange={(next) => set({ list: next === "mine" ? "mine" : null })}
      />
      <Read of={read}>
        {({ items, next }) => (
          <>
            <RowTable
              caption={text.caption}
              columns={columns}
              rows={items}
              keyOf={(one) => one.proposal}
              open={(one) => navigate(hrefOfProposal(one))}
              empty={<EmptyState title={text.none[list]} scope={text.scope} />}
            />
            <Pages next={next} />
          </>
        )}
      </Read>
    </>
  );
}
