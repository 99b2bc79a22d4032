// The file of a case for the authority that decides it.
import { Button } from "antd";
import type { ReactNode } from "react";
import { addressOf, get } from "../../client/client.ts";
import { useResource } from "../../client/resource.ts";
import "../../looks/looks.css";
import { CaseFiles } from "../../looks/case-files.tsx";
import type { RoomProps } from "../../room.ts";
import { useFilters } from "../../router/address.ts";
import { hrefOf } from "../../router/path.ts";
import { Chapter, PageHead } from "../../ui/page-head.tsx";
import { Read } from "../../ui/read.tsx";
import { TakeStep } from "./act.tsx";
import { stepName, whenOf } from "./case.ts";
import type { Case, NextStep } from "./case.ts";
import { CaseFacts, Course, Documents, Held, Remedies } from "./file.tsx";
import { casesText as text } from "./text.ts";

interface NextProps {
  readonly one: Case;
  readonly isSecond: boolean;
  readonly choose: (step: NextStep) => void;
}

/** What may be done today has a button; whatever waits for a day or a second person says so. */
function Next({ one, isSecond, choose }: NextProps): ReactNode {
  const { next, asOf, held } = one;
  return (
    <Chapter title={text.one.next}>
      {next.length === 0 ? <p>{text.one.none}</p> : null}
      <ul className="acts">
        {next
          .filter(({ from }) => from <= asOf)
          .map((step) => (
            <li key={stepName(step)}>
              {step.by === "second-person" && !isSecond ? (
                <span>
                  {stepName(step)} <span className="meta">{text.one.second}</span>
                </span>
              ) : (
                <Button onClick={() => choose(step)}>{stepName(step)}</Button>
              )}
            </li>
          ))}
      </ul>
      {held.length === 0 && next.some(({ from }) => from > asOf) ? <p>{whenOf(one)}</p> : null}
      <Held held={held} />
    </Chapter>
  );
}

const nameOf = ({ kind, exit }: NextStep): string => (exit === null ? kind : `${kind}.${exit}`);

export function Room({ session, slots }: RoomProps): ReactNode {
  const path = { list: slots["list"] ?? "", case: slots["case"] ?? "" };
  const [{ act }, set] = useFilters();
  const resource = useResource(`case ${path.list} ${path.case}`, (signal) =>
    get("/api/v1/lists/{list}/cases/{case}", { path, signal }),
  );
  const { value, reload } = resource;
  const close = (): void => set({ act: null });
  return (
    <>
      <PageHead
        title={value === null ? text.list.title : value.subject.name}
        crumbs={[{ href: hrefOf("/cases"), word: text.crumb }]}
        meta={value === null ? [] : [value.listName]}
      />
      <Read of={resource}>
        {(one) => {
          const step = one.next.find((each) => nameOf(each) === act);
          return (
            <>
              <Next
                one={one}
                isSecond={session.role === "reviewer"}
                choose={(chosen) => set({ act: nameOf(chosen) })}
              />
              <CaseFacts one={one} />
              <Course steps={one.steps} />
              <Documents
                one={one}
                hrefOf={(document) =>
                  addressOf("/api/v1/lists/{list}/cases/{case}/documents/{document}", { ...path, document })
                }
              />
              <CaseFiles owner="lists" case={one.case} />
              <Remedies remedies={one.remedies} />
              {step === undefined ? null : (
                <TakeStep
                  key={nameOf(step)}
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
