// A document of a repair, as it is read, printed and checked.
import { Button } from "antd";
import { useState } from "react";
import type { ReactNode } from "react";
import { get } from "../../client/client.ts";
import type { Problem } from "../../client/problem.ts";
import { useResource } from "../../client/resource.ts";
import { ServiceReceipt } from "../../looks/service-receipt.tsx";
import type { RoomProps } from "../../room.ts";
import { hrefOf } from "../../router/path.ts";
import { Facts } from "../../ui/facts.tsx";
import { Notice } from "../../ui/notice.tsx";
import { PageHead } from "../../ui/page-head.tsx";
import { Read, Refused } from "../../ui/read.tsx";
import { bodyIn } from "./paper.ts";
import type { PaperBody } from "./paper.ts";
import "./repairs.css";
import { repairsText } from "./text.ts";
import { wordFor } from "./words.ts";
import type { Paper } from "./words.ts";

const text = repairsText.paper;

function Checking({ paper: { number, digest } }: { readonly paper: Paper }): ReactNode {
  const [genuine, setGenuine] = useState<boolean | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  const verify = async (): Promise<void> => {
    const read = await get("/api/v1/repair/documents", { query: { number, digest } });
    setProblem(read.ok ? null : read.problem);
    setGenuine(read.ok ? read.value.genuine : null);
  };
  return (
    <div className="unprinted">
      <p className="acts">
        <Button onClick={() => void verify()}>{text.verify}</Button>
        <Button type="primary" onClick={() => print()}>
          {text.print}
        </Button>
      </p>
      {genuine === null ? null : <Notice live>{genuine ? text.genuine : text.forged}</Notice>}
      <Refused problem={problem} />
    </div>
  );
}

function Remedies({ body }: { readonly body: PaperBody }): ReactNode {
  if (body.remedies.length === 0) return null;
  return (
    <>
      <p>{text.remedies}</p>
      <ul className="plain">
        {body.remedies.map(({ id, zh, days, months }) => (
          <li key={id}>{text.remedyDays(zh, days, months)}</li>
        ))}
      </ul>
    </>
  );
}

function Receipt({ paper }: { readonly paper: Paper }): ReactNode {
  const { to, authority } = bodyIn(paper);
  return (
    <ServiceReceipt
      title={wordFor(repairsText.papers, paper.kind)}
      number={paper.number}
      to={repairsText.withCode(to.name, to.uscc)}
      by={authority.name}
    />
  );
}

function Sheet({ paper }: { readonly paper: Paper }): ReactNode {
  const body = bodyIn(paper);
  const kind = wordFor(repairsText.kinds, body.application);
  return (
    <article className="paper">
      <h2>{wordFor(repairsText.papers, paper.kind)}</h2>
      <p className="number">{paper.number}</p>
      <Facts
        facts={[
          [text.to, repairsText.withCode(body.to.name, body.to.uscc)],
          [
            text.about,
            text.aboutSays(body.subject.name, body.appliedOn, body.documentNo ?? repairsText.noDocument, kind),
          ],
          ...(body.words === "" ? [] : [[text.words, body.words] as const]),
          ...(body.mend === null ? [] : [[text.mend, body.mend] as const]),
          ...(body.through === null ? [] : [[text.through, body.through] as const]),
          [text.basis, body.basis.text],
        ]}
      />
      <Remedies body={body} />
      <p className="sealed">
        {body.authority.name}
        {text.seal}
        <br />
        {paper.issuedOn}
      </p>
      <p className="meta">
        {text.digest} <span className="hash">{paper.digest}</span>
        <br />
        {text.digestSays}
      </p>
      <Checking paper={paper} />
    </article>
  );
}

export function Room({ session, slots }: RoomProps): ReactNode {
  const path = { repair: slots["repair"] ?? "", document: slots["document"] ?? "" };
  const isOwn = session.role === "enterprise";
  const resource = useResource(`repair-document ${path.document}`, (signal) =>
    isOwn
      ? get("/api/v1/own/repairs/{repair}/documents/{document}", { path, signal })
      : get("/api/v1/repairs/{repair}/documents/{document}", { path, signal }),
  );
  const back = hrefOf(`${isOwn ? "/own" : ""}/repairs/${path.repair}`);
  const kind = resource.value?.kind;
  return (
    <>
      <PageHead
        title={kind === undefined ? text.title : wordFor(repairsText.papers, kind)}
        crumbs={[{ href: back, word: repairsText.one.crumb }]}
      />
      <Read of={resource}>
        {(paper) => (
          <>
            <Sheet paper={paper} />
            {isOwn ? null : <Receipt paper={paper} />}
          </>
        )}
      </Read>
    </>
  );
}
