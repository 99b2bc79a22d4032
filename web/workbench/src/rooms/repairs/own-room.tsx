// One's own application: how far it is, until when it must be answered, and what can be done about it.
import type { ReactNode } from "react";
import { get } from "../../client/client.ts";
import { useResource } from "../../client/resource.ts";
import { CaseFiles } from "../../looks/case-files.tsx";
import type { RoomProps } from "../../room.ts";
import { hrefOf } from "../../router/path.ts";
import { PageHead } from "../../ui/page-head.tsx";
import { Read } from "../../ui/read.tsx";
import { NextSteps } from "./act.tsx";
import { RepairFacts, RepairHistory, RepairPapers, RepairProofs } from "./file.tsx";
import { repairsText } from "./text.ts";

const text = repairsText.one;

export function Room({ slots }: RoomProps): ReactNode {
  const id = slots["repair"] ?? "";
  const resource = useResource(`own-repair ${id}`, (signal) =>
    get("/api/v1/own/repairs/{repair}", { path: { repair: id }, signal }),
  );
  return (
    <>
      <PageHead
        title={resource.value?.documentNo ?? text.crumb}
        crumbs={[{ href: hrefOf("/own/repairs"), word: text.crumbOwn }]}
      />
      <Read of={resource}>
        {(repair) => (
          <>
            <RepairFacts repair={repair} />
            <NextSteps repair={repair} kinds={repair.next} own done={resource.reload} />
            <RepairPapers repair={repair} base="/own/repairs" />
            <RepairHistory repair={repair} />
            <RepairProofs repair={repair} />
            <CaseFiles owner="repair" case={repair.repair} />
          </>
        )}
      </Read>
    </>
  );
}
