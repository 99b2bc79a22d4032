// The nightly draws and how they are verified, the signed roots of the log, and what is told to subjects later.
import type { components } from "@xinheng/contract/client";
import type { ReactNode } from "react";
import { get } from "../../client/client.ts";
import { useResource } from "../../client/resource.ts";
import { Listing } from "../../looks/listing.tsx";
import "../../looks/looks.css";
import { useFilters } from "../../router/address.ts";
import { Link } from "../../router/link.tsx";
import { hrefOf } from "../../router/path.ts";
import { EmptyState } from "../../ui/empty-state.tsx";
import { momentOf } from "../../ui/moment.ts";
import { Chapter, PageHead } from "../../ui/page-head.tsx";
import { RowTable } from "../../ui/row-table.tsx";
import type { Column } from "../../ui/row-table.tsx";
import { StatusMark } from "../../ui/status-mark.tsx";
import { OneDraw } from "./one.tsx";
import type { Draw } from "./one.tsx";
import { drawsText as text } from "./text.ts";

type Root = components["schemas"]["AccessRoot"];
type Delayed = components["schemas"]["DelayedLooks"];

const words = text.draws;

const drawColumns: readonly Column<Draw>[] = [
  { name: "day", head: words.day, names: true, cell: ({ day }) => day },
  {
    name: "committed",
    head: words.committed,
    cell: ({ committedAt, late }) =>
      late ? (
        <StatusMark shape="diamond" word={`${momentOf(committedAt)} ${words.late}`} tone="zhe" />
      ) : (
        momentOf(committedAt)
      ),
  },
  { name: "looks", head: words.looks, number: true, cell: ({ looks }) => looks },
  { name: "drawn", head: words.drawn, number: true, cell: ({ drawn }) => drawn },
  { name: "justified", head: words.justified, number: true, cell: ({ justified }) => justified },
  { name: "confirmed", head: words.confirmed, number: true, cell: ({ confirmed }) => confirmed },
  { name: "rejected", head: words.rejected, number: true, cell: ({ rejected }) => rejected },
  { name: "overdue", head: words.overdue, number: true, cell: ({ overdue }) => overdue },
  {
    name: "state",
    head: words.state,
    cell: ({ seed }) =>
      seed === null ? (
        <StatusMark shape="ring" word={words.open} tone="soft" />
      ) : (
        <StatusMark shape="tick" word={words.told} tone="lv" />
      ),
  },
];

const rootColumns: readonly Column<Root>[] = [
  { name: "hour", head: text.roots.hour, names: true, cell: ({ hour }) => momentOf(hour) },
  { name: "size", head: text.roots.size, number: true, cell: ({ size }) => size },
  {
    name: "note",
    head: text.roots.note,
    cell: ({ note }) => (
      <details>
        <summary>{text.roots.note}</summary>
        <pre className="wording hash">{note}</pre>
      </details>
    ),
  },
];

const delayColumns: readonly Column<Delayed>[] = [
  { name: "article", head: text.delays.article, names: true, cell: ({ article }) => article },
  { name: "matters", head: text.delays.matters, number: true, cell: ({ matters }) => matters },
  { name: "looks", head: text.delays.looks, number: true, cell: ({ looks }) => looks },
];

function Roots(): ReactNode {
  const [{ roots }, change] = useFilters();
  const resource = useResource(`roots ${roots ?? ""}`, (signal) =>
    get("/api/v1/access/roots", { query: roots === undefined ? {} : { cursor: roots }, signal }),
  );
  const next = resource.value?.next ?? null;
  return (
    <Chapter title={text.roots.title} scope={text.roots.says}>
      {resource.value === null ? null : (
        <p className="meta">
          {text.roots.key} <span className="hash">{resource.value.key}</span>
        </p>
      )}
      <Listing
        resource={{ ...resource, value: resource.value === null ? null : { items: resource.value.items } }}
        empty={text.roots.empty}
      >
        {(items) => (
          <RowTable caption={text.roots.table} columns={rootColumns} rows={items} keyOf={({ hour }) => hour} />
        )}
      </Listing>
      {next === null ? null : (
        <p>
          <Link
            href={hrefOf("/draws", { roots: next })}
            onClick={(event) => {
              event.preventDefault();
              change({ roots: next });
            }}
          >
            {text.roots.more}
          </Link>
        </p>
      )}
    </Chapter>
  );
}

function Delays(): ReactNode {
  const resource = useResource("delays", (signal) => get("/api/v1/access/delays", { signal }));
  return (
    <Chapter title={text.delays.title} scope={text.delays.says}>
      <Listing resource={resource} empty={text.delays.empty}>
        {(items) => (
          <RowTable caption={text.delays.table} columns={delayColumns} rows={items} keyOf={({ article }) => article} />
        )}
      </Listing>
    </Chapter>
  );
}

export function Room(): ReactNode {
  const [{ cursor, day }, change] = useFilters();
  const resource = useResource(`draws ${cursor ?? ""}`, (signal) =>
    get("/api/v1/access/draws", { query: cursor === undefined ? {} : { cursor }, signal }),
  );
  const draw = day === undefined ? undefined : resource.value?.items.find((one) => one.day === day);
  if (draw !== undefined) return <OneDraw key={draw.day} draw={draw} />;
  return (
    <>
      <PageHead title={text.title} acts={<Link href={hrefOf("/justifications")}>{text.justifications}</Link>} />
      <p className="meta">{text.says}</p>
      {day === undefined || resource.value === null ? null : <EmptyState title={text.one.gone} />}
      <Chapter title={words.title}>
        <Listing resource={resource} empty={words.empty}>
          {(items) => (
            <RowTable
              caption={words.table}
              columns={drawColumns}
              rows={items}
              keyOf={(one) => one.day}
              open={(one) => change({ day: one.day, cursor: cursor ?? null })}
            />
          )}
        </Listing>
      </Chapter>
      <Roots />
      <Delays />
    </>
  );
}
