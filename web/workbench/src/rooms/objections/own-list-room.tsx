// One's own objections.
import type { ReactNode } from "react";
import { get } from "../../client/client.ts";
import { useResource } from "../../client/resource.ts";
import { navigate, useFilters } from "../../router/address.ts";
import { Link } from "../../router/link.tsx";
import { given, hrefOf } from "../../router/path.ts";
import { EmptyState } from "../../ui/empty-state.tsx";
import { PageHead } from "../../ui/page-head.tsx";
import { Read } from "../../ui/read.tsx";
import { RowTable } from "../../ui/row-table.tsx";
import { Pages } from "../../ui/saved-filters.tsx";
import { columnsOf } from "./columns.tsx";
import { objectionsText } from "./text.ts";

const text = objectionsText.own;
const hrefTo = (objection: string): string => hrefOf(`/own/objections/${objection}`);

export function Room(): ReactNode {
  const [{ cursor }] = useFilters();
  const list = useResource(`own-objections ${cursor ?? ""}`, (signal) =>
    get("/api/v1/own/objections", { query: given({ cursor }), signal }),
  );
  return (
    <>
      <PageHead title={text.title} acts={<Link href={hrefOf("/own/records")}>{text.records}</Link>} />
      <p className="meta">{text.says}</p>
      <Read of={list}>
        {({ items, next }) => (
          <>
            <RowTable
              caption={text.table}
              columns={columnsOf(hrefTo, false)}
              rows={items}
              keyOf={({ objection }) => objection}
              open={({ objection }) => navigate(hrefTo(objection))}
              empty={<EmptyState {...text.none} />}
            />
            <Pages next={next} />
          </>
        )}
      </Read>
    </>
  );
}
