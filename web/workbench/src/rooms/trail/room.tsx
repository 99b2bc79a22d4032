// The audit trail: read with a purpose, and the reading is written down before it is answered.
import type { components } from "@xinheng/contract/client";
import { Button } from "antd";
import { useState } from "react";
import type { ReactNode } from "react";
import { post } from "../../client/client.ts";
import type { Problem } from "../../client/problem.ts";
import "../../looks/looks.css";
import { useFilters } from "../../router/address.ts";
import { useDraft } from "../../ui/draft.ts";
import { EmptyState } from "../../ui/empty-state.tsx";
import { DayField, TextField } from "../../ui/field.tsx";
import { momentOf } from "../../ui/moment.ts";
import { Chapter, PageHead } from "../../ui/page-head.tsx";
import { RowTable } from "../../ui/row-table.tsx";
import type { Column } from "../../ui/row-table.tsx";
import { SavedFilters } from "../../ui/saved-filters.tsx";
import { StatusMark } from "../../ui/status-mark.tsx";
import type { Status } from "../../ui/status-mark.tsx";
import { roleNames } from "../../ui/text.ts";
import { askedOf, isAction } from "./asked.ts";
import { trailText as text } from "./text.ts";
import { Form } from "../../looks/parts.tsx";
import { Refused } from "../../ui/read.tsx";

type Trace = components["schemas"]["AuditTrace"];

interface Trail {
  readonly items: readonly Trace[];
  readonly next: string | null;
}

function statusOf({ outcome }: Trace): Status {
  const word = text.outcomes[outcome];
  if (outcome === "done") return { shape: "tick", word, tone: "lv" };
  return { shape: outcome === "withdrawn" ? "bar" : "cross", word, tone: outcome === "withdrawn" ? "soft" : "zhe" };
}

function roleWord(role: string | null): string {
  const words: Readonly<Record<string, string>> = roleNames;
  return role === null ? "" : (words[role] ?? role);
}

const columns: readonly Column<Trace>[] = [
  { name: "at", head: text.at, cell: ({ at }) => momentOf(at) },
  { name: "what", head: text.what, names: true, cell: ({ action }) => <code>{action}</code> },
  {
    name: "office",
    head: text.office,
    cell: ({ organisationName, account }) => organisationName ?? (account === null ? text.platform : text.hidden),
  },
  { name: "role", head: text.role, cell: ({ role }) => roleWord(role) },
  { name: "target", head: text.target, cell: ({ target }) => <code>{target ?? text.hidden}</code> },
  { name: "rows", head: text.rows, number: true, cell: ({ count }) => count },
  { name: "reasoned", head: text.reasoned, cell: ({ reasoned }) => (reasoned ? text.yes : text.no) },
  { name: "outcome", head: text.outcome, cell: (one) => <StatusMark {...statusOf(one)} /> },
];

interface AskProps {
  readonly tried: boolean;
  readonly purpose: string;
  readonly setPurpose: (purpose: string) => void;
}

function AskFields({ tried, purpose, setPurpose }: AskProps): ReactNode {
  const [query, change] = useFilters();
  const { action = "", organisation = "", account = "", from = "", to = "" } = query;
  return (
    <>
      <TextField
        label={text.purpose}
        error={tried && purpose.trim() === "" ? text.purposeNeeded : undefined}
        required
        value={purpose}
        onChange={setPurpose}
      />
      <div className="two">
        <TextField
          label={text.action}
          hint={text.actionHint}
          error={tried && !isAction(action) ? text.actionWrong : undefined}
          value={action}
          onChange={(next) => change({ action: next })}
        />
        <TextField label={text.organisation} value={organisation} onChange={(next) => change({ organisation: next })} />
        <TextField label={text.account} value={account} onChange={(next) => change({ account: next })} />
        <span />
        <DayField label={text.from} value={from} onChange={(next) => change({ from: next })} />
        <DayField label={text.to} value={to} onChange={(next) => change({ to: next })} />
      </div>
    </>
  );
}

function Result({ trail, more }: { readonly trail: Trail; readonly more: (cursor: string) => void }): ReactNode {
  const { items, next } = trail;
  return (
    <Chapter title={text.result} scope={text.count(items.length)}>
      {items.length === 0 ? (
        <EmptyState {...text.empty} />
      ) : (
        <RowTable caption={text.table} columns={columns} rows={items} keyOf={({ entry }) => entry} />
      )}
      {next === null ? null : (
        <p className="pages">
          <Button onClick={() => more(next)}>{text.more}</Button>
        </p>
      )}
    </Chapter>
  );
}

export function Room(): ReactNode {
  const [query] = useFilters();
  const [purpose, setPurpose] = useDraft("trail:purpose");
  const [tried, setTried] = useState(false);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [trail, setTrail] = useState<Trail | null>(null);
  const look = async (cursor: string | null): Promise<void> => {
    setTried(true);
    if (purpose.trim() === "" || !isAction(query["action"] ?? "") || busy) return;
    setBusy(true);
    const read = await post("/api/v1/audit/looks", { body: askedOf(query, purpose, cursor) });
    setBusy(false);
    setProblem(read.ok ? null : read.problem);
    if (!read.ok) return;
    const before = cursor === null ? [] : (trail?.items ?? []);
    setTrail({ items: [...before, ...read.value.items], next: read.value.next });
  };
  return (
    <>
      <PageHead title={text.title} />
      <p className="meta">{text.says}</p>
      <SavedFilters room="trail" allowed={["action", "from", "to"]} />
      <Form submit={() => void look(null)}>
        <AskFields tried={tried} purpose={purpose} setPurpose={setPurpose} />
        <div className="acts">
          <Button type="primary" htmlType="submit" disabled={busy}>
            {busy ? text.looking : text.look}
          </Button>
        </div>
      </Form>
      <Refused problem={problem} />
      {trail === null ? null : <Result trail={trail} more={(cursor) => void look(cursor)} />}
    </>
  );
}
