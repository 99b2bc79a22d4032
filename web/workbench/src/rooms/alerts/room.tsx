// Anomalies of looking: how many, where, what followed; closed with a reason.
import type { components } from "@xinheng/contract/client";
import { useState } from "react";
import type { ReactNode } from "react";
import { get, post } from "../../client/client.ts";
import { useResource } from "../../client/resource.ts";
import { Listing } from "../../looks/listing.tsx";
import "../../looks/looks.css";
import { useFilters } from "../../router/address.ts";
import { given } from "../../router/path.ts";
import { ConfirmAct } from "../../ui/confirm-act.tsx";
import { EmptyState } from "../../ui/empty-state.tsx";
import { Facts } from "../../ui/facts.tsx";
import { ChoiceField, TextField } from "../../ui/field.tsx";
import { momentOf } from "../../ui/moment.ts";
import { PageHead } from "../../ui/page-head.tsx";
import { RowTable } from "../../ui/row-table.tsx";
import type { Column } from "../../ui/row-table.tsx";
import { SavedFilters } from "../../ui/saved-filters.tsx";
import { StatusMark } from "../../ui/status-mark.tsx";
import type { Status } from "../../ui/status-mark.tsx";
import { roleNames } from "../../ui/text.ts";
import { alertsText as text } from "./text.ts";

type Alert = components["schemas"]["AccessAlert"];

function statusOf({ state }: Alert): Status {
  const word = text.states[state];
  return state === "open" ? { shape: "triangle", word, tone: "mo" } : { shape: "tick", word, tone: "lv" };
}

function roleWord(role: string | null): string {
  const words: Readonly<Record<string, string>> = roleNames;
  return role === null ? "" : (words[role] ?? role);
}

const columns: readonly Column<Alert>[] = [
  { name: "at", head: text.at, cell: ({ at }) => momentOf(at) },
  { name: "rule", head: text.rule, names: true, cell: ({ rule }) => text.rules[rule] ?? rule },
  { name: "office", head: text.office, cell: ({ organisationName }) => organisationName ?? text.noOffice },
  { name: "role", head: text.role, cell: ({ role }) => roleWord(role) },
  {
    name: "counted",
    head: text.counted,
    cell: ({ counted, more, minutes }) => text.countedOf(counted, more, minutes),
  },
  { name: "response", head: text.response, cell: ({ response }) => text.responses[response] },
  { name: "state", head: text.state, cell: (one) => <StatusMark {...statusOf(one)} /> },
];

interface ClosingProps {
  readonly one: Alert;
  readonly done: () => void;
  readonly close: () => void;
}

/** One anomaly; an open one is closed with what was found out. */
function Closing({ one, done, close }: ClosingProps): ReactNode {
  const [reason, setReason] = useState("");
  const { word, title, reason: label, reasonHint, needed } = text.closing;
  return (
    <ConfirmAct
      title={title}
      word={word}
      missing={reason.trim() === "" ? needed : undefined}
      act={() => post("/api/v1/access/alerts/{alert}/closing", { path: { alert: one.alert }, body: { reason } })}
      done={done}
      close={close}
    >
      <Facts
        facts={[
          [text.rule, text.rules[one.rule] ?? one.rule],
          [text.at, momentOf(one.at)],
          [text.office, one.organisationName ?? text.noOffice],
          [text.counted, text.countedOf(one.counted, one.more, one.minutes)],
          [text.account, <code key="account">{one.account}</code>],
        ]}
      />
      <TextField label={label} hint={reasonHint} required lines={3} value={reason} onChange={setReason} />
    </ConfirmAct>
  );
}

function Closed({ items }: { readonly items: readonly Alert[] }): ReactNode {
  const closed = items.filter(({ closedAt, closedWhy }) => closedAt !== null && closedWhy !== null);
  if (closed.length === 0) return null;
  return (
    <section className="chapter">
      <header>
        <h2>{text.closed}</h2>
      </header>
      <Facts
        facts={closed.map((one) => [
          text.rules[one.rule] ?? one.rule,
          text.closedAs(momentOf(one.closedAt ?? one.at), one.closedWhy ?? ""),
        ])}
      />
    </section>
  );
}

export function Room(): ReactNode {
  const [{ cursor, state = "" }, change] = useFilters();
  const resource = useResource(`alerts ${cursor ?? ""}`, (signal) =>
    get("/api/v1/access/alerts", { query: given({ cursor }), signal }),
  );
  const [open, setOpen] = useState<Alert | null>(null);
  const choices = Object.entries(text.states).map(([value, word]) => ({ value, word }));
  return (
    <>
      <PageHead title={text.title} />
      <p className="meta">{text.says}</p>
      <div className="filters">
        <ChoiceField
          label={text.state}
          value={state}
          onChange={(to) => change({ state: to })}
          choices={[{ value: "", word: text.all }, ...choices]}
        />
      </div>
      <SavedFilters room="alerts" allowed={["state"]} />
      <Listing resource={resource} empty={text.empty}>
        {(items) => {
          const shown = items.filter((one) => state === "" || one.state === state);
          if (shown.length === 0) return <EmptyState {...text.emptyHere} />;
          return (
            <>
              <RowTable
                caption={text.table}
                columns={columns}
                rows={shown}
                keyOf={({ alert }) => alert}
                open={(one) => setOpen(one.state === "open" ? one : null)}
              />
              <Closed items={shown} />
            </>
          );
        }}
      </Listing>
      {open === null ? null : (
        <Closing
          key={open.alert}
          one={open}
          done={() => {
            setOpen(null);
            resource.reload();
          }}
          close={() => setOpen(null)}
        />
      )}
    </>
  );
}
