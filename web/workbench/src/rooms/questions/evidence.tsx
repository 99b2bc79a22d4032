import type { ReactNode } from "react";
import { get } from "../../client/client.ts";
import type { Answer, Operation } from "../../client/contract.ts";
import { useResource } from "../../client/resource.ts";
import { Chapter } from "../../ui/page-head.tsx";
import { Notice } from "../../ui/notice.tsx";
import { StatusMark } from "../../ui/status-mark.tsx";
import { nameRuns, runs } from "./difference.ts";
import { questionsText } from "./text.ts";

const text = questionsText.evidence;

export type Candidate = Answer<Operation<"/api/v1/subjects/{uscc}", "get">>;

/** What a row says of its subject. */
export interface Stated {
  readonly row: number;
  readonly name: string;
  readonly documentNo: string | null;
  readonly statedCode: string | null;
}

/** Candidates as the register knows them; one that cannot be read is left out, its code stands in the choice still. */
export function useCandidates(codes: readonly string[]): readonly Candidate[] {
  const read = useResource(codes.length === 0 ? null : codes.join(","), async (signal) => {
    const all = await Promise.all(codes.map((uscc) => get("/api/v1/subjects/{uscc}", { path: { uscc }, signal })));
    return { ok: true, value: all.flatMap((one) => (one.ok ? [one.value] : [])) } as const;
  });
  return read.value ?? [];
}

type Runs = readonly { readonly text: string; readonly differs: boolean }[];

/** Differing signs stand in a frame and are named; colour says nothing. */
function Compared({ found, isSame }: { readonly found: Runs; readonly isSame: boolean }): ReactNode {
  return (
    <>
      {found.map((run, at) =>
        run.differs ? (
          <mark key={at} className="differs">
            {run.text}
          </mark>
        ) : (
          <span key={at}>{run.text}</span>
        ),
      )}
      <br />
      {isSame ? (
        <StatusMark shape="tick" word={text.same} tone="lv" />
      ) : (
        <StatusMark shape="diamond" word={text.differs} tone="zhe" />
      )}
    </>
  );
}

function standingWord({ known, standing }: Candidate): string {
  if (!known) return text.unknown;
  return standing === "registered" ? text.registered : text.provisional;
}

function NameCell({ stated, candidate }: { readonly stated: Stated; readonly candidate: Candidate }): ReactNode {
  const name = candidate.name ?? "";
  if (name === "") return text.dash;
  const isFormer = candidate.formerNames.some((former) => former.name === stated.name);
  return (
    <>
      <Compared found={nameRuns(name, stated.name)} isSame={name === stated.name} />
      {isFormer ? (
        <>
          <br />
          <StatusMark shape="half" word={text.isFormer} tone="mo" />
        </>
      ) : null}
    </>
  );
}

interface EvidenceRow {
  readonly label: string;
  readonly mine: ReactNode;
  readonly theirs: (candidate: Candidate) => ReactNode;
}

function rowsOf(stated: Stated): readonly EvidenceRow[] {
  const code = stated.statedCode ?? "";
  const total = ({ counts }: Candidate): number => counts.reduce((sum, { count }) => sum + count, 0);
  return [
    { label: text.name, mine: stated.name, theirs: (one) => <NameCell stated={stated} candidate={one} /> },
    {
      label: text.code,
      mine: <code>{stated.statedCode ?? text.dash}</code>,
      theirs: (one) => (
        <code>
          <Compared found={runs(one.uscc, code)} isSame={one.uscc === code} />
        </code>
      ),
    },
    {
      label: text.former,
      mine: text.dash,
      theirs: ({ formerNames }) => text.names(formerNames.map(({ name }) => name)),
    },
    { label: text.standing, mine: text.dash, theirs: standingWord },
    { label: text.records, mine: text.dash, theirs: (one) => text.count(total(one)) },
    { label: text.document, mine: stated.documentNo ?? text.dash, theirs: () => text.dash },
  ];
}

/** The row and the candidate subjects side by side. */
export function Evidence({
  stated,
  candidates,
}: {
  readonly stated: Stated;
  readonly candidates: readonly Candidate[];
}): ReactNode {
  return (
    <Chapter title={text.title} scope={text.scope}>
      {candidates.length === 0 ? <Notice>{text.none}</Notice> : null}
      <div className="rows">
        <table>
          <caption className="unseen">{text.title}</caption>
          <thead>
            <tr>
              <th scope="col">{text.item}</th>
              <th scope="col">{text.row(stated.row)}</th>
              {candidates.map(({ uscc }, at) => (
                <th key={uscc} scope="col">
                  {text.subject(at + 1)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rowsOf(stated).map(({ label, mine, theirs }) => (
              <tr key={label}>
                <th scope="row" data-l={text.item}>
                  {label}
                </th>
                <td data-l={text.row(stated.row)}>
                  <div>{mine}</div>
                </td>
                {candidates.map((one, at) => (
                  <td key={one.uscc} data-l={text.subject(at + 1)}>
                    <div>{theirs(one)}</div>
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Chapter>
  );
}
