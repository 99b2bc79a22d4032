// One authorisation with its wording; the subject revokes it at once, the office renounces it.
import type { components } from "@xinheng/contract/client";
import { Button } from "antd";
import { useState } from "react";
import type { ReactNode } from "react";
import { useCatalogue } from "../../client/catalogue.ts";
import { get, post } from "../../client/client.ts";
import type { Problem } from "../../client/problem.ts";
import { useResource } from "../../client/resource.ts";
import { AuthorisationFacts } from "../../looks/authorisation-parts.tsx";
import { saveFrom } from "../../looks/files.ts";
import "../../looks/looks.css";
import { useLookRules } from "../../looks/rules.ts";
import type { RoomProps } from "../../room.ts";
import { Link } from "../../router/link.tsx";
import { hrefOf } from "../../router/path.ts";
import { ConfirmAct } from "../../ui/confirm-act.tsx";
import { Read, Refused } from "../../ui/read.tsx";
import { Chapter, PageHead } from "../../ui/page-head.tsx";
import { authorisationText as text } from "./text.ts";

type AuthorisationFile = components["schemas"]["AuthorisationFile"];

function Artefact({ authorisation }: { readonly authorisation: string }): ReactNode {
  const [problem, setProblem] = useState<Problem | null>(null);
  const save = async (): Promise<void> => {
    const saved = await saveFrom(`/api/v1/authorisations/${authorisation}/artefact`, `${authorisation}.txt`);
    setProblem(saved.ok ? null : saved.problem);
  };
  return (
    <>
      <div className="acts">
        <Button onClick={() => void save()}>{text.artefact}</Button>
      </div>
      <p className="meta">
        {text.artefactSays} <a href="/api/v1/authorisation-key">{text.key}</a>
      </p>
      <Refused problem={problem} />
    </>
  );
}

interface EndingProps {
  readonly one: AuthorisationFile;
  readonly isGiven: boolean;
  readonly done: () => void;
}

function Ending({ one, isGiven, done }: EndingProps): ReactNode {
  const [open, setOpen] = useState(false);
  const words = isGiven ? text.revoke : text.renounce;
  const path = { authorisation: one.authorisation };
  return (
    <>
      <Button onClick={() => setOpen(true)}>{words.word}</Button>
      {open ? (
        <ConfirmAct
          title={words.title}
          word={words.word}
          act={() => post("/api/v1/authorisations/{authorisation}/revocation", { path, body: { hall: null } })}
          done={() => {
            setOpen(false);
            done();
          }}
          close={() => setOpen(false)}
        >
          {isGiven ? <p>{text.revoke.says(one.grantee.name)}</p> : <p>{text.renounce.says}</p>}
          {isGiven ? <p>{text.revoke.kept}</p> : null}
        </ConfirmAct>
      ) : null}
    </>
  );
}

/** Where its holder goes from here. */
function Onward({ one, role }: { readonly one: AuthorisationFile; readonly role: string }): ReactNode {
  if (role === "enterprise") return <Link href={hrefOf("/own/looks", { basis: "authorisation" })}>{text.looks}</Link>;
  const { purpose, scope } = one;
  const asked = { purpose, entries: scope.map(({ entry }) => entry).join(",") };
  const href = role === "bank" ? hrefOf("/lending", asked) : hrefOf("/check", { ...asked, basis: "authorisation" });
  return <Link href={href}>{text.look}</Link>;
}

function Matter({ one }: { readonly one: AuthorisationFile }): ReactNode {
  const { value: catalogue } = useCatalogue();
  const { value: rules } = useLookRules();
  return (
    <>
      <AuthorisationFacts one={one} catalogue={catalogue} rules={rules} />
      <Chapter title={text.wording}>
        {one.consent === null ? <p>{text.noWording}</p> : <pre className="wording">{one.consent}</pre>}
        <Artefact authorisation={one.authorisation} />
      </Chapter>
    </>
  );
}

export function Room({ session, slots }: RoomProps): ReactNode {
  const authorisation = slots["authorisation"] ?? "";
  const resource = useResource(`authorisation ${authorisation}`, (signal) =>
    get("/api/v1/authorisations/{authorisation}", { path: { authorisation }, signal }),
  );
  const isGiven = session.role === "enterprise";
  const crumbs = [{ href: hrefOf("/authorisations"), word: isGiven ? text.crumbs.given : text.crumbs.received }];
  const { value, reload } = resource;
  const isOpen = value !== null && (value.state === "live" || value.state === "not-yet");
  return (
    <>
      <PageHead
        title={text.title}
        crumbs={crumbs}
        acts={
          value === null ? undefined : (
            <>
              <Onward one={value} role={session.role} />
              {isOpen ? <Ending one={value} isGiven={isGiven} done={reload} /> : null}
            </>
          )
        }
      />
      <Read of={resource}>{(one) => <Matter one={one} />}</Read>
    </>
  );
}
