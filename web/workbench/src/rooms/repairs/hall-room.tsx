// At a counter: the document that somebody brings, and the application on its papers, for whoever has no account of its own.
import { Button } from "antd";
import { useState } from "react";
import type { ReactNode } from "react";
import { post } from "../../client/client.ts";
import type { Problem } from "../../client/problem.ts";
import { TextField } from "../../ui/field.tsx";
import { Notice } from "../../ui/notice.tsx";
import { PageHead } from "../../ui/page-head.tsx";
import { Refused } from "../../ui/read.tsx";
import { HallApplication } from "./hall-application.tsx";
import { repairsText } from "./text.ts";
import type { HandedIn, Repair } from "./words.ts";

const text = repairsText.hall;

interface Document {
  readonly subject: string;
  readonly documentNo: string;
}
const none: Document = { subject: "", documentNo: "" };

interface AskingProps {
  readonly asked: Document;
  readonly ask: (asked: Document) => void;
  readonly look: () => void;
}

/** The code and the number, as they stand on the document in hand. */
function Asking({ asked, ask, look }: AskingProps): ReactNode {
  const [tried, setTried] = useState(false);
  const lacking = (value: string): string | undefined => (tried && value.trim() === "" ? text.needed : undefined);
  return (
    <form
      className="unprinted"
      onSubmit={(event) => {
        event.preventDefault();
        setTried(true);
        if (asked.subject.trim() !== "" && asked.documentNo.trim() !== "") look();
      }}
    >
      <TextField
        label={text.subject}
        error={lacking(asked.subject)}
        value={asked.subject}
        onChange={(subject) => ask({ ...asked, subject: subject.trim().toUpperCase() })}
        required
      />
      <TextField
        label={text.document}
        hint={text.documentHint}
        error={lacking(asked.documentNo)}
        value={asked.documentNo}
        onChange={(documentNo) => ask({ ...asked, documentNo })}
        required
      />
      <Button htmlType="submit">{text.look}</Button>
    </form>
  );
}

function Done({ repair, again }: { readonly repair: Repair; readonly again: () => void }): ReactNode {
  return (
    <>
      <Notice live>
        {text.done} <code>{repair.code}</code>
      </Notice>
      <p className="acts">
        <Button onClick={again}>{text.another}</Button>
      </p>
    </>
  );
}

function Handing({ done }: { readonly done: (repair: Repair) => void }): ReactNode {
  const [asked, setAsked] = useState(none);
  const [found, setFound] = useState<HandedIn | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  const look = async (): Promise<void> => {
    const told = await post("/api/v1/repairs/handed-in", { body: { ...asked, documentNo: asked.documentNo.trim() } });
    setFound(told.ok ? told.value : null);
    setProblem(told.ok ? null : told.problem);
  };
  const ask = (next: Document): void => {
    setAsked(next);
    setFound(null);
  };
  return (
    <>
      <Asking asked={asked} ask={ask} look={() => void look()} />
      <Refused problem={problem} />
      {found === null ? null : <HallApplication found={found} readAgain={() => void look()} done={done} />}
    </>
  );
}

export function Room(): ReactNode {
  const [made, setMade] = useState<Repair | null>(null);
  return (
    <>
      <PageHead title={text.title} />
      <p className="meta unprinted">{text.says}</p>
      {made === null ? <Handing done={setMade} /> : <Done repair={made} again={() => setMade(null)} />}
    </>
  );
}
