// Drawn looks that must be justified with the file, and the second person's word on it.
import type { ReactNode } from "react";
import { get } from "../../client/client.ts";
import { useResource } from "../../client/resource.ts";
import { Code } from "../../looks/code.tsx";
import { Listing } from "../../looks/listing.tsx";
import "../../looks/looks.css";
import { purposeName, useLookRules } from "../../looks/rules.ts";
import type { LookRules } from "../../looks/rules.ts";
import type { RoomProps } from "../../room.ts";
import { useFilters } from "../../router/address.ts";
import { Link } from "../../router/link.tsx";
import { given, hrefOf } from "../../router/path.ts";
import { EmptyState } from "../../ui/empty-state.tsx";
import { Facts } from "../../ui/facts.tsx";
import { ChoiceField } from "../../ui/field.tsx";
import { momentOf } from "../../ui/moment.ts";
import { PageHead } from "../../ui/page-head.tsx";
import { RowTable } from "../../ui/row-table.tsx";
import type { Column } from "../../ui/row-table.tsx";
import { StatusMark } from "../../ui/status-mark.tsx";
import type { Status } from "../../ui/status-mark.tsx";
import { OneDrawn } from "./one.tsx";
import type { Drawn } from "./one.tsx";
import { justificationsText as text } from "./text.ts";

const PATH = "/justifications";

function statusOf({ state, overdue }: Drawn): Status {
  if (overdue) return { shape: "diamond", word: text.overdue, tone: "zhe" };
  const word = text.states[state];
  if (state === "confirmed") return { shape: "tick", word, tone: "lv" };
  if (state === "rejected") return { shape: "cross", word, tone: "zhe" };
  return state === "open" ? { shape: "triangle", word, tone: "mo" } : { shape: "half", word, tone: "zhe" };
}

function columnsOf(rules: LookRules | null): readonly Column<Drawn>[] {
  return [
    { name: "at", head: text.at, names: true, cell: ({ at }) => momentOf(at) },
    { name: "office", head: text.office, cell: ({ organisation }) => <Code code={organisation} /> },
    { name: "matter", head: text.matter, cell: ({ matter }) => matter ?? text.hidden },
    { name: "purpose", head: text.purpose, cell: ({ purpose }) => purposeName(rules, purpose) },
    { name: "due", head: text.due, cell: ({ due }) => due ?? text.noDue },
    { name: "state", head: text.state, cell: (one) => <StatusMark {...statusOf(one)} /> },
  ];
}

function DrawnFacts({ one, rules }: { readonly one: Drawn; readonly rules: LookRules | null }): ReactNode {
  return (
    <Facts
      facts={[
        [text.state, <StatusMark key="state" {...statusOf(one)} />],
        [text.look, <code key="look">{one.look}</code>],
        [text.at, momentOf(one.at)],
        [text.subject, one.subject === null ? text.hidden : <Code key="subject" code={one.subject} />],
        [text.purpose, purposeName(rules, one.purpose)],
        [text.due, one.due ?? text.noDue],
      ]}
    />
  );
}

function StateFilter({ value, set }: { readonly value: string; readonly set: (state: string) => void }): ReactNode {
  const choices = Object.entries(text.states).map(([state, word]) => ({ value: state, word }));
  return (
    <div className="filters">
      <ChoiceField
        label={text.filter}
        value={value}
        onChange={set}
        choices={[{ value: "", word: text.all }, ...choices]}
      />
    </div>
  );
}

export function Room({ session }: RoomProps): ReactNode {
  const [query, change] = useFilters();
  const { cursor, state = "", look } = query;
  const resource = useResource(`justifications ${cursor ?? ""}`, (signal) =>
    get("/api/v1/access/justifications", { query: given({ cursor }), signal }),
  );
  const { value: rules } = useLookRules();
  const isAuditor = session.role === "auditor";
  const one = look === undefined ? undefined : resource.value?.items.find((drawn) => drawn.look === look);
  const crumbs = [{ href: hrefOf(PATH, { ...query, look: null }), word: text.title }];
  if (one !== undefined) {
    return (
      <>
        <PageHead title={one.matter === null ? text.one.plain : text.one.title(one.matter)} crumbs={crumbs} />
        <DrawnFacts one={one} rules={rules} />
        <OneDrawn drawn={one} mayJustify={!isAuditor} done={resource.reload} />
      </>
    );
  }
  return (
    <>
      <PageHead title={text.title} acts={<Link href={hrefOf("/draws")}>{text.draws}</Link>} />
      <p className="meta">{isAuditor ? text.auditor : text.says}</p>
      {look === undefined || resource.value === null ? null : <EmptyState title={text.one.gone} />}
      <StateFilter value={state} set={(next) => change({ state: next })} />
      <Listing resource={resource} empty={text.empty}>
        {(items) => {
          const shown = items.filter((drawn) => state === "" || drawn.state === state);
          if (shown.length === 0) return <EmptyState {...text.emptyHere} />;
          return (
            <RowTable
              caption={text.table}
              columns={columnsOf(rules)}
              rows={shown}
              keyOf={(drawn) => drawn.look}
              open={(drawn) => change({ look: drawn.look, cursor: cursor ?? null })}
            />
          );
        }}
      </Listing>
    </>
  );
}
