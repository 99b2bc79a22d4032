// The authority prints, with its own decision, what its subject can do about it and from when.
import { Button } from "antd";
import { useState } from "react";
import type { ReactNode } from "react";
import { entryName, useCatalogue } from "../../client/catalogue.ts";
import { post } from "../../client/client.ts";
import type { Answer, Operation } from "../../client/contract.ts";
import type { Problem } from "../../client/problem.ts";
import { ServiceReceipt } from "../../looks/service-receipt.tsx";
import { hrefOf } from "../../router/path.ts";
import { TextField } from "../../ui/field.tsx";
import { PageHead } from "../../ui/page-head.tsx";
import { Refused } from "../../ui/read.tsx";
import { NoticeSheet } from "./notice-sheet.tsx";
import { repairsText } from "./text.ts";

const text = repairsText.notice;

type Notice = Answer<Operation<"/api/v1/repairs/notices", "post">>;

function Sheets({ notice }: { readonly notice: Notice }): ReactNode {
  const catalogue = useCatalogue();
  const { subject, authority, asOf, items } = notice;
  return (
    <>
      <p className="acts unprinted">
        <Button type="primary" onClick={() => print()}>
          {repairsText.paper.print}
        </Button>
      </p>
      {items.map((one) => (
        <div key={one.record}>
          <NoticeSheet subject={subject} decision={one} entryName={entryName(catalogue.value, one.entry)} asOf={asOf} />
          <ServiceReceipt
            title={text.title}
            number={one.documentNo ?? ""}
            to={repairsText.withCode(subject.name, subject.uscc)}
            by={authority.name}
          />
        </div>
      ))}
    </>
  );
}

export function Room(): ReactNode {
  const [subject, setSubject] = useState("");
  const [documentNo, setDocumentNo] = useState("");
  const [asked, setAsked] = useState(false);
  const [notice, setNotice] = useState<Notice | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  const isWhole = subject.trim() !== "" && documentNo.trim() !== "";
  const make = async (): Promise<void> => {
    setAsked(true);
    if (!isWhole) return;
    const made = await post("/api/v1/repairs/notices", {
      body: { subject: subject.trim().toUpperCase(), documentNo: documentNo.trim() },
    });
    setNotice(made.ok ? made.value : null);
    setProblem(made.ok ? null : made.problem);
  };
  const missing = (value: string): string | undefined => (asked && value.trim() === "" ? text.missing : undefined);
  return (
    <>
      <PageHead title={text.title} crumbs={[{ href: hrefOf("/repairs"), word: text.crumb }]} />
      <form
        className="unprinted"
        onSubmit={(event) => {
          event.preventDefault();
          void make();
        }}
      >
        <p className="meta">{text.lead}</p>
        <TextField label={text.subject} error={missing(subject)} value={subject} onChange={setSubject} required />
        <TextField
          label={text.document}
          hint={text.documentHint}
          error={missing(documentNo)}
          value={documentNo}
          onChange={setDocumentNo}
          required
        />
        <Button htmlType="submit">{text.make}</Button>
        <Refused problem={problem} />
      </form>
      {notice === null ? null : <Sheets notice={notice} />}
    </>
  );
}
