// The month's figures of dual publicity: one's own unit's, or everybody's, by department and by county.
import type { ReactNode } from "react";
import { get } from "../../client/client.ts";
import type { Answer, Operation } from "../../client/contract.ts";
import { useResource } from "../../client/resource.ts";
import type { Role } from "../../client/session.ts";
import type { RoomProps } from "../../room.ts";
import { navigate, useFilters } from "../../router/address.ts";
import { Link } from "../../router/link.tsx";
import { given, hrefOf } from "../../router/path.ts";
import { EmptyState } from "../../ui/empty-state.tsx";
import { ErrorState } from "../../ui/error-state.tsx";
import { ChoiceField, DayField } from "../../ui/field.tsx";
import { Loading } from "../../ui/loading.tsx";
import { momentOf } from "../../ui/moment.ts";
import { Chapter, PageHead } from "../../ui/page-head.tsx";
import { RowTable } from "../../ui/row-table.tsx";
import type { Column } from "../../ui/row-table.tsx";
import { SavedFilters } from "../../ui/saved-filters.tsx";
import { StatusMark } from "../../ui/status-mark.tsx";
import type { Status } from "../../ui/status-mark.tsx";
import { figuresText as text } from "./text.ts";

type Figures = Answer<Operation<"/api/v1/figures/dual-publicity", "get">>;
type Entry = Figures["entries"][number];
type Line = Entry["lines"][number];
type Numbers = Entry["sum"];

const counted = [
  "submitted",
  "accepted",
  "duplicates",
  "quarantined",
  "rejected",
  "timely",
  "late",
  "missing",
] as const;
const departments: readonly Role[] = ["clerk", "reviewer"];
const kept = ["month", "region", "whose"];

const marks: Readonly<Record<Line["state"], Status>> = {
  sent: { shape: "tick", word: text.states.sent, tone: "lv" },
  nil: { shape: "ring", word: text.states.nil, tone: "lv" },
  none: { shape: "hollow", word: text.states.none, tone: "ink" },
};

/** @param part in per cent, as the server reckons it. */
const share = (part: number | null): string => (part === null ? text.noPercent : text.percent(part));

/** A row of the table: a department, or the sum of all. */
interface Shown {
  readonly provider: string | null;
  readonly name: string;
  readonly state: Line["state"] | null;
  readonly numbers: Numbers;
}

interface Scope {
  readonly month: string;
  readonly entry: string;
  readonly region: string;
  /** Leaders see how many, and never which. */
  readonly opens: boolean;
}

function numberCell({ month, entry, region, opens }: Scope, kind: (typeof counted)[number]) {
  return ({ provider, numbers }: Shown): ReactNode => {
    const number = numbers[kind];
    if (!opens || number === 0) return number;
    const href = hrefOf("/figures/rows", { month, entry, kind, provider, region: provider === null ? region : null });
    return <Link href={href}>{number}</Link>;
  };
}

function columnsOf(scope: Scope): readonly Column<Shown>[] {
  return [
    { name: "provider", head: text.provider, names: true, cell: ({ name }) => name },
    {
      name: "state",
      head: text.state,
      cell: ({ state }) => (state === null ? null : <StatusMark {...marks[state]} />),
    },
    ...counted.map((kind) => ({
      name: kind,
      head: text.columns[kind],
      number: true,
      cell: numberCell(scope, kind),
    })),
    { name: "compliance", head: text.compliance, number: true, cell: ({ numbers }) => share(numbers.compliance) },
    { name: "lateness", head: text.lateness, number: true, cell: ({ numbers }) => share(numbers.lateness) },
  ];
}

function EntryChapter({
  entry,
  scope,
  only,
}: {
  readonly entry: Entry;
  readonly scope: Scope;
  readonly only: string | null;
}): ReactNode {
  const lines = entry.lines.filter(({ provider }) => only === null || provider === only);
  const rows: Shown[] = lines.map(({ provider, providerName, state, numbers }) => ({
    provider,
    name: providerName,
    state,
    numbers,
  }));
  if (only === null) rows.push({ provider: null, name: text.sum, state: null, numbers: entry.sum });
  return (
    <Chapter title={entry.entryName} scope={text.law(entry.article, entry.termWorkingDays)}>
      {rows.length === 0 ? (
        <EmptyState title={text.none} scope={text.noneScope(scope.month)} />
      ) : (
        <div className="wide">
          <RowTable
            caption={text.caption(entry.entryName)}
            columns={columnsOf(scope)}
            rows={rows}
            keyOf={({ provider }) => provider ?? "sum"}
            isCurrent={({ provider }) => provider === null}
          />
        </div>
      )}
    </Chapter>
  );
}

type Region = Figures["regions"][number];

function Regions({
  regions,
  open,
}: {
  readonly regions: readonly Region[];
  readonly open: (region: string) => void;
}): ReactNode {
  const columns: readonly Column<Region>[] = [
    {
      name: "region",
      head: text.regions.region,
      names: true,
      cell: ({ name, region }) => <Link href={hrefOf("/figures", { region })}>{name}</Link>,
    },
    ...(["submitted", "accepted", "late", "missing"] as const).map((kind) => ({
      name: kind,
      head: text.columns[kind],
      number: true,
      cell: ({ sum }: Region): ReactNode => sum[kind],
    })),
    { name: "compliance", head: text.compliance, number: true, cell: ({ sum }) => share(sum.compliance) },
    { name: "lateness", head: text.lateness, number: true, cell: ({ sum }) => share(sum.lateness) },
    { name: "silent", head: text.regions.silent, number: true, cell: ({ silent }) => silent },
  ];
  return (
    <Chapter title={text.regions.title} scope={text.regions.scope}>
      <RowTable
        caption={text.regions.title}
        columns={columns}
        rows={regions}
        keyOf={({ region }) => region}
        open={({ region }) => open(region)}
      />
    </Chapter>
  );
}

function Filters({ value, isDepartment }: { readonly value: Figures; readonly isDepartment: boolean }): ReactNode {
  const [query, set] = useFilters();
  const choices = value.regions.map(({ region, name }) => ({ value: region, word: name }));
  return (
    <>
      <div className="filters">
        <DayField
          label={text.month}
          hint={text.monthHint}
          month
          value={query["month"] ?? value.month}
          onChange={(month) => set({ month })}
        />
        {isDepartment ? (
          <ChoiceField
            label={text.whose}
            value={query["whose"] ?? ""}
            onChange={(whose) => set({ whose })}
            choices={[
              { value: "", word: text.own },
              { value: "all", word: text.all },
            ]}
          />
        ) : (
          <ChoiceField
            label={text.region}
            value={query["region"] ?? ""}
            onChange={(region) => set({ region })}
            choices={[{ value: "", word: text.allRegions }, ...choices]}
          />
        )}
      </div>
      <SavedFilters room="figures" allowed={kept} />
    </>
  );
}

function Matter({ value, session }: { readonly value: Figures; readonly session: RoomProps["session"] }): ReactNode {
  const [{ region = "", whose }] = useFilters();
  const isDepartment = departments.includes(session.role);
  const only = isDepartment && whose !== "all" ? session.organisation.uscc : null;
  const opens = session.role !== "leader";
  return (
    <>
      <Filters value={value} isDepartment={isDepartment} />
      {value.entries.map((entry) => (
        <EntryChapter
          key={entry.entry}
          entry={entry}
          only={only}
          scope={{ month: value.month, entry: entry.entry, region, opens }}
        />
      ))}
      {only === null && region === "" && value.regions.length > 0 ? (
        <Regions
          regions={value.regions}
          open={(next) => navigate(hrefOf("/figures", { month: value.month, region: next }))}
        />
      ) : null}
      <p className="meta after">
        {text.asOf(momentOf(value.asOf))} {text.formula} {text.missingNote} {opens ? null : text.noRows}
      </p>
    </>
  );
}

export function Room({ session }: RoomProps): ReactNode {
  const [{ month, region }] = useFilters();
  const query = given({ month, region });
  const read = useResource(JSON.stringify(query), (signal) => get("/api/v1/figures/dual-publicity", { query, signal }));
  const csv = `/api/v1/figures/dual-publicity?${new URLSearchParams({ ...query, format: "csv" }).toString()}`;
  return (
    <>
      <PageHead
        title={text.title}
        meta={read.value === null ? [] : [read.value.month]}
        acts={session.role === "operator" ? <a href={csv}>{text.export}</a> : undefined}
      />
      {read.problem === null ? null : <ErrorState problem={read.problem} again={read.reload} />}
      {read.value === null && read.problem === null ? <Loading /> : null}
      {read.value === null ? null : <Matter value={read.value} session={session} />}
    </>
  );
}
