// One application as the authority decides it: facts, proofs and what is next, beside the record itself.
import type { ReactNode } from "react";
import { get } from "../../client/client.ts";
import { useResource } from "../../client/resource.ts";
import type { Role } from "../../client/session.ts";
import { CaseFiles } from "../../looks/case-files.tsx";
import type { RoomProps } from "../../room.ts";
import { hrefOf } from "../../router/path.ts";
import { PageHead } from "../../ui/page-head.tsx";
import { Read } from "../../ui/read.tsx";
import { NextSteps } from "./act.tsx";
import { RepairFacts, RepairHistory, RepairPapers, RepairProofs } from "./file.tsx";
import { repairsText } from "./text.ts";

const text = repairsText.one;
const SECOND: ReadonlySet<string> = new Set(["return", "approve"]);

/** The centre reminds; the authority handles; its second person, a reviewer, returns and approves. */
function mayTake(kind: string, role: Role): boolean {
  if (kind === "remind") return role === "operator";
  return role === "reviewer" || (role === "clerk" && !SECOND.has(kind));
}

export function Room({ session, slots }: RoomProps): ReactNode {
  const id = slots["repair"] ?? "";
  const resource = useResource(`repair ${id}`, (signal) =>
    get("/api/v1/repairs/{repair}", { path: { repair: id }, signal }),
  );
  return (
    <>
      <PageHead
        title={resource.value?.documentNo ?? text.crumb}
        crumbs={[{ href: hrefOf("/repairs"), word: repairsText.queue.title }]}
      />
      <Read of={resource}>
        {(repair) => (
          <>
            <RepairFacts repair={repair} />
            <RepairProofs repair={repair} />
            <CaseFiles owner="repair" case={repair.repair} />
            <NextSteps
              repair={repair}
              kinds={repair.next.filter((kind) => mayTake(kind, session.role))}
              own={false}
              done={resource.reload}
            />
            <RepairHistory repair={repair} />
            <RepairPapers repair={repair} base="/repairs" />
          </>
        )}
      </Read>
    </>
  );
}
