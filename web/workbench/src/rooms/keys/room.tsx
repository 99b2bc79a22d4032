// The keys by which machines act for one's own organisation.
import { Button } from "antd";
import { useState } from "react";
import type { ReactNode } from "react";
import { entryName, useCatalogue } from "../../client/catalogue.ts";
import type { Catalogue } from "../../client/catalogue.ts";
import { get, post } from "../../client/client.ts";
import { useResource } from "../../client/resource.ts";
import { Listing } from "../../looks/listing.tsx";
import "../../looks/looks.css";
import { looksText } from "../../looks/text.ts";
import { useFilters } from "../../router/address.ts";
import { Link } from "../../router/link.tsx";
import { hrefOf } from "../../router/path.ts";
import { ConfirmAct } from "../../ui/confirm-act.tsx";
import { EmptyState } from "../../ui/empty-state.tsx";
import { Facts } from "../../ui/facts.tsx";
import { TextField } from "../../ui/field.tsx";
import { dayOf } from "../../ui/moment.ts";
import { Chapter, PageHead } from "../../ui/page-head.tsx";
import { RowTable } from "../../ui/row-table.tsx";
import type { Column } from "../../ui/row-table.tsx";
import { StatusMark } from "../../ui/status-mark.tsx";
import type { Status } from "../../ui/status-mark.tsx";
import { KeyForm } from "./key-form.tsx";
import { keysText as text } from "./text.ts";
import { keyState } from "./wish.ts";
import type { ClientKey } from "./wish.ts";

const HOME = hrefOf("/keys");

function statusOf(one: ClientKey, at: string): Status {
  const state = keyState(one, at);
  const word = text.states[state];
  if (state === "live") return { shape: "tick", word, tone: "lv" };
  return state === "unproved" || state === "early"
    ? { shape: "ring", word, tone: "soft" }
    : { shape: "bar", word, tone: "soft" };
}

function columnsOf(catalogue: Catalogue | null, at: string): readonly Column<ClientKey>[] {
  return [
    { name: "key", head: text.key, names: true, cell: ({ key }) => <code>{key}</code> },
    {
      name: "entries",
      head: text.entries,
      cell: ({ entries }) => entries.map((entry) => entryName(catalogue, entry)).join(looksText.join),
    },
    {
      name: "limits",
      head: text.limits,
      cell: ({ rowsPerBatch, batchesPerDay }) => text.limitsOf(rowsPerBatch, batchesPerDay),
    },
    {
      name: "term",
      head: text.term,
      cell: ({ notBefore, notAfter }) => text.termOf(dayOf(notBefore), dayOf(notAfter)),
    },
    { name: "state", head: text.state, cell: (one) => <StatusMark {...statusOf(one, at)} /> },
  ];
}

function Revoking({ one, settle }: { readonly one: ClientKey; readonly settle: (isDone: boolean) => void }): ReactNode {
  const [reason, setReason] = useState("");
  const { revoke, reason: label, reasonNeeded } = text.one;
  return (
    <ConfirmAct
      title={revoke.title}
      word={revoke.word}
      missing={reason.trim() === "" ? reasonNeeded : undefined}
      act={() => post("/api/v1/clients/{key}/revocation", { path: { key: one.key }, body: { reason } })}
      done={() => settle(true)}
      close={() => settle(false)}
    >
      <p>
        <code>{one.key}</code>
      </p>
      <p>{revoke.says}</p>
      <TextField label={label} required lines={2} value={reason} onChange={setReason} />
    </ConfirmAct>
  );
}

interface OneKeyProps {
  readonly one: ClientKey;
  readonly catalogue: Catalogue | null;
  readonly at: string;
  readonly reload: () => void;
}

function OneKey({ one, catalogue, at, reload }: OneKeyProps): ReactNode {
  const [open, setOpen] = useState(false);
  const { key, algorithm, account, entries, rotatedFrom, notBefore, notAfter, rowsPerBatch, batchesPerDay } = one;
  const isOver = one.revokedAt !== null;
  return (
    <>
      <PageHead
        title={key}
        crumbs={[{ href: HOME, word: text.one.crumb }]}
        acts={isOver ? undefined : <Button onClick={() => setOpen(true)}>{text.one.revoke.word}</Button>}
      />
      <Facts
        facts={[
          [text.state, <StatusMark key="state" {...statusOf(one, at)} />],
          [text.algorithm, text.algorithms[algorithm]],
          [text.entries, entries.map((entry) => entryName(catalogue, entry)).join(looksText.join)],
          [text.limits, text.limitsOf(rowsPerBatch, batchesPerDay)],
          [text.term, text.termOf(dayOf(notBefore), dayOf(notAfter))],
          [text.account, <code key="account">{account}</code>],
          ...(rotatedFrom === null ? [] : [[text.from, <code key="from">{rotatedFrom}</code>] as const]),
        ]}
      />
      {isOver ? (
        <p>{text.one.none}</p>
      ) : (
        <Chapter title={text.one.rotate.word} scope={text.one.rotate.says}>
          <KeyForm successorOf={key} />
        </Chapter>
      )}
      {open ? (
        <Revoking
          one={one}
          settle={(isDone) => {
            setOpen(false);
            if (isDone) reload();
          }}
        />
      ) : null}
    </>
  );
}

export function Room(): ReactNode {
  const [{ key, part }, change] = useFilters();
  const resource = useResource("keys", (signal) => get("/api/v1/clients", { signal }));
  const { value: catalogue } = useCatalogue();
  const at = new Date().toISOString();
  const one = key === undefined ? undefined : resource.value?.items.find((item) => item.key === key);
  if (one !== undefined) return <OneKey one={one} catalogue={catalogue} at={at} reload={resource.reload} />;
  if (part === "new") {
    return (
      <>
        <PageHead title={text.register} crumbs={[{ href: HOME, word: text.one.crumb }]} />
        <KeyForm successorOf={null} />
      </>
    );
  }
  const next = { href: hrefOf("/keys", { part: "new" }), word: text.register };
  return (
    <>
      <PageHead title={text.title} acts={<Link href={next.href}>{next.word}</Link>} />
      <p className="meta">{text.says}</p>
      {key === undefined || resource.value === null ? null : <EmptyState title={text.one.gone} />}
      <Listing resource={resource} empty={{ ...text.empty, next }}>
        {(items) => (
          <RowTable
            caption={text.table}
            columns={columnsOf(catalogue, at)}
            rows={items}
            keyOf={(item) => item.key}
            open={(item) => change({ key: item.key })}
          />
        )}
      </Listing>
    </>
  );
}
