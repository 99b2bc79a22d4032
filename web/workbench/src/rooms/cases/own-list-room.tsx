// The cases about oneself, from the prior notice on.
import type { ReactNode } from "react";
import { get } from "../../client/client.ts";
import { useResource } from "../../client/resource.ts";
import { Listing } from "../../looks/listing.tsx";
import { navigate, useFilters } from "../../router/address.ts";
import { Link } from "../../router/link.tsx";
import { given, hrefOf } from "../../router/path.ts";
import { PageHead } from "../../ui/page-head.tsx";
import { RowTable } from "../../ui/row-table.tsx";
import type { Column } from "../../ui/row-table.tsx";
import { StatusMark } from "../../ui/status-mark.tsx";
import { standingMark } from "./case.ts";
import type { CaseItem } from "./case.ts";
import { casesText as text } from "./text.ts";

const hrefOfCase = (one: CaseItem): string => hrefOf(`/own/cases/${one.case}`);

const columns: readonly Column<CaseItem>[] = [
  {
    name: "list",
    head: text.list.list,
    names: true,
    cell: (one) => <Link href={hrefOfCase(one)}>{one.listName}</Link>,
  },
  { name: "authority", head: text.own.authority, cell: ({ authority }) => authority.name },
  { name: "standing", head: text.list.standing, cell: ({ standing }) => <StatusMark {...standingMark(standing)} /> },
  { name: "until", head: text.own.until, cell: ({ defenceUntil }) => defenceUntil ?? "" },
];

export function Room(): ReactNode {
  const [{ cursor }] = useFilters();
  const resource = useResource(`own-cases ${cursor ?? ""}`, (signal) =>
    get("/api/v1/own/cases", { query: given({ cursor }), signal }),
  );
  return (
    <>
      <PageHead title={text.own.title} />
      <p className="lead">{text.own.lead}</p>
      <Listing resource={resource} empty={text.own.empty}>
        {(items) => (
          <RowTable
            caption={text.list.caption}
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
