// What several of the rooms show of a subscription.
import { Button } from "antd";
import { useState } from "react";
import type { ReactNode } from "react";
import { entryName, useCatalogue } from "../../client/catalogue.ts";
import type { Catalogue } from "../../client/catalogue.ts";
import { post } from "../../client/client.ts";
import { ConfirmAct } from "../../ui/confirm-act.tsx";
import { useDraft } from "../../ui/draft.ts";
import { EmptyState } from "../../ui/empty-state.tsx";
import { TextField } from "../../ui/field.tsx";
import { purposeName, useLookRules } from "../../looks/rules.ts";
import type { LookRules } from "../../looks/rules.ts";
import { dayOf } from "../../ui/moment.ts";
import { RowTable } from "../../ui/row-table.tsx";
import type { Column } from "../../ui/row-table.tsx";
import { StatusMark } from "../../ui/status-mark.tsx";
import { subscriptionStatus } from "./standing.ts";
import type { Subscription } from "./standing.ts";
import { subscribersText } from "./text.ts";

const text = subscribersText.one;

/** Names of entries, or that there is none. */
export function entriesWord(catalogue: Catalogue | null, entries: readonly string[]): string {
  if (entries.length === 0) return subscribersText.noSubscription;
  return entries.map((entry) => entryName(catalogue, entry)).join(subscribersText.join);
}

interface EndingProps {
  readonly one: Subscription;
  readonly settle: (isDone: boolean) => void;
}

function Ending({ one, settle }: EndingProps): ReactNode {
  const [reason, setReason] = useDraft(`subscription:${one.subscription}:end`);
  const { word, says, reason: label, lack } = text.end;
  const { subscription } = one;
  return (
    <ConfirmAct
      title={subscribersText.actOn(word, one.name)}
      word={word}
      missing={reason.trim() === "" ? lack : undefined}
      act={() => post("/api/v1/subscriptions/{subscription}/end", { path: { subscription }, body: { reason } })}
      done={() => {
        setReason("");
        settle(true);
      }}
      close={() => settle(false)}
    >
      <p>{says}</p>
      <TextField label={label} required lines={2} value={reason} onChange={setReason} />
    </ConfirmAct>
  );
}

const basisOf = ({ basis }: Subscription): string =>
  basis.kind === "article"
    ? `${subscribersText.bases.article} ${basis.article}`
    : `${subscribersText.bases.contract} ${basis.number}`;

interface Shown {
  readonly catalogue: Catalogue | null;
  readonly rules: LookRules | null;
  readonly today: string;
  readonly end: ((one: Subscription) => void) | null;
}

function columnsOf({ catalogue, rules, today, end }: Shown): readonly Column<Subscription>[] {
  return [
    { name: "entries", head: text.entries, names: true, cell: ({ entries }) => entriesWord(catalogue, entries) },
    { name: "basis", head: text.basis, cell: basisOf },
    { name: "purpose", head: text.purpose, cell: ({ purpose }) => purposeName(rules, purpose) },
    { name: "term", head: text.term, cell: ({ since, until }) => text.termOf(since, until) },
    { name: "state", head: text.state, cell: (one) => <StatusMark {...subscriptionStatus(one, today)} /> },
    ...(end === null
      ? []
      : [
          {
            name: "act",
            head: text.act,
            cell: (one: Subscription) =>
              one.endedAt === null ? <Button onClick={() => end(one)}>{text.end.word}</Button> : null,
          },
        ]),
  ];
}

interface SubscriptionsProps {
  readonly items: readonly Subscription[];
  readonly empty: { readonly title: string; readonly scope: string };
  /** What is done when one was ended; null: it cannot be ended here. */
  readonly ended: (() => void) | null;
}

/** Subscriptions with their basis and term, the newest first. */
export function Subscriptions({ items, empty, ended }: SubscriptionsProps): ReactNode {
  const { value: catalogue } = useCatalogue();
  const { value: rules } = useLookRules();
  const [ending, setEnding] = useState<Subscription | null>(null);
  const today = catalogue?.day ?? dayOf(new Date().toISOString());
  return (
    <>
      <RowTable
        caption={text.subscriptions}
        columns={columnsOf({ catalogue, rules, today, end: ended === null ? null : setEnding })}
        rows={items}
        keyOf={({ subscription }) => subscription}
        empty={<EmptyState {...empty} />}
      />
      {ending === null ? null : (
        <Ending
          one={ending}
          settle={(isDone) => {
            setEnding(null);
            if (isDone) ended?.();
          }}
        />
      )}
    </>
  );
}
