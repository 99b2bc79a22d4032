// One objection as the centre and the answering unit work it: the claim beside the facts, and what is next.
import type { ReactNode } from "react";
import { get } from "../../client/client.ts";
import { useResource } from "../../client/resource.ts";
import { CaseFiles } from "../../looks/case-files.tsx";
import type { RoomProps } from "../../room.ts";
import { hrefOf } from "../../router/path.ts";
import { PageHead } from "../../ui/page-head.tsx";
import { Read } from "../../ui/read.tsx";
import { NextSteps } from "./act.tsx";
import { ObjectionAnswer, ObjectionClaim, ObjectionFacts, ObjectionHistory, ObjectionPapers } from "./file.tsx";
import { objectionsText } from "./text.ts";
import { aboutWord, stepsFor } from "./words.ts";

export function Room({ session, slots }: RoomProps): ReactNode {
  const id = slots["objection"] ?? "";
  const resource = useResource(`objection ${id}`, (signal) =>
    get("/api/v1/objections/{objection}", { path: { objection: id }, signal }),
  );
  const found = resource.value;
  const { title } = objectionsText.queue;
  return (
    <>
      <PageHead
        title={found === null ? title : aboutWord(found)}
        crumbs={[{ href: hrefOf("/objections"), word: title }]}
      />
      <Read of={resource}>
        {(objection) => (
          <>
            <ObjectionFacts objection={objection} />
            <ObjectionClaim objection={objection} />
            <CaseFiles owner="objection" case={objection.objection} />
            <ObjectionAnswer objection={objection} />
            <NextSteps
              objection={objection}
              kinds={stepsFor(objection.next, session.role)}
              own={false}
              done={resource.reload}
            />
            <ObjectionHistory objection={objection} />
            <ObjectionPapers objection={objection} base="/api/v1/objections" />
          </>
        )}
      </Read>
    </>
  );
}
