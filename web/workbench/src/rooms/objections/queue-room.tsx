// Objections that the centre handles and units answer, the most urgent first.
import type { ReactNode } from "react";
import { get } from "../../client/client.ts";
import { useResource } from "../../client/resource.ts";
import type { RoomProps } from "../../room.ts";
import { navigate, useFilters } from "../../router/address.ts";
import { Link } from "../../router/link.tsx";
import { given, hrefOf } from "../../router/path.ts";
import { EmptyState } from "../../ui/empty-state.tsx";
import { PageHead } from "../../ui/page-head.tsx";
import { Read } from "../../ui/read.tsx";
import { RowTable } from "../../ui/row-table.tsx";
import { Pages } from "../../ui/saved-filters.tsx";
import { Switch } from "../../ui/switch.tsx";
import { columnsOf } from "./columns.tsx";
import { objectionsText } from "./text.ts";
import { byUrgency } from "./words.ts";

const text = objectionsText.queue;
const STATES = ["open", "overdue", "closed"] as const;
const hrefTo = (objection: string): string => hrefOf(`/objections/${objection}`);

export function Room({ session }: RoomProps): ReactNode {
  const [filters, change] = useFilters();
  const { cursor } = filters;
  const state = STATES.find((one) => one === filters["state"]) ?? "open";
  const list = useResource(`objections ${state} ${cursor ?? ""}`, (signal) =>
    get("/api/v1/objections", { query: { state, ...given({ cursor }) }, signal }),
  );
  const choices = STATES.map((value) => ({ value, word: text.states[value] }));
  const figures = <Link href={hrefOf("/objections/figures")}>{text.figures}</Link>;
  return (
    <>
      <PageHead title={text.title} acts={session.role === "operator" ? figures : undefined} />
      <p className="meta">{text.says}</p>
      <Switch label={text.state} value={state} choices={choices} onChange={(to) => change({ state: to })} />
      <Read of={list}>
        {({ items, next }) => (
          <>
            <RowTable
              caption={text.table}
              columns={columnsOf(hrefTo, true)}
              rows={byUrgency(items)}
              keyOf={({ objection }) => objection}
              open={({ objection }) => navigate(hrefTo(objection))}
              empty={<EmptyState {...text.none} />}
            />
            <Pages next={next} />
          </>
        )}
      </Read>
    </>
  );
}
