// One's own objection: how far it is, how it was answered, and what can be done about it.
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
import { aboutWord } from "./words.ts";

const text = objectionsText.file;

export function Room({ slots }: RoomProps): ReactNode {
  const id = slots["objection"] ?? "";
  const resource = useResource(`own-objection ${id}`, (signal) =>
    get("/api/v1/own/objections/{objection}", { path: { objection: id }, signal }),
  );
  const found = resource.value;
  return (
    <>
      <PageHead
        title={found === null ? text.crumb : aboutWord(found)}
        crumbs={[{ href: hrefOf("/own/objections"), word: text.crumb }]}
      />
      <Read of={resource}>
        {(objection) => (
          <>
            <ObjectionFacts objection={objection} />
            <ObjectionAnswer objection={objection} />
            <NextSteps
              objection={objection}
              kinds={objection.next.filter(({ by }) => by === "subject").map(({ kind }) => kind)}
              own
              done={resource.reload}
            />
            <ObjectionPapers objection={objection} base="/api/v1/own/objections" />
            <ObjectionHistory objection={objection} />
            <ObjectionClaim objection={objection} />
            <CaseFiles owner="objection" case={objection.objection} />
          </>
        )}
      </Read>
    </>
  );
}
