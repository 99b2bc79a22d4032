// What an enterprise can do about one decision against it, on a sheet to keep or print.
import { Button } from "antd";
import type { ReactNode } from "react";
import { entryName, useCatalogue } from "../../client/catalogue.ts";
import { get } from "../../client/client.ts";
import { useResource } from "../../client/resource.ts";
import type { RoomProps } from "../../room.ts";
import { hrefOf } from "../../router/path.ts";
import { EmptyState } from "../../ui/empty-state.tsx";
import { PageHead } from "../../ui/page-head.tsx";
import { Read } from "../../ui/read.tsx";
import { NoticeSheet } from "./notice-sheet.tsx";
import { repairsText } from "./text.ts";

const text = repairsText.notice;

function Gone(): ReactNode {
  const { title, scope, next } = repairsText.apply.gone;
  return <EmptyState title={title} scope={scope} next={{ href: hrefOf("/own/repairs"), word: next }} />;
}

export function Room({ session, slots }: RoomProps): ReactNode {
  const catalogue = useCatalogue();
  const decisions = useResource("own-decisions", (signal) => get("/api/v1/own/repairs/eligibility", { signal }));
  const { uscc, name } = session.organisation;
  return (
    <>
      <PageHead title={text.ownTitle} crumbs={[{ href: hrefOf("/own/repairs"), word: repairsText.apply.crumb }]} />
      <Read of={decisions}>
        {({ items, asOf }) => {
          const one = items.find(({ record }) => record === slots["record"]);
          if (one === undefined) return <Gone />;
          return (
            <>
              <p className="acts unprinted">
                <Button type="primary" onClick={() => print()}>
                  {repairsText.paper.print}
                </Button>
              </p>
              <NoticeSheet
                subject={{ uscc, name }}
                decision={one}
                entryName={entryName(catalogue.value, one.entry)}
                asOf={asOf}
              />
            </>
          );
        }}
      </Read>
    </>
  );
}
