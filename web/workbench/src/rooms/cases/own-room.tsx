// A case about oneself: until when one may speak, one's own steps, documents and remedies.
import { Button } from "antd";
import type { ReactNode } from "react";
import { addressOf, get } from "../../client/client.ts";
import { useResource } from "../../client/resource.ts";
import "../../looks/looks.css";
import { CaseFiles } from "../../looks/case-files.tsx";
import type { RoomProps } from "../../room.ts";
import { useFilters } from "../../router/address.ts";
import { hrefOf } from "../../router/path.ts";
import { Notice } from "../../ui/notice.tsx";
import { Chapter, PageHead } from "../../ui/page-head.tsx";
import { Read } from "../../ui/read.tsx";
import { TakeOwnStep } from "./act.tsx";
import { daysBetween, stepName } from "./case.ts";
import type { Case, NextStep } from "./case.ts";
import { CaseFacts, Course, Documents, Remedies } from "./file.tsx";
import { casesText as text } from "./text.ts";

function Deadline({ defenceUntil, asOf }: Pick<Case, "defenceUntil" | "asOf">): ReactNode {
  if (defenceUntil === null) return null;
  const left = daysBetween(asOf, defenceUntil);
  return <Notice>{left < 0 ? text.own.over(defenceUntil) : text.own.until2(defenceUntil, left)}</Notice>;
}

function Next({ one, choose }: { readonly one: Case; readonly choose: (step: NextStep) => void }): ReactNode {
  return (
    <Chapter title={text.own.say}>
      <Deadline defenceUntil={one.defenceUntil} asOf={one.asOf} />
      <p>{one.next.length === 0 ? text.own.saysNone : text.own.choose}</p>
      <div className="acts">
        {one.next.map((step) => (
          <Button key={step.kind} onClick={() => choose(step)}>
            {stepName(step)}
          </Button>
        ))}
      </div>
    </Chapter>
  );
}

export function Room({ slots }: RoomProps): ReactNode {
  const path = { case: slots["case"] ?? "" };
  const [{ act }, set] = useFilters();
  const resource = useResource(`own-case ${path.case}`, (signal) => get("/api/v1/own/cases/{case}", { path, signal }));
  const { value, reload } = resource;
  const close = (): void => set({ act: null });
  return (
    <>
      <PageHead
        title={value === null ? text.own.title : value.listName}
        crumbs={[{ href: hrefOf("/own/cases"), word: text.crumb }]}
        meta={value === null ? [] : [value.authority.name]}
      />
      <Read of={resource}>
        {(one) => {
          const step = one.next.find(({ kind }) => kind === act);
          return (
            <>
              <Next one={one} choose={({ kind }) => set({ act: kind })} />
              <CaseFacts one={one} />
              <Course steps={one.steps} />
              <Documents
                one={one}
                hrefOf={(document) => addressOf("/api/v1/own/cases/{case}/documents/{document}", { ...path, document })}
              />
              <CaseFiles owner="lists" case={one.case} />
              <Remedies remedies={one.remedies} />
              {step === undefined ? null : (
                <TakeOwnStep
                  key={step.kind}
                  one={one}
                  step={step}
                  close={close}
                  done={() => {
                    close();
                    reload();
                  }}
                />
              )}
            </>
          );
        }}
      </Read>
    </>
  );
}
