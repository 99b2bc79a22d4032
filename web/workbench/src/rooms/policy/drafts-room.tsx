// Drafts of rules, and a new one.
import { Button } from "antd";
import { useState } from "react";
import type { ReactNode } from "react";
import { get, post } from "../../client/client.ts";
import type { Answer, Operation } from "../../client/contract.ts";
import type { Problem } from "../../client/problem.ts";
import { useResource } from "../../client/resource.ts";
import type { RoomProps } from "../../room.ts";
import { navigate, useFilters } from "../../router/address.ts";
import { Link } from "../../router/link.tsx";
import { given, hrefOf } from "../../router/path.ts";
import { EmptyState } from "../../ui/empty-state.tsx";
import { TextField } from "../../ui/field.tsx";
import { momentOf } from "../../ui/moment.ts";
import { Chapter, PageHead } from "../../ui/page-head.tsx";
import { Read, Refused, When } from "../../ui/read.tsx";
import { RowTable } from "../../ui/row-table.tsx";
import type { Column } from "../../ui/row-table.tsx";
import { Pages } from "../../ui/saved-filters.tsx";
import { FilesEditor } from "./files.tsx";
import type { Files } from "./files.tsx";
import { policyText } from "./text.ts";
import { wholeFiles } from "./words.ts";

const text = policyText.list;
type Head = Answer<Operation<"/api/v1/policy/drafts", "get">>["items"][number];
const hrefTo = ({ draft }: Pick<Head, "draft">): string => hrefOf(`/policy/drafts/${draft}`);

const columns: readonly Column<Head>[] = [
  { name: "title", head: text.name, names: true, cell: (one) => <Link href={hrefTo(one)}>{one.title}</Link> },
  { name: "files", head: text.files, cell: ({ files }) => files.map((file) => <div key={file}>{file}</div>) },
  { name: "version", head: text.version, number: true, cell: ({ version }) => version },
  { name: "saved", head: text.saved, cell: ({ savedAt }) => momentOf(savedAt) },
];

function Making(): ReactNode {
  const [title, setTitle] = useState("");
  const [files, setFiles] = useState<Files>({});
  const [at, open] = useState("");
  const [lack, setLack] = useState<string | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  const make = async (): Promise<void> => {
    const whole = wholeFiles(files);
    const missing = title.trim() === "" ? text.lackTitle : Object.keys(whole).length === 0 ? text.lackFiles : null;
    setLack(missing);
    if (missing !== null) return;
    const made = await post("/api/v1/policy/drafts", { body: { title: title.trim(), files: whole } });
    if (made.ok) navigate(hrefTo(made.value));
    else setProblem(made.problem);
  };
  return (
    <Chapter title={text.fresh} scope={text.freshSays}>
      <TextField label={text.name} value={title} onChange={setTitle} required />
      <FilesEditor files={files} set={setFiles} at={at} open={open} />
      {lack === null ? null : (
        <p className="wrong" role="alert">
          {lack}
        </p>
      )}
      <Refused problem={problem} />
      <p className="acts">
        <Button type="primary" onClick={() => void make()}>
          {text.make}
        </Button>
      </p>
    </Chapter>
  );
}

export function Room({ session }: RoomProps): ReactNode {
  const [{ cursor }] = useFilters();
  const list = useResource(`drafts ${cursor ?? ""}`, (signal) =>
    get("/api/v1/policy/drafts", { query: given({ cursor }), signal }),
  );
  return (
    <>
      <PageHead title={text.title} acts={<Link href={hrefOf("/policy/releases")}>{text.releases}</Link>} />
      <p className="meta">{text.says}</p>
      <Read of={list}>
        {({ items, next }) => (
          <>
            <RowTable
              caption={text.table}
              columns={columns}
              rows={items}
              keyOf={({ draft }) => draft}
              open={(one) => navigate(hrefTo(one))}
              empty={<EmptyState {...text.none} />}
            />
            <Pages next={next} />
          </>
        )}
      </Read>
      <When is={session.role === "operator"}>
        <Making />
      </When>
    </>
  );
}
