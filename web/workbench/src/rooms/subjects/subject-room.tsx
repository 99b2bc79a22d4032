// One subject as the public sees it: what is on show, and how far was looked.
import type { ReactNode } from "react";
import { get } from "../../client/client.ts";
import type { Answer, Operation } from "../../client/contract.ts";
import { useResource } from "../../client/resource.ts";
import type { RoomProps } from "../../room.ts";
import { useFilters } from "../../router/address.ts";
import { hrefOf } from "../../router/path.ts";
import { coverageMark } from "../../ui/coverage-mark.ts";
import { EmptyState } from "../../ui/empty-state.tsx";
import { ErrorState } from "../../ui/error-state.tsx";
import { Facts } from "../../ui/facts.tsx";
import { Loading } from "../../ui/loading.tsx";
import { Chapter, PageHead } from "../../ui/page-head.tsx";
import { RowTable } from "../../ui/row-table.tsx";
import type { Column } from "../../ui/row-table.tsx";
import { Pages } from "../../ui/saved-filters.tsx";
import { StatusMark } from "../../ui/status-mark.tsx";
import { subjectsText } from "./text.ts";

const text = subjectsText.one;

type Subject = Answer<Operation<"/api/v1/subjects/{uscc}", "get">>;
type SubjectRecord = Answer<Operation<"/api/v1/subjects/{uscc}/records", "get">>["items"][number];
type Covered = Subject["coverage"][number];

const recordColumns: readonly Column<SubjectRecord>[] = [
  { name: "entry", head: text.entry, cell: (one) => one.entryName },
  { name: "record", head: text.record, names: true, cell: (one) => one.title },
  { name: "document", head: text.document, cell: (one) => one.documentNo ?? text.dash },
  { name: "provider", head: text.provider, cell: (one) => one.providerName },
  { name: "decided", head: text.decided, cell: (one) => one.decidedOn ?? text.dash },
  { name: "until", head: text.until, cell: (one) => one.shownUntil ?? text.dash },
];

const coverageColumns: readonly Column<Covered>[] = [
  { name: "entry", head: text.entry, names: true, cell: (one) => one.entryName },
  { name: "provider", head: text.provider, cell: (one) => one.providerName },
  { name: "through", head: text.through, cell: (one) => one.through ?? text.never },
  { name: "state", head: text.state, cell: (one) => <StatusMark {...coverageMark(one.state, one.lateWorkingDays)} /> },
];

function Records({ uscc }: { readonly uscc: string }): ReactNode {
  const [{ cursor }] = useFilters();
  const query = cursor === undefined ? {} : { cursor };
  const read = useResource(`${uscc}:${cursor ?? ""}`, (signal) =>
    get("/api/v1/subjects/{uscc}/records", { path: { uscc }, query, signal }),
  );
  if (read.problem !== null) return <ErrorState problem={read.problem} again={read.reload} />;
  if (read.value === null) return <Loading />;
  if (read.value.items.length === 0) return null;
  return (
    <Chapter title={text.records}>
      <RowTable caption={text.records} columns={recordColumns} rows={read.value.items} keyOf={({ id }) => id} />
      <Pages next={read.value.next} />
    </Chapter>
  );
}

function metaOf(subject: Subject): readonly ReactNode[] {
  const former = subject.formerNames.map(({ name }) => name);
  return [
    <code key="uscc">{subject.uscc}</code>,
    ...(subject.kind === null ? [] : [subject.kind]),
    ...(former.length === 0 ? [] : [text.former(former)]),
    <a key="public" href={`/subjects/${subject.uscc}`}>
      {text.public}
    </a>,
  ];
}

export function Room({ slots }: RoomProps): ReactNode {
  const uscc = slots["uscc"] ?? "";
  const { value, problem, reload } = useResource(uscc, (signal) =>
    get("/api/v1/subjects/{uscc}", { path: { uscc }, signal }),
  );
  if (problem !== null) return <ErrorState problem={problem} again={reload} />;
  if (value === null) return <Loading />;
  const { scope } = value;
  return (
    <>
      <PageHead
        title={value.name ?? value.uscc}
        crumbs={[{ href: hrefOf("/subjects"), word: text.crumb }]}
        meta={metaOf(value)}
      />
      <Chapter title={text.counts} scope={subjectsText.scope(scope.providers, scope.completeThrough)}>
        {value.counts.length === 0 ? (
          <EmptyState title={text.noCounts} />
        ) : (
          <Facts facts={value.counts.map(({ entryName, count }) => [entryName, text.count(count)] as const)} />
        )}
      </Chapter>
      <Records uscc={uscc} />
      <Chapter title={text.coverage}>
        <RowTable
          caption={text.coverage}
          columns={coverageColumns}
          rows={value.coverage}
          keyOf={({ entry, provider }) => `${entry}:${provider}`}
        />
      </Chapter>
    </>
  );
}
