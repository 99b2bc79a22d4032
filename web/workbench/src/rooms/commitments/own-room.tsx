// What one's own organisation promised, and what became of it.
import type { ReactNode } from "react";
import { get } from "../../client/client.ts";
import { useResource } from "../../client/resource.ts";
import { useFilters } from "../../router/address.ts";
import { given } from "../../router/path.ts";
import { PageHead } from "../../ui/page-head.tsx";
import { Read } from "../../ui/read.tsx";
import { Pages } from "../../ui/saved-filters.tsx";
import { CommitmentList } from "./list.tsx";
import { commitmentsText } from "./text.ts";

const text = commitmentsText.own;

export function Room(): ReactNode {
  const [{ cursor }] = useFilters();
  const list = useResource(`own-commitments ${cursor ?? ""}`, (signal) =>
    get("/api/v1/own/commitments", { query: given({ cursor }), signal }),
  );
  return (
    <>
      <PageHead title={text.title} />
      <p className="meta">{text.says}</p>
      <Read of={list}>
        {({ items, next }) => (
          <>
            <CommitmentList items={items} empty={text.none} judge={null} />
            <Pages next={next} />
          </>
        )}
      </Read>
    </>
  );
}
